import type { Id } from '#kernel/ids.ts'
import type { FileKind } from '#kernel/file-kind.ts'
import type { FollowUpId } from './follow.ts'

export type InitiativeFileId = Id<'InitiativeFile'>

/** Who can be seen in a picture: nobody one could know, people who agreed, or people who were not asked (Luật 91/2025/QH15). */
export const peopleInPicture = ['none', 'consented', 'unasked'] as const
export type PeopleInPicture = (typeof peopleInPicture)[number]

/** A picture or document that shows what an initiative does; a picture is said in words for those who do not see it. */
export type InitiativeFile = {
  id: InitiativeFileId
  /** The line of the line of time it belongs to; null for the initiative as a whole. */
  line: FollowUpId | null
  sha256: string
  name: string
  kind: FileKind
  bytes: number
  alt: string
  caption: string
  people: PeopleInPicture
  /** How and when those in the picture agreed, without their names. */
  consentNote: string
  addedAt: Date
  by: string
}

/** What the officer says of the files of one form. */
export type FileSaid = Pick<InitiativeFile, 'alt' | 'caption' | 'consentNote'> & { people: PeopleInPicture | null }

/** As many as a person can still look through. */
export const mostInitiativeFiles = 60
export const longestFileWords = { alt: 200, caption: 300, consentNote: 200 } as const

/** Only what shows nobody, or people who agreed, may be chosen for the public page. */
export function mayBePublic(file: Pick<InitiativeFile, 'people' | 'alt'>): boolean {
  return file.people !== 'unasked' && file.alt !== ''
}
