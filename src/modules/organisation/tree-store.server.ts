import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { addDays, localDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { UnitId, UnitKind, UnitLevel, UnitVersion } from '#modules/territory/unit.ts'
import type { DatedSuccession } from './continuing.ts'
import type { MembershipEntry, OtherTree, TreeMembership } from './tree.ts'

/** Every version of every unit that ever stood in a province, in the State's tree. */
export async function unitVersionsIn(tx: Tx, province: UnitId): Promise<UnitVersion[]> {
  const rows = await tx
    .selectFrom('unit_version as version')
    .innerJoin('unit', 'unit.id', 'version.unit_id')
    .select([
      'version.unit_id',
      'unit.code',
      'version.name',
      'version.kind',
      'version.level',
      'version.parent_id',
      'version.province_id',
      sql<string | null>`lower(version.valid)`.as('from'),
      sql<string | null>`upper(version.valid)`.as('before'),
    ])
    .where('version.province_id', '=', province)
    .where('version.tree', '=', 'state')
    .execute()
  // The checks of unit_version hold kind and level to the known words.
  return rows.map((row) => ({
    unit: row.unit_id as UnitId,
    code: row.code,
    name: row.name,
    kind: row.kind as UnitKind,
    level: row.level as UnitLevel,
    parent: row.parent_id as UnitId | null,
    province: row.province_id as UnitId,
    from: row.from === null ? null : localDate(row.from),
    until: row.before === null ? null : addDays(localDate(row.before), -1),
  }))
}

export async function membershipsOf(tx: Tx, province: UnitId): Promise<TreeMembership[]> {
  const rows = await tx
    .selectFrom('tree_membership')
    .selectAll()
    .where('province_id', '=', province)
    .orderBy('from_day', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id as Id<'TreeMembership'>,
    member: row.member_id as UnitId,
    tree: row.tree as OtherTree,
    parent: row.parent_id as UnitId,
    from: localDate(row.from_day),
    until: row.until_day === null ? null : localDate(row.until_day),
    act: { number: row.act, on: row.act_on === null ? null : localDate(row.act_on) },
    voidReason: row.void_reason,
  }))
}

export async function insertMembership(
  tx: Tx,
  province: UnitId,
  id: Id<'TreeMembership'>,
  entry: MembershipEntry,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('tree_membership')
    .values({
      province_id: province,
      id,
      member_id: entry.member,
      tree: entry.tree,
      parent_id: entry.parent,
      from_day: entry.from,
      until_day: entry.until,
      act: entry.act.number,
      act_on: entry.act.on,
      created_at: at,
    })
    .execute()
}

export async function saveMembership(
  tx: Tx,
  province: UnitId,
  id: Id<'TreeMembership'>,
  change: { until: TreeMembership['until'] } | { voidReason: string },
): Promise<void> {
  await tx
    .updateTable('tree_membership')
    .set('until' in change ? { until_day: change.until } : { void_reason: change.voidReason })
    .where('province_id', '=', province)
    .where('id', '=', id)
    .execute()
}

/** The register of units that processes keep in memory is read again when this moved. */
export async function moveTerritoryClock(tx: Tx): Promise<void> {
  await tx
    .updateTable('territory_clock')
    .set({ n: sql`n + 1` })
    .execute()
}

/** Held to commit: two changes of one unit's bodies, hamlets or places follow each other. */
export async function lockStructure(tx: Tx, province: UnitId, unit: UnitId): Promise<void> {
  await tx
    .insertInto('structure_clock')
    .values({ province_id: province, unit_id: unit, n: 1 })
    .onConflict((conflict) =>
      conflict.columns(['province_id', 'unit_id']).doUpdateSet({ n: sql`structure_clock.n + 1` }),
    )
    .execute()
}

/** Every succession that begins or ends at one of these units. */
export async function successionsAt(tx: Tx, units: readonly UnitId[]): Promise<DatedSuccession[]> {
  if (units.length === 0) return []
  const rows = await tx
    .selectFrom('territorial_link as link')
    .innerJoin('territorial_event as event', 'event.id', 'link.event_id')
    .select(['link.from_unit_id', 'link.to_unit_id', 'link.extent', 'event.happened_on'])
    .where((where) =>
      where.or([where('link.from_unit_id', 'in', [...units]), where('link.to_unit_id', 'in', [...units])]),
    )
    .execute()
  return rows.map((row) => ({
    from: row.from_unit_id as UnitId,
    to: row.to_unit_id as UnitId,
    isWhole: row.extent === 'whole',
    on: localDate(row.happened_on),
  }))
}
