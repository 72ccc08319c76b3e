import { forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import type { AppraisalRound, AppraisalRoundId, AppraisalSubject, SubjectRef } from './appraisal.ts'
import type { AppraisalRefusal } from './appraisal-labels.ts'
import { mayHoldRounds, mayReadRound } from './appraisal-policy.ts'
import { lockRound, lockSubject, roundOf } from './appraisal-store.server.ts'
import type { ScoringAuditKind } from './scoring-audit-labels.ts'
import { scoringSetOf } from './scoring-lines.ts'
import type { ScoringSet } from './scoring-set.ts'
import { versionOf } from './scoring-store.server.ts'

export type Done<Value> = Promise<Outcome<Value, AppraisalRefusal>>

/**
 * Work on a whole round by those who hold it, under its lock. `version` is what the officer had before him; null where nothing that
 * stands can be lost by it.
 */
export async function onRound<Value>(
  ctx: Ctx,
  id: AppraisalRoundId,
  version: number | null,
  work: (tx: Tx, round: AppraisalRound) => Done<Value>,
): Done<Value> {
  // Before the lock: the transaction of who only reads takes none.
  if (readsOnly(ctx.actor)) return forbidden()
  return undoneWhole(() =>
    inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
      const seen = await roundOf(tx, ctx.actor.province, id)
      if (!seen || !mayReadRound(ctx.actor, seen)) return notFound()
      if (!mayHoldRounds(ctx.actor, seen)) return forbidden()
      const round = await lockRound(tx, ctx.actor.province, id)
      if (!round) throw new Error(`Round ${id} is read by its holder and not locked`)
      if (version !== null && round.version !== version) return refused({ code: 'round-changed-meanwhile' })
      return work(tx, round)
    }),
  )
}

/** Work on one subject of an open round, under the subject's lock. Who may do it is asked by the caller, who knows the part. */
export async function onSubject<Value>(
  ctx: Ctx,
  at: SubjectRef,
  work: (tx: Tx, round: AppraisalRound, subject: AppraisalSubject) => Done<Value>,
): Done<Value> {
  if (readsOnly(ctx.actor)) return forbidden()
  return undoneWhole(() =>
    inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
      const subject = await lockSubject(tx, ctx.actor.province, at)
      // After the lock: a round that was being closed meanwhile is closed now.
      const round = subject && (await roundOf(tx, ctx.actor.province, at.round))
      if (!subject || !round || !mayReadRound(ctx.actor, round)) return notFound()
      return work(tx, round, subject)
    }),
  )
}

/** A *no* that comes when part of a command was written already: thrown inside the transaction, so that all of it is taken back. */
export class TakenBack extends Error {
  readonly refusal: AppraisalRefusal
  constructor(refusal: AppraisalRefusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

async function undoneWhole<Value>(work: () => Done<Value>): Done<Value> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof TakenBack) return refused(error.refusal)
    throw error
  }
}

/** The version of the set by which a round is scored. */
export async function setOf(tx: Tx, round: AppraisalRound): Promise<ScoringSet> {
  const version = await versionOf(tx, round.province, round.set, round.setVersion)
  if (!version) throw new Error(`Round ${round.id} is scored by a version that is not there`)
  return scoringSetOf(version.lines)
}

export async function recordAppraisal(
  tx: Tx,
  ctx: Ctx,
  round: AppraisalRoundId,
  kind: ScoringAuditKind,
  changed: Record<string, string | number | boolean | null | readonly string[]> = {},
): Promise<void> {
  const { province, account, unit } = ctx.actor
  await record(tx, { province, account, unit, kind, object: { kind: 'appraisal', id: round }, changed, at: ctx.now })
}
