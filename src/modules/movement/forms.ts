import { z } from 'zod'
import { parseLocalDate } from '#kernel/local-date.ts'
import { lengthOf, tidy } from '#kernel/text.ts'
import { holderKinds, scopes, type InitiativeEntry } from './initiative.ts'
import type { FormStep, TextItem } from './registration-steps.ts'
import { movementWordLists } from './words.ts'

const typed = z.string().default('')
const longestReason = 600

function line(most: number, name: string) {
  return typed.transform(tidy).refine((text) => lengthOf(text) <= most, `${name} dài quá ${most} chữ cái.`)
}

function oneOf<Word extends string>(words: readonly Word[], sentence: string) {
  return typed.transform((text, ctx): Word => {
    const word = words.find((one) => one === text)
    if (word !== undefined) return word
    ctx.addIssue(sentence)
    return z.NEVER
  })
}

const day = typed.transform((text, ctx) => {
  const read = parseLocalDate(text)
  if (read) return read
  ctx.addIssue('Ngày: ghi ngày/tháng/năm, ví dụ 5/9/2026.')
  return z.NEVER
})
const dayOrNothing = typed.transform((text, ctx) => {
  if (text.trim() === '') return null
  const read = parseLocalDate(text)
  if (read) return read
  ctx.addIssue('Ngày: ghi ngày/tháng/năm, ví dụ 5/9/2026; hoặc để trống.')
  return z.NEVER
})
const year = typed.transform((text, ctx) => {
  if (/^(19|20)\d\d$/.test(text.trim())) return Number(text.trim())
  ctx.addIssue('Năm: ghi bốn chữ số, ví dụ 2026.')
  return z.NEVER
})
const scope = oneOf(scopes, 'Chọn cấp đăng ký: mỗi cấp được đếm riêng.')

/** Who does it and how it is called: the first page of the form. */
export const whoForm = z.object({
  name: line(200, 'Tên').pipe(z.string().min(1, 'Tên: ghi tên mô hình, điển hình.')),
  holderKind: oneOf(holderKinds, 'Chọn tập thể hoặc cá nhân.'),
  holder: line(200, 'Tập thể thực hiện').pipe(
    z.string().min(1, 'Người thực hiện: ghi tên tập thể; với cá nhân, ghi chức danh hoặc nơi công tác.'),
  ),
  personName: line(80, 'Họ tên'),
  consents: typed.transform((text) => text === 'co'),
  isAnother: typed.transform((text) => text === 'co'),
})

/** With whom and for which year it is registered, and whether it is new. */
export const yearForm = z.object({
  year,
  scope,
  isNew: oneOf(['moi', 'duy-tri'], 'Chọn xây dựng mới hay duy trì từ năm trước.').transform((word) => word === 'moi'),
})

export const continueForm = z.object({ year, scope, theme: line(80, 'Chủ đề') })

/** One box of words, or several, as a page of the form asks for them. */
export function readBoxes(
  step: FormStep,
  form: FormData,
): { ok: true; value: Partial<Pick<InitiativeEntry, TextItem>> } | { ok: false; errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  const value: Partial<Record<TextItem, string>> = {}
  for (const box of step.boxes) {
    const given = form.get(box.item)
    const text = tidy(typeof given === 'string' ? given : '')
    if (lengthOf(text) > box.longest) errors[box.item] = `${box.label} dài quá ${box.longest} chữ cái.`
    value[box.item] = text
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, value }
}

/** A step of a year: why, by which decision, on which day. */
export const moveForm = z.object({
  reason: line(longestReason, 'Lý do'),
  document: line(80, 'Số quyết định'),
  on: dayOrNothing,
  isCompletion: typed.transform((text) => text === 'co'),
})

export const judgeForm = z.object({ on: day })

export const windowForm = z.object({ year, scope, from: day, to: day })

export const movementWordForm = z.object({
  list: oneOf(movementWordLists, 'Chọn danh mục.'),
  label: line(80, 'Từ').pipe(z.string().min(1, 'Từ: viết như trong văn bản.')),
  source: line(160, 'Theo văn bản').pipe(z.string().min(1, 'Theo văn bản: ghi số văn bản hoặc hướng dẫn.')),
  from: day,
})

export const retiringForm = movementWordForm.omit({ label: true })

export const receiversForm = z.object({
  commune: oneOf(['own-leader', 'province'], 'Chọn ai công nhận ở cấp xã.'),
  province: oneOf(['officer-or-leader', 'leader'], 'Chọn ai công nhận ở cấp tỉnh.'),
  source: line(160, 'Theo văn bản').pipe(z.string().min(1, 'Theo văn bản: ghi số văn bản hoặc hướng dẫn.')),
})

export const yearVersion = z.coerce.number().int().nonnegative().catch(-1)
