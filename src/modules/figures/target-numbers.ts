import type { Outcome } from '#kernel/outcome.ts'
import { periodKey, type Period } from '#kernel/period.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { CubeAnswer, CubeCell } from './cube-answer.ts'
import type { CubeQuestion, Measure, QuestionRefusal } from './cube-question.ts'
import type { Expression } from './expression.ts'
import type { SetStanding } from './figure-set.ts'
import { cellKey, type CellRef, type Indicator } from './indicator.ts'
import { againstTarget, type Reached } from './reached.ts'
import { partsOfPeriod, progressOf, type TargetParts } from './target-progress.ts'
import type { Target } from './target.ts'

/** The cube as its reader may ask it. */
export type AskCube = (question: CubeQuestion) => Promise<Outcome<CubeAnswer, QuestionRefusal>>

/** A cell of a unit and period that targets are set for, as far as numbers are asked for it. */
export type AimedCell = {
  unit: UnitId
  indicator: Indicator
  cell: CellRef
  period: Period
  own: Pick<Target, 'aim' | 'amount'> | null
  superior: Pick<Target, 'aim' | 'amount'> | null
}

/** Where each hand's target stands. */
export type ReachedLine = { own: Reached | null; superior: Reached | null }

/** Sets the numbers so far against the targets of some lines, in their order; one question to the cube for each period. */
export async function reachedOf(
  ask: AskCube,
  lines: readonly AimedCell[],
  counts: SetStanding,
): Promise<ReachedLine[]> {
  const numbers = new Map<AimedCell, ReturnType<typeof progressOf>>()
  for (const group of Map.groupBy(lines, ({ period }) => periodKey(period)).values()) {
    for (let first = 0; first < group.length; first += linesAtOnce)
      await askGroup(ask, group.slice(first, first + linesAtOnce), counts, numbers)
  }
  return lines.map((line) => {
    const found = numbers.get(line)
    const against = (target: AimedCell['own']): Reached | null =>
      target && found ? againstTarget(target, found.cell, found.soFar) : null
    return { own: against(line.own), superior: against(line.superior) }
  })
}

/** Forty measures of forty units in a year with its parts stay well under what the cube answers at once. */
const linesAtOnce = 40

async function askGroup(
  ask: AskCube,
  lines: readonly AimedCell[],
  counts: SetStanding,
  into: Map<AimedCell, ReturnType<typeof progressOf>>,
): Promise<void> {
  const [first] = lines
  if (!first) return
  const parts = partsOfPeriod(first.period)
  const periods = [first.period, ...parts.periods, ...parts.cumulative.map(({ period }) => period)]
  const measures = new Map(lines.flatMap(measuresOf).map((measure) => [measure.key, measure]))
  const units = [...new Set(lines.map(({ unit }) => unit))]
  const outcome = await ask({
    ...{ measures: [...measures.values()], units, periods, counts },
    ...{ map: { kind: 'reported' }, from: 'any' },
  })
  const keys = [...measures.keys()]
  for (const line of lines) {
    const unit = units.indexOf(line.unit)
    const row = (key: string): CubeCell[] =>
      periods.map((_, at) =>
        outcome.ok && keys.includes(key) ? outcome.value.cell(keys.indexOf(key), unit, at) : nothing,
      )
    into.set(line, progressOf(line.indicator, parts, cellsOf(line, parts, row)))
  }
}

function cellsOf({ cell }: AimedCell, { periods }: TargetParts, row: (key: string) => CubeCell[]) {
  const [whole = nothing, ...others] = row(cellKey(cell))
  const inParts = (key: string): CubeCell[] => row(key).slice(1, 1 + periods.length)
  return {
    whole,
    parts: others.slice(0, periods.length),
    cumulative: others.slice(periods.length),
    above: inParts(aboveKey(cell)),
    below: inParts(belowKey(cell)),
  }
}

/** What the cube does not answer at all has no number. */
const nothing: CubeCell = {
  ...{ state: 'absent', amount: null, qualifier: 'exact', flag: 'exact', counted: 0, expected: 0 },
  ...{ reason: null, version: null },
}

const aboveKey = (cell: CellRef): string => `above ${cellKey(cell)}`
const belowKey = (cell: CellRef): string => `below ${cellKey(cell)}`

function measuresOf({ indicator, cell }: AimedCell): Measure[] {
  const { name, unitOfCount, numeral, direction } = indicator
  const own: Measure = {
    ...{ key: cellKey(cell), name, unitOfCount, numeral, direction },
    expression: { kind: 'cell', cell },
  }
  if (indicator.overTime !== 'ratio-of-sums' || indicator.denominatorKind !== null) return [own]
  const sum = (codes: readonly string[]): Expression => ({
    kind: 'sum',
    of: codes.map((code) => ({ kind: 'cell', cell: { code, dimension: '' } })),
  })
  return [
    own,
    { ...own, key: aboveKey(cell), numeral: 'count', expression: sum(indicator.numerator) },
    { ...own, key: belowKey(cell), numeral: 'count', expression: sum(indicator.denominator) },
  ]
}
