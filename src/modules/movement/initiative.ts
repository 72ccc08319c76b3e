import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'

export type InitiativeId = Id<'Initiative'>

export const holderKinds = ['collective', 'individual'] as const
/** Who does it: a collective (tập thể) or one person (cá nhân). */
export type HolderKind = (typeof holderKinds)[number]

export const scopes = ['commune', 'district', 'province', 'central'] as const
/** The level an initiative is registered with in a year; the numbers of two levels are never added (Kim Sơn 2023: 3, 6 and 62). */
export type RegistrationScope = (typeof scopes)[number]

/** What is written of an initiative (mô hình, điển hình “Dân vận khéo”): the nine items of the registration form. */
export type InitiativeEntry = {
  name: string
  holderKind: HolderKind
  /** The collective; of an individual what may be said without a name. */
  holder: string
  /** Code of one field, so that sums hold; further ones are tags. */
  mainField: string
  tags: readonly string[]
  situation: string
  goals: string
  content: string
  area: string
  lead: string
  coordinating: string
  participating: string
  resources: string
  timePlan: string
  outputs: string
  sustainability: string
  beganOn: LocalDate | null
}

export type Initiative = InitiativeEntry & {
  id: InitiativeId
  province: Id<'Unit'>
  /** The unit that registered it; it never changes, who answers today is found through territorial events. */
  unit: Id<'Unit'>
  /** What it replicates; perhaps another province's. */
  parent: { province: Id<'Unit'>; id: InitiativeId } | null
  /** The initiative of a unit that ended, which this one carries on. */
  continues: { province: Id<'Unit'>; id: InitiativeId } | null
  /** An individual's name, in the vault; null for a collective, or while nobody wrote it. */
  holderItem: Id<'VaultItem'> | null
  /** The individual agreed to be named in public. */
  holderConsents: boolean
  /** Another place registered that it does the same. */
  isReplicated: boolean
  ended: { on: LocalDate; kind: 'stopped' | 'merged' | 'handed-over'; reason: string } | null
  version: number
  changedAt: Date
}
