import { fileLeftText, inMegabytes, mostTogether, type FileLeft } from '#kernel/file-kind.ts'
import { longestFileCaption, mostActivityFiles, type PeopleInPicture } from './activity-file.ts'

export const peopleInPictureName: Record<PeopleInPicture, string> = {
  none: 'Không có ai nhận ra được',
  consented: 'Có người nhận ra được, và những người ấy đã đồng ý',
  unasked: 'Có người nhận ra được, chưa hỏi ý kiến',
}

/** Every *no* about the files of a register of activities. */
export type ActivityFileRefusal =
  | { code: 'no-file' }
  | { code: 'none-taken'; left: FileLeft[] }
  | { code: 'too-many-files' }
  | { code: 'people-not-said' }
  | { code: 'caption-too-long' }
  | { code: 'personal-number' }
  | { code: 'record-closed' }
  | { code: 'no-room' }
  | { code: 'busy' }
  | { code: 'cut-off' }

/** What an officer reads: what is wrong and what to do. */
export function activityFileRefusalText(refusal: ActivityFileRefusal): string {
  switch (refusal.code) {
    case 'no-file':
      return 'Chưa chọn tệp nào. Xin chọn tệp rồi gửi.'
    case 'none-taken':
      return refusal.left.map(fileLeftText).join(' ')
    case 'too-many-files':
      return `Mỗi việc kèm nhiều nhất ${mostActivityFiles} tệp. Xin gỡ bớt tệp không cần, hoặc gộp lại thành một PDF.`
    case 'people-not-said':
      return 'Có ảnh trong các tệp vừa chọn. Xin cho biết trong ảnh có người nhận ra được hay không, rồi chọn lại tệp và gửi.'
    case 'caption-too-long':
      return `Ghi chú dài quá ${longestFileCaption} chữ cái. Xin viết ngắn lại.`
    case 'personal-number':
      return 'Ghi chú có dãy số giống số điện thoại hoặc số căn cước. Xin bỏ dãy số đó rồi gửi lại.'
    case 'record-closed':
      return 'Việc này đã đóng hoặc đã gỡ nên không thêm, gỡ tài liệu được nữa. Xin mở lại trước.'
    case 'no-room':
      return 'Máy chủ hết chỗ chứa tệp nên chưa nhận tệp nào. Xin báo người quản trị rồi gửi lại sau.'
    case 'busy':
      return 'Đang có nhiều người cùng gửi tệp. Xin đợi một phút rồi chọn tệp và gửi lại.'
    case 'cut-off':
      return `Tệp chưa tải lên đủ nên chưa lưu gì. Xin kiểm tra đường mạng rồi gửi lại; mỗi lần gửi nhiều nhất ${inMegabytes(mostTogether)}.`
  }
}
