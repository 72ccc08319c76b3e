import { ancestryOf } from '#modules/territory/life.ts'
import type { Register } from '#modules/territory/register.ts'
import { versionsOf } from '#modules/territory/register.ts'
import type { UnitId } from '#modules/territory/unit.ts'

/**
 * Every unit of any time whose figures may have to do with a unit: what it came from and went into, what stood under these,
 * and what stood over them. Where a figure really stands is decided later, by its day.
 */
export function familyOf(register: Register, unit: UnitId): Set<UnitId> {
  const { before, after } = ancestryOf(register, unit)
  const line = new Set<UnitId>([unit, ...before.map(({ from }) => from), ...after.map(({ to }) => to)])
  const family = withBelow(register, line)
  for (const one of line) {
    for (const { parent, province } of versionsOf(register, one)) {
      if (parent !== null) family.add(parent)
      family.add(province)
    }
  }
  return family
}

/** With everything that ever stood under them: two steps lead from a province to its communes. */
function withBelow(register: Register, line: ReadonlySet<UnitId>): Set<UnitId> {
  const found = new Set(line)
  for (const _ of ['district', 'commune']) {
    for (const { unit, parent } of register.versions.flat()) if (parent !== null && found.has(parent)) found.add(unit)
  }
  return found
}
