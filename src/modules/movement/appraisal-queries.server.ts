import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { displayNames } from '#modules/access/names.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import { communesInForce, lastVersionIn } from '#modules/territory/queries.server.ts'
import { appraisersIn } from './appraisal-commands.server.ts'
import { setOf } from './appraisal-frame.server.ts'
import { mayHoldRounds, mayReadRound, maySeeAllScores } from './appraisal-policy.ts'
import { resultOf, totalOf, totalsOf } from './appraisal-results.ts'
import { appraisersOf, sheetsOf, type SheetOfSubject } from './appraisal-sheet-store.server.ts'
import { readRound, readSubject, roundOf, rounds, subjects } from './appraisal-store.server.ts'
import { initiativesOfRound, unitsOfRound } from './appraisal-subjects.server.ts'
import { scorableStates, type AppraisalRound, type AppraisalRoundId, type AppraisalSubject } from './appraisal.ts'
import type { Points } from './scoring-points.ts'
import { ranked, spreadOf, type Spread } from './scoring-ranking.ts'
import type { ScoringSet } from './scoring-set.ts'
import { versionOf, versionsOf, type ScoringSetVersion } from './scoring-store.server.ts'
import type { ScoreResult } from './scoring.ts'

/** Something in an open round that waits for this officer: a sheet of theirs, or the unit's own. */
export type WaitingSheet = {
  round: AppraisalRound
  subject: AppraisalSubject
  part: 'self' | 'appraiser'
  done: boolean
}

/** The rounds an officer may see, newest first, and what in them waits for them. */
export type RoundsPage = {
  rounds: (AppraisalRound & { subjects: number; holderName: string })[]
  waiting: WaitingSheet[]
  mayOpen: boolean
}

export async function roundsPage(ctx: Ctx): Promise<Outcome<RoundsPage>> {
  const { actor } = ctx
  if (actor.duty === 'administrator') return forbidden()
  return inScope(ctx.db, scopeOf(actor), async (tx) => {
    const rows = await rounds(tx, actor.province).orderBy('year', 'desc').orderBy('created_at', 'desc').execute()
    const seen = rows.map(readRound).filter((round) => mayReadRound(actor, round))
    const counts = await countsOf(tx, actor.province)
    const names = await unitNames(
      tx,
      ctx,
      seen.map(({ holder }) => holder),
    )
    // A round above in which nothing of this unit stands is nothing to it.
    const own = seen.filter(
      ({ id, holder }) => holder === actor.unit || actor.unit === actor.province || counts.has(id),
    )
    return done({
      rounds: own.map((round) => ({
        ...round,
        subjects: counts.get(round.id) ?? 0,
        holderName: names.get(round.holder) ?? '',
      })),
      waiting: readsOnly(actor) ? [] : await waitingFor(tx, ctx, own),
      mayOpen: mayHoldRounds(actor, { province: actor.province, holder: actor.unit }),
    })
  })
}

async function countsOf(tx: Tx, province: Id<'Unit'>): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('appraisal_subject')
    .select(['round_id', sql<number>`count(*)`.as('count')])
    .where('province_id', '=', province)
    .groupBy('round_id')
    .execute()
  return new Map(rows.map((row) => [row.round_id, row.count]))
}

async function waitingFor(tx: Tx, ctx: Ctx, known: readonly AppraisalRound[]): Promise<WaitingSheet[]> {
  const { actor } = ctx
  const found: WaitingSheet[] = []
  for (const round of known.filter(({ status }) => status === 'open')) {
    const sheets = await sheetsOf(tx, actor.province, { round: round.id })
    const given = await appraisersOf(tx, actor.province, { round: round.id })
    for (const subject of (await subjects(tx, actor.province, round.id).orderBy('name').execute()).map(readSubject)) {
      const own = sheets.filter((sheet) => sheet.subject === subject.id)
      if (given.some((row) => row.subject === subject.id && row.account === actor.account))
        found.push({
          round,
          subject,
          part: 'appraiser',
          done: own.some((one) => one.account === actor.account && one.isHandedIn),
        })
      else if (mayHoldRounds(actor, { province: round.province, holder: subject.unit }))
        found.push({ round, subject, part: 'self', done: own.some((one) => one.part === 'self' && one.isHandedIn) })
    }
  }
  return found.filter((one) => !one.done)
}

/** A round without what is in it; null where this reader knows of none. */
export async function roundHead(ctx: Ctx, id: AppraisalRoundId): Promise<AppraisalRound | null> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const round = await roundOf(tx, ctx.actor.province, id)
    return round && mayReadRound(ctx.actor, round) ? round : null
  })
}

/** What a form to open a round may choose from. */
export async function roundChoices(ctx: Ctx): Promise<Outcome<{ sets: ScoringSetVersion[]; isProvince: boolean }>> {
  const { actor } = ctx
  if (!mayHoldRounds(actor, { province: actor.province, holder: actor.unit })) return forbidden()
  return inScope(ctx.db, scopeOf(actor), async (tx) =>
    done({ sets: await versionsOf(tx, actor.province, null), isProvince: actor.unit === actor.province }),
  )
}

/** One subject in the table of a round. */
export type RoundRow = AppraisalSubject & {
  unitName: string
  self: Points | null
  appraisers: { name: string; isHandedIn: boolean }[]
  spread: Spread | null
  /** As it stands now, or as it was taken down when the round was closed; null where this reader may not see it yet. */
  result: ScoreResult | null
  total: Points | null
  place: number | null
}

export type RoundPage = {
  round: AppraisalRound
  holderName: string
  version: ScoringSetVersion
  rows: RoundRow[]
  mayHold: boolean
  seesAll: boolean
  people: { id: Id<'Account'>; name: string }[]
  openSheets: number
}

/** A round with everything that is scored in it, in the order of the places. */
export async function roundPage(ctx: Ctx, id: AppraisalRoundId): Promise<Outcome<RoundPage>> {
  const { actor } = ctx
  return inScope(ctx.db, scopeOf(actor), async (tx) => {
    const round = await roundOf(tx, actor.province, id)
    if (!round || !mayReadRound(actor, round)) return notFound()
    const version = await versionOf(tx, round.province, round.set, round.setVersion)
    if (!version) throw new Error(`Round ${id} is scored by a version that is not there`)
    const mayHold = mayHoldRounds(actor, round)
    const seesAll = maySeeAllScores(actor, round)
    const rows = await rowsOf(tx, ctx, round, seesAll)
    const people = mayHold ? await peopleOf(tx, ctx, round) : []
    const names = await unitNames(tx, ctx, [round.holder])
    const openSheets = rows.reduce((sum, row) => sum + row.appraisers.filter((one) => !one.isHandedIn).length, 0)
    return done({
      ...{ round, holderName: names.get(round.holder) ?? '', version, rows },
      ...{ mayHold, seesAll, people, openSheets },
    })
  })
}

async function rowsOf(tx: Tx, ctx: Ctx, round: AppraisalRound, seesAll: boolean): Promise<RoundRow[]> {
  const set = await setOf(tx, round)
  const found = await subjects(tx, round.province, round.id)
    .orderBy(sql`name collate "vi-x-icu"`)
    .orderBy('subject_id')
    .execute()
  const sheets = Map.groupBy(await sheetsOf(tx, round.province, { round: round.id }), (sheet) => sheet.subject)
  const given = await appraisersOf(tx, round.province, { round: round.id })
  const names = await unitNames(
    tx,
    ctx,
    found.map((row) => row.unit_id as Id<'Unit'>),
  )
  const people = await displayNames(
    tx,
    round.province,
    given.map(({ account }) => account),
  )
  const rows = found.map(readSubject).map((subject) => {
    const own = sheets.get(subject.id) ?? []
    const result = seesAll ? (subject.result ?? resultOf(set, subject, own)) : null
    return {
      ...subject,
      unitName: names.get(subject.unit) ?? '',
      ...ownTotals(set, own, seesAll),
      appraisers: given
        .filter((row) => seesAll && row.subject === subject.id)
        .map(({ account }) => ({
          name: people.get(account) ?? 'Một tài khoản',
          isHandedIn: own.some((sheet) => sheet.account === account && sheet.isHandedIn),
        })),
      result,
      total: totalOf(result),
    }
  })
  return ranked(rows)
}

function ownTotals(set: ScoringSet, sheets: readonly SheetOfSubject[], seesAll: boolean) {
  const self = totalsOf(set, sheets, 'self')[0]?.total ?? null
  const totals = totalsOf(set, sheets, 'appraiser').map(({ total }) => total)
  return { self, spread: seesAll ? spreadOf(totals) : null }
}

async function peopleOf(tx: Tx, ctx: Ctx, round: AppraisalRound): Promise<RoundPage['people']> {
  const accounts = await appraisersIn(tx, ctx, round)
  const names = await displayNames(tx, round.province, accounts)
  return accounts
    .map((id) => ({ id, name: names.get(id) ?? 'Một tài khoản' }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'vi'))
}

/** What could be taken into a round and is not in it yet; a page of it. */
export async function roundCandidates(
  ctx: Ctx,
  id: AppraisalRoundId,
  wantedPage: number,
): Promise<
  Outcome<{
    round: AppraisalRound
    candidates: { id: string; name: string; unitName: string }[]
    total: number
    page: number
    pages: number
  }>
> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const round = await roundOf(tx, ctx.actor.province, id)
    if (!round || !mayReadRound(ctx.actor, round)) return notFound()
    if (!mayHoldRounds(ctx.actor, round) || round.status !== 'open') return forbidden()
    const today = dayInVietnam(ctx.now)
    const all =
      round.subjectKind === 'unit'
        ? await unitsOfRound(tx, round, today)
        : await initiativesOfRound(tx, round, scorableStates, today)
    const inside = new Set((await subjects(tx, round.province, id).execute()).map((row) => row.subject_id))
    const left = all
      .filter((one) => !inside.has(one.id))
      .toSorted((one, other) => one.name.localeCompare(other.name, 'vi') || (one.id < other.id ? -1 : 1))
    const pages = Math.max(1, Math.ceil(left.length / candidatesShown))
    const page = Math.min(Math.max(1, wantedPage), pages)
    const shown = left.slice((page - 1) * candidatesShown, page * candidatesShown)
    const names = await unitNames(
      tx,
      ctx,
      shown.map(({ unit }) => unit),
    )
    const candidates = shown.map((one) => ({ id: one.id, name: one.name, unitName: names.get(one.unit) ?? '' }))
    return done({ round, candidates, total: left.length, page, pages })
  })
}

const candidatesShown = 50

/** Names of units of the actor's province, of those that ended too. */
export async function unitNames(tx: Tx, ctx: Ctx, units: readonly Id<'Unit'>[]): Promise<Map<string, string>> {
  const today = dayInVietnam(ctx.now)
  const names = new Map(
    (await communesInForce(tx, ctx.actor.province, today)).map((one) => [one.unit as string, one.name]),
  )
  for (const unit of new Set(units)) {
    if (names.has(unit)) continue
    const last = await lastVersionIn(tx, unit, ctx.actor.province, today)
    if (last) names.set(unit, last.name)
  }
  return names
}
