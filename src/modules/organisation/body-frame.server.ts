import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { markPublicChange } from '#platform/public-clock.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import { lastVersionIn, unitOn } from '#modules/territory/queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { OrganisationAuditKind } from './audit-labels.ts'
import type { BodyId, BodyVersion } from './body.ts'
import { bodyVersions } from './body-store.server.ts'
import { lastOf, orderProblem, type CitedAct } from './dated.ts'
import type { Refusal } from './labels.ts'
import { mayKeepBodies, type KeptUnit } from './policy.ts'
import { lockStructure } from './tree-store.server.ts'
import { structureWords } from './word-store.server.ts'
import { offered } from './words.ts'

export type Done<Value> = Promise<Outcome<Value, Refusal>>

/** The unit whose bodies are kept; null when it never stood in the actor's province. */
export async function keptUnit(tx: Tx, ctx: Ctx, unit: UnitId): Promise<KeptUnit | null> {
  const { province } = ctx.actor
  const today = dayInVietnam(ctx.now)
  const version = await lastVersionIn(tx, unit, province, today)
  if (!version) return null
  const isThere = version.until === null || version.until >= today
  return { province, unit, isCommuneOfToday: version.level === 'commune' && isThere }
}

/** The frame of every change of a body that stands: who may, since when, and whether somebody else wrote meanwhile. */
export async function onBody(
  ctx: Ctx,
  id: BodyId,
  n: number,
  day: LocalDate | null,
  work: (tx: Tx, last: BodyVersion, versions: BodyVersion[]) => Done<undefined>,
): Done<undefined> {
  // Before the lock: the transaction of who only reads takes none.
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const [first] = await bodyVersions(tx, ctx.actor.province, id)
    const kept = first ? await keptUnit(tx, ctx, first.unit) : null
    if (!first || !kept) return notFound()
    if (!mayKeepBodies(ctx.actor, kept)) return forbidden()
    await lockStructure(tx, kept.province, first.unit)
    const versions = await bodyVersions(tx, kept.province, id)
    const last = lastOf(versions)
    if (!last) return refused({ code: 'nothing-to-undo' })
    if (last.n !== n) return refused({ code: 'changed-meanwhile' })
    const problem = day === null ? null : orderProblem(versions, day)
    return problem ? refused(problem) : work(tx, last, versions)
  })
}

/** What is wrong with what is said of a body: its day, its words, or a number of a person among them. */
export async function bodyProblem(
  tx: Tx,
  ctx: Ctx,
  unit: UnitId,
  said: { name: string; kind: string; functions: readonly string[]; from: LocalDate; act: CitedAct },
): Promise<Refusal | null> {
  if ([said.name, said.act.number].some(holdsPersonalNumber)) return { code: 'personal-number' }
  if (!(await unitOn(tx, unit, said.from))) {
    const known = await lastVersionIn(tx, unit, ctx.actor.province, said.from)
    return { code: 'unit-not-in-force', day: said.from, unit: known?.name ?? 'đơn vị' }
  }
  const words = await structureWords(tx, ctx.actor.province)
  const kinds = new Set(offered(words, 'body-kind').map(({ code }) => code))
  const functions = new Set(words.filter(({ list }) => list === 'body-function').map(({ code }) => code))
  if (!kinds.has(said.kind)) return { code: 'unknown-word', typed: said.kind }
  const unknown = said.functions.find((one) => !functions.has(one))
  return unknown === undefined ? null : { code: 'unknown-word', typed: unknown }
}

/** Names of bodies are public: pages that show them are read anew. */
export async function recordBody(
  tx: Tx,
  ctx: Ctx,
  id: BodyId,
  kind: OrganisationAuditKind,
  changed: Record<string, string | number | boolean | null | readonly string[]>,
): Promise<void> {
  const { province, account, unit } = ctx.actor
  await markPublicChange(tx, province)
  await record(tx, { province, account, unit, kind, object: { kind: 'body', id }, changed, at: ctx.now })
}
