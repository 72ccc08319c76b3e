import type { Id } from '#kernel/ids.ts'
import type { FileKind } from '#kernel/file-kind.ts'

export type ActivityFileId = Id<'ActivityFile'>

export const activityRecords = ['visit', 'finding', 'meeting'] as const
/** What a file of this module stands beside. */
export type ActivityRecord = (typeof activityRecords)[number]

export const peopleInPicture = ['none', 'consented', 'unasked'] as const
/** Who can be seen in a picture: nobody one could know, people who agreed, or people who were not asked. */
export type PeopleInPicture = (typeof peopleInPicture)[number]

/** A file beside a visit, a finding or a meeting (tài liệu kèm theo). */
export type ActivityFile = {
  id: ActivityFileId
  sha256: string
  name: string
  kind: FileKind
  bytes: number
  caption: string
  people: PeopleInPicture
  /** Of a visit: its conclusion, which the units it went to read as well. */
  isConclusion: boolean
  /** The unit that gave it: it alone takes it away. */
  unit: Id<'Unit'>
  addedAt: Date
  by: string
}

/** What is said of files as they come. */
export type SaidOfFiles = { caption: string; people: PeopleInPicture | null; isConclusion?: boolean }

/** As many as a person can still look through. */
export const mostActivityFiles = 30
export const longestFileCaption = 300
