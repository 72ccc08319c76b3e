import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { tell } from '#platform/notify/tell.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { unitOn } from '#modules/territory/queries.server.ts'
import { questionsOf } from './asked-store.server.ts'
import { commitmentsOf } from './commitment-store.server.ts'
import { countDialogue } from './counting.server.ts'
import { gatheredUntil, type Dialogue, type DialogueId, type DialoguePlan, type MinutesEntry } from './dialogue.ts'
import { advanceDialogue, isAhead, type DialogueMove } from './dialogue-life.ts'
import type { Refusal } from './labels.ts'
import { onDialogue, type Done } from './on-dialogue.server.ts'
import { dialogueStandingsOf, mayKeepRegister, type RegisterOwner } from './policy.ts'
import { publishDialogue } from './publication.server.ts'
import { recordMove } from './recording.server.ts'
import { insertDialogue, lockDialogue, replaceSessions, saveDialogue, type DialogueChange } from './store.server.ts'

/** Plans a dialogue of the actor's own unit; nothing counts and nothing is public yet. The form brings the id with it. */
export async function planDialogue(ctx: Ctx, id: DialogueId, plan: DialoguePlan): Done<DialogueId> {
  const owner = { province: ctx.actor.province, unit: ctx.actor.unit }
  if (!mayKeepRegister(ctx.actor, owner)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const no = await refusalOf(tx, ctx, owner, plan)
    if (no) return refused(no)
    const { sessions, ...entry } = plan
    if (!(await insertDialogue(tx, { ...owner, id }, entry, ctx.now))) return plannedBefore(tx, owner, id, plan)
    await replaceSessions(tx, { ...owner, id }, sessions)
    await recordMove(tx, ctx, { kind: 'dialogue', id }, 'dialogue-planned', planned(plan))
    return done(id)
  })
}

async function plannedBefore(tx: Tx, owner: RegisterOwner, id: DialogueId, plan: DialoguePlan): Done<DialogueId> {
  const standing = await lockDialogue(tx, owner.province, id)
  if (standing?.unit !== owner.unit) return notFound()
  const isSame = standing.subject === plan.subject && standing.heldOn === plan.heldOn
  return isSame ? done(id) : refused({ code: 'sheet-used' })
}

/** Plans it anew before it is held: another day, another place; what was announced is announced so from now on. */
export async function changePlan(ctx: Ctx, id: DialogueId, version: number, plan: DialoguePlan): Done<undefined> {
  return onDialogue(ctx, id, version, async (tx, dialogue) => {
    if (!isAhead(dialogue.state)) return refused({ code: 'not-now', state: dialogue.state })
    const no = await refusalOf(tx, ctx, dialogue, plan)
    if (no) return refused(no)
    const { sessions, ...entry } = plan
    await replaceSessions(tx, dialogue, sessions)
    await publishDialogue(tx, await saveDialogue(tx, dialogue, entry, ctx.now), ctx.now)
    await recordMove(tx, ctx, { kind: 'dialogue', id }, 'dialogue-plan-changed', planned(plan))
    return done()
  })
}

async function refusalOf(tx: Tx, ctx: Ctx, owner: RegisterOwner, plan: DialoguePlan): Promise<Refusal | null> {
  const today = dayInVietnam(ctx.now)
  if (plan.heldOn < today) return { code: 'day-passed', today }
  if (plan.questionsUntil && plan.questionsUntil > plan.heldOn) return { code: 'questions-after-the-day' }
  if (!(await unitOn(tx, owner.unit, plan.heldOn))) return { code: 'unit-not-in-force', day: plan.heldOn }
  const places = plan.sessions.map((one) => one.place)
  const words = [plan.subject, plan.place, plan.chairedBy, plan.invited, plan.announcement, ...places]
  return holdsPersonalNumber(words.join('\n')) ? { code: 'personal-number' } : null
}

function planned({ heldOn, isThematic, questionsUntil, sessions }: DialoguePlan) {
  return { heldOn, isThematic, questionsUntil, sessions: sessions.length }
}

/** What goes with a move: why, or what the day itself brought. */
export type MoveWith = {
  reason?: string
  held?: { heldOn: LocalDate; attendances: number | null; opinions: number | null }
  minutes?: MinutesEntry
}

/** Lock, ask, decide, save, record, tell: one step in the life of a dialogue. */
export async function moveDialogue(
  ctx: Ctx,
  id: DialogueId,
  version: number,
  move: DialogueMove,
  given: MoveWith = {},
): Done<undefined> {
  return onDialogue(ctx, id, version, async (tx, dialogue) => {
    const next = advanceDialogue(dialogue.state, move, dialogueStandingsOf(ctx.actor, dialogue))
    if (next === 'not-you') return forbidden()
    if (next === 'not-now') return refused({ code: 'not-now', state: dialogue.state })
    const reason = given.reason ?? ''
    if (next.needsReason && reason === '') return refused({ code: 'reason-missing' })
    const words = `${reason}\n${Object.values(given.minutes ?? {}).join('\n')}`
    if (holdsPersonalNumber(words)) return refused({ code: 'personal-number' })
    const no = await obstacleOf(tx, ctx, dialogue, move, given)
    if (no) return refused(no)
    const change: DialogueChange = {
      state: next.to,
      ...(move === 'hold' ? heldOn(dialogue, given.held) : {}),
      ...(move === 'draft' ? given.minutes : {}),
      ...(move === 'cancel' ? { cancelReason: reason } : {}),
    }
    const moved = await saveDialogue(tx, dialogue, change, ctx.now)
    await countDialogue(tx, moved)
    await publishDialogue(tx, moved, ctx.now)
    await recordMove(tx, ctx, { kind: 'dialogue', id }, `dialogue-${move}`, { from: dialogue.state, to: next.to })
    if (move === 'circulate')
      await tell(tx, 'dialogue-circulate', {
        ...{ province: dialogue.province, object: id, by: ctx.actor.account, at: ctx.now },
      })
    return done()
  })
}

// Held earlier than planned, it stops gathering on that day.
function heldOn(dialogue: Dialogue, held: MoveWith['held']): DialogueChange {
  return held ? { ...held, questionsUntil: gatheredUntil(dialogue, held.heldOn) } : {}
}

/** What has to be true of the dialogue itself before a step. */
async function obstacleOf(
  tx: Tx,
  ctx: Ctx,
  dialogue: Dialogue,
  move: DialogueMove,
  { held }: MoveWith,
): Promise<Refusal | null> {
  const today = dayInVietnam(ctx.now)
  if (move === 'announce' && dialogue.heldOn < today) return { code: 'day-passed', today }
  if (move === 'hold') {
    const day = held?.heldOn ?? dialogue.heldOn
    if (day > today) return { code: 'day-not-come', today }
    return (await unitOn(tx, dialogue.unit, day)) ? null : { code: 'unit-not-in-force', day }
  }
  return move === 'circulate' ? notReady(tx, dialogue) : null
}

/** Minutes go round once somebody is named as chair, every question was read and each has its answer. */
async function notReady(tx: Tx, dialogue: Dialogue): Promise<Refusal | null> {
  if (dialogue.chairedBy === '') return { code: 'chair-missing' }
  const questions = await questionsOf(tx, dialogue)
  const unread = questions.filter((one) => one.state === 'waiting').length
  if (unread > 0) return { code: 'questions-unread', count: unread }
  const answered = new Set((await commitmentsOf(tx, dialogue)).map((one) => one.question))
  const open = questions.filter((one) => one.state === 'taken' && one.sameAs === null && !answered.has(one.id))
  return open.length > 0 ? { code: 'questions-unanswered', count: open.length } : null
}
