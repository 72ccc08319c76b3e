import { z } from 'zod'
import { parseLocalDate, type LocalDate } from '#kernel/local-date.ts'
import { readNumeral } from '#kernel/numerals.ts'
import { toDecimalText } from '#kernel/quantity.ts'
import { lengthOf, tidy } from '#kernel/text.ts'

const largestCount = 1_000_000

/** A field that a form may leave out. */
export const typed = z.string().default('')

/** A text of at most so many letters; may be empty. */
export function text(most: number, name: string) {
  return typed.transform(tidy).refine((words) => lengthOf(words) <= most, `${name} dài quá ${most} chữ cái.`)
}

/** A text that has to say something; `ask` tells what to write. */
export function needed(most: number, name: string, ask: string) {
  return text(most, name).pipe(z.string().min(1, `${name}: ${ask}`))
}

/** A day as Vietnamese writes it. */
export function day(name: string) {
  return typed.transform((words, ctx): LocalDate => {
    const read = parseLocalDate(words)
    if (read) return read
    ctx.addIssue(`${name}: ghi ngày/tháng/năm, ví dụ 5/9/2026.`)
    return z.NEVER
  })
}

/** A day, or nothing. */
export function dayOrNone(name: string) {
  return typed.transform((words, ctx): LocalDate | null => {
    if (tidy(words) === '') return null
    const read = parseLocalDate(words)
    if (read) return read
    ctx.addIssue(`${name}: ghi ngày/tháng/năm, ví dụ 5/9/2026; để trống nếu không có.`)
    return z.NEVER
  })
}

/** A count of heads, opinions or units as officers type it (`1.240`); null when nobody counted. */
export function count(name: string) {
  return typed.transform((words, ctx): number | null => {
    if (tidy(words) === '') return null
    const reading = readNumeral(words, 'count')
    const amount =
      reading.kind === 'amount' && reading.qualifier === 'exact' ? Number(toDecimalText(reading.amount)) : -1
    if (amount >= 0 && amount <= largestCount) return amount
    ctx.addIssue(`${name}: ghi bằng chữ số, ví dụ 120; để trống nếu không đếm.`)
    return z.NEVER
  })
}

/** One of a few words; what else arrives is answered with what to do. */
export function choice<Word extends string>(words: readonly Word[], ask: string) {
  return typed.transform((word, ctx): Word => {
    const found = words.find((one) => one === word)
    if (found) return found
    ctx.addIssue(ask)
    return z.NEVER
  })
}
