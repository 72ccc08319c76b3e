import { z } from 'zod'
import { parseId } from '#kernel/ids.ts'
import { parseLocalDate } from '#kernel/local-date.ts'
import { lengthOf, tidy } from '#kernel/text.ts'
import { severities } from './finding.ts'
import { choice, count, day, dayOrNone, needed, text, typed } from './form-parts.ts'
import { visitKinds, visitLeads, type TypedStop, type VisitEntry } from './visit.ts'

export const longestVisit = {
  ...{ subject: 300, body: 160, members: 400, topic: 120, minutes: 4000, place: 120, number: 60, reason: 300 },
  ...{ finding: 600, answer: 1200 },
} as const

/** As many units as one mission can go to. */
export const mostStops = 120

/** A visit as it was typed: its places are names until the territory says what they mean. */
export type VisitDraft = Omit<VisitEntry, 'stops'> & { stops: TypedStop[] }

const head = z.object({
  kind: choice(visitKinds, 'Loại cuộc: chọn kiểm tra, giám sát hay khảo sát.'),
  ledBy: choice(visitLeads, 'Đoàn của ai: chọn một loại đoàn.'),
  isSurprise: typed.transform((word) => word === 'co'),
  plan: typed.transform((word) => parseId<'VisitPlan'>(word)),
  heldOn: day('Ngày bắt đầu'),
  subject: needed(longestVisit.subject, 'Nội dung', 'ghi đoàn kiểm tra, khảo sát việc gì.'),
  leadingBody: needed(longestVisit.body, 'Cơ quan chủ trì', 'ghi tên cơ quan, không ghi tên người.'),
  members: text(longestVisit.members, 'Thành phần đoàn'),
  minutes: text(longestVisit.minutes, 'Biên bản tóm tắt'),
  conclusionNumber: text(longestVisit.number, 'Số thông báo kết luận'),
  conclusionOn: dayOrNone('Ngày thông báo kết luận'),
})

/** Reads the whole form of a visit: its head, the topics ticked or typed, and a row for each unit. */
export function readVisitForm(
  form: FormData,
): { ok: true; value: VisitDraft } | { ok: false; errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  const read = head.safeParse(Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')))
  for (const issue of read.error?.issues ?? []) errors[issue.path.join('.')] ??= issue.message
  const topics = topicsIn(form, errors)
  const stops = stopsIn(form, errors)
  if (!read.success) return { ok: false, errors }
  const { conclusionNumber, conclusionOn, ...rest } = read.data
  if ((conclusionNumber === '') !== (conclusionOn === null)) {
    const field = conclusionNumber === '' ? 'conclusionNumber' : 'conclusionOn'
    errors[field] ??= 'Thông báo kết luận cần cả số và ngày. Xin ghi đủ, hoặc để trống cả hai.'
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const conclusion = conclusionOn === null ? null : { number: conclusionNumber, on: conclusionOn }
  const dated = stops.map(({ name, on, field }) => ({ name, on: on ?? rest.heldOn, field }))
  return { ok: true, value: { ...rest, topics, conclusion, stops: dated } }
}

function topicsIn(form: FormData, errors: Record<string, string>): string[] {
  const ticked = form.getAll('topic').filter((value) => typeof value === 'string')
  const typedIn = form.get('otherTopics')
  const others = typeof typedIn === 'string' ? typedIn.split(/[;\n]/) : []
  const all = [...new Set([...ticked, ...others].map(tidy).filter((one) => one !== ''))]
  if (all.some((one) => lengthOf(one) > longestVisit.topic))
    errors.otherTopics = `Mỗi chủ đề dài nhất ${longestVisit.topic} chữ cái; các chủ đề cách nhau bằng dấu chấm phẩy.`
  if (all.length > 20) errors.otherTopics = 'Nhiều nhất 20 chủ đề cho một cuộc. Xin gộp bớt.'
  return all
}

function stopsIn(form: FormData, errors: Record<string, string>) {
  const rows = [...form.keys()].flatMap((key) => /^place-(\d{1,3})$/.exec(key)?.[1] ?? [])
  return [...new Set(rows)].slice(0, mostStops).flatMap((n) => {
    const [name, on] = [`place-${n}`, `on-${n}`].map((field) => {
      const value = form.get(field)
      return tidy(typeof value === 'string' ? value : '')
    })
    if (!name) {
      if (on) errors[`place-${n}`] = 'Dòng này có ngày mà chưa có tên đơn vị. Xin ghi tên, hoặc xóa ngày.'
      return []
    }
    if (lengthOf(name) > longestVisit.place) errors[`place-${n}`] = `Tên dài quá ${longestVisit.place} chữ cái.`
    const read = on ? parseLocalDate(on) : null
    if (on && !read) errors[`on-${n}`] = `Ngày đến “${name}”: ghi ngày/tháng/năm, ví dụ 5/9/2026.`
    return [{ name, on: read, field: `place-${n}` }]
  })
}

/** The form of a finding; `owner` is the position of a place in the list of those visited. */
export const findingForm = z.object({
  said: needed(longestVisit.finding, 'Việc phải khắc phục', 'ghi việc chưa được và phải sửa thế nào.'),
  severity: choice(severities, 'Mức độ: chọn một mức.'),
  owner: typed.transform((word, ctx) => {
    const position = /^\d{1,3}$/.test(word) ? Number(word) : -1
    if (position >= 0) return position
    ctx.addIssue('Của đơn vị nào: chọn một đơn vị đoàn đã đến.')
    return z.NEVER
  }),
  dueOn: dayOrNone('Hạn khắc phục'),
})

/** What is said with a step: the answer, what shows that it was mended, or why it is opened again. */
export const stepForm = z.object({
  said: needed(longestVisit.answer, 'Nội dung', 'ghi đã làm gì, hoặc vì sao.'),
})

export const planForm = z.object({
  kind: choice(visitKinds, 'Loại cuộc: chọn kiểm tra, giám sát hay khảo sát.'),
  subject: needed(longestVisit.subject, 'Nội dung', 'ghi sẽ kiểm tra, khảo sát việc gì.'),
  quarter: typed.transform((word) => (/^[1-4]$/.test(word) ? (Number(word) as 1 | 2 | 3 | 4) : null)),
  unitsPlanned: count('Số đơn vị dự kiến').refine(
    (amount) => amount !== 0,
    'Số đơn vị dự kiến: ghi từ 1, hoặc để trống.',
  ),
})

export const topicForm = z.object({ name: needed(longestVisit.topic, 'Chủ đề', 'ghi tên chủ đề.') })

export const visitReasonForm = z.object({
  reason: needed(longestVisit.reason, 'Lý do', 'ghi vì sao dòng này không tính, ví dụ “ghi trùng”.'),
})
