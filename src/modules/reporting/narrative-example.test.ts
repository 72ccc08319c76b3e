import { describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { quarterOf } from '#kernel/period.ts'
import { figure } from '#modules/figures/figure.ts'
import { useExampleDatabase } from '../../../tests/support/example.ts'
import type { ContentLine, ReportContent } from './content.ts'
import { exampleWords } from './narrative-example.ts'
import { writeProse, wordsOf } from './narrative.ts'
import { publicReportPage } from './public-page.ts'
import { publishedReport } from './public-queries.server.ts'

function line(code: string, raw: string): ContentLine {
  return {
    ...{ section: 'A. Số liệu', cell: { code, dimension: '' }, name: code, dimensionName: null, unitOfCount: 'cuộc' },
    ...{ numeral: 'count', counts: '', isPublic: true, figure: figure(raw, 'count') },
    ...{ unitsCounted: null, countedFrom: null, previous: null },
  }
}

const content: ReportContent = {
  ...{ unitName: 'Xã Đồi Chè', unitUntil: null, provinceName: 'Tỉnh Mây Trắng', templateName: 'Công tác dân vận' },
  ...{ period: quarterOf(2026, 3), origin: 'entered', source: null, units: null, findings: [] },
  lines: [line('F01', '1.240'), line('D03', ''), line('E01', 'trên 50')],
}

test('an invented report says in words what its cells say, leaves out what has no number, and keeps what it prints', () => {
  const sections = [
    { code: 'so-lieu', title: 'Số liệu', kind: 'figures' as const, hint: '', position: 1 },
    { code: 'ket-qua', title: '2. Kết quả', kind: 'narrative' as const, hint: '', position: 2 },
  ]
  const { written, printed } = exampleWords({ sections }, content)
  expect(printed.map(wordsOf)).toEqual([
    'Bộ phận một cửa phải giải quyết 1.240 hồ sơ trong kỳ.',
    'Cán bộ xã tiếp trên 50 lượt công dân.',
  ])
  expect(written.map(({ section, prose }) => [section, writeProse(prose)])).toEqual([
    ['ket-qua', 'Bộ phận một cửa phải giải quyết [[F01]] hồ sơ trong kỳ.\nCán bộ xã tiếp [[E01]] lượt công dân.'],
  ])
  expect(written[0]?.prose.flatMap((part) => ('said' in part ? [part.said] : []))).toEqual(['1.240', 'trên 50'])
})

describe('in the invented province', () => {
  const database = useExampleDatabase()

  test('a published report of a commune that a newcomer meets reads as a report, its numbers leading to their lines', async () => {
    const [found] = await database.asOwner<{ report: string; saved: number }>(
      `select publication.report_id as report,
         (select count(*)::int from report_paragraph as kept where kept.report_id = publication.report_id) as saved
       from publication join unit on unit.id = publication.unit_id
       where unit.code = 'vi-du-song-xanh' order by publication.period_to desc limit 1`,
    )
    const shown = found && (await publishedReport(database.db, 'vi-du-song-xanh', found.report))
    const page = shown && publicReportPage(shown, localDate('2026-11-01'))
    expect(page?.words.map(({ title }) => title)).toEqual([
      'Tình hình nhân dân',
      'Kết quả thực hiện',
      'Đánh giá chung',
      'Phương hướng, nhiệm vụ kỳ tới',
      'Kiến nghị, đề xuất',
    ])
    expect(found?.saved).toBe(5)
    const anchors = new Set(page?.sections.flatMap(({ figures }) => figures.map(({ anchor }) => anchor)))
    // What did not happen is not spoken of.
    const cited = page?.words.flatMap(({ paragraphs }) => paragraphs.flat()).filter((part) => 'printed' in part) ?? []
    expect(cited.length).toBeGreaterThan(0)
    for (const part of cited) expect('anchor' in part && part.anchor && anchors.has(part.anchor)).toBe(true)
  })
})
