import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import type { UnitVersion } from './unit.ts'

/** `Huyện Quế Sơn (cũ), đến 30/6/2025` for a unit that has ended, its plain name for one that stands. */
export function nameOnDay(unit: Pick<UnitVersion, 'name' | 'until'>, today: LocalDate): string {
  return unit.until && unit.until < today ? `${unit.name} (cũ), đến ${formatDay(unit.until)}` : unit.name
}
