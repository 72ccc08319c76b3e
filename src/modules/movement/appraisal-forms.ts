import { z } from 'zod'
import { parseLocalDate, type LocalDate } from '#kernel/local-date.ts'
import { lengthOf, tidy } from '#kernel/text.ts'
import type { AppraisalRoundEntry, MarkEntry } from './appraisal.ts'
import { subjectKinds } from './appraisal.ts'
import { scopes } from './initiative.ts'
import { parsePoints } from './scoring-points.ts'
import type { CriteriaSection, ScoringSetId } from './scoring-set.ts'
import { parseId } from '#kernel/ids.ts'

export const longestOfAppraisal = { title: 160, reason: 300, note: 300, minutes: 4000, document: 80 } as const

const typed = z.string().default('')

function words(most: number, name: string, missing: string | null = null) {
  return typed
    .transform(tidy)
    .pipe(z.string().min(missing === null ? 0 : 1, missing ?? ''))
    .refine((text) => lengthOf(text) <= most, `${name} dài quá ${most} chữ cái.`)
}

const year = typed.transform((text, ctx) => {
  const read = /^(19|20)\d{2}$/.exec(tidy(text))
  if (read) return Number(read[0])
  ctx.addIssue('Năm: ghi bốn chữ số, ví dụ 2026.')
  return z.NEVER
})

const set = typed.transform((text, ctx): ScoringSetId => {
  const id = parseId<'ScoringSet'>(text)
  if (id) return id
  ctx.addIssue('Bộ tiêu chí: xin chọn một bộ.')
  return z.NEVER
})

/** The form that opens a round; of units there is no level. */
export const roundForm = z
  .object({
    title: words(longestOfAppraisal.title, 'Tên đợt', 'Tên đợt: xin ghi, ví dụ “Chấm mô hình Dân vận khéo năm 2026”.'),
    year,
    set,
    subjectKind: z.enum(subjectKinds, 'Chấm gì: xin chọn một loại.'),
    scope: z.enum(scopes).nullable().catch(null),
  })
  .transform((read, ctx): AppraisalRoundEntry => {
    if (read.subjectKind === 'unit') return { ...read, scope: null }
    if (read.scope !== null) return read
    ctx.addIssue({ code: 'custom', path: ['scope'], message: 'Cấp đăng ký: xin chọn cấp mà mô hình đã đăng ký.' })
    return z.NEVER
  })

export const notEligibleForm = z.object({
  reason: words(longestOfAppraisal.reason, 'Lý do', 'Lý do: ghi vì sao không đủ điều kiện xét.'),
})

function count(name: string) {
  return typed.transform((text, ctx): number | null => {
    if (tidy(text) === '') return null
    const read = /^\d{1,3}$/.exec(tidy(text))
    if (read) return Number(read[0])
    ctx.addIssue(`${name}: ghi bằng chữ số, ví dụ 7; để trống nếu chưa rõ.`)
    return z.NEVER
  })
}

function day(name: string) {
  return typed.transform((text, ctx): LocalDate | null => {
    if (tidy(text) === '') return null
    const read = parseLocalDate(text)
    if (read) return read
    ctx.addIssue(`${name}: ghi ngày/tháng/năm, ví dụ 20/11/2026.`)
    return z.NEVER
  })
}

export const minutesForm = z.object({
  metOn: day('Ngày họp'),
  members: count('Số thành viên').refine((read) => read !== 0, 'Số thành viên: hội đồng có ít nhất một người.'),
  present: count('Số có mặt'),
  minutes: words(longestOfAppraisal.minutes, 'Nội dung thống nhất'),
})

export const decisionForm = z.object({
  document: words(longestOfAppraisal.document, 'Số quyết định', 'Số quyết định: xin ghi, ví dụ 125-QĐ/ĐU.'),
  on: day('Ngày quyết định').transform((read, ctx): LocalDate => {
    if (read !== null) return read
    ctx.addIssue('Ngày quyết định: xin ghi ngày/tháng/năm, ví dụ 20/11/2026.')
    return z.NEVER
  }),
})

/** The points of one group as its page brings them: `diem.c1`, `diem-cu.c1` (what it showed), `ghi-chu.c1`. */
export function readMarksForm(
  form: FormData,
  group: CriteriaSection,
): { ok: true; entries: MarkEntry[] } | { ok: false; errors: Record<string, string> } {
  const cell = (name: string): string => {
    const value = form.get(name)
    return typeof value === 'string' ? tidy(value) : ''
  }
  const errors: Record<string, string> = {}
  const entries = group.criteria.map(({ key, name }): MarkEntry => {
    const raw = cell(`diem.${key}`)
    const points = raw === '' ? null : parsePoints(raw)
    const note = cell(`ghi-chu.${key}`)
    if (raw !== '' && points === null)
      errors[`diem.${key}`] = `“${name}”: ghi điểm bằng số từ 0, nhiều nhất hai chữ số lẻ, ví dụ 7 hoặc 7,5.`
    if (lengthOf(note) > longestOfAppraisal.note)
      errors[`ghi-chu.${key}`] = `Ghi chú của “${name}” dài quá ${longestOfAppraisal.note} chữ cái.`
    return { criterion: key, was: parsePoints(cell(`diem-cu.${key}`)), points, note }
  })
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, entries }
}
