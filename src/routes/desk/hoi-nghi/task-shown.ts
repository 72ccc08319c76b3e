import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import type { MeetingTask } from '#modules/activities/meeting.ts'
import type { StateKind } from '#ui/state.ts'

/** A task in a list: whose, until when, and how late. */
export function taskShown(task: MeetingTask, today: LocalDate) {
  const late = task.done ? 0 : Math.max(0, (Date.parse(today) - Date.parse(task.dueOn)) / 86_400_000)
  const mark: StateKind = task.done ? 'ok' : late > 0 ? 'late' : 'new'
  return {
    ...{ id: task.id, owner: task.owner, content: task.content, version: task.version },
    ...{ due: formatDay(task.dueOn), late, mark, isDone: task.done !== null, result: task.done?.result ?? '' },
    word: task.done ? `xong ${formatDay(task.done.on)}` : late > 0 ? `quá hạn ${late} ngày` : 'đang làm',
  }
}
