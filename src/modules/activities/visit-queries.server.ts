import { sql, type SqlBool } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { dayInVietnam, localDate, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { yearOf } from '#kernel/period.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { holdsWords, searchWords } from '#platform/search-text.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { lastNamesIn } from '#modules/territory/queries.server.ts'
import { changesOf, type ActivityChange } from './activity-changes.server.ts'
import { activityFilesOf } from './activity-file-store.server.ts'
import type { ActivityFile } from './activity-file.ts'
import { findingsOf } from './finding-store.server.ts'
import type { Finding } from './finding.ts'
import { planLines, topicsOf } from './visit-plan-store.server.ts'
import type { VisitPlanLine, VisitTopic } from './visit-plan.ts'
import { unitsOn } from './visit-places.server.ts'
import { mayKeepActivities, mayKeepTopics, mayReadActivity } from './visit-policy.ts'
import { findVisit, initiativesSeen, readVisit, stopsOf, visitColumns } from './visit-store.server.ts'
import type { InitiativeSeen, FieldVisit, VisitId, VisitKind } from './visit.ts'

/** Whose visits a register lists: those of one unit, those that came to it, or all of the province. */
export type VisitSide = 'made' | 'received' | 'all'

/** What narrows the register of visits. */
export type VisitFilter = {
  side: VisitSide
  unit: Id<'Unit'>
  kind: VisitKind | null
  /** Only those without notice. */
  surprise: boolean
  year: number | null
  words: string
}

/** What the rows that still count come to; a unit visited twice is two of `units` and one of `distinct`. */
export type VisitSums = { visits: number; units: number; distinct: number; findings: number; open: number }

/** One visit as its register lists it. */
export type VisitLine = FieldVisit & { unitName: string; findings: number; open: number }

export type VisitsPage = {
  lines: VisitLine[]
  sums: VisitSums
  years: number[]
  page: number
  pages: number
  total: number
  mayKeep: boolean
}

const pageLength = 20
/** A file of the register holds as many. */
export const mostInFile = 5000

/** The register of visits, newest first. */
export async function visitsPage(
  ctx: Ctx,
  filter: VisitFilter,
  page: number,
  length = pageLength,
): Promise<Outcome<VisitsPage>> {
  if (!mayList(ctx, filter)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const chosen = chosenVisits(tx, ctx, filter)
    const { total, sums } = await sumsOf(tx, ctx, filter)
    const pages = Math.max(1, Math.ceil(total / length))
    const shown = Math.min(Math.max(1, page), pages)
    const rows = await chosen
      .select(visitColumns)
      .orderBy('visit.held_on', 'desc')
      .orderBy('visit.id', 'desc')
      .limit(length)
      .offset((shown - 1) * length)
      .execute()
    const stops = await stopsOf(
      tx,
      ctx.actor.province,
      rows.map(({ id }) => id as VisitId),
    )
    const visits = rows.map((row) => readVisit(row, stops.get(row.id as VisitId) ?? []))
    const years = await chosenVisits(tx, ctx, { ...filter, year: null, words: '', kind: null, surprise: false })
      .select(sql<number>`extract(year from visit.held_on)::int`.as('year'))
      .distinct()
      .orderBy('year', 'desc')
      .execute()
    return done({
      lines: await withCounts(tx, ctx, visits),
      sums,
      years: years.map(({ year }) => year),
      ...{ page: shown, pages, total },
      mayKeep: mayKeepActivities(ctx.actor, { province: ctx.actor.province, unit: filter.unit }),
    })
  })
}

function mayList(ctx: Ctx, { side, unit }: VisitFilter): boolean {
  const owner = { province: ctx.actor.province, unit: side === 'all' ? ctx.actor.province : unit }
  return mayReadActivity(ctx.actor, owner) && (side !== 'all' || ctx.actor.unit === ctx.actor.province)
}

function chosenVisits(tx: Tx, ctx: Ctx, { side, unit, kind, surprise, year, words }: VisitFilter) {
  const looked = searchWords(words)
  const within = year === null ? null : yearOf(year)
  return tx
    .selectFrom('visit')
    .where('visit.province_id', '=', ctx.actor.province)
    .$if(side === 'made', (query) => query.where('visit.unit_id', '=', unit))
    .$if(side === 'received', (query) => query.where(sql<SqlBool>`visit.visited_units @> ${[unit]}::uuid[]`))
    .$if(kind !== null, (query) => query.where('visit.kind', '=', kind ?? ''))
    .$if(surprise, (query) => query.where('visit.is_surprise', '=', true))
    .$if(within !== null, (query) =>
      query.where('visit.held_on', '>=', within?.from ?? '').where('visit.held_on', '<=', within?.to ?? ''),
    )
    .$if(looked.length > 0, (query) => query.where(holdsWords(sql.ref('visit.search_text'), looked)))
}

async function sumsOf(tx: Tx, ctx: Ctx, filter: VisitFilter): Promise<{ total: number; sums: VisitSums }> {
  const chosen = chosenVisits(tx, ctx, filter)
  const { total, visits } = await chosen
    .select([
      sql<number>`count(*)::int`.as('total'),
      sql<number>`count(*) filter (where visit.void_reason is null)::int`.as('visits'),
    ])
    .executeTakeFirstOrThrow()
  const standing = chosen.where('visit.void_reason', 'is', null)
  const places = await standing
    .innerJoin('visit_stop as stop', (join) =>
      join.onRef('stop.province_id', '=', 'visit.province_id').onRef('stop.visit_id', '=', 'visit.id'),
    )
    .select([
      sql<number>`count(*)::int`.as('units'),
      sql<number>`count(distinct coalesce(stop.place_unit_id::text, lower(stop.place_name)))::int`.as('distinct'),
    ])
    .executeTakeFirstOrThrow()
  const found = await standing
    .innerJoin('finding', (join) =>
      join.onRef('finding.province_id', '=', 'visit.province_id').onRef('finding.visit_id', '=', 'visit.id'),
    )
    .select([
      sql<number>`count(*)::int`.as('findings'),
      sql<number>`count(*) filter (where finding.state <> 'closed')::int`.as('open'),
    ])
    .where('finding.void_reason', 'is', null)
    .executeTakeFirstOrThrow()
  return { total, sums: { visits, ...places, ...found } }
}

async function withCounts(tx: Tx, ctx: Ctx, visits: readonly FieldVisit[]): Promise<VisitLine[]> {
  if (visits.length === 0) return []
  const rows = await tx
    .selectFrom('finding')
    .select(['visit_id', sql<number>`count(*)::int`.as('findings')])
    .select(sql<number>`count(*) filter (where state <> 'closed')::int`.as('open'))
    .where('province_id', '=', ctx.actor.province)
    .where('void_reason', 'is', null)
    .where(
      'visit_id',
      'in',
      visits.map(({ id }) => id),
    )
    .groupBy('visit_id')
    .execute()
  const counts = new Map(rows.map((row) => [row.visit_id, row]))
  const names = await unitNames(tx, ctx, visits)
  return visits.map((visit) => ({
    ...visit,
    unitName: names.get(visit.unit) ?? '',
    findings: counts.get(visit.id)?.findings ?? 0,
    open: counts.get(visit.id)?.open ?? 0,
  }))
}

/** What units are called on the reader's day, or were last. */
export async function unitNames(
  tx: Tx,
  ctx: Ctx,
  rows: readonly { unit: Id<'Unit'> }[],
): Promise<Map<Id<'Unit'>, string>> {
  const units = rows.map(({ unit }) => unit)
  return lastNamesIn(tx, units, ctx.actor.province, dayInVietnam(ctx.now))
}

/** One visit, as its own page shows it. The visitors' notes and the other units' findings are not for a visited unit. */
export type VisitPage = {
  visit: FieldVisit
  unitName: string
  findings: Finding[]
  initiatives: InitiativeSeen[]
  files: ActivityFile[]
  mayKeep: boolean
  changes: ActivityChange[]
}

export async function visitPage(ctx: Ctx, id: VisitId): Promise<Outcome<VisitPage>> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const visit = await findVisit(tx, ctx.actor.province, id)
    if (!visit) return notFound()
    if (!mayReadActivity(ctx.actor, visit, visit.visitedUnits)) return forbidden()
    const isOurs = mayReadActivity(ctx.actor, visit)
    const names = await unitNames(tx, ctx, [visit])
    return done({
      visit: isOurs ? visit : { ...visit, minutes: '' },
      unitName: names.get(visit.unit) ?? '',
      findings: await findingsOf(tx, visit),
      initiatives: await initiativesSeen(tx, visit.province, id),
      files: await activityFilesOf(tx, visit.province, 'visit', id),
      mayKeep: mayKeepActivities(ctx.actor, visit) && visit.voidReason === null,
      changes: isOurs ? await changesOf(tx, visit.province, { kind: 'visit', id }) : [],
    })
  })
}

/** What the form of a visit offers: the province's words, the plan of the year, and the names of units on a day. */
export type VisitChoices = { topics: VisitTopic[]; plans: VisitPlanLine[]; places: string[] }

export async function visitChoices(ctx: Ctx, day: LocalDate): Promise<VisitChoices> {
  const { province, unit } = ctx.actor
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => ({
    topics: (await topicsOf(tx, province)).filter(({ isUsed }) => isUsed),
    plans: await planLines(tx, { province, unit }, Number(day.slice(0, 4))),
    places: (await unitsOn(tx, province, day)).map(({ name }) => name),
  }))
}

/** The year's plan of a unit with what was done of it, and beside it how many visits were made without notice. */
export type PlanPage = { lines: VisitPlanLine[]; surprises: number; mayKeep: boolean }

export async function planPage(ctx: Ctx, unit: Id<'Unit'>, year: number): Promise<Outcome<PlanPage>> {
  const owner = { province: ctx.actor.province, unit }
  // Not to the units that will be visited: a plan names nobody's day, but it is its unit's own.
  if (!mayReadActivity(ctx.actor, owner)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const filter = { side: 'made', unit, kind: null, surprise: true, year, words: '' } as const
    const { sums } = await sumsOf(tx, ctx, filter)
    return done({
      lines: await planLines(tx, owner, year),
      surprises: sums.visits,
      mayKeep: mayKeepActivities(ctx.actor, owner),
    })
  })
}

/** The province's words for what is inspected. */
export async function topicsPage(ctx: Ctx): Promise<{ topics: VisitTopic[]; mayKeep: boolean }> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => ({
    topics: await topicsOf(tx, ctx.actor.province),
    mayKeep: mayKeepTopics(ctx.actor),
  }))
}

/** A visit on an initiative's line of time. */
export type VisitOfInitiative = {
  id: VisitId
  on: LocalDate
  kind: VisitKind
  isSurprise: boolean
  leadingBody: string
}

/** The visits that went to see an initiative, newest first; those that the reader may read. */
export async function visitsOf(ctx: Ctx, initiative: Id<'Initiative'>): Promise<VisitOfInitiative[]> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const rows = await tx
      .selectFrom('visit_initiative as seen')
      .innerJoin('visit', (join) =>
        join.onRef('visit.province_id', '=', 'seen.province_id').onRef('visit.id', '=', 'seen.visit_id'),
      )
      .select(['visit.id', 'seen.on_day', 'visit.kind', 'visit.is_surprise', 'visit.leading_body'])
      .where('seen.province_id', '=', ctx.actor.province)
      .where('seen.initiative_id', '=', initiative)
      .where('visit.void_reason', 'is', null)
      .orderBy('seen.on_day', 'desc')
      .orderBy('visit.id')
      .execute()
    return rows.map((row) => ({
      id: row.id as VisitId,
      on: localDate(row.on_day),
      kind: row.kind as VisitKind,
      isSurprise: row.is_surprise,
      leadingBody: row.leading_body,
    }))
  })
}
