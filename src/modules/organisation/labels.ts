import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import type { Tree } from '#modules/territory/unit.ts'
import type { BodyChange, Certainty } from './body.ts'
import type { OrderRefusal } from './dated.ts'
import type { SubCommuneChange } from './sub-commune.ts'
import type { TreeRefusal } from './tree.ts'

/** Every *no* of this module, with what it needs to be said. */
export type Refusal =
  | OrderRefusal
  | TreeRefusal
  | { code: 'changed-meanwhile' }
  | { code: 'personal-number' }
  | { code: 'unit-not-in-force'; day: LocalDate; unit: string }
  | { code: 'unknown-word'; typed: string }
  | { code: 'name-taken'; name: string }
  | { code: 'nothing-changed' }
  | { code: 'nothing-to-undo' }
  | { code: 'other-changed-since'; name: string }
  | { code: 'written-by-predecessor' }
  | { code: 'same-body' }
  | { code: 'other-not-in-force'; name: string; day: LocalDate }
  | { code: 'receiver-same-day'; name: string }
  | { code: 'functions-not-owned' }
  | { code: 'needs-two' }
  | { code: 'two-communes' }
  | { code: 'not-a-candidate' }
  | { code: 'already-assigned' }
  | { code: 'word-taken'; label: string }
  | { code: 'already-void' }
  | { code: 'day-not-come'; today: LocalDate }
  | { code: 'list-wrong'; rows: number }
  | { code: 'list-unreadable'; why: 'empty' | 'not-unicode' | 'spreadsheet' | 'stray-quote' }
  | { code: 'list-columns-missing'; columns: readonly string[] }
  | { code: 'list-too-long'; most: number }

export const treeName: Record<Tree, string> = { state: 'Chính quyền', party: 'Đảng', front: 'Mặt trận' }

export const certaintyName: Record<Certainty, string> = {
  article: 'theo điều luật',
  'second-hand': 'qua nguồn dẫn lại',
  unverified: 'chưa kiểm chứng',
  ours: 'phần mềm tự đặt',
}

export const bodyChangeName: Record<BodyChange, string> = {
  established: 'thành lập',
  renamed: 'đổi tên',
  'functions-changed': 'đổi việc phụ trách',
  'taken-over': 'nhận việc từ tổ chức khác',
  ended: 'kết thúc',
  merged: 'hợp nhất vào tổ chức khác',
  corrected: 'ghi lại cho đúng',
}

export const subCommuneChangeName: Record<SubCommuneChange, string> = {
  created: 'lập mới',
  renamed: 'đổi tên',
  'kind-changed': 'đổi loại',
  assigned: 'về xã này sau khi xã cũ chia',
  merged: 'sáp nhập, không còn',
  split: 'chia ra, không còn',
  ended: 'giải thể',
  corrected: 'ghi lại cho đúng',
}

/** The field of a form that a refusal stands beside; empty for the whole form. */
export function fieldOf(refusal: Refusal): string {
  switch (refusal.code) {
    case 'not-in-force':
    case 'already-ended':
    case 'later-version':
    case 'same-day':
    case 'unit-not-in-force':
    case 'member-not-in-force':
    case 'overlaps':
      return 'from'
    case 'personal-number':
    case 'name-taken':
      return 'name'
    case 'unknown-word':
      return 'kind'
    case 'parent-not-in-force':
    case 'same-as-state':
    case 'makes-a-circle':
      return 'parent'
    case 'ends-before-it-begins':
      return 'until'
    case 'top-of-province':
    case 'other-province':
      return 'member'
    case 'same-body':
    case 'other-not-in-force':
    case 'receiver-same-day':
      return 'to'
    case 'functions-not-owned':
      return 'functions'
    case 'not-a-candidate':
      return 'unit'
    case 'day-not-come':
      return 'countedOn'
    case 'word-taken':
      return 'label'
    default:
      return ''
  }
}

/** What an officer reads when a command says no: what is wrong and what to do. */
export function refusalText(refusal: Refusal): string {
  switch (refusal.code) {
    case 'not-in-force':
      return `Vào ngày ${formatDay(refusal.day)} chưa có. Xin ghi một ngày sau ngày thành lập.`
    case 'already-ended':
      return `Đã kết thúc từ ngày ${formatDay(refusal.since)}. Nếu ghi nhầm, xin gỡ lần ghi kết thúc trước.`
    case 'later-version':
      return `Đã có thay đổi từ ngày ${formatDay(refusal.since)}. Thay đổi ghi theo thứ tự ngày: xin ghi ngày sau ngày đó, hoặc gỡ lần ghi ấy trước.`
    case 'same-day':
      return `Ngày ${formatDay(refusal.day)} đã có một lần ghi. Muốn ghi lại cho đúng ngày ấy, xin dùng “Sửa chỗ ghi nhầm”.`
    case 'changed-meanwhile':
      return 'Vừa có người khác ghi sau khi ông/bà mở trang. Bản mới đứng ở trên, những gì vừa gõ vẫn còn. Xin so lại rồi bấm lần nữa.'
    case 'personal-number':
      return 'Chỗ vừa viết có dãy số giống số điện thoại hoặc số căn cước. Ở đây không giữ số của cá nhân; xin bỏ dãy số đó.'
    case 'unit-not-in-force':
      return `Vào ngày ${formatDay(refusal.day)} ${refusal.unit} chưa có hoặc không còn. Xin xem lại ngày.`
    case 'unknown-word':
      return `Không có “${refusal.typed}” trong danh mục. Xin chọn trong danh mục, hoặc nhờ quản trị của tỉnh thêm từ ấy.`
    case 'name-taken':
      return `Trong xã đã có ${refusal.name} vào thời gian đó. Hai nơi trùng tên thì không phân biệt được; xin ghi tên khác.`
    case 'nothing-changed':
      return 'Chưa có gì khác với bản đang có. Xin sửa chỗ cần đổi rồi lưu.'
    case 'nothing-to-undo':
      return 'Không còn lần ghi nào để gỡ.'
    case 'other-changed-since':
      return `${refusal.name} đã có thay đổi sau lần ghi này. Xin gỡ thay đổi ấy trước.`
    case 'written-by-predecessor':
      return 'Lần ghi này do xã cũ ghi trước khi sắp xếp, nên giữ nguyên. Xin ghi một thay đổi mới kể từ ngày của xã hiện nay.'
    case 'same-body':
      return 'Không bàn giao hay hợp nhất vào chính mình. Xin chọn tổ chức khác.'
    case 'other-not-in-force':
      return `Vào ngày ${formatDay(refusal.day)} chưa có hoặc không còn ${refusal.name}. Xin chọn tổ chức khác hoặc xem lại ngày.`
    case 'receiver-same-day':
      return `${refusal.name} đã có một lần ghi đúng ngày này mà chưa có việc được giao. Xin mở tổ chức ấy, “Sửa chỗ ghi nhầm” để thêm việc, rồi ghi lại ở đây.`
    case 'functions-not-owned':
      return 'Chỉ bàn giao được việc mà tổ chức này đang phụ trách; xin chọn ít nhất một việc trong số đó.'
    case 'needs-two':
      return 'Sáp nhập cần ít nhất hai thôn, tổ; chia ra cũng cần ít nhất hai. Xin chọn hoặc ghi thêm.'
    case 'two-communes':
      return 'Chỉ sáp nhập được thôn, tổ của cùng một xã. Thôn của hai xã thì cần sắp xếp địa giới xã trước.'
    case 'not-a-candidate':
      return 'Xã cũ không có phần nào vào xã này. Xin chọn một trong các xã được nêu.'
    case 'already-assigned':
      return 'Thôn này đã rõ thuộc xã nào. Xin mở lại danh sách.'
    case 'word-taken':
      return `Danh mục đã có “${refusal.label}”. Xin dùng từ đã có.`
    case 'already-void':
      return 'Dòng này đã được gỡ.'
    case 'day-not-come':
      return `Ngày đếm chưa tới (hôm nay ${formatDay(refusal.today)}). Xin sửa ngày.`
    case 'member-not-in-force':
      return `Vào ngày ${formatDay(refusal.day)} đơn vị này chưa có hoặc không còn. Xin xem lại từ ngày, đến ngày.`
    case 'parent-not-in-force':
      return `Vào ngày ${formatDay(refusal.day)} đơn vị cấp trên chưa có hoặc không còn. Xin chọn đơn vị khác, hoặc ghi đến ngày trước đó.`
    case 'top-of-province':
      return 'Tỉnh đứng đầu cây, không đặt dưới đơn vị nào trong tỉnh.'
    case 'other-province':
      return 'Hai đơn vị phải cùng thuộc tỉnh này.'
    case 'same-as-state':
      return 'Trong cây chính quyền đơn vị đã đứng dưới đơn vị ấy. Chỉ ghi chỗ khác với cây chính quyền.'
    case 'makes-a-circle':
      return `Kể từ ngày ${formatDay(refusal.day)} đơn vị cấp trên lại đứng dưới chính đơn vị này. Xin chọn đơn vị khác.`
    case 'overlaps':
      return `Đã ghi chỗ của đơn vị này trong cây từ ngày ${formatDay(refusal.from)}${refusal.until ? ` đến ngày ${formatDay(refusal.until)}` : ''}. Xin ghi ngày thôi của dòng ấy trước.`
    case 'ends-before-it-begins':
      return 'Ngày thôi đứng trước ngày bắt đầu. Xin xem lại.'
    case 'list-wrong':
      return `Còn ${refusal.rows} dòng chưa đúng. Chưa ghi dòng nào; xin sửa trong tệp rồi gửi lại cả tệp.`
    case 'list-unreadable':
      return unreadable[refusal.why]
    case 'list-columns-missing':
      return `Thiếu cột ${refusal.columns.join(', ')}. Xin tải tệp mẫu để xem các cột.`
    case 'list-too-long':
      return `Tệp có nhiều dòng quá; mỗi lần nhiều nhất ${refusal.most} dòng.`
  }
}

const unreadable = {
  empty: 'Tệp trống. Xin chọn tệp khác hoặc dán danh sách vào ô.',
  'not-unicode': 'Tệp không ghi bằng chữ Unicode nên dấu tiếng Việt sẽ sai. Trong Excel xin lưu kiểu “CSV UTF-8”.',
  spreadsheet: 'Đây là tệp Excel. Trong Excel xin lưu kiểu “CSV UTF-8” rồi gửi lại.',
  'stray-quote': 'Có dấu ngoặc kép mở mà không đóng. Xin xem lại tệp.',
} as const
