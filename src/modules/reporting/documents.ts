import { figure, text, type Block, type OfficialDocument, type Row, type Run } from '#kernel/document.ts'
import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import { periodName, previousName } from '#kernel/period.ts'
import { formatValue } from '#modules/figures/figure.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { appendicesOf, appendixPointer } from './appendix-blocks.ts'
import { sectionsOf, type ContentFinding, type ContentLine, type ReportContent } from './content.ts'
import { amendmentSaid } from './amendment-labels.ts'
import { noteSaid } from './labels.ts'
import { placeOf, type IssuingBody } from './issuing-body.ts'
import { plainPaper, signedBy, type Paper } from './paper.ts'
import { proseBlocks, proseOf } from './prose-blocks.ts'
import { amendedWithin, closedWithout, unitListBlocks } from './unit-list.ts'

/** What a printed page must say of itself, so that nobody takes a draft or an example for a report. */
export type DocumentMarks = {
  /** Until it is accepted. */
  isDraft: boolean
  /** A draft that its unit no longer types: handed in, or sent back after. */
  isHandedIn?: boolean
  isExample: boolean
}

/** The report as an official document of its issuing body; signed and numbered on paper afterwards. */
export function reportDocument(
  content: ReportContent,
  body: IssuingBody,
  day: LocalDate | null,
  marks: DocumentMarks,
  paper: Paper = plainPaper,
): OfficialDocument {
  if (content.origin === 'published-source') return sourceDocument(content, day, paper.questions ?? [])
  const appendices = appendicesOf(content, paper.appendix ?? null, body.name)
  return {
    layout: body.layout,
    language: 'vi',
    issuer: body.issuer,
    number: { symbol: body.symbol, assigned: paper.number },
    place: body.place,
    day: paper.day,
    typeName: 'BÁO CÁO',
    subject: subjectOf(content, marks),
    ...watermarkOf(marks),
    blocks: [
      ...markBlocks(marks, content),
      { kind: 'paragraph', runs: [text(openingWords(content, body.name))] },
      ...proseBlocks(proseOf(content)),
      ...figuresBlocks(content),
      ...checksBlocks(content.findings),
      ...missingBlocks(content),
      ...unitListBlocks(content),
      ...appendixPointer(appendices),
      closing(content, body.name),
    ],
    signature: signedBy(body, paper.signer),
    recipients: body.recipients,
    ...(appendices.length > 0 && { appendices }),
  }
}

/** Figures that were published elsewhere before: nobody's report, so it names no committee and no number. */
function sourceDocument(content: ReportContent, day: LocalDate | null, questions: readonly string[]): OfficialDocument {
  return {
    layout: 'state',
    language: 'vi',
    issuer: { superior: null, body: content.unitName.toLocaleUpperCase('vi') },
    number: { symbol: 'BC-UBND', assigned: null },
    place: placeOf(content.unitName),
    day,
    typeName: 'SỐ LIỆU ĐÃ CÔNG BỐ',
    subject: subjectOf(content, { isDraft: false, isExample: false }),
    blocks: [
      { kind: 'paragraph', runs: [text(openingWords(content, content.unitName))] },
      ...figuresBlocks(content),
      ...checksBlocks(content.findings),
      ...questionsBlocks(questions),
    ],
    signature: { rights: [], title: 'NGƯỜI LẬP BIỂU', name: null },
    recipients: ['Lưu: VT'],
  }
}

/** What the source leaves open is asked and never filled in. */
function questionsBlocks(questions: readonly string[]): Block[] {
  if (questions.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: 'Những chỗ còn phải làm rõ' },
    ...questions.map((words, at): Block => ({ kind: 'paragraph', runs: [text(`${at + 1}. ${words}`)] })),
  ]
}

type Named = Pick<ReportContent, 'templateName' | 'period'>

/** `Kết quả công tác dân vận quý III năm 2026`; a draft says that it is one. */
export function subjectOf(content: Named, { isDraft }: DocumentMarks): string {
  return `Kết quả ${topicOf(content)} ${periodName(content.period)}${isDraft ? ' (dự thảo)' : ''}`
}

/** `công tác dân vận`, within a sentence. */
export function topicOf({ templateName }: Pick<Named, 'templateName'>): string {
  return templateName.charAt(0).toLocaleLowerCase('vi') + templateName.slice(1)
}

/** What a printed page must say of itself, in words. */
export function markWords(
  { isDraft, isHandedIn, isExample }: DocumentMarks,
  { origin, amendment }: Pick<ReportContent, 'origin' | 'amendment'>,
): string[] {
  return [
    ...(amendment ? [`Số liệu theo ${amendmentSaid(amendment)}.`] : []),
    ...(isDraft ? [isHandedIn ? 'Dự thảo: báo cáo chưa được nhận.' : 'Dự thảo: số liệu đang nhập, chưa nộp.'] : []),
    ...(isExample && origin === 'entered' ? ['Dữ liệu ví dụ: đơn vị và số liệu đều do phần mềm đặt ra.'] : []),
  ]
}

export function markBlocks(marks: DocumentMarks, content: Pick<ReportContent, 'origin'>): Block[] {
  return markWords(marks, content).map((words): Block => ({ kind: 'note', runs: [text(words)] }))
}

/** Across every page of a draft: a page that fell out of it still says what it is. */
export function watermarkOf({ isDraft }: DocumentMarks): { watermark?: string } {
  return isDraft ? { watermark: 'DỰ THẢO' } : {}
}

// A closing sentence also keeps the signature from standing on a page of its own after a long table.
function closing(content: ReportContent, name: string): Block {
  const words = `Trên đây là báo cáo kết quả ${topicOf(content)} ${periodName(content.period)} của ${name}`
  return { kind: 'closing', runs: [text(words)] }
}

/** Of whom, from when to when, and what was summed. */
export function openingWords(content: ReportContent, name: string): string {
  const { from, to } = content.period
  const { source, units } = content
  if (source) {
    return `Số liệu của ${content.unitName}, từ ${formatDay(from)} đến ${formatDay(to)}, lấy từ nguồn đã công bố: ${source.title}.${source.note ? ` ${source.note}` : ''}`
  }
  const scope = units ? ` Số liệu cộng từ ${units.counted} trên ${units.expected} xã, phường đã được nhận báo cáo.` : ''
  return `${name} báo cáo kết quả thực hiện từ ngày ${formatDay(from)} đến ngày ${formatDay(to)} như sau.${scope}`
}

function figuresBlocks(content: ReportContent): Block[] {
  const hasUnits = content.units !== null
  const sections = sectionsOf(
    content.lines.filter((line) => content.origin === 'entered' || line.figure.value.state !== 'not-yet-known'),
  )
  let number = 0
  const rows: Row[] = sections.flatMap(({ title, lines }) => {
    const [mark = '', name = title] = title.split(/\.\s+/, 2)
    const section: Row = { kind: 'section', mark, title: name }
    return [
      section,
      ...lines.map((line): Row => {
        number += 1
        return { kind: 'cells', cells: rowCells(line, number, hasUnits) }
      }),
    ]
  })
  const without = hasUnits ? closedWithout(content) : null
  const amended = hasUnits ? amendedWithin(content) : null
  return [
    { kind: 'heading', level: 1, text: 'Số liệu' },
    ...(without ? [{ kind: 'paragraph' as const, runs: [text(without)] }] : []),
    ...(amended ? [{ kind: 'paragraph' as const, runs: [text(amended)] }] : []),
    {
      kind: 'table',
      columns: [
        { title: 'TT', align: 'centre', share: 6 },
        { title: 'Chỉ tiêu', align: 'left', share: 35 },
        { title: 'Đơn vị tính', align: 'centre', share: 13 },
        { title: previousName(content.period), align: 'right', share: 15 },
        { title: 'Kỳ này', align: 'right', share: 16 },
        {
          title: hasUnits ? 'Số đơn vị đã tính' : 'Ghi chú',
          align: hasUnits ? 'centre' : 'left',
          share: hasUnits ? 12 : 18,
        },
      ],
      rows,
      note: 'Ô “chưa có số” không có nghĩa là không có việc. Chữ “trên”, “khoảng”, “ước” đứng trước số là của đơn vị báo cáo.',
    },
  ]
}

function rowCells(line: ContentLine, number: number, hasUnits: boolean): Run[] {
  const name = line.dimensionName ? `${line.name}, ${line.dimensionName}` : line.name
  const last = hasUnits ? (line.unitsCounted === null ? noteSaid(line) : String(line.unitsCounted)) : noteSaid(line)
  return [
    text(String(number)),
    text(name),
    text(line.unitOfCount),
    text(line.previous ? formatValue(line.previous, line.numeral) : '–'),
    figure(formatValue(line.figure.value, line.numeral), cellKey(line.cell)),
    text(last),
  ]
}

function checksBlocks(findings: ContentFinding[]): Block[] {
  const said = findings.filter(
    (finding) =>
      finding.verdict === 'fails' ||
      finding.verdict === 'asks' ||
      (finding.verdict === 'not-computable' && finding.text.sum),
  )
  if (said.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: 'Chỗ chưa khớp và lời giải thích' },
    ...said.flatMap((finding): Block[] => [
      {
        kind: 'paragraph',
        runs: [{ kind: 'text', text: `${finding.text.heading}. `, bold: true }, text(finding.text.sentence)],
      },
      ...(finding.explanation
        ? [
            {
              kind: 'paragraph' as const,
              runs: [
                { kind: 'text' as const, text: explanationLabel(finding.explanation.by), italic: true },
                text(finding.explanation.text),
              ],
            },
          ]
        : []),
    ]),
  ]
}

// A copy for everybody does not name the officer who explained.
function explanationLabel(by: string): string {
  return by === '' ? 'Lời giải thích: ' : `Lời giải thích (${by}): `
}

function missingBlocks(content: ReportContent): Block[] {
  const missing = content.lines.filter((line) => line.figure.value.state === 'not-yet-known')
  if (missing.length === 0) return []
  const names = missing.map((line) => `${line.name}${line.figure.note ? ` (${line.figure.note})` : ''}`).join('; ')
  return [
    { kind: 'heading', level: 1, text: 'Số chưa có' },
    { kind: 'paragraph', runs: [text(`${names}.`)] },
  ]
}
