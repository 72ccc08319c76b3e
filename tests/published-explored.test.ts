import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { namedCells, readCsv } from '#kernel/csv.ts'
import { localDate } from '#kernel/local-date.ts'
import { periodBetween, periodKey } from '#kernel/period.ts'
import { openCube, type Cube } from '#modules/figures/cube.server.ts'
import { readForm } from '#modules/figures/explore-form.ts'
import { openNumber } from '#modules/figures/explore-opened.server.ts'
import { explore, exploreGround, type Explored, type ExploreGround } from '#modules/figures/explore.server.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { readQuestion } from '#modules/figures/question-text.ts'
import { figureAnchor } from '#modules/reporting/public-path.ts'
import { publicReportPage } from '#modules/reporting/public-page.ts'
import { publishedReport } from '#modules/reporting/public-queries.server.ts'
import { resultOf } from '../src/routes/explore-result.server.ts'
import { loadPublished } from '../src/example.ts'
import { useDatabase } from './support/database.ts'

const database = useDatabase()
const now = new Date('2026-11-22T02:00:00Z')
let cube: Cube
let ground: ExploreGround

const reading = () => ({ db: database.db, cube, reader: { kind: 'public' } as const, now })

beforeAll(async () => {
  await loadPublished(database.db, now)
  cube = openCube(database.url)
  ground = await exploreGround(reading())
}, 240_000)
afterAll(() => cube.close())

function askedIn(address: string) {
  const read = readQuestion(readForm(new URL(address, 'http://localhost').searchParams).question)
  if (!read.ok) throw new Error(JSON.stringify(read.doubts))
  return read.asked
}

/** What the page of an address has to show: the same that `/kham-pha` answers with. */
async function answered(address: string): Promise<Explored> {
  const found = await explore(reading(), ground, askedIn(address))
  if (!found.ok) throw new Error(JSON.stringify(found))
  return found.value
}

const rowsOf = (file: string) => {
  const table = readCsv(file, readFileSync(`db/reference/${file}`, 'utf8'))
  return table.rows.map((row) => namedCells(table, row))
}

const reports = new Map(
  rowsOf('published_report.csv').map((cell) => {
    const period = periodBetween(localDate(cell('period_from')), localDate(cell('period_to')))
    return [cell('key'), { unit: cell('unit_code'), period: periodKey(period) }]
  }),
)

/** How a number is written on our pages, where the source writes it otherwise. */
const rewritten: Record<string, string> = {
  '43,479': '43.479',
  '33,838': '33.838',
  'trên 4000': 'trên 4.000',
  'hơn 600': 'trên 600',
  'hơn 13.000': 'trên 13.000',
}

/** Worked out anew from what it is a ratio of: the source's 378 is an estimate, so what is divided from it is one too. */
const workedOut: Record<string, string> = { I02: 'ước 15,75' }

const figures = rowsOf('published_figure.csv').map((cell) => {
  const [code = ''] = cell('indicator_version').split('@')
  const report = reports.get(cell('report_key'))
  if (!report) throw new Error(`No report ${cell('report_key')}`)
  const key = cellKey({ code, dimension: cell('dimension') })
  const raw = cell('raw')
  return {
    key,
    raw,
    shown: workedOut[code] ?? rewritten[raw] ?? raw.replace(/^0+(?=\d)/, ''),
    note: cell('note'),
    ...report,
    address: `/kham-pha?indicators=${key}&unit=${report.unit}&period=${report.period}&from=any`,
  }
})

describe('every figure of the five published sources is found by exploring', () => {
  test('the list is that of the sources: five reports and fifty-two figures', () => {
    expect(reports.size).toBe(5)
    expect(figures).toHaveLength(52)
    expect(figures.filter(({ shown }) => /^(trên|khoảng|ước) /.test(shown))).toHaveLength(8)
  })

  test.each(figures)('$unit $key: “$raw” is answered as “$shown”, and opens to its note', async (one) => {
    const { table } = resultOf(await answered(one.address), null, '/kham-pha')
    const [cell, ...more] = table.groups.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
    expect(more).toEqual([])
    expect([cell?.hedge, cell?.amount].filter(Boolean).join(' ')).toBe(one.shown)
    expect(cell).toMatchObject({ absent: null, from: null, isApportioned: false })

    const opened = await openNumber(reading(), ground, askedIn(one.address))
    if (!opened.ok) throw new Error(JSON.stringify(opened))
    const [part, ...others] = opened.value.opened.parts
    expect(others).toEqual([])
    expect(opened.value.arithmetic !== null).toBe(one.key in workedOut)
    expect(part).toMatchObject({ origin: 'published-source', standing: 'published', use: 'counted' })
    const report = await publishedReport(database.db, one.unit, part?.set ?? '')
    const page = report && publicReportPage(report, localDate('2026-11-22'))
    const source = page?.sections
      .flatMap((section) => section.figures)
      .find(({ anchor }) => anchor === figureAnchor(one.key))
    expect(source?.note).toBe(one.note)
  })
})

/** The notes under the table of an address, as the page prints them. */
async function notesOf(address: string) {
  const result = resultOf(await answered(address), null, '/kham-pha')
  const cells = result.table.groups.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
  return { ...result, notes: result.table.notes, besides: cells.map(({ beside }) => beside ?? '') }
}

const overTheChange =
  'Không so được: hai kỳ ở hai bên ngày 1/7/2025, đơn vị đã khác. Xin xem cả hai kỳ trên một bản đồ.'

describe('a growth across 1 July 2025 is refused with the reason', () => {
  const asked = ['huyen-que-son', 'huyen-le-thuy', 'huyen-kim-son'].flatMap((unit) =>
    ['2025', '2025-q3', '2025-t07', '2026-q2'].map((period) => ({ unit, period })),
  )

  test.each(asked)('$unit, $period against the same period of the year before', async ({ unit, period }) => {
    const asking = `/kham-pha?indicators=F01,I01,I02&unit=${unit}&period=${period}&from=any&compare=same-period`
    const { notes, besides, onToday } = await notesOf(asking)
    expect(notes).toContain(overTheChange)
    expect(besides.join()).not.toMatch(/tăng|giảm|không đổi|%/)
    expect(onToday).toContain('map=today')
  })

  test('on today’s map an old district has no number, and no growth either', async () => {
    const { notes, besides } = await notesOf(
      '/kham-pha?indicators=F01&unit=huyen-kim-son&period=2025&from=any&compare=same-period&map=today',
    )
    expect(notes.join(' ')).toMatch(/không có vào ngày cuối kỳ.*Không so được/)
    expect(besides.join()).not.toMatch(/tăng|giảm|không đổi|%/)
  })

  test('before the change it is not the change that is given as the reason', async () => {
    const { notes } = await notesOf(
      '/kham-pha?indicators=F01&unit=huyen-kim-son&period=2024&from=any&compare=same-period',
    )
    expect(notes).toEqual(['Không so được: cùng kỳ năm trước là số làm tròn hoặc ước.'])
  })
})
