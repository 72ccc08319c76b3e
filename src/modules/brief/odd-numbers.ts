import type { CubeCell } from '#modules/figures/cube-answer.ts'
import type { UnitCounts } from './gentle.ts'
import type { CountSeries } from './strange.ts'

/** Asks for the cell of a measure, a unit and a period of the past (from the newest), or of this period. */
export type CellsOfUnits = {
  measures: number
  units: number
  periods: number
  then(measure: number, unit: number, period: number): CubeCell
  now(measure: number, unit: number): CubeCell
}

/** A number that a count model may look at: exact, whole, and of one unit that was not divided. Others are left out, not guessed. */
export function countIn({ state, amount, qualifier, flag }: CubeCell): number | null {
  if (state !== 'known' || amount === null || qualifier !== 'exact' || flag !== 'exact') return null
  return amount >= 0n && amount % 10_000n === 0n ? Number(amount / 10_000n) : null
}

/** The counts of each measure, unit by unit; who gave no exact number now is not in it. */
export function seriesOf(cells: CellsOfUnits): CountSeries[][] {
  return places(cells.measures).map((measure) =>
    places(cells.units).flatMap((unit) => {
      const now = countIn(cells.now(measure, unit))
      if (now === null) return []
      const history = places(cells.periods).flatMap((period) => countIn(cells.then(measure, unit, period)) ?? [])
      return [{ unit, history, now }]
    }),
  )
}

/** All counts of each unit, now and in the period before. */
export function countsOf(cells: CellsOfUnits): UnitCounts[] {
  return places(cells.units).map((unit) => ({
    unit,
    now: places(cells.measures).map((measure) => countIn(cells.now(measure, unit))),
    before: places(cells.measures).map((measure) => (cells.periods > 0 ? countIn(cells.then(measure, unit, 0)) : null)),
  }))
}

function places(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at)
}
