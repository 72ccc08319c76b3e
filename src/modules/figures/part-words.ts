import type { UnitId } from '#modules/territory/unit.ts'
import { cellReasonText } from './cell-words.ts'
import type { CubePart } from './cube-answer.ts'
import type { SetStanding } from './figure-set.ts'

const useWords: Record<CubePart['use'], string> = {
  counted: 'được tính',
  'not-applicable': 'không áp dụng, không cộng gì',
  'not-added': 'không cộng',
  'not-comparable': 'không so sánh được',
}

/** What became of one unit's number, and why where it was not added. */
export function partUseText(part: Pick<CubePart, 'use' | 'reason'>, nameOf: (unit: UnitId) => string): string {
  const why = part.reason ? cellReasonText(part.reason, nameOf).replace(/\.$/, '') : null
  return why ? `${useWords[part.use]}: ${why.charAt(0).toLocaleLowerCase('vi')}${why.slice(1)}` : useWords[part.use]
}

/** How far the report of a number has come. */
export const standingWords: Record<SetStanding, string> = {
  open: 'đang nhập',
  'handed-in': 'đã nộp, chờ duyệt',
  accepted: 'đã được nhận',
  published: 'đã công bố',
}
