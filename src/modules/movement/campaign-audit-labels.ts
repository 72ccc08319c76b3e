/** What was recorded about drives, pledges, contests and work items, as a sentence without its subject. */
export const campaignAuditLabel = {
  'campaign-recorded': 'ghi một chủ đề, đợt thi đua vào sổ',
  'campaign-corrected': 'sửa một chủ đề, đợt thi đua trong sổ',
  'campaign-voided': 'gỡ một chủ đề, đợt thi đua khỏi sổ',
  'pledge-recorded': 'ghi một bản cam kết thi đua vào sổ',
  'pledge-corrected': 'sửa một bản cam kết thi đua',
  'pledge-judged': 'đánh giá việc thực hiện một bản cam kết',
  'pledge-voided': 'gỡ một bản cam kết khỏi sổ',
  'contest-recorded': 'ghi một hội thi vào sổ',
  'contest-corrected': 'sửa một hội thi trong sổ',
  'contest-scored': 'ghi điểm một hội thi',
  'contest-settled': 'chốt kết quả một hội thi',
  'contest-reopened': 'mở lại kết quả một hội thi',
  'contest-voided': 'gỡ một hội thi khỏi sổ',
  'work-item-recorded': 'ghi một phần việc, công trình vào sổ',
  'work-item-corrected': 'sửa một phần việc, công trình',
  'work-item-voided': 'gỡ một phần việc, công trình khỏi sổ',
} as const satisfies Record<string, string>
