import { formatAmount, type Numeral } from '#kernel/numerals.ts'
import { absolute, formatQuantity, roundTo, zero, type Quantity } from '#kernel/quantity.ts'
import { differenceBetween, isOverTheChange, type Difference } from '#modules/figures/compare.ts'
import type { CubeCell } from '#modules/figures/cube-answer.ts'
import { formatValue, notYetKnown, type FigureValue } from '#modules/figures/figure.ts'
import { cellKey, type CellRef, type Indicator, type IndicatorVersionId } from '#modules/figures/indicator.ts'
import { againstTarget } from '#modules/figures/reached.ts'
import type { Target, TargetHand } from '#modules/figures/target.ts'
import type { Period } from '#kernel/period.ts'
import type { ContentLine, ReportContent } from './content.ts'
import { markOf, viewMark, type Citation, type CitationView } from './narrative.ts'

/** A number with what decides whether it may be compared: how many units gave it, and by which definition. */
export type CountedValue = {
  value: FigureValue
  counted: number
  expected: number
  indicator: IndicatorVersionId | null
}

/** The middle of the published numbers of units like this one (docs/adr/0065). */
export type PeerMiddle = { median: Quantity; counted: number; by: 'size' | 'kind' }

/** Căn cứ của một ô: all that a citation of it could print. */
export type CellGround = {
  cell: CellRef
  section: string
  name: string
  dimensionName: string | null
  unitOfCount: string
  numeral: Numeral
  nature: Indicator['nature']
  direction: Indicator['direction']
  now: CountedValue
  /** What was accepted for the same period last year; null where there is no such period or nothing was accepted. */
  before: CountedValue | null
  targets: Partial<Record<TargetHand, Pick<Target, 'aim' | 'amount'>>>
  /** Set for the period after this one. */
  nextTargets: CellGround['targets']
  peers: PeerMiddle | null
}

/** What every citation of a report could print, by cell key. */
export type NarrativeGround = {
  period: Period
  beforePeriod: Period | null
  cells: ReadonlyMap<string, CellGround>
}

/** What stands in the place of a citation; `missing` where its number is not to be had, with the reason. */
export type Printed = { text: string; missing: null } | { text: string; missing: MissingWhy }
export type MissingWhy = 'not-in-report' | 'no-number' | 'no-before' | 'not-comparable' | 'no-target' | 'no-peers'

/** Prints a citation as it stands now. What may not be compared is never compared: there stands a word instead of a number. */
export function printed(ground: NarrativeGround, { cell, view }: Citation): Printed {
  const one = ground.cells.get(cellKey(cell))
  if (!one) return { text: `[${cellKey(cell)}]`, missing: 'not-in-report' }
  switch (view) {
    case 'now':
      return valueText(one.now.value, one.numeral, 'no-number')
    case 'same-period':
      return one.before ? valueText(one.before.value, one.numeral, 'no-before') : none('no-before')
    case 'change': {
      const text = changeText(one, ground)
      return text === null ? none(one.before ? 'not-comparable' : 'no-before') : { text, missing: null }
    }
    case 'target':
    case 'superior-target': {
      const target = one.targets[view === 'target' ? 'own' : 'superior']
      return target ? amountText(target.amount, one.numeral) : none('no-target')
    }
    case 'next-target': {
      const target = one.nextTargets.own ?? one.nextTargets.superior
      return target ? amountText(target.amount, one.numeral) : none('no-target')
    }
    case 'reached': {
      const share = shareReached(one)
      return share === null ? none('no-target') : { text: `${formatQuantity(share)}%`, missing: null }
    }
    case 'peers':
      return one.peers ? amountText(roundTo(one.peers.median, 2), one.numeral) : none('no-peers')
  }
}

function valueText(value: FigureValue, numeral: Numeral, missing: MissingWhy): Printed {
  if (value.state === 'not-yet-known') return none(missing)
  const isNumber = value.state === 'reported' || value.state === 'zero'
  return { text: `${formatValue(value, numeral)}${isNumber ? signOf(numeral) : ''}`, missing: null }
}

function amountText(amount: Quantity, numeral: Numeral): Printed {
  return { text: `${formatAmount(amount, 'exact', numeral)}${signOf(numeral)}`, missing: null }
}

// In a table a column says “%”; in a sentence the number itself has to.
function signOf(numeral: Numeral): string {
  return numeral === 'percent' ? '%' : ''
}

function none(missing: MissingWhy): Printed {
  return { text: 'chưa có số', missing }
}

/** How far this period is from the same one last year; not told where it may not be. */
export function changeOf(one: CellGround, ground: Pick<NarrativeGround, 'period' | 'beforePeriod'>): Difference {
  if (!one.before || !ground.beforePeriod) return { kind: 'none', reason: { why: 'no-figure', of: 'before' } }
  const { now, before } = one
  return differenceBetween(cubeCellOf(before), cubeCellOf(now), {
    // What is told apart by a rate of a handful says more than it knows: 1 to 2 is not “tăng 100%”.
    grows: (one.nature === 'flow' || one.nature === 'stock') && largeEnough(before.value),
    isOverTheChange: isOverTheChange({ kind: 'reported' }, ground.beforePeriod, ground.period),
    isDefinedAnew: now.indicator !== null && before.indicator !== null && now.indicator !== before.indicator,
  })
}

const fewestForARate = 20n * 10_000n

function largeEnough(value: FigureValue): boolean {
  return value.state === 'zero' || (value.state === 'reported' && value.amount >= fewestForARate)
}

/** `tăng 120 (3,5%) so với cùng kỳ năm trước`, `bằng cùng kỳ năm trước`: whole, so that its words always agree with it. */
function changeText(one: CellGround, ground: NarrativeGround): string | null {
  const change = changeOf(one, ground)
  // The change of a change is nothing a reader can picture.
  if (change.kind === 'none' || one.nature === 'change') return null
  if (change.amount === zero) return 'bằng cùng kỳ năm trước'
  const points = one.numeral === 'percent' ? ' điểm phần trăm' : ''
  const rate = change.percent === null ? '' : ` (${formatQuantity(absolute(change.percent))}%)`
  const direction = change.amount > zero ? 'tăng' : 'giảm'
  return `${direction} ${formatQuantity(absolute(change.amount))}${points}${rate} so với cùng kỳ năm trước`
}

/** The share of the unit's target that was reached, else of its superior's; null where it says nothing. */
function shareReached(one: CellGround): Quantity | null {
  const target = one.targets.own ?? one.targets.superior
  if (!target || target.aim !== 'at-least' || one.numeral === 'percent' || one.nature === 'change') return null
  const { value } = one.now
  if (value.state !== 'zero' && !(value.state === 'reported' && value.qualifier === 'exact')) return null
  return againstTarget(target, cubeCellOf(one.now)).share
}

/** A figure as the rules that compare numbers read one. */
export function cubeCellOf({ value, counted, expected, indicator }: CountedValue): CubeCell {
  const base = { flag: 'exact', counted, expected, reason: null, version: indicator } as const
  switch (value.state) {
    case 'reported':
      return { ...base, state: 'known', amount: value.amount, qualifier: value.qualifier }
    case 'zero':
      return { ...base, state: 'known', amount: zero, qualifier: 'exact' }
    case 'not-applicable':
      return { ...base, state: 'not-applicable', amount: null, qualifier: 'exact' }
    case 'not-yet-known':
      return { ...base, state: 'absent', amount: null, qualifier: 'exact' }
  }
}

/** A number of the province's own stands for itself; a sum is known in full only where every commune's is in it. */
export function countedNow(line: ContentLine, units: ReportContent['units']): Omit<CountedValue, 'indicator'> {
  const { value } = line.figure
  if (!units || line.unitsCounted === null) return { value, counted: 1, expected: 1 }
  return { value, counted: line.unitsCounted, expected: units.expected }
}

export const nothingCounted: CountedValue = { value: notYetKnown, counted: 0, expected: 1, indicator: null }

/** The citations that would print a number of this cell now, in the order in which they are offered. */
export function offeredOf(
  one: CellGround,
  ground: NarrativeGround,
): { mark: string; view: CitationView; text: string }[] {
  return (Object.keys(viewMark) as CitationView[]).flatMap((view) => {
    const said = printed(ground, { cell: one.cell, view })
    return said.missing === null ? [{ mark: markOf({ cell: one.cell, view }), view, text: said.text }] : []
  })
}

/** `Giấy khen, tập thể`: a cell with its part, as it is called. */
export function cellName({ name, dimensionName }: Pick<CellGround, 'name' | 'dimensionName'>): string {
  return dimensionName ? `${name}, ${dimensionName}` : name
}
