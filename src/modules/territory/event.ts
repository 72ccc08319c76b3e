import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { UnitId } from './unit.ts'

export const eventKinds = [
  'merge',
  'split',
  'partial-transfer',
  'rename',
  'kind-change',
  'parent-change',
  'level-abolished',
  'created',
] as const

/** What happened to units (loại sự kiện địa giới). */
export type EventKind = (typeof eventKinds)[number]

/** Across which side of an event figures may be added: older units to newer (`forward`), newer to older (`backward`). */
export type LawfulAggregation = 'both' | 'forward' | 'backward' | 'neither'

/** One change of units by one clause of an act (sự kiện địa giới). */
export type TerritorialEvent = {
  id: Id<'TerritorialEvent'>
  kind: EventKind
  /** The first day on which it is so. */
  on: LocalDate
  /** `1659/NQ-UBTVQH15`; null where the act is not known. */
  act: string | null
  /** `Điều 1 khoản 23`. */
  article: string | null
  aggregation: LawfulAggregation
  note: string
}

/** Millionths: shares of one whole add to exactly this. */
export const wholeShare = 1_000_000

/** Which unit went into which, by which event (liên kết kế thừa). */
export type SuccessionLink = {
  event: Id<'TerritorialEvent'>
  from: UnitId
  to: UnitId
  extent: 'whole' | 'part'
  /** Millionths of `from` that went into `to`; null while not known. */
  share: number | null
  /** Millionths of `to` that came from `from`; null while not known. */
  backShare: number | null
  shareSource: string
}

/** A link with the event that made it. */
export type Succession = SuccessionLink & { by: TerritorialEvent }

/** The text that created, ended or renamed units (văn bản về đơn vị hành chính). */
export type LegalAct = {
  /** `1659/NQ-UBTVQH15`. */
  number: string
  issuedOn: LocalDate | null
  inForceOn: LocalDate | null
  issuer: string
  title: string
  source: string
  /** Its own text was read; else it is known through another source. */
  isVerified: boolean
}
