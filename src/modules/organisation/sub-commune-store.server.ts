import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type {
  HouseholdCount,
  SubCommuneChange,
  SubCommuneLink,
  SubCommuneUnitId,
  SubCommuneVersion,
} from './sub-commune.ts'

/** Every version of the hamlets that some version puts into one of these communes, voided ones included. */
export async function subCommuneVersionsOf(
  tx: Tx,
  province: UnitId,
  units: readonly UnitId[],
): Promise<SubCommuneVersion[]> {
  if (units.length === 0) return []
  const rows = await tx
    .selectFrom('sub_commune_version')
    .selectAll()
    .where('province_id', '=', province)
    .where('sub_commune_id', 'in', (inner) =>
      inner
        .selectFrom('sub_commune_version as known')
        .select('known.sub_commune_id')
        .where('known.province_id', '=', province)
        .where('known.unit_id', 'in', [...units]),
    )
    .orderBy('sub_commune_id')
    .orderBy('n')
    .execute()
  return rows.map(readVersion)
}

/** Every version of every hamlet of a province. */
export async function subCommuneVersionsIn(tx: Tx, province: UnitId): Promise<SubCommuneVersion[]> {
  const rows = await tx.selectFrom('sub_commune_version').selectAll().where('province_id', '=', province).execute()
  return rows.map(readVersion)
}

export async function subCommuneVersions(tx: Tx, province: UnitId, id: SubCommuneUnitId): Promise<SubCommuneVersion[]> {
  const rows = await tx
    .selectFrom('sub_commune_version')
    .selectAll()
    .where('province_id', '=', province)
    .where('sub_commune_id', '=', id)
    .orderBy('n')
    .execute()
  return rows.map(readVersion)
}

type VersionRow = {
  sub_commune_id: string
  n: number
  unit_id: string
  change: string
  from_day: string
  is_in_force: boolean
  name: string
  kind: string
  act: string
  act_on: string | null
  void_reason: string | null
}

// The check of sub_commune_version holds change to the known words.
function readVersion(row: VersionRow): SubCommuneVersion {
  return {
    id: row.sub_commune_id as SubCommuneUnitId,
    n: row.n,
    unit: row.unit_id as UnitId,
    change: row.change as SubCommuneChange,
    from: localDate(row.from_day),
    isInForce: row.is_in_force,
    name: row.name,
    kind: row.kind,
    act: { number: row.act, on: row.act_on === null ? null : localDate(row.act_on) },
    voidReason: row.void_reason,
  }
}

const rowsAtOnce = 500

/** Answers whether every row is new: two officers who write the same next version are told, and one of them is second. */
export async function insertSubCommuneVersions(
  tx: Tx,
  province: UnitId,
  versions: readonly Omit<SubCommuneVersion, 'voidReason'>[],
  at: Date,
): Promise<boolean> {
  for (let first = 0; first < versions.length; first += rowsAtOnce) {
    const part = versions.slice(first, first + rowsAtOnce)
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('sub_commune_version')
      .values(part.map((version) => written(province, version, at)))
      .onConflict((conflict) => conflict.columns(['province_id', 'sub_commune_id', 'n']).doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows !== BigInt(part.length)) return false
  }
  return true
}

function written(province: UnitId, version: Omit<SubCommuneVersion, 'voidReason'>, at: Date) {
  return {
    province_id: province,
    sub_commune_id: version.id,
    n: version.n,
    unit_id: version.unit,
    change: version.change,
    from_day: version.from,
    is_in_force: version.isInForce,
    name: version.name,
    kind: version.kind,
    act: version.act.number,
    act_on: version.act.on,
    created_at: at,
  }
}

export async function voidSubCommuneVersion(
  tx: Tx,
  province: UnitId,
  version: Pick<SubCommuneVersion, 'id' | 'n'>,
  reason: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('sub_commune_version')
    .set({ void_reason: reason })
    .where('province_id', '=', province)
    .where('sub_commune_id', '=', version.id)
    .where('n', '=', version.n)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The links that stand from or to some hamlets. */
export async function subCommuneLinksOf(
  tx: Tx,
  province: UnitId,
  ids: readonly SubCommuneUnitId[],
): Promise<SubCommuneLink[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('sub_commune_link')
    .selectAll()
    .where('province_id', '=', province)
    .where('void_reason', 'is', null)
    .where((where) => where.or([where('from_id', 'in', [...ids]), where('to_id', 'in', [...ids])]))
    .orderBy('on_day')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    from: row.from_id as SubCommuneUnitId,
    to: row.to_id as SubCommuneUnitId,
    on: localDate(row.on_day),
  }))
}

export async function insertSubCommuneLinks(
  tx: Tx,
  owner: { province: UnitId; unit: UnitId },
  links: readonly SubCommuneLink[],
  at: Date,
): Promise<void> {
  const values = links.map((link) => ({
    province_id: owner.province,
    id: newId<'SubCommuneLink'>(at),
    unit_id: owner.unit,
    from_id: link.from,
    to_id: link.to,
    on_day: link.on,
    created_at: at,
  }))
  await tx.insertInto('sub_commune_link').values(values).execute()
}

export async function voidSubCommuneLinks(
  tx: Tx,
  province: UnitId,
  link: SubCommuneLink,
  reason: string,
): Promise<void> {
  await tx
    .updateTable('sub_commune_link')
    .set({ void_reason: reason })
    .where('province_id', '=', province)
    .where('from_id', '=', link.from)
    .where('to_id', '=', link.to)
    .where('on_day', '=', link.on)
    .where('void_reason', 'is', null)
    .execute()
}

/** The household counts of some hamlets, newest first. */
export async function householdsOf(
  tx: Tx,
  province: UnitId,
  ids: readonly SubCommuneUnitId[],
): Promise<(HouseholdCount & { id: SubCommuneUnitId })[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('sub_commune_households')
    .selectAll()
    .where('province_id', '=', province)
    .where('sub_commune_id', 'in', [...ids])
    .orderBy('counted_on', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.sub_commune_id as SubCommuneUnitId,
    on: localDate(row.counted_on),
    households: row.households,
    source: row.source,
  }))
}

/**
 * One count a day: another one of the same day corrects it, the audit keeps what it was. False when that day's count was written
 * by a commune that has gone: what it wrote is not changed.
 */
export async function saveHouseholds(
  tx: Tx,
  owner: { province: UnitId; unit: UnitId },
  id: SubCommuneUnitId,
  count: HouseholdCount,
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('sub_commune_households')
    .values({
      province_id: owner.province,
      sub_commune_id: id,
      counted_on: count.on,
      unit_id: owner.unit,
      households: count.households,
      source: count.source,
      created_at: at,
    })
    .onConflict((conflict) => conflict.columns(['province_id', 'sub_commune_id', 'counted_on']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 1n) return true
  const { numUpdatedRows } = await tx
    .updateTable('sub_commune_households')
    .set({ households: count.households, source: count.source })
    .where('province_id', '=', owner.province)
    .where('unit_id', '=', owner.unit)
    .where('sub_commune_id', '=', id)
    .where('counted_on', '=', count.on)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
