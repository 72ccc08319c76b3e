import type { Id } from '#kernel/ids.ts'
import { notYetKnown, type Figure } from '#modules/figures/figure.ts'
import { cellKey, type CellRef, type IndicatorVersionId } from '#modules/figures/indicator.ts'

/** Bước nhập: what one officer saved at once in a report; undo takes one back, redo does it again. */
export type EntryStep = {
  n: number
  firstChange: number
  lastChange: number
  /** The last change that its save, its undo or its redo wrote. */
  writtenThrough: number
  standing: 'done' | 'undone' | 'dropped'
}

/** What a step did to one cell. */
export type StepCell = {
  cell: CellRef
  indicator: IndicatorVersionId
  before: Figure
  after: Figure
}

/** Somebody wrote a cell after the step; `account` is null for the system itself. */
export type Obstacle = { cell: CellRef; account: Id<'Account'> | null; at: Date }

/** A change as the rules of undo look at it. */
export type StepChange = Figure & {
  n: number
  cell: CellRef
  indicator: IndicatorVersionId
  at: Date
  account: Id<'Account'> | null
}

const neverWritten: Figure = { value: notYetKnown, raw: '', note: '', basis: 'typed' }

/** The cells of a step: `changes` holds at least its own, `before` the newest change of each cell before it. */
export function cellsOfStep(
  step: EntryStep,
  changes: readonly StepChange[],
  before: ReadonlyMap<string, Figure>,
): StepCell[] {
  return changes
    .filter((change) => change.n >= step.firstChange && change.n <= step.lastChange)
    .map((change) => ({
      cell: change.cell,
      indicator: change.indicator,
      before: plain(before.get(cellKey(change.cell)) ?? neverWritten),
      after: plain(change),
    }))
}

/**
 * What forbids to undo or redo a step: a colleague wrote one of its cells since, even the same text again, for then the number
 * is theirs too; or the cell no longer says what the step left in it.
 */
export function obstaclesOf(step: EntryStep, account: Id<'Account'>, changes: readonly StepChange[]): Obstacle[] {
  const own = changes.filter((change) => change.n >= step.firstChange && change.n <= step.lastChange)
  return own.flatMap(({ cell }) => {
    const ofCell = changes.filter((change) => cellKey(change.cell) === cellKey(cell))
    const foreign = ofCell.findLast((change) => change.n > step.writtenThrough && change.account !== account)
    if (foreign) return [{ cell, account: foreign.account, at: foreign.at }]
    const left = ofCell.findLast((change) => change.n <= step.writtenThrough)
    const now = ofCell.at(-1)
    if (!left || !now) return []
    return left.raw === now.raw && left.note === now.note ? [] : [{ cell, account: now.account, at: now.at }]
  })
}

function plain({ value, raw, note, basis }: Figure): Figure {
  return { value, raw, note, basis }
}
