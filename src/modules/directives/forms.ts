import { z } from 'zod'
import { parseLocalDate } from '#kernel/local-date.ts'
import { lengthOf, tidy } from '#kernel/text.ts'
import { directiveKinds } from './number-words.ts'
import { reviewKinds } from './review.ts'

export const longest = {
  number: 60,
  issuer: 160,
  subject: 600,
  source: 300,
  document: 120,
  conclusions: 8000,
  reason: 300,
} as const

const typed = z.string().default('')

function line(most: number, name: string) {
  return typed.transform(tidy).refine((text) => lengthOf(text) <= most, `${name} dài quá ${most} chữ cái.`)
}

function dayOf(name: string) {
  return typed.transform((text, ctx) => {
    const day = parseLocalDate(text)
    if (day) return day
    ctx.addIssue(`${name}: ghi ngày/tháng/năm, ví dụ 3/6/2013.`)
    return z.NEVER
  })
}

function dayOrNone(name: string) {
  return typed.transform((text, ctx) => {
    if (tidy(text) === '') return null
    const day = parseLocalDate(text)
    if (day) return day
    ctx.addIssue(`${name}: ghi ngày/tháng/năm, ví dụ 3/6/2013; không rõ thì để trống.`)
    return z.NEVER
  })
}

/** One document as it is typed; `kind` and `issuer` may be left to what the number says. */
export const directiveForm = z.object({
  number: line(longest.number, 'Số, ký hiệu').pipe(
    z.string().min(1, 'Số, ký hiệu: ghi như trên văn bản, ví dụ 25-NQ/TW.'),
  ),
  kind: z.union([z.literal(''), z.enum(directiveKinds)], 'Loại văn bản: xin chọn một loại.').default(''),
  issuer: line(longest.issuer, 'Cơ quan ban hành'),
  day: dayOf('Ngày ban hành'),
  subject: line(longest.subject, 'Trích yếu').pipe(z.string().min(1, 'Trích yếu: ghi văn bản về việc gì.')),
  inForceFrom: dayOrNone('Có hiệu lực từ'),
  inForceTo: dayOrNone('Hết hiệu lực'),
  replacedBy: line(longest.number, 'Được thay bằng'),
  amends: line(longest.number, 'Sửa đổi, thay thế văn bản'),
  source: line(longest.source, 'Nguồn'),
})

export const reviewForm = z.object({
  directive: line(80, 'Văn bản').pipe(z.string().min(1, 'Văn bản: xin chọn văn bản được sơ kết, tổng kết.')),
  kind: z.enum(reviewKinds, 'Loại: xin chọn sơ kết hoặc tổng kết.'),
  years: typed.transform((text, ctx) => {
    if (tidy(text) === '') return null
    const years = /^\d{1,2}$/.test(tidy(text)) ? Number(tidy(text)) : 0
    if (years > 0) return years
    ctx.addIssue('Số năm: ghi bằng chữ số, ví dụ 5; không nói số năm thì để trống.')
    return z.NEVER
  }),
  day: dayOf('Ngày tổ chức'),
  periodFrom: dayOrNone('Giai đoạn từ ngày'),
  periodTo: dayOrNone('Đến ngày'),
  document: line(longest.document, 'Số báo cáo'),
  conclusions: line(longest.conclusions, 'Kết luận'),
})

export const reasonForm = z.object({
  reason: line(longest.reason, 'Lý do').pipe(z.string().min(1, 'Lý do: xin ghi vì sao.')),
})
