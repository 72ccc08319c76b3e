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
import { thaw } from './frozen-content.ts'

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
  const id = publicId(unitCode, idText)
  if (!id) return null
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

// A code is what unit.code holds; anything else, e.g. a NUL, is nobody's address.
function publicId(unitCode: string, idText: string): ReportId | null {
  return /^[a-z0-9-]+$/.test(unitCode) ? parseId<'Report'>(idText) : null
}

/** What a published report said before an amendment of it was accepted. */
export type FormerVersion = {
  /** 0 for the report as it was first accepted, else the number of the amendment. */
  n: number
  publishedOn: LocalDate
  acceptedOn: LocalDate | null
  replacedAt: Date
  why: string
}

/** The former versions that everybody may read beside a published report, newest first. */
export async function formerVersions(db: Db, idText: string): Promise<FormerVersion[]> {
  const id = parseId<'Report'>(idText)
  if (!id) return []
  return inScope(db, { reach: 'public' }, async (tx) => {
    const rows = await tx
      .selectFrom('publication_version')
      .select(['n', 'published_at', 'accepted_at', 'replaced_at', 'replaced_why'])
      .where('report_id', '=', id)
      .orderBy('n', 'desc')
      .execute()
    return rows.map(readFormer)
  })
}

type FormerRow = { n: number; published_at: Date; accepted_at: Date | null; replaced_at: Date; replaced_why: string }

function readFormer(row: FormerRow): FormerVersion {
  return {
    n: row.n,
    publishedOn: dayInVietnam(row.published_at),
    acceptedOn: row.accepted_at ? dayInVietnam(row.accepted_at) : null,
    replacedAt: row.replaced_at,
    why: row.replaced_why,
  }
}

/** One former version whole; null when there is none of that number at that address. */
export async function formerVersion(
  db: Db,
  unitCode: string,
  idText: string,
  n: number,
): Promise<(FormerVersion & { content: ReportContent }) | null> {
  const id = publicId(unitCode, idText)
  if (!id) return null
  return inScope(db, { reach: 'public' }, async (tx) => {
    const row = await tx
      .selectFrom('publication_version as version')
      .innerJoin('unit', 'unit.id', 'version.unit_id')
      .select(['n', 'published_at', 'accepted_at', 'replaced_at', 'replaced_why', 'content'])
      .where('version.report_id', '=', id)
      .where('version.n', '=', n)
      .where('unit.code', '=', unitCode)
      .executeTakeFirst()
    return row ? { ...readFormer(row), content: thaw(row.content) } : null
  })
}

/** What stands at the address of a report that was taken back: no number of it. */
export type WithdrawalNotice = {
  title: string
  unitName: string
  period: Period
  publishedOn: LocalDate
  withdrawnAt: Date
  why: string
}

export async function withdrawalNotice(db: Db, unitCode: string, idText: string): Promise<WithdrawalNotice | null> {
  const id = publicId(unitCode, idText)
  if (!id) return null
  return inScope(db, { reach: 'public' }, async (tx) => {
    const row = await tx
      .selectFrom('publication_withdrawal as notice')
      .innerJoin('unit', 'unit.id', 'notice.unit_id')
      .select(['title', 'unit_name', 'period_from', 'period_to', 'published_at', 'withdrawn_at', 'why'])
      .where('notice.report_id', '=', id)
      .where('unit.code', '=', unitCode)
      .executeTakeFirst()
    if (!row) return null
    return {
      title: row.title,
      unitName: row.unit_name,
      period: periodBetween(localDate(row.period_from), localDate(row.period_to)),
      publishedOn: dayInVietnam(row.published_at),
      withdrawnAt: row.withdrawn_at,
      why: row.why,
    }
  })
}
