import type { z } from 'zod'
import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import { longest, type directiveForm } from '#modules/directives/forms.ts'
import type { DirectiveEntry } from '#modules/directives/directive.ts'
import { doubtText, issuerOfNumber, kindOfNumber, printNumber, readNumber } from '#modules/directives/number.ts'
import { directiveKinds, directiveKindLabel } from '#modules/directives/number-words.ts'
import type { SheetField } from '../registers/fields.ts'

export const path = '/desk/van-ban-chi-dao'

export const directiveFields: SheetField[] = [
  {
    ...{ kind: 'line', name: 'number', label: 'Số, ký hiệu', most: longest.number, width: 'medium' },
    hint: 'Ghi như trên văn bản, ví dụ 10-NQ/TU, 15/BC-UBND, 59/2023/NĐ-CP.',
  },
  {
    ...{ kind: 'select', name: 'kind', label: 'Loại văn bản', none: 'theo ký hiệu trong số' },
    options: directiveKinds.map((value) => ({ value, label: directiveKindLabel[value] })),
  },
  {
    ...{ kind: 'line', name: 'issuer', label: 'Cơ quan ban hành', most: longest.issuer, optional: true },
    hint: 'Để trống thì lấy theo ký hiệu trong số.',
  },
  { kind: 'day', name: 'day', label: 'Ngày ban hành' },
  { kind: 'text', name: 'subject', label: 'Trích yếu', rows: 3, most: longest.subject },
  { kind: 'day', name: 'inForceFrom', label: 'Có hiệu lực từ', optional: true },
  { kind: 'day', name: 'inForceTo', label: 'Còn hiệu lực đến hết ngày', optional: true },
  {
    kind: 'line',
    name: 'replacedBy',
    label: 'Được thay bằng văn bản',
    most: longest.number,
    width: 'medium',
    optional: true,
  },
  {
    kind: 'line',
    name: 'amends',
    label: 'Sửa đổi, thay thế văn bản',
    most: longest.number,
    width: 'medium',
    optional: true,
  },
  {
    kind: 'line',
    name: 'source',
    label: 'Nguồn',
    most: longest.source,
    optional: true,
    hint: 'Lấy văn bản ở đâu, ví dụ công văn đến số mấy.',
  },
]

/** The document as its number prints; what was left to the number is taken from it. */
export function directiveOf(typed: z.output<typeof directiveForm>): DirectiveEntry {
  const { day: issuedOn, kind, issuer, number, ...entry } = typed
  const reading = readNumber(number)
  if (reading.kind !== 'read') return { ...entry, number, issuer, issuedOn, kind: kind || 'other' }
  return {
    ...{ ...entry, number: printNumber(reading.number), issuedOn, kind: kind || kindOfNumber(reading.number) },
    issuer: issuer || (issuerOfNumber(reading.number) ?? ''),
  }
}

/** What is not sure about a number that was read, as sentences. */
export function doubtsOf(number: string): { title: string; text: string }[] {
  const reading = readNumber(number)
  const doubts = reading.kind === 'read' ? reading.doubts.filter((one) => one !== 'year-unsaid') : []
  return doubts.length === 0
    ? []
    : [{ title: 'Xin xem lại số, ký hiệu', text: doubts.map((one) => doubtText[one]).join(' ') }]
}

export function valuesOf(directive: DirectiveEntry): Record<string, string> {
  const day = (one: LocalDate | null): string => (one === null ? '' : formatDay(one))
  return {
    ...{ number: directive.number, kind: directive.kind, issuer: directive.issuer, subject: directive.subject },
    ...{ day: day(directive.issuedOn), inForceFrom: day(directive.inForceFrom), inForceTo: day(directive.inForceTo) },
    ...{ replacedBy: directive.replacedBy, amends: directive.amends, source: directive.source },
  }
}
