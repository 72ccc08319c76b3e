import { newId, type Id } from '#kernel/ids.ts'
import { addDays, dayInVietnam, localDate, type LocalDate } from '#kernel/local-date.ts'
import { record, type AuditEntry } from '#platform/audit.ts'
import type { Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { stateFacts } from '#modules/figures/counted-by.server.ts'
import { lastVersionIn } from '#modules/territory/queries.server.ts'
import type { MovementAuditKind } from './audit-labels.ts'
import { factsOfYear } from './counted.ts'
import { advanceYear, type YearMove, type YearStanding } from './cycle.ts'
import type { Initiative } from './initiative.ts'
import { holderKindLabel, type YearRefusal } from './labels.ts'
import { standingsOf } from './policy.ts'
import { receiversOf } from './setting-store.server.ts'
import { daysAfter, type InitiativeYear } from './year.ts'
import { insertMove, saveYear, standingMoves, type StandingMove } from './year-store.server.ts'

/** What a move is made with. */
export type MoveDetails = {
  reason?: string
  document?: string
  on?: LocalDate
  /** Of a stop: the work was done, nothing failed. */
  isCompletion?: boolean
  list?: Id<'MoveList'>
}

/** A year and its initiative, locked, with what the actor is to it. */
export type YearGround = {
  initiative: Initiative
  year: InitiativeYear
  standings: readonly YearStanding[]
  moves: readonly StandingMove[]
  /** The day from which its unit is no longer, and its name; null while it stands. */
  ended: { on: LocalDate; unit: string } | null
}

/** The ground of a decision; what is locked is the caller's to say. */
export async function groundOf(tx: Tx, ctx: Ctx, initiative: Initiative, year: InitiativeYear): Promise<YearGround> {
  const ended = await endOf(tx, initiative, dayInVietnam(ctx.now))
  const { receivers } = await receiversOf(tx, year.province)
  const standings = standingsOf(ctx.actor, { ...year, isEnded: ended !== null }, receivers)
  return { initiative, year, standings, moves: await standingMoves(tx, year), ended }
}

/** Since when the unit of an initiative is no longer; null while it stands. */
export async function endOf(
  tx: Tx,
  of: Pick<Initiative, 'unit' | 'province'>,
  today: LocalDate,
): Promise<YearGround['ended']> {
  const last = await lastVersionIn(tx, of.unit, of.province, today)
  return last?.until && last.until < today ? { on: addDays(last.until, 1), unit: last.name } : null
}

const endings: readonly YearMove[] = ['stop', 'merge', 'hand-over']

/** Where a move leads from here, or the first thing that stands in its way. */
export function decide(
  { year, standings, moves, ended, initiative }: YearGround,
  move: YearMove,
  given: MoveDetails & { on: LocalDate },
  today: LocalDate,
): { to: InitiativeYear['state'] } | YearRefusal {
  const way = advanceYear(year.state, move, standings)
  if (way === 'not-you') return { code: 'not-you', move }
  if (initiative.ended) return { code: 'already-ended' }
  if (way === 'not-now') return { code: 'not-now', state: year.state, move }
  if (ended && !endings.includes(move)) return { code: 'unit-ended', ...ended }
  if (way.needsReason && !given.reason?.trim()) return { code: 'reason-missing', move }
  if (move === 'recognise' && !given.document?.trim()) return { code: 'decision-missing' }
  if (given.on > today) return { code: 'day-not-come', today }
  const last = moves.at(-1)
  return last && given.on < last.on ? { code: 'day-before-last', last: last.on } : { to: way.to }
}

/** Saves one decided move: its row, the year's next version, and what it counts now. */
export async function saveMove(
  tx: Tx,
  ctx: Ctx,
  ground: YearGround,
  move: YearMove,
  given: MoveDetails & { on: LocalDate; to: InitiativeYear['state'] },
): Promise<InitiativeYear> {
  const { year, initiative, moves } = ground
  const made = {
    ...{ id: newId<'InitiativeMove'>(ctx.now), move, from: year.state, to: given.to, on: given.on },
    ...{ reason: given.reason ?? '', document: given.document ?? '', isCompletion: given.isCompletion ?? false },
  }
  await insertMove(tx, year, made, {
    ...{ account: ctx.actor.account, at: ctx.now, list: given.list ?? null, undoes: null },
  })
  const days = daysAfter([...moves, made], year.days.effectiveOn)
  const next = await saveYear(tx, year, { state: given.to, days }, ctx.now)
  await countYear(tx, initiative, next)
  return next
}

/** States anew what a year of an initiative counts. */
export async function countYear(tx: Tx, initiative: Initiative, year: InitiativeYear): Promise<void> {
  await stateFacts(
    tx,
    {
      ...{ province: year.province, unit: year.unit, kind: 'initiative', id: year.id },
      ...{ day: year.days.registeredOn ?? localDate(`${year.year}-01-01`), label: labelOf(initiative, year) },
    },
    factsOfYear(year, initiative),
  )
}

/** What stands behind a counted figure: of an individual what may be said without a name. */
function labelOf(initiative: Initiative, { year }: InitiativeYear): string {
  const said = initiative.holderKind === 'collective' ? initiative.name : initiative.holder
  return `${holderKindLabel[initiative.holderKind]}: ${said} (năm ${year})`
}

type Changed = NonNullable<AuditEntry['changed']>
type Changes = Pick<Initiative, 'id' | 'province'>

export async function recordOn(
  tx: Tx,
  ctx: Ctx,
  initiative: Changes,
  kind: MovementAuditKind,
  changed: Changed,
): Promise<void> {
  await record(tx, auditOf(ctx, initiative, kind, changed))
}

/** What is recorded of a change of an initiative. */
export function auditOf(ctx: Ctx, initiative: Changes, kind: MovementAuditKind, changed: Changed): AuditEntry {
  const { account, unit } = ctx.actor
  const object = { kind: 'initiative', id: initiative.id }
  return { province: initiative.province, account, unit, kind, object, changed, at: ctx.now }
}
