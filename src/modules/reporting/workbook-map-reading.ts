import type { ReadSheet } from '#kernel/workbook.ts'
import type { ReportContent } from './content.ts'
import { readColumns, type Filled } from './filled.ts'
import { columnsFor, recognise, type WorkbookMap } from './workbook-map.ts'

/** What became of a file that may be one of the province's own workbooks. */
export type MappedReading =
  | { kind: 'not-known' }
  | { kind: 'read'; map: string; filled: Filled }
  /** It is one with a column for each unit, and none, or two, carry this unit's name. */
  | { kind: 'no-column'; map: string }

/** Reads the sheets that the province has described; the others of the file are left alone, for they were never meant. */
export function readByMaps(
  sheets: readonly ReadSheet[],
  content: ReportContent,
  maps: readonly WorkbookMap[],
): MappedReading {
  const known = sheets.flatMap((sheet) => {
    const map = recognise(sheet, maps)
    return map ? [{ sheet, map }] : []
  })
  const [first] = known
  if (!first) return { kind: 'not-known' }
  const filled: Filled = { changes: [], faults: [], same: 0, aside: [], isUnderstood: true }
  for (const { sheet, map } of known) {
    const columns = columnsFor(sheet, map.layout, content.unitName)
    if (!columns) return { kind: 'no-column', map: map.name }
    const read = readColumns(sheet, content, null, columns)
    filled.changes.push(...read.changes)
    filled.faults.push(...read.faults)
    filled.aside.push(...read.aside)
    filled.same += read.same
  }
  return { kind: 'read', map: first.map.name, filled }
}
