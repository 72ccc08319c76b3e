import { subtract, type Quantity } from '#kernel/quantity.ts'
import type { Period } from '#kernel/period.ts'
import type { CubeCell } from '#modules/figures/cube-answer.ts'
import type { FigureValue } from '#modules/figures/figure.ts'
import type { MapFigure, MapReason } from '#modules/figures/map-figure.ts'
import { growthBetween } from '#modules/figures/map-growth.ts'
import { valueOf } from '#modules/figures/rollup.ts'
import type { Beside, BriefMeasure, BriefReserve, ChangeMeaning } from './brief.ts'

/** Puts a figure beside the same one of another period: told only where both are known in full, exactly, on one map. */
export function besideOf(of: BriefMeasure, period: Period, then: CubeCell, now: CubeCell): Beside {
  const growth = growthBetween(asMapFigure(then), asMapFigure(now))
  if (growth.kind === 'rate') {
    const difference = differenceOf(then, now)
    return { period, cell: then, difference, rate: of.grows ? growth.percent : null, silence: null }
  }
  // From zero there is no rate, but both numbers are known: the difference is told.
  const difference = growth.reason.why === 'from-zero' ? differenceOf(then, now) : null
  return { period, cell: then, difference, rate: null, silence: growth.reason }
}

function differenceOf(then: CubeCell, now: CubeCell): Quantity {
  return subtract(exactAmount(now), exactAmount(then))
}

function exactAmount({ amount }: CubeCell): Quantity {
  if (amount === null) throw new Error('A figure that is known has an amount')
  return amount
}

/** What a cell says, as the rules of growth read it. */
export function asMapFigure(cell: CubeCell): MapFigure {
  const { counted, expected } = cell
  return { standing: standingOf(cell), counted, expected, parts: [], missing: [] }
}

function standingOf(cell: CubeCell): MapFigure['standing'] {
  switch (cell.state) {
    case 'known':
      return { kind: 'known', value: valueIn(cell), flag: cell.flag }
    case 'not-applicable':
      return { kind: 'known', value: { state: 'not-applicable' }, flag: cell.flag }
    case 'not-comparable':
      return { kind: 'not-comparable', reason: mapReason(cell) }
    case 'absent':
    case 'undefined':
      return { kind: 'absent' }
  }
}

const ofCubeOnly = [
  ...['divided-by-zero', 'not-in-force', 'periods-missing', 'not-over-time', 'definition-changed', 'may-not-see'],
]

function mapReason({ reason }: CubeCell): MapReason | null {
  return reason !== null && !ofCubeOnly.includes(reason.why) ? (reason as MapReason) : null
}

/** The value of a cell as people read it. */
export function valueIn(cell: CubeCell): FigureValue {
  if (cell.state === 'not-applicable') return { state: 'not-applicable' }
  return cell.state === 'known' && cell.amount !== null
    ? valueOf(cell.amount, cell.qualifier)
    : { state: 'not-yet-known' }
}

/** Whether a difference is good news, by the direction of the indicator. */
export function meaningOf({ measure }: BriefMeasure, difference: Quantity): ChangeMeaning {
  if (measure.direction === 'context' || difference === 0n) return 'different'
  return (measure.direction === 'more-is-better') === difference > 0n ? 'better' : 'worse'
}

type Named = { of: BriefMeasure; now: CubeCell }

/** What would make the figures different: who is missing, what is not comparable, what is rounded. */
export function reserveOf(
  figures: readonly Named[],
  { counted, expected, waiting }: Pick<BriefReserve, 'counted' | 'expected' | 'waiting'>,
): BriefReserve {
  const named = ({ of }: Named): { key: string; name: string } => ({ key: of.measure.key, name: of.measure.name })
  return {
    ...{ counted, expected, waiting },
    incomplete: figures
      .filter(({ now }) => now.state === 'known' && now.counted < now.expected)
      .map((one) => ({ ...named(one), counted: one.now.counted, expected: one.now.expected })),
    notComparable: figures.filter(({ now }) => now.state === 'not-comparable' || now.state === 'undefined').map(named),
    rounded: figures.filter(({ now }) => now.state === 'known' && now.qualifier !== 'exact').map(named),
  }
}
