import type { ReportTask } from '#modules/reporting/home-tasks.server.ts'

const isUnfinished = ({ status }: ReportTask): boolean =>
  status === 'not-begun' || status === 'draft' || status === 'returned'
const isLate = (task: ReportTask): boolean => task.timing.daysLeft < 0
const isSoon = (task: ReportTask): boolean => task.timing.daysLeft >= 0 && task.timing.daysLeft <= 3

/** Whether the unit still has to hand it in. */
export function isOwed(task: ReportTask): boolean {
  return isUnfinished(task) && task.waivedFor === null
}

/** So many finished reports are shown. */
const mostFinished = 6

export type TaskGroup = { key: string; title: string; tasks: ReportTask[] }
export type TaskCounts = Record<'mine' | 'mineLate' | 'all' | 'late' | 'soon' | 'returned' | 'waiting', number>

/** The list of work in groups, in the order in which it is done; every task is in exactly one. Empty groups are left out. */
export function groupsOf(tasks: readonly ReportTask[], mayEnter: boolean): { groups: TaskGroup[]; counts: TaskCounts } {
  const owed = tasks.filter(isOwed)
  const mine = mayEnter ? owed : []
  const returned = mine.filter(({ status }) => status === 'returned')
  const pending = mine.filter(({ status }) => status !== 'returned')
  const waiting = tasks.filter(({ status }) => status === 'submitted')
  const finished = tasks
    .filter(
      (task) => task.status === 'accepted' || task.status === 'published' || (isUnfinished(task) && !isOwed(task)),
    )
    .slice(0, mostFinished)
  const groups = [
    { key: 'qua-han', title: 'Quá hạn', tasks: pending.filter(isLate) },
    { key: 'tra-lai', title: 'Bị trả lại, chờ tôi sửa', tasks: returned },
    { key: 'sap-den', title: 'Hôm nay và 3 ngày tới', tasks: pending.filter(isSoon) },
    { key: 'con-han', title: 'Còn trong hạn', tasks: pending.filter((task) => !isLate(task) && !isSoon(task)) },
    { key: 'dang-xem', title: 'Đang nhập hoặc chưa bắt đầu', tasks: mayEnter ? [] : owed },
    { key: 'cho', title: 'Đã nộp, chờ cấp trên', tasks: waiting },
    { key: 'xong', title: 'Đã xong', tasks: finished },
  ].filter((group) => group.tasks.length > 0)
  const counts = {
    mine: mine.length,
    mineLate: mine.filter(isLate).length,
    all: mine.length + waiting.length + finished.length,
    late: pending.filter(isLate).length,
    soon: pending.filter(isSoon).length,
    returned: returned.length,
    waiting: waiting.length,
  }
  return { groups, counts }
}
