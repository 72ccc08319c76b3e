import { z } from 'zod'
import { parseLocalDate, type LocalDate } from '#kernel/local-date.ts'
import type { Quantity } from '#kernel/quantity.ts'
import { lengthOf, tidy } from '#kernel/text.ts'
import { givers, type FollowEntry, type FollowKind, type Giver } from './follow.ts'
import { readLand, readMoney, readOutput, readWhole, type ReadNumber } from './follow-numbers.ts'

export const longestFollow = { text: 500, note: 4000, measure: 40, evidence: 500, reason: 300 } as const

const typed = z.string().default('')

function line(most: number, name: string) {
  return typed.transform(tidy).refine((text) => lengthOf(text) <= most, `${name} dài quá ${most} chữ cái.`)
}

function said(most: number, name: string, ask: string) {
  return line(most, name).pipe(z.string().min(1, `${name}: ${ask}`))
}

function day(name: string) {
  return typed.transform((text, ctx): LocalDate => {
    const read = parseLocalDate(text)
    if (read) return read
    ctx.addIssue(`${name}: ghi ngày/tháng/năm, ví dụ 5/9/2026.`)
    return z.NEVER
  })
}

function maybeDay(name: string) {
  return typed.transform((text, ctx): LocalDate | null => {
    if (tidy(text) === '') return null
    const read = parseLocalDate(text)
    if (read) return read
    ctx.addIssue(`${name}: ghi ngày/tháng/năm, ví dụ 5/9/2026; để trống nếu chưa xong.`)
    return z.NEVER
  })
}

function number(read: (text: string) => ReadNumber) {
  return typed.transform((text, ctx): Quantity => {
    const found = read(text)
    if (found.ok) return found.amount
    ctx.addIssue(found.problem)
    return z.NEVER
  })
}

const giver = typed.transform((text, ctx): Giver => {
  const found = givers.find((one) => one === text)
  if (found) return found
  ctx.addIssue('Ai góp: xin chọn một nguồn.')
  return z.NEVER
})

const milestone = z
  .object({
    onDay: day('Ngày dự định'),
    doneOn: maybeDay('Ngày làm xong'),
    text: said(longestFollow.text, 'Mốc', 'ghi việc phải xong, ví dụ “Ra mắt mô hình”.'),
  })
  .transform((one): FollowEntry => ({ kind: 'milestone', ...one }))

const note = z
  .object({
    onDay: day('Ngày'),
    text: said(longestFollow.note, 'Nội dung', 'ghi việc đã làm, kết quả tới nay.'),
  })
  .transform((one): FollowEntry => ({ kind: 'note', ...one }))

const output = z
  .object({
    onDay: day('Hạn đạt'),
    text: said(longestFollow.text, 'Kết quả đầu ra', 'ghi thứ đếm được, ví dụ “Hộ phân loại rác”.'),
    measure: said(longestFollow.measure, 'Đơn vị tính', 'ghi đếm bằng gì, ví dụ hộ, km, buổi.'),
    planned: number((text) => readOutput(text, 'Số dự kiến')),
    reached: typed,
    reachedOn: maybeDay('Ngày đạt'),
    evidence: line(longestFollow.evidence, 'Minh chứng'),
  })
  .transform(({ reached, reachedOn, evidence, ...one }, ctx): FollowEntry => {
    if (tidy(reached) === '' && reachedOn === null && evidence === '') return { kind: 'output', ...one, reached: null }
    const amount = readOutput(reached, 'Số đã đạt')
    if (!amount.ok) ctx.addIssue({ code: 'custom', path: ['reached'], message: amount.problem })
    if (reachedOn === null)
      ctx.addIssue({ code: 'custom', path: ['reachedOn'], message: 'Ngày đạt: ghi ngày đo, đếm được số này.' })
    if (evidence === '')
      ctx.addIssue({
        code: 'custom',
        path: ['evidence'],
        message: 'Minh chứng: ghi người khác xem được ở đâu, ví dụ “Sổ trực một cửa, trang 12–40”.',
      })
    if (!amount.ok || reachedOn === null || evidence === '') return z.NEVER
    return { kind: 'output', ...one, reached: { amount: amount.amount, on: reachedOn, evidence } }
  })

const what = said(longestFollow.text, 'Nội dung', 'ghi góp để làm việc gì.')
const money = z
  .object({ onDay: day('Ngày'), text: what, giver, amount: typed, moneyUnit: typed })
  .transform(({ amount, moneyUnit, ...one }, ctx): FollowEntry => {
    const read = readMoney(amount, moneyUnit === 'dong' ? 'dong' : 'trieu')
    if (read.ok) return { kind: 'money', ...one, amount: read.amount }
    ctx.addIssue({ code: 'custom', path: ['amount'], message: read.problem })
    return z.NEVER
  })
const labour = z
  .object({ onDay: day('Ngày'), text: what, giver, amount: number((text) => readWhole(text, 'Số ngày công')) })
  .transform((one): FollowEntry => ({ kind: 'labour', ...one }))
const land = z
  .object({ onDay: day('Ngày'), text: what, giver, amount: number(readLand) })
  .transform((one): FollowEntry => ({ kind: 'land', ...one }))
const households = z
  .object({ onDay: day('Ngày'), text: what, amount: number((text) => readWhole(text, 'Số hộ')) })
  .transform((one): FollowEntry => ({ kind: 'households', ...one }))

/** The form of a line of each kind. */
export const followForms = { milestone, note, output, money, labour, land, households } satisfies Record<
  FollowKind,
  unknown
>

export const followFields = [
  ...['onDay', 'doneOn', 'text', 'measure', 'planned', 'reached', 'reachedOn', 'evidence'],
  ...['giver', 'amount', 'moneyUnit'],
] as const

export const followReasonForm = z.object({
  reason: said(longestFollow.reason, 'Lý do', 'ghi vì sao dòng này không tính, ví dụ “ghi trùng”.'),
})
