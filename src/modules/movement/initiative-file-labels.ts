import { fileLeftText, inMegabytes, mostTogether, type FileLeft } from '#kernel/file-kind.ts'
import { longestFileWords, mostInitiativeFiles, type PeopleInPicture } from './initiative-file.ts'

export const peopleInPictureLabel: Record<PeopleInPicture, string> = {
  none: 'Không có ai nhận ra được',
  consented: 'Có người nhận ra được, và những người ấy đã đồng ý',
  unasked: 'Có người nhận ra được, chưa hỏi ý kiến',
}

/** Every *no* about the pictures and documents of an initiative. */
export type InitiativeFileRefusal =
  | { code: 'no-file' }
  | { code: 'none-taken'; left: FileLeft[] }
  | { code: 'too-many-files' }
  | { code: 'alt-missing' }
  | { code: 'people-not-said' }
  | { code: 'consent-not-noted' }
  | { code: 'words-too-long' }
  | { code: 'personal-number' }
  | { code: 'on-public-page' }
  | { code: 'no-room' }
  | { code: 'busy' }
  | { code: 'cut-off' }

/** The field of the form that a refusal stands beside. */
export function initiativeFileFieldOf({ code }: InitiativeFileRefusal): string {
  if (code === 'alt-missing') return 'alt'
  if (code === 'people-not-said') return 'people'
  if (code === 'consent-not-noted') return 'consentNote'
  return code === 'words-too-long' || code === 'personal-number' ? 'caption' : 'files'
}

/** What an officer reads: what is wrong and what to do. */
export function initiativeFileRefusalText(refusal: InitiativeFileRefusal): string {
  switch (refusal.code) {
    case 'no-file':
      return 'Chưa chọn tệp nào. Xin chọn tệp rồi gửi.'
    case 'none-taken':
      return refusal.left.map(fileLeftText).join(' ')
    case 'too-many-files':
      return `Mỗi mô hình giữ nhiều nhất ${mostInitiativeFiles} ảnh và tài liệu. Xin gỡ bớt tệp không cần.`
    case 'alt-missing':
      return 'Ảnh cần một câu tả trong ảnh có gì, để người không nhìn được cũng biết. Ví dụ “Bà con xếp hàng trước quầy một cửa”.'
    case 'people-not-said':
      return 'Có ảnh trong các tệp vừa chọn. Xin cho biết trong ảnh có người nhận ra được hay không, rồi chọn lại tệp và gửi.'
    case 'consent-not-noted':
      return 'Xin ghi những người trong ảnh đã đồng ý bằng cách nào, ngày nào (không ghi tên), ví dụ “hỏi trực tiếp tại buổi họp thôn 5/9/2026”.'
    case 'words-too-long':
      return `Lời tả dài nhất ${longestFileWords.alt} chữ cái, chú thích dài nhất ${longestFileWords.caption} chữ cái. Xin viết ngắn lại.`
    case 'personal-number':
      return 'Chỗ vừa viết có dãy số giống số điện thoại hoặc số căn cước. Xin bỏ dãy số đó rồi gửi lại.'
    case 'on-public-page':
      return 'Ảnh này đang ở trên trang công khai. Xin bỏ ảnh khỏi trang công khai và công bố lại, rồi gỡ ở đây.'
    case 'no-room':
      return 'Máy chủ hết chỗ chứa tệp nên chưa nhận tệp nào. Xin báo người quản trị rồi gửi lại sau.'
    case 'busy':
      return 'Đang có nhiều người cùng gửi tệp. Xin đợi một phút rồi chọn tệp và gửi lại.'
    case 'cut-off':
      return `Tệp chưa tải lên đủ nên chưa lưu gì. Xin kiểm tra đường mạng rồi gửi lại; mỗi lần gửi nhiều nhất ${inMegabytes(mostTogether)}.`
  }
}
