import type { Tx } from '#platform/database.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { MapLayout, WorkbookMap, WorkbookMapId } from './workbook-map.ts'

/** The workbooks a province uses now, by name. */
export async function workbookMapsOf(tx: Tx, province: UnitId): Promise<(WorkbookMap & { at: Date })[]> {
  const rows = await tx
    .selectFrom('workbook_map')
    .select(['id', 'name', 'shape', 'layout', 'at'])
    .where('province_id', '=', province)
    .where('dropped_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
  // The column is written by insertMap alone.
  return rows.map((row) => ({ ...row, id: row.id as WorkbookMapId, layout: row.layout as unknown as MapLayout }))
}

/** False where a colleague described the same kind of file a moment ago. */
export async function insertMap(
  tx: Tx,
  province: UnitId,
  map: WorkbookMap & { account: string; at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('workbook_map')
    .values({
      province_id: province,
      id: map.id,
      name: map.name,
      shape: map.shape,
      layout: JSON.stringify(map.layout),
      account_id: map.account,
      at: map.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Answers whether there was such a one that was still used. */
export async function dropMap(tx: Tx, province: UnitId, id: WorkbookMapId, at: Date): Promise<boolean> {
  const row = await tx
    .updateTable('workbook_map')
    .set({ dropped_at: at })
    .where('province_id', '=', province)
    .where('id', '=', id)
    .where('dropped_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
