import { longestPage } from './library-forms.ts'
import { mostPhotos } from './library.ts'

/** Every *no* about a public page. */
export type LibraryRefusal =
  | { code: 'changed-meanwhile' }
  | { code: 'personal-number'; field: string }
  | { code: 'too-many-photos' }
  | { code: 'photo-not-public' }
  | { code: 'nothing-prepared' }
  | { code: 'summary-missing' }
  | { code: 'story-missing' }
  | { code: 'consent-missing' }
  | { code: 'not-in-list-yet' }
  | { code: 'not-published' }
  | { code: 'notice-missing' }
  | { code: 'no-room' }

export function libraryFieldOf(refusal: LibraryRefusal): string {
  switch (refusal.code) {
    case 'personal-number':
      return refusal.field
    case 'too-many-photos':
    case 'photo-not-public':
      return 'photos'
    case 'summary-missing':
      return 'summary'
    case 'story-missing':
      return 'story'
    case 'consent-missing':
      return 'consentNote'
    case 'notice-missing':
      return 'notice'
    default:
      return ''
  }
}

/** What an officer reads: what is wrong and what to do. */
export function libraryRefusalText(refusal: LibraryRefusal): string {
  switch (refusal.code) {
    case 'changed-meanwhile':
      return 'Bản soạn vừa được người khác sửa. Bản mới đứng ở trên; xin xem lại rồi làm lần nữa nếu vẫn muốn.'
    case 'personal-number':
      return 'Chỗ vừa viết có dãy số giống số điện thoại, số căn cước hoặc số tài khoản. Trang công khai không in số của cá nhân; xin bỏ dãy số đó rồi lưu lại.'
    case 'too-many-photos':
      return `Mỗi trang in nhiều nhất ${mostPhotos} ảnh. Xin chọn những ảnh nói được nhiều nhất.`
    case 'photo-not-public':
      return 'Có ảnh đã chọn mà người trong ảnh chưa được hỏi ý kiến, hoặc ảnh đã gỡ. Xin bỏ chọn ảnh đó.'
    case 'nothing-prepared':
      return 'Chưa soạn gì cho trang công khai. Xin viết câu giới thiệu và lưu bản soạn trước.'
    case 'summary-missing':
      return `Xin viết một câu nói người dân được gì, dài nhất ${longestPage.summary} chữ cái. Ví dụ “Người đi làm cả tuần không phải nghỉ việc để làm giấy tờ”.`
    case 'story-missing':
      return 'Xin kể chuyện bắt đầu từ đâu: khó khăn gì, ai chịu. Nơi khác tìm cách làm hay bằng chính khó khăn ấy.'
    case 'consent-missing':
      return 'Đây là điển hình cá nhân. Xin ghi người ấy đã đồng ý công khai bằng cách nào, ngày nào (không ghi tên vào ô này); chưa đồng ý thì chưa công bố được.'
    case 'not-in-list-yet':
      return 'Mô hình chưa được đưa vào danh sách của năm nào nên chưa công bố. Xin chờ nơi tiếp nhận duyệt danh sách.'
    case 'no-room':
      return 'Máy chủ hết chỗ chứa ảnh nên chưa công bố gì. Bản soạn vẫn còn; xin báo người quản trị rồi công bố lại sau.'
    case 'not-published':
      return 'Trang này chưa công bố hoặc đã gỡ rồi.'
    case 'notice-missing':
      return 'Xin ghi vì sao gỡ trang; câu này hiện ở địa chỉ cũ để người đã lưu đường dẫn biết.'
  }
}

/** Every *no* about beginning to do the same. */
export type ReplicationRefusal =
  | { code: 'own-initiative' }
  | { code: 'already-doing'; id: string }
  | { code: 'name-missing' }
  | { code: 'holder-missing' }
  | { code: 'personal-number' }

export function replicationFieldOf({ code }: ReplicationRefusal): string {
  if (code === 'holder-missing') return 'holder'
  return code === 'name-missing' || code === 'personal-number' ? 'name' : ''
}

export function replicationRefusalText(refusal: ReplicationRefusal): string {
  switch (refusal.code) {
    case 'own-initiative':
      return 'Đây là mô hình của chính đơn vị ông/bà. Muốn làm tiếp năm sau, xin mở mô hình trong sổ và chọn “Làm tiếp”.'
    case 'already-doing':
      return 'Đơn vị đã có phiếu làm theo mô hình này. Xin mở phiếu ấy trong sổ.'
    case 'name-missing':
      return 'Tên mô hình: ghi tên ở đơn vị mình, có thể giữ tên gốc và thêm tên địa bàn.'
    case 'holder-missing':
      return 'Ai làm: ghi tập thể đứng tên, ví dụ “Chi bộ thôn Đồi Chè”. Điển hình cá nhân thì ghi chức danh, không ghi tên.'
    case 'personal-number':
      return 'Chỗ vừa viết có dãy số giống số điện thoại hoặc số căn cước. Xin bỏ dãy số đó rồi gửi lại.'
  }
}
