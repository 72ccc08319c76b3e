import { newId, type Id } from '#kernel/ids.ts'
import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused } from '#kernel/outcome.ts'
import { recordAll, type AuditEntry } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import type { YearMove } from './cycle.ts'
import type { InitiativeId } from './initiative.ts'
import { yearRefusalText, type YearRefusal } from './labels.ts'
import type { YearAt } from './moving.server.ts'
import { mayReadInitiative } from './policy.ts'
import type { Done } from './registering.server.ts'
import { readInitiative } from './store.server.ts'
import { decide, groundOf, type MoveDetails } from './year-frame.server.ts'
import { moveYear } from './year-moves.server.ts'
import { yearsOf } from './year-store.server.ts'

export const listMoves = ['approve', 'return', 'recognise', 'choose-outstanding'] as const
/** The moves that are made for a whole list at once. */
export type ListMove = (typeof listMoves)[number]

/** One row of a list with what would become of it, or became. */
export type ListLine = YearAt & { name: string; no: string | null }

/** Which rows of a list the move is possible for now, and why not for the others; nothing is written. */
export async function previewMoves(
  ctx: Ctx,
  picks: readonly YearAt[],
  move: ListMove,
  given: MoveDetails,
): Done<{ lines: ListLine[]; possible: number }> {
  if (readsOnly(ctx.actor)) return forbidden()
  if (picks.length === 0) return refused({ code: 'nothing-chosen' })
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const lines: ListLine[] = []
    for (const pick of picks) {
      const line = await lineOf(tx, ctx, pick, move, given)
      if (line) lines.push(line)
    }
    if (lines.length === 0) return notFound()
    return done({ lines, possible: lines.filter(({ no }) => no === null).length })
  })
}

async function lineOf(tx: Tx, ctx: Ctx, pick: YearAt, move: YearMove, given: MoveDetails): Promise<ListLine | null> {
  const initiative = await readInitiative(tx, ctx.actor.province, pick.id)
  if (!initiative || !mayReadInitiative(ctx.actor, initiative)) return null
  const years = await yearsOf(tx, initiative.province, [pick.id])
  const year = years.find((one) => one.year === pick.year)
  if (!year) return null
  const today = dayInVietnam(ctx.now)
  const isOld = year.version !== pick.version
  const ground = await groundOf(tx, ctx, initiative, year)
  const way: YearRefusal | { to: string } = isOld
    ? { code: 'changed-meanwhile' }
    : decide(ground, move, { ...given, on: given.on ?? today }, today)
  return { ...pick, name: initiative.name, no: 'code' in way ? yearRefusalText(way) : null }
}

/** Makes the move for every row of the list where it is possible, in one transaction; the others are left and named. */
export async function moveList(
  ctx: Ctx,
  picks: readonly YearAt[],
  move: ListMove,
  given: MoveDetails,
): Done<{ list: Id<'MoveList'>; lines: ListLine[]; moved: number }> {
  if (readsOnly(ctx.actor)) return forbidden()
  if (picks.length === 0) return refused({ code: 'nothing-chosen' })
  const list = newId<'MoveList'>(ctx.now)
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const lines: ListLine[] = []
    const later: AuditEntry[] = []
    // One order for all: two officers with crossing lists wait for each other and do not lock each other out.
    for (const pick of picks.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
      const moved = await moveYear(tx, ctx, pick, move, { ...given, list }, later)
      const no = moved.ok ? null : moved.kind === 'refused' ? yearRefusalText(moved.refusal) : ''
      const name = (await readInitiative(tx, ctx.actor.province, pick.id as InitiativeId))?.name
      if (no !== '' && name !== undefined) lines.push({ ...pick, name, no })
    }
    await recordAll(tx, later)
    const moved = lines.filter(({ no }) => no === null).length
    return lines.length === 0 ? notFound() : done({ list, lines, moved })
  })
}
