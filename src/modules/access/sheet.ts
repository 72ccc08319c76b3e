import type { Id } from '#kernel/ids.ts'
import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import { follows, type Actor } from './actor.ts'

/** Who keeps a sheet: a unit, in the province it was recorded in. */
export type SheetOwner = { province: Id<'Unit'>; unit: Id<'Unit'> }

/** One row of a register that a unit keeps (một tờ trong sổ): whose it is, whether it counts, how often it was written. */
export type Sheet = SheetOwner & {
  id: Id<'Sheet'>
  /** Why it does not count; null while it stands. */
  voidReason: string | null
  version: number
  changedAt: Date
}

/** A unit's own officers and leaders write in its registers, the province's in the province's; nobody for another. */
export function mayKeepSheets(actor: Actor, owner: SheetOwner): boolean {
  const writes = actor.duty !== 'administrator' && actor.duty !== 'auditor'
  return writes && actor.province === owner.province && actor.unit === owner.unit
}

/** Read where it is kept, from above, where its unit went; what the province itself keeps concerns all its communes. */
export function mayReadSheets(actor: Actor, owner: SheetOwner): boolean {
  if (actor.duty === 'administrator') return false
  if (follows(actor, owner)) return true
  if (actor.province !== owner.province) return false
  return actor.unit === owner.unit || actor.unit === owner.province || owner.unit === owner.province
}

/** The *no* that every register has in common. */
export type SheetRefusal =
  | { code: 'day-not-come'; today: LocalDate }
  | { code: 'unit-not-in-force'; day: LocalDate }
  | { code: 'changed-meanwhile' }
  | { code: 'already-void' }
  | { code: 'sheet-used' }
  | { code: 'personal-number' }

/** What an officer reads when a sheet cannot be written: what is wrong and what to do. */
export function sheetRefusalText(refusal: SheetRefusal): string {
  switch (refusal.code) {
    case 'day-not-come':
      return `Ngày này chưa tới (hôm nay ${formatDay(refusal.today)}). Sổ chỉ ghi việc đã làm; xin sửa ngày, hoặc ghi sau.`
    case 'unit-not-in-force':
      return `Vào ngày ${formatDay(refusal.day)} đơn vị này chưa có hoặc không còn. Xin xem lại ngày.`
    case 'changed-meanwhile':
      return 'Tờ này vừa được người khác sửa sau khi ông/bà mở trang. Bản mới đứng ở trên, những gì vừa gõ vẫn còn ở dưới. Xin so lại; vẫn muốn đổi thì lưu lần nữa.'
    case 'already-void':
      return 'Tờ này đã được gỡ khỏi sổ nên không sửa nữa. Nếu vẫn tính, xin ghi một tờ mới.'
    case 'sheet-used':
      return 'Tờ này lúc nãy đã ghi với nội dung khác; tờ đó vẫn ở trong sổ. Nếu đây là một tờ nữa, xin bấm ghi lần nữa. Nếu chỉ muốn sửa tờ lúc nãy, xin mở tờ đó trong sổ.'
    case 'personal-number':
      return 'Chỗ vừa viết có dãy số giống số điện thoại hoặc số căn cước. Sổ không giữ số của cá nhân; xin bỏ dãy số đó rồi lưu lại.'
  }
}

const commonCodes: readonly string[] = [
  ...['day-not-come', 'unit-not-in-force', 'changed-meanwhile', 'already-void', 'sheet-used', 'personal-number'],
]

export function isSheetRefusal(refusal: { code: string }): refusal is SheetRefusal {
  return commonCodes.includes(refusal.code)
}
