import type { Id } from '#kernel/ids.ts'
import type { ReportStatus } from './lifecycle.ts'

export type ReportFileId = Id<'ReportFile'>

/** Who can be seen in a picture: nobody one could know, people who agreed, or people who were not asked (Luật 91/2025/QH15). */
export const peopleSeen = ['none', 'consented', 'unasked'] as const
export type PeopleSeen = (typeof peopleSeen)[number]

/** Tài liệu kèm theo: one file beside a report, and the copies it stood in. */
export type ReportFile = {
  id: ReportFileId
  sha256: string
  name: string
  kind: string
  bytes: number
  caption: string
  people: PeopleSeen
  isPublic: boolean
  firstCopy: number | null
  lastCopy: number | null
  addedAt: Date
  by: string
}

/** As many as a person can still look through. */
export const mostFiles = 30
export const longestCaption = 300

/** What the unit has attached now; what it took away since is left to the copies it stood in. */
export function filesNow(files: readonly ReportFile[]): ReportFile[] {
  return files.filter((file) => file.lastCopy === null)
}

/** What stood beside a submitted copy, whatever happened to it since. */
export function filesOfCopy(files: readonly ReportFile[], copy: number): ReportFile[] {
  return files.filter(
    ({ firstCopy, lastCopy }) => firstCopy !== null && firstCopy <= copy && (lastCopy === null || lastCopy >= copy),
  )
}

/** What becomes public is chosen until the report is published; afterwards the page does not change. */
export function mayChooseIn(status: ReportStatus): boolean {
  return status !== 'published'
}
