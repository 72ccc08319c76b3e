import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import type { ListTextProblem } from '#modules/access/list-text.ts'
import type { SizeCertainty } from './unit-size.ts'

export const certaintyLabel: Record<SizeCertainty, string> = {
  document: 'Theo văn bản, niên giám',
  'own-count': 'Địa phương rà soát',
  estimate: 'Ước tính',
}

/** Every *no* about the sizes of units, with what it needs to be said. */
export type UnitSizeRefusal =
  | { code: 'changed-meanwhile' }
  | { code: 'not-standing' }
  | { code: 'day-not-come'; today: LocalDate }
  | { code: 'unit-not-in-force'; unit: string; day: LocalDate }
  | { code: 'people-unclear' }
  | { code: 'source-missing' }
  | { code: 'reason-needed' }
  | { code: 'personal-number' }
  | { code: 'list-unreadable'; why: ListTextProblem }
  | { code: 'list-too-long'; most: number }
  | { code: 'list-columns-missing'; columns: string[] }
  | { code: 'list-nothing-filled' }
  | { code: 'list-wrong'; rows: number }

const unreadable: Record<ListTextProblem, string> = {
  empty: 'Tệp trống. Xin chọn tệp khác hoặc dán danh sách vào ô.',
  'not-unicode': 'Tệp không ghi bằng chữ Unicode nên dấu tiếng Việt sẽ sai. Trong Excel xin lưu kiểu “CSV UTF-8”.',
  spreadsheet: 'Đây là tệp Excel. Trong Excel xin lưu kiểu “CSV UTF-8” rồi gửi lại.',
  'stray-quote': 'Có dấu ngoặc kép mở mà không đóng nên không tách được các ô. Xin xem lại tệp.',
}

/** What was wrong and what to do, in words. */
export function unitSizeRefusalText(refusal: UnitSizeRefusal): string {
  switch (refusal.code) {
    case 'changed-meanwhile':
      return 'Số dân ngày này vừa được người khác ghi sau khi ông/bà mở trang. Xin mở lại trang, xem số mới rồi ghi lại.'
    case 'not-standing':
      return 'Số này đã được thay hoặc rút nên không còn gì để rút.'
    case 'day-not-come':
      return `Ngày tính số dân ở sau hôm nay, ${formatDay(refusal.today)}. Xin xem lại ngày.`
    case 'unit-not-in-force':
      return `${refusal.unit} không có vào ngày ${formatDay(refusal.day)}. Xin xem lại ngày hoặc đơn vị.`
    case 'people-unclear':
      return 'Số dân ghi bằng chữ số, số nguyên lớn hơn 0, không kèm “khoảng”; số ước tính thì chọn “Ước tính”. Ví dụ 12.345.'
    case 'source-missing':
      return 'Phải có nguồn. Xin ghi lấy từ đâu, ví dụ: Niên giám thống kê năm 2025.'
    case 'reason-needed':
      return 'Rút thì phải có lý do. Xin ghi lý do, ví dụ “ghi nhầm đơn vị”.'
    case 'personal-number':
      return 'Chỗ này có dãy số giống số điện thoại hoặc số căn cước. Xin bỏ dãy số đó rồi ghi lại.'
    case 'list-unreadable':
      return unreadable[refusal.why]
    case 'list-too-long':
      return `Tệp có nhiều dòng quá; mỗi lần nhiều nhất ${refusal.most} dòng.`
    case 'list-columns-missing':
      return `Thiếu cột ${refusal.columns.join(', ')}. Xin tải tệp mẫu để xem các cột.`
    case 'list-nothing-filled':
      return 'Chưa dòng nào có số dân. Xin ghi số dân cho ít nhất một đơn vị.'
    case 'list-wrong':
      return `Còn ${refusal.rows} dòng chưa đúng. Chưa ghi số nào; xin sửa rồi xem lại.`
  }
}

/** The field of the form that a refusal stands beside. */
export function unitSizeFieldOf({ code }: UnitSizeRefusal): string {
  const fields: Partial<Record<UnitSizeRefusal['code'], string>> = {
    ...{ 'people-unclear': 'people', 'source-missing': 'source', 'personal-number': 'source' },
    ...{ 'day-not-come': 'on', 'unit-not-in-force': 'on', 'reason-needed': 'reason' },
  }
  return fields[code] ?? (code.startsWith('list-') ? 'danhSach' : '')
}
