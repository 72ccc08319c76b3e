import { sql, type SqlBool } from 'kysely'
import type { z } from 'zod'
import { dayInVietnam } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type {
  periodFilters,
  periodAnswer,
  periodListing,
  reportFilters,
  reportAnswer,
  reportListing,
} from './open-data.ts'
import { periodWords, published, type OpenQuestion } from './open-publications.server.ts'
import { publicPath } from './public-path.ts'
import type { ReportId } from './report.ts'

/** One page of the periods for which something is published. */
export async function openPeriods(
  tx: Tx,
  {
    filters,
    order,
    limit,
    after,
    count,
  }: OpenQuestion<z.output<typeof periodFilters>, z.output<typeof periodListing.position>>,
) {
  const matching = published(tx, filters)
  const total = count
    ? await matching
        .select(sql<number>`count(distinct (publication.period_from, publication.period_to))`.as('total'))
        .executeTakeFirstOrThrow()
    : null
  const backwards = order.startsWith('-')
  const direction = backwards ? 'desc' : 'asc'
  const rows = await matching
    .select([
      'publication.period_from',
      'publication.period_to',
      sql<number>`count(*)`.as('reports'),
      sql<number>`sum(publication.figure_count)`.as('figures'),
    ])
    .$if(after !== null, (query) =>
      query.where(
        sql<SqlBool>`(publication.period_to, publication.period_from) ${sql.raw(backwards ? '<' : '>')} (${after?.[0]}::date, ${after?.[1]}::date)`,
      ),
    )
    .groupBy(['publication.period_from', 'publication.period_to'])
    .orderBy('publication.period_to', direction)
    .orderBy('publication.period_from', direction)
    .limit(limit + 1)
    .execute()
  const items = rows
    .slice(0, limit)
    .map((row): z.output<typeof periodAnswer> => ({ ...periodWords(row), reports: row.reports, figures: row.figures }))
  const last = items.at(-1)
  return {
    items,
    next: rows.length > limit && last ? ([last.to, last.from] as [string, string]) : null,
    total: total?.total ?? null,
  }
}

// Microseconds, as the database keeps them: a page cut by milliseconds would repeat or lose a report.
const publishedAt = sql<string>`to_char(publication.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** One page of the published reports. */
export async function openReports(
  tx: Tx,
  {
    filters,
    order,
    limit,
    after,
    count,
  }: OpenQuestion<z.output<typeof reportFilters>, z.output<typeof reportListing.position>>,
) {
  const { origin } = filters
  const matching = published(tx, filters).$if(origin !== undefined, (query) =>
    query.where('publication.origin', 'in', origin ?? []),
  )
  const total = count ? await matching.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow() : null
  const backwards = order.startsWith('-')
  const direction = backwards ? 'desc' : 'asc'
  const rows = await matching
    .select([
      'publication.report_id',
      'publication.unit_name',
      'publication.title',
      'publication.regime',
      'publication.period_from',
      'publication.period_to',
      'publication.origin',
      'publication.figure_count',
      'publication.accepted_at',
      'publication.amendment',
      'publication.published_at',
      'unit.code as unit',
      'province.code as province',
      publishedAt.as('position'),
    ])
    .$if(after !== null, (query) =>
      query.where(
        sql<SqlBool>`(publication.published_at, publication.report_id) ${sql.raw(backwards ? '<' : '>')} (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`,
      ),
    )
    .orderBy('publication.published_at', direction)
    .orderBy('publication.report_id', direction)
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const items = shown.map((row): z.output<typeof reportAnswer> => ({
    id: row.report_id,
    unit: row.unit,
    unitName: row.unit_name,
    province: row.province,
    title: row.title,
    ...periodWords(row),
    // The check of report holds the origin to the known words.
    origin: row.origin as z.output<typeof reportAnswer>['origin'],
    figures: row.figure_count,
    acceptedOn: row.accepted_at ? dayInVietnam(row.accepted_at) : null,
    amendment: row.amendment,
    publishedOn: dayInVietnam(row.published_at),
    url: publicPath(row.unit, row.report_id as ReportId),
  }))
  const last = shown.at(-1)
  return {
    items,
    next: rows.length > limit && last ? ([last.position, last.report_id] as [string, string]) : null,
    total: total?.total ?? null,
  }
}
