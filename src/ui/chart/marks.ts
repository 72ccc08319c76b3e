import type { ChartSeries } from './chart.ts'

/** A shape for each look of line, so that lines are told apart without colour. */
export const markPaths = [
  'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0Z',
  'M-3.7-3.7H3.7V3.7H-3.7Z',
  'M0-5L4.8 3.6H-4.8Z',
  'M0-5.2L5.2 0L0 5.2L-5.2 0Z',
  'M0 5L4.8-3.6H-4.8Z',
  'M-1.6-4.6H1.6V-1.6H4.6V1.6H1.6V4.6H-1.6V1.6H-4.6V-1.6H-1.6Z',
] as const

/** Which marks stand in a drawing, so that only those are explained. */
export type MarksUsed = { hedged: boolean; part: boolean; apportioned: boolean; missing: boolean; target: boolean }

export function marksIn(series: readonly ChartSeries[]): MarksUsed {
  const points = series.filter(({ role }) => role !== 'target').flatMap((one) => one.points)
  return {
    hedged: points.some(({ value, hedge }) => value !== null && hedge !== null),
    part: points.some(({ value, part }) => value !== null && part !== null),
    apportioned: points.some(({ value, flag }) => value !== null && flag === 'apportioned'),
    missing: points.some(({ value }) => value === null),
    target: series.some(({ role }) => role === 'target'),
  }
}
