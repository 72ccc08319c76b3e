import { fileProblemText, type FileProblem } from '#kernel/file-kind.ts'
import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import { dialogueStateName } from './dialogue-words.ts'
import type { DialogueState } from './dialogue-life.ts'
import { mostTogether, mostWaiting } from './asked.ts'

/** Every *no* of this module, with what it needs to be said. */
export type Refusal =
  | { code: 'day-not-come'; today: LocalDate }
  | { code: 'day-passed'; today: LocalDate }
  | { code: 'unit-not-in-force'; day: LocalDate }
  | { code: 'changed-meanwhile' }
  | { code: 'already-void' }
  | { code: 'sheet-used' }
  | { code: 'personal-number' }
  | { code: 'not-now'; state: DialogueState }
  | { code: 'reason-missing' }
  | { code: 'questions-after-the-day' }
  | { code: 'chair-missing' }
  | { code: 'questions-unanswered'; count: number }
  | { code: 'questions-unread'; count: number }
  | { code: 'no-questions' }
  | { code: 'too-many-questions' }
  | { code: 'question-settled' }
  | { code: 'question-answered' }
  | { code: 'question-not-taken' }
  | { code: 'not-gathering' }
  | { code: 'gathering-full' }
  | { code: 'owner-missing' }
  | { code: 'due-missing' }
  | { code: 'due-before-the-dialogue'; day: LocalDate }
  | { code: 'due-not-later'; day: LocalDate }
  | { code: 'calendar-unknown'; year: number }
  | { code: 'commitment-not-now' }
  | { code: 'words-missing' }
  | { code: 'no-file' }
  | { code: 'file-not-taken'; problem: FileProblem }
  | { code: 'file-stands' }
  | { code: 'too-many-files'; most: number }
  | { code: 'people-unasked' }
  | { code: 'no-room' }

const besideDay = ['day-not-come', 'day-passed', 'unit-not-in-force']
const besideDue = ['due-missing', 'due-before-the-dialogue', 'due-not-later', 'calendar-unknown']

/** The field of the form that a refusal stands beside; empty for the whole form. */
export function fieldOf({ code }: Refusal): string {
  if (besideDay.includes(code)) return 'heldOn'
  if (besideDue.includes(code)) return 'dueOn'
  if (code === 'owner-missing') return 'owner'
  if (code === 'questions-after-the-day') return 'questionsUntil'
  if (code === 'chair-missing') return 'chairedBy'
  if (code === 'reason-missing') return 'reason'
  if (code === 'words-missing') return 'words'
  return code === 'personal-number' ? 'subject' : ''
}

/** What an officer reads when a command says no: what is wrong and what to do. */
export function refusalText(refusal: Refusal): string {
  switch (refusal.code) {
    case 'day-not-come':
      return `Ngày đối thoại chưa tới (hôm nay ${formatDay(refusal.today)}). Sổ chỉ ghi cuộc đã tổ chức; xin sửa ngày, hoặc ghi sau khi tổ chức.`
    case 'day-passed':
      return `Ngày này đã qua (hôm nay ${formatDay(refusal.today)}). Xin chọn ngày từ hôm nay trở đi; cuộc đã tổ chức thì bấm “Ghi một cuộc”.`
    case 'unit-not-in-force':
      return `Vào ngày ${formatDay(refusal.day)} đơn vị này chưa có hoặc không còn. Xin xem lại ngày.`
    case 'changed-meanwhile':
      return 'Cuộc này vừa được người khác sửa sau khi ông/bà mở trang. Bản mới đứng ở trên, những gì vừa gõ vẫn còn ở dưới. Xin so lại; vẫn muốn đổi thì lưu lần nữa.'
    case 'already-void':
      return 'Cuộc này đã được gỡ khỏi sổ nên không sửa nữa. Nếu vẫn tính, xin ghi một cuộc mới.'
    case 'sheet-used':
      return 'Tờ này lúc nãy đã ghi một cuộc với nội dung khác; cuộc đó vẫn ở trong sổ. Nếu đây là một cuộc nữa, xin bấm “Ghi vào sổ” lần nữa. Nếu chỉ muốn sửa cuộc lúc nãy, xin mở cuộc đó trong sổ.'
    case 'personal-number':
      return 'Chỗ vừa viết có dãy số giống số điện thoại hoặc số căn cước. Sổ không giữ số của cá nhân; xin bỏ dãy số đó rồi lưu lại.'
    case 'not-now':
      return `Việc này không làm được khi cuộc đối thoại đang ở bước “${dialogueStateName[refusal.state]}”. Trang vừa hiện bước mới nhất; xin xem lại.`
    case 'reason-missing':
      return 'Xin ghi lý do: người đọc lại sau này cần biết vì sao.'
    case 'questions-after-the-day':
      return 'Hạn gửi câu hỏi phải trước hoặc đúng ngày đối thoại. Xin sửa một trong hai ngày.'
    case 'chair-missing':
      return 'Biên bản cần ghi ai chủ trì, theo chức vụ, ví dụ “Chủ tịch Ủy ban nhân dân xã”.'
    case 'questions-unanswered':
      return `Còn ${refusal.count} câu hỏi chưa có câu trả lời hoặc cam kết. Xin ghi cho đủ; câu chưa trả lời được thì ghi cơ quan nhận và hạn trả lời.`
    case 'questions-unread':
      return `Còn ${refusal.count} câu hỏi gửi đến chưa ai xem. Xin đưa vào cuộc hoặc để ra ngoài kèm lý do.`
    case 'no-questions':
      return 'Chưa có câu hỏi nào. Xin ghi mỗi câu trên một dòng.'
    case 'too-many-questions':
      return `Mỗi lần ghi nhiều nhất ${mostTogether} câu hỏi. Xin chia làm nhiều lần.`
    case 'question-settled':
      return 'Câu hỏi này đã được xem trước đó. Trang vừa hiện bản mới nhất.'
    case 'question-answered':
      return 'Câu hỏi này đã có câu trả lời hoặc cam kết riêng nên không gộp, không để ra ngoài được nữa.'
    case 'question-not-taken':
      return 'Chỉ ghi câu trả lời cho câu hỏi đã đưa vào cuộc và chưa gộp vào câu khác.'
    case 'not-gathering':
      return 'Cuộc đối thoại này không còn nhận câu hỏi qua trang này. Ông/bà có thể nêu trực tiếp tại cuộc đối thoại hoặc tại nơi tiếp công dân.'
    case 'gathering-full':
      return `Cuộc đối thoại này đang có ${mostWaiting} câu hỏi chờ xem nên tạm dừng nhận. Xin quay lại sau, hoặc nêu trực tiếp tại cuộc đối thoại.`
    case 'owner-missing':
      return 'Xin ghi cơ quan, bộ phận nhận việc này (không ghi tên người).'
    case 'due-missing':
      return 'Xin ghi hạn trả lời: một ngày, hoặc số ngày kể từ ngày đối thoại.'
    case 'due-before-the-dialogue':
      return `Hạn không thể trước ngày đối thoại (${formatDay(refusal.day)}).`
    case 'due-not-later':
      return `Hạn mới phải sau hạn đang có (${formatDay(refusal.day)}) và không ở trong quá khứ.`
    case 'calendar-unknown':
      return `Lịch làm việc năm ${refusal.year} chưa có nên chưa đếm ngày làm việc được. Xin ghi thẳng một ngày.`
    case 'commitment-not-now':
      return 'Cam kết này không còn ở bước đó: có người vừa làm trước. Trang vừa hiện bản mới nhất.'
    case 'words-missing':
      return 'Xin ghi rõ ở ô này: kết quả ra sao, hoặc vì sao phải đổi.'
    case 'no-file':
      return 'Chưa chọn tệp nào. Xin chọn tệp rồi gửi.'
    case 'file-not-taken':
      return fileProblemText(refusal.problem)
    case 'file-stands':
      return 'Tệp này đã kèm rồi.'
    case 'too-many-files':
      return `Mỗi cam kết kèm nhiều nhất ${refusal.most} tệp. Xin gộp lại, hoặc gỡ bớt.`
    case 'people-unasked':
      return 'Minh chứng là ảnh có người nhận ra được thì phải được những người ấy đồng ý. Xin hỏi họ, hoặc chọn ảnh khác.'
    case 'no-room':
      return 'Máy chủ hết chỗ chứa tệp nên chưa nhận tệp nào. Xin báo người quản trị rồi gửi lại sau.'
  }
}
