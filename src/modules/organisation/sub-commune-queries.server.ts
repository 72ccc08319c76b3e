import type { Id } from '#kernel/ids.ts'
import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { communesInForce, lastVersionIn } from '#modules/territory/queries.server.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import { continuesIn } from './continuing.ts'
import { lastOf } from './dated.ts'
import { mayAssignSubCommune, mayKeepSubCommunes, mayReadSubCommunes } from './policy.ts'
import {
  fullName,
  nameHolds,
  standingOn,
  type HouseholdCount,
  type SubCommuneLink,
  type SubCommuneUnitId,
  type SubCommuneVersion,
} from './sub-commune.ts'
import {
  householdsOf,
  subCommuneLinksOf,
  subCommuneVersions,
  subCommuneVersionsIn,
  subCommuneVersionsOf,
} from './sub-commune-store.server.ts'
import { contributors, successionsFrom } from './succession.server.ts'
import { structureWords } from './word-store.server.ts'
import { labelOf, offered, type StructureWord } from './words.ts'

/** One hamlet in a list: how it is called on that day, and the newest household count until then. */
export type SubCommuneLine = {
  id: SubCommuneUnitId
  n: number
  name: string
  kind: string
  kindLabel: string
  since: LocalDate
  act: string
  households: HouseholdCount | null
  /** Written for a commune that has since ended. */
  isFromPredecessor: boolean
}

/** A hamlet of a divided commune that nobody has assigned yet, with the communes it may have gone to. */
export type UnassignedLine = SubCommuneLine & { before: string; among: { unit: UnitId; name: string }[] }

export type SubCommunePage = {
  commune: UnitVersion
  day: LocalDate
  lines: SubCommuneLine[]
  counts: { kind: string; label: string; count: number }[]
  unassigned: UnassignedLine[]
  mayKeep: boolean
  words: StructureWord[]
}

/** The hamlets of one commune on a day; `words` and `kind` narrow the list, never the counts. */
export async function subCommunePage(
  ctx: Ctx,
  unit: UnitId,
  asked: { day: LocalDate; words: string; kind: string | null },
): Promise<Outcome<SubCommunePage>> {
  if (!mayReadSubCommunes(ctx.actor, unit)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const commune = await lastVersionIn(tx, unit, ctx.actor.province, asked.day)
    if (commune?.level !== 'commune') return notFound()
    const { province } = ctx.actor
    const { units, successions } = await contributors(tx, unit)
    const versions = await subCommuneVersionsOf(tx, province, units)
    const words = await structureWords(tx, province)
    const standing = standingOn(versions, successions, asked.day)
    const own = standing.filter((one) => one.commune === unit)
    const ids = standing.map(({ version }) => version.id)
    const households = (await householdsOf(tx, province, ids)).filter(({ on }) => on <= asked.day)
    const lineOf = (version: SubCommuneVersion) => line(version, unit, words, households)
    const lines = own.map(({ version }) => lineOf(version)).sort(byName)
    const open = standing.filter((one) => one.commune === null && one.among.includes(unit))
    const unassigned: UnassignedLine[] = []
    for (const { version, among } of open)
      unassigned.push({ ...lineOf(version), ...(await whereFrom(tx, { province, day: asked.day }, version, among)) })
    return done({
      commune,
      day: asked.day,
      lines: lines
        .filter(({ kind }) => asked.kind === null || kind === asked.kind)
        .filter(({ name }) => asked.words === '' || nameHolds(name, asked.words)),
      counts: countKinds(lines),
      unassigned: unassigned.sort(byName),
      mayKeep: mayKeepSubCommunes(ctx.actor, unit),
      words,
    })
  })
}

async function whereFrom(
  tx: Tx,
  { province, day }: { province: UnitId; day: LocalDate },
  version: SubCommuneVersion,
  among: readonly UnitId[],
) {
  const before = (await lastVersionIn(tx, version.unit, province, day))?.name ?? ''
  const names: { unit: UnitId; name: string }[] = []
  for (const unit of among) {
    const known = await lastVersionIn(tx, unit, province, day)
    if (known) names.push({ unit, name: known.name })
  }
  return { before, among: names }
}

function line(
  version: SubCommuneVersion,
  commune: UnitId,
  words: readonly StructureWord[],
  households: readonly (HouseholdCount & { id: SubCommuneUnitId })[],
): SubCommuneLine {
  const kindLabel = labelOf(words, 'sub-commune-kind', version.kind)
  return {
    id: version.id,
    n: version.n,
    name: fullName(kindLabel, version.name),
    kind: version.kind,
    kindLabel,
    since: version.from,
    act: version.act.number,
    households: households.find(({ id }) => id === version.id) ?? null,
    isFromPredecessor: version.unit !== commune,
  }
}

// Numbers in names in their order: Thôn 2 before Thôn 10.
const collator = new Intl.Collator('vi', { numeric: true })
function byName(one: { name: string; id: string }, other: { name: string; id: string }): number {
  return collator.compare(one.name, other.name) || (one.id < other.id ? -1 : 1)
}

function countKinds(lines: readonly SubCommuneLine[]): SubCommunePage['counts'] {
  return [...Map.groupBy(lines, ({ kind }) => kind)]
    .map(([kind, own]) => ({ kind, label: own[0]?.kindLabel ?? kind, count: own.length }))
    .sort((one, other) => other.count - one.count || collator.compare(one.label, other.label))
}

/** One commune as the province sees it: how many hamlets on a day, how many of them counted their households. */
export type SubCommuneOverviewLine = { unit: UnitVersion; hamlets: number; counted: number; households: number }

/** The hamlets of a whole province on a day, by commune, and those of divided communes that nobody has assigned. */
export async function subCommuneOverview(
  ctx: Ctx,
  day: LocalDate,
): Promise<Outcome<{ lines: SubCommuneOverviewLine[]; unassigned: UnassignedLine[] }>> {
  const { province } = ctx.actor
  if (ctx.actor.unit !== province || !mayReadSubCommunes(ctx.actor, null)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const communes = await communesInForce(tx, province, day)
    const versions = await subCommuneVersionsIn(tx, province)
    const words = await structureWords(tx, province)
    const successions = await successionsFrom(tx, [...new Set(versions.map(({ unit }) => unit))])
    const standing = standingOn(versions, successions, day)
    const households = (
      await householdsOf(
        tx,
        province,
        standing.map(({ version }) => version.id),
      )
    ).filter(({ on }) => on <= day)
    const each = Map.groupBy(standing, ({ commune }) => commune)
    const newest = new Map(households.toReversed().map((one) => [one.id, one.households]))
    const unassigned: UnassignedLine[] = []
    for (const { version, among } of each.get(null) ?? [])
      unassigned.push({
        ...line(version, version.unit, words, households),
        ...(await whereFrom(tx, { province, day }, version, among)),
      })
    return done({
      lines: communes.map((unit) => {
        const own = each.get(unit.unit) ?? []
        const counts = own.flatMap(({ version }) => newest.get(version.id) ?? [])
        const sum = counts.reduce((total, one) => total + one, 0)
        return { unit, hamlets: own.length, counted: counts.length, households: sum }
      }),
      unassigned: unassigned.sort(byName),
    })
  })
}

/** How many hamlets of each kind stood in some communes on a day; for whoever divides or compares by them. */
export async function subCommuneCounts(
  tx: Tx,
  province: UnitId,
  units: readonly UnitId[],
  day: LocalDate,
): Promise<Map<UnitId, Map<string, number>>> {
  const counts = new Map<UnitId, Map<string, number>>(units.map((unit) => [unit, new Map()]))
  const versions = await subCommuneVersionsIn(tx, province)
  const successions = await successionsFrom(tx, [...new Set(versions.map(({ unit }) => unit))])
  for (const { version, commune } of standingOn(versions, successions, day)) {
    const own = commune === null ? undefined : counts.get(commune)
    own?.set(version.kind, (own.get(version.kind) ?? 0) + 1)
  }
  return counts
}

/** One hamlet with all that was ever said of it. */
export type SubCommuneDetail = {
  id: SubCommuneUnitId
  versions: SubCommuneVersion[]
  last: SubCommuneVersion
  name: string
  commune: UnitVersion | null
  among: { unit: UnitId; name: string }[]
  joined: (SubCommuneLink & { other: SubCommuneUnitId; name: string; isFrom: boolean })[]
  households: HouseholdCount[]
  beside: { id: SubCommuneUnitId; name: string }[]
  kinds: StructureWord[]
  words: StructureWord[]
  mayKeep: boolean
  mayAssign: boolean
}

export async function subCommuneDetail(ctx: Ctx, id: Id<'SubCommuneUnit'>): Promise<Outcome<SubCommuneDetail>> {
  const { province } = ctx.actor
  const today = dayInVietnam(ctx.now)
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const versions = await subCommuneVersions(tx, province, id)
    const last = lastOf(versions) ?? versions.at(-1)
    if (!last) return notFound()
    const successions = await successionsFrom(tx, [...new Set(versions.map(({ unit }) => unit))])
    const { unit, among } = continuesIn(successions, last.unit, today)
    const mayAssign = among?.some((one) => mayAssignSubCommune(ctx.actor, one)) ?? false
    if (!mayReadSubCommunes(ctx.actor, unit) && !mayAssign) return forbidden()
    const words = await structureWords(tx, province)
    const said = (version: SubCommuneVersion): string =>
      fullName(labelOf(words, 'sub-commune-kind', version.kind), version.name)
    const links = await subCommuneLinksOf(tx, province, [id])
    const joined: SubCommuneDetail['joined'] = []
    for (const link of links) {
      const other = link.from === id ? link.to : link.from
      const known = lastOf(await subCommuneVersions(tx, province, other))
      joined.push({ ...link, other, name: known ? said(known) : 'một thôn, tổ', isFrom: link.to === id })
    }
    const mayKeep = mayKeepSubCommunes(ctx.actor, unit)
    const beside = mayKeep && unit ? await neighbours(tx, province, unit, id, today) : []
    return done({
      ...{ id, versions, last, name: said(last), joined, words, mayKeep, mayAssign },
      commune: await lastVersionIn(tx, unit ?? last.unit, province, today),
      among: (await whereFrom(tx, { province, day: today }, last, among ?? [])).among,
      households: await householdsOf(tx, province, [id]),
      beside: beside.map((version) => ({ id: version.id, name: said(version) })).sort(byName),
      kinds: offered(words, 'sub-commune-kind'),
    })
  })
}

async function neighbours(
  tx: Tx,
  province: UnitId,
  commune: UnitId,
  id: SubCommuneUnitId,
  day: LocalDate,
): Promise<SubCommuneVersion[]> {
  const { units, successions } = await contributors(tx, commune)
  return standingOn(await subCommuneVersionsOf(tx, province, units), successions, day)
    .filter((one) => one.commune === commune && one.version.id !== id)
    .map(({ version }) => version)
}
