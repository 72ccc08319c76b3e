import { change, openVersion, unitNow, type Book } from './book.ts'
import { splitName, type Level } from './names.ts'
import type { Cells } from './table.ts'

/** Changes since 1 July 2025; a change of code is dated by the latest day on which it was not yet known otherwise. */
export function applyLater(book: Book, changes: readonly Cells[], codeChanges: readonly Cells[]): void {
  const dated = changes.filter((row) => row('day') !== '')
  for (const row of dated.toSorted((a, b) => (a('day') < b('day') ? -1 : 1))) {
    const level = row('level') as Level
    const name = row('new_name')
    const unit = unitNow(book, level, row('official_code'))
    change(book, unit, row('day'), { name, kind: splitName(level, name).kind }, { act: row('act'), article: '' })
  }
  for (const row of codeChanges) {
    const unit = unitNow(book, 'commune', row('official_code'))
    const { cite } = openVersion(unit)
    change(book, unit, row('day'), { officialCode: row('new_code') }, cite, row('day_is_known') === 'true')
  }
}
