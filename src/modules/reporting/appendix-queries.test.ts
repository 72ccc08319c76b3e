import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { rangeOf, yearOf } from '#kernel/period.ts'
import { inScope } from '#platform/database.ts'
import { formatValue } from '#modules/figures/figure.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { desk, doneBy, submitNow } from '../../../tests/support/reports.ts'
import { readShort, type ReportAppendix } from './appendix.ts'
import { printableReport, publishedDocument } from './document-queries.server.ts'
import { reportPage } from './queries.server.ts'
import type { ReportId } from './report.ts'

const database = useDatabase()
const { as, begun, typed, submitted, accepted, published } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

function said(appendix: ReportAppendix | null, unit: string, cell: string): string {
  const row = appendix?.units.find(({ name }) => name === unit)
  if (!row) return 'no row'
  if (!row.figures) return row.status
  return formatValue(readShort(row.figures[appendix?.cells.indexOf(cell) ?? -1] ?? ''))
}

async function printed(id: ReportId): Promise<ReportAppendix | null> {
  return doneBy(await printableReport(as(place.people.reviewer), id)).appendix
}

describe('behind the report of a province', () => {
  test('each commune’s numbers stand as its own page shows them, and who is missing has none', async () => {
    const { doiCheOfficer, benDoOfficer, cauGoOfficer, reviewer } = place.people
    const texts = { F01: 'trên 40', D01: '0', F09: 'không áp dụng' }
    const own = await accepted(doiCheOfficer, reviewer, texts)
    await accepted(benDoOfficer, reviewer, { F01: '100' })
    await submitted(cauGoOfficer, { F01: '7' })
    const appendix = await printed(await begun(reviewer))
    const page = doneBy(await reportPage(as(doiCheOfficer), own))
    for (const line of page.content?.lines ?? [])
      expect(said(appendix, 'Xã Đồi Chè', cellKey(line.cell))).toBe(formatValue(line.figure.value))
    expect(said(appendix, 'Xã Đồi Chè', 'F01')).toBe('trên 40')
    expect(said(appendix, 'Xã Cầu Gỗ', 'F01')).toBe('submitted')
    expect(said(appendix, 'Phường Chợ Mới', 'F01')).toBe('not-begun')
  })

  test('is frozen with the copy: what is accepted afterwards does not change a paper that was handed in', async () => {
    const { doiCheOfficer, benDoOfficer, reviewer } = place.people
    await accepted(doiCheOfficer, reviewer, { F01: '40' })
    const id = await submitted(reviewer, {})
    await accepted(benDoOfficer, reviewer, { F01: '100' })
    const appendix = await printed(id)
    expect(said(appendix, 'Xã Bến Đò', 'F01')).toBe('not-begun')
    const { content } = doneBy(await printableReport(as(reviewer), id))
    const total = content.lines.find((line) => cellKey(line.cell) === 'F01')
    expect(total && formatValue(total.figure.value)).toBe('40')
  })

  test('who is accepted while it is handed in stands in the total and in the rows', async () => {
    const { doiCheOfficer, benDoOfficer, reviewer } = place.people
    await accepted(doiCheOfficer, reviewer, { F01: '40' })
    const late = await submitted(benDoOfficer, { F01: '100' })
    const id = await typed(reviewer, { A10: '3' })
    let begin = (): void => undefined
    let end = (): void => undefined
    const hasBegun = new Promise<void>((resolve) => (begin = resolve))
    const mayEnd = new Promise<void>((resolve) => (end = resolve))
    const acceptance = inScope(database.db, { reach: 'province', province: place.province }, async (tx) => {
      await sql`update report set status = 'accepted' where id = ${late}`.execute(tx)
      await sql`update figure_clock set n = n + 1 where province_id = ${place.province}`.execute(tx)
      await sql`update figure_set set standing = 'accepted' where id = ${late}`.execute(tx)
      begin()
      await mayEnd
    })
    await hasBegun
    const handing = submitNow(as(reviewer), id)
    await pause(300)
    end()
    await acceptance
    doneBy(await handing)
    const { content, appendix } = doneBy(await printableReport(as(reviewer), id))
    const total = content.lines.find((line) => cellKey(line.cell) === 'F01')
    expect(total && formatValue(total.figure.value)).toBe('140')
    expect(said(appendix, 'Xã Bến Đò', 'F01')).toBe('100')
  })

  test('a commune has no such appendix, nor has what everybody takes home', async () => {
    const { doiCheOfficer, reviewer, provinceLeader } = place.people
    const own = await submitted(doiCheOfficer, { F01: '40' })
    expect(await printed(own)).toBeNull()
    const id = await published(reviewer, provinceLeader, { A10: '3' })
    const [row] = await database.asOwner<{ code: string }>('select code from unit where id = $1', [place.province])
    expect(await publishedDocument(database.db, row?.code ?? '', id)).not.toHaveProperty('appendix')
  })
})

describe('behind a review of several years', () => {
  const review = rangeOf(localDate('2023-01-01'), localDate('2025-12-31')) ?? yearOf(2025)

  test('stand its years: which is missing, and growth where both sides are known in full', async () => {
    const { doiCheOfficer, reviewer } = place.people
    await accepted(doiCheOfficer, reviewer, { F01: '100', D01: 'trên 40' }, yearOf(2023))
    await accepted(doiCheOfficer, reviewer, { F01: '125', D01: '50' }, yearOf(2024))
    const appendix = await printed(await submitted(doiCheOfficer, { F01: '300' }, review))
    const years = appendix?.years
    const [exact, hedged] = ['F01', 'D01'].map((cell) => appendix?.cells.indexOf(cell) ?? -1)
    expect(years?.columns.map(({ period, figures }) => [period.from, figures?.[exact ?? -1] ?? null])).toEqual([
      ['2023-01-01', '100'],
      ['2024-01-01', '125'],
      ['2025-01-01', null],
    ])
    expect([years?.growth?.from, years?.growth?.to]).toEqual([yearOf(2023), yearOf(2024)])
    expect([years?.growth?.percent[exact ?? -1], years?.growth?.percent[hedged ?? -1]]).toEqual(['25', null])
  })

  test('no growth is told over 1 July 2025: the units were not the same', async () => {
    const { doiCheOfficer, reviewer } = place.people
    await accepted(doiCheOfficer, reviewer, { F01: '100' }, yearOf(2024))
    await accepted(doiCheOfficer, reviewer, { F01: '125' }, yearOf(2025))
    const appendix = await printed(await submitted(doiCheOfficer, { F01: '300' }, review))
    expect(appendix?.years?.growth?.percent.some((percent) => percent !== null)).toBe(false)
  })

  test('a report of one year has no years beside it', async () => {
    const { doiCheOfficer, reviewer } = place.people
    expect(await printed(await accepted(doiCheOfficer, reviewer, { F01: '100' }, yearOf(2024)))).toBeNull()
  })
})
