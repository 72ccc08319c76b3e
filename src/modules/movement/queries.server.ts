import type { Id } from '#kernel/ids.ts'
import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { follows, provincesRead, scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { displayNames } from '#modules/access/names.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import { lastVersionIn } from '#modules/territory/queries.server.ts'
import type { UnitVersion } from '#modules/territory/unit.ts'
import type { MovementAuditKind } from './audit-labels.ts'
import type { CampaignId } from './campaign.ts'
import { allowedYearMoves, type YearMove } from './cycle.ts'
import { successorsFor } from './handing-over.server.ts'
import { initiativeHeads } from './heads.server.ts'
import type { Initiative, InitiativeId } from './initiative.ts'
import { mayKeepInitiatives, mayReadInitiative } from './policy.ts'
import { windowsOf, type RegistrationWindow } from './setting-store.server.ts'
import { readInitiative } from './store.server.ts'
import { mayUndo } from './undoing.server.ts'
import { movementWords } from './word-store.server.ts'
import type { MovementWord } from './words.ts'
import type { InitiativeHead, InitiativeYear } from './year.ts'
import { groundOf } from './year-frame.server.ts'
import { yearsOf, type StandingMove } from './year-store.server.ts'

/** One thing that was done to an initiative, from the audit. */
export type InitiativeChangeRow = { kind: MovementAuditKind; at: Date; by: string }

/** One initiative as its own page shows it. */
export type InitiativePage = {
  initiative: Initiative
  unit: UnitVersion
  years: InitiativeYear[]
  /** The year that the page is about: the newest, or the one asked for. */
  year: InitiativeYear
  moves: YearMove[]
  standing: (StandingMove & { by: string })[]
  mayWrite: boolean
  mayContinue: boolean
  mayUndo: boolean
  mayTakeOver: boolean
  mayOpenName: boolean
  /** Its unit is no longer, since when, and who holds its area today. */
  ended: { on: LocalDate; heirs: { unit: Id<'Unit'>; name: string }[] } | null
  window: RegistrationWindow | null
  /** The drive this year was registered under. */
  campaign: { id: CampaignId; title: string } | null
  children: InitiativeHead[]
  words: MovementWord[]
  changes: InitiativeChangeRow[]
}

/** Where an id leads: the initiative itself, or the initiative of a year that is counted under this id. */
export async function initiativeOfRecord(
  ctx: Ctx,
  id: Id<'Initiative'>,
): Promise<{ id: InitiativeId; year: number | null } | null> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const provinces = provincesRead(ctx.actor)
    const own = tx.selectFrom('initiative').select('id').where('province_id', 'in', provinces).where('id', '=', id)
    if (await own.executeTakeFirst()) return { id, year: null }
    const row = await tx
      .selectFrom('initiative_year')
      .select(['initiative_id', 'year'])
      .where('province_id', 'in', provinces)
      .where('id', '=', id)
      .executeTakeFirst()
    return row ? { id: row.initiative_id as InitiativeId, year: row.year } : null
  })
}

export async function initiativePage(
  ctx: Ctx,
  id: InitiativeId,
  wanted: number | null,
): Promise<Outcome<InitiativePage>> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const initiative = await initiativeIn(tx, ctx, id)
    if (!initiative) return notFound()
    if (!mayReadInitiative(ctx.actor, initiative)) return forbidden()
    const { province } = initiative
    const years = await yearsOf(tx, province, [id])
    const year = years.find((one) => one.year === wanted) ?? years[0]
    if (!year) throw new Error(`Initiative ${id} has no year`)
    const today = dayInVietnam(ctx.now)
    const unit = await lastVersionIn(tx, initiative.unit, province, today)
    if (!unit) throw new Error(`Initiative ${id} is of a unit that was never there`)
    const ground = await groundOf(tx, ctx, initiative, year)
    const acts = !readsOnly(ctx.actor) && !initiative.ended
    const windows = await windowsOf(tx, province)
    return done({
      ...{ initiative, unit, years, year },
      ...movesOf(ctx, ground, acts),
      standing: await namedMoves(tx, province, ground.moves),
      mayContinue: acts && mayKeepInitiatives(ctx.actor, initiative) && !ground.ended && year === years[0],
      mayTakeOver: acts && follows(ctx.actor, initiative) && mayKeepInitiatives(ctx.actor, ctx.actor),
      mayOpenName: !readsOnly(ctx.actor) && initiative.holderItem !== null && province === ctx.actor.province,
      ended: ground.ended && { on: ground.ended.on, heirs: [...(await successorsFor(tx, initiative.unit, today))] },
      window: windows.find((one) => one.year === year.year && one.scope === year.scope) ?? null,
      campaign: await campaignOf(tx, year),
      children: await childrenOf(tx, initiative),
      words: await movementWords(tx, province),
      changes: await changesOf(tx, initiative),
    })
  })
}

function movesOf(
  ctx: Ctx,
  { initiative, year, standings, moves, ended }: Awaited<ReturnType<typeof groundOf>>,
  acts: boolean,
): { moves: YearMove[]; mayWrite: boolean; mayUndo: boolean } {
  const allowed = acts ? allowedYearMoves(year.state, standings) : []
  const endings: readonly YearMove[] = ['stop', 'merge', 'hand-over']
  // Handing over follows the reorganisation of units; a unit that stands keeps its own.
  const now = ended ? allowed.filter((move) => endings.includes(move)) : allowed.filter((move) => move !== 'hand-over')
  const mayWrite = acts && !ended && mayKeepInitiatives(ctx.actor, initiative) && year.state !== 'registered'
  return { moves: now, mayWrite, mayUndo: !readsOnly(ctx.actor) && mayUndo(ctx, moves.at(-1)) }
}

async function initiativeIn(tx: Tx, ctx: Ctx, id: InitiativeId): Promise<Initiative | null> {
  for (const province of provincesRead(ctx.actor)) {
    const found = await readInitiative(tx, province, id)
    if (found) return found
  }
  return null
}

async function namedMoves(
  tx: Tx,
  province: Id<'Unit'>,
  moves: readonly StandingMove[],
): Promise<InitiativePage['standing']> {
  const people = await displayNames(
    tx,
    province,
    moves.map(({ account }) => account),
  )
  return moves.map((move) => ({ ...move, by: move.account === null ? 'Hệ thống' : (people.get(move.account) ?? '') }))
}

async function campaignOf(tx: Tx, { province, campaign }: InitiativeYear): Promise<InitiativePage['campaign']> {
  if (campaign === null) return null
  const row = await tx
    .selectFrom('campaign')
    .select('title')
    .where('province_id', '=', province)
    .where('id', '=', campaign)
    .executeTakeFirst()
  return row ? { id: campaign, title: row.title } : null
}

/** Those in the reader's own scope that do the same after it; others stand in the public library. */
async function childrenOf(tx: Tx, { province, id }: Initiative): Promise<InitiativeHead[]> {
  const rows = await tx
    .selectFrom('initiative')
    .select('id')
    .where('province_id', '=', province)
    .where('parent_province_id', '=', province)
    .where('parent_id', '=', id)
    .limit(50)
    .execute()
  const heads = await initiativeHeads(
    tx,
    province,
    rows.map((row) => row.id as InitiativeId),
  )
  return [...heads.values()]
}

const changesShown = 30

async function changesOf(tx: Tx, { province, id }: Initiative): Promise<InitiativeChangeRow[]> {
  const rows = await tx
    .selectFrom('audit')
    .select(['kind', 'at', 'account_id'])
    .where('province_id', '=', province)
    .where('object_kind', '=', 'initiative')
    .where('object_id', '=', id)
    .orderBy('n', 'desc')
    .limit(changesShown)
    .execute()
  const people = await displayNames(
    tx,
    province,
    rows.map((row) => row.account_id as Id<'Account'> | null),
  )
  return rows.map((row) => ({
    // Only the commands of this module write audit rows about an initiative.
    kind: row.kind as MovementAuditKind,
    at: row.at,
    by: row.account_id === null ? 'Hệ thống' : (people.get(row.account_id) ?? 'Một tài khoản'),
  }))
}
