import type { Id } from '#kernel/ids.ts'
import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { unitOn } from '#modules/territory/queries.server.ts'
import { scopeOf } from './actor.ts'
import type { Ctx } from './context.server.ts'
import { readsOnly } from './policy.ts'
import { mayKeepSheets, type Sheet, type SheetOwner, type SheetRefusal } from './sheet.ts'
import { insertSheet, lockSheet, saveSheet, saysTheSame, type SheetTable } from './sheet-rows.server.ts'

export type SheetPlace = SheetOwner & { id: Id<'Sheet'> }

/** What a register adds to what all registers have in common. */
export type SheetKeeping<Entry, No extends { code: string }> = SheetTable<Entry> & {
  /** held: a day that has come, on which the unit existed; planned: it may lie ahead; issued: of a document, before any unit. */
  dayIs: 'held' | 'planned' | 'issued'
  refusalOf(tx: Tx, ctx: Ctx, place: SheetPlace, entry: Entry): Promise<No | null>
  /** Why a sheet that stands may not be taken out now; absent where nothing keeps it. */
  mayVoid?(tx: Tx, place: SheetPlace): Promise<No | null>
  /** What else changes with the sheet, in its transaction: the facts it counts towards; null when it was voided. */
  state(tx: Tx, place: SheetPlace, entry: Entry | null, at: Date): Promise<void>
  /** What of the entry the audit keeps: counts and days, no free text. */
  said(entry: Entry): Record<string, string | number | boolean | null>
}

/** What the commands of a register answer. */
export type SheetAnswer<Value, No extends { code: string }> = Promise<Outcome<Value, No | SheetRefusal>>

/**
 * Writes a sheet into the actor's own register. The form brings the id with it: pressed twice it is one sheet, and another
 * entry on the same sheet is asked about.
 */
export async function recordSheet<Entry, No extends { code: string }>(
  ctx: Ctx,
  kept: SheetKeeping<Entry, No>,
  kind: string,
  id: Id<'Sheet'>,
  entry: Entry,
): SheetAnswer<Id<'Sheet'>, No> {
  const place = { province: ctx.actor.province, unit: ctx.actor.unit, id }
  if (readsOnly(ctx.actor) || !mayKeepSheets(ctx.actor, place)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const standing = await lockSheet(tx, kept, place.province, id)
    if (standing) return recordedBefore(kept, place, standing, entry)
    const no = await refusalOf(tx, ctx, kept, place, entry)
    if (no) return refused(no)
    // Both arrive together: the second waits here for the first, and then finds its row.
    if (!(await insertSheet(tx, kept, place, entry, ctx.now))) {
      const first = await lockSheet(tx, kept, place.province, id)
      if (first) return recordedBefore(kept, place, first, entry)
      // Another sheet says what may be said once (a number, a theme of the year): now it can be seen. Else it is a neighbour's.
      const taken = await refusalOf(tx, ctx, kept, place, entry)
      return taken ? refused(taken) : notFound()
    }
    await kept.state(tx, place, entry, ctx.now)
    await written(tx, ctx, kept, kind, id, kept.said(entry))
    return done(id)
  })
}

/** A sheet of the invented example, written as if its unit had kept it; the system itself did it. */
export async function recordExample<Entry, No extends { code: string }>(
  tx: Tx,
  kept: SheetKeeping<Entry, No>,
  kind: string,
  place: SheetPlace,
  entry: Entry,
  at: Date,
): Promise<void> {
  await insertSheet(tx, kept, place, entry, at)
  await kept.state(tx, place, entry, at)
  const { province, unit, id } = place
  const object = { kind: kept.object, id }
  await record(tx, { province, account: null, unit, kind, object, changed: kept.said(entry), at })
}

function recordedBefore<Entry, No extends { code: string }>(
  kept: SheetKeeping<Entry, No>,
  place: SheetPlace,
  standing: Sheet & Entry,
  entry: Entry,
): Outcome<Id<'Sheet'>, No | SheetRefusal> {
  if (standing.unit !== place.unit) return notFound()
  return saysTheSame(kept, standing, entry) ? done(place.id) : refused({ code: 'sheet-used' })
}

/** Corrects a sheet. `version` is the one the officer had before them. */
export async function recordCorrection<Entry, No extends { code: string }>(
  ctx: Ctx,
  kept: SheetKeeping<Entry, No>,
  kind: string,
  at: { id: Id<'Sheet'>; version: number },
  change: (sheet: Sheet & Entry) => Outcome<Entry, No>,
): SheetAnswer<undefined, No> {
  return onSheet<Entry, No>(ctx, kept, at, async (tx, sheet) => {
    const changed = change(sheet)
    if (!changed.ok) return changed
    const no = await refusalOf(tx, ctx, kept, sheet, changed.value)
    if (no) return refused(no)
    await saveSheet(tx, kept, sheet, { entry: changed.value }, ctx.now)
    await kept.state(tx, sheet, changed.value, ctx.now)
    await written(tx, ctx, kept, kind, at.id, kept.said(changed.value))
    return done()
  })
}

/** Takes a sheet out of the count (recorded twice, not held). The row stays, with the reason. */
export async function recordVoid<Entry, No extends { code: string }>(
  ctx: Ctx,
  kept: SheetKeeping<Entry, No>,
  kind: string,
  at: { id: Id<'Sheet'>; version: number },
  reason: string,
): SheetAnswer<undefined, No> {
  return onSheet<Entry, No>(ctx, kept, at, async (tx, sheet) => {
    if (holdsPersonalNumber(reason)) return refused({ code: 'personal-number' })
    const no = (await kept.mayVoid?.(tx, sheet)) ?? null
    if (no) return refused(no)
    await saveSheet(tx, kept, sheet, { voidReason: reason }, ctx.now)
    await kept.state(tx, sheet, null, ctx.now)
    await written(tx, ctx, kept, kind, at.id, {})
    return done()
  })
}

async function onSheet<Entry, No extends { code: string }>(
  ctx: Ctx,
  kept: SheetKeeping<Entry, No>,
  at: { id: Id<'Sheet'>; version: number },
  work: (tx: Tx, sheet: Sheet & Entry) => SheetAnswer<undefined, No>,
): SheetAnswer<undefined, No> {
  // Before the lock: the transaction of who only reads takes none.
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const sheet = await lockSheet(tx, kept, ctx.actor.province, at.id)
    if (!sheet) return notFound()
    if (!mayKeepSheets(ctx.actor, sheet)) return forbidden()
    if (sheet.voidReason !== null) return refused({ code: 'already-void' })
    if (sheet.version !== at.version) return refused({ code: 'changed-meanwhile' })
    return work(tx, sheet)
  })
}

async function refusalOf<Entry, No extends { code: string }>(
  tx: Tx,
  ctx: Ctx,
  kept: SheetKeeping<Entry, No>,
  place: SheetPlace,
  entry: Entry,
): Promise<No | SheetRefusal | null> {
  const today = dayInVietnam(ctx.now)
  const day = kept.day(entry)
  if (kept.dayIs !== 'planned' && day > today) return { code: 'day-not-come', today }
  // What is planned belongs to who plans it today.
  const asked = kept.dayIs === 'planned' && day > today ? today : day
  if (kept.dayIs !== 'issued' && !(await unitOn(tx, place.unit, asked))) return { code: 'unit-not-in-force', day }
  if (holdsPersonalNumber(kept.words(entry))) return { code: 'personal-number' }
  return kept.refusalOf(tx, ctx, place, entry)
}

async function written<Entry>(
  tx: Tx,
  ctx: Ctx,
  kept: SheetTable<Entry>,
  kind: string,
  id: Id<'Sheet'>,
  changed: Record<string, string | number | boolean | null>,
): Promise<void> {
  const { province, account, unit } = ctx.actor
  await record(tx, { province, account, unit, kind, object: { kind: kept.object, id }, changed, at: ctx.now })
}
