import type { PublicDialogueState } from '#modules/activities/public-dialogue.ts'

/** How far a dialogue came, as everybody reads it. */
export const publicStateName: Record<PublicDialogueState, string> = {
  announced: 'sắp tổ chức',
  held: 'đã tổ chức, chưa công bố biên bản',
  published: 'đã công bố biên bản',
  cancelled: 'đã hủy',
  withdrawn: 'biên bản đã rút lại',
}
