import type { TaskOutcomeKind } from './task.ts'
import { refusalText, type Refusal } from './labels.ts'

export const outcomeName: Record<TaskOutcomeKind, string> = {
  done: 'đã xong',
  'going-on': 'đang làm, chuyển kỳ tới',
  dropped: 'thôi không làm',
}

/** Where in a form a refusal belongs. */
export type TaskField = 'text' | 'owner' | 'why' | 'cell' | ''

/** Every *no* about the tasks of a plan. */
export type TaskRefusal =
  | Refusal
  | { code: 'task-too-short'; least: number }
  | { code: 'task-without-owner' }
  | { code: 'task-names-a-person' }
  | { code: 'task-cell-unknown' }
  | { code: 'too-many-tasks'; most: number }
  | { code: 'task-changed-meanwhile' }
  | { code: 'why-needed'; least: number }

export function taskRefusalText(refusal: TaskRefusal): string {
  switch (refusal.code) {
    case 'task-too-short':
      return `Nhiệm vụ cần ít nhất ${refusal.least} chữ cái. Xin viết rõ sẽ làm việc gì.`
    case 'task-without-owner':
      return 'Xin ghi bộ phận hoặc chức danh chịu trách nhiệm, ví dụ Khối Dân vận, công chức văn hóa.'
    case 'task-names-a-person':
      return 'Chỗ này ghi chức danh hoặc bộ phận, không ghi tên người: người có thể đổi việc, nhiệm vụ thì còn.'
    case 'task-cell-unknown':
      return 'Báo cáo này không có ô đó. Xin chọn lại chỉ tiêu ở danh sách.'
    case 'too-many-tasks':
      return `Kế hoạch đã có ${refusal.most} nhiệm vụ. Xin gộp bớt rồi thêm.`
    case 'task-changed-meanwhile':
      return 'Nhiệm vụ này vừa được người khác sửa. Xin xem bản mới ở dưới rồi làm lại.'
    case 'why-needed':
      return `Xin ghi vì sao, ít nhất ${refusal.least} chữ cái, để kỳ sau còn hiểu.`
    default:
      return refusalText(refusal).replace('không sửa số được nữa', 'không sửa nhiệm vụ được nữa')
  }
}

/** The field of a task's form that a refusal is said beside. */
export function taskFieldOf({ code }: TaskRefusal): TaskField {
  if (code === 'task-too-short') return 'text'
  if (code === 'task-without-owner' || code === 'task-names-a-person') return 'owner'
  return code === 'task-cell-unknown' ? 'cell' : code === 'why-needed' ? 'why' : ''
}
