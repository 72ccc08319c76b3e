/** What was recorded about formulas of a province, as a sentence without its subject. */
export const figuresAuditLabel = {
  'formula-defined': 'lập một công thức của tỉnh',
  'formula-revised': 'sửa một công thức của tỉnh thành bản mới',
  'formula-retired': 'ngừng dùng một công thức của tỉnh',
} as const satisfies Record<string, string>

/** Every kind that this module records; a new one does not compile before it has its sentence. */
export type FiguresAuditKind = keyof typeof figuresAuditLabel
