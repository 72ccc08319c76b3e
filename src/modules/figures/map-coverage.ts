import type { UnitId } from '#modules/territory/unit.ts'
import type { MapPart } from './map-figure.ts'
import type { Area, MapView } from './map-area.ts'

/**
 * From how many units of the time of the period a number is, and who is missing. A unit that gave a number speaks for all under
 * it; one that gave none is opened where somebody under it did, so that one district of eighteen is never told as a province.
 */
export function coverage(
  view: MapView,
  area: Area,
  parts: readonly MapPart[],
): { counted: number; missing: readonly UnitId[] } {
  const uses = new Map(parts.map(({ unit, use }) => [unit, use.kind]))
  const missing: UnitId[] = []
  const open = [...area.tops]
  const seen = new Set(open)
  for (let unit = open.shift(); unit !== undefined; unit = open.shift()) {
    const use = uses.get(unit)
    if (use === 'counted' || use === 'within' || use === 'not-comparable') continue
    const below = hasPartBelow(view, unit, parts) ? area.below(unit) : []
    if (below.length === 0 && use === undefined) missing.push(unit)
    for (const child of below) {
      if (seen.has(child)) continue
      seen.add(child)
      open.push(child)
    }
  }
  return { counted: parts.filter(({ use }) => use.kind === 'counted').length, missing }
}

function hasPartBelow({ placedOf }: MapView, unit: UnitId, parts: readonly MapPart[]): boolean {
  return parts.some((part) => placedOf.get(part.unit)?.above.includes(unit))
}
