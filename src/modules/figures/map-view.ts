import { destinationOf } from '#modules/territory/rebase.ts'
import { dayKnown } from '#modules/territory/register.ts'
import { treeOn } from '#modules/territory/tree.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { cellKey, type Indicator } from './indicator.ts'
import { areaOf, type Area, type MapQuestion, type MapView } from './map-area.ts'
import { carriedAlone, quotient, summed } from './map-cell.ts'
import type { MapFigure } from './map-figure.ts'
import type { RollUpLine } from './rollup.ts'

/** Finds out once where each unit's figures stand. A unit that reported twice for the period is a bug of the caller. */
export function mapView(question: MapQuestion): MapView {
  const { register, to, sources } = question
  // Of a period before the register began, who belonged together is told as of its first day; or nobody would be missed.
  const on = dayKnown(register, question.on)
  const tree = treeOn(register, on)
  const placed = sources.map((source) => ({
    ...source,
    destination: destinationOf(register, source.unit, to),
    above: tree.ancestors(source.unit).map(({ unit }) => unit),
  }))
  const inOrder = (unit: UnitId): number => register.placeOf.get(unit) ?? -1
  const targets = new Set(placed.flatMap(({ destination }) => destination.parts.map(({ unit }) => unit)))
  const placedOf = new Map(placed.map((one) => [one.unit, one]))
  if (placedOf.size < placed.length) throw new Error('Two reports of one unit would be added twice.')
  return {
    ...question,
    on,
    placed,
    targets: [...targets].sort((a, b) => inOrder(a) - inOrder(b)),
    placedOf,
  }
}

/** The figures of one unit of the map, by cell; an indicator is added, divided last, or kept only where the area is the same. */
export function figuresOnMap(view: MapView, target: UnitId, lines: readonly RollUpLine[]): Map<string, MapFigure> {
  const area = areaOf(view, target)
  return new Map(
    lines.map(({ indicator, dimension }) => {
      const key = cellKey({ code: indicator.code, dimension })
      return [key, figureOf(view, area, indicator, key)]
    }),
  )
}

function figureOf(view: MapView, area: Area, indicator: Indicator, key: string): MapFigure {
  switch (indicator.overTerritory) {
    case 'sum':
      return summed(view, area, key, indicator)
    case 'ratio-of-sums':
      return quotient(view, area, indicator)
    case 'none':
      return carriedAlone(view, area, key)
  }
}
