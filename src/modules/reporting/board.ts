import { addDays, daysBetween, type LocalDate } from '#kernel/local-date.ts'
import type { Period } from '#kernel/period.ts'
import { fold } from '#kernel/text.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { shortOf, type Completeness } from './completeness.ts'
import { isCounted, type ReportStatus } from './lifecycle.ts'
import type { ReportId, TemplateCode } from './report.ts'

/** Which column of the board is asked for: one template, one period. */
export type BoardAsked = { template: TemplateCode; period: Period }

/**
 * What a unit owes: the day that counts for it today, an extension included; `isOwed`: a rule asks for it, and nobody let it
 * off; `least`: from which percentage of its cells on its report is complete.
 */
export type BoardDue = {
  due: LocalDate
  extendedUntil: LocalDate | null
  waivedFor: string | null
  isOwed: boolean
  least: number
}

/**
 * Where one unit stands with the report of a period. `waived`: it was let off, and has handed in nothing; `not-owed`: no rule
 * asks for it, and it has not begun one.
 */
export type BoardState = ReportStatus | 'not-begun' | 'waived' | 'not-owed'

/** One unit on the board of a period (dòng của bảng tiến độ). Of a draft the province learns nothing but that there is one. */
export type BoardRow = BoardDue & {
  unit: UnitId
  code: string
  name: string
  state: BoardState
  report: ReportId | null
  version: number
  handedInOn: LocalDate | null
  /** Days after its due day: of what was handed in until then, of the others until today. */
  daysLate: number
  /** How many cells of the newest copy are answered; null before anything was handed in. */
  cells: Completeness | null
  /** How many findings of the newest copy fail or ask; null before anything was handed in. */
  asking: number | null
  openQuestions: number
  reminded: { times: number; at: Date } | null
}

/**
 * Every row is in exactly one of these: their counts add up to the whole. What was handed in with cells missing is neither
 * among those that wait nor among those that were accepted: it is a part of its own, whatever became of it since.
 */
export const boardParts = [
  ...(['not-begun', 'draft', 'returned', 'incomplete', 'submitted', 'accepted', 'published'] as const),
  ...(['waived', 'not-owed'] as const),
] as const

/** What may be true of a row besides; one row may be in several. */
export const boardMarks = ['late', 'handed-in-late', 'asking', 'questions', 'extended', 'reminded'] as const

export const boardFilters = ['all', ...boardParts, ...boardMarks] as const
export type BoardFilter = (typeof boardFilters)[number]

export const boardOrders = ['late', 'name', 'asking'] as const
export type BoardOrder = (typeof boardOrders)[number]

export function isHandedIn({ state }: Pick<BoardRow, 'state'>): boolean {
  return state === 'submitted' || isCounted(state)
}

/** Late and still owing: whom a reminder is for first. */
export function isOverdue(row: Pick<BoardRow, 'state' | 'daysLate' | 'isOwed'>): boolean {
  return row.daysLate > 0 && isOwing(row)
}

/** Still expected from the unit itself. */
export function isOwing({ state, isOwed }: Pick<BoardRow, 'state' | 'isOwed'>): boolean {
  return isOwed && (state === 'not-begun' || state === 'draft' || state === 'returned')
}

/** The state of a row: what was handed in stands before everything, being let off before what was begun. */
export function boardStateOf(status: ReportStatus | null, owed: Pick<BoardDue, 'waivedFor' | 'isOwed'>): BoardState {
  if (status !== null && isHandedIn({ state: status })) return status
  if (owed.waivedFor !== null) return 'waived'
  return status ?? (owed.isOwed ? 'not-begun' : 'not-owed')
}

const marked: Record<(typeof boardMarks)[number], (row: BoardRow) => boolean> = {
  late: isOverdue,
  'handed-in-late': (row) => isHandedIn(row) && row.daysLate > 0,
  asking: (row) => isHandedIn(row) && (row.asking ?? 0) > 0,
  questions: (row) => row.openQuestions > 0,
  extended: (row) => row.extendedUntil !== null,
  reminded: (row) => row.reminded !== null,
}

export function isShown(filter: BoardFilter, row: BoardRow): boolean {
  if (filter === 'all') return true
  return filter in marked ? marked[filter as keyof typeof marked](row) : boardPartOf(row) === filter
}

export function boardPartOf({ state, cells }: Pick<BoardRow, 'state' | 'cells'>): (typeof boardParts)[number] {
  return isHandedIn({ state }) && shortOf(cells) !== null ? 'incomplete' : state
}

export function boardCounts(rows: readonly BoardRow[]): Record<BoardFilter, number> {
  const count = (filter: BoardFilter) => rows.filter((row) => isShown(filter, row)).length
  return Object.fromEntries(boardFilters.map((one) => [one, count(one)])) as Record<BoardFilter, number>
}

/** The rows in an order; `rows` come by name, and stay so where the order says nothing. */
export function inBoardOrder(rows: readonly BoardRow[], order: BoardOrder): BoardRow[] {
  if (order === 'name') return [...rows]
  const weight = (row: BoardRow): number =>
    order === 'asking' ? (row.asking ?? 0) + row.openQuestions : isOwing(row) ? row.daysLate + 1 : 0
  return rows.toSorted((one, other) => weight(other) - weight(one))
}

export function named(rows: readonly BoardRow[], words: string): BoardRow[] {
  const wanted = fold(words)
  return wanted === '' ? [...rows] : rows.filter(({ name }) => fold(name).includes(wanted))
}

/** How late: of what was handed in from the day it was, of what is owed from today. What nobody asks for is never late. */
export function daysLateOf(
  { state, due, isOwed }: Pick<BoardRow, 'state' | 'due' | 'isOwed'>,
  handedInOn: LocalDate | null,
  today: LocalDate,
): number {
  if (isHandedIn({ state })) return handedInOn ? Math.max(0, daysBetween(due, handedInOn)) : 0
  return isOwing({ state, isOwed }) ? Math.max(0, daysBetween(due, today)) : 0
}

/** Why a submitted report is not among those that are accepted in one go; null where it is. */
export type NotAtOnce = { asking: number; questions: number; short: Completeness | null }

/**
 * A reviewer may take over together what nothing asks about: no finding, explained or not, no open question, and no cell that
 * is missing.
 */
export function notAtOnce(row: Pick<BoardRow, 'asking' | 'openQuestions' | 'cells'>): NotAtOnce | null {
  const found = { asking: row.asking ?? 0, questions: row.openQuestions, short: shortOf(row.cells) }
  return found.asking > 0 || found.questions > 0 || found.short !== null ? found : null
}

/** How long an acceptance can be undone by who gave it (docs/adr/0063). */
export const minutesToUndo = 10

export function mayStillUndo(acceptedAt: Date, now: Date): boolean {
  const past = now.getTime() - acceptedAt.getTime()
  return past >= 0 && past <= minutesToUndo * 60_000
}

/** The first day on which anything of a period can be handed in. */
export function firstDayToSubmit({ to }: Period): LocalDate {
  return addDays(to, 1)
}
