import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { quarterOf } from '#kernel/period.ts'
import { inScope } from '#platform/database.ts'
import { scopeOf, type Actor } from '#modules/access/actor.ts'
import { changeRule, resetRule } from '#modules/figures/check-rule-commands.server.ts'
import type { RuleEntry } from '#modules/figures/check-rule-forms.ts'
import { insertSize } from '#modules/figures/unit-size-store.server.ts'
import { rulePage } from '#modules/reporting/check-rule-queries.server.ts'
import { reportPage } from '#modules/reporting/queries.server.ts'
import type { ReportId } from '#modules/reporting/report.ts'
import { useDatabase } from './support/database.ts'
import { inLanes, settleHundred, type HundredCommunes } from './support/hundred-communes.ts'
import { answerOf, desk, doneBy, submitNow } from './support/reports.ts'

const database = useDatabase()
const { as, typed, accepted, published } = desk(database)
const [before, now] = [quarterOf(2026, 2), quarterOf(2026, 3)]
const kept: RuleEntry = {
  ...{ isOn: true, severity: 'asks', cause: '', remedy: '', reason: 'Giao ban thống nhất.' },
  numbers: { history: '6', fewest: '10', perMille: '2' },
}

let place: HundredCommunes
let odd: Actor
let report: ReportId
beforeAll(async () => {
  place = await settleHundred(database, 14)
  const [first, hidden, ...others] = place.communes
  if (!first || !hidden) throw new Error('No communes')
  odd = first.officer
  await inLanes(others, async ({ officer }, at) => {
    await published(officer, place.officer, { D03: String(3 + (at % 4)), D01: '2' }, before)
  })
  // Accepted and not published: what it says is nobody else's to know.
  await accepted(hidden.officer, place.officer, { D03: '500' }, before)
  report = await typed(odd, { D03: '60', D01: '2' }, now)
}, 120_000)

const foundBy = async (actor: Actor): Promise<string[]> =>
  (doneBy(await reportPage(as(actor), report)).content?.findings ?? [])
    .filter(({ rule }) => rule === 'Q27')
    .map(({ verdict, text }) => `${verdict}: ${text.sentence}`)

describe('a count that is unlike those of its peers', () => {
  test('is asked of a commune without earlier periods, out of what twelve others published', async () => {
    const [sentence, ...more] = await foundBy(odd)
    expect(more).toEqual([])
    expect(sentence).toMatch(
      /^asks: D03 \(.+\) ghi 60, mà thường từ 0 đến 1\d cuộc, theo số 12 xã khác trong tỉnh đã công bố cho quý II năm 2026\. /,
    )
  })

  test('is compared for each resident once sizes are stated', async () => {
    await inScope(database.db, scopeOf(place.leader), async (tx) => {
      for (const [at, { unit }] of place.communes.entries()) {
        const size = { unit, on: localDate('2026-01-01'), people: 9000 + 100 * at }
        const teller = { province: place.province, account: null, at: new Date() }
        await insertSize(tx, teller, newId<'UnitSize'>(), { ...size, source: 'Niên giám', certainty: 'document' })
      }
    })
    expect(await foundBy(odd)).toEqual([
      expect.stringMatching(
        /theo số 12 xã cùng cỡ \(4\.500 đến 18\.000 dân\) đã công bố cho quý II năm 2026 \(tính theo số dân\)\. /,
      ),
    ])
  })

  test('the rule is tried on the past with what was published', async () => {
    const { past } = doneBy(await rulePage(as(place.leader), 'Q27', true))
    expect(past?.reports).toBe(13)
    // Its own number is not published, and the province that tries the rule reviewed it.
    expect(past?.findings.map(({ unitName, text }) => `${unitName}: ${text.heading}`)).toEqual([
      `${place.communes[1]?.name}: D03 cao khác thường so với xã cùng cỡ`,
    ])
  })

  test('a province turns it off', async () => {
    expect(answerOf(await changeRule(as(place.leader), 'Q27', 0, { ...kept, isOn: false }))).toBe('done')
    expect(await foundBy(odd)).toEqual([])
    expect(answerOf(await changeRule(as(odd), 'Q27', 1, kept))).toBe('forbidden')
    expect(answerOf(await changeRule(as(place.leader), 'Q27', 0, kept))).toBe('changed-meanwhile')
  })

  test('turned on again, it goes along with the report to who reviews it, in the same words', async () => {
    doneBy(await resetRule(as(place.leader), 'Q27', 1, 'Trả về như phần mềm đặt.'))
    const own = await foundBy(odd)
    doneBy(await submitNow(as(odd), report))
    expect(own).toHaveLength(1)
    expect(await foundBy(place.officer)).toEqual(own)
  })
})
