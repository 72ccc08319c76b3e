/** What was recorded about the movement, as a sentence without its subject. */
export const movementAuditLabel = {
  'initiative-drafted': 'mở phiếu đăng ký một mô hình, điển hình',
  'initiative-written': 'sửa nội dung một mô hình, điển hình',
  'initiative-replicated': 'mở phiếu làm theo một mô hình, điển hình',
  'initiative-register': 'đăng ký một mô hình, điển hình',
  'initiative-withdraw': 'rút đăng ký một mô hình, điển hình',
  'initiative-return': 'trả lại đăng ký một mô hình, điển hình',
  'initiative-approve': 'đưa một mô hình, điển hình vào danh sách',
  'initiative-launch': 'ghi ra mắt một mô hình, điển hình',
  'initiative-run': 'ghi một mô hình, điển hình đang làm',
  'initiative-score-self': 'ghi tự chấm một mô hình, điển hình',
  'initiative-appraise': 'ghi thẩm định một mô hình, điển hình',
  'initiative-recognise': 'công nhận một mô hình, điển hình',
  'initiative-refuse-recognition': 'không công nhận một mô hình, điển hình',
  'initiative-find-not-eligible': 'ghi một mô hình, điển hình không đủ điều kiện xét',
  'initiative-choose-outstanding': 'chọn một mô hình, điển hình tiêu biểu',
  'initiative-propose-award': 'đề nghị khen một mô hình, điển hình',
  'initiative-stop': 'dừng một mô hình, điển hình',
  'initiative-merge': 'gộp một mô hình, điển hình vào mô hình khác',
  'initiative-hand-over': 'bàn giao một mô hình, điển hình',
} as const satisfies Record<string, string>

/** Every kind that this module records; a new one does not compile before it has its sentence. */
export type MovementAuditKind = keyof typeof movementAuditLabel
