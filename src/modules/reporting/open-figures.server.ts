import { sql, type SqlBool } from 'kysely'
import type { z } from 'zod'
import { hedgeWord } from '#kernel/numerals.ts'
import { toDecimalText } from '#kernel/quantity.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import type { Tx } from '#platform/database.ts'
import type { ContentLine } from './content.ts'
import type { figureFilters, figureAnswer, figureListing } from './open-data.ts'
import { placedOnMap, type Placement } from './open-map.server.ts'
import { periodWords, published, type OpenQuestion } from './open-publications.server.ts'
import { figureAnchor, publicPath } from './public-path.ts'
import type { ReportId } from './report.ts'
import { thawLines } from './frozen-content.ts'

type FigureQuestion = OpenQuestion<z.output<typeof figureFilters>, z.output<typeof figureListing.position>>

/** A question whose figures are rare is answered in several short pages, never by reading everything at once. */
const mostReportsAPage = 1000
const mostReportsAtOnce = 100
/** About how many public lines a report has: a guess that only decides how many reports are read first. */
const linesOfAReport = 40

/** One page of published figures, in the order of their reports and, within one, of its lines. */
export async function openFigures(tx: Tx, question: FigureQuestion) {
  const items: z.output<typeof figureAnswer>[] = []
  let after = question.after
  let atOnce = Math.min(
    mostReportsAtOnce,
    Math.ceil(question.limit / (question.filters.indicator?.length ?? linesOfAReport)) + 2,
  )
  for (let read = 0; read < mostReportsAPage; read += atOnce) {
    atOnce = read === 0 ? atOnce : mostReportsAtOnce
    const rows = await reportsWithLines(tx, question, after, atOnce)
    const placed = await placedOnMap(tx, rows, question.filters)
    for (const row of rows) {
      const figures = figuresIn(row, question.filters, placed?.get(row.report_id))
      const begun = after?.[1] === row.report_id ? after[2] : 0
      const room = question.limit - items.length
      items.push(...figures.slice(begun, begun + room))
      if (figures.length - begun > room) return page(items, [row.period_to, row.report_id, begun + room])
      after = [row.period_to, row.report_id, figures.length]
    }
    if (rows.length < atOnce) return page(items, null)
  }
  return page(items, after)
}

function page(items: z.output<typeof figureAnswer>[], next: FigureQuestion['after']) {
  return { items, next, total: null }
}

/** The next reports, from the one in which the page before ended, each with only the lines that are wanted. */
async function reportsWithLines(
  tx: Tx,
  { filters, order }: FigureQuestion,
  after: FigureQuestion['after'],
  atOnce: number,
) {
  const backwards = order.startsWith('-')
  const direction = backwards ? 'desc' : 'asc'
  const heads = await published(tx, filters)
    .select([
      'publication.province_id',
      'publication.report_id',
      'publication.unit_id',
      'publication.unit_name',
      'publication.regime',
      'publication.period_from',
      'publication.period_to',
      'publication.origin',
      'publication.amendment',
      'unit.code as unit',
      'province.code as province',
    ])
    .$if(after !== null, (query) =>
      query.where(
        sql<SqlBool>`(publication.period_to, publication.report_id) ${sql.raw(backwards ? '<=' : '>=')} (${after?.[0]}::date, ${after?.[1]}::uuid)`,
      ),
    )
    .orderBy('publication.period_to', direction)
    .orderBy('publication.report_id', direction)
    .limit(atOnce)
    .execute()
  const lines = await linesOf(tx, heads, filters.map ? undefined : filters.indicator)
  return heads.map((head) => ({ ...head, lines: lines.get(head.report_id) ?? [] }))
}

type ReportRow = Awaited<ReturnType<typeof reportsWithLines>>[number]

// Apart from the heads: sorting would otherwise unpack the content of every publication there is.
async function linesOf(
  tx: Tx,
  heads: { province_id: string; report_id: string }[],
  codes: string[] | undefined,
): Promise<Map<string, ContentLine[]>> {
  const lines = codes
    ? sql<unknown>`jsonb_path_query_array(content, '$.lines[*] ? (@.cell.code == $codes[*])', ${JSON.stringify({ codes })}::jsonb)`
    : sql<unknown>`content -> 'lines'`
  const rows = await tx
    .selectFrom('publication')
    .select(['report_id', lines.as('lines')])
    .where(
      sql<SqlBool>`(province_id, report_id) in (select * from unnest(${heads.map((head) => head.province_id)}::uuid[], ${heads.map((head) => head.report_id)}::uuid[]))`,
    )
    .execute()
  return new Map(rows.map((row) => [row.report_id, thawLines(row.lines)]))
}

function figuresIn(
  row: ReportRow,
  { state, basis, indicator }: FigureQuestion['filters'],
  placed: ReadonlyMap<string, Placement> | undefined,
): z.output<typeof figureAnswer>[] {
  return (
    row.lines
      .filter((line) => line.isPublic)
      // A source that says nothing of an indicator was not asked for it; an officer's report was.
      .filter((line) => row.origin === 'entered' || line.figure.value.state !== 'not-yet-known')
      .filter((line) => !indicator || indicator.includes(line.cell.code))
      .filter((line) => !state || state.includes(line.figure.value.state))
      .filter((line) => !basis || basis.includes(line.figure.basis))
      .map((line) => openFigure(row, line, placed?.get(cellKey(line.cell))))
  )
}

function openFigure(row: ReportRow, line: ContentLine, placed: Placement | undefined): z.output<typeof figureAnswer> {
  const { value, basis, note } = line.figure
  const reported = value.state === 'reported' ? value : null
  return {
    unit: row.unit,
    unitName: row.unit_name,
    province: row.province,
    indicator: line.cell.code,
    dimension: line.cell.dimension || null,
    name: line.dimensionName ? `${line.name}, ${line.dimensionName}` : line.name,
    ...periodWords(row),
    state: value.state,
    qualifier: reported?.qualifier ?? null,
    hedge: reported ? hedgeWord(reported.qualifier) : null,
    amount: reported ? toDecimalText(reported.amount) : value.state === 'zero' ? '0' : null,
    unitOfCount: line.unitOfCount,
    basis,
    unitsCounted: line.unitsCounted,
    amendment: row.amendment,
    note: note || null,
    flag: placed?.flag ?? null,
    reason: placed?.reason ?? null,
    parts: placed?.parts ?? null,
    report: row.report_id,
    url: `${publicPath(row.unit, row.report_id as ReportId)}#${figureAnchor(cellKey(line.cell))}`,
  }
}
