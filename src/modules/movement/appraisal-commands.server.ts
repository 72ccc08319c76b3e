import type { Id } from '#kernel/ids.ts'
import { dayInVietnam, localDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { tell } from '#platform/notify/tell.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { officersOn } from '#modules/access/officers.server.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import {
  scorableStates,
  type AppraisalRound,
  type AppraisalRoundEntry,
  type AppraisalRoundId,
  type AppraisalSubject,
  type SubjectRef,
} from './appraisal.ts'
import { onRound, recordAppraisal, type Done } from './appraisal-frame.server.ts'
import { mayHoldRounds } from './appraisal-policy.ts'
import { appraisersOf, assign, selfScorers, sheetsOf, unassign } from './appraisal-sheet-store.server.ts'
import {
  deleteSubject,
  insertRound,
  insertSubjects,
  lockSubject,
  lockSubjects,
  roundOf,
} from './appraisal-store.server.ts'
import { initiativesOfRound, unitsOfRound } from './appraisal-subjects.server.ts'
import { versionOf, versionsOf } from './scoring-store.server.ts'

/** Opens a round of the actor's unit by the newest version of a set; from now on that version is never written again. */
export async function openRound(ctx: Ctx, id: AppraisalRoundId, entry: AppraisalRoundEntry): Done<AppraisalRoundId> {
  const { province, unit } = ctx.actor
  if (!mayHoldRounds(ctx.actor, { province, holder: unit })) return forbidden()
  // A commune appraises what is registered with it; units and the levels above are the province's.
  if (unit !== province && (entry.subjectKind !== 'initiative' || entry.scope !== 'commune')) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const version = (await versionsOf(tx, province, entry.set))[0]
    if (!version) return notFound()
    if (holdsPersonalNumber(entry.title)) return refused({ code: 'appraisal-personal-number' })
    const [first, last] = [localDate(`${entry.year}-01-01`), localDate(`${entry.year}-12-31`)]
    if (version.validFrom > last || (version.validTo !== null && version.validTo < first))
      return refused({ code: 'set-not-for-this-year', year: entry.year })
    const isFit = version.appliesTo.some((kind) => (kind === 'unit') === (entry.subjectKind === 'unit'))
    if (!isFit) return refused({ code: 'set-not-for-this-kind', names: [version.name] })
    const round = { ...entry, id, province, holder: unit, setVersion: version.version }
    if (!(await insertRound(tx, round, ctx.now))) {
      const standing = await roundOf(tx, province, id)
      if (standing?.holder !== unit) return notFound()
      return standing.title === entry.title ? done(id) : refused({ code: 'round-sheet-used' })
    }
    await recordAppraisal(tx, ctx, id, 'appraisal-opened', { year: entry.year, version: version.version })
    return done(id)
  })
}

/** Takes subjects into an open round: the chosen ones, or all that can be scored. Answers how many are new. */
export async function addSubjects(
  ctx: Ctx,
  id: AppraisalRoundId,
  chosen: readonly string[] | 'all',
): Done<{ added: number }> {
  return onRound(ctx, id, null, async (tx, round) => {
    if (round.status !== 'open') return refused({ code: 'round-not-open', status: round.status })
    if (chosen !== 'all' && chosen.length === 0) return refused({ code: 'nothing-chosen' })
    const found = await scorable(tx, ctx, round)
    const wanted = chosen === 'all' ? found : found.filter(({ id: subject }) => chosen.includes(subject))
    const missing = chosen === 'all' ? 0 : chosen.length - wanted.length
    if (missing > 0 || wanted.length === 0) return refused({ code: 'nothing-chosen' })
    const appliesTo = (await versionOf(tx, round.province, round.set, round.setVersion))?.appliesTo ?? []
    const unfit = wanted.filter(({ scoredKind }) => !appliesTo.includes(scoredKind))
    if (unfit.length > 0 && chosen !== 'all')
      return refused({ code: 'set-not-for-this-kind', names: unfit.map(({ name }) => name) })
    const fit = wanted.filter(({ scoredKind }) => appliesTo.includes(scoredKind))
    const added = await insertSubjects(tx, round.province, fit, ctx.now)
    if (added > 0) await recordAppraisal(tx, ctx, id, 'appraisal-subjects-added', { count: added })
    return done({ added })
  })
}

/** Everything that a round could score now. */
async function scorable(tx: Tx, ctx: Ctx, round: AppraisalRound): Promise<AppraisalSubject[]> {
  const today = dayInVietnam(ctx.now)
  return round.subjectKind === 'unit'
    ? unitsOfRound(tx, round, today)
    : initiativesOfRound(tx, round, scorableStates, today)
}

/** Takes a subject out again; one that has points stays, for no number is lost. */
export async function removeSubject(ctx: Ctx, at: SubjectRef): Done<undefined> {
  return onRound(ctx, at.round, null, async (tx, round) => {
    if (round.status !== 'open') return refused({ code: 'round-not-open', status: round.status })
    const subject = await lockSubject(tx, round.province, at)
    if (!subject) return notFound()
    if ((await sheetsOf(tx, round.province, at)).length > 0)
      return refused({ code: 'subject-scored', name: subject.name })
    await deleteSubject(tx, round.province, at)
    await recordAppraisal(tx, ctx, at.round, 'appraisal-subject-removed', { subject: at.id })
    return done()
  })
}

/** Gives subjects to an appraiser, or takes them from him again; nobody appraises what he scored himself. */
export async function assignAppraiser(
  ctx: Ctx,
  id: AppraisalRoundId,
  account: Id<'Account'>,
  chosen: readonly string[],
  way: 'give' | 'take',
): Done<undefined> {
  return onRound(ctx, id, null, async (tx, round) => {
    if (round.status !== 'open') return refused({ code: 'round-not-open', status: round.status })
    const all = await lockSubjects(tx, round)
    const meant = all.filter((one) => chosen.includes(one.id))
    if (meant.length === 0) return refused({ code: 'nothing-chosen' })
    if (way === 'take') return takeFrom(tx, ctx, round, account, meant)
    if (!(await worksThere(tx, ctx, round, account))) return refused({ code: 'not-an-appraiser' })
    const own: string[] = []
    for (const one of meant) if ((await selfScorers(tx, round.province, one)).includes(account)) own.push(one.name)
    if (own.length > 0) return refused({ code: 'own-work', names: own })
    for (const one of meant) await assign(tx, { ...one, province: round.province }, account, ctx.now)
    await recordAppraisal(tx, ctx, id, 'appraisal-assigned', { account, count: meant.length })
    await tell(tx, 'appraisal-assigned', { province: round.province, object: id, by: ctx.actor.account, at: ctx.now })
    return done()
  })
}

async function takeFrom(
  tx: Tx,
  ctx: Ctx,
  round: AppraisalRound,
  account: Id<'Account'>,
  meant: readonly AppraisalSubject[],
): Done<undefined> {
  const sheets = await sheetsOf(tx, round.province, { round: round.id })
  const hasScored = sheets.some(
    (sheet) => sheet.account === account && sheet.marks.size > 0 && meant.some(({ id }) => id === sheet.subject),
  )
  if (hasScored) return refused({ code: 'appraiser-has-scored' })
  const given = await appraisersOf(tx, round.province, { round: round.id })
  for (const one of meant)
    if (given.some((row) => row.subject === one.id && row.account === account))
      await unassign(tx, { ...one, province: round.province }, account)
  await recordAppraisal(tx, ctx, round.id, 'appraisal-assigned', { account, count: -meant.length })
  return done()
}

async function worksThere(tx: Tx, ctx: Ctx, round: AppraisalRound, account: Id<'Account'>): Promise<boolean> {
  return (await appraisersIn(tx, ctx, round)).includes(account)
}

/** Who may be given subjects: the officers and leaders of the unit that holds the round. */
export async function appraisersIn(tx: Tx, ctx: Ctx, round: AppraisalRound): Promise<Id<'Account'>[]> {
  const people = await officersOn(tx, {
    ...{ province: round.province, unit: round.holder, day: dayInVietnam(ctx.now) },
    kinds: ['commune-officer', 'commune-leader', 'province-officer', 'province-leader'],
  })
  return people.map((one) => one.account)
}
