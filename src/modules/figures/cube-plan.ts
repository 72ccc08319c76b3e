import type { UnitKind } from '#modules/territory/unit.ts'
import type { Definition } from './cube-memory.ts'
import type { Measure } from './cube-question.ts'
import type { Expression } from './expression.ts'
import { cellKey, type CellRef } from './indicator.ts'

/** Cells that are added over the same units, before a formula is worked out of their sums. */
export type PlannedGroup = { cells: CellRef[]; unitKind: UnitKind | null; isAdded: boolean }

/** Where a cell of a planned formula stands: a group, and the place in it. */
export type CellPlace = { group: number; at: number }

/**
 * How a measure is worked out (cách tính một đại lượng): its cells in groups, and the formula over their sums. Each ratio, sum or
 * difference is a group of its own, since it is of the units that gave all of it; `placeOf` leads from the formula's cells there.
 */
export type Plan = {
  readonly measure: Measure
  readonly groups: readonly PlannedGroup[]
  /** Null: the sum of the one cell of the one group. */
  readonly formula: Expression | null
  readonly placeOf: ReadonlyMap<CellRef, CellPlace>
  /** The one indicator that the measure is, if it is one. */
  readonly code: string | null
}

/** `definitionOf` knows every cell of the measure: who asks has refused the others. */
export function planOf(measure: Measure, definitionOf: (code: string) => Definition): Plan {
  const groups: PlannedGroup[] = []
  const placeOf = new Map<CellRef, CellPlace>()
  const newGroup = (): number => groups.push({ cells: [], unitKind: null, isAdded: true }) - 1

  function put(cell: CellRef, group: number): CellRef {
    const into = groups[group]
    if (!into) throw new Error('A cell without a group')
    const known = into.cells.findIndex((one) => cellKey(one) === cellKey(cell))
    const at = known >= 0 ? known : into.cells.push(cell) - 1
    if (definitionOf(cell.code).overTerritory === 'none') into.isAdded = false
    // A name of its own, so that the same cell may stand in two groups of one formula.
    const placed: CellRef = { code: `${cell.code}@${group}`, dimension: cell.dimension }
    placeOf.set(placed, { group, at })
    return placed
  }

  function quotientOf({ numerator, denominator, denominatorKind, numeral }: Definition): Expression {
    const group = newGroup()
    const cells = (codes: readonly string[]): Expression[] =>
      codes.map((code) => ({ kind: 'cell', cell: put({ code, dimension: '' }, group) }))
    const [above, below] = [cells(numerator), cells(denominator)]
    const into = groups[group]
    if (into && denominatorKind !== null) into.unitKind = denominatorKind as UnitKind
    return {
      kind: 'ratio',
      numerator: { kind: 'sum', of: above },
      denominator:
        denominatorKind === null
          ? { kind: 'sum', of: below }
          : { kind: 'units', of: { kind: 'sum', of: above }, unitKind: denominatorKind as UnitKind },
      factor: numeral === 'percent' ? 100 : 1,
    }
  }

  function plan(expression: Expression, within: number | null): Expression {
    switch (expression.kind) {
      case 'number':
        return expression
      case 'cell': {
        const definition = definitionOf(expression.cell.code)
        if (definition.overTerritory === 'ratio-of-sums') return quotientOf(definition)
        return { kind: 'cell', cell: put(expression.cell, within ?? newGroup()) }
      }
      case 'sum': {
        const group = within ?? newGroup()
        return { kind: 'sum', of: expression.of.map((one) => plan(one, group)) }
      }
      case 'difference': {
        const group = within ?? newGroup()
        return { kind: 'difference', from: plan(expression.from, group), take: plan(expression.take, group) }
      }
      case 'ratio': {
        const group = within ?? newGroup()
        const numerator = plan(expression.numerator, group)
        return { ...expression, numerator, denominator: plan(expression.denominator, group) }
      }
      case 'units': {
        const group = within ?? newGroup()
        const into = groups[group]
        if (into && expression.unitKind !== null) into.unitKind = expression.unitKind
        return { ...expression, of: plan(expression.of, group) }
      }
      case 'if': {
        const { left, right, comparison } = expression.condition
        return {
          kind: 'if',
          condition: { left: plan(left, null), comparison, right: plan(right, null) },
          then: plan(expression.then, null),
          otherwise: plan(expression.otherwise, null),
        }
      }
    }
  }

  const { expression } = measure
  const formula = plan(expression, null)
  const isPlain = formula.kind === 'cell'
  const code = expression.kind === 'cell' ? expression.cell.code : null
  return { measure, groups, formula: isPlain ? null : formula, placeOf, code }
}

/** Every cell that a measure reads, those behind a ratio included. */
export function cellsRead({ groups }: Plan): CellRef[] {
  return groups.flatMap(({ cells }) => cells)
}
