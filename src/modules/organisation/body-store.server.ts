import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { Tree, UnitId, UnitLevel } from '#modules/territory/unit.ts'
import type { BodyChange, BodyId, BodyLink, BodyPattern, BodyVersion, Certainty } from './body.ts'

/** Every version of the bodies of some units of a province, voided ones included. */
export async function bodyVersionsOf(tx: Tx, province: UnitId, units: readonly UnitId[]): Promise<BodyVersion[]> {
  if (units.length === 0) return []
  const rows = await tx
    .selectFrom('body_version')
    .selectAll()
    .where('province_id', '=', province)
    .where('unit_id', 'in', [...units])
    .orderBy('body_id')
    .orderBy('n')
    .execute()
  return rows.map(readVersion)
}

/** Every version of every body of a province. */
export async function bodyVersionsIn(tx: Tx, province: UnitId): Promise<BodyVersion[]> {
  const rows = await tx.selectFrom('body_version').selectAll().where('province_id', '=', province).execute()
  return rows.map(readVersion)
}

export async function bodyVersions(tx: Tx, province: UnitId, body: BodyId): Promise<BodyVersion[]> {
  const rows = await tx
    .selectFrom('body_version')
    .selectAll()
    .where('province_id', '=', province)
    .where('body_id', '=', body)
    .orderBy('n')
    .execute()
  return rows.map(readVersion)
}

type VersionRow = {
  body_id: string
  n: number
  unit_id: string
  change: string
  from_day: string
  is_in_force: boolean
  name: string
  kind: string
  tree: string
  functions: string[]
  act: string
  act_on: string | null
  void_reason: string | null
}

// The checks of body_version hold change and tree to the known words.
function readVersion(row: VersionRow): BodyVersion {
  return {
    id: row.body_id as BodyId,
    n: row.n,
    unit: row.unit_id as UnitId,
    change: row.change as BodyChange,
    from: localDate(row.from_day),
    isInForce: row.is_in_force,
    name: row.name,
    kind: row.kind,
    tree: row.tree as Tree,
    functions: row.functions,
    act: { number: row.act, on: row.act_on === null ? null : localDate(row.act_on) },
    voidReason: row.void_reason,
  }
}

/** Answers whether the row is new: two officers who write the same next version are told, and one of them is second. */
export async function insertBodyVersion(
  tx: Tx,
  province: UnitId,
  version: Omit<BodyVersion, 'voidReason'>,
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('body_version')
    .values({
      province_id: province,
      body_id: version.id,
      n: version.n,
      unit_id: version.unit,
      change: version.change,
      from_day: version.from,
      is_in_force: version.isInForce,
      name: version.name,
      kind: version.kind,
      tree: version.tree,
      functions: [...version.functions],
      act: version.act.number,
      act_on: version.act.on,
      created_at: at,
    })
    .onConflict((conflict) => conflict.columns(['province_id', 'body_id', 'n']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function voidBodyVersion(tx: Tx, province: UnitId, version: BodyVersion, reason: string): Promise<void> {
  await tx
    .updateTable('body_version')
    .set({ void_reason: reason })
    .where('province_id', '=', province)
    .where('body_id', '=', version.id)
    .where('n', '=', version.n)
    .execute()
}

/** The links that stand between the bodies of a province. */
export async function bodyLinksIn(tx: Tx, province: UnitId): Promise<BodyLink[]> {
  const rows = await tx
    .selectFrom('body_link')
    .selectAll()
    .where('province_id', '=', province)
    .where('void_reason', 'is', null)
    .orderBy('on_day')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    from: row.from_body_id as BodyId,
    to: row.to_body_id as BodyId,
    on: localDate(row.on_day),
    isMerger: row.is_merger,
    functions: row.functions,
    act: { number: row.act, on: row.act_on === null ? null : localDate(row.act_on) },
  }))
}

export async function insertBodyLink(
  tx: Tx,
  owner: { province: UnitId; unit: UnitId },
  link: BodyLink,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('body_link')
    .values({
      province_id: owner.province,
      id: newId<'BodyLink'>(at),
      unit_id: owner.unit,
      from_body_id: link.from,
      to_body_id: link.to,
      on_day: link.on,
      is_merger: link.isMerger,
      functions: [...link.functions],
      act: link.act.number,
      act_on: link.act.on,
      created_at: at,
    })
    .execute()
}

/** A link falls with the change that made it. */
export async function voidBodyLinks(
  tx: Tx,
  province: UnitId,
  version: Pick<BodyVersion, 'id' | 'from'>,
  reason: string,
): Promise<void> {
  await tx
    .updateTable('body_link')
    .set({ void_reason: reason })
    .where('province_id', '=', province)
    .where('on_day', '=', version.from)
    .where('void_reason', 'is', null)
    .where((where) => where.or([where('from_body_id', '=', version.id), where('to_body_id', '=', version.id)]))
    .execute()
}

/** What is usual in the country and what the province says of itself. */
export async function bodyPatternsOf(tx: Tx, province: UnitId): Promise<BodyPattern[]> {
  const usual = await tx.selectFrom('body_pattern').selectAll().execute()
  const own = await tx
    .selectFrom('province_pattern')
    .selectAll()
    .where('province_id', '=', province)
    .where('void_reason', 'is', null)
    .execute()
  return [
    ...usual.map((row) => ({
      ...readPattern(row),
      place: row.sort_order,
      isOwn: false,
      certainty: row.certainty as Certainty,
      source: row.source,
    })),
    ...own.map((row) => ({ ...readPattern(row), place: 1, isOwn: true, certainty: 'ours' as const, source: row.act })),
  ]
}

type PatternRow = {
  id: string
  level: string
  function: string
  kind: string
  tree: string
  name: string
  from_day: string | null
  until_day: string | null
}

function readPattern(row: PatternRow): Omit<BodyPattern, 'place' | 'isOwn' | 'certainty' | 'source'> {
  return {
    id: row.id,
    level: row.level as UnitLevel,
    function: row.function,
    kind: row.kind,
    tree: row.tree as Tree,
    name: row.name,
    from: row.from_day === null ? null : localDate(row.from_day),
    until: row.until_day === null ? null : localDate(row.until_day),
  }
}

export async function insertPattern(
  tx: Tx,
  province: UnitId,
  pattern: Omit<BodyPattern, 'place' | 'isOwn' | 'certainty'>,
  at: Date,
): Promise<void> {
  if (!pattern.from) throw new Error('A province says from which day its own pattern holds')
  await tx
    .insertInto('province_pattern')
    .values({
      province_id: province,
      id: pattern.id,
      level: pattern.level,
      function: pattern.function,
      kind: pattern.kind,
      tree: pattern.tree,
      name: pattern.name,
      from_day: pattern.from,
      until_day: pattern.until,
      act: pattern.source,
      created_at: at,
    })
    .execute()
}

/** Answers whether there was such a pattern that still stood. */
export async function voidPattern(tx: Tx, province: UnitId, id: string, reason: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('province_pattern')
    .set({ void_reason: reason })
    .where('province_id', '=', province)
    .where('id', '=', id)
    .where('void_reason', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
