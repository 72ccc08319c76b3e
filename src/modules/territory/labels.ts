import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import type { NotComparable } from './landing.ts'
import type { Flag } from './rebase.ts'
import type { Tree, UnitId, UnitKind, UnitVersion } from './unit.ts'

/** Kinds as people say them. */
export const kindName: Record<UnitKind, string> = {
  province: 'tỉnh',
  city: 'thành phố',
  'rural-district': 'huyện',
  'urban-district': 'quận',
  'district-town': 'thị xã',
  commune: 'xã',
  ward: 'phường',
  township: 'thị trấn',
  'special-zone': 'đặc khu',
}

/** `Huyện Quế Sơn (cũ), đến 30/6/2025` for a unit that has ended, its plain name for one that stands. */
export function nameOnDay(
  unit: Pick<UnitVersion, 'name' | 'until'> & { untilIsKnown?: boolean },
  today: LocalDate,
): string {
  if (!unit.until || unit.until >= today) return unit.name
  return unit.untilIsKnown === false
    ? `${unit.name} (cũ), không rõ ngày kết thúc`
    : `${unit.name} (cũ), đến ${formatDay(unit.until)}`
}

/** In which order a unit stands under another. */
export const treeTerm: Record<Tree, string> = {
  state: 'Chính quyền',
  party: 'Hệ thống Đảng',
  front: 'Hệ thống Mặt trận',
}

export const flagLabel: Record<Flag, string> = {
  exact: 'cộng đúng',
  apportioned: 'chia theo tỷ lệ',
  'not-comparable': 'không so sánh được',
}

/** Why a figure cannot be read on another map, and what would help. */
export function reasonText(reason: NotComparable, nameOf: (unit: UnitId) => string): string {
  switch (reason.why) {
    case 'share-unknown':
      return `${nameOf(reason.unit)} được chia cho nhiều đơn vị, chưa có tỷ lệ chia${citing(reason)}.`
    case 'shares-incomplete':
      return `Tỷ lệ chia ${nameOf(reason.unit)} cộng lại chưa đủ toàn bộ${citing(reason)}.`
    case 'event-forbids':
      return `Thay đổi của ${nameOf(reason.unit)} được ghi là không cộng số liệu qua${citing(reason)}.`
    case 'not-divided':
      return `Số liệu của ${nameOf(reason.unit)} không tách được cho từng đơn vị ở cấp được hỏi.`
    case 'no-successor':
      return `Sổ đơn vị chưa ghi ${nameOf(reason.unit)} đã nhập vào đâu.`
    case 'no-predecessor':
      return `Sổ đơn vị chưa ghi ${nameOf(reason.unit)} được lập từ đâu.`
    case 'before-register':
      return `Sổ đơn vị chỉ có từ ngày ${formatDay(reason.begins)}.`
    case 'unknown-unit':
      return 'Không có đơn vị này trong sổ đơn vị.'
    case 'incomplete':
      return `Mới có số liệu của ${reason.counted} trong ${reason.expected} đơn vị.`
  }
}

/** Said wherever a map or a day is asked for that nobody knows. */
export function beforeRegister(begins: LocalDate): string {
  return `Sổ đơn vị bắt đầu từ ngày ${formatDay(begins)}. Xin chọn ngày đó hoặc ngày sau.`
}

function citing({ act, article }: { act: string | null; article: string | null }): string {
  return act === null ? '' : ` (${[article, act].filter(Boolean).join(', ')})`
}
