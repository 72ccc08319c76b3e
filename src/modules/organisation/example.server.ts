import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import { lastKnownUnit } from '#modules/territory/queries.server.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import type { OrganisationAuditKind } from './audit-labels.ts'
import type { BodyId, BodyVersion } from './body.ts'
import { insertBodyLink, insertBodyVersion } from './body-store.server.ts'
import type { CitedAct } from './dated.ts'
import { exampleActs, exampleBodies, exampleHamlets } from './example.ts'
import type { SubCommuneUnitId } from './sub-commune.ts'
import { insertSubCommuneLinks, insertSubCommuneVersions, saveHouseholds } from './sub-commune-store.server.ts'

type Owner = { province: UnitId; unit: UnitId }
type ExampleUnit = keyof typeof exampleHamlets

/** Writes invented hamlets and bodies of two communes, and of their province, as officers would have. */
export async function loadExampleStructure(db: Db, province: UnitId, now: Date): Promise<void> {
  await inScope(db, { reach: 'province', province }, async (tx) => {
    for (const code of Object.keys(exampleHamlets) as ExampleUnit[]) {
      const unit = await lastKnownUnit(tx, code)
      if (!unit) throw new Error(`db/example does not contain ${code}`)
      const owner = { province, unit: unit.unit }
      await writeHamlets(tx, owner, code, now)
      await writeBodies(tx, owner, unit, now)
    }
  })
}

async function writeHamlets(tx: Tx, owner: Owner, code: ExampleUnit, now: Date): Promise<void> {
  const written: { id: SubCommuneUnitId; name: string; kind: string }[] = []
  for (const [name, kind, from, households] of exampleHamlets[code]) {
    const id = newId<'SubCommuneUnit'>(now)
    const act = actOf(exampleActs.hamlets)
    const version = { ...first(owner, id), name, kind, from: localDate(from), act }
    await insertSubCommuneVersions(tx, owner.province, [version], now)
    const count = { on: localDate('2026-06-30'), source: 'rà soát hộ, tháng 6/2026' }
    if (households !== null) await saveHouseholds(tx, owner, id, { ...count, households }, now)
    await say(tx, owner, { kind: 'sub-commune', id }, 'sub-commune-created', { name, from }, now)
    written.push({ id, name, kind })
  }
  if (code === 'vi-du-song-xanh') await mergeTwo(tx, owner, written.slice(2, 4), now)
}

/** Two small hamlets became one at the beginning of 2025: history has something to show. */
async function mergeTwo(
  tx: Tx,
  owner: Owner,
  two: readonly { id: SubCommuneUnitId; name: string; kind: string }[],
  now: Date,
): Promise<void> {
  const [from, act] = [localDate('2025-01-01'), actOf(exampleActs.merger)]
  const into = newId<'SubCommuneUnit'>(now)
  const ended = two.map((one) => ({
    ...first(owner, one.id),
    ...one,
    n: 2,
    change: 'merged' as const,
    isInForce: false,
    from,
    act,
  }))
  const born = { ...first(owner, into), name: 'Cầu Sim', kind: 'hamlet-thon', from, act }
  await insertSubCommuneVersions(tx, owner.province, [...ended, born], now)
  await insertSubCommuneLinks(
    tx,
    owner,
    two.map(({ id }) => ({ from: id, to: into, on: from })),
    now,
  )
  const count = { on: localDate('2026-06-30'), households: 179, source: 'rà soát hộ, tháng 6/2026' }
  await saveHouseholds(tx, owner, into, count, now)
  await say(tx, owner, { kind: 'sub-commune', id: into }, 'sub-commune-merged', { name: born.name, from }, now)
}

function first(owner: Owner, id: SubCommuneUnitId) {
  return { id, n: 1, unit: owner.unit, change: 'created' as const, isInForce: true }
}

/** The bloc ends with June 2025; its work goes to the Front's committee of the commune. */
async function writeBodies(tx: Tx, owner: Owner, unit: UnitVersion, now: Date): Promise<void> {
  const place = unit.name.charAt(0).toLowerCase() + unit.name.slice(1)
  const [early, since] = [localDate('2020-08-01'), localDate('2025-07-01')]
  const make = (of: keyof typeof exampleBodies): BodyVersion => ({
    ...exampleBodies[of],
    ...{ id: newId<'Body'>(now), n: 1, unit: owner.unit, change: 'established', isInForce: true, voidReason: null },
    ...{ name: `${exampleBodies[of].name} ${place}`, from: early, act: { number: '', on: null } },
  })
  const [bloc, front, reception] = [make('bloc'), make('front'), make('reception')]
  const act = actOf(exampleActs.since2025)
  const functions = [...front.functions, ...bloc.functions]
  const all: BodyVersion[] = [
    ...[bloc, front, reception],
    { ...bloc, n: 2, from: since, change: 'merged', isInForce: false, act },
    { ...front, n: 2, from: since, change: 'taken-over', functions, act },
  ]
  for (const version of all) await insertBodyVersion(tx, owner.province, version, now)
  const link = { from: bloc.id, to: front.id, on: since, isMerger: true, functions: bloc.functions, act }
  await insertBodyLink(tx, owner, link, now)
  for (const { id, name } of [bloc, front, reception])
    await say(tx, owner, { kind: 'body', id }, 'body-established', { name, from: early }, now)
  await say(tx, owner, body(bloc.id), 'body-merged', { from: since, into: front.name }, now)
}

function body(id: BodyId): { kind: string; id: string } {
  return { kind: 'body', id }
}

function actOf(act: { number: string; on: string }): CitedAct {
  return { number: act.number, on: localDate(act.on) }
}

async function say(
  tx: Tx,
  owner: Owner,
  object: { kind: string; id: string },
  kind: OrganisationAuditKind,
  changed: Record<string, string>,
  at: Date,
): Promise<void> {
  await record(tx, { ...owner, account: null, kind, object, changed, at })
}
