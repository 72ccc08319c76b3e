import type { ChartPoint, ChartWords } from './chart.ts'
import type { ChartPanel } from './multiples.ts'
import { sentenceOfUnits } from './sentence.ts'

/** What many small charts say together: how they stand in the last period that any of them knows. */
export function sentenceOfPanels(panels: readonly ChartPanel[], words: ChartWords): string {
  const lines = panels.map(({ name, series }) => ({ name, points: mainOf(series) }))
  const last = Math.max(-1, ...lines.map(({ points }) => points.findLastIndex(({ value }) => value !== null)))
  if (last < 0) return sentenceOfUnits([], words)
  const when = lines.find(({ points }) => points[last])?.points[last]?.name ?? ''
  const points = lines.flatMap(({ name, points }) => {
    const point = points[last]
    return point ? [{ ...point, name }] : []
  })
  return `${when.charAt(0).toLocaleUpperCase('vi')}${when.slice(1)}. ${sentenceOfUnits(points, words)}`
}

function mainOf(series: ChartPanel['series']): readonly ChartPoint[] {
  return series.find(({ role }) => role === 'main')?.points ?? []
}
