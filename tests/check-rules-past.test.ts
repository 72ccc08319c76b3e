import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { periodsBefore } from '#modules/figures/checks-over-time.ts'
import { quarterOf, type Period } from '#kernel/period.ts'
import { codesOf } from '#modules/figures/kept-rule.ts'
import { inScope } from '#platform/database.ts'
import { backTest } from '#modules/reporting/back-test.ts'
import { pastReports } from '#modules/reporting/past-reports.server.ts'
import { localDate } from '#kernel/local-date.ts'
import { useDatabase } from './support/database.ts'
import { houseRulesByKey } from './support/house-rules.ts'
import { settleHundred, type HundredCommunes } from './support/hundred-communes.ts'

const database = useDatabase()
const latest = quarterOf(2026, 3)
const year = { from: localDate('2025-11-23'), to: localDate('2026-11-23') }

/** Twelve quarters of every commune as accepted reports, with one invented number in each cell. */
async function filled(place: HundredCommunes, periods: readonly Period[]): Promise<void> {
  const units = place.communes.map(({ unit }) => unit)
  for (const period of periods) {
    await database.asOwner(
      `insert into report (province_id, id, unit_id, template_version, period_from, period_to, origin, status, version, changed_at)
       select $1, id, unit, 'dan-van@1', $4, $5, 'entered', 'accepted', 3, now() from unnest($2::uuid[], $3::uuid[]) as one (id, unit)`,
      [place.province, units.map(() => newId<'Report'>()), units, period.from, period.to],
    )
  }
  await database.asOwner(
    `insert into figure_value (province_id, unit_id, indicator_version, dimension, period_from, period_to, state, amount, raw, basis, changed_at, set_id)
     select r.province_id, r.unit_id, l.indicator_version, l.dimension, r.period_from, r.period_to, 'reported',
       1 + abs(hashtext(r.id::text || l.indicator_version)) % 5, 'x', 'typed', now(), r.id
     from report r join template_line l on l.template_version = 'dan-van@1' where r.province_id = $1`,
    [place.province],
  )
}

describe('a hundred communes and twelve quarters', () => {
  test('the odd number is found, and hardly anything beside it', async () => {
    const counts: number[] = []
    for (const howMany of [10, 100]) {
      const place = await settleHundred(database, howMany)
      await filled(place, [latest, ...periodsBefore(latest)])
      await database.asOwner(
        `update figure_value set amount = 400 where province_id = $1 and unit_id = $2 and period_to = $3 and indicator_version = 'D03@1'`,
        [place.province, place.communes[0]?.unit, latest.to],
      )
      const rule = houseRulesByKey.get('Q26')
      if (!rule) throw new Error('No rule')
      const scope = { reach: 'province', province: place.province } as const
      const past = await inScope(database.db, scope, (tx) =>
        pastReports(tx, { province: place.province, ...year, codes: codesOf(rule) }),
      )
      counts.push(past.length)
      const told = backTest(past, rule)
      expect(told.some(({ key, unitName }) => key === 'Q26:D03' && unitName === place.communes[0]?.name)).toBe(true)
      // Counts of 1 to 5 without a pattern: what is told of them is told for nothing.
      expect(told.length - 1).toBeLessThanOrEqual(past.length * 50 * 0.01)
      expect(past[0]?.input.history.length).toBe(12)
    }
    expect(counts).toEqual([40, 400])
  })
})
