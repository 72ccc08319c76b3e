import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { localDate, type LocalDate } from '#kernel/local-date.ts'
import { periodBetween } from '#kernel/period.ts'
import { quantity, toDecimalText } from '#kernel/quantity.ts'
import type { Tx } from '#platform/database.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { IndicatorVersionId } from './indicator.ts'
import type { Target, TargetAim, TargetHand, TargetId, TargetPlace, TargetVersion, TargetWording } from './target.ts'

/** Targets with the version that holds; the caller narrows to whose he may read. */
export function targetRows(tx: Tx) {
  return tx
    .selectFrom('figure_target as target')
    .innerJoin('figure_target_version as version', (join) =>
      join
        .onRef('version.province_id', '=', 'target.province_id')
        .onRef('version.target_id', '=', 'target.id')
        .onRef('version.n', '=', 'target.n'),
    )
    .innerJoin('indicator_version as indicator', 'indicator.id', 'target.indicator_version')
    .select(['target.id', 'target.province_id', 'target.unit_id', 'target.set_by', 'target.indicator_version'])
    .select(['target.dimension', 'target.period_from', 'target.period_to', 'target.n', 'target.is_in_force'])
    .select(['version.aim', 'version.raw', 'version.reason', 'version.document_number', 'version.document_on'])
    .select(['version.person_name', 'version.at', 'indicator.indicator_code as code'])
    .select(sql<string>`version.amount::text`.as('amount'))
}

type Row = Awaited<ReturnType<ReturnType<typeof targetRows>['execute']>>[number]

// The checks of figure_target hold hand and aim to the known words.
export function readTargetRow(row: Row): Target {
  return {
    id: row.id as TargetId,
    province: row.province_id as UnitId,
    unit: row.unit_id as UnitId,
    setBy: row.set_by as TargetHand,
    cell: { code: row.code, dimension: row.dimension },
    indicator: row.indicator_version as IndicatorVersionId,
    period: periodBetween(localDate(row.period_from), localDate(row.period_to)),
    n: row.n,
    isInForce: row.is_in_force,
    by: row.person_name,
    at: row.at,
    ...wordingOf(row),
  }
}

function wordingOf(row: {
  aim: string
  amount: string
  raw: string
  reason: string
  document_number: string
  document_on: string | null
}): TargetWording {
  return {
    aim: row.aim as TargetAim,
    amount: quantity(row.amount),
    raw: row.raw,
    reason: row.reason,
    document: {
      number: row.document_number,
      on: row.document_on === null ? null : localDate(row.document_on),
    },
  }
}

export async function findTarget(tx: Tx, province: UnitId, id: TargetId): Promise<Target | null> {
  const row = await targetRows(tx)
    .where('target.province_id', '=', province)
    .where('target.id', '=', id)
    .executeTakeFirst()
  return row ? readTargetRow(row) : null
}

// FOR UPDATE: two officers revising one target must not both believe that theirs holds.
export async function lockTarget(tx: Tx, province: UnitId, id: TargetId): Promise<Target | null> {
  const row = await tx
    .selectFrom('figure_target')
    .select('id')
    .where('province_id', '=', province)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? findTarget(tx, province, id) : null
}

/** The target that stands in a place, locked; null where there never was one. */
export async function lockTargetIn(tx: Tx, place: TargetPlace): Promise<Target | null> {
  const row = await inPlace(tx, place).forUpdate().executeTakeFirst()
  return row ? findTarget(tx, place.province, row.id as TargetId) : null
}

/** The same, only looked at. */
export async function findTargetIn(tx: Tx, place: TargetPlace): Promise<Target | null> {
  const row = await inPlace(tx, place).executeTakeFirst()
  return row ? findTarget(tx, place.province, row.id as TargetId) : null
}

function inPlace(tx: Tx, { province, unit, setBy, indicator, cell, period }: TargetPlace) {
  return tx
    .selectFrom('figure_target')
    .select('id')
    .where('province_id', '=', province)
    .where('unit_id', '=', unit)
    .where('set_by', '=', setBy)
    .where('indicator_version', '=', indicator)
    .where('dimension', '=', cell.dimension)
    .where('period_from', '=', period.from)
    .where('period_to', '=', period.to)
}

/** Answers whether the place was free: of two who set it at once one is second, and is told. */
export async function insertTarget(tx: Tx, id: TargetId, place: TargetPlace): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('figure_target')
    .values({
      ...{ province_id: place.province, id, unit_id: place.unit, set_by: place.setBy, n: 1, is_in_force: true },
      ...{ indicator_version: place.indicator, dimension: place.cell.dimension },
      ...{ period_from: place.period.from, period_to: place.period.to },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Whose hand wrote it, as the history prints it. */
export type TargetWriter = { account: Id<'Account'> | null; name: string; at: Date }

export async function insertTargetVersion(
  tx: Tx,
  target: Pick<Target, 'province' | 'id' | 'unit' | 'setBy'>,
  version: Omit<TargetVersion, 'by' | 'at'>,
  writer: TargetWriter,
): Promise<void> {
  await tx
    .insertInto('figure_target_version')
    .values({
      ...{ province_id: target.province, target_id: target.id, unit_id: target.unit, set_by: target.setBy },
      ...{ n: version.n, change: version.change, aim: version.aim, amount: toDecimalText(version.amount) },
      ...{ raw: version.raw, reason: version.reason, document_number: version.document.number },
      ...{ document_on: version.document.on, account_id: writer.account, person_name: writer.name, at: writer.at },
    })
    .execute()
}

/** Makes a version the one that holds; the caller has locked the target. */
export async function moveTarget(
  tx: Tx,
  { province, id }: Pick<Target, 'province' | 'id'>,
  to: { n: number; isInForce: boolean },
): Promise<void> {
  await tx
    .updateTable('figure_target')
    .set({ n: to.n, is_in_force: to.isInForce })
    .where('province_id', '=', province)
    .where('id', '=', id)
    .execute()
}

/** Every wording of a target, newest first. */
export async function targetVersions(tx: Tx, province: UnitId, id: TargetId): Promise<TargetVersion[]> {
  const rows = await tx
    .selectFrom('figure_target_version')
    .select(['n', 'change', 'aim', 'raw', 'reason', 'document_number', 'document_on', 'person_name', 'at'])
    .select(sql<string>`amount::text`.as('amount'))
    .where('province_id', '=', province)
    .where('target_id', '=', id)
    .orderBy('n', 'desc')
    .execute()
  return rows.map((row) => ({
    n: row.n,
    // The check of figure_target_version holds it to the known words.
    change: row.change as TargetVersion['change'],
    by: row.person_name,
    at: row.at,
    ...wordingOf(row),
  }))
}

/** What a target can be set for: a cell of an indicator as it is defined on a day. */
export async function indicatorRowsOn(tx: Tx, day: LocalDate) {
  return tx
    .selectFrom('indicator_version')
    .selectAll()
    .where(sql<boolean>`valid @> ${day}::date`)
    .orderBy('indicator_code')
    .execute()
}
