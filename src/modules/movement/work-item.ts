import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Quantity } from '#kernel/quantity.ts'
import type { CountedBy } from '#modules/figures/counted-by.ts'

export type WorkItemId = Id<'Sheet'>

export const workPurposes = ['theme', 'new-rural', 'other'] as const
/** Under the year's theme or for new rural development: one item is never in both (B18 and B19 exclude each other). */
export type WorkPurpose = (typeof workPurposes)[number]

export const workPurposeLabel: Record<WorkPurpose, string> = {
  theme: 'Theo chủ đề năm (B18)',
  'new-rural': 'Xây dựng nông thôn mới (B19)',
  other: 'Việc khác, không đếm vào báo cáo',
}

/** Phần việc, công trình: what a unit sets out to do and has done on a day, with what it took. */
export type WorkItemEntry = {
  title: string
  purpose: WorkPurpose
  campaign: Id<'Sheet'> | null
  plannedFrom: LocalDate
  doneOn: LocalDate | null
  place: string
  /** Triệu đồng. */
  costMillion: Quantity | null
  labourDays: Quantity | null
  result: string
}

/** Only what was done counts, in the period of the day it was done. */
export const countedByWorkItem: CountedBy<WorkItemEntry> = {
  kind: 'work-item',
  counts: [
    {
      cell: { code: 'B18', dimension: '' },
      amount: (item) => (item.doneOn !== null && item.purpose === 'theme' ? 1 : 0),
    },
    {
      cell: { code: 'B19', dimension: '' },
      amount: (item) => (item.doneOn !== null && item.purpose === 'new-rural' ? 1 : 0),
    },
  ],
}
