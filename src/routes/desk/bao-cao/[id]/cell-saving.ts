/** What stands in a cell: the figure as typed, and its note. */
export type Texts = { raw: string; note: string }

/** A colleague's texts of a cell, with who wrote them and when. */
export type Theirs = Texts & { by: string; isOwn: boolean; when: string }

/** How the saving of one cell stands while the page is open. */
export type CellSaving =
  | { state: 'typing' }
  | { state: 'saving' }
  | { state: 'saved'; clock: string }
  | { state: 'waiting'; why: Delay }
  | { state: 'refused'; why: string }
  | { state: 'conflict'; theirs: Theirs; mine: Texts }

/** Why a cell could not be sent yet. */
export type Delay = 'offline' | 'server' | 'signed-out'

export const delayText: Record<Delay, string> = {
  offline: 'chưa lưu, chờ mạng',
  server: 'chưa lưu, máy chủ bận',
  'signed-out': 'chưa lưu',
}

/** The whole page in one sentence: how many cells are not saved, why, and what happens next. */
export type Summary = { tone: 'done' | 'busy' | 'waiting' | 'wrong'; text: string; mayRetry: boolean }

export function isUnsaved(saving: CellSaving): boolean {
  return saving.state !== 'saved'
}

/** What the bar says; the first thing that needs the officer wins. `isAsleep` when the session has ended. */
export function summaryOf(
  cells: readonly CellSaving[],
  lastSaved: string | null,
  page: { isClosed: boolean; isAsleep: boolean },
): Summary | null {
  const unsaved = cells.filter(isUnsaved).length
  if (page.isClosed)
    return {
      tone: 'wrong',
      text: `Báo cáo vừa được nộp hoặc đóng nên không nhập được nữa.${unsaved > 0 ? ` ${unsaved} ô chưa kịp lưu; chữ vẫn còn trong ô, xin chép lại trước khi rời trang.` : ''}`,
      mayRetry: false,
    }
  const count = (state: CellSaving['state']): number => cells.filter((cell) => cell.state === state).length
  const waiting = cells.filter((cell) => cell.state === 'waiting')
  if (page.isAsleep || waiting.some((cell) => cell.why === 'signed-out'))
    return {
      tone: 'wrong',
      text: `Phiên làm việc đã kết thúc. ${unsaved > 0 ? `${unsaved} ô chưa lưu, chữ vẫn còn trong ô; xin bấm Lưu để đăng nhập lại rồi gửi tiếp.` : 'Xin bấm Lưu để đăng nhập lại.'}`,
      mayRetry: false,
    }
  const conflicts = count('conflict')
  const refused = count('refused')
  if (conflicts > 0)
    return {
      tone: 'wrong',
      text: `${conflicts} ô có hai số khác nhau. Xin chọn giữ số nào ở ngay dưới ô.`,
      mayRetry: false,
    }
  if (refused > 0)
    return { tone: 'wrong', text: `${refused} ô chưa lưu được. Lý do ghi ở ngay dưới ô.`, mayRetry: false }
  if (waiting.length > 0) {
    const why = waiting.some((cell) => cell.why === 'offline') ? 'mất mạng' : 'máy chủ bận'
    return { tone: 'waiting', text: `${waiting.length} ô chưa lưu – ${why}, sẽ tự gửi lại.`, mayRetry: true }
  }
  const busy = count('saving')
  if (busy > 0) return { tone: 'busy', text: `Đang lưu ${busy} ô…`, mayRetry: false }
  const typing = count('typing')
  if (typing > 0) return { tone: 'busy', text: `Đang gõ ${typing} ô; rời ô là lưu.`, mayRetry: false }
  return lastSaved === null ? null : { tone: 'done', text: `Đã lưu mọi ô lúc ${lastSaved}.`, mayRetry: false }
}

/** Seconds until the next try: 2, 4, 8 … and never more than a minute. */
export function secondsBeforeTry(failures: number): number {
  return Math.min(60, 2 ** Math.min(failures, 6))
}

export function sameTexts(one: Texts, other: Texts): boolean {
  return one.raw === other.raw && one.note === other.note
}

/** Why several cells sent together were not written. */
export function problemOf(
  sent: { kind: 'delayed'; why: Delay } | { kind: 'refused'; why: string } | { kind: 'conflict' },
): string {
  if (sent.kind === 'refused') return `Chưa ghi ô nào. ${sent.why}`
  if (sent.kind === 'conflict') return 'Chưa ghi ô nào: có ô vừa được người khác ghi. Xin xem lại rồi làm lại.'
  return sent.why === 'signed-out'
    ? 'Phiên làm việc đã kết thúc. Xin bấm Lưu để đăng nhập lại; chưa ghi ô nào.'
    : 'Chưa ghi được vì mất mạng, máy chủ bận hoặc còn ô chưa lưu. Chưa ghi ô nào; xin thử lại.'
}
