import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { lastVersionIn, unitOn } from '#modules/territory/queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { FiguresAuditKind } from './audit-labels.ts'
import type { UnitSizeRefusal } from './unit-size-labels.ts'
import { mayKeepSizes } from './unit-size-policy.ts'
import { endSize, findSize, insertSize, lockSizes, standingSize } from './unit-size-store.server.ts'
import type { UnitSize, UnitSizeId } from './unit-size.ts'

type Done = Promise<Outcome<undefined, UnitSizeRefusal>>

/** One statement as a form or a file brings it: `seen` is the one that stood for that unit and day, null where none did. */
export type SizeStatement = UnitSize & { id: UnitSizeId; seen: UnitSizeId | null }

/** States how many people units had, all of these or none. The form brings the id with it: pressed twice it is one. */
export async function stateUnitSizes(ctx: Ctx, statements: readonly SizeStatement[]): Done {
  if (!mayKeepSizes(ctx.actor)) return forbidden()
  const { province } = ctx.actor
  try {
    return await inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
      await lockSizes(tx, province)
      // All is decided before anything is written: a refusal leaves nothing behind.
      const fresh: SizeStatement[] = []
      for (const statement of statements) {
        if (await findSize(tx, province, statement.id)) continue
        const problem = (await sizeProblem(tx, ctx, statement)) ?? (await staleProblem(tx, province, statement))
        if (problem) return refused(problem)
        fresh.push(statement)
      }
      for (const statement of fresh) await save(tx, ctx, statement)
      await recordStated(tx, ctx, fresh)
      return done()
    })
  } catch (error) {
    if (error instanceof StatedMeanwhile) return refused({ code: 'changed-meanwhile' })
    throw error
  }
}

/** A colleague stated one of them a moment ago: all is rolled back. */
class StatedMeanwhile extends Error {}

/** Withdraws what stands: the unit is compared by its size no more, and the statement stays in the history. */
export async function withdrawUnitSize(ctx: Ctx, id: UnitSizeId, reason: string): Done {
  if (!mayKeepSizes(ctx.actor)) return forbidden()
  const { province } = ctx.actor
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    await lockSizes(tx, province)
    const row = await findSize(tx, province, id)
    if (!row) return notFound()
    if (row.ended !== null) return refused({ code: 'not-standing' })
    if (reason === '') return refused({ code: 'reason-needed' })
    if (holdsPersonalNumber(reason)) return refused({ code: 'personal-number' })
    await endSize(tx, tellerOf(ctx), id, { reason })
    await recordSizes(tx, ctx, 'unit-size-withdrawn', row.unit, { unit: row.unit, on: row.on })
    return done()
  })
}

async function staleProblem(
  tx: Tx,
  province: UnitId,
  { unit, on, seen }: SizeStatement,
): Promise<UnitSizeRefusal | null> {
  const standing = await standingSize(tx, province, unit, on)
  return (standing?.id ?? null) === seen ? null : { code: 'changed-meanwhile' }
}

/** What is wrong with what is said of a unit; asked by the preview of a file too. */
export async function sizeProblem(tx: Tx, ctx: Ctx, { unit, on, source }: UnitSize): Promise<UnitSizeRefusal | null> {
  const today = dayInVietnam(ctx.now)
  if (on > today) return { code: 'day-not-come', today }
  if (source === '') return { code: 'source-missing' }
  if (holdsPersonalNumber(source)) return { code: 'personal-number' }
  const version = await unitOn(tx, unit, on)
  if (version?.province === ctx.actor.province) return null
  const known = await lastVersionIn(tx, unit, ctx.actor.province, on)
  return { code: 'unit-not-in-force', unit: known?.name ?? 'Đơn vị này', day: on }
}

async function save(tx: Tx, ctx: Ctx, { id, seen, ...size }: SizeStatement): Promise<void> {
  // First the one that stood: only one of a unit and day stands at a time.
  if (seen) await endSize(tx, tellerOf(ctx), seen, { replacedBy: id })
  if (!(await insertSize(tx, tellerOf(ctx), id, size))) throw new StatedMeanwhile()
}

async function recordStated(tx: Tx, ctx: Ctx, [first, ...others]: readonly SizeStatement[]): Promise<void> {
  if (!first) return
  const { unit, people, on } = first
  if (others.length === 0) await recordSizes(tx, ctx, 'unit-size-stated', unit, { unit, people, on })
  else await recordSizes(tx, ctx, 'unit-sizes-listed', ctx.actor.province, { units: others.length + 1 })
}

function tellerOf({ actor, now }: Ctx) {
  return { province: actor.province, account: actor.account, at: now }
}

async function recordSizes(
  tx: Tx,
  ctx: Ctx,
  kind: FiguresAuditKind,
  of: UnitId,
  changed: Record<string, string | number>,
): Promise<void> {
  const { province, account, unit } = ctx.actor
  await record(tx, { province, account, unit, kind, object: { kind: 'unit-size', id: of }, changed, at: ctx.now })
}
