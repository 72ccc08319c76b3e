/** What was recorded about documents and their reviews, as a sentence without its subject. */
export const directivesAuditLabel = {
  'directive-recorded': 'ghi một văn bản chỉ đạo vào thư viện',
  'directive-corrected': 'sửa một văn bản trong thư viện',
  'directive-voided': 'gỡ một văn bản khỏi thư viện',
  'directive-file-attached': 'thêm tệp cho một văn bản',
  'directive-file-removed': 'bỏ tệp của một văn bản',
  'directive-published': 'công khai một văn bản',
  'directive-withdrawn': 'rút một văn bản khỏi trang công khai',
  'review-recorded': 'ghi một cuộc sơ kết, tổng kết vào sổ',
  'review-corrected': 'sửa một cuộc sơ kết, tổng kết',
  'review-voided': 'gỡ một cuộc sơ kết, tổng kết khỏi sổ',
} as const satisfies Record<string, string>
