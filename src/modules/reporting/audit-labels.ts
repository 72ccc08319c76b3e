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
  'prose-saved': 'viết lời văn của báo cáo',
  'prose-restored': 'đưa lời văn của báo cáo về lần ghi trước',
  'task-written': 'ghi nhiệm vụ kỳ tới',
  'task-dropped': 'bỏ một nhiệm vụ kỳ tới, kèm lý do',
  'task-outcome-said': 'ghi kết quả một nhiệm vụ kỳ trước',
  'question-answered': 'trả lời câu hỏi về một số',
  'report-submit': 'nộp báo cáo',
  'report-recall': 'rút lại báo cáo để sửa',
  'report-return': 'trả lại báo cáo kèm câu hỏi',
  'report-accept': 'nhận báo cáo',
  'report-publish': 'công bố báo cáo',
  'published-source-recorded': 'ghi số liệu đã công bố ở nơi khác',
  'example-reports-loaded': 'nạp báo cáo ví dụ',
} as const satisfies Record<string, string>

/** Every kind that this module records; a new one does not compile before it has its sentence. */
export type ReportingAuditKind = keyof typeof reportingAuditLabel
