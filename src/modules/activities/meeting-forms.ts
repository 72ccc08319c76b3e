import { z } from 'zod'
import { lengthOf, tidy } from '#kernel/text.ts'
import { choice, count, day, dayOrNone, needed, text, typed } from './form-parts.ts'
import {
  delegateLevels,
  meetingKinds,
  sessionTimes,
  trainingKinds,
  type MeetingEntry,
  type MeetingFacts,
  type MeetingKind,
  type Speech,
} from './meeting.ts'

export const longestMeeting = {
  ...{ subject: 300, organiser: 160, place: 160, document: 300, agenda: 3000, conclusions: 4000, speaker: 160 },
  ...{ helper: 160, result: 1200, task: 600, owner: 160, reason: 300 },
} as const

/** As many speeches as one conference lists. */
export const mostSpeeches = 40

/** A meeting as it was typed: whom a support helps is a name until the territory says what it means. */
export type MeetingDraft = Omit<MeetingEntry, 'facts'> & { facts: DraftFacts }
type Support = Extract<MeetingFacts, { kind: 'support' }>
export type DraftFacts = Exclude<MeetingFacts, Support> | (Omit<Support, 'helped'> & { helped: string })

const head = z.object({
  kind: choice(meetingKinds, 'Loại: chọn một loại hoạt động.'),
  heldOn: day('Ngày'),
  subject: needed(longestMeeting.subject, 'Nội dung', 'ghi bàn hoặc làm việc gì.'),
  organiser: text(longestMeeting.organiser, 'Cơ quan tổ chức'),
  place: text(longestMeeting.place, 'Nơi tổ chức'),
})

const attendances = count('Số lượt người')
const opinions = count('Số ý kiến')
const answered = count('Số ý kiến đã trả lời')

const factsForm: Record<MeetingKind, z.ZodType<Record<string, unknown>>> = {
  conference: z.object({
    agenda: text(longestMeeting.agenda, 'Chương trình'),
    conclusions: text(longestMeeting.conclusions, 'Kết luận'),
    attendances,
  }),
  congress: z.object({
    congressOf: needed(longestMeeting.organiser, 'Đại hội của tổ chức nào', 'ghi tên tổ chức và nhiệm kỳ.'),
    conclusions: text(longestMeeting.conclusions, 'Kết quả'),
    attendances,
  }),
  training: z.object({
    trainingKind: choice(trainingKinds, 'Loại lớp: chọn một loại.'),
    classes: count('Số lớp')
      .transform((amount) => amount ?? 1)
      .refine((amount) => amount > 0, 'Số lớp: ghi từ 1.'),
    attendances,
    isForStaff: typed.transform((word) => word === 'co'),
  }),
  dissemination: z.object({ document: text(longestMeeting.document, 'Văn bản'), attendances }),
  voters: z.object({
    delegatesOf: choice(delegateLevels, 'Đại biểu: chọn đại biểu của cơ quan nào.'),
    session: typed.transform((word) => sessionTimes.find((one) => one === word) ?? null),
    ...{ attendances, opinions, answered },
  }),
  criticism: z.object({
    document: needed(longestMeeting.document, 'Dự thảo được phản biện', 'ghi tên dự thảo.'),
    ...{ attendances, opinions, answered },
  }),
  feedback: z.object({ document: text(longestMeeting.document, 'Nơi nhận'), opinions, answered }),
  support: z.object({
    helper: needed(longestMeeting.helper, 'Ai giúp', 'ghi tên cơ quan, tổ chức, không ghi tên người.'),
    helped: needed(longestMeeting.place, 'Giúp nơi nào', 'ghi tên xã, hoặc thôn và xã.'),
    isMountain: typed.transform((word) => word === 'co'),
    untilOn: dayOrNone('Giúp đến ngày'),
    result: text(longestMeeting.result, 'Kết quả'),
  }),
}

type Read<Value> = { ok: true; value: Value } | { ok: false; errors: Record<string, string> }

/** Reads the form of a meeting: what every kind has, and what only its own kind has. */
export function readMeetingForm(form: FormData): Read<MeetingDraft> {
  const given = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'))
  const read = head.safeParse(given)
  const kind = meetingKinds.find((one) => one === given.kind)
  const facts = kind ? factsForm[kind].safeParse(given) : null
  const errors: Record<string, string> = {}
  for (const issue of [...(read.error?.issues ?? []), ...(facts?.error?.issues ?? [])])
    errors[issue.path.join('.')] ??= issue.message
  const speeches = kind === 'conference' ? speechesIn(form, errors) : null
  if (!read.success || !facts?.success || Object.keys(errors).length > 0) return { ok: false, errors }
  const { kind: of, ...rest } = read.data
  // Each form above yields exactly the facts of its kind.
  const own = { kind: of, ...facts.data, ...(speeches ? { speeches } : {}) } as DraftFacts
  return { ok: true, value: { ...rest, facts: own } }
}

function speechesIn(form: FormData, errors: Record<string, string>): Speech[] {
  const rows = [...form.keys()].flatMap((key) => /^(?:speaker|speech)-(\d{1,2})$/.exec(key)?.[1] ?? [])
  return [...new Set(rows)].slice(0, mostSpeeches).flatMap((n) => {
    const [speaker = '', subject = ''] = [`speaker-${n}`, `speech-${n}`].map((field) => {
      const value = form.get(field)
      return tidy(typeof value === 'string' ? value : '')
    })
    if (!speaker && !subject) return []
    if (!speaker)
      errors[`speaker-${n}`] = 'Tham luận này chưa ghi của ai. Xin ghi chức danh hoặc cơ quan, không ghi tên.'
    if (!subject) errors[`speech-${n}`] = 'Tham luận này chưa ghi về việc gì.'
    if (lengthOf(speaker) > longestMeeting.speaker || lengthOf(subject) > longestMeeting.subject)
      errors[`speech-${n}`] ??= `Mỗi tham luận ghi ngắn, nhiều nhất ${longestMeeting.subject} chữ cái.`
    return [{ speaker, subject }]
  })
}

export const taskForm = z.object({
  owner: needed(longestMeeting.owner, 'Ai làm', 'ghi tên đơn vị, cơ quan, không ghi tên người.'),
  content: needed(longestMeeting.task, 'Việc', 'ghi phải làm gì.'),
  dueOn: day('Hạn'),
})

export const taskResultForm = z.object({
  result: needed(longestMeeting.result, 'Kết quả', 'ghi đã làm được gì.'),
})

export const meetingReasonForm = z.object({
  reason: needed(longestMeeting.reason, 'Lý do', 'ghi vì sao dòng này không tính, ví dụ “ghi trùng”.'),
})
