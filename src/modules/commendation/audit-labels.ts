/** What was recorded about commendation, as a sentence without its subject. */
export const commendationAuditLabel = {
  'award-begun': 'soạn một đề nghị khen thưởng',
  'award-corrected': 'sửa một đề nghị khen thưởng',
  'award-submit': 'trình một đề nghị khen thưởng',
  'award-withdraw': 'rút lại một đề nghị khen thưởng',
  'award-receive': 'nhận hồ sơ khen thưởng',
  'award-return': 'trả lại một đề nghị khen thưởng',
  'award-vote': 'ghi kết quả bỏ phiếu khen thưởng',
  'award-undo-vote': 'xóa kết quả bỏ phiếu khen thưởng',
  'award-decide': 'ghi quyết định khen thưởng',
  'award-reject': 'ghi một đề nghị khen thưởng không được duyệt',
  'award-undo-reject': 'mở lại một đề nghị khen thưởng không được duyệt',
  'award-drop': 'bỏ một đề nghị khen thưởng đang soạn',
  'award-revoke': 'ghi một khen thưởng bị thu hồi',
  'award-law-chosen': 'chọn luật áp dụng cho một hồ sơ khen thưởng',
  'award-files-attached': 'kèm minh chứng cho một đề nghị khen thưởng',
  'award-file-removed': 'gỡ minh chứng của một đề nghị khen thưởng',
  'commendation-rule-set': 'đặt một con số trong quy định khen thưởng của tỉnh',
  'praise-recorded': 'ghi một lời biểu dương',
  'praise-voided': 'gỡ một lời biểu dương',
  'ceremony-recorded': 'ghi một lễ trao khen thưởng',
  'ceremony-voided': 'gỡ một lễ trao khen thưởng',
  'ceremony-awards-chosen': 'ghi những khen thưởng đã trao tại một lễ',
} as const satisfies Record<string, string>

/** Every kind that this module records; a new one does not compile before it has its sentence. */
export type CommendationAuditKind = keyof typeof commendationAuditLabel
