import { z } from 'zod'
import { parseId } from '#kernel/ids.ts'
import { parseLocalDate, type LocalDate } from '#kernel/local-date.ts'
import { readNumeral } from '#kernel/numerals.ts'
import { toDecimalText } from '#kernel/quantity.ts'
import { lengthOf, tidy } from '#kernel/text.ts'
import { trees } from '#modules/territory/unit.ts'

export const longest = { name: 120, act: 80, reason: 300, source: 160, label: 80 } as const
const largestCount = 100_000

const typed = z.string().default('')

function line(most: number, name: string) {
  return typed.transform(oneLine).refine((text) => lengthOf(text) <= most, `${name} dài quá ${most} chữ cái.`)
}

function oneLine(text: string): string {
  return tidy(text).replace(/\s+/g, ' ')
}

function needed(most: number, name: string, what: string) {
  return line(most, name).pipe(z.string().min(1, `${name}: ${what}`))
}

function day(name: string) {
  return typed.transform((text, ctx): LocalDate => {
    const read = parseLocalDate(text)
    if (read) return read
    ctx.addIssue(`${name}: ghi ngày/tháng/năm, ví dụ 1/7/2025.`)
    return z.NEVER
  })
}

function dayOrNone(name: string) {
  return typed.transform((text, ctx): LocalDate | null => {
    if (tidy(text) === '') return null
    const read = parseLocalDate(text)
    if (read) return read
    ctx.addIssue(`${name}: ghi ngày/tháng/năm, ví dụ 20/6/2025, hoặc để trống.`)
    return z.NEVER
  })
}

/** An id that a choice carries; one that somebody made up reads as not chosen. */
function chosen<Kind extends string>(sentence: string) {
  return typed.transform((text, ctx) => {
    const id = parseId<Kind>(text)
    if (id) return id
    ctx.addIssue(sentence)
    return z.NEVER
  })
}

const name = needed(longest.name, 'Tên', 'ghi tên đúng như trong văn bản.')
const from = day('Từ ngày')
const actOn = dayOrNone('Ngày văn bản')
const act = needed(longest.act, 'Số văn bản', 'ghi số và ký hiệu, ví dụ 15/QĐ-UBND.')
const actOrNone = line(longest.act, 'Số văn bản')
const kind = typed.transform(tidy).pipe(z.string().min(1, 'Loại: chọn một loại trong danh mục.'))
const tree = z.enum(trees, 'Hệ thống: chọn chính quyền, Đảng hoặc Mặt trận.')
const reason = needed(longest.reason, 'Lý do', 'ghi vì sao, ví dụ “ghi nhầm ngày”.')

/** A body as it is established, or put right. Functions are read from the boxes that are ticked. */
export const bodyForm = z.object({ name, kind, tree, from, act: actOrNone, actOn })
export const bodyNameForm = z.object({ name, from, act, actOn })
export const bodyDayForm = z.object({ from, act, actOn })
export const bodyToForm = z.object({ from, act, actOn, to: chosen<'Body'>('Tổ chức nhận: chọn một tổ chức.') })
export const reasonForm = z.object({ reason })

export const subCommuneForm = z.object({ name, kind, from, act: actOrNone, actOn })
export const subCommuneChangeForm = z.object({ name, kind, from, act, actOn })
export const subCommuneDayForm = z.object({ from, act, actOn })
export const assignForm = z.object({ unit: chosen<'Unit'>('Xã: chọn xã mà thôn này thuộc về.'), from, act, actOn })

export const householdsForm = z.object({
  countedOn: day('Ngày đếm'),
  households: typed.transform((text, ctx): number => {
    const households = readHouseholds(text)
    if (households !== null) return households
    ctx.addIssue('Số hộ: ghi bằng chữ số, ví dụ 215.')
    return z.NEVER
  }),
  source: needed(longest.source, 'Nguồn', 'ghi lấy từ đâu, ví dụ “rà soát hộ, tháng 6/2026”.'),
})

/** A count of households as officers type it (`1.240`); null when it is none. */
export function readHouseholds(text: string): number | null {
  const reading = readNumeral(text, 'count')
  const amount = reading.kind === 'amount' && reading.qualifier === 'exact' ? Number(toDecimalText(reading.amount)) : -1
  return amount >= 0 && amount <= largestCount ? amount : null
}

export const placeForm = z.object({
  member: chosen<'Unit'>('Đơn vị: chọn một đơn vị.'),
  parent: chosen<'Unit'>('Đứng dưới: chọn đơn vị cấp trên.'),
  tree: z.enum(['party', 'front'], 'Cây: chọn Đảng hoặc Mặt trận.'),
  from,
  until: dayOrNone('Đến ngày'),
  act,
  actOn,
})
export const placeEndForm = z.object({ until: day('Ngày cuối cùng') })

export const wordForm = z.object({
  list: z.enum(['body-kind', 'body-function', 'sub-commune-kind'], 'Danh mục: chọn một danh mục.'),
  label: needed(longest.label, 'Từ', 'ghi từ cần thêm.').refine(
    (text) => /\p{L}/u.test(text),
    'Từ: ghi bằng chữ, không chỉ bằng dấu hoặc số.',
  ),
  source: needed(longest.source, 'Theo văn bản', 'ghi văn bản nào gọi như vậy.'),
})

export const patternForm = z.object({
  level: z.enum(['province', 'district', 'commune'], 'Cấp: chọn một cấp.'),
  function: typed.transform(tidy).pipe(z.string().min(1, 'Việc: chọn một việc.')),
  kind,
  tree,
  name,
  from,
  until: dayOrNone('Đến ngày'),
  act,
})

/** The number of the version that the officer had before him. */
export const versionField = z.coerce.number().int().nonnegative().catch(-1)
