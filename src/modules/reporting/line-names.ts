import type { CellNames } from '#modules/figures/finding-words.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { registerName } from '#modules/figures/labels.ts'
import type { ContentLine } from './content.ts'

/** The cells of a report by the names and the units of count of its lines. */
export function namesOf(lines: ContentLine[]): CellNames {
  const byKey = new Map(lines.map((line) => [cellKey(line.cell), line]))
  return (cell) => {
    const line = byKey.get(cellKey(cell))
    if (!line) return { name: cell.code, unit: '', register: null }
    return {
      name: line.dimensionName ? `${line.name}, ${line.dimensionName}` : line.name,
      unit: line.unitOfCount,
      register: line.countedFrom && registerName[line.countedFrom.kind],
    }
  }
}
