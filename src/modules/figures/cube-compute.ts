import type { Period } from '#kernel/period.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { CubeAnswer, CubeCell } from './cube-answer.ts'
import { cellAt, newColumns, type Columns } from './cube-columns.ts'
import { definitionOn } from './cube-layer.ts'
import { operandOf, unitsOf } from './cube-operand.ts'
import type { Plan } from './cube-plan.ts'
import type { CubeQuestion } from './cube-question.ts'
import type { Sums } from './cube-sums.ts'
import { sumsFinder } from './cube-where.ts'
import type { Asking } from './cube-views.ts'
import { evaluateExpression, type Operand } from './expression-evaluate.ts'
import type { CellRef } from './indicator.ts'

/** Answers a question out of what is kept, at once: nothing can change meanwhile. */
export function computeAnswer(asking: Asking, question: CubeQuestion, plans: readonly Plan[]): CubeAnswer {
  const columns = newColumns(question)
  plans.forEach((plan, measure) => {
    question.periods.forEach((period, at) => {
      const { code } = plan
      columns.versions[measure * question.periods.length + at] =
        code === null ? null : (definitionOn(asking.memory, code, period.to)?.id ?? null)
      fillPeriod(asking, question, plan, columns, { measure, period: at })
    })
  })
  return columns.answer()
}

type Where = { measure: number; period: number }

function fillPeriod(asking: Asking, question: CubeQuestion, plan: Plan, columns: Columns, where: Where): void {
  const period = question.periods[where.period]
  if (!period) return
  const sumsFor = sumsFinder(asking, question, plan.groups, period)
  question.units.forEach((unit, at) => {
    const sums = sumsFor(unit)
    const place = cellAt(question, where.measure, at, where.period)
    if (sums === null) columns.put(place, notInForce(unit))
    else putCell(columns, place, plan, sums)
  })
}

function putCell(columns: Columns, place: number, plan: Plan, sums: readonly Sums[]): void {
  const [only] = sums
  const isSimple = plan.formula === null && only && only.counted > 0 && only.refusal === null && only.reason === null
  const amount = only?.amounts[0]
  const hedges = only?.hedges[0] ?? 0
  // Nearly every cell of a large table: a plain exact sum.
  if (isSimple && typeof amount === 'number' && hedges <= 1 && only.unseen === 0 && !only.isApportioned) {
    columns.putKnown(place, amount, 0, only.counted, only.counted + only.missing)
  } else columns.put(place, cellFrom(plan, sums))
}

/** One cell out of the sums of its groups. */
export function cellFrom(plan: Plan, sums: readonly Sums[]): Omit<CubeCell, 'version'> {
  const [only] = sums
  if (plan.formula === null) return only ? operandOf(only, 0) : nobody
  const placed = (cell: CellRef | undefined) => (cell && plan.placeOf.get(cell)) ?? null
  return evaluateExpression(
    plan.formula,
    (cell): Operand => {
      const at = placed(cell)
      const found = at && sums[at.group]
      return found ? operandOf(found, at.at) : nobody
    },
    ([first], kind) => {
      const found = sums[placed(first)?.group ?? -1]
      return found ? unitsOf(found, kind !== null) : nobody
    },
  )
}

const nobody: Operand = {
  ...{ state: 'absent', amount: null, qualifier: 'exact', flag: 'exact', counted: 0, expected: 0, reason: null },
}

/** A unit that was not there on the last day of the period, or on the day of the map. */
export function notInForce(unit: UnitId): Omit<CubeCell, 'version'> {
  return { ...nobody, reason: { why: 'not-in-force', unit } }
}
