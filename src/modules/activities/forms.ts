import { z } from 'zod'
import { parseLocalDate, type LocalDate } from '#kernel/local-date.ts'
import { readNumeral } from '#kernel/numerals.ts'
import { toDecimalText } from '#kernel/quantity.ts'
import { lengthOf, tidy } from '#kernel/text.ts'

export const longest = { subject: 200, place: 120, reason: 300 } as const
const largestCount = 1_000_000

export const typed = z.string().default('')

/** One line or several, tidied, of so many letters at most. */
export function line(most: number, name: string) {
  return typed.transform(tidy).refine((text) => lengthOf(text) <= most, `${name} dài quá ${most} chữ cái.`)
}

/** A count of heads or opinions as officers type it (`1.240`); empty when nobody counted. */
export function count(name: string) {
  return typed.transform((text, ctx): number | null => {
    if (tidy(text) === '') return null
    const reading = readNumeral(text, 'count')
    const amount =
      reading.kind === 'amount' && reading.qualifier === 'exact' ? Number(toDecimalText(reading.amount)) : -1
    if (amount >= 0 && amount <= largestCount) return amount
    ctx.addIssue(`${name}: ghi bằng chữ số, ví dụ 120; để trống nếu không đếm.`)
    return z.NEVER
  })
}

/** A day as Vietnamese writes it; `sentence` when it is none. */
export function dayField(sentence: string) {
  return typed.transform((text, ctx): LocalDate => {
    const day = parseLocalDate(text)
    if (day) return day
    ctx.addIssue(sentence)
    return z.NEVER
  })
}

/** A day that may be left out. */
export function dayOrNone(sentence: string) {
  return typed.transform((text, ctx): LocalDate | null => {
    const day = parseLocalDate(text)
    if (day || tidy(text) === '') return day
    ctx.addIssue(sentence)
    return z.NEVER
  })
}

/** The form of one dialogue. A day is read as Vietnamese writes it. */
export const dialogueForm = z.object({
  heldOn: dayField('Ngày đối thoại: ghi ngày/tháng/năm, ví dụ 5/9/2026.'),
  subject: line(longest.subject, 'Nội dung').pipe(z.string().min(1, 'Nội dung: ghi cuộc đối thoại bàn về việc gì.')),
  place: line(longest.place, 'Nơi tổ chức'),
  isThematic: typed.transform((text) => text === 'co'),
  attendances: count('Lượt người dự'),
  opinions: count('Số ý kiến'),
})

export const voidForm = z.object({
  reason: line(longest.reason, 'Lý do').pipe(
    z.string().min(1, 'Lý do: ghi vì sao cuộc này không tính, ví dụ “ghi trùng” hoặc “không tổ chức”.'),
  ),
})

export const versionField = z.coerce.number().int().nonnegative().catch(-1)
