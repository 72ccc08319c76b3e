/** What was recorded about targets, sizes and formulas of a province, as a sentence without its subject. */
export const figuresAuditLabel = {
  'target-set': 'đặt một chỉ tiêu kế hoạch',
  'target-revised': 'điều chỉnh một chỉ tiêu kế hoạch',
  'target-withdrawn': 'rút một chỉ tiêu kế hoạch',
  'targets-listed': 'đặt chỉ tiêu kế hoạch cho nhiều đơn vị một lần',
  'unit-size-stated': 'ghi số dân của một đơn vị',
  'unit-size-withdrawn': 'rút số dân đã ghi của một đơn vị',
  'unit-sizes-listed': 'ghi số dân của nhiều đơn vị từ tệp',
  'formula-defined': 'lập một công thức của tỉnh',
  'formula-revised': 'sửa một công thức của tỉnh thành bản mới',
  'formula-retired': 'ngừng dùng một công thức của tỉnh',
  'check-rule-changed': 'sửa một quy tắc kiểm tra số liệu',
  'check-rule-reset': 'trả một quy tắc kiểm tra về mặc định',
  'check-rule-added': 'thêm một quy tắc kiểm tra của tỉnh',
} as const satisfies Record<string, string>

/** Every kind that this module records; a new one does not compile before it has its sentence. */
export type FiguresAuditKind = keyof typeof figuresAuditLabel
