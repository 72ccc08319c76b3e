import { formatDay, type LocalDate } from '#kernel/local-date.ts'

/** Every *no* of this module, with what it needs to be said. */
export type Refusal =
  | { code: 'day-not-come'; today: LocalDate }
  | { code: 'unit-not-in-force'; day: LocalDate }
  | { code: 'changed-meanwhile' }
  | { code: 'already-void' }
  | { code: 'sheet-used' }
  | { code: 'personal-number' }

/** The field of the form that a refusal stands beside; empty for the whole form. */
export function fieldOf(refusal: Refusal): 'heldOn' | 'subject' | '' {
  if (refusal.code === 'day-not-come' || refusal.code === 'unit-not-in-force') return 'heldOn'
  return refusal.code === 'personal-number' ? 'subject' : ''
}

/** What an officer reads when a command says no: what is wrong and what to do. */
export function refusalText(refusal: Refusal): string {
  switch (refusal.code) {
    case 'day-not-come':
      return `Ngày đối thoại chưa tới (hôm nay ${formatDay(refusal.today)}). Sổ chỉ ghi cuộc đã tổ chức; xin sửa ngày, hoặc ghi sau khi tổ chức.`
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
  }
}
