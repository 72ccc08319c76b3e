import { z } from 'zod'
import { parseLocalDate } from '#kernel/local-date.ts'
import { readNumeral } from '#kernel/numerals.ts'
import { quantity, toDecimalText, zero, type Quantity } from '#kernel/quantity.ts'
import { parseId } from '#kernel/ids.ts'
import { lengthOf, tidy } from '#kernel/text.ts'
import { campaignKinds } from './campaign.ts'
import { workPurposes } from './work-item.ts'

export const longest = { title: 200, place: 120, text: 4000, list: 20_000, prize: 80 } as const

const typed = z.string().default('')

function line(most: number, name: string) {
  return typed.transform(tidy).refine((text) => lengthOf(text) <= most, `${name} dài quá ${most} chữ cái.`)
}

function needed(most: number, name: string, what: string) {
  return line(most, name).pipe(z.string().min(1, `${name}: ${what}.`))
}

/** A day as Vietnamese writes it. */
function dayOf(name: string) {
  return typed.transform((text, ctx) => {
    const day = parseLocalDate(text)
    if (day) return day
    ctx.addIssue(`${name}: ghi ngày/tháng/năm, ví dụ 5/9/2026.`)
    return z.NEVER
  })
}

function dayOrNone(name: string) {
  return typed.transform((text, ctx) => {
    if (tidy(text) === '') return null
    const day = parseLocalDate(text)
    if (day) return day
    ctx.addIssue(`${name}: ghi ngày/tháng/năm, ví dụ 5/9/2026; chưa có thì để trống.`)
    return z.NEVER
  })
}

function amountOf(name: string) {
  return typed.transform((text, ctx): Quantity | null => {
    if (tidy(text) === '') return null
    const reading = readNumeral(text, 'decimal')
    const amount =
      reading.kind === 'amount' && reading.qualifier === 'exact' ? quantity(toDecimalText(reading.amount)) : null
    if (amount !== null && amount >= zero && Number(toDecimalText(amount)) < 1e9) return amount
    ctx.addIssue(`${name}: ghi bằng chữ số, ví dụ 12,5; không rõ thì để trống.`)
    return z.NEVER
  })
}

const campaign = typed.transform((text) => parseId<'Sheet'>(text))

export const campaignForm = z.object({
  kind: z.enum(campaignKinds, 'Loại: xin chọn một loại.'),
  title: needed(longest.title, 'Tên', 'ghi tên chủ đề hoặc đợt thi đua'),
  from: dayOf('Ngày bắt đầu'),
  until: dayOf('Ngày kết thúc'),
  subject: line(longest.text, 'Nội dung'),
  list: line(longest.list, 'Danh sách đơn vị'),
  result: line(longest.text, 'Kết quả'),
})

export const pledgeForm = z.object({
  title: needed(longest.title, 'Tên bản cam kết', 'ghi tên bản cam kết'),
  year: typed.transform((text, ctx) => {
    const year = /^\s*(19|20)\d\d\s*$/.test(text) ? Number(text) : 0
    if (year >= 1990) return year
    ctx.addIssue('Năm: ghi bốn chữ số, ví dụ 2026.')
    return z.NEVER
  }),
  day: dayOf('Ngày ký'),
  wording: needed(longest.text, 'Nội dung cam kết', 'ghi những điều các đơn vị cam kết'),
  campaign,
  list: needed(longest.list, 'Đơn vị ký', 'ghi mỗi dòng một đơn vị'),
})

export const contestForm = z.object({
  title: needed(longest.title, 'Tên hội thi', 'ghi tên hội thi'),
  day: dayOf('Ngày thi'),
  place: line(longest.place, 'Nơi tổ chức'),
  rounds: line(longest.text, 'Phần thi'),
  list: line(longest.list, 'Các đội'),
})

export const workItemForm = z.object({
  title: needed(longest.title, 'Tên phần việc, công trình', 'ghi làm việc gì'),
  purpose: z.enum(workPurposes, 'Thuộc về: xin chọn một.'),
  campaign,
  day: dayOf('Ngày bắt đầu'),
  doneOn: dayOrNone('Ngày hoàn thành'),
  place: line(longest.place, 'Địa điểm'),
  costMillion: amountOf('Kinh phí'),
  labourDays: amountOf('Ngày công'),
  result: line(longest.text, 'Kết quả'),
})
