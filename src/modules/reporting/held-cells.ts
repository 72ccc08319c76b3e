import { formatValue } from '#modules/figures/figure.ts'
import type { ContentLine } from './content.ts'
import type { Refusal } from './labels.ts'
import type { ReportId } from './report.ts'

/** Another report of the same unit and period in which a number stands (ô đã ghi ở báo cáo khác). */
export type HeldBy = { report: ReportId; templateName: string; isOpen: boolean }

/** Why a file or a pasted block cannot write a cell whose number stands in another report; null where it would change nothing. */
export function heldFault(line: ContentLine, wanted: { isSame: boolean; note: string }): string | null {
  // Only figures of another report are read (held-cells.server.ts).
  if (line.figure.basis !== 'read' || (wanted.isSame && (wanted.note === '' || wanted.note === line.figure.note)))
    return null
  const standing = formatValue(line.figure.value, line.numeral)
  return `Ô này đã ghi ở một báo cáo khác của cùng kỳ, đang là ${standing}; mỗi số chỉ ghi một lần. Xin sửa ở báo cáo đó, hoặc để trống ô này.`
}

/** Why cells cannot be written here: their numbers stand in another report of the same unit and period; null where none does. */
export function heldRefusal(
  keys: readonly string[],
  held: ReadonlyMap<string, { templateName: string }>,
): Refusal | null {
  const [first, ...others] = keys.filter((key) => held.has(key))
  const by = first === undefined ? undefined : held.get(first)
  if (first === undefined || !by) return null
  return { code: 'cells-held-elsewhere', keys: [first, ...others], templateName: by.templateName }
}
