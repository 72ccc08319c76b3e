import { change, openVersion, uncited, unitNow, type Book } from './book.ts'
import type { HandReading } from './matching.ts'
import { splitName } from './names.ts'
import type { Cells } from './table.ts'

export function readingsOf(rows: readonly Cells[]): HandReading[] {
  return rows.map((row) => ({
    resolution: row('resolution'),
    clause: Number(row('clause')),
    kind: row('kind'),
    name: row('name'),
    within: row('within'),
    code: row('official_code'),
    correctedName: row('corrected_name'),
    reason: row('reason'),
  }))
}

// Where a resolution ranks a unit otherwise than the snapshot, no act tells since when: at the latest since the acts of its province.
const atTheLatest = '2025-01-01'

/** The resolution decides how an older unit is spelt and of what kind it was when it ended. */
export function correctNames(book: Book, readings: readonly HandReading[]): void {
  for (const { code, correctedName } of readings) {
    if (correctedName === '') continue
    const unit = unitNow(book, 'commune', code)
    const last = openVersion(unit)
    const { kind } = splitName('commune', correctedName)
    if (kind !== last.kind) change(book, unit, atTheLatest, { name: correctedName, kind }, uncited, false)
    else for (const version of unit.versions) if (version.name === last.name) version.name = correctedName
  }
}
