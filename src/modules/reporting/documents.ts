import { figure, text, type Block, type OfficialDocument, type Row, type Run } from '#kernel/document.ts'
import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import { periodName, previousName } from '#kernel/period.ts'
import { formatValue } from '#modules/figures/figure.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { sectionsOf, type ContentFinding, type ContentLine, type ReportContent } from './content.ts'

/** What a printed page must say of itself, so that nobody takes a draft or an example for a report. */
export type DocumentMarks = { isDraft: boolean; isExample: boolean }

/** The report as an official document of the State layout (Nghị định 30/2020/NĐ-CP); signed and numbered on paper afterwards. */
export function reportDocument(content: ReportContent, day: LocalDate | null, marks: DocumentMarks): OfficialDocument {
  const isSource = content.origin === 'published-source'
  const body = isSource ? content.unitName : `Ủy ban nhân dân\n${content.unitName}`
  return {
    layout: 'state',
    language: 'vi',
    issuer: { superior: null, body: body.toLocaleUpperCase('vi') },
    number: { symbol: 'BC-UBND', assigned: null },
    place: placeOf(content.unitName),
    day: isSource ? day : null,
    typeName: isSource ? 'SỐ LIỆU ĐÃ CÔNG BỐ' : 'BÁO CÁO',
    subject: `Kết quả ${content.templateName.charAt(0).toLocaleLowerCase('vi')}${content.templateName.slice(1)} ${periodName(content.period)}${marks.isDraft ? ' (dự thảo)' : ''}`,
    blocks: [
      ...markBlocks(marks, isSource),
      ...opening(content),
      ...figuresBlocks(content),
      ...checksBlocks(content.findings),
      ...missingBlocks(content),
      ...closing(content),
    ],
    signature: isSource
      ? { rights: [], title: 'NGƯỜI LẬP BIỂU', name: null }
      : { rights: [{ authority: 'TM.', of: 'ỦY BAN NHÂN DÂN' }], title: 'CHỦ TỊCH', name: null },
    recipients: isSource
      ? ['Lưu: VT']
      : [
          content.unitName === content.provinceName
            ? 'Ban Tuyên giáo và Dân vận Tỉnh ủy'
            : `UBND ${lowerFirst(content.provinceName)}`,
          'Lưu: VT',
        ],
  }
}

function markBlocks(marks: DocumentMarks, isSource: boolean): Block[] {
  const words = [
    ...(marks.isDraft ? ['Dự thảo: số liệu đang nhập, chưa nộp.'] : []),
    ...(marks.isExample && !isSource ? ['Dữ liệu ví dụ: đơn vị và số liệu đều do phần mềm đặt ra.'] : []),
  ]
  return words.map((word) => ({ kind: 'note', runs: [text(word)] }))
}

// A closing sentence also keeps the signature from standing on a page of its own after a long table.
function closing(content: ReportContent): Block[] {
  if (content.origin === 'published-source') return []
  const subject = `${content.templateName.charAt(0).toLocaleLowerCase('vi')}${content.templateName.slice(1)}`
  return [
    {
      kind: 'paragraph',
      runs: [text(`Trên đây là báo cáo kết quả ${subject} ${periodName(content.period)} của ${content.unitName}./.`)],
    },
  ]
}

function opening(content: ReportContent): Block[] {
  const { from, to } = content.period
  const scope = content.units
    ? ` Số liệu cộng từ ${content.units.counted} trên ${content.units.expected} xã, phường đã được nhận báo cáo.`
    : ''
  const words = content.source
    ? `Số liệu của ${content.unitName}, từ ${formatDay(from)} đến ${formatDay(to)}, lấy từ nguồn đã công bố: ${content.source.title}.${content.source.note ? ` ${content.source.note}` : ''}`
    : `${content.unitName} báo cáo kết quả thực hiện từ ngày ${formatDay(from)} đến ngày ${formatDay(to)} như sau.${scope}`
  return [{ kind: 'paragraph', runs: [text(words)] }]
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
  return [
    { kind: 'heading', level: 1, text: 'Số liệu' },
    {
      kind: 'table',
      columns: [
        { title: 'TT', align: 'centre', share: 5 },
        { title: 'Chỉ tiêu', align: 'left', share: 36 },
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
  const last = hasUnits ? (line.unitsCounted === null ? line.figure.note : String(line.unitsCounted)) : line.figure.note
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
  if (missing.length === 0 || content.origin === 'published-source') return []
  const names = missing.map((line) => `${line.name}${line.figure.note ? ` (${line.figure.note})` : ''}`).join('; ')
  return [
    { kind: 'heading', level: 1, text: 'Số chưa có' },
    { kind: 'paragraph', runs: [text(`${names}.`)] },
  ]
}

function placeOf(unitName: string): string {
  return unitName.replace(/^(Xã|Phường|Đặc khu|Thị trấn|Huyện|Thị xã|Tỉnh|Thành phố)\s+/, '')
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)
}
