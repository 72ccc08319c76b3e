import type { LocalDate } from '#kernel/local-date.ts'
import type { UnitKind } from '#modules/territory/unit.ts'
import type { Id } from '#kernel/ids.ts'
import type { HolderKind, InitiativeId } from './initiative.ts'
import type { InitiativeFileId } from './initiative-file.ts'

/** What officers write for the public page, beside what stands in the register anyway. */
export type PageSaid = {
  /** One sentence under the name: what people gain. */
  summary: string
  /** Where it began: the difficulty, and whom it hurt. */
  story: string
  doing: string
  /** Who does it, as it is printed; of an individual a name only with their consent. */
  holder: string
  /** How and when the individual agreed; empty for a collective. */
  consentNote: string
  sustainability: string
}

/** What is being prepared for a public page, with the pictures chosen one by one. */
export type PageDraft = { said: PageSaid; photos: readonly InitiativeFileId[]; version: number; by: string; at: Date }

/** A number that a page shows with where it comes from. */
export type PageResult = {
  label: string
  amount: string
  unit: string
  source: string
  parts: { label: string; amount: string }[]
}

/** What a public page prints: copied when it was published, in the words of that day. */
export type PageContent = {
  summary: string
  story: string
  goals: string
  doing: string
  sustainability: string
  holder: string
  holderKind: HolderKind
  fieldName: string
  tagNames: string[]
  unit: { code: string; name: string; kind: UnitKind }
  province: { code: string; name: string }
  area: string
  lead: string
  coordinating: string
  participating: string
  resources: string
  beganOn: LocalDate | null
  years: { year: number; scope: string; state: string }[]
  results: PageResult[]
  steps: { day: LocalDate; title: string; text: string }[]
}

/** A page of the library (trang trong thư viện cách làm hay). */
export type LibraryPage = {
  province: Id<'Unit'>
  id: InitiativeId
  unit: Id<'Unit'>
  name: string
  isOutstanding: boolean
  parent: { province: Id<'Unit'>; id: InitiativeId } | null
  content: PageContent
  publishedAt: Date
  version: number
}

/** A page that was taken back: what was there is gone, the notice stays. */
export type WithdrawnPage = { id: InitiativeId; on: LocalDate; notice: string }

/** A picture of a public page. */
export type PagePhoto = { id: string; alt: string; caption: string; width: number; height: number; bytes: number }

export const mostPhotos = 12

/** An initiative in the family tree of an idea: who learnt from whom, across the country. */
export type FamilyNode = {
  id: InitiativeId
  province: Id<'Unit'>
  name: string
  unitName: string
  provinceName: string
  since: number | null
  /** Whether everybody reads it; else it is shown inside its own province alone. */
  isPublished: boolean
  isHere: boolean
  children: FamilyNode[]
}
