import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import type { YearState } from './cycle.ts'
import type { InitiativeId } from './initiative.ts'
import { scopeLabel, stateLabel, yearRefusalText, type YearRefusal } from './labels.ts'
import type { RegistrationScope } from './initiative.ts'
import type { UnreadableSheet } from './registration-list.ts'

/** Every *no* about an initiative, its years, its words and its lists. */
export type InitiativeRefusal =
  | YearRefusal
  | { code: 'same-name'; other: InitiativeId; name: string; year: number }
  | { code: 'waiting'; state: YearState }
  | { code: 'unknown-word'; list: 'field' | 'tag' | 'theme'; typed: string }
  | { code: 'scope-not-open'; scope: RegistrationScope }
  | { code: 'campaign-not-running' }
  | { code: 'year-not-plausible'; from: number; to: number }
  | { code: 'year-stands'; year: number }
  | { code: 'not-continuable'; state: YearState; year: number }
  | { code: 'merges-into-itself' }
  | { code: 'no-such-initiative' }
  | { code: 'unit-stands' }
  | { code: 'not-successor'; among: readonly string[] }
  | { code: 'taken-over-before' }
  | { code: 'not-worked-yet'; state: YearState }
  | { code: 'nothing-to-undo' }
  | { code: 'too-late-to-undo'; at: LocalDate }
  | { code: 'went-on-elsewhere' }
  | { code: 'was-registered' }
  | { code: 'window-backwards' }
  | { code: 'word-taken'; label: string }
  | { code: 'word-fixed' }
  | { code: 'nothing-chosen' }
  | { code: 'sheet-unreadable'; why: UnreadableSheet }
  | { code: 'list-columns-missing'; columns: readonly string[] }
  | { code: 'list-too-long'; most: number }
  | { code: 'list-wrong'; rows: number }

const unreadable: Record<UnreadableSheet, string> = {
  empty: 'Tệp không có dòng nào. Xin chọn lại tệp, dòng đầu là tên cột.',
  'not-unicode': 'Tệp không phải bảng mã Unicode nên chữ sẽ sai. Trong Excel: Lưu thành, kiểu “CSV UTF-8” hoặc .xlsx.',
  spreadsheet:
    'Tệp Excel này không mở được (có mật khẩu, hỏng, hoặc là .xls cũ). Xin lưu lại thành .xlsx hoặc CSV UTF-8.',
  'stray-quote': 'Có dấu nháy kép mở mà không đóng. Xin sửa dòng đó rồi gửi lại.',
}

/** What an officer reads: what is wrong and what to do. */
export function initiativeRefusalText(refusal: InitiativeRefusal): string {
  switch (refusal.code) {
    case 'same-name':
      return `Đơn vị đã có “${refusal.name}” trong năm ${refusal.year}. Nếu là cùng một mô hình, xin mở mô hình đó thay vì đăng ký lần nữa; nếu là mô hình khác, xin đánh dấu “Đây là mô hình khác” rồi lưu lại.`
    case 'waiting':
      return `Đang ở bước “${stateLabel[refusal.state]}” nên không sửa được nội dung. Muốn sửa, xin rút đăng ký trước.`
    case 'unknown-word':
      return `Không có “${refusal.typed}” trong danh mục ${{ field: 'lĩnh vực', tag: 'thẻ', theme: 'chủ đề' }[refusal.list]} của tỉnh. Xin chọn trong danh mục.`
    case 'scope-not-open':
      return `Đơn vị không đăng ký được với ${scopeLabel[refusal.scope].toLowerCase()}. Xin chọn cấp khác.`
    case 'campaign-not-running':
      return 'Đợt thi đua này không có, đã kết thúc hoặc của đơn vị khác. Xin chọn đợt đang diễn ra, hoặc không chọn đợt nào.'
    case 'year-not-plausible':
      return `Năm đăng ký từ ${refusal.from} đến ${refusal.to}. Xin xem lại năm.`
    case 'year-stands':
      return `Mô hình này đã có năm ${refusal.year}. Xin mở năm đó.`
    case 'not-continuable':
      return `Năm ${refusal.year} đang ở bước “${stateLabel[refusal.state]}” nên chưa duy trì sang năm sau được. Duy trì được khi mô hình đang làm hoặc đã được công nhận.`
    case 'merges-into-itself':
      return 'Một mô hình không gộp vào chính nó. Xin chọn mô hình khác.'
    case 'no-such-initiative':
      return 'Không tìm thấy mô hình này. Xin chọn lại.'
    case 'unit-stands':
      return 'Đơn vị làm mô hình vẫn còn, nên không bàn giao theo sắp xếp đơn vị. Nếu thôi làm, xin dừng; nếu làm chung, xin gộp.'
    case 'not-successor':
      return `Đơn vị được chọn không nhận địa bàn của đơn vị cũ. Nơi nhận: ${refusal.among.join('; ') || 'chưa rõ, xin xem trang đơn vị'}.`
    case 'taken-over-before':
      return 'Mô hình này đã có đơn vị nhận bàn giao.'
    case 'not-worked-yet':
      return `Đang ở bước “${stateLabel[refusal.state]}”: mô hình chưa làm thì chưa đánh giá hiệu quả được.`
    case 'nothing-to-undo':
      return 'Không còn bước nào của ông/bà để hoàn tác: bước sau cùng là của người khác, hoặc đã hoàn tác rồi.'
    case 'too-late-to-undo':
      return `Bước này ghi ngày ${formatDay(refusal.at)}, đã quá mười phút nên không hoàn tác được. Xin ghi bước tiếp theo cho đúng.`
    case 'went-on-elsewhere':
      return 'Đơn vị nhận bàn giao đã có mô hình này trong sổ nên không hoàn tác được.'
    case 'was-registered':
      return 'Mô hình đã từng đăng ký nên không bỏ phiếu được. Nếu thôi làm, xin ghi dừng kèm lý do.'
    case 'window-backwards':
      return 'Ngày hết đợt đứng trước ngày mở. Xin xem lại hai ngày.'
    case 'word-taken':
      return `Danh mục đã có “${refusal.label}”.`
    case 'word-fixed':
      return 'Cấp đăng ký do phần mềm đếm riêng từng cấp nên không thêm cấp mới được; chỉ đổi tên gọi hoặc thôi dùng.'
    case 'nothing-chosen':
      return 'Chưa đánh dấu mô hình nào. Xin đánh dấu ít nhất một dòng.'
    case 'sheet-unreadable':
      return unreadable[refusal.why]
    case 'list-columns-missing':
      return `Dòng đầu thiếu cột: ${refusal.columns.join(', ')}. Xin lấy tên cột từ tệp mẫu.`
    case 'list-too-long':
      return `Danh sách dài quá ${refusal.most} dòng. Xin chia làm nhiều tệp.`
    case 'list-wrong':
      return `${refusal.rows} dòng chưa đúng nên chưa ghi dòng nào.`
    default:
      return yearRefusalText(refusal)
  }
}

/** The field of a form that a refusal stands beside; empty for the whole form. */
export function fieldOfRefusal({ code }: InitiativeRefusal): string {
  return fields[code] ?? ''
}

const fields: Partial<Record<InitiativeRefusal['code'], string>> = {
  ...{ 'same-name': 'name', 'unknown-word': 'mainField', 'scope-not-open': 'scope', 'year-not-plausible': 'year' },
  ...{ 'campaign-not-running': 'campaign' },
  ...{ 'year-stands': 'year', 'reason-missing': 'reason', 'decision-missing': 'document', 'day-not-come': 'on' },
  ...{ 'day-before-last': 'on', 'merges-into-itself': 'into', 'no-such-initiative': 'into', 'not-successor': 'to' },
  ...{ 'window-backwards': 'to', 'word-taken': 'label', 'word-fixed': 'list' },
}
