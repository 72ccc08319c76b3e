import { expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { halfYearOf, nineMonthsOf, periodBetween, quarterOf, yearOf } from '#kernel/period.ts'
import { printed } from '#platform/office/printed.ts'
import type { ReportContent } from './content.ts'
import { coverLetter } from './cover-letter.ts'
import { reportDocument } from './documents.ts'
import { fillingOf, mergeNames } from './merge-names.server.ts'
import { reportWorkbook } from './sheets.ts'
import { issuingBody, type IssuingBody, type IssuingPattern } from './issuing-body.ts'
import { plainPaper, signedBy } from './paper.ts'
import { publicContent } from './content.ts'

const content: ReportContent = {
  unitName: 'Tỉnh Ví Dụ',
  unitUntil: null,
  provinceName: 'Tỉnh Ví Dụ',
  templateName: 'Công tác dân vận',
  period: quarterOf(2026, 3),
  origin: 'entered',
  source: null,
  units: { expected: 3, counted: 1 },
  unitList: [
    { name: 'Xã Sông Xanh', status: 'accepted' },
    { name: 'Xã Núi Vàng', status: 'submitted' },
    { name: 'Xã Đồi Chè', status: 'not-begun' },
  ],
  lines: [],
  findings: [],
}

const patterns: Record<IssuingPattern['layout'], IssuingPattern> = {
  state: pattern('state', 'Ủy ban nhân dân|{unit}', 'BC-UBND', 'Ủy ban nhân dân', 'Chủ tịch'),
  party: pattern('party', 'Đảng ủy|{unit}', 'BC/ĐU', 'Đảng ủy', 'Bí thư'),
  front: pattern('front', 'Ủy ban MTTQ Việt Nam|{unit}', 'BC-MTTQ-BTT', 'Ban Thường trực', 'Chủ tịch'),
}
const body = (layout: IssuingPattern['layout']): IssuingBody =>
  issuingBody(patterns[layout], 'Xã Sông Xanh', 'Tỉnh Ví Dụ', null)
const fair = { isDraft: false, isExample: false }

function pattern(
  layout: IssuingPattern['layout'],
  name: string,
  symbol: string,
  signsFor: string,
  signerTitle: string,
): IssuingPattern {
  const recipients = ['Cấp trên', 'Lưu: VT']
  const certainty = 'unverified' as const
  return { layout, isDefault: false, superior: '', body: name, symbol, signsFor, signerTitle, recipients, certainty }
}

test.each([
  ['state', 'head', ['TM. ỦY BAN NHÂN DÂN'], 'CHỦ TỊCH'],
  ['state', 'deputy', ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'], 'PHÓ CHỦ TỊCH'],
  ['party', 'head', ['T/M ĐẢNG ỦY'], 'BÍ THƯ'],
  ['party', 'deputy', ['T/M ĐẢNG ỦY'], 'PHÓ BÍ THƯ'],
  ['front', 'deputy', ['TM. BAN THƯỜNG TRỰC'], 'PHÓ CHỦ TỊCH'],
] as const)('in the %s layout the %s signs %j, %s', (layout, signer, rights, title) => {
  const document = reportDocument(content, body(layout), null, fair, { ...plainPaper, signer })
  expect(printed(document).rightLines).toEqual(rights)
  expect(signedBy(body(layout), signer).title).toBe(title)
})

test.each([
  ['state', 'Số:        /UBND', 'Số: 07/UBND'],
  ['party', 'Số        -CV/ĐU', 'Số 07-CV/ĐU'],
  ['front', 'Số:        /MTTQ-BTT', 'Số: 07/MTTQ-BTT'],
] as const)(
  'a letter in the %s layout has its own symbol, no type name, and says to whom it goes',
  (layout, ...lines) => {
    const numbers = [null, '7'].map((number) => {
      const letter = coverLetter(content, body(layout), fair, { ...plainPaper, number })
      expect(letter.letterTo).toEqual(['Cấp trên'])
      expect(letter.recipients).toEqual(['Như trên', 'Lưu: VT'])
      return printed(letter)
    })
    expect(numbers.map((one) => one.numberLine)).toEqual(lines)
    expect(numbers[0]?.letterSubject).toBe('V/v gửi báo cáo kết quả công tác dân vận quý III năm 2026')
  },
)

test('a sum says on paper whom it holds and whom it lacks, and its letter says how many are missing', () => {
  const words = JSON.stringify(reportDocument(content, body('state'), null, fair).blocks)
  expect(words).toContain('1 đơn vị đã được nhận báo cáo; 2 đơn vị chưa có số trong các tổng trên.')
  expect(words.indexOf('Xã Núi Vàng')).toBeLessThan(words.indexOf('Xã Sông Xanh'))
  expect(words).toContain('chưa bắt đầu')
  expect(JSON.stringify(coverLetter(content, body('state'), fair, plainPaper))).toContain(
    'Còn 2 xã, phường chưa được nhận',
  )
})

const closed: ReportContent = {
  ...content,
  unitList: [
    { name: 'Xã Sông Xanh', status: 'accepted' },
    { name: 'Xã Núi Vàng', status: 'returned', gap: 'Đang kiểm tra lại số' },
    { name: 'Xã Đồi Chè', status: 'not-begun', gap: 'Mưa lũ nhiều ngày' },
  ],
}
const without =
  'Kỳ đã chốt, còn thiếu 2 xã, phường: Xã Núi Vàng (Đang kiểm tra lại số), Xã Đồi Chè (Mưa lũ nhiều ngày).'

test('the paper and the file of a closed period name who was missing, and why, beside the total and in the list', () => {
  const words = JSON.stringify(reportDocument(closed, body('state'), null, fair).blocks)
  expect(words).toContain(without)
  expect(words).toContain('chưa bắt đầu; chốt kỳ thiếu: Mưa lũ nhiều ngày')
  const origin = { issuer: 'Tỉnh Ví Dụ', address: 'https://x', day: localDate('2026-10-20'), marks: fair }
  const notes = (of: ReportContent) => reportWorkbook(of, origin).sheets[0]?.notes.map((note) => note.words)
  expect(notes(closed)?.[0]).toBe(without)
  expect(JSON.stringify(notes(content))).not.toContain('chốt')
  const filled = fillingOf(mergeNames(closed, body('state'), fair, plainPaper), closed)
  expect(filled.values.get('don_vi_con_thieu')).toBe(without)
})

const amended: ReportContent = {
  ...content,
  units: { expected: 3, counted: 2, amended: 2 },
  unitList: [
    { name: 'Xã Sông Xanh', status: 'accepted', amended: 2 },
    { name: 'Xã Núi Vàng', status: 'published', amended: 1 },
    { name: 'Xã Đồi Chè', status: 'not-begun' },
  ],
}

test('paper, file and merge field of a sum name whose figures are of an amendment, and of which; the public copy only how many', () => {
  const said = 'Tổng gồm bản sửa đổi số 1 của Xã Núi Vàng; số 2 của Xã Sông Xanh.'
  const words = JSON.stringify(reportDocument(amended, body('state'), null, fair).blocks)
  expect(words).toContain(said)
  expect(words).toContain('đã công bố, bản sửa đổi số 1')
  const origin = { issuer: 'Tỉnh Ví Dụ', address: 'https://x', day: localDate('2026-10-20'), marks: fair }
  expect(reportWorkbook(amended, origin).sheets[0]?.notes.map((note) => note.words)).toContain(said)
  const filled = fillingOf(mergeNames(amended, body('state'), fair, plainPaper), amended)
  expect(filled.values.get('ban_sua_doi')).toBe(said)
  const open = JSON.stringify(reportDocument(publicContent(amended), body('state'), null, fair).blocks)
  expect(open).toContain('Trong tổng có 2 báo cáo tính theo bản sửa đổi.')
  expect(open).not.toContain('Xã Núi Vàng')
  expect(JSON.stringify(reportDocument(content, body('state'), null, fair).blocks)).not.toContain('bản sửa đổi')
})

test('who is late is not told to everybody', () => {
  for (const one of [content, closed]) {
    const words = JSON.stringify(reportDocument(publicContent(one), body('state'), null, fair))
    expect(words).not.toContain('Xã Núi Vàng')
  }
})

test.each([
  [{ isDraft: true, isHandedIn: false, isExample: false }, 'Dự thảo: số liệu đang nhập, chưa nộp.'],
  [{ isDraft: true, isHandedIn: true, isExample: false }, 'Dự thảo: báo cáo chưa được nhận.'],
])('a draft %j says so across every page and in words', (marks, words) => {
  const document = reportDocument(content, body('state'), null, marks)
  expect(document.watermark).toBe('DỰ THẢO')
  expect(JSON.stringify(document.blocks)).toContain(words)
  expect(coverLetter(content, body('state'), marks, plainPaper).watermark).toBe('DỰ THẢO')
})

test('what was accepted carries no mark', () => {
  expect(reportDocument(content, body('state'), null, fair)).not.toHaveProperty('watermark')
})

test('the words of a report stand before its table, each number with the cell it was read from', () => {
  const prose = [
    { section: 'a', title: 'Tình hình nhân dân', parts: [{ text: 'Nhân dân yên tâm.' }] },
    {
      section: 'b',
      title: 'Kết quả',
      parts: [{ text: 'Tiếp ' }, { cell: { code: 'E01', dimension: '' }, printed: '780' }, { text: ' lượt.' }],
    },
    { section: 'b', title: 'Kết quả', parts: [{ text: 'Đối thoại hai cuộc.' }] },
  ]
  const { blocks } = reportDocument({ ...content, prose } as ReportContent, body('state'), null, fair)
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
  expect(headings.slice(0, 3)).toEqual(['Tình hình nhân dân', 'Kết quả', 'Số liệu'])
  expect(JSON.stringify(blocks)).toContain('{"kind":"figure","text":"780","cell":"E01"}')
})

test.each([
  [quarterOf(2026, 3), 'quý III năm 2026', 'Kỳ trước'],
  [halfYearOf(2026), '6 tháng đầu năm 2026', 'Cùng kỳ năm trước'],
  [nineMonthsOf(2026), '9 tháng đầu năm 2026', 'Cùng kỳ năm trước'],
  [yearOf(2026), 'năm 2026', 'Kỳ trước'],
  [periodBetween(localDate('2024-01-01'), localDate('2026-12-31')), 'giai đoạn 2024-2026', 'Kỳ trước'],
])('a review of %j says its period in subject, letter and last words', (period, name, before) => {
  const reviewed = { ...content, period }
  const document = reportDocument(reviewed, body('state'), null, fair)
  expect(document.subject).toBe(`Kết quả công tác dân vận ${name}`)
  expect(JSON.stringify(document.blocks.at(-1))).toContain(`công tác dân vận ${name} của`)
  expect(JSON.stringify(document.blocks)).toContain(before)
  expect(coverLetter(reviewed, body('party'), fair, plainPaper).subject).toContain(name)
})
