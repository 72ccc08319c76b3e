import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { newId } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import { readBoundaryFile, type BoundaryProblem, type SaidOfFile } from './boundary-file.ts'
import { placedBoundaries, type PlacedBoundary } from './boundary-placing.ts'
import { currentRegister } from './register.server.ts'
import { lockRegister, moveTerritoryClock } from './writing.server.ts'

/** A file of boundaries that is loaded. */
export type LoadedBoundaries = { name: string; source: string; licence: string; units: number }

/** Why boundaries are not loaded: what is wrong with the file, or units that already have one from another file. */
export type BoundaryRefusal =
  | { code: 'wrong'; problems: readonly BoundaryProblem[] }
  | { code: 'taken'; taken: readonly { unit: string; file: string }[] }

/** An operator at the machine is never forbidden: done, or a no to act on. */
type Answer<Value> = { ok: true; value: Value } | { ok: false; refusal: BoundaryRefusal }

type Checked = LoadedBoundaries & { boundaries: readonly PlacedBoundary[] }

/** Everything `loadBoundaries` asks, without writing. */
export async function checkBoundaries(
  tx: Tx,
  name: string,
  text: string,
  said: SaidOfFile,
  today: LocalDate,
): Promise<Answer<Checked>> {
  const { file, problems } = readBoundaryFile(text, said)
  if (!file) return no({ code: 'wrong', problems })
  const placed = placedBoundaries(file, await currentRegister(tx), today)
  if (placed.problems.length > 0) return no({ code: 'wrong', problems: placed.problems })
  const taken = await takenBy(tx, name, placed.boundaries)
  if (taken.length > 0) return no({ code: 'taken', taken })
  const { source, licence } = file
  const units = new Set(placed.boundaries.map(({ unit }) => unit)).size
  return yes({ name, source, licence, units, boundaries: placed.boundaries })
}

/** Loads a file; one of the same name is replaced. The caller is an operator at the machine: no page leads here. */
export async function loadBoundaries(
  tx: Tx,
  name: string,
  text: string,
  said: SaidOfFile,
  today: LocalDate,
): Promise<Answer<LoadedBoundaries>> {
  await asOwner(tx)
  await lockRegister(tx)
  const checked = await checkBoundaries(tx, name, text, said, today)
  if (!checked.ok) return checked
  const { boundaries, ...loaded } = checked.value
  await tx.deleteFrom('boundary_file').where('name', '=', name).execute()
  const file = newId()
  const sha256 = createHash('sha256').update(text).digest('hex')
  await tx
    .insertInto('boundary_file')
    .values({ id: file, name, sha256, source: loaded.source, licence: loaded.licence })
    .execute()
  for (let at = 0; at < boundaries.length; at += perStatement) {
    await tx
      .insertInto('boundary')
      .values(boundaries.slice(at, at + perStatement).map((boundary) => rowOf(boundary, file)))
      .execute()
  }
  // Public pages draw them: what is kept of those pages is of the register before.
  await moveTerritoryClock(tx)
  return yes(loaded)
}

/** Takes a file back; null when none of that name is loaded. */
export async function removeBoundaries(tx: Tx, name: string): Promise<LoadedBoundaries | null> {
  await asOwner(tx)
  await lockRegister(tx)
  const loaded = (await loadedBoundaries(tx)).find((file) => file.name === name)
  if (!loaded) return null
  await tx.deleteFrom('boundary_file').where('name', '=', name).execute()
  await moveTerritoryClock(tx)
  return loaded
}

export async function loadedBoundaries(tx: Tx): Promise<LoadedBoundaries[]> {
  const rows = await tx
    .selectFrom('boundary_file as file')
    .leftJoin('boundary', 'boundary.file_id', 'file.id')
    .select(['file.name', 'file.source', 'file.licence', sql<number>`count(distinct boundary.unit_id)`.as('units')])
    .groupBy(['file.id', 'file.name', 'file.source', 'file.licence'])
    .orderBy(sql`file.name collate "vi-x-icu"`)
    .execute()
  return rows.map((row) => ({ ...row, units: Number(row.units) }))
}

function yes<Value>(value: Value): Answer<Value> {
  return { ok: true, value }
}

function no(refusal: BoundaryRefusal): { ok: false; refusal: BoundaryRefusal } {
  return { ok: false, refusal }
}

const perStatement = 500

// The tables are the owner's: the role of pages may only read them (db/migrations/0170).
async function asOwner(tx: Tx): Promise<void> {
  await sql`set local role kheo_owner`.execute(tx)
}

async function takenBy(
  tx: Tx,
  name: string,
  boundaries: readonly PlacedBoundary[],
): Promise<{ unit: string; file: string }[]> {
  const rows = await tx
    .selectFrom('boundary')
    .innerJoin('boundary_file as file', 'file.id', 'boundary.file_id')
    .innerJoin('unit', 'unit.id', 'boundary.unit_id')
    .innerJoin(
      sql<{ unit_id: string; valid: string }>`(
        select * from unnest(
          ${boundaries.map(({ unit }) => unit)}::uuid[], ${boundaries.map(rangeOf)}::text[]::daterange[]) as given (unit_id, valid)
      )`.as('given'),
      (join) => join.onRef('given.unit_id', '=', 'boundary.unit_id').on(sql<boolean>`given.valid && boundary.valid`),
    )
    .select(['unit.code', 'file.name'])
    .where('file.name', '!=', name)
    .orderBy('unit.code')
    .execute()
  return rows.map((row) => ({ unit: row.code, file: row.name }))
}

function rangeOf({ from, before }: PlacedBoundary): string {
  return `[${from ?? ''},${before ?? ''})`
}

function rowOf(boundary: PlacedBoundary, file: string) {
  const { path, box, at } = boundary.drawn
  return {
    unit_id: boundary.unit,
    valid: rangeOf(boundary),
    file_id: file,
    path,
    low_x: box.lowX,
    low_y: box.lowY,
    high_x: box.highX,
    high_y: box.highY,
    label_x: at[0],
    label_y: at[1],
  }
}
