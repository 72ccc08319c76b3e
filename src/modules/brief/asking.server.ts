import { done, type Outcome } from '#kernel/outcome.ts'
import { periodKey, type Period } from '#kernel/period.ts'
import type { Actor } from '#modules/access/actor.ts'
import { askCube, type Cube } from '#modules/figures/cube.server.ts'
import type { CubeAnswer, CubeCell } from '#modules/figures/cube-answer.ts'
import { mostCells, mostSteps, type CubeQuestion, type QuestionRefusal } from '#modules/figures/cube-question.ts'
import { countParts } from '#modules/figures/expression.ts'
import type { SetStanding } from '#modules/figures/figure-set.ts'
import type { PeriodStanding } from '#modules/reporting/period-standing.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { BriefMeasure } from './brief.ts'
import { largestChanges, type Change, type UnitPair } from './changes.ts'
import type { CellsOfUnits } from './odd-numbers.ts'
import type { BesidePeriods } from './periods.ts'

/** What the cube said for a brief. */
export type BriefAnswers = {
  beside: BesidePeriods
  now(of: BriefMeasure): CubeCell
  then(of: BriefMeasure, period: Period): CubeCell
  changes: readonly Change[]
  /** The numbers of each unit behind a change. */
  unitsOf(change: Change): UnitPair[]
  /** What happened in the period, measure by measure, for what is counted piece by piece. */
  flows: readonly BriefMeasure[]
  cells: CellsOfUnits
}

export type BriefQuestion = {
  measures: readonly BriefMeasure[]
  chosen: readonly BriefMeasure[]
  beside: BesidePeriods
  period: Period
  standing: PeriodStanding
}

type Answered<Value> = Promise<Outcome<Value, QuestionRefusal>>

const mostOfEach = { worse: 3, better: 3, different: 2 }

/**
 * Asks for a brief: the unit's figures now and before, then the units behind the largest changes and behind what is counted. All
 * on the map of the period's last day, so that two periods are of the same territory or are not compared.
 */
export async function askFigures(cube: Cube, actor: Actor, question: BriefQuestion): Answered<BriefAnswers> {
  const { measures, beside, period, standing } = question
  const ask = askerOf(cube, actor, period)
  const isProvince = standing.unit.level === 'province'
  // Sums are over what was accepted. Of their own unit people see what they type, beside earlier periods as they were accepted.
  const stands = isProvince
    ? ({ sums: 'accepted', units: 'handed-in' } as const)
    : ({ sums: 'open', units: 'open' } as const)
  const own = [standing.unit.unit]
  const earlier = periodsOf(beside)
  const now = await ask(measures, own, [period], stands.sums)
  if (!now.ok) return now
  const then = await ask(measures, own, earlier, 'accepted')
  if (!then.ok) return then
  const nowOf = (of: BriefMeasure): CubeCell => now.value(measures.indexOf(of), 0, 0)
  const thenOf = (of: BriefMeasure, one: Period): CubeCell =>
    then.value(
      measures.indexOf(of),
      0,
      earlier.findIndex((other) => periodKey(other) === periodKey(one)),
    )
  const units = standing.reports.map(({ unit }) => unit.unit)
  const { before } = beside
  const pairs = await unitsBehind(ask, measures, isProvince && before ? units : [], before ?? period, period)
  if (!pairs.ok) return pairs
  const looked = measures.map((of) => ({
    of,
    then: thenOf(of, before ?? period),
    now: nowOf(of),
    units: pairs.value(of),
  }))
  const changes = before ? largestChanges(looked, before, mostOfEach) : []
  const flows = measures.filter((one) => one.isFlow)
  const unitsNow = await ask(flows, units, [period], stands.units)
  if (!unitsNow.ok) return unitsNow
  const unitsThen = await ask(flows, units, beside.past, 'accepted')
  if (!unitsThen.ok) return unitsThen
  const cells: CellsOfUnits = {
    ...{ measures: flows.length, units: units.length, periods: beside.past.length },
    then: unitsThen.value,
    now: (measure, unit) => unitsNow.value(measure, unit, 0),
  }
  return done({ beside, now: nowOf, then: thenOf, changes, unitsOf: ({ of }) => pairs.value(of), flows, cells })
}

function periodsOf({ past, lastYear }: BesidePeriods): Period[] {
  const all = lastYear ? [...past, lastYear] : [...past]
  return [...new Map(all.map((one) => [periodKey(one), one])).values()]
}

type Ask = (
  measures: readonly BriefMeasure[],
  units: readonly UnitId[],
  periods: readonly Period[],
  counts: SetStanding,
) => Answered<CubeAnswer['cell']>

/** Asks in as many questions as it takes: a province of many communes has more cells than one question may. */
function askerOf(cube: Cube, actor: Actor, { to: day }: Period): Ask {
  return async (measures, units, periods, counts) => {
    const cellsEach = units.length * periods.length
    const longest = Math.max(1, ...measures.map(({ measure }) => countParts(measure.expression)))
    const mostEach = Math.min(mostCells, Math.floor(mostSteps / longest))
    const atOnce = Math.max(1, Math.floor(mostEach / Math.max(1, cellsEach)))
    const answers: CubeAnswer[] = []
    for (let from = 0; cellsEach > 0 && from < measures.length; from += atOnce) {
      const question: CubeQuestion = {
        measures: measures.slice(from, from + atOnce).map(({ measure }) => measure),
        ...{ units, periods, map: { kind: 'day', day }, counts, from: 'communes' },
      }
      const answer = await askCube(cube, { kind: 'officer', actor }, question)
      if (!answer.ok) return answer
      answers.push(answer.value)
    }
    return done((measure, unit, period) => {
      const answer = answers[Math.floor(measure / atOnce)]
      if (!answer) throw new Error('Nobody asked for this cell')
      return answer.cell(measure % atOnce, unit, period)
    })
  }
}

/** The numbers of the units that a sum is of, on both sides. */
async function unitsBehind(
  ask: Ask,
  measures: readonly BriefMeasure[],
  units: readonly UnitId[],
  before: Period,
  now: Period,
): Answered<(of: BriefMeasure) => UnitPair[]> {
  const sums = measures.filter(({ isSum }) => isSum)
  const then = await ask(sums, units, [before], 'accepted')
  if (!then.ok) return then
  const here = await ask(sums, units, [now], 'accepted')
  if (!here.ok) return here
  return done((of) => {
    const at = sums.indexOf(of)
    if (at < 0) return []
    return units.map((unit, place) => ({ unit, then: then.value(at, place, 0), now: here.value(at, place, 0) }))
  })
}
