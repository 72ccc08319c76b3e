import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { done, refused } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import type { Tx } from '#platform/database.ts'
import { markPublicChange } from '#platform/public-clock.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { lockRegister, moveTerritoryClock } from '#modules/territory/writing.server.ts'
import type { Measure, ReorganisationId } from './draft.ts'
import { onReorganisation, recordMove, type Done } from './frame.server.ts'
import { sharesOf } from './shares.ts'
import type { Reorganisation } from './store.server.ts'

/** A part of a divided unit as the register has it (phần đã chia). */
export type DividedPart = {
  event: Id<'TerritorialEvent'>
  from: UnitId
  fromName: string
  to: UnitId
  toName: string
  share: number | null
  source: string
}

/** What was found out about the parts of one divided unit, with where it comes from. */
export type SharesEntered = { from: UnitId; measures: ReadonlyMap<UnitId, Measure>; source: string }

/**
 * Enters or corrects shares after the decision: figures of the unit were “not comparable” until then. All parts of the unit at
 * once, because together they are the whole of it.
 */
export async function enterShares(
  ctx: Ctx,
  id: ReorganisationId,
  version: number,
  entered: SharesEntered,
): Done<undefined> {
  return onReorganisation(ctx, id, version, async (tx, row) => {
    if (!row.written) return refused({ code: 'not-decided' })
    if (holdsPersonalNumber(entered.source)) return refused({ code: 'personal-number' })
    await lockRegister(tx)
    const parts = (await dividedParts(tx, row)).filter(({ from }) => from === entered.from)
    const [first] = parts
    if (!first) return refused({ code: 'nothing-to-measure' })
    const measured = parts.map(({ to }) => ({ measure: entered.measures.get(to) ?? unknown, source: entered.source }))
    const read = sharesOf(measured)
    if (!read.ok) return refused({ code: 'shares-refused', fault: { step: null, unit: first.fromName, ...read.fault } })
    for (const [at, part] of parts.entries())
      await saveShare(tx, row.province, part, read.shares[at] ?? null, entered.source)
    await moveTerritoryClock(tx)
    await markPublicChange(tx, row.province)
    await recordMove(tx, ctx, id, 'shares-entered', { unit: entered.from, parts: parts.length })
    return done()
  })
}

const unknown: Measure = { by: 'unknown' }

/** The parts that this reorganisation divided units into, by the older unit; empty where it only moved whole ones. */
export async function dividedParts(tx: Tx, row: Reorganisation): Promise<DividedPart[]> {
  const events = row.written?.events ?? []
  const day = row.draft.day
  if (events.length === 0 || !day) return []
  const rows = await tx
    .selectFrom('territorial_link as link')
    .innerJoin('unit_version as older', (join) =>
      join
        .onRef('older.unit_id', '=', 'link.from_unit_id')
        .on('older.tree', '=', 'state')
        .on(sql<boolean>`older.valid @> (${day}::date - 1)`),
    )
    .innerJoin('unit_version as newer', (join) =>
      join
        .onRef('newer.unit_id', '=', 'link.to_unit_id')
        .on('newer.tree', '=', 'state')
        .on(sql<boolean>`newer.valid @> ${day}::date`),
    )
    .select(['link.event_id', 'link.from_unit_id', 'link.to_unit_id', 'link.share_ppm', 'link.share_source'])
    .select(['older.name as fromName', 'newer.name as toName'])
    .where('link.event_id', 'in', events)
    .where('link.extent', '=', 'part')
    .orderBy(sql`older.name collate "vi-x-icu"`)
    .orderBy('link.from_unit_id')
    .orderBy(sql`newer.name collate "vi-x-icu"`)
    .orderBy('link.to_unit_id')
    .execute()
  return rows.map((link) => ({
    event: link.event_id as Id<'TerritorialEvent'>,
    from: link.from_unit_id as UnitId,
    fromName: link.fromName,
    to: link.to_unit_id as UnitId,
    toName: link.toName,
    share: link.share_ppm,
    source: link.share_source,
  }))
}

async function saveShare(
  tx: Tx,
  province: UnitId,
  part: DividedPart,
  share: number | null,
  source: string,
): Promise<void> {
  await tx
    .updateTable('territorial_link')
    .set({ share_ppm: share, share_source: share === null ? '' : source })
    .where('local_province_id', '=', province)
    .where('event_id', '=', part.event)
    .where('from_unit_id', '=', part.from)
    .where('to_unit_id', '=', part.to)
    .execute()
}
