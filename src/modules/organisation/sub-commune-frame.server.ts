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
import { continuesIn, type DatedSuccession } from './continuing.ts'
import { lastOf, orderProblem, standing, type CitedAct } from './dated.ts'
import type { Refusal } from './labels.ts'
import { mayKeepSubCommunes } from './policy.ts'
import { fullName, sameName, type SubCommuneUnitId, type SubCommuneVersion } from './sub-commune.ts'
import { subCommuneVersions, subCommuneVersionsOf } from './sub-commune-store.server.ts'
import { contributors } from './succession.server.ts'
import { lockStructure } from './tree-store.server.ts'
import { structureWords } from './word-store.server.ts'
import { labelOf, offered, type StructureWord } from './words.ts'

export type Done<Value> = Promise<Outcome<Value, Refusal>>

/** What is said of a hamlet from a day on. */
export type SubCommuneEntry = { name: string; kind: string; from: LocalDate; act: CitedAct }

/** All that a commune's officer writes into: his hamlets with their past, the successions behind them, the words. */
export type Ground = {
  commune: UnitId
  versions: SubCommuneVersion[]
  successions: DatedSuccession[]
  words: StructureWord[]
}

/** Locks a commune's hamlets and reads them. Held to commit: two new ones of one name must not both find the name free. */
export async function lockGround(tx: Tx, province: UnitId, commune: UnitId): Promise<Ground> {
  await lockStructure(tx, province, commune)
  const { units, successions } = await contributors(tx, commune)
  return {
    commune,
    successions,
    versions: await subCommuneVersionsOf(tx, province, units),
    words: await structureWords(tx, province),
  }
}

/** The frame of every change of a hamlet that stands in the actor's own commune. */
export async function onSubCommune<Value = undefined>(
  ctx: Ctx,
  id: SubCommuneUnitId,
  n: number,
  day: LocalDate | null,
  work: (tx: Tx, last: SubCommuneVersion, ground: Ground) => Done<Value>,
): Done<Value> {
  // Before the lock: the transaction of who only reads takes none.
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const { province, unit } = ctx.actor
    const known = lastOf(await subCommuneVersions(tx, province, id))
    if (!known) return notFound()
    if (ctx.actor.duty !== 'commune-officer') return forbidden()
    const ground = await lockGround(tx, province, unit)
    const versions = ground.versions.filter((one) => one.id === id)
    const last = lastOf(versions)
    // A hamlet of another commune is not there for this officer.
    if (!last) return notFound()
    const stands = continuesIn(ground.successions, last.unit, day ?? last.from).unit
    const today = continuesIn(ground.successions, last.unit, dayInVietnam(ctx.now)).unit
    if (!mayKeepSubCommunes(ctx.actor, today)) return notFound()
    if (last.n !== n) return refused({ code: 'changed-meanwhile' })
    const problem = day === null ? null : orderProblem(versions, day)
    if (problem) return refused(problem)
    if (day !== null && stands !== unit) return refused(await notInForce(tx, ctx, unit, day))
    return work(tx, last, ground)
  })
}

async function notInForce(tx: Tx, ctx: Ctx, unit: UnitId, day: LocalDate): Promise<Refusal> {
  const known = await lastVersionIn(tx, unit, ctx.actor.province, day)
  return { code: 'unit-not-in-force', day, unit: known?.name ?? 'xã' }
}

/** What is wrong with what is said of a hamlet; `apart` are those whose names do not count, because they end that day. */
export async function entryProblem(
  tx: Tx,
  ctx: Ctx,
  ground: Ground,
  entry: SubCommuneEntry,
  apart: readonly SubCommuneUnitId[],
): Promise<Refusal | null> {
  if ([entry.name, entry.act.number].some(holdsPersonalNumber)) return { code: 'personal-number' }
  if (!(await unitOn(tx, ground.commune, entry.from))) return notInForce(tx, ctx, ground.commune, entry.from)
  if (!offered(ground.words, 'sub-commune-kind').some(({ code }) => code === entry.kind))
    return { code: 'unknown-word', typed: entry.kind }
  return nameProblem(ground, entry, apart)
}

/** Two hamlets of one commune never bear one name on one day. */
export function nameProblem(
  ground: Ground,
  entry: Pick<SubCommuneEntry, 'name' | 'kind' | 'from'>,
  apart: readonly SubCommuneUnitId[],
): Refusal | null {
  const said = (kind: string, name: string): string => fullName(labelOf(ground.words, 'sub-commune-kind', kind), name)
  const name = said(entry.kind, entry.name)
  const each = Map.groupBy(ground.versions, ({ id }) => id)
  for (const [id, own] of each) {
    if (apart.includes(id)) continue
    const order = standing(own)
    const taken = order.some((version, index) => {
      const next = order[index + 1]
      const meets = version.isInForce && (!next || next.from > entry.from)
      if (!meets || !sameName(said(version.kind, version.name), name)) return false
      const day = version.from > entry.from ? version.from : entry.from
      return continuesIn(ground.successions, version.unit, day).unit === ground.commune
    })
    if (taken) return { code: 'name-taken', name }
  }
  return null
}

/** Names of hamlets are public: pages that show them are read anew. */
export async function recordSubCommune(
  tx: Tx,
  ctx: Ctx,
  id: string,
  kind: OrganisationAuditKind,
  changed: Record<string, string | number | boolean | null | readonly string[]>,
): Promise<void> {
  const { province, account, unit } = ctx.actor
  await markPublicChange(tx, province)
  await record(tx, { province, account, unit, kind, object: { kind: 'sub-commune', id }, changed, at: ctx.now })
}
