import { beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { nineMonthsOf, quarterOf } from '#kernel/period.ts'
import { quantity } from '#kernel/quantity.ts'
import { inScope } from '#platform/database.ts'
import { askCube, openCube } from '#modules/figures/cube.server.ts'
import { changeBetween } from '#modules/figures/definition-change.ts'
import { changeText } from '#modules/figures/definition-labels.ts'
import { changesBetween, indicatorVersions } from '#modules/figures/indicators.server.ts'
import type { MapFigure } from '#modules/figures/map-figure.ts'
import { growthBetween } from '#modules/figures/map-growth.ts'
import { growthText } from '#modules/figures/map-labels.ts'
import { readMeasures } from '#modules/figures/measures.server.ts'
import { reportPage } from '#modules/reporting/queries.server.ts'
import type { ReportId } from '#modules/reporting/report.ts'
import { useDatabase } from './support/database.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { desk, doneBy } from './support/reports.ts'

const database = useDatabase()
const { as, accepted } = desk(database)
let place: TestProvince
let report: ReportId

const note = 'Chỉ tính hồ sơ đã trả kết quả.'
const [before, after] = [quarterOf(2026, 2), quarterOf(2026, 3)]
/** A new definition of F01 from a day on, the old one ending the day before. */
const second = `insert into indicator_version
  select 'F01@2', indicator_code, 2, '[2026-07-01,)', 'Hồ sơ đã tiếp nhận và trả kết quả', english_name, unit_of_count, numeral,
    nature, over_time, over_territory, direction, sensitivity, numerator, denominator, denominator_kind, dimensions, counts,
    frequency, source, false, $1 from indicator_version where id = 'F01@1'`

beforeAll(async () => {
  place = await settleProvince(database)
  report = await accepted(place.people.doiCheOfficer, place.people.reviewer, { F01: '120' }, before)
  await database.asOwner(`update indicator_version set valid = '(,2026-07-01)' where id = 'F01@1'`)
  await database.asOwner(second, [note])
  await accepted(place.people.doiCheOfficer, place.people.reviewer, { F01: '90' }, after)
  // The form of the third quarter is the old one: what stands in it is moved to the new definition as a new form would write it.
  for (const table of ['figure_value', 'figure_change']) {
    await database.asOwner(
      `update ${table} set indicator_version = 'F01@2' where province_id = $1 and indicator_version = 'F01@1' and period_from = $2`,
      [place.province, after.from],
    )
  }
})

describe('an indicator that is defined anew', () => {
  test('is read by the definition of the day that is asked for', async () => {
    const nameOn = (day: string) =>
      inScope(
        database.db,
        { reach: 'public' },
        async (tx) => doneBy(await readMeasures(tx, ['F01'], localDate(day), null))[0]?.name,
      )
    expect(await nameOn('2026-06-30')).toBe('Tổng hồ sơ phải giải quyết')
    expect(await nameOn('2026-07-01')).toBe('Hồ sơ đã tiếp nhận và trả kết quả')
  })

  test('keeps its old meaning in an old report', async () => {
    const { content } = doneBy(await reportPage(as(place.people.reviewer), report))
    expect(content?.lines.find(({ cell }) => cell.code === 'F01')?.name).toBe('Tổng hồ sơ phải giải quyết')
  })

  test('breaks its series where the definition changes, with what changed', async () => {
    const cube = openCube(database.url)
    try {
      const scope = { reach: 'public' } as const
      const [measures, versions] = await inScope(
        database.db,
        scope,
        async (tx) =>
          [
            doneBy(await readMeasures(tx, ['F01'], after.to, null)),
            (await indicatorVersions(tx)).get('F01') ?? [],
          ] as const,
      )
      const question = {
        ...{ measures, units: [place.doiChe], periods: [before, after], map: { kind: 'reported' as const } },
        ...{ counts: 'accepted' as const, from: 'communes' as const },
      }
      const answer = doneBy(await askCube(cube, { kind: 'officer', actor: place.people.reviewer }, question))
      expect([0, 1].map((period) => answer.cell(0, 0, period)).map(({ amount, version }) => [amount, version])).toEqual(
        [
          [quantity(120), 'F01@1'],
          [quantity(90), 'F01@2'],
        ],
      )
      const [found] = answer.breaks(0)
      expect(found).toEqual({ period: 1, from: 'F01@1', to: 'F01@2', comparable: false, note })
      expect(answer.noted(0)).toEqual([])
      const change = found && changeBetween(versions, found.from, found.to)
      expect(change && changeText(change)).toBe(
        'Từ ngày 1/7/2026 định nghĩa đã đổi: Chỉ tính hồ sơ đã trả kết quả. Số trước và sau không cùng một cách đếm, nên không so và không tính tăng, giảm.',
      )
    } finally {
      await cube.close()
    }
  })

  test('is put together over both definitions where they compare, and only noted; the cube hears of it at once', async () => {
    const cube = openCube(database.url)
    const setComparable = (is: boolean) =>
      database.asOwner(`update indicator_version set comparable_with_previous = $1 where id = 'F01@2'`, [is])
    try {
      const measures = await inScope(database.db, { reach: 'public' }, async (tx) =>
        doneBy(await readMeasures(tx, ['F01', 'F01 / F01 %'], after.to, null)),
      )
      await accepted(place.people.doiCheOfficer, place.people.reviewer, { F01: '30' }, quarterOf(2026, 1))
      await database.asOwner(`update indicator_version set over_time = 'sum' where indicator_code = 'F01'`)
      const both = nineMonthsOf(2026)
      const question = {
        ...{ measures, units: [place.doiChe], periods: [before, after, both], map: { kind: 'reported' as const } },
        ...{ counts: 'accepted' as const, from: 'communes' as const },
      }
      const ask = async () => doneBy(await askCube(cube, { kind: 'officer', actor: place.people.reviewer }, question))
      const apart = await ask()
      expect(apart.cell(0, 0, 2)).toMatchObject({
        amount: null,
        reason: { why: 'definition-changed', on: '2026-07-01' },
      })
      // A formula breaks where one of its indicators does, though it has no version of its own.
      expect(apart.breaks(1)).toMatchObject([{ period: 1, to: 'F01@2' }])
      await setComparable(true)
      const together = await ask()
      expect(together.cell(0, 0, 2)).toMatchObject({ state: 'known', amount: quantity(240), version: 'F01@2' })
      expect([together.breaks(0), together.noted(0)]).toMatchObject([[], [{ period: 1, comparable: true, note }]])
    } finally {
      await setComparable(false)
      await cube.close()
    }
  })

  test('has no growth across the change, with the sentence why', async () => {
    const figureOf = (amount: string): MapFigure => ({
      standing: {
        ...{ kind: 'known', flag: 'exact' },
        value: { state: 'reported', amount: quantity(amount), qualifier: 'exact' },
      },
      ...{ counted: 1, expected: 1, parts: [], missing: [] },
    })
    const changes = await inScope(database.db, { reach: 'public' }, (tx) => changesBetween(tx, before.to, after.to))
    expect([...changes.keys()]).toEqual(['F01'])
    const growth = growthBetween(figureOf('120'), figureOf('90'), changes.get('F01') ?? null)
    expect(growthText(growth, () => '')).toContain(`Không tính tăng, giảm. Từ ngày 1/7/2026 định nghĩa đã đổi: ${note}`)
    expect(growthBetween(figureOf('120'), figureOf('90'), null).kind).toBe('rate')
  })
})

describe('the database refuses definitions', () => {
  test('of which two hold on one day', async () => {
    const third = second.replace("'F01@2'", "'F01@3'").replace(', 2,', ', 3,')
    await expect(database.asOwner(third, [note])).rejects.toThrow(/indicator_version_is_the_only_one_of_a_day/)
  })

  test('that break a series and do not say what changed', async () => {
    await expect(database.asOwner(`update indicator_version set change_note = '' where id = 'F01@2'`)).rejects.toThrow(
      /indicator_version_that_breaks_its_series_says_why/,
    )
  })
})
