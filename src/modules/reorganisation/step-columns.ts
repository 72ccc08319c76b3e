import type { EventKind, LawfulAggregation } from '#modules/territory/event.ts'

/** The columns of a file of steps, and the words that stand in them. */
export const stepColumns = {
  group: 'Bước',
  kind: 'Việc',
  unit: 'Đơn vị',
  extent: 'Phạm vi',
  by: 'Đo theo',
  amount: 'Số',
  source: 'Nguồn',
  newName: 'Tên mới',
  newKind: 'Loại mới',
  newCode: 'Mã mới',
  to: 'Đơn vị nhận',
  aggregation: 'Cộng số liệu',
} as const
/** A column of the file of steps (cột). */
export type Column = keyof typeof stepColumns

/** What each column takes, as the page explains it. */
export const columnHelp: Record<Column, string> = {
  group: 'các dòng cùng số là một bước',
  kind: 'sáp nhập; chia tách; chuyển một phần; đổi tên; đổi loại; đổi cấp trên; thành lập; kết thúc huyện',
  unit: 'đơn vị đang có: tên, mã số hoặc mã trong địa chỉ',
  extent: 'toàn bộ (bỏ trống cũng là toàn bộ) hoặc một phần; chỉ cho sáp nhập',
  by: 'phần trăm, số dân, hoặc bỏ trống khi chưa biết',
  amount: 'ví dụ 62,5 hoặc 12.450',
  source: 'số ở cột trước lấy từ đâu; bắt buộc khi có số',
  newName: 'tên đơn vị mới, không gồm chữ xã, phường',
  newKind: 'xã, phường hoặc đặc khu; bỏ trống là xã',
  newCode: 'mã số 5 chữ số, nếu đã có',
  to: 'đơn vị nhận phần chuyển sang, hoặc cấp trên mới',
  aggregation: 'bỏ trống là mặc định; cả hai chiều; sang mới; về cũ; không',
}

export const kindWords: Record<string, EventKind> = {
  'sap nhap': 'merge',
  'chia tach': 'split',
  'chuyen mot phan': 'partial-transfer',
  'doi ten': 'rename',
  'doi loai': 'kind-change',
  'doi cap tren': 'parent-change',
  'thanh lap': 'created',
  'ket thuc huyen': 'level-abolished',
}
export const aggregationWords: Record<string, LawfulAggregation> = {
  'ca hai chieu': 'both',
  'sang moi': 'forward',
  've cu': 'backward',
  khong: 'neither',
}
export const measureWords: Record<string, string> = {
  '': 'unknown',
  'chua biet': 'unknown',
  'phan tram': 'share',
  'so dan': 'people',
}
export const extentWords: Record<string, string> = { '': 'whole', 'toan bo': 'whole', 'mot phan': 'part' }

/** The file to start from, as Excel opens it: with the mark that says UTF-8. */
export function stepTemplate(names: readonly [string, string, string]): string {
  const [one, other, third] = names
  const rows = [
    Object.values(stepColumns),
    ['1', 'sáp nhập', one, 'toàn bộ', '', '', '', 'Tên Mới', 'xã', '', '', ''],
    ['1', 'sáp nhập', other, 'toàn bộ', '', '', '', '', '', '', '', ''],
    ['2', 'đổi loại', third, '', '', '', '', 'Tên Phường', 'phường', '', '', ''],
  ]
  return `\ufeff${rows.map((cells) => cells.join(',')).join('\r\n')}\r\n`
}
