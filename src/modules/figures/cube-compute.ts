import type { Period } from '#kernel/period.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { CubeAnswer, CubeCell } from './cube-answer.ts'
import { cellAt, newColumns, type Columns } from './cube-columns.ts'
import { changesOf, definitionOn } from './cube-definitions.ts'
import { operandOf, unitsOf } from './cube-operand.ts'
import type { Plan } from './cube-plan.ts'
import type { CubeQuestion } from './cube-question.ts'
import { never } from './cube-rights-by-place.ts'
import { makeRoomWithin } from './cube-room.ts'
import { isNumber, none, nought, stateBits } from './cube-slab.ts'
import type { Group, Sums } from './cube-sums.ts'
import { plainRatio, putRatio } from './cube-ratio.ts'
import { plainGroup, standingGroup, sumsFinder } from './cube-where.ts'
import { sumsOf, type Asking } from './cube-views.ts'
import { evaluateExpression, type Operand } from './expression-evaluate.ts'
import type { CellRef } from './indicator.ts'

/** Answers a question out of what is kept, at once: nothing can change meanwhile. */
export function computeAnswer(asking: Asking, question: CubeQuestion, plans: readonly Plan[]): CubeAnswer {
  const columns = newColumns(question)
  plans.forEach((plan, measure) => {
    makeRoomWithin(asking.derived)
    columns.changes[measure] = changesOf(asking.memory, plan, question.periods)
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
  const putPlain =
    plan.formula === null
      ? plainWay(asking, question, plan, columns, period)
      : ratioWay(asking, question, plan, columns, period)
  let sumsFor: ReturnType<typeof sumsFinder> | null = null
  question.units.forEach((unit, at) => {
    const place = cellAt(question, where.measure, at, where.period)
    if (putPlain?.(place, unit)) return
    sumsFor ??= sumsFinder(asking, question, plan.groups, period)
    const sums = sumsFor(unit)
    if (sums === null) columns.put(place, notInForce(unit))
    else putCell(columns, place, plan, sums)
  })
}

/** How the many plain cells of a large table are put; it answers false where there is more to it. */
function plainWay(
  asking: Asking,
  question: CubeQuestion,
  plan: Plan,
  columns: Columns,
  period: Period,
): ((at: number, unit: UnitId) => boolean) | null {
  const [planned] = plan.groups
  const group = plainGroup(asking, question, plan.groups, period)
  if (!planned || !group) return null
  const { layout } = group
  return (at, unit) => {
    const place = layout.placeOf.get(unit)
    if (place === undefined) return false
    if ((layout.end[place] ?? 0) - place === 1) return putOwn(columns, at, group, place)
    return putSum(columns, at, sumsOf(asking, planned, group, period, place))
  }
}

/** As the plain way, of a ratio: larger units are worked out of their sums. */
function ratioWay(
  asking: Asking,
  question: CubeQuestion,
  plan: Plan,
  columns: Columns,
  period: Period,
): ((at: number, unit: UnitId) => boolean) | null {
  const ratio = plainRatio(plan)
  const group = ratio && plan.groups[0]?.isAdded ? standingGroup(asking, question, plan.groups, period) : null
  if (!ratio || !group) return null
  const { placeOf, end } = group.layout
  return (at, unit) => {
    const place = placeOf.get(unit)
    if (place === undefined || (end[place] ?? 0) - place !== 1) return false
    return putRatio(columns, at, ratio, group, place)
  }
}

/** The number of a unit that has no others in it. */
function putOwn(columns: Columns, at: number, { leasts, layersOf }: Group, place: number): boolean {
  const least = leasts.byPlace[place] ?? never
  if (least === never) return false
  const [layer] = layersOf(least)
  const flag = layer?.flags[place] ?? none
  if (!isNumber(flag)) return false
  const amount = (flag & stateBits) === nought ? 0 : (layer?.amounts[place] ?? Number.NaN)
  if (Number.isNaN(amount)) return false
  columns.putKnown(at, amount, flag >> 3, 1, 1)
  return true
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
