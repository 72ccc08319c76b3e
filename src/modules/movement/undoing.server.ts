import { newId, type Id } from '#kernel/ids.ts'
import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import type { Initiative, InitiativeId } from './initiative.ts'
import type { YearAt } from './moving.server.ts'
import { mayReadInitiative } from './policy.ts'
import type { InitiativeRefusal } from './refusals.ts'
import type { Done } from './registering.server.ts'
import { lockInitiative, readInitiative, saveInitiative } from './store.server.ts'
import { daysAfter, type InitiativeYear } from './year.ts'
import { countYear, recordOn } from './year-frame.server.ts'
import { tellParent } from './year-moves.server.ts'
import { insertMove, lockYear, saveYear, standingMoves, type StandingMove } from './year-store.server.ts'

/** So long a move may be taken back by who made it. */
export const minutesToUndo = 10

/** Whether this actor may still take a move back. */
export function mayUndo(ctx: Pick<Ctx, 'actor' | 'now'>, last: StandingMove | undefined): boolean {
  return last?.account === ctx.actor.account && isInTime(ctx.now, last.at)
}

function isInTime(now: Date, at: Date): boolean {
  return now.getTime() - at.getTime() <= minutesToUndo * 60_000
}

/** Takes back the last move of a year: it is as it was before, and history keeps both rows. */
export async function undoMove(ctx: Ctx, at: YearAt): Done {
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const no = await takeBack(tx, ctx, at, null)
    if (no === 'not-found') return notFound()
    return no ? refused(no) : done()
  })
}

/** Takes back the moves that were made together from one list, where each of them is still the last of its year. */
export async function undoList(ctx: Ctx, list: Id<'MoveList'>): Done<{ undone: number; left: number }> {
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const rows = await tx
      .selectFrom('initiative_move')
      .select(['initiative_id', 'year'])
      .where('province_id', '=', ctx.actor.province)
      .where('list_id', '=', list)
      .where('account_id', '=', ctx.actor.account)
      // One order for all: two officers with crossing lists wait for each other and do not lock each other out.
      .orderBy('initiative_id')
      .execute()
    if (rows.length === 0) return notFound()
    let undone = 0
    for (const row of rows) {
      const no = await takeBack(tx, ctx, { id: row.initiative_id as InitiativeId, year: row.year }, list)
      if (no === null) undone += 1
    }
    return undone === 0 ? refused({ code: 'nothing-to-undo' }) : done({ undone, left: rows.length - undone })
  })
}

async function takeBack(
  tx: Tx,
  ctx: Ctx,
  at: Pick<YearAt, 'id' | 'year'> & { version?: number },
  list: Id<'MoveList'> | null,
): Promise<InitiativeRefusal | 'not-found' | null> {
  const initiative = await lockInitiative(tx, ctx.actor.province, at.id)
  const year = initiative && (await lockYear(tx, initiative.province, at.id, at.year))
  if (!year || !mayReadInitiative(ctx.actor, initiative)) return 'not-found'
  if (at.version !== undefined && at.version !== year.version) return { code: 'changed-meanwhile' }
  const moves = await standingMoves(tx, year)
  const last = moves.at(-1)
  if (!last || last.account !== ctx.actor.account || (list !== null && last.list !== list))
    return { code: 'nothing-to-undo' }
  if (!isInTime(ctx.now, last.at)) return { code: 'too-late-to-undo', at: dayInVietnam(last.at) }
  if (last.move === 'hand-over') return { code: 'went-on-elsewhere' }
  await putBack(tx, ctx, initiative, year, moves, last)
  return null
}

async function putBack(
  tx: Tx,
  ctx: Ctx,
  initiative: Initiative,
  year: InitiativeYear,
  moves: readonly StandingMove[],
  last: StandingMove,
): Promise<void> {
  const made = { ...last, id: newId<'InitiativeMove'>(ctx.now), move: 'undo' as const, from: last.to, to: last.from }
  const by = { account: ctx.actor.account, at: ctx.now, list: null, undoes: last.id }
  await insertMove(tx, year, { ...made, reason: '', document: '', isCompletion: false }, by)
  const days = daysAfter(moves.slice(0, -1), year.days.effectiveOn)
  const next = await saveYear(tx, year, { state: last.from, days }, ctx.now)
  // An end goes with the move that made it.
  if (initiative.ended && (last.move === 'stop' || last.move === 'merge'))
    await saveInitiative(tx, initiative, { end: { ended: null, mergedInto: null } }, ctx.now)
  const now = await readInitiative(tx, initiative.province, initiative.id)
  if (!now) throw new Error(`Initiative ${initiative.id} was locked and is gone`)
  await countYear(tx, now, next)
  await tellParent(tx, now, last.move)
  await recordOn(tx, ctx, initiative, 'initiative-move-undone', { year: year.year, from: last.to, to: last.from })
}
