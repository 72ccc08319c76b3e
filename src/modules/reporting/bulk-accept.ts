import type { NotAtOnce } from './board.ts'
import type { Refusal } from './labels.ts'
import type { ReportStatus } from './lifecycle.ts'
import type { ReportId } from './report.ts'

/** A report as the page of many showed it. */
export type ChosenReport = { report: ReportId; version: number }

/** What became of one of them (kết quả từng dòng). */
export type AcceptedRow = { report: ReportId; unitName: string; answer: AcceptAnswer }

export type AcceptAnswer =
  | { kind: 'accepted' }
  | { kind: 'by-itself'; found: NotAtOnce }
  | { kind: 'gone' }
  | { kind: 'refused'; refusal: Refusal }

/** Why an acceptance is not taken back. */
export type UndoRefusal =
  | { code: 'not-accepted-now'; status: ReportStatus }
  | { code: 'was-published' }
  | { code: 'is-amended' }
  | { code: 'accepted-by-another' }
  | { code: 'too-late-to-undo' }
