import type { ListTextProblem } from '#modules/access/list-text.ts'

/** Every *no* about a list of targets as a whole. */
export type TargetListRefusal =
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

/** Why a list as a whole is not read or not set, and what to do. */
export function targetListRefusalText(refusal: TargetListRefusal): string {
  switch (refusal.code) {
    case 'list-unreadable':
      return unreadable[refusal.why]
    case 'list-too-long':
      return `Tệp có nhiều dòng quá; mỗi lần nhiều nhất ${refusal.most} dòng.`
    case 'list-columns-missing':
      return `Thiếu cột ${refusal.columns.join(', ')}. Xin tải tệp mẫu để xem các cột.`
    case 'list-nothing-filled':
      return 'Chưa dòng nào có mức. Xin ghi mức cho ít nhất một đơn vị.'
    case 'list-wrong':
      return `Còn ${refusal.rows} dòng chưa đúng. Chưa đặt chỉ tiêu nào; xin sửa rồi xem lại.`
  }
}

/** Tells a *no* about the list from one about a single target. */
export function isOfList<Other extends { code: string }>(
  refusal: TargetListRefusal | Other,
): refusal is TargetListRefusal {
  return refusal.code.startsWith('list-')
}
