import type { Period } from '#kernel/period.ts'
import { inScope, type Db } from '#platform/database.ts'
import type { FigureValue } from '#modules/figures/figure.ts'
import type { Register } from '#modules/territory/register.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { familyOf } from './map-family.ts'
import { periodsPublished, publishedFigures } from './map-sources.server.ts'

/** What one unit published for the very days of a period, as it wrote it, by cell key. */
export async function publishedValues(
  db: Db,
  register: Register,
  unit: UnitId,
  period: Period,
): Promise<ReadonlyMap<string, FigureValue>> {
  const [found] = await inScope(db, { reach: 'public' }, (tx) =>
    publishedFigures(tx, register, new Set([unit]), period),
  )
  return found?.values ?? new Map()
}

/** The periods that a unit, or one its area has to do with, published something for, newest first. */
export async function publishedPeriods(db: Db, register: Register, unit: UnitId): Promise<Period[]> {
  const family = familyOf(register, unit)
  const found = await inScope(db, { reach: 'public' }, (tx) => periodsPublished(tx, family))
  return found.map(({ period }) => period)
}
