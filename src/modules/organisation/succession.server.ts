import type { Tx } from '#platform/database.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { DatedSuccession } from './continuing.ts'
import { successionsAt } from './tree-store.server.ts'

/** What went into a unit over the years, and every succession among those units: few questions, one a generation. */
export async function contributors(tx: Tx, unit: UnitId): Promise<{ units: UnitId[]; successions: DatedSuccession[] }> {
  const units = new Set<UnitId>([unit])
  let asked: UnitId[] = [unit]
  const successions: DatedSuccession[] = []
  while (asked.length > 0) {
    const found = await successionsAt(tx, asked)
    successions.push(...found)
    asked = [...new Set(found.filter(({ to }) => units.has(to)).map(({ from }) => from))].filter(
      (one) => !units.has(one),
    )
    for (const one of asked) units.add(one)
  }
  return { units: [...units], successions: distinct(successions) }
}

/** Every succession that starts from these units or from one that followed them. */
export async function successionsFrom(tx: Tx, units: readonly UnitId[]): Promise<DatedSuccession[]> {
  const seen = new Set<UnitId>(units)
  let asked = [...units]
  const successions: DatedSuccession[] = []
  while (asked.length > 0) {
    const found = (await successionsAt(tx, asked)).filter(({ from }) => seen.has(from))
    successions.push(...found)
    asked = [...new Set(found.map(({ to }) => to))].filter((one) => !seen.has(one))
    for (const one of asked) seen.add(one)
  }
  return distinct(successions)
}

function distinct(successions: readonly DatedSuccession[]): DatedSuccession[] {
  return [...new Map(successions.map((one) => [`${one.from} ${one.to} ${one.on}`, one])).values()]
}
