import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { namedCells, readCsv } from '#kernel/csv.ts'
import { localDate } from '#kernel/local-date.ts'
import { publishedMovement } from '#modules/movement/published-queries.server.ts'
import { publicReportPage, type PublicFigure } from '#modules/reporting/public-page.ts'
import { publishedReport, publishedReports, type PublicListing } from '#modules/reporting/public-queries.server.ts'
import { nameOnDay } from '#modules/territory/labels.ts'
import { loadPublished } from '../src/example.ts'
import { useDatabase } from './support/database.ts'

const database = useDatabase()
const loadedAt = new Date('2026-10-07T02:00:00Z')
const today = localDate('2026-10-08')

type Page = ReturnType<typeof publicReportPage>
const pages = new Map<string, Page>()
let listed: PublicListing[]

/** The unit whose page shows each report of published_report.csv. */
const unitOf: Record<string, string> = {
  'kim-son-2023': 'huyen-kim-son',
  'bac-kan-2019': 'tinh-bac-kan',
  'que-son-2019-2022': 'huyen-que-son',
  'le-thuy-2023': 'huyen-le-thuy',
  'huyen-khong-neu-ten-2020': 'huyen-khong-neu-ten',
}

beforeAll(async () => {
  await loadPublished(database.db, loadedAt)
  listed = (await publishedReports(database.db, '', 1)).reports
  for (const [key, unitCode] of Object.entries(unitOf)) {
    const listing = listed.find((one) => one.unitCode === unitCode)
    const found = listing && (await publishedReport(database.db, unitCode, listing.path.split('/').at(-1) ?? ''))
    if (!found) throw new Error(`${key} is not published`)
    pages.set(key, publicReportPage(found, today))
  }
})

function page(key: string): Page {
  const found = pages.get(key)
  if (!found) throw new Error(`No page of ${key}`)
  return found
}

/** A figure as a reader sees it: its hedge and its amount. */
const seenAs = (figure: PublicFigure): string => [figure.hedge, figure.amount].filter(Boolean).join(' ')

function figureOf(key: string, anchor: string): PublicFigure | undefined {
  return page(key)
    .sections.flatMap((section) => section.figures)
    .find((figure) => figure.anchor === anchor)
}

/** Where the printed text differs from how we write numbers: leading zeros, separators, another word for the hedge. */
const rewritten: Record<string, string> = {
  '43,479': '43.479',
  '33,838': '33.838',
  'trên 4000': 'trên 4.000',
  'hơn 600': 'trên 600',
  'hơn 13.000': 'trên 13.000',
}

const table = readCsv('published_figure.csv', readFileSync('db/reference/published_figure.csv', 'utf8'))
const printed = table.rows.map((row) => {
  const cell = namedCells(table, row)
  const [code = ''] = cell('indicator_version').split('@')
  const raw = cell('raw')
  return {
    key: cell('report_key'),
    anchor: `so-${code.toLowerCase()}${cell('dimension') ? `-${cell('dimension')}` : ''}`,
    raw,
    shown: rewritten[raw] ?? raw.replace(/^0+(?=\d)/, ''),
    note: cell('note'),
  }
})

describe('every published figure is seen on its page, with its hedge and its note', () => {
  test.each(printed)('$key $anchor: “$raw” is seen as “$shown”', ({ key, anchor, shown, note }) => {
    const figure = figureOf(key, anchor)
    expect(figure && seenAs(figure)).toBe(shown)
    expect(figure?.note).toBe(note)
    expect(figure?.sourceName).toBe('số liệu đã công bố')
    expect(figure?.counts).not.toBe('')
  })

  test('and no other figure is', () => {
    const figures = [...pages.values()].flatMap((one) => one.sections.flatMap((section) => section.figures))
    expect(figures).toHaveLength(printed.length)
    expect(printed).toHaveLength(52)
    for (const one of pages.values()) expect(one.missing).toEqual([])
  })

  test.each([
    ['kim-son-2023', 'so-f01', 'trên 3.200'],
    ['kim-son-2023', 'so-d02', 'khoảng 500'],
    ['bac-kan-2019', 'so-d09', 'trên 4.000'],
    ['le-thuy-2023', 'so-i01', 'ước 378'],
    ['le-thuy-2023', 'so-i02', '15,75'],
    ['le-thuy-2023', 'so-i03', '+8'],
  ])('%s %s is “%s”', (key, anchor, shown) => {
    const figure = figureOf(key, anchor)
    expect(figure && seenAs(figure)).toBe(shown)
  })

  test('nothing large at the top is anything else than below', () => {
    for (const [key, one] of pages) {
      expect(one.highlights.length, key).toBeGreaterThan(0)
      for (const figure of one.highlights) expect(figureOf(key, figure.anchor)).toEqual(figure)
    }
  })
})

describe('what the rules say about them', () => {
  const said = (key: string, words: RegExp) => page(key).statements.filter((one) => words.test(one.sentence))

  test('Quế Sơn: 715 dossiers are unexplained, and the empty line F08 is named', () => {
    const [statement, ...more] = said('que-son-2019-2022', /715/)
    expect(more).toEqual([])
    expect(statement?.verdict).toBe('not-computable')
    expect(statement?.sentence).toContain('Cộng lại còn thiếu 715 hồ sơ')
    expect(statement?.sentence).toContain('F08 (hồ sơ đang giải quyết, trong hạn)')
    expect(statement?.sum?.map((row) => `${row.kind} ${row.amount}`)).toEqual([
      'part 33.838',
      'part 8.552',
      'part 374',
      'sum 42.764',
      'total 43.479',
      'gap 715',
    ])
  })

  test('Quế Sơn: 777 turns for 777 persons are asked about', () => {
    expect(said('que-son-2019-2022', /777 lượt bằng đúng 777 người/)).toMatchObject([{ verdict: 'asks' }])
  })

  test('Lệ Thủy: 23 + 8 = 31 holds, and who was not counted can only be none', () => {
    const [statement] = said('le-thuy-2023', /23 \+ 8 = 31/)
    expect(statement?.verdict).toBe('holds')
    expect(statement?.sentence).toContain('I12 (sản phẩm OCOP 5 sao) chưa có số và chỉ có thể là 0')
  })

  test('Lệ Thủy: 378 / 15,75 gives 24 xã, and 26 units would have given 14,54', () => {
    const [statement] = said('le-thuy-2023', /378 \/ 15,75 ra 24 xã/)
    expect(statement?.verdict).toBe('holds')
    expect(statement?.sentence).toContain('Chia cho cả 26 đơn vị sẽ ra 14,54')
  })

  test('Kim Sơn: 3, 62 and 6 models are never summed', () => {
    expect(said('kim-son-2023', /3, 62, 6: 3 phạm vi khác nhau, không cộng/)).toMatchObject([{ verdict: 'holds' }])
    expect(JSON.stringify(page('kim-son-2023'))).not.toMatch(/"71"| 71 /)
  })

  test('Kim Sơn: “trên 3.200” is not reckoned with as if it were exact', () => {
    expect(said('kim-son-2023', /3\.200/)).toEqual([])
  })

  test('no published figure is called wrong, and nothing was explained on their behalf', () => {
    const statements = [...pages.values()].flatMap((one) => one.statements)
    expect(statements.filter((one) => one.verdict === 'fails')).toEqual([])
    expect(statements.every((one) => one.explanation === null)).toBe(true)
  })
})

describe('whose they were, and when', () => {
  test('each stands under its unit as it was, with the day on which that unit ended', () => {
    expect(listed.map((one) => nameOnDay({ name: one.unitName, until: one.unitUntil }, today)).sort()).toEqual([
      'Huyện Kim Sơn (cũ), đến 30/6/2025',
      'Huyện Lệ Thủy (cũ), đến 30/6/2025',
      'Huyện Quế Sơn (cũ), đến 31/12/2024',
      'Một huyện không nêu tên (cũ), đến 30/6/2025',
      'Tỉnh Bắc Kạn (cũ), đến 30/6/2025',
    ])
    expect(page('que-son-2019-2022')).toMatchObject({
      unitName: 'Huyện Quế Sơn',
      unitNote: 'Huyện Quế Sơn (cũ), đến 31/12/2024',
      provinceName: 'Tỉnh Quảng Nam',
      territoryNote:
        'Huyện Quế Sơn kết thúc ngày 31/12/2024. Số liệu ở trang này đứng tên đơn vị như lúc đó; mục “Xem trên bản đồ” cho biết nay cộng vào đơn vị nào.',
    })
  })

  test('a reader sees the unit as ended from the day on which Nông Sơn joined it', async () => {
    const listing = listed.find((one) => one.unitCode === 'huyen-que-son')
    const found = await publishedReport(database.db, 'huyen-que-son', listing?.path.split('/').at(-1) ?? '')
    expect(found && publicReportPage(found, localDate('2024-12-31')).unitNote).toBeNull()
    expect(found && publicReportPage(found, localDate('2025-01-01')).unitNote).not.toBeNull()
  })

  test.each([
    ['kim-son-2023', '1/1/2023', '31/12/2023'],
    ['bac-kan-2019', '1/1/2019', '31/12/2019'],
    ['que-son-2019-2022', '1/1/2019', '13/10/2022'],
    ['le-thuy-2023', '1/1/2023', '31/12/2023'],
    ['huyen-khong-neu-ten-2020', '1/1/2020', '30/9/2020'],
  ])('%s is of %s to %s, recorded on 7/10/2026 and accepted by nobody, with its source', (key, from, to) => {
    expect(page(key)).toMatchObject({ periodFrom: from, periodTo: to, publishedOn: '7/10/2026', acceptedOn: null })
    expect(page(key).source?.title).toMatch(/^Bài về/)
  })

  test('they are found without diacritics, by unit and by year', async () => {
    const found = async (words: string) =>
      (await publishedReports(database.db, words, 1)).reports.map((one) => one.unitCode)
    expect(await found('que son')).toEqual(['huyen-que-son'])
    expect(await found('LỆ THUỶ'.normalize('NFD'))).toEqual(['huyen-le-thuy'])
    expect((await found('2023')).sort()).toEqual(['huyen-kim-son', 'huyen-le-thuy'])
    expect(await found('song xanh')).toEqual([])
    expect(await found('lệ thủy')).toEqual(await found('lệ thuỷ'))
    expect((await found('kim sơn')).length).toBeGreaterThan(0)
    expect(await publishedReports(database.db, '', 2)).toMatchObject({ reports: [], total: 5, pages: 1 })
  })

  test('loading them again changes nothing', async () => {
    const before = await database.asOwner('select * from audit order by province_id, n')
    await loadPublished(database.db, new Date('2027-01-01T00:00:00Z'))
    expect(await database.asOwner('select * from audit order by province_id, n')).toEqual(before)
    expect((await publishedReports(database.db, '', 1)).reports).toEqual(listed)
  })
})

describe('what the texts tell beside the figures stands with their unit', () => {
  test.each([
    ['huyen-kim-son', /29 đơn vị.*35 đơn vị, khảo sát 25 đơn vị/],
    ['huyen-kim-son', /đối thoại.*32 cuộc/],
    ['huyen-le-thuy', /khảo sát.*Trường Thủy/],
    ['huyen-khong-neu-ten', /Kiểm tra đột xuất/],
    ['huyen-khong-neu-ten', /^3 cuộc đối thoại/],
  ])('%s: %s', async (unit, words) => {
    const told = await publishedMovement(database.db, unit)
    expect(told.filter((one) => words.test(one.told))).toHaveLength(1)
    expect(told.every(({ unitCode }) => unitCode === unit)).toBe(true)
    expect((await publishedMovement(database.db)).length).toBeGreaterThan(told.length)
  })
})

describe('what must not stand anywhere', () => {
  test('no figure of H07, in no table and on no page', async () => {
    const found = await database.asOwner<{ count: number }>(
      `select count(*)::int as count from figure_value where indicator_version like 'H07@%'
       union all select count(*)::int from figure_change where indicator_version like 'H07@%'
       union all select count(*)::int from report_copy where content::text like '%H07%'
       union all select count(*)::int from publication where content::text like '%H07%'`,
    )
    expect(found.map((row) => row.count)).toEqual([0, 0, 0, 0])
    expect(JSON.stringify([...pages.values()])).not.toContain('H07')
  })

  test('no word of anybody’s religion, no name of an officer and no telephone', () => {
    const everything = JSON.stringify([...pages.values()]).normalize('NFC')
    expect(everything).not.toMatch(/tôn giáo|có đạo|công giáo|giáo dân|phật giáo/i)
    expect(everything).not.toMatch(/đồng chí|(?:ông|bà) [A-ZĐ]/)
    expect(everything).not.toMatch(/\b0\d{9,10}\b/)
  })
})
