import { done, forbidden, refused } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import { dayInVietnam } from '#kernel/local-date.ts'
import { inScope } from '#platform/database.ts'
import { tell } from '#platform/notify/tell.ts'
import { markPublicChange } from '#platform/public-clock.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { wasHandedOn } from '#modules/access/following.server.ts'
import { lockRegister, moveTerritoryClock } from '#modules/territory/writing.server.ts'
import { mostSteps, withChange, type DraftChange } from './change.ts'
import { emptyDraft, type Draft, type ReorganisationId } from './draft.ts'
import { faultsOf, faultsOfHead } from './faults.ts'
import { onReorganisation, recordMove, type Done } from './frame.server.ts'
import { mayReorganise, movesOf } from './policy.ts'
import { planOf } from './plan.ts'
import { laterThings } from './later-queries.server.ts'
import { insertReorganisation, saveReorganisation } from './store.server.ts'
import { takeBack, writePlan } from './write.server.ts'
import { worldOf } from './world-queries.server.ts'

/** Begins a draft (lập phương án). The form brings the id with it: pressed twice it is one. */
export async function beginReorganisation(
  ctx: Ctx,
  id: ReorganisationId,
  head: Pick<Draft, 'title' | 'day' | 'act'>,
): Done<ReorganisationId> {
  const { province } = ctx.actor
  if (!mayReorganise(ctx.actor, province)) return forbidden()
  if (holdsPersonalNumber(textsOf({ what: 'head', ...head }))) return refused({ code: 'personal-number' })
  return inScope(ctx.db, { reach: 'province', province }, async (tx) => {
    const draft = { ...emptyDraft, ...head }
    if (await insertReorganisation(tx, { province, id }, draft, ctx.now)) {
      await recordMove(tx, ctx, id, 'reorganisation-begun', { day: draft.day })
    }
    return done(id)
  })
}

/** Changes a draft in one thing; nothing of it is in the register before it is decided. */
export async function changeReorganisation(
  ctx: Ctx,
  id: ReorganisationId,
  version: number,
  change: DraftChange,
): Done<undefined> {
  return onReorganisation(ctx, id, version, async (tx, row) => {
    if (row.status !== 'draft') return refused({ code: 'not-a-draft', status: row.status })
    if (holdsPersonalNumber(textsOf(change))) return refused({ code: 'personal-number' })
    const draft = withChange(row.draft, change)
    if (draft.steps.length > mostSteps) return refused({ code: 'too-many-steps', most: mostSteps })
    await saveReorganisation(tx, row, { draft }, ctx.now)
    await recordMove(tx, ctx, id, 'reorganisation-changed', { part: change.what, steps: draft.steps.length })
    return done()
  })
}

/** Gives a draft up: it leaves the list and stays in the record. */
export async function discardReorganisation(ctx: Ctx, id: ReorganisationId, version: number): Done<undefined> {
  return onReorganisation(ctx, id, version, async (tx, row) => {
    if (row.status !== 'draft') return refused({ code: 'not-a-draft', status: row.status })
    await saveReorganisation(tx, row, { status: 'discarded' }, ctx.now)
    await recordMove(tx, ctx, id, 'reorganisation-discarded')
    return done()
  })
}

/**
 * Chốt: writes units, versions, events, links and duties with their future day, all or nothing. Facts carry their day, so
 * nothing is different today.
 */
export async function decideReorganisation(ctx: Ctx, id: ReorganisationId, version: number): Done<undefined> {
  return onReorganisation(ctx, id, version, async (tx, row) => {
    if (row.status !== 'draft') return refused({ code: 'not-a-draft', status: row.status })
    const { draft } = row
    if (!draft.day) return refused({ code: 'not-ready', count: faultsOfHead(draft).length })
    await lockRegister(tx)
    const world = await worldOf(tx, row.province, draft, draft.day, ctx.now)
    const plan = planOf(draft, draft.day, world)
    const faults = faultsOf(draft, plan, world)
    if (faults.length > 0) return refused({ code: 'not-ready', count: faults.length })
    const written = await writePlan(tx, ctx, row, plan, world)
    await saveReorganisation(tx, row, { status: 'decided', written }, ctx.now)
    await moveTerritoryClock(tx)
    await markPublicChange(tx, row.province)
    await recordMove(tx, ctx, id, 'reorganisation-decided', { day: draft.day, act: draft.act.number })
    await tell(tx, 'reorganisation-decided', { province: row.province, object: id, by: ctx.actor.account, at: ctx.now })
    return done()
  })
}

/** Hoàn tác: before its day takes back exactly what the decision wrote; the draft can be changed and decided again. */
export async function undoReorganisation(ctx: Ctx, id: ReorganisationId, version: number): Done<undefined> {
  return onReorganisation(ctx, id, version, async (tx, row) => {
    const { written } = row
    const { day } = row.draft
    if (!written || !day) return refused({ code: 'not-decided' })
    const isBefore = dayInVietnam(ctx.now) < day
    if (!movesOf(row.status, isBefore).includes('undo')) return refused({ code: 'in-force-already', day })
    await lockRegister(tx)
    const later = await laterThings(tx, row.province, written, day)
    if (later) return refused(later)
    if (await wasHandedOn(tx, row.province, written.duties)) return refused({ code: 'duty-handed-on' })
    await takeBack(tx, row, written, day)
    await saveReorganisation(tx, row, { status: 'draft', written: null }, ctx.now)
    await moveTerritoryClock(tx)
    await markPublicChange(tx, row.province)
    await recordMove(tx, ctx, id, 'reorganisation-undone', { day })
    await tell(tx, 'reorganisation-undone', { province: row.province, object: id, by: ctx.actor.account, at: ctx.now })
    return done()
  })
}

/** What a person wrote in a change; an id, as a value or as the name of a field, may look like a telephone number. */
function textsOf(change: DraftChange): string {
  return JSON.stringify(change).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '')
}
