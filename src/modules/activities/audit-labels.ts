/** What was recorded about registers of activities, as a sentence without its subject. */
export const activitiesAuditLabel = {
  'dialogue-recorded': 'ghi một cuộc đối thoại vào sổ',
  'dialogue-corrected': 'sửa một cuộc đối thoại trong sổ',
  'dialogue-voided': 'gỡ một cuộc đối thoại khỏi sổ',
} as const satisfies Record<string, string>

/** Every kind that this module records; a new one does not compile before it has its sentence. */
export type ActivitiesAuditKind = keyof typeof activitiesAuditLabel
