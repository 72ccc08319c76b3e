import type { ReportId } from './report.ts'

/** Where everybody reads a published report. */
export function publicPath(unitCode: string, id: ReportId): string {
  return `/don-vi/${unitCode}/bao-cao/${id}`
}

/** Where a figure stands on that page. */
export function figureAnchor(cellKey: string): string {
  return `so-${cellKey.replace(':', '-').toLowerCase()}`
}
