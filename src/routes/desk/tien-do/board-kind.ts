import type { BoardPast } from '#modules/reporting/board-past.server.ts'
import { boardPartOf, isOverdue, type BoardRow } from '#modules/reporting/board.ts'
import type { StateKind } from '#ui/state.ts'
import { statusKind } from '../status.ts'

/** The shape of a row's state: what is late says so before anything else. */
export function boardKind(row: Pick<BoardRow, 'state' | 'daysLate' | 'isOwed' | 'cells'>): StateKind {
  if (isOverdue(row)) return row.state === 'returned' ? 'returned' : 'late'
  // Neither done nor waiting as others do: it stands between what is owed and what is in.
  if (boardPartOf(row) === 'incomplete') return 'partly'
  if (row.state === 'waived' || row.state === 'not-owed') return 'hold'
  const isDone = row.state === 'accepted' || row.state === 'published'
  return isDone && row.daysLate > 0 ? 'ok-late' : statusKind[row.state]
}

/** The shape of an earlier period. */
export function pastKind({ status, late, short }: BoardPast): StateKind {
  if (short !== null) return 'partly'
  if (status === 'waived' || status === 'not-owed') return 'hold'
  return late && (status === 'accepted' || status === 'published') ? 'ok-late' : statusKind[status]
}
