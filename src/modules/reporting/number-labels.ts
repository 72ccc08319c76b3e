import { holdsPersonalNumber } from '#kernel/text.ts'
import type { NumberedType, NumberingWay } from './document-number.ts'
import { refusalText, type Refusal } from './labels.ts'
import type { OutgoingOrder } from './outgoing-view.ts'

export const numberedTypeName: Record<NumberedType, string> = { report: 'Báo cáo', letter: 'Công văn gửi' }

export const numberingWayName: Record<NumberingWay, string> = {
  'by-hand': 'Văn thư cấp số trên giấy, ghi vào đây sau',
  reserved: 'Lấy số ở đây, theo thứ tự',
}

export const outgoingOrderName: Record<OutgoingOrder, string> = {
  newest: 'mới nhất trước',
  oldest: 'cũ nhất trước',
  number: 'theo số trong từng sổ',
  about: 'theo trích yếu',
}

/** In an address. */
export const outgoingOrderSlug: Record<OutgoingOrder, string> = {
  newest: 'moi',
  oldest: 'cu',
  number: 'so',
  about: 'trich-yeu',
}

export const numberedTypeSlug: Record<NumberedType, string> = { report: 'bao-cao', letter: 'cong-van' }

/** Every *no* about numbers of documents. */
export type NumberRefusal =
  | Refusal
  | { code: 'numbered-by-hand' }
  | { code: 'numbered-here' }
  | { code: 'not-handed-in' }
  | { code: 'already-numbered'; number: string }
  | { code: 'number-taken'; number: number; about: string }
  | { code: 'number-not-read' }
  | { code: 'day-not-come' }
  | { code: 'day-not-read' }
  | { code: 'reason-too-short'; least: number }
  | { code: 'already-cancelled' }
  | { code: 'term-missing' }
  | { code: 'start-not-read' }

export const shortestReason = 10

/** A reason another officer can follow: null when it is one, else why not. */
export function reasonFault(reason: string): NumberRefusal | null {
  if (reason.length < shortestReason) return { code: 'reason-too-short', least: shortestReason }
  return holdsPersonalNumber(reason) ? { code: 'personal-number' } : null
}

/** What an officer reads when a number cannot be given: what is wrong and what to do. */
export function numberRefusalText(refusal: NumberRefusal): string {
  switch (refusal.code) {
    case 'numbered-by-hand':
      return 'Đơn vị đang để văn thư cấp số trên giấy. Xin ghi số văn thư đã cấp, hoặc đổi cách lấy số ở “Cách lấy số”.'
    case 'numbered-here':
      return 'Đơn vị lấy số ở đây theo thứ tự nên không gõ số khác vào được. Xin bấm “Lấy số tiếp theo”.'
    case 'not-handed-in':
      return 'Báo cáo chưa nộp nên chưa lấy số: số đã lấy mà báo cáo còn đổi thì phải huỷ. Xin nộp báo cáo trước.'
    case 'already-numbered':
      return `Văn bản này đã có số ${refusal.number}. Muốn đổi, xin huỷ số đó ở sổ văn bản đi và ghi lý do.`
    case 'number-taken':
      return `Số ${refusal.number} đã cấp cho “${refusal.about}”. Xin xem lại số văn thư ghi trên bản giấy.`
    case 'number-not-read':
      return 'Chưa đọc được số. Xin chỉ ghi số, không ghi ký hiệu: ví dụ 15 của 15/BC-UBND.'
    case 'day-not-come':
      return 'Ngày ký chưa tới. Xin ghi ngày trên bản giấy đã ký.'
    case 'day-not-read':
      return 'Chưa đọc được ngày ký. Xin ghi ngày, tháng, năm, ví dụ 7/10/2026.'
    case 'reason-too-short':
      return `Xin ghi lý do, ít nhất ${refusal.least} chữ cái: số đã huỷ không cấp lại, người xem sổ cần biết vì sao.`
    case 'already-cancelled':
      return 'Số này đã huỷ trước đó.'
    case 'term-missing':
      return 'Số văn bản của Đảng chạy theo nhiệm kỳ. Xin ghi nhiệm kỳ, ví dụ 2025-2030.'
    case 'start-not-read':
      return 'Chưa đọc được số cuối của sổ giấy. Xin ghi bằng chữ số; chưa có số nào thì ghi 0.'
    default:
      return refusalText(refusal)
  }
}
