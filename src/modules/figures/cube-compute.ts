import type { UnitId } from '#modules/territory/unit.ts'
import type { CubeAnswer, CubeCell } from './cube-answer.ts'
import { cellAt, newColumns, type Columns } from './cube-columns.ts'
import { changesOf, definitionOn } from './cube-definitions.ts'
import { operandOf, unitsOf } from './cube-operand.ts'
import type { Plan } from './cube-plan.ts'
import type { CubeQuestion } from './cube-question.ts'
import { placesOf, quickPlan, quickWay, type Places, type QuickPlan } from './cube-quick.ts'
import { makeRoomWithin } from './cube-room.ts'
import type { Sums } from './cube-sums.ts'
import type { Asking } from './cube-views.ts'
import { sumsFinder } from './cube-where.ts'
import { evaluateExpression, type Operand } from './expression-evaluate.ts'
import type { CellRef } from './indicator.ts'

/** Answers a question out of what is kept, at once: nothing can change meanwhile. */
export function computeAnswer(asking: Asking, question: CubeQuestion, plans: readonly Plan[]): CubeAnswer {
  const columns = newColumns(question)
  const places = placesOf(question.units)
  plans.forEach((plan, measure) => {
    makeRoomWithin(asking.derived)
    columns.changes[measure] = changesOf(asking.memory, plan, question.periods)
    const quick = quickPlan(plan)
    question.periods.forEach((period, at) => {
      const { code } = plan
      columns.versions[measure * question.periods.length + at] =
        code === null ? null : (definitionOn(asking.memory, code, period.to)?.id ?? null)
      const left = quick && putQuickly(asking, quick, columns, places, { measure, period: at })
      fillPeriod(asking, plan, columns, { measure, period: at }, left)
    })
  })
  return columns.answer()
}

type Where = { measure: number; period: number }

/** Puts the cells that need nothing said of them, and answers which units are left; null where nothing of it goes quickly. */
function putQuickly(
  asking: Asking,
  quick: QuickPlan,
  columns: Columns,
  placesIn: Places,
  where: Where,
): readonly number[] | null {
  const { question } = columns
  const period = question.periods[where.period]
  const way = period && quickWay(asking, question, quick, columns, period)
  if (!way) return null
  const places = placesIn(way.layout)
  const left: number[] = []
  const [first, step] = [cellAt(question, where.measure, 0, where.period), question.periods.length]
  for (let unit = 0; unit < places.length; unit += 1) {
    const place = places[unit] ?? -1
    if (place < 0 || !way.put(first + unit * step, place)) left.push(unit)
  }
  return left
}

/** Works out the cells of a period one after another: all of them, or those of the units that are left. */
function fillPeriod(asking: Asking, plan: Plan, columns: Columns, where: Where, left: readonly number[] | null): void {
  const { question } = columns
  const period = question.periods[where.period]
  if (!period || left?.length === 0) return
  const sumsFor = sumsFinder(asking, question, plan.groups, period)
  const fill = (unit: UnitId | undefined, at: number): void => {
    if (unit === undefined) return
    const place = cellAt(question, where.measure, at, where.period)
    const sums = sumsFor(unit)
    if (sums === null) columns.put(place, notInForce(unit))
    else putCell(columns, place, plan, sums)
  }
  if (left) for (const at of left) fill(question.units[at], at)
  else question.units.forEach(fill)
}

/** A sum of exact numbers of which nothing has to be said. */
function putSum(columns: Columns, at: number, sums: Sums): boolean {
  const [amount] = sums.amounts
  const isSilent = sums.refusal === null && sums.reason === null && sums.unseen === 0 && !sums.isApportioned
  if (sums.counted === 0 || !isSilent || typeof amount !== 'number' || (sums.hedges[0] ?? 0) > 1) return false
  columns.putKnown(at, amount, 0, sums.counted, sums.counted + sums.missing)
  return true
}

function putCell(columns: Columns, place: number, plan: Plan, sums: readonly Sums[]): void {
  const [only] = sums
  if (plan.formula === null && only && putSum(columns, place, only)) return
  columns.put(place, cellFrom(plan, sums))
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
