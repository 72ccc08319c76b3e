import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { CellRef } from '#modules/figures/indicator.ts'

export type PlanTaskId = Id<'PlanTask'>

/** What an officer writes of a task: what, whose work it is by function and never by name, until when, and the target it serves. */
export type PlanTaskEntry = { text: string; owner: string; due: LocalDate | null; cell: CellRef | null }

/** Nhiệm vụ kỳ tới: one task of the plan that a report carries for the period after it (docs/adr/0066). */
export type PlanTask = PlanTaskEntry & {
  id: PlanTaskId
  version: number
  carriedFrom: PlanTaskId | null
  by: string
  at: Date
}

export const taskOutcomes = ['done', 'going-on', 'dropped'] as const
export type TaskOutcomeKind = (typeof taskOutcomes)[number]

/** What a report says became of a task of the plan before it (kết quả nhiệm vụ kỳ trước). */
export type TaskOutcome = { outcome: TaskOutcomeKind; why: string; version: number; by: string; at: Date }

/** A task of the plan before with what became of it; null while nobody has said. */
export type EarlierTask = { task: PlanTask; outcome: TaskOutcome | null }

export const longestTask = { text: 500, owner: 120, why: 500 } as const
/** A plan of more tasks is nobody's plan. */
export const mostTasks = 60
export const shortestTask = 5
export const shortestWhy = 10

const roleWords =
  /(ban|khối|phòng|ủy ban|hội|đoàn|mặt trận|công an|quân sự|công chức|cán bộ|bí thư|chủ tịch|phó|trưởng|văn phòng|trung tâm|tổ|bộ phận|chi bộ|đảng ủy|trạm|trường|thôn|ubnd|mttq|bhxh|tư pháp|địa chính|văn hóa)/iu

/** Whether what is written as whose work reads as a person's name: two to five words with capitals and no word of an office. */
export function readsAsAName(owner: string): boolean {
  const words = owner
    .trim()
    .replace(/^(ông|bà|anh|chị|đồng chí|đ\/c)\s+/iu, '')
    .split(/\s+/)
  if (/^(ông|bà|anh|chị|đồng chí|đ\/c)\s/iu.test(owner.trim()) && !roleWords.test(owner)) return true
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    words.every((word) => /^\p{Lu}\p{Ll}+$/u.test(word)) &&
    !roleWords.test(owner)
  )
}
