import type { LocalDate } from '#kernel/local-date.ts'
import { addDays } from '#kernel/local-date.ts'
import type { DialoguePlan } from './dialogue.ts'

/** A dialogue that an invented commune has announced, two weeks from today. */
export function inventPlan(today: LocalDate): DialoguePlan {
  const day = addDays(today, 14)
  return {
    heldOn: day,
    startsAt: '8:00',
    subject: 'Đối thoại: chỗ họp chợ tạm và thu gom rác sau phiên chợ',
    place: 'Hội trường xã',
    isThematic: false,
    chairedBy: 'Chủ tịch Ủy ban nhân dân xã',
    invited: 'Ủy ban Mặt trận Tổ quốc xã\nHội Liên hiệp Phụ nữ xã\nTổ quản lý chợ',
    announcement: 'Kính mời Nhân dân toàn xã tới dự và nêu ý kiến. Ai không tới được xin gửi câu hỏi trước.',
    questionsUntil: addDays(day, -3),
    sessions: [{ day: addDays(day, 1), startsAt: '14:00', place: 'Nhà văn hóa thôn Cầu Tre' }],
  }
}

/** What residents of it have sent so far: one waits to be read, one was taken, one came on paper. */
export const sentQuestions = [
  {
    source: 'online',
    state: 'waiting',
    content: 'Chợ tạm họp ở sân kho đến bao giờ thì dời? Xe hàng đỗ kín lối vào thôn.',
  },
  { source: 'online', state: 'taken', content: 'Rác sau phiên chợ ai thu, mấy giờ thu?' },
  { source: 'paper', state: 'taken', content: 'Có bố trí chỗ ngồi riêng cho người bán rau nhà không?' },
] as const

/** What was asked in a dialogue that was held, and what was answered; days are counted from the day it was held. */
export const heldQuestions = [
  {
    content: 'Đèn đường ở ngã ba hỏng từ đầu tháng, bao giờ sửa?',
    answer: 'Đã thay bóng trong tuần, mời bà con kiểm tra lại.',
    owner: '',
    dueDays: 0,
    outcome: 'Đã thay bóng trong tuần, mời bà con kiểm tra lại.',
  },
  {
    content: 'Thủ tục vay vốn chăn nuôi hỏi ở đâu?',
    answer: 'Phòng Kinh tế mở buổi hướng dẫn tại nhà văn hóa từng thôn.',
    owner: 'Phòng Kinh tế xã',
    dueDays: 20,
    outcome: 'Đã hướng dẫn ở bốn thôn, in tờ hướng dẫn để tại nhà văn hóa.',
  },
  {
    content: 'Đường ống nước tự chảy vỡ hai chỗ, mùa khô thiếu nước thì sao?',
    answer: 'Thay đoạn ống vỡ và lắp thêm một bể chứa.',
    owner: 'Tổ quản lý nước sạch',
    dueDays: 30,
    outcome: '',
  },
] as const
