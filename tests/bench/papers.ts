import { yearOf } from '#kernel/period.ts'
import { figure } from '#modules/figures/figure.ts'
import type { ReportAppendix } from '#modules/reporting/appendix.ts'
import type { ContentLine, ReportContent } from '#modules/reporting/content.ts'
import { coverLetter } from '#modules/reporting/cover-letter.ts'
import { reportDocument } from '#modules/reporting/documents.ts'
import { issuingBody } from '#modules/reporting/issuing-body.ts'
import { plainPaper } from '#modules/reporting/paper.ts'
import { reportWorkbook } from '#modules/reporting/sheets.ts'
import { writeDocx } from '#platform/office/docx.ts'
import { writePdf } from '#platform/office/pdf.ts'
import { writeWorkbook } from '#platform/office/xlsx.ts'
import { localDate } from '#kernel/local-date.ts'
import { inRounds, printTable, timed } from './table.ts'

const rounds = 10

/** A province's yearly paper: 160 indicators summed over 100 communes, nine of them missing, and its appendix: what each gave. */
export async function bench(): Promise<void> {
  const body = issuingBody(pattern, 'Tỉnh Ví Dụ', 'Tỉnh Ví Dụ', null)
  const marks = { isDraft: true, isHandedIn: true, isExample: true }
  const content = yearlyContent()
  const draft = { ...plainPaper, appendix: matrixOf(content) }
  const document = () => reportDocument(content, body, null, marks, draft)
  const origin = { issuer: body.name, address: 'http://localhost', day: localDate('2027-01-08'), marks }
  const final = { ...draft, number: '38', day: localDate('2027-01-08') }
  const fair = { isDraft: false, isExample: true }
  const pieces = [
    { name: 'Its document, put together', work: () => timed(() => Promise.resolve(document())) },
    { name: 'PDF of a draft', work: () => timed(() => writePdf(document())) },
    { name: 'PDF/A, numbered', work: () => timed(() => writePdf(reportDocument(content, body, null, fair, final))) },
    { name: 'Word', work: () => timed(() => writeDocx(document())) },
    { name: 'Excel', work: () => timed(() => writeWorkbook(reportWorkbook(content, origin, draft.appendix))) },
    { name: 'Its letter as PDF', work: () => timed(() => writePdf(coverLetter(content, body, fair, final))) },
  ]
  printTable(
    `A province's yearly paper, 160 lines, 100 communes with their 14,560 numbers: ${rounds} rounds`,
    'ms',
    await inRounds(rounds, pieces, 2),
  )
}

const pattern = {
  layout: 'state',
  isDefault: true,
  superior: '',
  body: 'Ủy ban nhân dân|{unit}',
  symbol: 'BC-UBND',
  signsFor: 'Ủy ban nhân dân',
  signerTitle: 'Chủ tịch',
  recipients: ['Ban Tuyên giáo và Dân vận Tỉnh ủy', 'Lưu: VT'],
  certainty: 'unverified',
} as const

function yearlyContent(): ReportContent {
  return {
    unitName: 'Tỉnh Ví Dụ',
    unitUntil: null,
    provinceName: 'Tỉnh Ví Dụ',
    templateName: 'Công tác dân vận',
    period: yearOf(2026),
    origin: 'entered',
    source: null,
    units: { expected: 100, counted: 91 },
    unitList: Array.from({ length: 100 }, (_, at) => ({
      name: `Xã Ví Dụ Số ${at + 1}`,
      status: at % 11 === 10 ? ('submitted' as const) : ('accepted' as const),
    })),
    lines: Array.from({ length: 160 }, (_, at) => line(at)),
    findings: [],
  }
}

function matrixOf({ lines, unitList = [] }: ReportContent): ReportAppendix {
  return {
    cells: lines.map(({ cell }) => cell.code),
    units: unitList.map((unit, row) => ({
      ...unit,
      figures: unit.status === 'accepted' ? lines.map((_, at) => `${at % 9 ? '' : '>'}${10 + at * 3 + row}`) : null,
    })),
    years: null,
  }
}

function line(at: number): ContentLine {
  const section = `${'ABCDEFGHIK'[Math.floor(at / 16)] ?? 'L'}. Mục thứ ${Math.floor(at / 16) + 1}`
  return {
    section,
    cell: { code: `X${at}`, dimension: '' },
    name: `Chỉ tiêu thứ ${at + 1} về công tác dân vận của các cơ quan nhà nước`,
    dimensionName: null,
    unitOfCount: 'lượt người',
    numeral: 'count',
    counts: '',
    isPublic: true,
    figure: {
      ...figure(String(1000 + at * 137), 'count'),
      note: at % 16 === 0 ? 'Tăng do mở thêm điểm tiếp công dân.' : '',
    },
    unitsCounted: 91,
    countedFrom: null,
    previous: figure(String(900 + at * 131), 'count').value,
  }
}
