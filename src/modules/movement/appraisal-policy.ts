import type { Id } from '#kernel/ids.ts'
import type { Actor } from '#modules/access/actor.ts'
import type { AppraisalRound, AppraisalSubject, SheetPart } from './appraisal.ts'

const officers: readonly Actor['duty'][] = ['commune-officer', 'province-officer']
const leaders: readonly Actor['duty'][] = ['commune-leader', 'province-leader']

type Held = Pick<AppraisalRound, 'province' | 'holder'>

/** A unit's officers and leaders hold its rounds. */
export function mayHoldRounds(actor: Actor, round: Held): boolean {
  const works = officers.includes(actor.duty) || leaders.includes(actor.duty)
  return works && actor.province === round.province && actor.unit === round.holder
}

/** A round is known where it is held, by the province above, and by everybody it may score: all units where the province holds it. */
export function mayReadRound(actor: Actor, round: Held): boolean {
  if (actor.duty === 'administrator' || actor.province !== round.province) return false
  return actor.unit === round.holder || actor.unit === round.province || round.holder === round.province
}

/** Who sees everybody's points before the decision: those who hold the round and those above, never the unit that is scored. */
export function maySeeAllScores(actor: Actor, round: Held & Pick<AppraisalRound, 'status'>): boolean {
  return round.status === 'decided' || actor.unit === round.holder || actor.unit === round.province
}

/** Who fills which sheet; an appraiser only those of the subjects given to him. */
export function mayFillSheet(
  actor: Actor,
  part: SheetPart,
  at: { round: Held; subject: Pick<AppraisalSubject, 'unit'>; appraisers: readonly Id<'Account'>[] },
): boolean {
  if (part === 'self') return mayHoldRounds(actor, { province: at.round.province, holder: at.subject.unit })
  if (!mayHoldRounds(actor, at.round)) return false
  if (part === 'appraiser') return at.appraisers.includes(actor.account)
  return part === 'council' || leaders.includes(actor.duty)
}
