/** What was recorded about scoring and appraisal, as a sentence without its subject. */
export const scoringAuditLabel = {
  'scoring-set-created': 'lập một bộ tiêu chí chấm điểm',
  'scoring-set-changed': 'sửa một bộ tiêu chí chấm điểm',
  'scoring-set-versioned': 'lập bản mới của một bộ tiêu chí chấm điểm',
  'appraisal-opened': 'mở một đợt chấm điểm',
  'appraisal-subjects-added': 'đưa đối tượng vào một đợt chấm điểm',
  'appraisal-subject-removed': 'đưa một đối tượng ra khỏi đợt chấm điểm',
  'appraisal-assigned': 'phân công người thẩm định',
  'appraisal-marked': 'chấm điểm',
  'appraisal-handed-in': 'nộp một phiếu chấm',
  'appraisal-taken-back': 'lấy lại một phiếu chấm để sửa',
  'appraisal-found-not-eligible': 'ghi một đối tượng không đủ điều kiện xét',
  'appraisal-found-eligible': 'đưa một đối tượng trở lại xét',
  'appraisal-closed': 'chốt điểm một đợt chấm',
  'appraisal-reopened': 'mở lại một đợt chấm đã chốt điểm',
  'appraisal-minuted': 'ghi biên bản một đợt chấm điểm',
  'appraisal-decided': 'ghi quyết định của một đợt chấm điểm',
} as const satisfies Record<string, string>

/** Every kind that scoring records; a new one does not compile before it has its sentence. */
export type ScoringAuditKind = keyof typeof scoringAuditLabel
