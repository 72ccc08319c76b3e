import { mostCodesADay, type ContactState } from './contact.ts'

export const contactStateName: Record<ContactState, string> = {
  stated: 'đã ghi',
  unverified: 'chờ xác nhận bằng mã',
  verified: 'đã xác nhận',
  bounced: 'không nhận được thư',
}

/** Why a change of one's own contact was not done. */
export type ContactRefusal =
  | { code: 'mail-not-offered' }
  | { code: 'not-an-address' }
  | { code: 'same-contact' }
  | { code: 'nothing-kept' }
  | { code: 'too-many-codes' }
  | { code: 'code-sent-just-now' }
  | { code: 'nothing-to-confirm' }
  | { code: 'code-expired' }
  | { code: 'code-wrong'; left: number }

export function contactRefusalText(refusal: ContactRefusal): string {
  switch (refusal.code) {
    case 'mail-not-offered':
      return 'Hệ thống chưa nối với máy chủ thư nên chưa gửi được mã xác nhận. Xin đợi quản trị thiết lập.'
    case 'not-an-address':
      return 'Địa chỉ thư chưa đúng. Địa chỉ có dạng ten@co-quan.gov.vn, không dấu, chỉ một địa chỉ.'
    case 'same-contact':
      return 'Đây đúng là nội dung đang ghi, không có gì để đổi.'
    case 'nothing-kept':
      return 'Chưa ghi nội dung này, hoặc vừa được gỡ ở một máy khác. Tải lại trang để xem.'
    case 'too-many-codes':
      return `Đã gửi ${mostCodesADay} mã trong một ngày. Xin thử lại vào ngày mai, hoặc xem lại địa chỉ và hộp thư rác.`
    case 'code-sent-just-now':
      return 'Vừa gửi một mã chưa đầy một phút. Xin xem hộp thư, kể cả thư rác, rồi hãy yêu cầu mã khác.'
    case 'nothing-to-confirm':
      return 'Không có địa chỉ nào đang chờ xác nhận. Tải lại trang để xem.'
    case 'code-expired':
      return 'Mã này đã hết hạn hoặc đã gõ sai quá nhiều lần. Bấm “Gửi mã khác” để nhận mã mới.'
    case 'code-wrong':
      return `Mã chưa đúng. Xin xem lại thư mới nhất; còn gõ được ${refusal.left} lần.`
  }
}
