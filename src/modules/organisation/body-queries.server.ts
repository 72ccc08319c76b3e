import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { lastVersionIn, unitOn } from '#modules/territory/queries.server.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import type { BodyId, BodyLink, BodyVersion } from './body.ts'
import { keptUnit } from './body-frame.server.ts'
import { bodyLinksIn, bodyPatternsOf, bodyVersions, bodyVersionsIn, bodyVersionsOf } from './body-store.server.ts'
import { continuesIn } from './continuing.ts'
import { inForceOn, lastOf } from './dated.ts'
import { bodiesOn, nameIn, ownerOf, successorOf, type BodyRegister, type FunctionOwner } from './owner.ts'
import { mayKeepBodies, mayReadBodies } from './policy.ts'
import { successionsFrom } from './succession.server.ts'
import { structureWords } from './word-store.server.ts'
import { offered, type StructureWord } from './words.ts'

/** The bodies of a unit that were there on a day, by name: for the unit's own page. Names of bodies, never of persons. */
export async function bodiesOf(tx: Tx, province: UnitId, unit: UnitId, day: LocalDate): Promise<BodyVersion[]> {
  return bodiesOn(await bodyVersionsOf(tx, province, [unit]), unit, day).sort(byName)
}

const collator = new Intl.Collator('vi')
function byName(one: BodyVersion, other: BodyVersion): number {
  return collator.compare(one.name, other.name) || (one.id < other.id ? -1 : 1)
}

/** Who owned a work for a unit on a day, and who answers for it today: by the bodies' succession, then by the units'. */
export type Answering = {
  work: string
  owner: FunctionOwner | null
  today: { unit: UnitVersion; owner: FunctionOwner | null } | null
  /** The unit was divided: nobody can say by rule which of these answers. */
  among: UnitVersion[]
}

/** Answers for each work of a list who owned it on a day and who answers for it today. */
export async function answeringOn(
  tx: Tx,
  province: UnitId,
  unit: UnitVersion,
  works: readonly string[],
  day: LocalDate,
  today: LocalDate,
): Promise<Answering[]> {
  const { unit: stands, among } = continuesIn(await successionsFrom(tx, [unit.unit]), unit.unit, today)
  const register: BodyRegister = {
    versions: await bodyVersionsOf(tx, province, [...new Set([unit.unit, ...(stands ? [stands] : [])])]),
    links: await bodyLinksIn(tx, province),
    patterns: await bodyPatternsOf(tx, province),
  }
  const now = stands ? await unitOn(tx, stands, today) : null
  const candidates: UnitVersion[] = []
  for (const one of among ?? []) {
    const known = await unitOn(tx, one, today)
    if (known) candidates.push(known)
  }
  return works.map((work) => {
    const owner = ownerOf(register, unit, work, day)
    return {
      work,
      owner,
      today: now && { unit: now, owner: ownerToday(register, owner, now, work, today) },
      among: candidates,
    }
  })
}

function ownerToday(
  register: BodyRegister,
  owner: FunctionOwner | null,
  unit: UnitVersion,
  work: string,
  today: LocalDate,
): FunctionOwner | null {
  const heir = owner?.kind === 'recorded' ? successorOf(register, owner.body.id, work, today) : null
  return heir ? { kind: 'recorded', body: heir } : ownerOf(register, unit, work, today)
}

/** How an owner of a work is called. */
export function ownerName(owner: FunctionOwner): string {
  return owner.kind === 'recorded' ? owner.body.name : owner.name
}

export type BodiesPage = {
  unit: UnitVersion
  bodies: BodyVersion[]
  ended: BodyVersion[]
  answering: Answering[]
  words: StructureWord[]
  mayKeep: boolean
}

/** The bodies of one unit on a day, which work each owns, and who answers for the work that no body here was given. */
export async function bodiesPage(ctx: Ctx, unit: UnitId, day: LocalDate): Promise<Outcome<BodiesPage>> {
  const { province } = ctx.actor
  if (!mayReadBodies(ctx.actor, { province, unit })) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const kept = await keptUnit(tx, ctx, unit)
    const version = (await unitOn(tx, unit, day)) ?? (await lastVersionIn(tx, unit, province))
    if (!kept || !version) return notFound()
    const versions = await bodyVersionsOf(tx, province, [unit])
    const words = await structureWords(tx, province)
    const works = ['mobilisation', ...new Set(versions.flatMap(({ functions }) => functions))]
    const each = Map.groupBy(versions, ({ id }) => id)
    const ended = [...each.values()].flatMap((own) => {
      const newest = lastOf(own)
      return newest && !inForceOn(own, day) && newest.from <= day ? [newest] : []
    })
    return done({
      unit: version,
      bodies: bodiesOn(versions, unit, day).sort(byName),
      ended: ended.sort(byName),
      answering: await answeringOn(tx, province, version, [...new Set(works)], day, dayInVietnam(ctx.now)),
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
      const known = (await unitOn(tx, id, asked.day)) ?? (await lastVersionIn(tx, id, province))
      if (known) units.set(id, known)
    }
    const lines = there
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
    return done({ lines, words: await structureWords(tx, province), total: there.length })
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
    const unit = await lastVersionIn(tx, last.unit, province)
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

/** The words and patterns of a province, for its administrator: what is usual, and what the province says of itself. */
export async function wordsPage(ctx: Ctx) {
  const { province, duty } = ctx.actor
  if (duty !== 'administrator') return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const words = await structureWords(tx, province)
    const patterns = await bodyPatternsOf(tx, province)
    const own = await lastVersionIn(tx, province, province)
    return done({
      words,
      functions: offered(words, 'body-function'),
      patterns: patterns.map((one) => ({
        ...one,
        example: own && one.level === 'province' ? nameIn(one.name, own) : one.name,
      })),
    })
  })
}
