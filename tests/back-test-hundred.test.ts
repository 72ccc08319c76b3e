import { beforeAll, expect, test } from 'vitest'
import type { Id } from '#kernel/ids.ts'
import type { Actor, DutyKind } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { rulePage, tryRule } from '#modules/reporting/check-rule-queries.server.ts'
import { useExampleDatabase } from './support/example.ts'
import { doneBy } from './support/reports.ts'

const database = useExampleDatabase()
let leader: Ctx
beforeAll(async () => {
  const [row] = await database.asOwner<{ account: Id<'Account'>; name: string; duty: DutyKind; province: Id<'Unit'> }>(
    `select a.id as account, a.display_name as name, d.kind as duty, d.province_id as province
     from account a join duty d on d.account_id = a.id where a.sign_in_name = 'lanhdao.vidu'`,
  )
  if (!row) throw new Error('The example has no leader')
  const actor: Actor = { ...row, unit: row.province }
  leader = { db: database.db, actor, now: new Date('2026-10-20T02:00:00Z') }
}, 240_000)

const acceptedInAYear = `select count(*)::int as n from report join unit_version version
    on version.unit_id = report.unit_id and version.tree = 'state' and version.valid @> report.period_to
  where report.origin = 'entered' and report.status in ('accepted', 'published') and version.level = 'commune'
    and report.period_to between '2025-10-20' and '2026-10-20'`

/** In how many reports of a year it spoke. */
const spokenIn = (findings: readonly { report: string }[]): number => new Set(findings.map(({ report }) => report)).size

// A year of a hundred communes whose numbers are invented at random, and all of them as they should be.
test.each(['Q26', 'Q27', 'Q06-K01'])(
  '%s is tried on a year of a hundred communes in seconds, and speaks in few of their reports',
  async (key) => {
    const began = performance.now()
    const { past } = doneBy(await rulePage(leader, key, true))
    const took = performance.now() - began
    const [accepted] = await database.asOwner<{ n: number }>(acceptedInAYear)
    expect(past?.reports).toBe(accepted?.n)
    expect(past?.reports).toBeGreaterThan(250)
    expect(spokenIn(past?.findings ?? [])).toBeLessThan((past?.reports ?? 0) / 10)
    // A few seconds on a quiet machine.
    expect(took).toBeLessThan(20_000)
  },
  60_000,
)

test('what it says of peers, it says with whom it compared; and asked more often, it speaks more often', async () => {
  const words = { isOn: true, severity: 'asks' as const, cause: '', remedy: '', reason: '' }
  const trial = doneBy(
    await tryRule(leader, 'Q27', { ...words, numbers: { history: '8', fewest: '10', perMille: '50' } }),
  )
  expect(trial.after).toBeGreaterThan(trial.before)
  for (const { text } of [...trial.more, ...trial.same])
    expect(text.sentence).toMatch(
      / ghi .+, mà thường (là|từ) .+, theo số \d+ (xã|phường) (cùng cỡ \(.+ dân\)|khác trong tỉnh) đã công bố cho quý /,
    )
}, 60_000)
