import type { Id } from '#kernel/ids.ts'
import { localDate, type LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { CampaignId } from './campaign.ts'
import type { YearMove, YearState } from './cycle.ts'
import type { InitiativeId, RegistrationScope } from './initiative.ts'
import type { InitiativeYear, MadeMove, YearDays } from './year.ts'

type YearRow = {
  id: string
  province_id: string
  unit_id: string
  initiative_id: string
  year: number
  scope: string
  is_new: boolean
  theme: string
  campaign_id: string | null
  state: string
  registered_on: string | null
  started_on: string | null
  recognised_on: string | null
  decision: string
  outstanding_on: string | null
  ended_on: string | null
  is_completed: boolean
  effective_on: string | null
  version: number
}

const day = (text: string | null): LocalDate | null => (text === null ? null : localDate(text))

/** A row of a year as the module knows it; its checks hold scope and state to the known words. */
export function readYear(row: YearRow): InitiativeYear {
  return {
    id: row.id as Id<'InitiativeYear'>,
    province: row.province_id as Id<'Unit'>,
    unit: row.unit_id as Id<'Unit'>,
    initiative: row.initiative_id as InitiativeId,
    year: row.year,
    scope: row.scope as RegistrationScope,
    isNew: row.is_new,
    theme: row.theme,
    campaign: row.campaign_id as CampaignId | null,
    state: row.state as YearState,
    days: {
      registeredOn: day(row.registered_on),
      startedOn: day(row.started_on),
      recognisedOn: day(row.recognised_on),
      decision: row.decision,
      outstandingOn: day(row.outstanding_on),
      endedOn: day(row.ended_on),
      isCompleted: row.is_completed,
      effectiveOn: day(row.effective_on),
    },
    version: row.version,
  }
}

/** The years of some initiatives, newest first. */
export async function yearsOf(
  tx: Tx,
  province: Id<'Unit'>,
  initiatives: readonly InitiativeId[],
): Promise<InitiativeYear[]> {
  if (initiatives.length === 0) return []
  const rows = await tx
    .selectFrom('initiative_year')
    .selectAll()
    .where('province_id', '=', province)
    .where('initiative_id', 'in', initiatives)
    .orderBy('year', 'desc')
    .execute()
  return rows.map(readYear)
}

// FOR UPDATE: two officers moving the same year must not both make their move.
export async function lockYear(
  tx: Tx,
  province: Id<'Unit'>,
  initiative: InitiativeId,
  year: number,
): Promise<InitiativeYear | null> {
  const row = await tx
    .selectFrom('initiative_year')
    .selectAll()
    .where('province_id', '=', province)
    .where('initiative_id', '=', initiative)
    .where('year', '=', year)
    .forUpdate()
    .executeTakeFirst()
  return row ? readYear(row) : null
}

/** A next year begins as a draft; answers false where this year stands already. */
export async function insertYear(
  tx: Tx,
  year: Omit<InitiativeYear, 'days' | 'version' | 'campaign'> & { campaign?: CampaignId | null },
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('initiative_year')
    .values({
      ...{ province_id: year.province, initiative_id: year.initiative, year: year.year, id: year.id },
      ...{ unit_id: year.unit, scope: year.scope, is_new: year.isNew, theme: year.theme, state: year.state },
      ...{ campaign_id: year.campaign ?? null, changed_at: at },
    })
    .onConflict((conflict) => conflict.columns(['province_id', 'initiative_id', 'year']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Writes what a year is now as its next version. */
export async function saveYear(
  tx: Tx,
  year: InitiativeYear,
  change: Partial<Pick<InitiativeYear, 'state' | 'days' | 'scope' | 'isNew' | 'theme' | 'campaign'>>,
  at: Date,
): Promise<InitiativeYear> {
  const next = { ...year, ...change, version: year.version + 1 }
  await tx
    .updateTable('initiative_year')
    .set({
      ...{ state: next.state, scope: next.scope, is_new: next.isNew, theme: next.theme },
      campaign_id: next.campaign,
      ...dayColumns(next.days),
      ...{ version: next.version, changed_at: at },
    })
    .where('province_id', '=', year.province)
    .where('initiative_id', '=', year.initiative)
    .where('year', '=', year.year)
    .execute()
  return next
}

function dayColumns(days: YearDays) {
  return {
    ...{ registered_on: days.registeredOn, started_on: days.startedOn, recognised_on: days.recognisedOn },
    ...{ decision: days.decision, outstanding_on: days.outstandingOn, ended_on: days.endedOn },
    ...{ is_completed: days.isCompleted, effective_on: days.effectiveOn },
  }
}

/** Adds one move; `undoes` names the one it takes back. */
export async function insertMove(
  tx: Tx,
  year: InitiativeYear,
  made: Omit<MadeMove, 'move'> & { move: YearMove | 'undo' },
  by: { account: Id<'Account'> | null; at: Date; list: Id<'MoveList'> | null; undoes: Id<'InitiativeMove'> | null },
): Promise<void> {
  await tx
    .insertInto('initiative_move')
    .values({
      ...{ province_id: year.province, id: made.id, n: year.version, initiative_id: year.initiative, year: year.year },
      ...{ unit_id: year.unit, move: made.move, from_state: made.from, to_state: made.to, on_day: made.on },
      ...{ reason: made.reason, document: made.document, is_completion: made.isCompletion },
      ...{ account_id: by.account, at: by.at, list_id: by.list, undoes: by.undoes },
    })
    .execute()
}

/** A move with who made it and when, as the history and the taking back need it. */
export type StandingMove = MadeMove & { account: Id<'Account'> | null; at: Date; list: Id<'MoveList'> | null }

/** The moves of a year that stand, oldest first: neither one that was taken back nor the taking back. */
export async function standingMoves(
  tx: Tx,
  year: Pick<InitiativeYear, 'province' | 'initiative' | 'year'>,
): Promise<StandingMove[]> {
  const rows = await tx
    .selectFrom('initiative_move')
    .selectAll()
    .where('province_id', '=', year.province)
    .where('initiative_id', '=', year.initiative)
    .where('year', '=', year.year)
    .orderBy('n')
    .execute()
  const undone = new Set(rows.flatMap((row) => (row.undoes === null ? [] : [row.undoes])))
  return rows
    .filter((row) => row.undoes === null && !undone.has(row.id))
    .map((row) => ({
      id: row.id as Id<'InitiativeMove'>,
      // Only `insertMove` writes this table.
      move: row.move as YearMove,
      from: row.from_state as YearState,
      to: row.to_state as YearState,
      on: localDate(row.on_day),
      reason: row.reason,
      document: row.document,
      isCompletion: row.is_completion,
      account: row.account_id as Id<'Account'> | null,
      at: row.at,
      list: row.list_id as Id<'MoveList'> | null,
    }))
}
