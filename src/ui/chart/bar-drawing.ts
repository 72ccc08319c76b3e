import { axisOf, placeOn, type Axis } from './axis.ts'
import { isKnown, type ChartPoint, type ChartSeries } from './chart.ts'
import { valuesOf } from './line-drawing.ts'

/** One bar, from zero to its value; `x` and `width` in hundredths of the width. */
export type PlacedBar = { series: ChartSeries; look: number; point: ChartPoint; x: number; width: number; y: number }

export type BarRow = {
  point: ChartPoint
  bars: readonly PlacedBar[]
  /** A tick at what was to be reached. */
  targets: readonly { x: number; point: ChartPoint; name: string }[]
  height: number
}

export type BarDrawing = {
  axis: Axis
  zero: number
  ticks: readonly { x: number; text: string; anchor: 'start' | 'middle' | 'end'; wideOnly: boolean }[]
  series: readonly { series: ChartSeries; look: number }[]
  rows: readonly BarRow[]
}

const barHeight = { main: 16, comparison: 9 }
const between = 3

/** Where every bar stands: all from zero, one row a place, the bars of several series under each other. */
export function barDrawing(series: readonly ChartSeries[]): BarDrawing {
  const axis = axisOf(valuesOf(series), { most: series.length > 1 ? 4 : 5, fromZero: true })
  const at = (value: number): number => Math.round(placeOn(axis, value) * 10_000) / 100
  const drawn = series.filter(({ role }) => role !== 'target').map((one, look) => ({ series: one, look }))
  const goals = series.filter(({ role }) => role === 'target')
  const places = series[0]?.points ?? []
  return {
    axis,
    zero: at(0),
    ticks: axis.ticks.map(({ value, text }, index) => ({
      x: at(value),
      text,
      anchor: index === 0 ? 'start' : index === axis.ticks.length - 1 ? 'end' : 'middle',
      wideOnly: index % 2 === 1 && index < axis.ticks.length - 1,
    })),
    series: drawn,
    rows: places.map((point, index) => rowOf(point, index, drawn, goals, at)),
  }
}

function rowOf(
  place: ChartPoint,
  index: number,
  drawn: BarDrawing['series'],
  goals: readonly ChartSeries[],
  at: (value: number) => number,
): BarRow {
  let y = between
  const bars = drawn.flatMap(({ series, look }): PlacedBar[] => {
    const point = series.points[index]
    if (!point) return []
    const top = y
    y += heightOf(series) + between
    const [from, to] = [at(0), at(point.value ?? 0)]
    return [{ series, look, point, x: Math.min(from, to), width: Math.abs(to - from), y: top }]
  })
  const targets = goals.flatMap(({ points, name }) => {
    const point = points[index]
    return point && isKnown(point) ? [{ x: at(point.value), point, name }] : []
  })
  return { point: place, bars, targets, height: y }
}

export function heightOf({ role }: Pick<ChartSeries, 'role'>): number {
  return role === 'comparison' ? barHeight.comparison : barHeight.main
}
