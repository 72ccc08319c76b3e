import { sql } from 'kysely'
import { parseId } from '#kernel/ids.ts'
import { dayInVietnam, localDate, type LocalDate } from '#kernel/local-date.ts'
import { periodBetween, type Period } from '#kernel/period.ts'
import { inScope, type Db } from '#platform/database.ts'
import { exactWords, holdsWords, searchWords } from '#platform/search-text.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { ReportContent } from './content.ts'
import { publicPath } from './public-path.ts'
import type { ReportId } from './report.ts'
import { thaw } from './store.server.ts'

/** One published report in the public list. */
export type PublicListing = {
  figureCount: number
  unitCode: string
  unitName: string
  unitUntil: LocalDate | null
  title: string
  period: Period
  publishedOn: LocalDate
  path: string
  isSource: boolean
}

const listed = [
  'publication.report_id',
  'unit.code',
  'publication.title',
  'publication.period_from',
  'publication.period_to',
  'publication.published_at',
  'publication.unit_name',
  'publication.unit_until',
  'publication.origin',
  'publication.figure_count',
] as const

type ListedRow = {
  report_id: string
  code: string
  title: string
  period_from: string
  period_to: string
  published_at: Date
  unit_name: string
  unit_until: string | null
  origin: string
  figure_count: number
}

function readListing(row: ListedRow): PublicListing {
  return {
    figureCount: row.figure_count,
    unitCode: row.code,
    unitName: row.unit_name,
    unitUntil: row.unit_until === null ? null : localDate(row.unit_until),
    title: row.title,
    period: periodBetween(localDate(row.period_from), localDate(row.period_to)),
    publishedOn: dayInVietnam(row.published_at),
    path: publicPath(row.code, row.report_id as ReportId),
    isSource: row.origin === 'published-source',
  }
}

const pageLength = 30

/** Words that stand in nearly every title or name, so that their marks say nothing about what is looked for. */
const common = new Set(['bao', 'cao', 'cong', 'tac', 'dan', 'van', 'phuong', 'huyen', 'tinh', 'quy', 'nam'])

/** Everything published, newest first; `words` match without marks, and those typed with theirs come first. */
export async function publishedReports(
  db: Db,
  words: string,
  page: number,
): Promise<{ reports: PublicListing[]; total: number; pages: number }> {
  return inScope(db, { reach: 'public' }, async (tx) => {
    const wanted = searchWords(words, common)
    const text = sql<string>`publication.search_text`
    const matching = tx
      .selectFrom('publication')
      .innerJoin('unit', 'unit.id', 'publication.unit_id')
      .where(holdsWords(text, wanted))
    const { total } = await matching.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
    const rows = await matching
      .select(listed)
      .orderBy(exactWords(text, wanted), 'desc')
      .orderBy('publication.published_at', 'desc')
      .orderBy('publication.period_to', 'desc')
      .orderBy('publication.report_id')
      .limit(pageLength)
      .offset((page - 1) * pageLength)
      .execute()
    const reports = rows.map(readListing)
    return { reports, total, pages: Math.max(1, Math.ceil(total / pageLength)) }
  })
}

/** What some units have published, those of the first unit first, then the newest first. */
export async function publishedByUnits(
  db: Db,
  units: readonly UnitId[],
  page: number,
): Promise<{ reports: PublicListing[]; total: number; pages: number }> {
  const [own] = units
  if (own === undefined) return { reports: [], total: 0, pages: 1 }
  return inScope(db, { reach: 'public' }, async (tx) => {
    const matching = tx
      .selectFrom('publication')
      .innerJoin('unit', 'unit.id', 'publication.unit_id')
      .where('publication.unit_id', 'in', [...units])
    const { total } = await matching.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
    const rows = await matching
      .select(listed)
      .orderBy(sql`publication.unit_id = ${own}`, 'desc')
      .orderBy('publication.period_to', 'desc')
      .orderBy('publication.published_at', 'desc')
      .orderBy('publication.report_id')
      .limit(pageLength)
      .offset((page - 1) * pageLength)
      .execute()
    return { reports: rows.map(readListing), total, pages: Math.max(1, Math.ceil(total / pageLength)) }
  })
}

/** A published report as everybody may read it; null when there is none at that address. */
export async function publishedReport(
  db: Db,
  unitCode: string,
  idText: string,
): Promise<{ content: ReportContent; publishedOn: LocalDate; acceptedOn: LocalDate | null } | null> {
  const id = parseId<'Report'>(idText)
  // A code is what unit.code holds; anything else, e.g. a NUL, is nobody's address.
  if (!id || !/^[a-z0-9-]+$/.test(unitCode)) return null
  return inScope(db, { reach: 'public' }, async (tx) => {
    const row = await tx
      .selectFrom('publication')
      .innerJoin('unit', 'unit.id', 'publication.unit_id')
      .select(['publication.content', 'publication.published_at', 'publication.accepted_at'])
      .where('publication.report_id', '=', id)
      .where('unit.code', '=', unitCode)
      .executeTakeFirst()
    if (!row) return null
    return {
      content: thaw(row.content),
      publishedOn: dayInVietnam(row.published_at),
      acceptedOn: row.accepted_at ? dayInVietnam(row.accepted_at) : null,
    }
  })
}
