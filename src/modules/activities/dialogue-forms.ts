import { z } from 'zod'
import { parseLocalDate } from '#kernel/local-date.ts'
import { lengthOf, tidy } from '#kernel/text.ts'
import { askerSides, commitmentKinds, type DueAsked } from './commitment.ts'
import type { DialogueSession } from './dialogue.ts'
import { count, dayField, dayOrNone, line, longest, typed } from './forms.ts'

export const longestText = {
  chair: 120,
  invited: 1000,
  announcement: 2000,
  conclusion: 6000,
  question: 1000,
  answer: 3000,
  owner: 160,
  words: 2000,
} as const
const mostSessions = 20

/** A text of several lines: each tidied, none of them empty at the ends. */
function lines(most: number, name: string) {
  return typed
    .transform((text) =>
      text
        .split(/\r?\n/)
        .map(tidy)
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim(),
    )
    .refine((text) => lengthOf(text) <= most, `${name} dài quá ${most} chữ cái.`)
}

const sessions = typed.transform((text, ctx): DialogueSession[] => {
  const rows = text.split(/\r?\n/).map(tidy).filter(Boolean)
  const read = rows.map((row) => {
    const [day = '', startsAt = '', ...place] = row.split(',').map(tidy)
    const on = parseLocalDate(day)
    const isTime = /^\d{1,2}[:hg]\d{0,2}$/.test(startsAt)
    const where = isTime ? place : [startsAt, ...place].filter(Boolean)
    return on && { day: on, startsAt: isTime ? startsAt : '', place: where.join(', ').slice(0, longest.place) }
  })
  const bad = read.findIndex((one) => one === null)
  if (bad >= 0)
    ctx.addIssue(`Buổi tiếp theo, dòng ${bad + 1}: ghi ngày, giờ, nơi; ví dụ “6/9/2026, 14:00, Nhà văn hóa thôn Bến”.`)
  else if (read.length > mostSessions) ctx.addIssue(`Mỗi cuộc nhiều nhất ${mostSessions + 1} buổi.`)
  else return read.filter((one) => one !== null)
  return z.NEVER
})

/** What is planned; further sessions stand one a line. */
export const planForm = z.object({
  heldOn: dayField('Ngày đối thoại: ghi ngày/tháng/năm, ví dụ 5/9/2026.'),
  startsAt: line(10, 'Giờ').refine(
    (text) => text === '' || /^\d{1,2}[:hg]\d{0,2}$/.test(text),
    'Giờ: ghi như 8:00 hoặc 14h30.',
  ),
  subject: line(longest.subject, 'Nội dung').pipe(z.string().min(1, 'Nội dung: ghi cuộc đối thoại bàn về việc gì.')),
  place: line(longest.place, 'Nơi tổ chức'),
  isThematic: typed.transform((text) => text === 'co'),
  sessions,
  chairedBy: line(longestText.chair, 'Người chủ trì'),
  invited: lines(longestText.invited, 'Thành phần mời'),
  announcement: lines(longestText.announcement, 'Lời thông báo'),
  questionsUntil: dayOrNone(
    'Nhận câu hỏi đến ngày: ghi ngày/tháng/năm, hoặc để trống nếu không nhận qua trang công khai.',
  ),
})

export const holdForm = z.object({
  heldOn: dayField('Ngày đã tổ chức: ghi ngày/tháng/năm, ví dụ 5/9/2026.'),
  attendances: count('Lượt người dự'),
  opinions: count('Số ý kiến'),
})

export const minutesForm = z.object({
  chairedBy: line(longestText.chair, 'Người chủ trì'),
  invited: lines(longestText.invited, 'Thành phần dự'),
  conclusion: lines(longestText.conclusion, 'Kết luận'),
})

export const reasonForm = z.object({ reason: line(longest.reason, 'Lý do') })

/** Questions typed in together, one a line. */
export const questionsForm = z.object({
  source: z.enum(['paper', 'hall']).catch('paper'),
  questions: typed.transform((text, ctx): string[] => {
    const read = text.split(/\r?\n/).map(tidy).filter(Boolean)
    const long = read.findIndex((one) => lengthOf(one) > longestText.question)
    if (long < 0) return read
    ctx.addIssue(`Dòng ${long + 1} dài quá ${longestText.question} chữ cái. Mỗi câu hỏi viết trên một dòng.`)
    return z.NEVER
  }),
})

export const askForm = z.object({
  question: lines(longestText.question, 'Câu hỏi').pipe(
    z.string().min(10, 'Xin viết rõ câu hỏi, ít nhất một câu ngắn.'),
  ),
})

const days = typed.transform((text, ctx): number | null => {
  if (tidy(text) === '') return null
  if (/^\d{1,3}$/.test(tidy(text)) && Number(text) > 0) return Number(text)
  ctx.addIssue('Số ngày: ghi một số từ 1 đến 999.')
  return z.NEVER
})

/** The answer to one question. The day goes before the number of days. */
export const answerForm = z
  .object({
    kind: z.enum(commitmentKinds, 'Chọn câu này được trả lời thế nào.'),
    answer: lines(longestText.answer, 'Câu trả lời').pipe(z.string().min(1, 'Ghi câu trả lời, hoặc việc cam kết làm.')),
    owner: line(longestText.owner, 'Cơ quan nhận'),
    dueOn: dayOrNone('Hạn: ghi ngày/tháng/năm, ví dụ 30/11/2026.'),
    dueDays: days,
    dueCount: z.enum(['working', 'calendar']).catch('working'),
    asker: z.enum(askerSides).catch('unknown'),
  })
  .transform(({ dueOn, dueDays, dueCount, ...entry }) => ({ ...entry, due: dueAsked(dueOn, dueDays, dueCount) }))

function dueAsked(
  on: ReturnType<typeof parseLocalDate>,
  daysAfter: number | null,
  counted: 'working' | 'calendar',
): DueAsked | null {
  if (on) return { on }
  return daysAfter === null ? null : { days: daysAfter, count: counted }
}

export const commitmentMoveForm = z.object({
  words: lines(longestText.words, 'Nội dung'),
  dueOn: dayOrNone('Hạn mới: ghi ngày/tháng/năm, ví dụ 30/11/2026.'),
  owner: line(longestText.owner, 'Cơ quan nhận'),
  asker: z.enum(askerSides).catch('unknown'),
})
