import type { CommitmentState } from '#modules/activities/commitment-life.ts'
import type { CommitmentDue } from '#modules/activities/commitment.ts'
import { commitmentStateName } from '#modules/activities/dialogue-words.ts'
import type { StateKind } from '#ui/state.ts'

/** How a promise stands, as its shape and its word. */
export function standingOf(state: CommitmentState, due: CommitmentDue | null): { kind: StateKind; word: string } {
  if (state === 'closed') return { kind: 'ok', word: commitmentStateName.closed }
  if (state === 'done') return { kind: 'ok-late', word: commitmentStateName.done }
  if (due?.kind === 'overdue') return { kind: 'late', word: `quá hạn ${due.days} ngày` }
  if (due?.kind === 'today') return { kind: 'soon', word: 'đến hạn hôm nay' }
  if (due?.kind === 'soon') return { kind: 'soon', word: `còn ${due.days} ngày` }
  return { kind: 'hold', word: commitmentStateName.open }
}
