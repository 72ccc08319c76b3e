import { z } from 'zod'
import { parseLocalDate, type LocalDate } from '#kernel/local-date.ts'
import { lengthOf, tidy } from '#kernel/text.ts'
import { targetAims } from './target.ts'

export const longestTarget = { amount: 60, reason: 300, number: 60 } as const

const typed = z.string().default('')

function line(most: number, name: string) {
  return typed.transform(tidy).refine((text) => lengthOf(text) <= most, `${name} dài quá ${most} chữ cái.`)
}

const day = typed.transform((text, ctx): LocalDate | null => {
  if (tidy(text) === '') return null
  const read = parseLocalDate(tidy(text))
  if (read) return read
  ctx.addIssue('Ngày văn bản: ghi ngày/tháng/năm, ví dụ 5/1/2026; không có thì để trống.')
  return z.NEVER
})

const document = {
  number: line(longestTarget.number, 'Số văn bản'),
  on: day,
}

const wording = {
  aim: typed.transform((text) => targetAims.find((one) => one === text) ?? null),
  amount: line(longestTarget.amount, 'Mức'),
  reason: line(longestTarget.reason, 'Lý do'),
  ...document,
}

type Wording = {
  aim: (typeof targetAims)[number] | null
  amount: string
  reason: string
  number: string
  on: LocalDate | null
}

function asTyped({ aim, amount, reason, number, on }: Wording) {
  return { aim, raw: amount, reason, document: { number, on } }
}

const noNumber = 'Có ngày văn bản thì ghi cả số văn bản.'
const hasNumber = ({ number, on }: { number: string; on: LocalDate | null }): boolean => on === null || number !== ''

/** What is to be reached, without where: for revising. */
export const wordingForm = z
  .object(wording)
  .refine(hasNumber, { path: ['number'], message: noNumber })
  .transform(asTyped)

/** The form of a new target; unit, cell and period are read against what there is. */
export const targetForm = z
  .object({
    ...wording,
    unit: typed,
    cell: typed.pipe(z.string().min(1, 'Chỉ tiêu: chọn một chỉ tiêu trong danh sách.')),
    period: typed.pipe(z.string().min(1, 'Kỳ: chọn một kỳ.')),
  })
  .refine(hasNumber, { path: ['number'], message: noNumber })
  .transform(({ unit, cell, period, ...rest }) => ({ unit, cell, period, ...asTyped(rest) }))

export const withdrawForm = z.object({
  reason: line(longestTarget.reason, 'Lý do').pipe(
    z.string().min(1, 'Lý do: ghi vì sao rút chỉ tiêu này, ví dụ “ghi nhầm kỳ”.'),
  ),
})

/** What is said of all lines of a list. */
export const groundsForm = z
  .object({ reason: wording.reason, ...document })
  .refine(hasNumber, { path: ['number'], message: noNumber })
  .transform(({ reason, number, on }) => ({ reason, document: { number, on } }))

/** The version of a target that a form was made from. */
export const targetVersionField = z.coerce.number().int().nonnegative().catch(-1)
