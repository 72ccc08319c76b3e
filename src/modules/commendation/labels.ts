import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import type { AwardId, AwardLevel, AwardState, RecipientKind } from './award.ts'
import type { EligibilityFinding } from './eligibility.ts'
import type { AwardMove } from './lifecycle.ts'
import type { VoteFault } from './vote.ts'

export const levelName: Record<AwardLevel, string> = {
  commune: 'Cấp xã tặng',
  province: 'Cấp tỉnh tặng',
  central: 'Trung ương tặng',
}

export const recipientName: Record<RecipientKind, string> = { collective: 'Tập thể', individual: 'Cá nhân' }

export const stateName: Record<AwardState, string> = {
  draft: 'đang soạn',
  submitted: 'đã trình, chờ nhận',
  returned: 'bị trả lại',
  received: 'đã nhận hồ sơ',
  voted: 'đã bỏ phiếu, chờ quyết định',
  decided: 'đã có quyết định',
  rejected: 'không được duyệt',
  dropped: 'đã bỏ',
  revoked: 'đã thu hồi',
}

export const moveName: Record<AwardMove, string> = {
  submit: 'Trình đề nghị',
  withdraw: 'Rút lại để sửa',
  receive: 'Nhận hồ sơ',
  return: 'Trả lại',
  vote: 'Ghi kết quả bỏ phiếu',
  'undo-vote': 'Xóa kết quả bỏ phiếu',
  decide: 'Ghi quyết định',
  reject: 'Không duyệt',
  'undo-reject': 'Mở lại',
  drop: 'Bỏ đề nghị này',
  revoke: 'Ghi thu hồi',
}

/** What a step did, as a sentence that follows a name. */
export const moveDone: Record<AwardMove, string> = {
  submit: 'trình đề nghị',
  withdraw: 'rút lại để sửa',
  receive: 'nhận hồ sơ',
  return: 'trả lại',
  vote: 'ghi kết quả bỏ phiếu',
  'undo-vote': 'xóa kết quả bỏ phiếu',
  decide: 'ghi quyết định',
  reject: 'ghi không duyệt',
  'undo-reject': 'mở lại',
  drop: 'bỏ đề nghị',
  revoke: 'ghi thu hồi',
}

/** The field that a personal number or a name was found in. */
export type TextField =
  'recipient' | 'achievement' | 'report' | 'reason' | 'what' | 'occasion' | 'name' | 'place' | 'source'

/** Every *no* of this module, with what it needs to be said. */
export type Refusal =
  | VoteFault
  | { code: 'changed-meanwhile' }
  | { code: 'not-now'; state: AwardState }
  | { code: 'reason-needed' }
  | { code: 'personal-number'; field: TextField }
  | { code: 'name-in-text'; field: TextField }
  | { code: 'name-of-collective' }
  | { code: 'unknown-choice' }
  | { code: 'sheet-used' }
  | { code: 'not-eligible'; findings: EligibilityFinding[] }
  | { code: 'not-carried'; least: number; votesFor: number; members: number }
  | { code: 'decision-day-not-come'; today: LocalDate }
  | { code: 'decision-before-vote'; votedOn: LocalDate }
  | { code: 'unit-not-in-force' }
  | { code: 'source-gone' }
  | { code: 'initiative-not-ready' }
  | { code: 'initiative-needs-leader' }
  | { code: 'no-newer-law' }
  | { code: 'rule-has-no-number' }
  | { code: 'day-not-come'; today: LocalDate }
  | { code: 'already-void' }
  | { code: 'not-granted' }
  | { code: 'handed-out-elsewhere' }
  | { code: 'nothing-chosen' }
  | { code: 'too-many-chosen'; most: number }
  | { code: 'no-layout' }

/** The field of a form that a refusal stands beside; empty for the whole form. */
export function fieldOf(refusal: Refusal): string {
  switch (refusal.code) {
    case 'personal-number':
    case 'name-in-text':
      return refusal.field
    case 'name-of-collective':
      return 'name'
    case 'reason-needed':
      return 'reason'
    case 'more-present-than-members':
    case 'nobody-present':
      return 'present'
    case 'more-votes-than-present':
    case 'fewer-votes-than-present':
      return 'votesFor'
    case 'vote-day-not-come':
    case 'vote-before-receipt':
    case 'decision-day-not-come':
    case 'decision-before-vote':
      return 'on'
    case 'day-not-come':
      return 'day'
    default:
      return ''
  }
}

/** What an officer reads when a command says no: what is wrong and what to do. */
export function refusalText(refusal: Refusal): string {
  switch (refusal.code) {
    case 'changed-meanwhile':
      return 'Hồ sơ này vừa được người khác sửa sau khi ông/bà mở trang. Bản mới đứng ở trên, những gì vừa gõ vẫn còn. Xin so lại; vẫn muốn đổi thì gửi lần nữa.'
    case 'not-now':
      return `Hồ sơ ${stateName[refusal.state]} nên chưa làm được việc này. Xin tải lại trang để xem việc nào làm được.`
    case 'reason-needed':
      return 'Lý do: xin ghi vì sao, để người nhận biết phải làm gì.'
    case 'personal-number':
      return 'Chỗ vừa viết có dãy số giống số điện thoại hoặc số căn cước. Hồ sơ không giữ số của cá nhân; xin bỏ dãy số đó rồi lưu lại.'
    case 'name-in-text':
      return 'Chỗ này có họ tên người được đề nghị. Tên chỉ ghi ở ô “Họ tên” (được giữ trong két); ở đây xin viết “ông”, “bà” hoặc chức danh.'
    case 'name-of-collective':
      return 'Tập thể không ghi họ tên cá nhân. Xin để trống ô này, hoặc chọn “Cá nhân”.'
    case 'unknown-choice':
      return 'Một lựa chọn trong biểu không còn trong danh mục. Xin tải lại trang rồi chọn lại.'
    case 'sheet-used':
      return 'Tờ này lúc nãy đã lưu với nội dung khác; bản đó vẫn còn trong danh sách. Nếu đây là bản nữa, xin gửi lần nữa; nếu chỉ muốn sửa, xin mở bản đó.'
    case 'not-eligible':
      return `Chưa trình được. ${refusal.findings.map(findingText).join(' ')}`
    case 'not-carried':
      return `Mới có ${refusal.votesFor}/${refusal.members} phiếu thuận; quy định của tỉnh cần ít nhất ${refusal.least} % số thành viên. Xin xem lại kết quả bỏ phiếu, hoặc ghi “Không duyệt”.`
    case 'unit-not-in-force':
      return 'Đơn vị này hôm nay không còn. Xin đề nghị ở đơn vị tiếp nhận địa bàn.'
    case 'source-gone':
      return 'Không mở được mô hình hoặc cuộc đối thoại đã chọn. Xin chọn lại, hoặc viết báo cáo không theo hồ sơ nào.'
    case 'initiative-not-ready':
      return 'Mô hình này trong năm đã chọn chưa được công nhận nên chưa đề nghị khen thưởng được. Xin xem lại năm, hoặc chờ công nhận.'
    case 'initiative-needs-leader':
      return 'Đề nghị khen thưởng một mô hình do lãnh đạo đơn vị hoặc cấp tỉnh trình. Xin báo lãnh đạo mở hồ sơ này và trình.'
    case 'no-newer-law':
      return 'Hồ sơ này nhận khi luật đang áp dụng đã có hiệu lực, nên không có luật nào mới hơn để chọn.'
    case 'rule-has-no-number':
      return 'Quy định này không có con số để đặt. Xin tải lại trang.'
    case 'day-not-come':
      return `Ngày này chưa tới (hôm nay ${formatDay(refusal.today)}). Xin sửa ngày, hoặc ghi sau.`
    case 'already-void':
      return 'Dòng này đã được gỡ nên không sửa nữa. Nếu vẫn tính, xin ghi một dòng mới.'
    case 'not-granted':
      return 'Có khen thưởng chưa có quyết định hoặc đã bị thu hồi nên không trao, không in được. Xin bỏ chọn dòng đó.'
    case 'handed-out-elsewhere':
      return 'Có khen thưởng đã trao ở một lễ khác. Xin bỏ chọn dòng đó, hoặc gỡ ở lễ kia trước.'
    case 'nothing-chosen':
      return 'Chưa chọn khen thưởng nào. Xin đánh dấu ít nhất một dòng rồi gửi.'
    case 'too-many-chosen':
      return `Mỗi lần in nhiều nhất ${refusal.most} giấy. Xin bỏ bớt dấu chọn, in làm nhiều lần.`
    case 'no-layout':
      return 'Những khen thưởng đã chọn không cùng một mẫu giấy, hoặc hình thức đó chưa có mẫu đã kiểm chứng nên không in ở đây (kỷ niệm chương, bằng khen Trung ương, giấy của cấp ủy). Xin chọn lại.'
    default:
      return decisionText(refusal)
  }
}

function decisionText(refusal: VoteFault | Extract<Refusal, { code: `decision-${string}` }>): string {
  switch (refusal.code) {
    case 'more-present-than-members':
      return `Số có mặt (${refusal.present}) nhiều hơn số thành viên hội đồng (${refusal.members}). Xin xem lại hai số.`
    case 'nobody-present':
      return 'Số có mặt là 0 thì không có cuộc bỏ phiếu. Xin ghi số người có mặt.'
    case 'more-votes-than-present':
      return `Cộng lại được ${refusal.votes} phiếu, nhiều hơn ${refusal.present} người có mặt. Xin xem lại số phiếu thuận, chống, trắng.`
    case 'fewer-votes-than-present':
      return `Cộng lại mới được ${refusal.votes} phiếu trong ${refusal.present} người có mặt. Người không bỏ phiếu xin ghi vào phiếu trắng.`
    case 'vote-day-not-come':
    case 'decision-day-not-come':
      return `Ngày này chưa tới (hôm nay ${formatDay(refusal.today)}). Xin sửa ngày, hoặc ghi sau.`
    case 'vote-before-receipt':
      return `Hồ sơ nhận ngày ${formatDay(refusal.receivedOn)} nên không bỏ phiếu trước ngày đó được. Xin sửa ngày.`
    case 'decision-before-vote':
      return `Hội đồng bỏ phiếu ngày ${formatDay(refusal.votedOn)} nên không có quyết định trước ngày đó được. Xin sửa ngày.`
  }
}

/** A finding with its rule and its article, as it stands in a message. */
export function findingText({ rule, note }: EligibilityFinding): string {
  const certainty = rule.isVerified ? '' : ' Quy định này chưa đối chiếu bản gốc.'
  return `${note} Quy định: ${rule.sentence} Căn cứ: ${rule.article}.${certainty}`
}

/** Where the page of a proposal is. */
export function awardPath(id: AwardId): string {
  return `/desk/khen-thuong/${id}`
}
