import { beforeAll, describe, expect, test } from 'vitest'
import { entryNamed } from '#platform/files/archive.ts'
import { writeDocx } from '#platform/office/docx.ts'
import { formatValue } from '#modules/figures/figure.ts'
import {
  printableReport,
  publishedDocument,
  type PublishedDocument,
} from '#modules/reporting/document-queries.server.ts'
import { reportDocument } from '#modules/reporting/documents.ts'
import { chosenBody } from '#modules/reporting/issuing-body.ts'
import { plainPaper } from '#modules/reporting/paper.ts'
import { provincePage } from '#modules/reporting/province-queries.server.ts'
import { publicReportPage } from '#modules/reporting/public-page.ts'
import { publishedReport, publishedReports } from '#modules/reporting/public-queries.server.ts'
import { localDate } from '#kernel/local-date.ts'
import { loadPublished } from '../src/example.ts'
import { useDatabase } from './support/database.ts'
import { settleProvince } from './support/province.ts'
import { desk, doneBy, now, quarter } from './support/reports.ts'

const database = useDatabase()
const { as, accepted, typed } = desk(database)
const fair = { isDraft: false, isExample: false }

/** The cells of every row of every table of a Word file, and its words. */
async function opened(bytes: Uint8Array): Promise<{ rows: string[][]; words: string }> {
  const xml = (await entryNamed(Buffer.from(bytes), 'word/document.xml'))?.toString('utf8') ?? ''
  const words = (part: string): string =>
    [...part.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, one]) => one).join('')
  const rows = [...xml.matchAll(/<w:tr>(.*?)<\/w:tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell = '']) => words(cell).replaceAll('\u00a0', ' ')),
  )
  return { rows, words: words(xml) }
}

describe('the papers of published sources', () => {
  const made = new Map<string, { document: PublishedDocument; word: Awaited<ReturnType<typeof opened>> }>()
  beforeAll(async () => {
    await loadPublished(database.db, now)
    for (const { unitCode, path } of (await publishedReports(database.db, '', 1)).reports) {
      const document = await publishedDocument(database.db, unitCode, path.split('/').at(-1) ?? '')
      if (!document) throw new Error(`${unitCode} has no paper`)
      const paper = { ...plainPaper, questions: document.questions }
      const body = chosenBody(document.bodies, null)
      const bytes = await writeDocx(reportDocument(document.content, body, document.publishedOn, fair, paper))
      made.set(unitCode, { document, word: await opened(bytes) })
    }
  })
  const of = (code: string) => {
    const found = made.get(code)
    if (!found) throw new Error(`No paper of ${code}`)
    return found
  }

  test('print in every cell what their page prints', async () => {
    let compared = 0
    for (const { unitCode, path } of (await publishedReports(database.db, '', 1)).reports) {
      const found = await publishedReport(database.db, unitCode, path.split('/').at(-1) ?? '')
      if (!found) throw new Error(`${unitCode} has no page`)
      const { sections } = publicReportPage(found, localDate('2026-10-08'))
      const onPage = sections.flatMap(({ figures }) =>
        figures.map((figure) => [figure.hedge, figure.amount].filter(Boolean).join(' ')),
      )
      const inWord = of(unitCode)
        .word.rows.filter((row) => /^\d+$/.test(row[0] ?? ''))
        .map((row) => row[4])
      expect([unitCode, inWord]).toEqual([unitCode, onPage])
      compared += onPage.length
    }
    expect(compared).toBeGreaterThan(45)
  })

  test('the three-year review asks about its 715, its 777 and its period, and fills nothing in', () => {
    const { words, rows } = of('huyen-que-son').word
    expect(words).toContain('Những chỗ còn phải làm rõ')
    for (const asked of ['kém tổng 43.479 là 715', 'số lượt và số người đều là 777', 'sơ kết 03 năm'])
      expect(words).toContain(asked)
    expect(rows.flat()).not.toContain('715')
    expect(rows.flat()).toEqual(expect.arrayContaining(['43.479', '33.838', '8.552', '374']))
  })

  test('the nine months say that nobody knows which district it is and of what form its awards are', () => {
    const { words } = of('huyen-khong-neu-ten').word
    expect(words).toContain('9 tháng đầu năm 2020')
    for (const asked of ['không nêu tên huyện', 'giấy khen hay bằng khen', 'không nêu mấy cuộc'])
      expect(words).toContain(asked)
  })

  test('the year end says that a number about believers exists, and prints it nowhere', () => {
    const { words, rows } = of('huyen-kim-son').word
    expect(words).toContain('không lưu và không in lại')
    expect(rows.flat()).not.toContain('28')
    expect(words).not.toMatch(/\b28\b/)
  })
})

test('the paper of a province prints in every cell the sum its board shows, and lists who is missing', async () => {
  const place = await settleProvince(database)
  const { doiCheOfficer, benDoOfficer, reviewer } = place.people
  await accepted(doiCheOfficer, reviewer, { E01: '780', D01: '2', F01: 'trên 3.200' })
  await accepted(benDoOfficer, reviewer, { E01: '1.220', D01: '0' })
  const board = doneBy(await provincePage(as(reviewer), quarter))
  const id = await typed(reviewer, {})
  const { content, bodies } = doneBy(await printableReport(as(reviewer), id))
  const word = await opened(await writeDocx(reportDocument(content, chosenBody(bodies, 'state'), null, fair)))
  const figures = word.rows.filter((row) => /^\d+$/.test(row[0] ?? '') && row.length === 6)
  const sums = board.lines.map((line) => formatValue(line.figure.value, line.numeral))
  expect(figures).toHaveLength(sums.length)
  const ownCells = new Set(content.lines.flatMap((line, at) => (line.figure.basis === 'counted' ? [at] : [])))
  for (const [at, sum] of sums.entries()) if (ownCells.has(at)) expect(figures[at]?.[4]).toBe(sum)
  expect(figures.map((row) => row[4])).toEqual(expect.arrayContaining(['2.000', 'trên 3.200']))
  expect(word.words).toContain(`${board.counted} đơn vị đã được nhận báo cáo`)
  for (const { unit, status } of board.units.filter((one) => one.status === 'not-begun'))
    expect([status, word.words.includes(unit.name)]).toEqual(['not-begun', true])
})
