import { notAtOnceSaid } from './board-labels.ts'
import { minutesToUndo } from './board.ts'
import type { AcceptAnswer, UndoRefusal } from './bulk-accept.ts'
import { refusalText, statusName } from './labels.ts'

/** Why an acceptance is not taken back, and what to do. */
export function undoRefusalText(refusal: UndoRefusal): string {
  switch (refusal.code) {
    case 'not-accepted-now':
      return `Báo cáo hiện ${statusName[refusal.status]} nên không còn việc nhận để hoàn tác.`
    case 'was-published':
      return 'Báo cáo đã được công bố nên không hoàn tác việc nhận được, kể cả khi đã gỡ công bố. Cần sửa số thì đề nghị đơn vị mở bản sửa đổi.'
    case 'is-amended':
      return 'Báo cáo có bản sửa đổi đang làm hoặc đã nhận nên không hoàn tác việc nhận được. Xin giải quyết số liệu ở bản sửa đổi.'
    case 'accepted-by-another':
      return 'Chỉ người đã nhận mới hoàn tác được, khi báo cáo chưa có bước nào khác. Xin trao đổi với người nhận.'
    case 'too-late-to-undo':
      return `Đã quá ${minutesToUndo} phút từ lúc nhận nên không hoàn tác được nữa. Cần sửa số thì làm theo cách đính chính báo cáo.`
  }
}

/** What became of one report, on the line of its unit. */
export function acceptAnswerText(answer: AcceptAnswer): string {
  switch (answer.kind) {
    case 'accepted':
      return 'Đã nhận.'
    case 'by-itself':
      return `Chưa nhận. ${notAtOnceSaid(answer.found)}`
    case 'gone':
      return 'Chưa nhận. Không mở được báo cáo này.'
    case 'refused':
      return `Chưa nhận. ${refusalText(answer.refusal)}`
  }
}
