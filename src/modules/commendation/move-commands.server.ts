import { dayInVietnam, partsOf, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { tell } from '#platform/notify/tell.ts'
import { dropSealed, sealedLike } from '#platform/vault/vault.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import { stateFacts } from '#modules/figures/counted-by.server.ts'
import type { Award, AwardId, CouncilVote } from './award.ts'
import { readBook } from './book-store.server.ts'
import { nameKind } from './commands.server.ts'
import { factsOfAward } from './counting.ts'
import { checkEligibility, type EligibilityFinding } from './eligibility.ts'
import type { Refusal } from './labels.ts'
import { lawOfDossier, ruleOf, type CommendationBook } from './law.ts'
import { advanceAward, type AwardMove } from './lifecycle.ts'
import { standingsOf } from './policy.ts'
import { recordAward, type Changed } from './recording.server.ts'
import { proposeYear } from './initiative-year.server.ts'
import { awardsBeside, insertMove, lockAward, lockBook, noVote, saveMove, setLastNumber } from './store.server.ts'
import { isToldAwardMove } from './tellers.server.ts'
import { textFault } from './text-fault.ts'
import { faultOfVote, isCarried } from './vote.ts'

type Done<Value = undefined> = Promise<Outcome<Value, Refusal>>
type PlainMove = Exclude<AwardMove, 'vote' | 'decide'>

/** Makes a step that needs no more than a reason. Handing in and receiving hold the proposal against the rules first. */
export async function moveAward(ctx: Ctx, id: AwardId, version: number, move: PlainMove, reason: string): Done {
  return onMove(ctx, id, version, move, reason, async (tx, award) => {
    if (move === 'submit' || move === 'receive' || move === 'undo-reject') {
      const no = await notEligible(tx, ctx, award)
      if (no) return refused(no)
    }
    if (move === 'submit') {
      const no = await proposeYear(tx, ctx, award)
      if (no) return refused(no)
    }
    const erased = move === 'drop' ? await eraseName(tx, award) : {}
    return done({ ...changeOf(move, dayInVietnam(ctx.now), reason), ...erased })
  })
}

/** A dropped proposal never comes back: nobody has a reason to open the name any more, so it goes in the same transaction. */
async function eraseName(tx: Tx, { province, item }: Award): Promise<Change> {
  if (item === null) return {}
  await dropSealed(tx, { province, id: item })
  return { recipient_item: null }
}

/** Writes down how the council voted, as counts. */
export async function voteOnAward(ctx: Ctx, id: AwardId, version: number, vote: CouncilVote): Done {
  return onMove(ctx, id, version, 'vote', '', async (_, award) => {
    const fault = faultOfVote(vote, dayInVietnam(ctx.now), award.receivedOn)
    if (fault) return refused(fault)
    return done({
      members: vote.members,
      present: vote.present,
      votes_for: vote.votesFor,
      votes_against: vote.votesAgainst,
      abstentions: vote.abstentions,
      voted_on: vote.on,
    })
  })
}

/** Writes down the decision; the book gives the next number of the deciding unit's year. */
export async function decideAward(
  ctx: Ctx,
  id: AwardId,
  version: number,
  decision: { number: string; on: LocalDate },
): Done {
  return onMove(ctx, id, version, 'decide', '', async (tx, award) => {
    const today = dayInVietnam(ctx.now)
    if (decision.on > today) return refused({ code: 'decision-day-not-come', today })
    if (!award.vote) return refused({ code: 'not-now', state: award.state })
    if (decision.on < award.vote.on) return refused({ code: 'decision-before-vote', votedOn: award.vote.on })
    const book = await readBook(tx, award.province)
    const least = numberIn(book, 'vote-share')
    const { votesFor, members } = award.vote
    if (!isCarried(award.vote, least)) return refused({ code: 'not-carried', least: least ?? 0, votesFor, members })
    const no = await notEligible(tx, ctx, award)
    if (no) return refused(no)
    const { year } = partsOf(decision.on)
    const unit = award.level === 'commune' ? award.unit : award.province
    const number = (await lockBook(tx, award.province, unit, year)) + 1
    await setLastNumber(tx, { province: award.province, unit, year }, number)
    return done({ decision: decision.number, decided_on: decision.on, book_number: number })
  })
}

/** Says that the newer law is more favourable to a dossier, or takes that back with an empty reason. */
export async function chooseLaw(ctx: Ctx, id: AwardId, version: number, reason: string): Done {
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const award = await lockAward(tx, ctx.actor.province, id)
    if (!award) return notFound()
    if (!standingsOf(ctx.actor, award).includes('decider')) return forbidden()
    if (award.version !== version) return refused({ code: 'changed-meanwhile' })
    if (award.state !== 'received' && award.state !== 'voted') return refused({ code: 'not-now', state: award.state })
    const fault = textFault({ reason }, '')
    if (fault) return refused(fault)
    const { acts } = await readBook(tx, award.province)
    const today = dayInVietnam(ctx.now)
    const of = award.receivedOn && lawOfDossier(acts, award.receivedOn, today, null)
    if (!of || of.because === 'in-force') return refused({ code: 'no-newer-law' })
    await saveMove(tx, award, { newer_law_reason: reason === '' ? null : reason }, ctx.now)
    await recordAward(tx, ctx, id, 'award-law-chosen', { law: reason === '' ? of.law.code : 'newer' })
    return done()
  })
}

type Change = Parameters<typeof saveMove>[2]

/** Lock, ask, decide, save, record, tell: the frame of every step. `decided` answers what the step changes beside the state. */
async function onMove(
  ctx: Ctx,
  id: AwardId,
  version: number,
  move: AwardMove,
  reason: string,
  decided: (tx: Tx, award: Award) => Promise<Outcome<Change, Refusal>>,
): Done {
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const award = await lockAward(tx, ctx.actor.province, id)
    if (!award) return notFound()
    const way = advanceAward(award.state, move, standingsOf(ctx.actor, award))
    if (way === 'not-you') return forbidden()
    if (award.version !== version) return refused({ code: 'changed-meanwhile' })
    if (way === 'not-now') return refused({ code: 'not-now', state: award.state })
    if (way.needsReason && reason === '') return refused({ code: 'reason-needed' })
    const fault = textFault({ reason }, '')
    if (fault) return refused(fault)
    const change = await decided(tx, award)
    if (!change.ok) return change
    const saved = await saveMove(tx, award, { ...change.value, state: way.to }, ctx.now)
    await insertMove(tx, award, { move, to: way.to, reason, account: ctx.actor.account, at: ctx.now })
    await count(tx, saved)
    await recordAward(tx, ctx, id, `award-${move}`, factsIn(award, saved))
    if (isToldAwardMove(move)) await tell(tx, `award-${move}`, toldOf(ctx, award))
    return done()
  })
}

function changeOf(move: PlainMove, today: LocalDate, reason: string): Change {
  switch (move) {
    case 'submit':
      return { submitted_on: today, received_on: null, newer_law_reason: null, ...noVote, reason: null }
    case 'withdraw':
      return { submitted_on: null }
    case 'receive':
      return { received_on: today }
    case 'return':
      return { submitted_on: null, received_on: null, newer_law_reason: null, ...noVote, reason }
    case 'undo-vote':
      return noVote
    case 'undo-reject':
      return { reason: null, ...noVote }
    case 'drop':
    case 'reject':
    case 'revoke':
      return { reason }
  }
}

/** What blocks a proposal now, held against the others of its year under the lock of the book. */
async function notEligible(tx: Tx, ctx: Ctx, award: Award): Promise<Refusal | null> {
  await lockBook(tx, award.province, award.unit, award.year)
  const findings = (await findingsOf(tx, award, dayInVietnam(ctx.now))).filter((one) => one.blocks)
  return findings.length > 0 ? { code: 'not-eligible', findings } : null
}

/** Every finding of the rules about a proposal, those that block and those that only ask to look. */
export async function findingsOf(tx: Tx, award: Award, today: LocalDate): Promise<EligibilityFinding[]> {
  const book = await readBook(tx, award.province)
  const { province, item } = award
  const samePerson = item ? await sealedLike(tx, { province, id: item, kind: nameKind }) : []
  const others = await awardsBeside(tx, award, samePerson)
  return checkEligibility({ ...award, hasName: item !== null }, others, book, today)
}

function numberIn(book: CommendationBook, rule: string): number | null {
  const { value } = ruleOf(book, rule)
  return value === null ? null : Number(value)
}

async function count(tx: Tx, award: Award): Promise<void> {
  const { forms } = await readBook(tx, award.province)
  const form = forms.find((one) => one.code === award.form)
  const day = award.decision?.on ?? award.submittedOn ?? dayInVietnam(award.changedAt)
  const { province, unit, id } = award
  // The one line of the certificate may speak of a person: the figure is opened to whom it was given, without a name.
  const label = `${form?.name ?? ''}: ${award.recipientKind === 'individual' ? 'cá nhân' : award.recipient}`
  await stateFacts(tx, { province, unit, kind: 'award', id, day, label }, factsOfAward(award, form?.countsAs ?? ''))
}

function factsIn(before: Award, saved: Award): Changed {
  const decision = saved.decision ? { decision: saved.decision.number, day: saved.decision.on } : {}
  const erased = before.item !== null && saved.item === null ? { nameErased: true } : {}
  return { from: before.state, to: saved.state, ...decision, ...erased }
}

function toldOf(ctx: Ctx, award: Award) {
  return { province: award.province, object: award.id, by: ctx.actor.account, at: ctx.now }
}
