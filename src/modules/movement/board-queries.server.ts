import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { communesInForce, lastVersionIn } from '#modules/territory/queries.server.ts'
import type { YearState } from './cycle.ts'
import type { InitiativeId, RegistrationScope } from './initiative.ts'
import type { ListMove } from './listing-moves.server.ts'
import { mayOpenRegistration, mayReadInitiatives } from './policy.ts'
import { unitNames } from './register-queries.server.ts'
import { windowsOf, type RegistrationWindow } from './setting-store.server.ts'

/** The steps that the board counts, in the order of a year. */
export const boardStates = [
  ...(['draft', 'registered', 'returned', 'listed', 'running', 'appraised'] as const),
  ...(['recognised', 'ended'] as const),
] as const
export type BoardState = (typeof boardStates)[number]

/** Which column of the board a state falls into. */
const columnOf: Record<YearState, BoardState> = {
  ...{ draft: 'draft', registered: 'registered', returned: 'returned', listed: 'listed' },
  ...{ launched: 'running', running: 'running', 'self-scored': 'running', appraised: 'appraised' },
  ...{ recognised: 'recognised', outstanding: 'recognised', proposed: 'recognised' },
  ...{ 'not-recognised': 'ended', 'not-eligible': 'ended', stopped: 'ended', merged: 'ended', 'handed-over': 'ended' },
}

/** One unit of the board, with how many years of initiatives stand in each column at one level. */
export type BoardLine = { unit: Id<'Unit'>; name: string; counts: Record<BoardState, number> }

/** One year that waits for a decision of who receives. */
export type WaitingRow = {
  id: InitiativeId
  year: number
  version: number
  name: string
  unitName: string
  scope: RegistrationScope
  isNew: boolean
}

/** The board of a year at one level, what waits for a move, and when registration is open. */
export type InitiativeBoard = {
  lines: BoardLine[]
  waiting: WaitingRow[]
  windows: RegistrationWindow[]
  seesProvince: boolean
  mayOpen: boolean
}

/** From which state each list of what waits is taken. */
const waitsIn: Record<ListMove, YearState> = {
  ...{ approve: 'registered', return: 'registered', recognise: 'appraised', 'choose-outstanding': 'recognised' },
}

const mostWaiting = 200

/** For those of the province all its communes; for a commune's leader what their own commune has registered with itself. */
export async function initiativeBoard(
  ctx: Ctx,
  asked: { year: number; scope: RegistrationScope; move: ListMove },
): Promise<Outcome<InitiativeBoard>> {
  const { actor } = ctx
  const seesProvince = mayReadInitiatives(actor)
  if (!seesProvince && actor.duty !== 'commune-leader') return forbidden()
  return inScope(ctx.db, scopeOf(actor), async (tx) =>
    done({
      lines: await linesOf(tx, ctx, asked),
      waiting: await waitingOf(tx, ctx, asked),
      windows: await windowsOf(tx, actor.province),
      ...{ seesProvince, mayOpen: mayOpenRegistration(actor) },
    }),
  )
}

function yearsAsked(tx: Tx, { actor }: Ctx, asked: { year: number; scope: RegistrationScope }) {
  const rows = tx
    .selectFrom('initiative_year as year')
    .innerJoin('initiative as one', (join) =>
      join.onRef('one.province_id', '=', 'year.province_id').onRef('one.id', '=', 'year.initiative_id'),
    )
    .where('year.province_id', '=', actor.province)
    .where('year.year', '=', asked.year)
    .where('year.scope', '=', asked.scope)
    .where('one.discarded_at', 'is', null)
  return actor.unit === actor.province ? rows : rows.where('year.unit_id', '=', actor.unit)
}

async function linesOf(tx: Tx, ctx: Ctx, asked: { year: number; scope: RegistrationScope }): Promise<BoardLine[]> {
  const { actor } = ctx
  const today = dayInVietnam(ctx.now)
  const rows = await yearsAsked(tx, ctx, asked)
    .select(['year.unit_id as unit', 'year.state'])
    .select(sql<number>`count(*)`.as('count'))
    .groupBy(['year.unit_id', 'year.state'])
    .execute()
  const counts = new Map<string, Record<BoardState, number>>()
  for (const { unit, state, count } of rows) {
    const line = counts.get(unit) ?? nothing()
    line[columnOf[state as YearState]] += count
    counts.set(unit, line)
  }
  const inForce = actor.unit === actor.province ? await communesInForce(tx, actor.province, today) : []
  const known = new Set<string>(inForce.map(({ unit }) => unit))
  const others: { unit: Id<'Unit'>; name: string }[] = []
  for (const unit of counts.keys()) {
    if (known.has(unit)) continue
    const version = await lastVersionIn(tx, unit as Id<'Unit'>, actor.province, today)
    if (version) others.push(version)
  }
  return [...inForce, ...others].map(({ unit, name }) => ({ unit, name, counts: counts.get(unit) ?? nothing() }))
}

function nothing(): Record<BoardState, number> {
  return {
    ...{ draft: 0, registered: 0, returned: 0, listed: 0 },
    ...{ running: 0, appraised: 0, recognised: 0, ended: 0 },
  }
}

async function waitingOf(
  tx: Tx,
  ctx: Ctx,
  asked: { year: number; scope: RegistrationScope; move: ListMove },
): Promise<WaitingRow[]> {
  const rows = await yearsAsked(tx, ctx, asked)
    .select(['one.id', 'one.name', 'one.province_id', 'one.unit_id'])
    .select(['year.year', 'year.version', 'year.scope', 'year.is_new'])
    .where('year.state', '=', waitsIn[asked.move])
    .orderBy('one.unit_id')
    .orderBy(sql`one.name collate "vi-x-icu"`)
    .orderBy('one.id')
    .limit(mostWaiting)
    .execute()
  const names = await unitNames(tx, ctx, rows)
  return rows.map((row) => ({
    ...{ id: row.id as InitiativeId, year: row.year, version: row.version, name: row.name },
    ...{ unitName: names.get(row.unit_id) ?? '', scope: row.scope as RegistrationScope, isNew: row.is_new },
  }))
}
