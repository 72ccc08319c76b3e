import { z } from 'zod'
import { parseLocalDate } from '#kernel/local-date.ts'
import { lengthOf, tidy } from '#kernel/text.ts'
import { unitSizeRefusalText } from './unit-size-labels.ts'
import { readPeople, sizeCertainties } from './unit-size.ts'

export const longestSize = { people: 20, source: 200, reason: 300 } as const

const typed = z.string().default('')

function line(most: number, name: string) {
  return typed.transform(tidy).refine((text) => lengthOf(text) <= most, `${name} dài quá ${most} chữ cái.`)
}

const said = {
  source: line(longestSize.source, 'Nguồn').pipe(z.string().min(1, unitSizeRefusalText({ code: 'source-missing' }))),
  certainty: z.enum(sizeCertainties, 'Mức chắc chắn: chọn một trong ba.'),
}

/** The form of one size. */
export const unitSizeForm = z.object({
  ...said,
  people: typed.transform((text, ctx) => {
    const people = readPeople(text)
    if (people !== null) return people
    ctx.addIssue(unitSizeRefusalText({ code: 'people-unclear' }))
    return z.NEVER
  }),
  on: typed.transform((text, ctx) => {
    const day = parseLocalDate(tidy(text))
    if (day) return day
    ctx.addIssue('Tính đến ngày: ghi ngày/tháng/năm, ví dụ 31/12/2025.')
    return z.NEVER
  }),
})

/** What is said once for a whole file. */
export const unitSizeSaidForm = z.object(said)

export const unitSizeReasonForm = z.object({
  reason: line(longestSize.reason, 'Lý do').pipe(z.string().min(1, unitSizeRefusalText({ code: 'reason-needed' }))),
})
