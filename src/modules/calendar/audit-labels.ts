/** What was recorded about the working calendar, as a sentence without its subject. */
export const calendarAuditLabel = {
  'calendar-notice-entered': 'ghi lịch làm việc của một năm theo thông báo',
  'calendar-notice-corrected': 'sửa lịch làm việc của một năm',
  'calendar-notice-withdrawn': 'bỏ lịch làm việc đã ghi, dùng lại lịch đi kèm phần mềm',
  'calendar-estimate-confirmed': 'xác nhận dùng tạm lịch làm việc ước tính',
  'calendar-confirmation-ended': 'bỏ xác nhận dùng tạm lịch làm việc ước tính',
} as const satisfies Record<string, string>

/** Every kind that this module records; a new one does not compile before it has its sentence. */
export type CalendarAuditKind = keyof typeof calendarAuditLabel
