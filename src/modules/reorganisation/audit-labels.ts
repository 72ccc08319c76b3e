/** What was recorded about reorganisations, as a sentence without its subject. */
export const reorganisationAuditLabel = {
  'reorganisation-begun': 'lập phương án sắp xếp đơn vị',
  'reorganisation-changed': 'sửa phương án sắp xếp đơn vị',
  'reorganisation-discarded': 'bỏ phương án sắp xếp đơn vị',
  'reorganisation-decided': 'chốt phương án sắp xếp đơn vị',
  'reorganisation-undone': 'hoàn tác phương án sắp xếp đơn vị',
  'reorganisation-applied': 'phương án sắp xếp đơn vị đến ngày có hiệu lực',
  'shares-entered': 'nhập tỷ lệ chia tách',
  'division-stated': 'nhập tỷ lệ chia của đơn vị cũ',
  'division-withdrawn': 'rút tỷ lệ chia của đơn vị cũ',
  'reorganisation-task-changed': 'cập nhật việc cần làm của phương án',
} as const satisfies Record<string, string>

/** Every kind that this module records; a new one does not compile before it has its sentence. */
export type ReorganisationAuditKind = keyof typeof reorganisationAuditLabel

/** Which part of a draft was changed, where the audit says so in one word. */
export const draftPartLabel: Readonly<Record<string, string>> = {
  head: 'tên, ngày và căn cứ',
  'step-added': 'thêm một bước',
  'step-changed': 'sửa một bước',
  'step-removed': 'bỏ một bước',
  'step-moved': 'đổi thứ tự bước',
  successors: 'nơi nhận nhiệm vụ',
  'steps-listed': 'nạp các bước từ tệp',
}
