import type { Qualifier } from '#kernel/numerals.ts'
import { periodsWithin, quartersWithin, siblingRegime, type Period } from '#kernel/period.ts'
import { divide, type Quantity } from '#kernel/quantity.ts'
import type { CubeCell } from './cube-answer.ts'
import type { Indicator } from './indicator.ts'
import type { SoFar } from './reached.ts'
import { hedgeOfQuotient, hedgeOfSum } from './rollup.ts'

/**
 * The quarters of a longer period, the months of a quarter: what a target's number is put together from as it comes in. Beside
 * them the reports that count from its first day (6 tháng, 9 tháng), and how many of the parts each stands for.
 */
export type TargetParts = {
  part: SoFar['part']
  periods: readonly Period[]
  cumulative: readonly { period: Period; given: number }[]
}

export function partsOfPeriod(period: Period): TargetParts {
  const quarters = quartersWithin(period)
  if (quarters.length === 0) {
    const months = periodsWithin(period, period.regime.endsWith('-15') ? 'month-15' : 'month')
    return { part: 'month', periods: months.length > 1 ? months : [], cumulative: [] }
  }
  const fromFirstDay = (['half-year', 'nine-months'] as const)
    .flatMap((regime) => periodsWithin(period, siblingRegime(period, regime)))
    .filter(({ from, to }) => from === period.from && to < period.to)
  const cumulative = fromFirstDay.map((one) => ({
    period: one,
    given: quarters.filter(({ to }) => to <= one.to).length,
  }))
  return { part: 'quarter', periods: quarters, cumulative }
}

/**
 * The cells of one unit and measure: of the whole period, its parts and what counts from its first day, each in the order of
 * `TargetParts`; for a share of sums also what is divided and what it is divided by.
 */
export type PartCells = {
  whole: CubeCell
  parts: readonly CubeCell[]
  cumulative: readonly CubeCell[]
  above: readonly CubeCell[]
  below: readonly CubeCell[]
}

type Counted = Pick<Indicator, 'overTime' | 'nature' | 'numeral' | 'denominatorKind'>
type Progress = { cell: CubeCell; soFar: SoFar | null }

/** A number for as much of a period as there is: the whole where it was given, else what its parts come to so far. */
export function progressOf(indicator: Counted, parts: TargetParts, cells: PartCells): Progress {
  const { whole } = cells
  if (whole.state !== 'absent' || parts.periods.length === 0) return { cell: whole, soFar: null }
  const found = fromParts(indicator, parts, cells)
  if (found) return { cell: found.cell, soFar: { ...placeOf(indicator, parts), given: found.given, upTo: found.upTo } }
  return { cell: whole, soFar: { ...placeOf(indicator, parts), given: countKnown(cells.parts), upTo: null } }
}

function placeOf({ overTime, nature }: Counted, { part, periods }: TargetParts) {
  return { of: periods.length, part, onlyGrows: overTime === 'sum' && nature !== 'change' }
}

type Found = { cell: CubeCell; given: number; upTo: SoFar['upTo'] }

function fromParts(indicator: Counted, parts: TargetParts, cells: PartCells): Found | null {
  switch (indicator.overTime) {
    case 'sum':
      return sumSoFar(parts, cells)
    case 'last':
      return lastSoFar(parts, cells)
    case 'first': {
      const [cell] = cells.parts
      return cell && isKnown(cell) ? { cell, given: parts.periods.length, upTo: null } : null
    }
    case 'ratio-of-sums':
      return ratioSoFar(indicator, parts, cells)
    default:
      return null
  }
}

/** What counts from the first day stands for the parts in it where it stands for more of them than came one by one. */
function sumSoFar(parts: TargetParts, { whole, parts: cells, cumulative }: PartCells): Found | null {
  const ways = [
    { from: 0, first: [] as KnownCell[] },
    ...parts.cumulative.flatMap(({ given }, at) => {
      const cell = cumulative[at]
      return cell && isKnown(cell) ? [{ from: given, first: [cell] }] : []
    }),
  ].map(({ from, first }) => {
    const later = cells.slice(from).filter(isKnown)
    const lastPart = cells.findLastIndex(isKnown)
    const upTo = parts.periods[Math.max(lastPart, from - 1)]?.to ?? null
    return { known: [...first, ...later], given: from + later.length, upTo }
  })
  const best = ways.reduce((one, other) => (other.given > one.given ? other : one))
  return best.known.length === 0 ? null : { cell: summed(whole, best.known), given: best.given, upTo: best.upTo }
}

/** Of what is counted on a day the newest day holds. */
function lastSoFar(parts: TargetParts, { parts: cells, cumulative }: PartCells): Found | null {
  const newest = [
    ...parts.cumulative.map(({ given }, at) => ({ given, cell: cumulative[at] })),
    ...cells.map((cell, at) => ({ given: at + 1, cell })),
  ]
    .filter(({ cell }) => cell && isKnown(cell))
    .reduce<{ given: number; cell?: CubeCell | undefined }>((one, other) => (other.given >= one.given ? other : one), {
      given: 0,
    })
  if (!newest.cell) return null
  return { cell: newest.cell, given: newest.given, upTo: parts.periods[newest.given - 1]?.to ?? null }
}

function ratioSoFar({ numeral, denominatorKind }: Counted, parts: TargetParts, cells: PartCells): Found | null {
  // Only parts that gave both: a numerator of three quarters over a denominator of two is no share of anything.
  const both = cells.above.flatMap((top, at) => {
    const bottom = cells.below[at]
    return bottom && isKnown(top) && isKnown(bottom) ? [{ at, top, bottom }] : []
  })
  const fromFirstDay = parts.cumulative
    .map(({ given }, at) => ({ given, cell: cells.cumulative[at] }))
    .findLast(({ given, cell }) => cell && isKnown(cell) && given > both.length)
  if (fromFirstDay?.cell) {
    const { given, cell } = fromFirstDay
    return { cell, given, upTo: parts.periods[given - 1]?.to ?? null }
  }
  const last = both.at(-1)
  // An average per unit is divided by units of a kind, which are not added up over time.
  if (!last || denominatorKind !== null) return null
  const [top, bottom] = [
    summed(
      cells.whole,
      both.map((one) => one.top),
    ),
    summed(
      cells.whole,
      both.map((one) => one.bottom),
    ),
  ]
  const amount = divide((top.amount * (numeral === 'percent' ? 100n : 1n)) as Quantity, bottom.amount, 2)
  const cell: CubeCell =
    amount === null
      ? { ...top, state: 'undefined', amount, reason: { why: 'divided-by-zero' } }
      : { ...top, amount, qualifier: hedgeOfQuotient(top.qualifier, bottom.qualifier) }
  return { cell, given: both.length, upTo: parts.periods[last.at]?.to ?? null }
}

type KnownCell = CubeCell & { amount: Quantity }

function isKnown(cell: CubeCell): cell is KnownCell {
  return cell.state === 'known' && cell.amount !== null
}

function countKnown(cells: readonly CubeCell[]): number {
  return cells.filter(isKnown).length
}

function summed(whole: CubeCell, known: readonly KnownCell[]): KnownCell {
  const qualifier: Qualifier = hedgeOfSum(known.map((cell) => cell.qualifier))
  return {
    ...whole,
    state: 'known',
    amount: known.reduce((sum, { amount }) => (sum + amount) as Quantity, 0n as Quantity),
    qualifier,
    flag: known.some(({ flag }) => flag === 'apportioned') ? 'apportioned' : 'exact',
    // The fewest units that any part is from: what a sum can be said to be from.
    counted: Math.min(...known.map(({ counted }) => counted)),
    expected: Math.max(...known.map(({ expected }) => expected)),
    reason: null,
  }
}
