/** What was recorded about briefs, as a sentence without its subject. */
export const briefAuditLabel = {
  'brief-figure-chosen': 'thêm một số vào bản tóm tắt một trang',
  'brief-figure-moved': 'đổi thứ tự số trong bản tóm tắt một trang',
  'brief-figure-removed': 'bỏ một số khỏi bản tóm tắt một trang',
  'brief-figures-restored': 'lấy lại các số có sẵn của bản tóm tắt một trang',
} as const satisfies Record<string, string>

/** Every kind that this module records; a new one does not compile before it has its sentence. */
export type BriefAuditKind = keyof typeof briefAuditLabel
