import { topOf, type SheetRows } from '#kernel/workbook.ts'
import type { ReportContent } from './content.ts'
import { addFilled, noneFilled, readColumnRows, type Filled } from './filled.ts'
import { columnsFor, mapMost, recognise, type WorkbookMap } from './workbook-map.ts'

/** What became of a file that may be one of the province's own workbooks. */
export type MappedReading =
  | { kind: 'not-known' }
  | { kind: 'read'; map: string; filled: Filled }
  /** It is one with a column for each unit, and none, or two, carry this unit's name. */
  | { kind: 'no-column'; map: string }

/** Reads the sheets that the province has described; the others of the file are left alone, for they were never meant. */
export async function readByMaps(
  sheets: readonly SheetRows[],
  content: ReportContent,
  maps: readonly WorkbookMap[],
): Promise<MappedReading> {
  let first: WorkbookMap | null = null
  const filled = noneFilled(true)
  for (const sheet of maps.length > 0 ? sheets : []) {
    const top = await topOf(sheet, mapMost.head + 1)
    const map = recognise(top, maps)
    if (!map) continue
    first ??= map
    const columns = columnsFor(top, map.layout, content.unitName)
    if (!columns) return { kind: 'no-column', map: map.name }
    addFilled(filled, await readColumnRows(sheet, content, columns))
  }
  return first ? { kind: 'read', map: first.name, filled } : { kind: 'not-known' }
}
