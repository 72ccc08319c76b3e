import { parseLocalDate } from '#kernel/local-date.ts'
import { rangeOf, type Period } from '#kernel/period.ts'
import { namedCells, readCsv } from '#kernel/csv.ts'

/** Số liệu đã công bố: figures that stood in a source before this ledger existed, with where they stood. */
export type PublishedReport = {
  key: string
  unitCode: string
  templateVersion: string
  period: Period
  sourceTitle: string
  sourceNote: string
  figures: PublishedFigure[]
}

/** One figure exactly as it was printed; it is read like anything an officer types. */
export type PublishedFigure = { indicatorVersion: string; dimension: string; raw: string; note: string }

const reportFile = 'published_report.csv'
const figureFile = 'published_figure.csv'

/**
 * Reads the texts of `db/reference/published_report.csv` and `published_figure.csv`.
 * Throws by file and line where a report or a period is not one, or a cell is given twice.
 */
export function readPublishedSource(reportText: string, figureText: string): PublishedReport[] {
  const reports = readReports(reportText)
  const table = readCsv(figureFile, figureText)
  for (const row of table.rows) {
    const cell = namedCells(table, row)
    const report = reports.get(cell('report_key'))
    if (!report) throw new Error(`${figureFile}:${row.line}: there is no report ${cell('report_key')}`)
    const figure = {
      indicatorVersion: cell('indicator_version'),
      dimension: cell('dimension'),
      raw: cell('raw'),
      note: cell('note'),
    }
    if (figure.raw === '') throw new Error(`${figureFile}:${row.line}: a published figure has a text`)
    if (report.figures.some((other) => sameCell(other, figure))) {
      throw new Error(`${figureFile}:${row.line}: ${figure.indicatorVersion} is given twice`)
    }
    report.figures.push(figure)
  }
  return [...reports.values()]
}

function readReports(text: string): Map<string, PublishedReport> {
  const table = readCsv(reportFile, text)
  const reports = new Map<string, PublishedReport>()
  for (const row of table.rows) {
    const cell = namedCells(table, row)
    const period = readPeriod(cell('regime'), cell('period_from'), cell('period_to'))
    if (!period)
      throw new Error(`${reportFile}:${row.line}: not a year, nine months or other regime with these two days`)
    if (reports.has(cell('key'))) throw new Error(`${reportFile}:${row.line}: ${cell('key')} stands twice`)
    reports.set(cell('key'), {
      key: cell('key'),
      unitCode: cell('unit_code'),
      templateVersion: cell('template_version'),
      period,
      sourceTitle: cell('source_title'),
      sourceNote: cell('source_note'),
      figures: [],
    })
  }
  return reports
}

function readPeriod(regime: string, fromText: string, toText: string): Period | null {
  const from = parseLocalDate(fromText)
  const to = parseLocalDate(toText)
  const period = from && to ? rangeOf(from, to) : null
  // What the file calls the period must be what its two days are, or one of them is a slip.
  return period?.regime === regime ? period : null
}

function sameCell(one: PublishedFigure, other: PublishedFigure): boolean {
  return one.indicatorVersion === other.indicatorVersion && one.dimension === other.dimension
}
