import { formatDay } from '#kernel/local-date.ts'
import { columnName } from '#modules/reporting/template-labels.ts'
import { lineCount, type DrawnVersion, type ShapeLine } from '#modules/reporting/template-shape.ts'
import { registerName } from '#modules/figures/labels.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import type { PickedIndicator } from '#modules/figures/indicator-choice.ts'
import type { RecordKind } from '#modules/figures/counted-by.ts'

/** How long a version holds, in words. */
export function useSaid(version: Pick<DrawnVersion, 'isDraft' | 'validFrom' | 'validUntil'>): string {
  if (version.isDraft) return 'bản nháp'
  const from = version.validFrom === null ? '' : `từ ${formatDay(version.validFrom)} `
  if (version.validUntil !== null) return `${from}đến hết ${formatDay(version.validUntil)}`
  return from === '' ? 'đang dùng' : `dùng ${from}`.trim()
}

/** How large a form is, in words. */
export function sizeSaid(version: Pick<DrawnVersion, 'shape'>): string {
  const { sections } = version.shape
  return `${sections.length} mục, ${lineCount(version.shape)} ô số liệu`
}

/** The word by which a form posts the whole of an indicator, for which the ledger has an empty one. */
export const whole = '_'

/** What is known of the indicators a form names. */
export type Known = { catalogue: readonly PickedIndicator[]; counted: ReadonlyMap<string, readonly RecordKind[]> }

/** One line of a section as its form shows it: every part it could be asked in, and what registers count. */
export function lineShown({ code, parts }: ShapeLine, { catalogue, counted }: Known) {
  const found = catalogue.find((one) => one.code === code)
  return {
    ...{ code, name: found?.name ?? code, unit: found?.unitOfCount ?? '' },
    parts: ['', ...(found?.dimensions ?? [])].map((part) => ({
      ...{ value: part === '' ? whole : part, label: columnName(part), chosen: parts.includes(part) },
      counted: (counted.get(cellKey({ code, dimension: part })) ?? []).map((kind) => registerName[kind]).join(', '),
    })),
  }
}

export type ShownLine = ReturnType<typeof lineShown>
