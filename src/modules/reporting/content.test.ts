import { describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { quarterOf } from '#kernel/period.ts'
import { figure } from '#modules/figures/figure.ts'
import { publicContent, type ContentFinding, type ContentLine, type ReportContent } from './content.ts'
import { reportDocument } from './documents.ts'
import { issuingBody } from './issuing-body.ts'
import { paragraphsOfSection, readProse, type ReportParagraph } from './narrative.ts'
import { publicReportPage } from './public-page.ts'
import { reportWorkbook } from './sheets.ts'

function line(code: string, raw: string, isPublic: boolean): ContentLine {
  return {
    section: 'E. Tiếp công dân và đơn thư',
    cell: { code, dimension: '' },
    name: `Chỉ tiêu ${code}`,
    dimensionName: null,
    unitOfCount: 'lượt',
    numeral: 'count',
    counts: 'Mỗi lượt tính là một.',
    isPublic,
    figure: figure(raw, 'count'),
    unitsCounted: null,
    countedFrom: null,
    previous: null,
  }
}

function finding(codes: string[], sentence: string, openSentence?: string): ContentFinding {
  return {
    rule: 'Q02',
    key: `Q02:${codes.join('-')}`,
    verdict: 'fails',
    explainable: true,
    about: '',
    missing: [],
    cells: codes.map((code) => ({ code, dimension: '' })),
    text: { heading: 'Cộng lại còn thiếu', sentence, ...(openSentence && { openSentence }), remedy: '', sum: null },
    explanation: { text: `Sổ giấy ghi như vậy (${codes.join(', ')}).`, by: 'Trần Thị Ổi' },
  }
}

const saidOf: Record<string, string> = { E01: '780', E02: 'chưa có số', A07: '4.321' }

function paragraph(section: string, title: string, text: string): ReportParagraph {
  const { parts } = readProse(text, new Set(Object.keys(saidOf)))
  const [one] = paragraphsOfSection({ code: section, title }, parts, ({ cell }) => saidOf[cell.code] ?? '')
  if (!one) throw new Error('A paragraph of no words')
  return one
}

const content: ReportContent = {
  unitName: 'Xã Đồi Chè',
  unitUntil: null,
  provinceName: 'Tỉnh Mây Trắng',
  templateName: 'Công tác dân vận',
  period: quarterOf(2026, 3),
  origin: 'entered',
  source: null,
  units: null,
  lines: [line('E01', '780', true), line('E02', '', true), line('A07', '4321', false), line('A06', '', false)],
  findings: [
    finding(['E01', 'E02'], 'Thiếu 38 lượt.'),
    finding(['E01', 'A07'], 'E01 kém A07 là 4321.'),
    finding(['E01'], 'Tổng lệch 26. Đúng bằng số của Xã Bến Đò (26) đã nộp mà chưa được nhận.', 'Tổng lệch 26.'),
  ],
  prose: [
    paragraph('ket-qua', '2. Kết quả thực hiện', 'Tiếp [[E01]] lượt người, chuyển [[E02]] lượt.'),
    paragraph(
      'ket-qua',
      '2. Kết quả thực hiện',
      'Đăng [[A07]] tin, trong khi tiếp [[E01]] lượt; việc này chỉ nói trong nhà.',
    ),
    paragraph('kien-nghi', '5. Kiến nghị', 'Đề nghị tăng cán bộ.'),
  ],
}

const body = issuingBody(
  {
    layout: 'state',
    isDefault: true,
    superior: '',
    body: 'Ủy ban nhân dân|{unit}',
    symbol: 'BC-UBND',
    signsFor: 'Ủy ban nhân dân',
    signerTitle: 'Chủ tịch',
    recipients: ['Lưu: VT'],
    certainty: 'unverified',
  },
  'Xã Đồi Chè',
  'Tỉnh Mây Trắng',
  null,
)
const marks = { isDraft: false, isExample: false }

describe('what everybody reads of a report', () => {
  const day = localDate('2026-10-20')
  const exits: Record<string, unknown> = {
    'the content itself': publicContent(content),
    'the page': publicReportPage({ content, publishedOn: day, acceptedOn: day }, day),
    'the document to download': reportDocument(publicContent(content), body, day, marks),
    'the workbook to download': reportWorkbook(publicContent(content), { issuer: body.name, address: '/', day, marks }),
  }

  test.each(Object.entries(exits))(
    '%s holds no internal line, no sentence about one, no number of a single unit of a sum and no officer’s name',
    (_, exit) => {
      const text = JSON.stringify(exit, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
      expect(text).toContain('780')
      expect(text).toContain('Thiếu 38 lượt.')
      expect(text).toContain('Sổ giấy ghi như vậy (E01, E02).')
      expect(text).not.toMatch(/A07|A06|4\.?321|nói trong nhà/)
      expect(text).toContain('Tổng lệch 26.')
      expect(text).not.toMatch(/Bến Đò|openSentence/)
      expect(text).not.toContain('Trần Thị Ổi')
    },
  )

  test('the unit’s own document still says who explained', () => {
    const text = JSON.stringify(reportDocument(content, body, null, marks), (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    )
    expect(text).toContain('Lời giải thích (Trần Thị Ổi): ')
    expect(text).toContain('Đúng bằng số của Xã Bến Đò (26)')
  })

  test('the public page prints the words by section; a number leads to its line, and one that is not there to none', () => {
    const { words, sections } = publicReportPage({ content, publishedOn: day, acceptedOn: day }, day)
    expect(words).toEqual([
      {
        title: 'Kết quả thực hiện',
        anchor: 'loi-ket-qua',
        paragraphs: [
          [
            { text: 'Tiếp ' },
            { printed: '780', anchor: 'so-e01' },
            { text: ' lượt người, chuyển ' },
            { printed: 'chưa có số', anchor: null },
            { text: ' lượt.' },
          ],
        ],
      },
      { title: 'Kiến nghị', anchor: 'loi-kien-nghi', paragraphs: [[{ text: 'Đề nghị tăng cán bộ.' }]] },
    ])
    expect(sections.flatMap(({ figures }) => figures.map(({ anchor }) => anchor))).toContain('so-e01')
  })

  test('a copy from before reports had words prints none', () => {
    const { prose: _, ...older } = content
    expect(publicReportPage({ content: older, publishedOn: day, acceptedOn: day }, day).words).toEqual([])
  })
})
