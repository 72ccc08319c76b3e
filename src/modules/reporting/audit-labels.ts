/** What was recorded about reports, as a sentence without its subject. */
export const reportingAuditLabel = {
  'report-begun': 'mở báo cáo',
  'figures-saved': 'ghi số vào báo cáo',
  'count-corrected': 'gõ số khác số đếm, kèm lý do',
  'count-correction-withdrawn': 'bỏ số gõ, để số đếm đứng lại',
  'entry-undone': 'hoàn tác lần ghi số của mình',
  'entry-redone': 'làm lại lần ghi số đã hoàn tác',
  'files-attached': 'kèm tài liệu vào báo cáo',
  'file-described': 'sửa thông tin tài liệu kèm theo',
  'file-removed': 'gỡ tài liệu kèm theo',
  'file-chosen-public': 'chọn công khai một tài liệu',
  'file-kept-internal': 'để một tài liệu trong nội bộ',
  'finding-explained': 'giải trình chỗ chưa khớp',
  'question-answered': 'trả lời câu hỏi về một số',
  'report-submit': 'nộp báo cáo',
  'report-recall': 'rút lại báo cáo để sửa',
  'report-return': 'trả lại báo cáo kèm câu hỏi',
  'report-accept': 'nhận báo cáo',
  'report-publish': 'công bố báo cáo',
  'obligation-rule-added': 'đặt quy định nộp báo cáo',
  'obligation-rule-ended': 'kết thúc quy định nộp báo cáo',
  'obligation-waived': 'miễn nộp báo cáo một kỳ',
  'obligation-asked-again': 'bỏ miễn, yêu cầu nộp lại báo cáo một kỳ',
  'obligation-extended': 'gia hạn nộp báo cáo',
  'obligation-extension-withdrawn': 'rút lại việc gia hạn nộp báo cáo',
  'period-closed': 'chốt kỳ báo cáo',
  'period-reopened': 'mở lại kỳ báo cáo đã chốt',
  'published-source-recorded': 'ghi số liệu đã công bố ở nơi khác',
  'example-reports-loaded': 'nạp báo cáo ví dụ',
} as const satisfies Record<string, string>

/** Every kind that this module records; a new one does not compile before it has its sentence. */
export type ReportingAuditKind = keyof typeof reportingAuditLabel
