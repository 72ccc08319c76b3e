import type { Numeral } from '#kernel/numerals.ts'
import type { Period } from '#kernel/period.ts'
import type { Quantity } from '#kernel/quantity.ts'
import type { UnitKind } from '#modules/territory/unit.ts'
import type { CheckRule, MissingStrategy } from './check-rule.ts'
import { amountOf, isHedged, notYetKnown, type Figure, type FigureValue } from './figure.ts'
import type { Finding, FindingFacts, Term, Verdict } from './finding.ts'
import { cellKey, type CellRef, type Indicator } from './indicator.ts'

/** A line of the template as its checks need it. */
export type CheckLine = { cell: CellRef; numeral: Numeral } & Pick<Indicator, 'unitOfCount' | 'nature' | 'overTime'>

/** What the same unit reported for an earlier period and had accepted, by cell. */
export type EarlierFigures = { period: Period; figures: ReadonlyMap<string, Figure> }

/** What a report's figures are checked against. */
export type CheckInput = {
  period: Period
  /** The lines of the template, in its order; a rule about a line that is not carried says nothing. */
  lines: CheckLine[]
  figures: ReadonlyMap<string, Figure>
  /** Accepted reports of the periods in `earlierPeriods`; null where there is no ledger of them, e.g. a published source. */
  earlier: EarlierFigures[] | null
  /** Accepted reports of the periods of the same kind before this one, newest first, from the last change of the unit on. */
  history: readonly EarlierFigures[]
  /** What units of its kind published; null where nobody compares. */
  peers: PeerFigures | null
  /** Units of the kind that divides an average (xã), and all units beside it; null where the territory is not known. */
  divisor: { units: number; allUnits: number } | null
  /** For a report that is summed from others: what the units below gave, by cell. */
  overUnits: ReadonlyMap<string, OverUnits>
}

/**
 * Số đã công bố của đơn vị cùng loại: what the other units of a unit's kind in its province published for one period, with how
 * many people each has; null where nobody stated it. Everybody may read it, so a finding made of it tells nobody a secret.
 */
export type PeerFigures = {
  kind: UnitKind
  period: Period
  people: number | null
  units: readonly { people: number | null; values: ReadonlyMap<string, FigureValue> }[]
}

/** What the units below gave of a cell. `candidates`: their single numbers, where a gap has to be traced to some of them. */
export type OverUnits = {
  summed: Quantity
  unitsCounted: number
  isHedged: boolean
  candidates?: { name: string; amount: Quantity; isAccepted: boolean }[]
}

/** What a rule looks at that holds cells of one report against each other: also a page has it while numbers are typed. */
export type SumsInput = Pick<CheckInput, 'figures' | 'divisor'> & { lines: readonly Pick<CheckLine, 'cell'>[] }

type Figures = Pick<CheckInput, 'figures'>

/** The rules of one kind, with the cells that this kind names. */
export type RuleOf<Kind extends CheckRule['kind']> = Extract<CheckRule, { kind: Kind }>

export function findingOf(
  rule: CheckRule,
  key: string,
  verdict: Verdict,
  cells: CellRef[],
  facts: FindingFacts,
): Finding {
  return {
    rule: rule.id,
    key: `${rule.id}:${key}`,
    // A rule that only asks finds nothing wrong.
    verdict: verdict === 'fails' && rule.severity === 'asks' ? 'asks' : verdict,
    explainable: rule.severity !== 'must-match',
    ...{ cells, facts },
    ...(rule.words ? { words: rule.words } : {}),
  }
}

export function carries(input: Pick<SumsInput, 'lines'>, cell: CellRef): boolean {
  return input.lines.some((line) => sameCell(line.cell, cell))
}

export function sameCell(one: CellRef, other: CellRef | null | undefined): boolean {
  return one.code === other?.code && one.dimension === other.dimension
}

export function valueAt(input: Figures, cell: CellRef): FigureValue {
  return input.figures.get(cellKey(cell))?.value ?? notYetKnown
}

/** The amount in a cell; null when there is none yet. Not applicable counts as nothing. */
export function termAt(input: Figures, cell: CellRef): Term | null {
  const amount = amountOf(valueAt(input, cell))
  return amount === null ? null : { cell, amount }
}

/**
 * True when the figure is a sum of units below, and there is nothing to correct in it. What a unit's own register counted
 * can be corrected there, and comes to the checks as typed.
 */
export function isCounted(input: Figures, cell: CellRef): boolean {
  return input.figures.get(cellKey(cell))?.basis === 'counted'
}

/** Whether a rule may not judge, by which of its numbers are there. */
export function isSkipped(strategy: MissingStrategy, given: readonly boolean[]): boolean {
  if (strategy === 'never-skip') return false
  return strategy === 'skip-if-any' ? given.includes(false) : !given.includes(true)
}

/**
 * What keeps a rule from judging its cells, by its own strategy: numbers that are missing, or rounded; null where it may.
 * `applies` is false for what is no number to this rule although somebody answered it.
 */
export function heldBack(
  { missing: strategy }: Pick<CheckRule, 'missing'>,
  input: Figures,
  cells: CellRef[],
  applies: (cell: CellRef) => boolean = () => true,
): { missing: CellRef[]; hedged: CellRef[] } | null {
  const isGiven = (cell: CellRef): boolean => termAt(input, cell) !== null && applies(cell)
  const { hedged } = gapsAmong(input, cells)
  const isHeldBack = isSkipped(strategy, cells.map(isGiven)) || hedged.length > 0
  return isHeldBack ? { missing: cells.filter((cell) => !isGiven(cell)), hedged } : null
}

/** The cells that have no number yet, and those whose number is a rounded one. */
export function gapsAmong(input: Figures, cells: CellRef[]): { missing: CellRef[]; hedged: CellRef[] } {
  return {
    missing: cells.filter((cell) => !termAt(input, cell)),
    hedged: cells.filter((cell) => isHedged(valueAt(input, cell))),
  }
}
