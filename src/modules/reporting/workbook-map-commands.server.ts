import { newId } from '#kernel/ids.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { tidy } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { ReportingAuditKind } from './audit-labels.ts'
import { mayReview } from './policy.ts'
import { dropMap, insertMap, workbookMapsOf } from './workbook-map-store.server.ts'
import { faultOf, mapMost } from './workbook-map.ts'
import type { MapLayout, MapRefusal, WorkbookMap, WorkbookMapId } from './workbook-map.ts'

/** Describes a workbook of the province for all its communes. Its officers and leader do; a commune only uses it. */
export async function saveWorkbookMap(
  ctx: Ctx,
  given: { name: string; shape: string; layout: MapLayout },
): Promise<Outcome<WorkbookMapId, MapRefusal>> {
  if (!mayReview(ctx.actor)) return forbidden()
  const name = tidy(given.name).slice(0, mapMost.name)
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const fault = faultOf(name, given.shape, given.layout)
    if (fault) return refused({ code: fault })
    const map: WorkbookMap = { id: newId<'WorkbookMap'>(ctx.now), name, shape: given.shape, layout: given.layout }
    // Two ways to read one kind of file: the next upload would not know which.
    const isNew = await insertMap(tx, ctx.actor.province, { ...map, account: ctx.actor.account, at: ctx.now })
    if (!isNew) {
      const known = (await workbookMapsOf(tx, ctx.actor.province)).find(({ shape }) => shape === given.shape)
      return refused({ code: 'known-already', name: known?.name ?? name })
    }
    await recordMap(tx, ctx, map.id, 'workbook-map-saved')
    return done(map.id)
  })
}

/** Stops using a description: files of that kind are read by their own titles again, or not at all. */
export async function dropWorkbookMap(ctx: Ctx, id: WorkbookMapId): Promise<Outcome<undefined, MapRefusal>> {
  if (!mayReview(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    if (!(await dropMap(tx, ctx.actor.province, id, ctx.now))) return notFound()
    await recordMap(tx, ctx, id, 'workbook-map-dropped')
    return done()
  })
}

/** The workbooks of one's province: everybody who types or reviews there may know them. */
export async function workbookMaps(ctx: Ctx): Promise<(WorkbookMap & { at: Date })[]> {
  return inScope(ctx.db, scopeOf(ctx.actor), (tx) => workbookMapsOf(tx, ctx.actor.province))
}

async function recordMap(tx: Tx, ctx: Ctx, id: WorkbookMapId, kind: ReportingAuditKind): Promise<void> {
  const { province, account, unit } = ctx.actor
  await record(tx, { province, account, unit, kind, object: { kind: 'workbook-map', id }, at: ctx.now })
}
