import { sql } from 'kysely'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import { groupedByDistrict, tilesWithAll, type MapGround, type Shape, type Tile } from './map-ground.ts'
import type { Register } from './register.ts'
import type { UnitId } from './unit.ts'

/** What a map of these units of a day is drawn on. */
export async function mapGround(
  tx: Tx,
  register: Register,
  units: readonly UnitId[],
  day: LocalDate,
): Promise<MapGround> {
  return (
    (await shapesOf(tx, units, day)) ??
    (await tilesOf(tx, register, units, day)) ?? { kind: 'groups', groups: groupedByDistrict(register, units, day) }
  )
}

/** A map that mixed boundaries with squares would make some units look larger than they are: all have one, or none is drawn. */
async function shapesOf(tx: Tx, units: readonly UnitId[], day: LocalDate): Promise<MapGround | null> {
  const rows = await tx
    .selectFrom('boundary')
    .innerJoin('boundary_file as file', 'file.id', 'boundary.file_id')
    .select(['unit_id', 'path', 'low_x', 'low_y', 'high_x', 'high_y', 'label_x', 'label_y', 'source', 'licence'])
    .where('unit_id', 'in', [...units])
    .where(sql<boolean>`valid @> ${day}::date`)
    .orderBy('unit_id')
    .execute()
  if (rows.length < new Set(units).size || rows.length === 0) return null
  const all = (words: readonly string[]): string => [...new Set(words)].join('; ')
  return {
    kind: 'shapes',
    source: all(rows.map(({ source }) => source)),
    licence: all(rows.map(({ licence }) => licence)),
    shapes: rows.map((row): Shape => ({
      unit: row.unit_id as UnitId,
      path: row.path,
      box: { lowX: row.low_x, lowY: row.low_y, highX: row.high_x, highY: row.high_y },
      at: [row.label_x, row.label_y],
    })),
  }
}

// Few squares among many units would be a map of somewhere else.
async function tilesOf(
  tx: Tx,
  register: Register,
  units: readonly UnitId[],
  day: LocalDate,
): Promise<MapGround | null> {
  const rows = await tx
    .selectFrom('tile')
    .innerJoin('unit', 'unit.code', 'tile.unit_code')
    .select(['unit.id', 'column_at', 'row_at', 'label', 'named_beside'])
    .where('unit.id', 'in', [...units])
    .where(sql<boolean>`valid @> ${day}::date`)
    .orderBy('row_at')
    .orderBy('column_at')
    .execute()
  if (rows.length === 0 || rows.length * 2 < new Set(units).size) return null
  const placed = rows.map((row): Tile => ({
    unit: row.id as UnitId,
    column: row.column_at,
    row: row.row_at,
    label: row.label,
    note: row.named_beside,
  }))
  return { kind: 'tiles', tiles: tilesWithAll(register, placed, units, day) }
}
