import { z } from 'zod'
import { parseLocalDate } from '#kernel/local-date.ts'
import { lengthOf, tidy } from '#kernel/text.ts'
import { longestExpression } from './expression-doubt.ts'

export const longestFormula = { name: 120, text: longestExpression, reason: 500 } as const

const typed = z.string().default('')

function line(most: number, name: string, missing: string) {
  return typed
    .transform(tidy)
    .refine((text) => lengthOf(text) <= most, `${name} dài quá ${most} chữ cái.`)
    .pipe(z.string().min(1, missing))
}

function day(name: string) {
  return typed.transform((text, ctx) => {
    const found = parseLocalDate(text)
    if (found) return found
    ctx.addIssue(`${name}: ghi ngày/tháng/năm, ví dụ 1/1/2026.`)
    return z.NEVER
  })
}

// One line of a formula: a line break in it is a blank, and how long it may be is told by who reads it.
const text = typed.transform((written) => tidy(written).replace(/\s+/g, ' '))

export const formulaForm = z.object({
  name: line(longestFormula.name, 'Tên', 'Tên: ghi công thức này cho biết gì, ví dụ “Tỷ lệ hồ sơ trước hạn”.'),
  text,
  reason: line(longestFormula.reason, 'Vì sao', 'Vì sao: ghi vì sao tỉnh cần số này, hoặc vì sao sửa.'),
  validFrom: day('Dùng từ ngày'),
})

export const retireForm = z.object({
  day: day('Ngừng từ ngày'),
  reason: line(longestFormula.reason, 'Lý do', 'Lý do: ghi vì sao không dùng nữa.'),
})

export const formulaVersionField = z.coerce.number().int().nonnegative().catch(-1)
