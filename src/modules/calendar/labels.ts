import type { DayKind, YearStanding } from '#kernel/working-days.ts'

export const dayKindLabel: Record<DayKind, string> = {
  off: 'Nghỉ lễ',
  compensation: 'Nghỉ bù',
  swap: 'Nghỉ hoán đổi',
  'worked-saturday': 'Làm bù thứ Bảy',
}

/** The letter that stands in the small calendar, so that the kind reads without colour. */
export const dayKindSign: Record<DayKind, string> = { off: 'L', compensation: 'B', swap: 'Đ', 'worked-saturday': 'S' }

export const standingLabel: Record<YearStanding, string> = {
  official: 'chính thức',
  estimate: 'ước tính',
  'confirmed-estimate': 'ước tính, đã xác nhận dùng tạm',
}

/** Every *no* of this module, with what it needs to be said. */
export type CalendarRefusal =
  | { code: 'changed-meanwhile' }
  | { code: 'reason-needed' }
  | { code: 'issued-in-the-future' }
  | { code: 'too-few-days'; count: number }
  | { code: 'nothing-changes' }
  | { code: 'year-out-of-reach'; from: number; to: number }
  | { code: 'nothing-entered' }
  | { code: 'not-an-estimate'; year: number }
  | { code: 'year-unknown'; year: number }
  | { code: 'until-out-of-reach'; last: string }
  | { code: 'already-confirmed' }
  | { code: 'not-confirmed' }
  | { code: 'personal-number' }

/** What was wrong and what to do, in words. */
export function refusalText(refusal: CalendarRefusal): string {
  switch (refusal.code) {
    case 'changed-meanwhile':
      return 'Lịch năm này vừa được người khác ghi sau khi ông/bà mở trang. Xin mở lại trang, so với bản mới rồi ghi lại.'
    case 'reason-needed':
      return 'Năm này đã có lịch chính thức hoặc đã được ghi trước đây, nên phải có lý do. Xin ghi lý do, ví dụ: thông báo điều chỉnh số …'
    case 'issued-in-the-future':
      return 'Ngày thông báo còn ở phía trước. Xin xem lại ngày ký.'
    case 'too-few-days':
      return `Danh sách chỉ có ${refusal.count} ngày nghỉ. Một năm có ít nhất mười một ngày nghỉ lễ; xin ghi đủ cả năm.`
    case 'nothing-changes':
      return 'Danh sách giống hệt lịch đang dùng nên không ghi gì thêm.'
    case 'year-out-of-reach':
      return `Chỉ ghi được lịch từ năm ${refusal.from} đến năm ${refusal.to}.`
    case 'nothing-entered':
      return 'Năm này chưa có thông báo nào do tỉnh ghi nên không có gì để bỏ.'
    case 'not-an-estimate':
      return `Lịch năm ${refusal.year} đã chính thức, không cần xác nhận dùng tạm.`
    case 'year-unknown':
      return `Chưa có lịch ước tính năm ${refusal.year} nên chưa xác nhận được.`
    case 'until-out-of-reach':
      return `Ngày hết hạn phải từ hôm nay đến ${refusal.last}. Lịch ước tính chỉ dùng tạm tới khi có thông báo.`
    case 'already-confirmed':
      return 'Lịch ước tính này đang được xác nhận dùng tạm rồi. Muốn đổi thì bỏ xác nhận cũ trước.'
    case 'not-confirmed':
      return 'Lịch ước tính này không còn được xác nhận dùng tạm.'
    case 'personal-number':
      return 'Chỗ vừa viết có dãy số giống số điện thoại hoặc số căn cước. Xin bỏ dãy số đó rồi ghi lại.'
  }
}

/** Why a legal deadline cannot be told: the year, and who can do what about it. */
export function legalRefusalText(no: { because: 'unknown-year' | 'unofficial-year'; year: number }): string {
  return no.because === 'unknown-year'
    ? `Chưa có lịch làm việc năm ${no.year} nên không tính được hạn theo luật. Quản trị của tỉnh ghi lịch năm ${no.year} ở “Lịch làm việc”.`
    : `Lịch làm việc năm ${no.year} mới là ước tính, không dùng để tính hạn theo luật. Đợi thông báo chính thức, hoặc quản trị của tỉnh xác nhận dùng tạm ở “Lịch làm việc”.`
}
