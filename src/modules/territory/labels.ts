import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import type { Tree, UnitKind, UnitVersion } from './unit.ts'

/** Kinds as people say them; a name that says more (quận) goes before this word. */
export const kindName: Record<UnitKind, string> = {
  province: 'tỉnh',
  city: 'thành phố',
  'rural-district': 'huyện',
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
export const treeName: Record<Tree, string> = {
  state: 'Chính quyền',
  party: 'Hệ thống Đảng',
  front: 'Hệ thống Mặt trận',
}
