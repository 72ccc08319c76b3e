import { parseLocalDate, type LocalDate } from '#kernel/local-date.ts'
import { findingOf, isCounted, type CheckInput, type CheckLine, type RuleOf } from './check-input.ts'
import type { Finding, FindingFacts, Verdict } from './finding.ts'
import { cellKey, type CellRef } from './indicator.ts'

/** A unit written into a cell that counts another one, and the cell that it may belong to. */
type ForeignUnit = { written: string; likely: CellRef | null }

/** What officers mix most; the other words are the units of the form's own lines. */
const mixedMost = ['lượt', 'lượt người', 'người', 'hộ', '%']

/**
 * Q21: a number is in the unit of its line. “777 người” in a cell of lượt is another figure, and so is 777 with the note
 * “tính theo người”: nothing converts one into the other.
 */
export function unitAsWritten(rule: RuleOf<'unit-as-written'>, input: CheckInput): Finding[] {
  return input.lines.flatMap((line) => {
    const foreign = foreignUnitOf(line, input)
    const figure = input.figures.get(cellKey(line.cell))
    if (!foreign || !figure) return []
    const { written, likely } = foreign
    const text = figure.raw.includes(written) ? figure.raw : figure.note
    const facts = { kind: 'foreign-unit', cell: line.cell, text, written, likely } as const
    return [findingOf(rule, cellKey(line.cell), 'fails', [line.cell], facts)]
  })
}

/** The foreign unit in a cell's text or note; null when there is none. */
export function foreignUnitOf(line: CheckLine, input: CheckInput): ForeignUnit | null {
  const figure = input.figures.get(cellKey(line.cell))
  if (!figure || isCounted(input, line.cell)) return null
  const units = [...new Set([...mixedMost, ...input.lines.map((one) => one.unitOfCount)])]
  const written = unitAfterNumber(figure.raw) ?? unitInNote(figure.note)
  const known = units.find((unit) => unit === written?.toLocaleLowerCase('vi'))
  if (!written || !known || isSameCount(known, line.unitOfCount)) return null
  const section = line.cell.code.charAt(0)
  const others = input.lines.filter((one) => one.unitOfCount === known && one.cell.code.startsWith(section))
  return { written, likely: others.length === 1 ? (others[0]?.cell ?? null) : null }
}

function unitAfterNumber(raw: string): string | null {
  return /^[^\d]*\d[\d.,\s]*?\s*(%|\p{L}[\p{L}\s/]*?)\s*$/u.exec(raw)?.[1] ?? null
}

// Only the words that are mixed most: “thống kê theo xã” says how a number was gathered, not what it counts.
function unitInNote(note: string): string | null {
  const said =
    /(không |chưa )?(?:tính|đếm|ghi|thống kê) (?:theo|bằng) (?:số )?(lượt người|lượt|người|hộ)(?!\p{L}| khẩu)/iu.exec(
      note.normalize('NFC'),
    )
  return said && !said[1] ? (said[2] ?? null) : null
}

/** “Lượt” alone is said for “lượt người”; every other pair of words is two ways of counting. */
function isSameCount(one: string, other: string): boolean {
  const turns = /^lượt( |$)/
  return one === other || (turns.test(one) && turns.test(other))
}

/**
 * Q22: what a line counts happened within its period, which is over when the report is made. A day told as an event's
 * (“tổ chức ngày 12/1/2027”) is held to that; a bare date after the period is asked about; days of documents and of what is
 * still to come are left alone. Words are read by their looks: what they mean may be explained, a day that no calendar has may not.
 */
export function eventInPeriod(rule: RuleOf<'event-in-period'>, input: CheckInput): Finding[] {
  return input.lines.flatMap((line) => {
    const note = input.figures.get(cellKey(line.cell))?.note ?? ''
    const doubts = datesIn(note).flatMap((date) => doubtOf(date, line, input) ?? [])
    const worst =
      doubts.find(({ problem }) => problem === 'no-such-day') ??
      doubts.find(({ verdict }) => verdict === 'fails') ??
      doubts[0]
    if (!worst) return []
    const { verdict, problem, written } = worst
    const facts = { kind: 'event-date', cell: line.cell, problem, written, period: input.period } as const
    const finding = findingOf(rule, cellKey(line.cell), verdict, [line.cell], facts)
    return [{ ...finding, explainable: rule.severity !== 'must-match' && problem !== 'no-such-day' }]
  })
}

type DateProblem = Extract<FindingFacts, { kind: 'event-date' }>['problem']
type WrittenDate = { written: string; day: LocalDate | null; isEvent: boolean; isElsewhere: boolean }

function doubtOf(
  date: WrittenDate,
  line: CheckLine,
  { period }: CheckInput,
): { verdict: Verdict; problem: DateProblem; written: string } | null {
  const { day, written, isEvent, isElsewhere } = date
  if (isElsewhere) return null
  if (day === null) return isEvent ? { verdict: 'fails', problem: 'no-such-day', written } : null
  if (day > period.to) return { verdict: isEvent ? 'fails' : 'asks', problem: 'after', written }
  // A stock holds what came about long ago; a flow holds the period's own.
  const isTooEarly = day < period.from && isEvent && line.nature === 'flow'
  return isTooEarly ? { verdict: 'fails', problem: 'before', written } : null
}

/** What makes a date a document's, one still to come or one told for comparison, and what makes it a limit right before it. */
const elsewhere =
  /(?<!\p{L})(số \d|nghị quyết|chỉ thị|kết luận|quyết định|kế hoạch|công văn|thông báo|tờ trình|hướng dẫn|chương trình|luật|pháp lệnh|nghị định|thông tư|quy định|văn bản|biên bản|giấy mời|báo cáo|kỷ niệm|so với|không tính|đã tính|dự kiến|sẽ)(?!\p{L})|(?<!\p{L})(trước|sau|từ|đến|tới|hết|hạn|hạn là)$/u
const eventWord = /(?<!\p{L})(ngày|hôm|sáng|chiều|tối)$/u
const datePattern =
  /(?<!\d)(ngày\s+)?(\d{1,2})(?:\s*([/.-])\s*(\d{1,2})\s*\3\s*|\s+tháng\s+(\d{1,2})\s+năm\s+)(\d{4})(?!\d)/giu

function datesIn(note: string): WrittenDate[] {
  const text = note.normalize('NFC')
  return [...text.matchAll(datePattern)].map((match) => {
    const [whole, , day = '', , numeric, worded, year = ''] = match
    const before = text.slice(Math.max(0, match.index - 80), match.index).toLocaleLowerCase('vi')
    // What stands before a full stop or a semicolon is about something else.
    const clause = (before.split(/[.;()\n]/).at(-1) ?? '').trim()
    return {
      written: whole.trim(),
      day: parseLocalDate(`${day}/${numeric ?? worded ?? ''}/${year}`),
      isEvent: match[1] !== undefined || eventWord.test(clause),
      isElsewhere: elsewhere.test(clause),
    }
  })
}
