import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import { formatAmount, hedgeWord } from '#kernel/numerals.ts'
import { periodName } from '#kernel/period.ts'
import { formatValue } from '#modules/figures/figure.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { nameOnDay } from '#modules/territory/labels.ts'
import { amendmentSaid } from './amendment-labels.ts'
import { noteSaid, sourceName } from './labels.ts'
import { publicContent, sectionsOf, type ContentLine, type ReportContent } from './content.ts'
import type { ReportParagraph } from './narrative.ts'
import { figureAnchor } from './public-path.ts'

/** A figure in the words of the public page. */
export type PublicFigure = {
  code: string
  name: string
  dimensionName: string | null
  unit: string
  hedge: string | null
  amount: string | null
  stateName: string | null
  counts: string
  sourceName: string
  note: string
  previous: string | null
  /** Who says this number, when it was accepted, and in which version of the report. */
  provenance: string
  anchor: string
}

/** One section of a report's words; a number leads to its line on the page, where the page has one. */
type PublicWords = {
  title: string
  anchor: string
  paragraphs: ({ text: string } | { printed: string; anchor: string | null })[][]
}

/** Which figures stand large at the top when they are there, in this order. */
const prominent = ['F01', 'D03', 'E01', 'H01', 'B05', 'I01', 'D02', 'C01', 'I09', 'D09', 'H03', 'K04']
const highlightCount = 6

/** A published report for everybody: what it says, what each number counts, what is missing and what was checked. */
export function publicReportPage(
  published: { content: ReportContent; publishedOn: LocalDate; acceptedOn: LocalDate | null },
  today: LocalDate,
) {
  const content = publicContent(published.content)
  const lines = content.lines.filter(
    (line) => content.origin === 'entered' || line.figure.value.state !== 'not-yet-known',
  )
  const known = lines.filter((line) => line.figure.value.state === 'reported')
  const highlights = prominent
    .map((code) => known.find((line) => line.cell.code === code && line.cell.dimension === ''))
    .filter((line) => line !== undefined)
    .slice(0, highlightCount)
  const isSource = content.origin === 'published-source'
  const provenance = provenanceOf(content, published.acceptedOn)
  const figureOf = (line: ContentLine): PublicFigure => publicFigure(line, provenance)
  const inTables = lines.filter((line) => line.figure.value.state !== 'not-yet-known')
  const ended = content.unitUntil !== null && content.unitUntil < today
  return {
    unitName: content.unitName,
    unitNote: ended ? nameOnDay({ name: content.unitName, until: content.unitUntil }, today) : null,
    provinceName: content.provinceName,
    title: `${content.templateName} ${periodName(content.period)}`,
    periodName: periodName(content.period),
    periodFrom: formatDay(content.period.from),
    periodTo: formatDay(content.period.to),
    reportedBy: content.unitName,
    submittedOn: null,
    acceptedOn: published.acceptedOn ? formatDay(published.acceptedOn) : null,
    publishedOn: formatDay(published.publishedOn),
    source: isSource ? content.source : null,
    amended: content.amendment ? amendmentSaid(content.amendment) : null,
    amendedWhy: content.amendment?.reason ?? null,
    highlights: highlights.map(figureOf),
    words: wordsInSections(content.prose ?? [], new Set(inTables.map((line) => cellKey(line.cell)))),
    sections: sectionsOf(inTables).map(({ title, lines: inSection }, index) => ({
      title: title.replace(/^[A-Z]\.\s+/, ''),
      anchor: `phan-${index + 1}`,
      figures: inSection.map(figureOf),
    })),
    missing: lines
      .filter((line) => line.figure.value.state === 'not-yet-known')
      .map((line) => ({ name: nameOf(line), reason: line.figure.note || 'Đơn vị chưa có số khi nộp báo cáo.' })),
    statements: content.findings
      .filter((finding) => finding.verdict !== 'not-computable' || finding.text.sum !== null)
      .map((finding) => ({
        verdict: finding.verdict,
        sentence: `${finding.text.heading}. ${finding.text.sentence}`,
        sum: finding.text.sum,
        explanation: finding.explanation?.text ?? null,
      })),
    territoryNote: territoryNoteOf(content, ended),
  }
}

function wordsInSections(paragraphs: readonly ReportParagraph[], shown: ReadonlySet<string>): PublicWords[] {
  return [...Map.groupBy(paragraphs, ({ section }) => section)].map(([code, own]) => ({
    title: own[0]?.title ?? '',
    anchor: `loi-${code}`,
    paragraphs: own.map(({ parts }) =>
      parts.map((part) => {
        if ('text' in part) return part
        const key = cellKey(part.cell)
        return { printed: part.printed, anchor: shown.has(key) ? figureAnchor(key) : null }
      }),
    ),
  }))
}

function territoryNoteOf(content: ReportContent, ended: boolean): string | null {
  if (content.units) {
    return `Số của tỉnh cộng từ ${content.units.counted} trên ${content.units.expected} xã, phường có vào ngày ${formatDay(content.period.to)} và đã được nhận báo cáo. Tỷ lệ và bình quân chia sau cùng.`
  }
  if (!ended || !content.unitUntil) return null
  return `${content.unitName} kết thúc ngày ${formatDay(content.unitUntil)}. Số liệu ở trang này đứng tên đơn vị như lúc đó; mục “Xem trên bản đồ” cho biết nay cộng vào đơn vị nào.`
}

/** `Xã Sông Xanh báo cáo; tỉnh nhận ngày 12/10/2026; bản sửa đổi số 1, nhận ngày 20/11/2026`. */
function provenanceOf(content: ReportContent, acceptedOn: LocalDate | null): string {
  if (content.origin === 'published-source') return content.source ? `Ghi lại từ: ${content.source.title}` : ''
  return [
    `${content.unitName} báo cáo`,
    ...(acceptedOn && !content.amendment ? [`nhận ngày ${formatDay(acceptedOn)}`] : []),
    content.amendment ? amendmentSaid(content.amendment) : 'bản nhận lần đầu',
  ].join('; ')
}

function publicFigure(line: ContentLine, provenance: string): PublicFigure {
  const { value } = line.figure
  const isNumber = value.state === 'reported' || value.state === 'zero'
  return {
    code: line.cell.code,
    name: line.name,
    dimensionName: line.dimensionName,
    unit: line.unitOfCount,
    hedge: value.state === 'reported' ? hedgeWord(value.qualifier) : null,
    amount:
      value.state === 'reported'
        ? formatAmount(value.amount, 'exact', line.numeral)
        : value.state === 'zero'
          ? '0'
          : null,
    stateName: isNumber ? null : formatValue(value),
    counts: line.counts,
    sourceName: sourceName(line),
    note: noteSaid(line),
    previous: line.previous ? formatValue(line.previous, line.numeral) : null,
    provenance,
    anchor: figureAnchor(cellKey(line.cell)),
  }
}

function nameOf(line: ContentLine): string {
  return line.dimensionName ? `${line.name}, ${line.dimensionName}` : line.name
}
