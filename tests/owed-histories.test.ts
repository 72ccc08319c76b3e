import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayInVietnam, localDate } from '#kernel/local-date.ts'
import { monthOf, type Period } from '#kernel/period.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { extendObligations } from '#modules/reporting/extension-commands.server.ts'
import {
  addObligationRule,
  askAgain,
  endObligationRule,
  waiveObligation,
} from '#modules/reporting/obligation-commands.server.ts'
import { obligationsPage, owedPeriodPage, type OwedLine } from '#modules/reporting/obligation-page-queries.server.ts'
import { currentTemplate } from '#modules/reporting/report.ts'
import { useDatabase } from './support/database.ts'
import { settleHundred, type HundredCommunes } from './support/hundred-communes.ts'
import { inventYear } from './support/invented-year.ts'
import { doneBy } from './support/reports.ts'

const database = useDatabase()
const now = new Date('2026-02-20T02:00:00Z')
const months = [monthOf(2025, 9), monthOf(2025, 10), monthOf(2025, 11)]
const communes = 6

const pick = fc.nat({ max: 30 })
const step = fc.oneof(
  fc.record({ do: fc.constant('rule' as const), pick, days: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ do: fc.constant('end' as const), pick, days: pick }),
  fc.record({
    do: fc.constantFrom('extend', 'waive', 'ask', 'unit-ends'),
    pick,
    days: fc.integer({ min: 1, max: 90 }),
  }),
)
type Step = { do: string; pick: number; days: number }

async function take(world: HundredCommunes, ctx: Ctx, { do: what, pick: at, days }: Step): Promise<void> {
  const period = months[at % months.length] as Period
  if (what === 'rule') {
    const rule = { template: currentTemplate, tree: 'state' as const, levels: ['commune' as const] }
    const due =
      at % 2 === 0 ? ({ by: 'calendar-days', count: days } as const) : ({ by: 'working-days', count: days } as const)
    const from = localDate(at % 3 === 0 ? '2025-09-01' : '2025-10-01')
    const least = at % 2 === 0 ? 100 : 60
    const regime = at % 5 === 0 ? ('quarter' as const) : ('month' as const)
    await addObligationRule(ctx, {
      ...rule,
      regime,
      due,
      from,
      until: null,
      isCertain: true,
      source: 'Công văn thử',
      least,
    })
    return
  }
  if (what === 'end') {
    const { rules } = doneBy(await obligationsPage(ctx))
    const rule = rules[at % Math.max(1, rules.length)]
    if (rule)
      await endObligationRule(ctx, rule.id, { until: dayInVietnam(now), reason: 'Hết thử', version: rule.version })
    return
  }
  if (what === 'unit-ends') {
    const { unit } = world.communes[at % communes] ?? {}
    await database.asOwner(`update unit_version set valid = '(,2025-11-01)' where unit_id = $1`, [unit])
    await database.asOwner('update territory_clock set n = n + 1')
    return
  }
  const page = await owedPeriodPage(ctx, { template: currentTemplate, period })
  if (!page.ok) return
  const line: OwedLine | undefined = page.value.lines[at % Math.max(1, page.value.lines.length)]
  if (!line) return
  if (what === 'waive') await waiveObligation(ctx, line.id, { reason: 'Xã đang sáp nhập', version: line.version })
  else if (what === 'ask') await askAgain(ctx, line.id, line.version)
  else {
    const given = { template: currentTemplate, period, units: [line.unit], until: addDays(line.due, days) }
    await extendObligations(ctx, { ...given, reason: 'Mưa lũ nhiều ngày' })
  }
}

/** How many obligations stand, of units that were there on the last day: nothing is owed twice and nothing is lost. */
async function standing(world: HundredCommunes): Promise<number> {
  const [row] = await database.asOwner<{ n: number }>(
    `select count(distinct (unit_id, template_code, period_from, period_to))::int as n from obligation o
     where province_id = $1
       and exists (select from unit_version v where v.unit_id = o.unit_id and v.valid @> o.period_to)`,
    [world.province],
  )
  return row?.n ?? -1
}

/** The next world settles under the same codes: those of the last one get others. */
async function makeRoom(): Promise<void> {
  await database.asOwner(`update unit set code = 'x-' || substr(md5(id::text), 1, 12) where code like 'nam-%'`)
}

test('whatever was ruled, given and let off, what was met, is open and is waived is all that is due', async () => {
  const reached = { met: 0, incomplete: 0, open: 0, waived: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
      await makeRoom()
      const world = await settleHundred(database, communes)
      const ctx: Ctx = { db: database.db, actor: world.officer, now }
      await inventYear(database, world, months)
      for (const one of [{ do: 'rule', pick: 6, days: 10 }, ...steps]) await take(world, ctx, one)
      const { periods } = doneBy(await obligationsPage(ctx))
      for (const { rate } of periods) {
        expect(rate.met + rate.incomplete + rate.open + rate.waived).toBe(rate.due)
        expect(rate.inTime).toBeLessThanOrEqual(rate.met)
        expect(rate.rate ?? 0).toBeLessThanOrEqual(1)
        for (const kind of ['met', 'incomplete', 'open', 'waived'] as const) reached[kind] += rate[kind]
      }
      expect(periods.reduce((sum, { rate }) => sum + rate.due, 0)).toBe(await standing(world))
    }),
    { numRuns: 10, seed: 20_260_223 },
  )
  // Histories in which nothing happened would prove nothing.
  expect(Object.values(reached).every((count) => count > 0)).toBe(true)
}, 60_000)
