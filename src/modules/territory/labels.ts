import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import type { UnitKind, UnitVersion } from './unit.ts'

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
export function nameOnDay(unit: Pick<UnitVersion, 'name' | 'until'>, today: LocalDate): string {
  return unit.until && unit.until < today ? `${unit.name} (cũ), đến ${formatDay(unit.until)}` : unit.name
}
