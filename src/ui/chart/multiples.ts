import { axisOf, type Axis } from './axis.ts'
import type { ChartBreak, ChartSeries } from './chart.ts'
import { lineDrawing, valuesOf, type LineDrawing, type LineSize } from './line-drawing.ts'

/** One small chart among many: a unit, or an indicator (ô biểu đồ nhỏ). */
export type ChartPanel = {
  key: string
  name: string
  href: string | null
  series: readonly ChartSeries[]
  breaks: readonly ChartBreak[]
}

/** `same`: one axis for all, so that panels compare; `own`: each its own, so that shapes show. */
export type PanelScale = 'same' | 'own'

const panelSize: LineSize = { height: 84, ticks: 4, ends: false }

/** Where everything of each panel stands. */
export function panelDrawings(panels: readonly ChartPanel[], scale: PanelScale): LineDrawing[] {
  const shared = scale === 'same' ? sharedAxis(panels) : null
  return panels.map(({ series, breaks }) => lineDrawing(series, breaks, panelSize, shared))
}

function sharedAxis(panels: readonly ChartPanel[]): Axis {
  return axisOf(
    panels.flatMap(({ series }) => valuesOf(series)),
    { most: panelSize.ticks, fromZero: false },
  )
}
