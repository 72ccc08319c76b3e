import { readNumeral } from '#kernel/numerals.ts'
import { formatValue } from '#modules/figures/figure.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { doubtText } from '#modules/figures/labels.ts'
import type { Target } from '#modules/figures/target.ts'
import type { ContentLine, CountedFrom, ReportContent } from './content.ts'
import { fieldNames } from './forms.ts'
import type { HeldBy } from './held-cells.ts'
import { sourceName } from './labels.ts'
import type { Question } from './report.ts'
import { targetsSaid } from './target-beside.ts'

/** One row of the entry grid, in words and ready to be shown. */
export type EntryRow = {
  key: string
  code: string
  name: string
  dimensionName: string | null
  unit: string
  counts: string
  fields: ReturnType<typeof fieldNames>
  raw: string
  note: string
  /** The value as read, for pages that do not type. */
  value: string
  previous: string | null
  placeholder: string
  source: string
  /** The register this cell is counted from; such a cell is not typed. */
  countedFrom: CountedFrom | null
  /** The other report that has this number; such a cell is not typed here. */
  heldBy: HeldBy | null
  standing: CellStanding
  /** What must be asked about the text, or how it was understood. */
  message: { kind: 'asked' | 'echo'; text: string } | null
  openQuestions: number
  /** What is to be reached in this period, and how far the figure has come; empty where nobody set anything. */
  targets: string[]
}

/** How a cell stands, in the order in which it needs its officer. */
export type CellStanding =
  | 'unreadable'
  | 'questioned'
  | 'does-not-add-up'
  | 'worth-a-look'
  | 'not-yet-known'
  | 'not-applicable'
  | 'counted'
  | 'counted-from-register'
  | 'typed-over-count'
  | 'held-elsewhere'
  | 'saved'

export const cellStandingName: Record<CellStanding, string> = {
  unreadable: 'chưa đọc được',
  questioned: 'có câu hỏi',
  'does-not-add-up': 'chưa khớp',
  'worth-a-look': 'nên xem lại',
  'not-yet-known': 'chưa có',
  'not-applicable': 'không áp dụng',
  counted: 'tự cộng',
  'counted-from-register': 'tự đếm',
  'typed-over-count': 'gõ khác số đếm',
  'held-elsewhere': 'ghi ở báo cáo khác',
  saved: 'đã lưu',
}

export function entryRow(
  line: ContentLine,
  content: ReportContent,
  questions: Question[],
  targets: readonly Target[],
  held: Readonly<Record<string, HeldBy>>,
): EntryRow {
  const key = cellKey(line.cell)
  const openQuestions = questions.filter(
    (question) => question.status === 'open' && cellKey(question.cell) === key,
  ).length
  return {
    key,
    code: line.cell.code,
    name: line.name,
    dimensionName: line.dimensionName,
    unit: line.unitOfCount,
    counts: line.counts,
    fields: fieldNames(line.cell),
    raw: line.figure.raw,
    note: line.figure.note,
    value: formatValue(line.figure.value, line.numeral),
    previous: line.previous ? formatValue(line.previous, line.numeral) : null,
    placeholder: line.figure.basis === 'counted' ? formatValue(line.figure.value, line.numeral) : 'chưa có số',
    source: sourceName(line),
    countedFrom: line.countedFrom ?? null,
    heldBy: held[key] ?? null,
    standing: standingOf(line, content, openQuestions, key in held),
    message: messageOf(line),
    openQuestions,
    targets: targetsSaid(line, content, targets),
  }
}

function standingOf(line: ContentLine, content: ReportContent, openQuestions: number, isHeld: boolean): CellStanding {
  const key = cellKey(line.cell)
  const touching = content.findings.filter((finding) => finding.cells.some((cell) => cellKey(cell) === key))
  if (messageOf(line)?.kind === 'asked') return 'unreadable'
  if (openQuestions > 0) return 'questioned'
  if (touching.some((finding) => finding.verdict === 'fails')) return 'does-not-add-up'
  if (line.figure.value.state === 'not-yet-known') return 'not-yet-known'
  if (touching.some((finding) => finding.verdict === 'asks')) return 'worth-a-look'
  if (line.figure.value.state === 'not-applicable') return 'not-applicable'
  if (isHeld) return 'held-elsewhere'
  if (line.countedFrom?.corrected) return 'typed-over-count'
  if (line.figure.basis !== 'counted') return 'saved'
  return line.countedFrom ? 'counted-from-register' : 'counted'
}

/** Whether the registers come to something else than the page shows: a colleague has written a record meanwhile. */
export function countsHaveMoved(lines: readonly ContentLine[], counts: Readonly<Record<string, string>>): boolean {
  return lines.some((line) => countSaid(line) !== counts[cellKey(line.cell)])
}

// Where another number was typed, the count is what stands beside it.
function countSaid({ countedFrom, figure }: ContentLine): string | undefined {
  return countedFrom ? (countedFrom.corrected?.counted ?? figure.raw) : undefined
}

function messageOf(line: ContentLine): EntryRow['message'] {
  if (line.figure.raw === '') return null
  const reading = readNumeral(line.figure.raw, line.numeral)
  if (reading.kind === 'asked')
    return { kind: 'asked', text: doubtText(reading.doubt, reading.candidates, line.numeral) }
  return reading.kind === 'amount' && reading.echo ? { kind: 'echo', text: reading.echo } : null
}
