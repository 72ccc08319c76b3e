import type { Question } from '#modules/reporting/report.ts'
import type { StateKind } from '#ui/state.ts'

/** How the standing of a question is shown, in shape and word. */
export const questionState: Record<Question['status'], { kind: StateKind; word: string }> = {
  open: { kind: 'new', word: 'chờ trả lời' },
  answered: { kind: 'hold', word: 'đã trả lời, chờ xem' },
  settled: { kind: 'ok', word: 'đã xong' },
}
