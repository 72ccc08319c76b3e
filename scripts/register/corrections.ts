import { openVersion, unitNow, type Book } from './book.ts'
import type { HandReading } from './matching.ts'
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

/** The resolution decides how an older unit is spelt; not of what kind it was, since 1674 calls xã Tiên Sơn a phường. */
export function correctNames(book: Book, readings: readonly HandReading[]): void {
  for (const { code, correctedName } of readings) {
    if (correctedName === '') continue
    const unit = unitNow(book, 'commune', code)
    const last = openVersion(unit).name
    for (const version of unit.versions) if (version.name === last) version.name = correctedName
  }
}
