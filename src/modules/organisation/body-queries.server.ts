import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { lastVersionIn, unitOn } from '#modules/territory/queries.server.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import type { BodyId, BodyLink, BodyVersion } from './body.ts'
import { keptUnit } from './body-frame.server.ts'
import { answeringOn, type WorkAnswer } from './answering.server.ts'
import { bodyLinksIn, bodyVersions, bodyVersionsIn, bodyVersionsOf } from './body-store.server.ts'
import { inForceOn, lastOf } from './dated.ts'
import { bodiesOn } from './owner.ts'
import { mayKeepBodies, mayReadBodies } from './policy.ts'
import { structureWords } from './word-store.server.ts'
import type { StructureWord } from './words.ts'

/** The bodies of a unit that were there on a day, by name: for the unit's own page. Names of bodies, never of persons. */
export async function bodiesOf(tx: Tx, province: UnitId, unit: UnitId, day: LocalDate): Promise<BodyVersion[]> {
  return bodiesOn(await bodyVersionsOf(tx, province, [unit]), unit, day).sort(byName)
}

const collator = new Intl.Collator('vi')
function byName(one: BodyVersion, other: BodyVersion): number {
  return collator.compare(one.name, other.name) || (one.id < other.id ? -1 : 1)
}

export type BodiesPage = {
  unit: UnitVersion
  day: LocalDate
  bodies: BodyVersion[]
  ended: BodyVersion[]
  answering: WorkAnswer[]
  words: StructureWord[]
  mayKeep: boolean
}

/** The bodies of one unit on a day, which work each owns, and who answers for the work that no body here was given. */
export async function bodiesPage(ctx: Ctx, unit: UnitId, day: LocalDate): Promise<Outcome<BodiesPage>> {
  const { province } = ctx.actor
  if (!mayReadBodies(ctx.actor, { province, unit })) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const kept = await keptUnit(tx, ctx, unit)
    const version = (await unitOn(tx, unit, day)) ?? (await lastVersionIn(tx, unit, province, day))
    if (!kept || !version) return notFound()
    // A body does not outlive its unit: of one that has ended its last day is shown.
    const shown = version.until !== null && version.until < day ? version.until : day
    const versions = await bodyVersionsOf(tx, province, [unit])
    const words = await structureWords(tx, province)
    const works = ['mobilisation', ...new Set(versions.flatMap(({ functions }) => functions))]
    const each = Map.groupBy(versions, ({ id }) => id)
    const ended = [...each.values()].flatMap((own) => {
      const newest = lastOf(own)
      return newest && !inForceOn(own, shown) && newest.from <= shown ? [newest] : []
    })
    return done({
      unit: version,
      day: shown,
      bodies: bodiesOn(versions, unit, shown).sort(byName),
      ended: ended.sort(byName),
      answering: await answeringOn(tx, version, [...new Set(works)], shown, dayInVietnam(ctx.now)),
      words,
      mayKeep: mayKeepBodies(ctx.actor, kept),
    })
  })
}

/** Every body of a province on a day, with the unit it belongs to; `kind` and `work` narrow the list. */
export async function bodiesOverview(
  ctx: Ctx,
  asked: { day: LocalDate; kind: string | null; work: string | null },
): Promise<Outcome<{ lines: { body: BodyVersion; unit: UnitVersion }[]; words: StructureWord[]; total: number }>> {
  const { province } = ctx.actor
  if (ctx.actor.unit !== province || !mayReadBodies(ctx.actor, { province, unit: province })) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const each = Map.groupBy(await bodyVersionsIn(tx, province), ({ id }) => id)
    const there = [...each.values()].flatMap((own) => inForceOn(own, asked.day) ?? [])
    const units = new Map<UnitId, UnitVersion>()
    for (const id of new Set(there.map(({ unit }) => unit))) {
      // A body does not outlive its unit.
      const known = await unitOn(tx, id, asked.day)
      if (known) units.set(id, known)
    }
    const standing = there.filter(({ unit }) => units.has(unit))
    const lines = standing
      .filter((body) => asked.kind === null || body.kind === asked.kind)
      .filter((body) => asked.work === null || body.functions.includes(asked.work))
      .flatMap((body) => {
        const unit = units.get(body.unit)
        return unit ? [{ body, unit }] : []
      })
      .sort(
        (one, other) =>
          Number(other.unit.level === 'province') - Number(one.unit.level === 'province') ||
          collator.compare(one.unit.name, other.unit.name) ||
          byName(one.body, other.body),
      )
    return done({ lines, words: await structureWords(tx, province), total: standing.length })
  })
}

export type BodyDetail = {
  id: BodyId
  unit: UnitVersion
  versions: BodyVersion[]
  last: BodyVersion
  links: (BodyLink & { name: string; other: BodyId; isFrom: boolean })[]
  beside: { id: BodyId; name: string }[]
  words: StructureWord[]
  mayKeep: boolean
}

/** One body with all that was ever said of it. */
export async function bodyDetail(ctx: Ctx, id: BodyId): Promise<Outcome<BodyDetail>> {
  const { province } = ctx.actor
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const versions = await bodyVersions(tx, province, id)
    const last = lastOf(versions) ?? versions.at(-1)
    if (!last) return notFound()
    if (!mayReadBodies(ctx.actor, { province, unit: last.unit })) return forbidden()
    const kept = await keptUnit(tx, ctx, last.unit)
    const unit = await lastVersionIn(tx, last.unit, province, dayInVietnam(ctx.now))
    if (!kept || !unit) return notFound()
    const others = Map.groupBy(await bodyVersionsOf(tx, province, [last.unit]), (one) => one.id)
    const nameOf = (other: BodyId): string => lastOf(others.get(other) ?? [])?.name ?? 'một tổ chức'
    const links = (await bodyLinksIn(tx, province)).filter((link) => link.from === id || link.to === id)
    return done({
      ...{ id, unit, versions, last, mayKeep: mayKeepBodies(ctx.actor, kept) },
      links: links.map((link) => {
        const other = link.from === id ? link.to : link.from
        return { ...link, other, name: nameOf(other), isFrom: link.to === id }
      }),
      beside: [...others].flatMap(([other, own]) => {
        const newest = lastOf(own)
        return other !== id && newest?.isInForce ? [{ id: other, name: newest.name }] : []
      }),
      words: await structureWords(tx, province),
    })
  })
}

/** The code by which an address names the actor's own unit. */
export async function ownUnitCode(ctx: Ctx): Promise<string> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const own = await lastVersionIn(tx, ctx.actor.unit, ctx.actor.province, dayInVietnam(ctx.now))
    if (!own) throw new Error('A duty in a unit that never was')
    return own.code
  })
}
