import type { Id } from '#kernel/ids.ts'
import type { VisitKind, VisitPlanId } from './visit.ts'

/** What a line of the year's programme of visits says (kế hoạch kiểm tra, giám sát, khảo sát năm). */
export type VisitPlanEntry = {
  kind: VisitKind
  subject: string
  quarter: 1 | 2 | 3 | 4 | null
  /** To how many units; null when the programme does not say. */
  unitsPlanned: number | null
}

export type VisitPlan = VisitPlanEntry & {
  id: VisitPlanId
  province: Id<'Unit'>
  unit: Id<'Unit'>
  year: number
  version: number
}

/** A line with what was done of it: visits, and the units they went to in total. */
export type VisitPlanLine = VisitPlan & { visits: number; units: number }

/** Done where as many units were visited as it meant to, or where there was a visit and no number was said. */
export function isPlanDone({ visits, units, unitsPlanned }: VisitPlanLine): boolean {
  return unitsPlanned === null ? visits > 0 : units >= unitsPlanned
}

export type VisitTopicId = Id<'VisitTopic'>

/** A word of the province for what is inspected (chủ đề kiểm tra); one no longer used stays on the visits that carry it. */
export type VisitTopic = { id: VisitTopicId; name: string; isUsed: boolean; version: number }

/** Words to begin with, from the five documents that were read; a province changes them as it likes. */
export const suggestedTopics = [
  'Phong trào thi đua “Dân vận khéo”',
  'Công tác dân vận của cấp ủy',
  'Công tác dân vận của chính quyền',
  'Thực hiện dân chủ ở cơ sở',
  'Cải cách hành chính, đạo đức công vụ',
  'Tiếp công dân, đối thoại',
] as const
