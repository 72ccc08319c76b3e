import { fileLeftText, inMegabytes, mostTogether, type FileLeft } from '#kernel/file-kind.ts'
import { statusName } from './labels.ts'
import type { ReportStatus } from './lifecycle.ts'
import { longestCaption, mostFiles, type PeopleSeen } from './report-file.ts'

export const peopleName: Record<PeopleSeen, string> = {
  none: 'Không có ai nhận ra được',
  consented: 'Có người nhận ra được, và những người ấy đã đồng ý',
  unasked: 'Có người nhận ra được, chưa hỏi ý kiến',
}

/** Every *no* about the files of a report. */
export type FileRefusal =
  | { code: 'no-file' }
  | { code: 'none-taken'; left: FileLeft[] }
  | { code: 'too-many-files' }
  | { code: 'people-not-said' }
  | { code: 'caption-too-long' }
  | { code: 'personal-number' }
  | { code: 'not-open-for-entry'; status: ReportStatus }
  | { code: 'already-published' }
  | { code: 'people-unasked' }
  | { code: 'no-room' }
  | { code: 'busy' }
  | { code: 'cut-off' }

/** What an officer reads: what is wrong and what to do. */
export function fileRefusalText(refusal: FileRefusal): string {
  switch (refusal.code) {
    case 'no-file':
      return 'Chưa chọn tệp nào. Xin chọn tệp rồi gửi.'
    case 'none-taken':
      return refusal.left.map(fileLeftText).join(' ')
    case 'too-many-files':
      return `Mỗi báo cáo kèm nhiều nhất ${mostFiles} tệp. Xin gỡ bớt tệp không cần, hoặc gộp lại thành một PDF.`
    case 'people-not-said':
      return 'Có ảnh trong các tệp vừa chọn. Xin cho biết trong ảnh có người nhận ra được hay không, rồi chọn lại tệp và gửi.'
    case 'caption-too-long':
      return `Ghi chú dài quá ${longestCaption} chữ cái. Xin viết ngắn lại.`
    case 'personal-number':
      return 'Ghi chú có dãy số giống số điện thoại hoặc số căn cước. Xin bỏ dãy số đó rồi gửi lại.'
    case 'not-open-for-entry':
      return `Báo cáo ${statusName[refusal.status]} nên không thêm, sửa hay gỡ tài liệu được nữa. Muốn sửa, xin rút lại hoặc đề nghị cấp trên trả lại.`
    case 'already-published':
      return 'Báo cáo đã công bố nên không đổi được tài liệu nào công khai.'
    case 'people-unasked':
      return 'Tài liệu này có người chưa được hỏi ý kiến nên không công khai được. Xin hỏi họ, sửa lại thông tin, rồi chọn công khai.'
    case 'no-room':
      return 'Máy chủ hết chỗ chứa tệp nên chưa nhận tệp nào. Số liệu đã nhập vẫn còn. Xin báo người quản trị rồi gửi lại sau.'
    case 'busy':
      return 'Đang có nhiều người cùng gửi tệp. Xin đợi một phút rồi chọn tệp và gửi lại.'
    case 'cut-off':
      return `Tệp chưa tải lên đủ nên chưa lưu gì. Xin kiểm tra đường mạng rồi gửi lại; mỗi lần gửi nhiều nhất ${inMegabytes(mostTogether)}.`
  }
}
