import { addDays, dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import { addWorkingDays, endOfCalendarClock } from '#kernel/working-days.ts'
import { workingCalendar } from '#platform/calendar.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { AskedId } from './asked.ts'
import { questionsOf } from './asked-store.server.ts'
import type { AnswerEntry, AskerSide, Commitment, CommitmentId, DueAsked } from './commitment.ts'
import { advanceCommitment, type CommitmentMove } from './commitment-life.ts'
import {
  commitmentsOf,
  findCommitment,
  insertCommitment,
  insertEvent,
  saveCommitment,
  type CommitmentEvent,
} from './commitment-store.server.ts'
import { countDialogue } from './counting.server.ts'
import type { Dialogue, DialogueId } from './dialogue.ts'
import type { Refusal } from './labels.ts'
import { onDialogue, type Done } from './on-dialogue.server.ts'
import { publishDialogue } from './publication.server.ts'
import { recordMove } from './recording.server.ts'

/** Writes the answer or the promise under a question, or corrects it; `version` is that of the one that stands, 0 for none. */
export async function answerAsked(
  ctx: Ctx,
  id: DialogueId,
  question: AskedId,
  version: number,
  entry: AnswerEntry,
): Done<CommitmentId> {
  return onDialogue(ctx, id, null, async (tx, dialogue) => {
    if (dialogue.state !== 'held' && dialogue.state !== 'drafted')
      return refused({ code: 'not-now', state: dialogue.state })
    const asked = (await questionsOf(tx, dialogue)).find((one) => one.id === question)
    if (!asked) return notFound()
    if (asked.state !== 'taken' || asked.sameAs !== null) return refused({ code: 'question-not-taken' })
    const standing = (await commitmentsOf(tx, dialogue)).find((one) => one.question === question)
    if ((standing?.version ?? 0) !== version) return refused({ code: 'changed-meanwhile' })
    const facts = await factsOf(tx, ctx, dialogue, entry)
    if (!facts.ok) return facts
    const by = { account: ctx.actor.account, at: ctx.now }
    if (standing) await saveCommitment(tx, dialogue.province, standing, facts.value, ctx.now)
    const made = standing?.id ?? (await insertCommitment(tx, dialogue, question, facts.value, ctx.now))
    const dues = { fromDue: standing?.dueOn ?? null, toDue: facts.value.dueOn }
    const move = standing ? 'corrected' : 'made'
    await insertEvent(tx, dialogue, made, { move, ...dues, words: '', asker: null }, by)
    await countDialogue(tx, dialogue)
    await publishDialogue(tx, dialogue, ctx.now)
    await recordMove(tx, ctx, { kind: 'commitment', id: made }, `commitment-${move}`, {
      ...{ question, answered: entry.kind, due: facts.value.dueOn },
    })
    return done(made)
  })
}

type Facts = Omit<Commitment, 'id' | 'dialogue' | 'question' | 'version'>

async function factsOf(tx: Tx, ctx: Ctx, dialogue: Dialogue, entry: AnswerEntry): Promise<Outcome<Facts, Refusal>> {
  const { kind, answer, owner, asker } = entry
  if (answer === '') return refused({ code: 'words-missing' })
  if (holdsPersonalNumber(`${answer}\n${owner}`)) return refused({ code: 'personal-number' })
  const settled = { kind, answer, owner: '', dueOn: null, dueRule: '' }
  if (kind === 'answered') return done({ ...settled, state: 'closed', outcome: answer, doneOn: dialogue.heldOn, asker })
  if (owner === '') return refused({ code: 'owner-missing' })
  const due = await dueDay(tx, ctx, dialogue.heldOn, entry.due)
  if (!due.ok) return due
  if (due.value.dueOn < dialogue.heldOn) return refused({ code: 'due-before-the-dialogue', day: dialogue.heldOn })
  return done({ kind, answer, owner, ...due.value, state: 'open', outcome: '', doneOn: null, asker: 'unknown' })
}

/** Bộ luật Dân sự 91/2015/QH13, Điều 147, 148: the day itself is not counted, a clock that ends on a day off ends after it. */
async function dueDay(
  tx: Tx,
  ctx: Ctx,
  from: LocalDate,
  due: DueAsked | null,
): Promise<Outcome<{ dueOn: LocalDate; dueRule: string }, Refusal>> {
  if (!due) return refused({ code: 'due-missing' })
  if ('on' in due) return done({ dueOn: due.on, dueRule: '' })
  const { days, count } = due
  const reader = { province: ctx.actor.province, today: dayInVietnam(ctx.now) }
  const calendar = await workingCalendar(tx, from, addDays(from, 2 * days + 30), reader)
  const end = count === 'working' ? addWorkingDays(calendar, from, days) : endOfCalendarClock(calendar, from, days)
  if (!end.known) return refused({ code: 'calendar-unknown', year: end.unknownYear })
  const dueOn = typeof end.value === 'string' ? end.value : end.value.day
  const words = `${days} ngày${count === 'working' ? ' làm việc' : ''} kể từ ngày đối thoại`
  return done({ dueOn, dueRule: end.estimate ? `${words}, theo lịch dự kiến` : words })
}

/** What goes with a step: a reason or the outcome, a new day, what the asker's side says. */
export type CommitmentWith = { words: string; dueOn: LocalDate | null; owner: string; asker: AskerSide }

/** Lock, ask, decide, save, record: one step of a commitment. Its dialogue's row is locked first, so that counts and page agree. */
export async function moveCommitment(
  ctx: Ctx,
  id: CommitmentId,
  version: number,
  move: CommitmentMove,
  given: CommitmentWith,
): Done<undefined> {
  const dialogue = await inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    return (await findCommitment(tx, ctx.actor.province, id))?.dialogue ?? null
  })
  if (!dialogue) return notFound()
  return onDialogue(ctx, dialogue, null, async (tx, held) => {
    const commitment = await findCommitment(tx, held.province, id)
    if (!commitment) return notFound()
    const rule = advanceCommitment(commitment.state, move)
    if (rule === 'not-now') return refused({ code: 'commitment-not-now' })
    if (commitment.version !== version) return refused({ code: 'changed-meanwhile' })
    if (rule.words && given.words === '') return refused({ code: 'words-missing' })
    if (holdsPersonalNumber(`${given.words}\n${given.owner}`)) return refused({ code: 'personal-number' })
    const step = stepOf(commitment, move, given, dayInVietnam(ctx.now))
    if (!step.ok) return step
    await saveCommitment(tx, held.province, commitment, { ...step.value.facts, state: rule.to }, ctx.now)
    await insertEvent(tx, held, id, step.value.event, { account: ctx.actor.account, at: ctx.now })
    await countDialogue(tx, held)
    await publishDialogue(tx, held, ctx.now)
    const changed = { from: commitment.state, to: rule.to, due: step.value.event.toDue }
    await recordMove(tx, ctx, { kind: 'commitment', id }, `commitment-${move}`, changed)
    return done()
  })
}

type Step = { facts: Partial<Facts>; event: CommitmentEvent }

function stepOf(
  commitment: Commitment,
  move: CommitmentMove,
  { words, dueOn, owner, asker }: CommitmentWith,
  today: LocalDate,
): Outcome<Step, Refusal> {
  const event = { fromDue: commitment.dueOn, toDue: commitment.dueOn, words, asker: null }
  if (move === 'finish')
    return done({ facts: { outcome: words, doneOn: today }, event: { ...event, move: 'finished' } })
  if (move === 'close') return done({ facts: { asker }, event: { ...event, move: 'closed', asker } })
  if (dueOn === null) return refused({ code: 'due-missing' })
  if (dueOn < today || (move === 'extend' && commitment.dueOn !== null && dueOn <= commitment.dueOn))
    return refused({ code: 'due-not-later', day: commitment.dueOn ?? today })
  if (move === 'extend')
    return done({ facts: { dueOn, dueRule: '' }, event: { ...event, move: 'extended', toDue: dueOn } })
  const doer = owner || commitment.owner
  if (doer === '') return refused({ code: 'owner-missing' })
  // What was answered in the hall and comes up again is a promise from now on.
  const kind = commitment.kind === 'answered' ? 'promised' : commitment.kind
  const again = { kind, owner: doer, dueOn, dueRule: '', outcome: '', doneOn: null, asker: 'unknown' } as const
  return done({ facts: again, event: { ...event, move: 'reopened', toDue: dueOn } })
}
