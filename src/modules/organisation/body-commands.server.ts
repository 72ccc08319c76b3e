import type { LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import type { Tree, UnitId } from '#modules/territory/unit.ts'
import type { BodyId, BodyVersion } from './body.ts'
import { bodyProblem, keptUnit, onBody, recordBody, type Done } from './body-frame.server.ts'
import { bodyVersions, insertBodyLink, insertBodyVersion } from './body-store.server.ts'
import { inForceOn, nextNumber, type CitedAct } from './dated.ts'
import { mayKeepBodies } from './policy.ts'
import { lockStructure } from './tree-store.server.ts'

/** What is said of a body when it is established. */
export type BodyEntry = {
  name: string
  kind: string
  tree: Tree
  functions: readonly string[]
  from: LocalDate
  act: CitedAct
}

/** Writes down a body of a unit. The form brings the id with it: pressed twice it is one body. */
export async function establishBody(ctx: Ctx, id: BodyId, unit: UnitId, entry: BodyEntry): Done<BodyId> {
  // Before the lock: the transaction of who only reads takes none.
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const kept = await keptUnit(tx, ctx, unit)
    if (!kept) return notFound()
    if (!mayKeepBodies(ctx.actor, kept)) return forbidden()
    await lockStructure(tx, kept.province, unit)
    const problem = await bodyProblem(tx, ctx, unit, entry)
    if (problem) return refused(problem)
    const version = { id, n: 1, unit, change: 'established' as const, isInForce: true, ...entry }
    if (!(await insertBodyVersion(tx, kept.province, version, ctx.now))) {
      const [first] = await bodyVersions(tx, kept.province, id)
      return first?.unit === unit && first.name === entry.name ? done(id) : refused({ code: 'changed-meanwhile' })
    }
    await recordBody(tx, ctx, id, 'body-established', { name: entry.name, from: entry.from })
    return done(id)
  })
}

/** Gives a body another name from a day on; `n` is the version the officer had before him. */
export async function renameBody(
  ctx: Ctx,
  id: BodyId,
  n: number,
  change: { name: string; from: LocalDate; act: CitedAct },
): Done<undefined> {
  return onBody(ctx, id, n, change.from, async (tx, last, versions) => {
    if (last.name === change.name) return refused({ code: 'nothing-changed' })
    const version = { ...last, ...change, n: nextNumber(versions), change: 'renamed' as const }
    const problem = await bodyProblem(tx, ctx, last.unit, version)
    if (problem) return refused(problem)
    if (!(await insertBodyVersion(tx, ctx.actor.province, version, ctx.now)))
      return refused({ code: 'changed-meanwhile' })
    await recordBody(tx, ctx, id, 'body-renamed', { name: change.name, from: change.from })
    return done()
  })
}

/** Says which work a body owns from a day on. */
export async function changeFunctions(
  ctx: Ctx,
  id: BodyId,
  n: number,
  change: { functions: readonly string[]; from: LocalDate; act: CitedAct },
): Done<undefined> {
  return onBody(ctx, id, n, change.from, async (tx, last, versions) => {
    if (sameSet(last.functions, change.functions)) return refused({ code: 'nothing-changed' })
    const version = { ...last, ...change, n: nextNumber(versions), change: 'functions-changed' as const }
    const problem = await bodyProblem(tx, ctx, last.unit, version)
    if (problem) return refused(problem)
    if (!(await insertBodyVersion(tx, ctx.actor.province, version, ctx.now)))
      return refused({ code: 'changed-meanwhile' })
    await recordBody(tx, ctx, id, 'body-functions-changed', { from: change.from, functions: change.functions })
    return done()
  })
}

/** Ends a body from a day on; what it owned is then asked of its unit, or of who took it over. */
export async function endBody(
  ctx: Ctx,
  id: BodyId,
  n: number,
  change: { from: LocalDate; act: CitedAct },
): Done<undefined> {
  return onBody(ctx, id, n, change.from, async (tx, last, versions) => {
    const version = { ...last, ...change, n: nextNumber(versions), change: 'ended' as const, isInForce: false }
    if (!(await insertBodyVersion(tx, ctx.actor.province, version, ctx.now)))
      return refused({ code: 'changed-meanwhile' })
    await recordBody(tx, ctx, id, 'body-ended', { from: change.from })
    return done()
  })
}

type Handover = { to: BodyId; from: LocalDate; act: CitedAct }

/** Ends a body by joining it to another of the same unit, which owns its work from that day on. */
export async function mergeBody(ctx: Ctx, id: BodyId, n: number, change: Handover): Done<undefined> {
  return onBody(ctx, id, n, change.from, async (tx, last, versions) => {
    const found = await receiverOf(tx, ctx, last, change, last.functions)
    if ('code' in found) return refused(found)
    const { from, act } = change
    const ended = { ...last, from, act, n: nextNumber(versions), change: 'merged' as const, isInForce: false }
    if (!(await insertBodyVersion(tx, ctx.actor.province, ended, ctx.now)))
      return refused({ code: 'changed-meanwhile' })
    if (!(await takeOver(tx, ctx, found, last.functions, change))) return refused({ code: 'changed-meanwhile' })
    await link(tx, ctx, last, change, last.functions, true)
    await recordBody(tx, ctx, id, 'body-merged', { from, into: found.version.name })
    return done()
  })
}

/** Moves some of a body's work to another body of the same unit; both stay. */
export async function handOverFunctions(
  ctx: Ctx,
  id: BodyId,
  n: number,
  change: Handover & { functions: readonly string[] },
): Done<undefined> {
  return onBody(ctx, id, n, change.from, async (tx, last, versions) => {
    const { from, act, functions } = change
    if (functions.length === 0 || !functions.every((one) => last.functions.includes(one)))
      return refused({ code: 'functions-not-owned' })
    const found = await receiverOf(tx, ctx, last, change, functions)
    if ('code' in found) return refused(found)
    const kept = last.functions.filter((one) => !functions.includes(one))
    const less = { ...last, from, act, n: nextNumber(versions), change: 'functions-changed' as const, functions: kept }
    if (!(await insertBodyVersion(tx, ctx.actor.province, less, ctx.now))) return refused({ code: 'changed-meanwhile' })
    if (!(await takeOver(tx, ctx, found, functions, change))) return refused({ code: 'changed-meanwhile' })
    await link(tx, ctx, last, change, functions, false)
    await recordBody(tx, ctx, id, 'body-handed-over', { from, into: found.version.name, functions })
    return done()
  })
}

type Receiver = { version: BodyVersion; versions: BodyVersion[] }
type NoReceiver =
  | { code: 'same-body' }
  | { code: 'other-not-in-force'; name: string; day: LocalDate }
  | { code: 'receiver-same-day'; name: string }

async function receiverOf(
  tx: Tx,
  ctx: Ctx,
  giver: BodyVersion,
  change: Handover,
  functions: readonly string[],
): Promise<Receiver | NoReceiver> {
  if (change.to === giver.id) return { code: 'same-body' }
  const versions = await bodyVersions(tx, ctx.actor.province, change.to)
  const version = inForceOn(versions, change.from)
  // A body of another unit is nobody's to choose: it reads as one that is not there.
  const name = version && version.unit === giver.unit ? version.name : 'tổ chức nhận'
  const isLast = versions.every((one) => one.voidReason !== null || one.from <= change.from)
  if (!version || version.unit !== giver.unit || !isLast) return { code: 'other-not-in-force', name, day: change.from }
  // One version a day: what was written of that very day must name the work itself, or be put right first.
  if (version.from === change.from && !functions.every((one) => version.functions.includes(one)))
    return { code: 'receiver-same-day', name: version.name }
  return { version, versions }
}

/** The receiver owns the work from that day on, unless it already did. */
async function takeOver(
  tx: Tx,
  ctx: Ctx,
  { version, versions }: Receiver,
  functions: readonly string[],
  { from, act }: Handover,
): Promise<boolean> {
  const all = [...new Set([...version.functions, ...functions])]
  if (sameSet(all, version.functions)) return true
  const next = { ...version, from, act, functions: all, n: nextNumber(versions), change: 'taken-over' as const }
  return insertBodyVersion(tx, ctx.actor.province, next, ctx.now)
}

function link(
  tx: Tx,
  ctx: Ctx,
  giver: BodyVersion,
  { to, from, act }: Handover,
  functions: readonly string[],
  isMerger: boolean,
): Promise<void> {
  const owner = { province: ctx.actor.province, unit: giver.unit }
  return insertBodyLink(tx, owner, { from: giver.id, to, on: from, isMerger, functions, act }, ctx.now)
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word) => other.includes(word))
}
