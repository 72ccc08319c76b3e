import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, refused } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import { recordAll } from '#platform/audit.ts'
import type { Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { AppraisalMinutes, AppraisalRound, AppraisalRoundId, AppraisalSubject, SubjectRef } from './appraisal.ts'
import { onRound, onSubject, recordAppraisal, setOf, type Done } from './appraisal-frame.server.ts'
import type { AppraisalRefusal } from './appraisal-labels.ts'
import { mayHoldRounds } from './appraisal-policy.ts'
import { resultOf, totalOf } from './appraisal-results.ts'
import { appraisersOf, sheetsOf } from './appraisal-sheet-store.server.ts'
import { lockSubjects, saveRound, saveSubject } from './appraisal-store.server.ts'
import { moveDecided } from './appraisal-years.server.ts'
import { ranked } from './scoring-ranking.ts'
import type { AreaKind } from './scoring-set.ts'

/** Says that a subject is not considered, and why; `null` takes it back. That is a result, and no score of 0. */
export async function findNotEligible(ctx: Ctx, at: SubjectRef, reason: string | null): Done<undefined> {
  return onSubject(ctx, at, async (tx, round) => {
    if (!mayHoldRounds(ctx.actor, round)) return forbidden()
    if (round.status !== 'open') return refused({ code: 'round-not-open', status: round.status })
    if (holdsPersonalNumber(reason ?? '')) return refused({ code: 'appraisal-personal-number' })
    await saveSubject(tx, round.province, at, { not_eligible: reason })
    const kind = reason === null ? 'appraisal-found-eligible' : 'appraisal-found-not-eligible'
    await recordAppraisal(tx, ctx, round.id, kind, { subject: at.id })
    return done()
  })
}

/** Says by which kind of area a subject is judged, where the set has a threshold for each. */
export async function judgeByArea(ctx: Ctx, at: SubjectRef, area: AreaKind): Done<undefined> {
  return onSubject(ctx, at, async (tx, round) => {
    if (!mayHoldRounds(ctx.actor, round)) return forbidden()
    if (round.status !== 'open') return refused({ code: 'round-not-open', status: round.status })
    await saveSubject(tx, round.province, at, { area })
    await recordAppraisal(tx, ctx, round.id, 'appraisal-marked', { subject: at.id, area })
    return done()
  })
}

/** Takes down what everybody's points come to, with the places. From then on nothing is worked out again. */
export async function closeRound(ctx: Ctx, id: AppraisalRoundId, version: number): Done<undefined> {
  return onRound(ctx, id, version, async (tx, round) => {
    if (round.status !== 'open') return refused({ code: 'round-not-open', status: round.status })
    const subjects = await lockSubjects(tx, round)
    if (subjects.length === 0) return refused({ code: 'round-empty' })
    const results = await resultsNow(tx, round, subjects)
    if ('code' in results) return refused(results)
    for (const { subject, result, place } of results)
      await saveSubject(tx, round.province, subject, { result: JSON.stringify(result), place })
    await saveRound(tx, round, { status: 'closed' }, ctx.now)
    await recordAppraisal(tx, ctx, id, 'appraisal-closed', { count: subjects.length })
    return done()
  })
}

async function resultsNow(tx: Tx, round: AppraisalRound, subjects: readonly AppraisalSubject[]) {
  const set = await setOf(tx, round)
  const sheets = Map.groupBy(await sheetsOf(tx, round.province, { round: round.id }), (sheet) => sheet.subject)
  const given = await appraisersOf(tx, round.province, { round: round.id })
  const isWaiting = ({ id, notEligible }: AppraisalSubject): boolean =>
    notEligible === null &&
    given.some(
      ({ subject, account }) =>
        subject === id && !sheets.get(id)?.some((sheet) => sheet.account === account && sheet.isHandedIn),
    )
  const waiting = subjects.filter(isWaiting)
  if (waiting.length > 0) return told('appraisers-open', waiting)
  const results = subjects.map((subject) => {
    const result = resultOf(set, subject, sheets.get(subject.id) ?? [])
    return { subject, result, total: totalOf(result) }
  })
  const unfinished = results.filter(({ result }) => result.kind === 'unfinished')
  if (unfinished.length > 0)
    return told(
      'round-unfinished',
      unfinished.map(({ subject }) => subject),
    )
  return ranked(results)
}

function told(code: 'appraisers-open' | 'round-unfinished', subjects: readonly AppraisalSubject[]): AppraisalRefusal {
  return { code, names: subjects.slice(0, 3).map(({ name }) => name), count: subjects.length }
}

/** Opens a closed round again, before its decision: the results are taken off and points can be given. */
export async function reopenRound(ctx: Ctx, id: AppraisalRoundId, version: number): Done<undefined> {
  return onRound(ctx, id, version, async (tx, round) => {
    if (round.status !== 'closed') return refused({ code: 'round-not-closed', status: round.status })
    for (const subject of await lockSubjects(tx, round))
      await saveSubject(tx, round.province, subject, { result: null, place: null })
    await saveRound(tx, round, { status: 'open' }, ctx.now)
    await recordAppraisal(tx, ctx, id, 'appraisal-reopened')
    return done()
  })
}

/** What the council's meeting was: its day, how many belong to it and came, and what they agreed on in words. */
export async function recordMinutes(
  ctx: Ctx,
  id: AppraisalRoundId,
  version: number,
  council: AppraisalMinutes,
): Done<undefined> {
  return onRound(ctx, id, version, async (tx, round) => {
    if (round.status === 'decided') return refused({ code: 'round-not-open', status: round.status })
    if ((council.present ?? 0) > (council.members ?? Infinity)) return refused({ code: 'more-present-than-members' })
    if (holdsPersonalNumber(council.minutes)) return refused({ code: 'appraisal-personal-number' })
    await saveRound(tx, round, { council }, ctx.now)
    const { metOn, members, present } = council
    await recordAppraisal(tx, ctx, id, 'appraisal-minuted', { metOn, members, present })
    return done()
  })
}

/** The document that decides: every year of an initiative goes where its result leads, or nothing is written at all. */
export async function decideRound(
  ctx: Ctx,
  id: AppraisalRoundId,
  version: number,
  by: { document: string; on: LocalDate },
): Done<undefined> {
  return onRound(ctx, id, version, async (tx, round) => {
    if (round.status !== 'closed') return refused({ code: 'round-not-closed', status: round.status })
    const today = dayInVietnam(ctx.now)
    if (by.on > today) return refused({ code: 'decision-day-not-come', today })
    const { metOn } = round.council
    if (metOn !== null && by.on < metOn) return refused({ code: 'decision-before-meeting', metOn })
    if (holdsPersonalNumber(by.document)) return refused({ code: 'appraisal-personal-number' })
    const subjects = await lockSubjects(tx, round)
    await saveRound(tx, round, { status: 'decided', decision: by.document, decidedOn: by.on }, ctx.now)
    await recordAll(tx, await moveDecided(tx, ctx, round, subjects, by))
    await recordAppraisal(tx, ctx, id, 'appraisal-decided', { document: by.document, on: by.on })
    return done()
  })
}
