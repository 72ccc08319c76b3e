import type { SavedQuestionRefusal } from './saved-question.ts'

/** What was recorded about saved questions, as a sentence without its subject. */
export const savedQuestionAuditLabel = {
  'question-saved': 'lưu một câu hỏi số liệu',
  'question-renamed': 'đổi tên một câu hỏi số liệu đã lưu',
  'question-deleted': 'xóa một câu hỏi số liệu đã lưu',
} as const satisfies Record<string, string>

/** Every kind that is recorded about saved questions; a new one does not compile before it has its sentence. */
export type SavedQuestionAuditKind = keyof typeof savedQuestionAuditLabel

/** What an officer reads, with what can be done. */
export function savedQuestionRefusalText(refusal: SavedQuestionRefusal): string {
  switch (refusal.code) {
    case 'name-missing':
      return 'Câu hỏi cần một tên để tìm lại. Xin ghi tên.'
    case 'name-too-long':
      return `Tên dài quá ${refusal.most} chữ. Xin rút ngắn lại.`
    case 'personal-number':
      return 'Tên có dãy số giống số điện thoại hoặc căn cước. Xin bỏ dãy số ấy ra.'
    case 'name-taken':
      return `Đã có câu hỏi tên “${refusal.name}”. Xin ghi tên khác, hoặc xóa câu cũ trước.`
    case 'too-many-saved':
      return `Mỗi tài khoản lưu được ${refusal.most} câu hỏi. Xin xóa bớt câu không dùng nữa rồi lưu lại.`
    case 'not-a-question':
      return 'Địa chỉ này không phải một câu hỏi số liệu. Xin đặt câu hỏi trên trang rồi bấm lưu.'
  }
}
