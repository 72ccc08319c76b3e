import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { namedCells, readCsv } from '#kernel/csv.ts'
import { newId } from '#kernel/ids.ts'
import type { Tile } from '#modules/territory/map-ground.ts'
import { onCountry, type SampleCountry } from './chart-samples.ts'

/** The squares of the country as they come with Khéo, with invented numbers. */
export async function sampleCountry(day: string): Promise<SampleCountry> {
  const file = join(process.cwd(), 'db', 'reference', 'tile.csv')
  const csv = readCsv('tile.csv', await readFile(file, 'utf8'))
  const rows = csv.rows.map((row) => namedCells(csv, row))
  const isNow = day >= '2025-07-01'
  const tiles = rows
    .filter((cell) => cell('valid').startsWith('[') === isNow)
    .map((cell): Tile => ({
      unit: newId<'Unit'>(),
      column: Number(cell('column_at')),
      row: Number(cell('row_at')),
      label: cell('label'),
      note: cell('named_beside') || null,
    }))
  return onCountry(tiles)
}
