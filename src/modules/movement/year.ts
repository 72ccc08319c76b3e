import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { CampaignId } from './campaign.ts'
import type { YearMove, YearState } from './cycle.ts'
import type { HolderKind, InitiativeId, RegistrationScope } from './initiative.ts'

/** One year of an initiative (năm của mô hình): with whom it was registered, new or kept, and how far it came. */
export type InitiativeYear = {
  /** Under which the facts of this year are counted. */
  id: Id<'InitiativeYear'>
  province: Id<'Unit'>
  unit: Id<'Unit'>
  initiative: InitiativeId
  year: number
  scope: RegistrationScope
  /** Built anew in this year; false for one that was there in an earlier year (duy trì). */
  isNew: boolean
  theme: string
  /** The drive it was registered under; null for none. */
  campaign: CampaignId | null
  state: YearState
  days: YearDays
  version: number
}

/** The days that a year has by its moves; a day exists only when its move was made. */
export type YearDays = {
  registeredOn: LocalDate | null
  startedOn: LocalDate | null
  recognisedOn: LocalDate | null
  /** Number of the decision that recognised it; empty where none is known. */
  decision: string
  outstandingOn: LocalDate | null
  endedOn: LocalDate | null
  /** Stopped because its work was done. */
  isCompleted: boolean
  /** Its unit judged it to have effect; no move, so no move changes it. */
  effectiveOn: LocalDate | null
}

/** A step that was made, as its row keeps it. */
export type MadeMove = {
  id: Id<'InitiativeMove'>
  move: YearMove
  from: YearState
  to: YearState
  on: LocalDate
  reason: string
  document: string
  isCompletion: boolean
}

/** An initiative as other registers name it, with its years, newest first. */
export type InitiativeHead = {
  id: InitiativeId
  province: Id<'Unit'>
  unit: Id<'Unit'>
  name: string
  holderKind: HolderKind
  holder: string
  mainField: string
  years: { year: number; state: YearState; scope: RegistrationScope; isNew: boolean; version: number }[]
}

const starts: readonly YearState[] = ['launched', 'running', 'self-scored']

/** What the days of a year are after the moves that stand, in their order: taken back is as if never made. */
export function daysAfter(moves: readonly MadeMove[], effectiveOn: LocalDate | null): YearDays {
  const days: YearDays = {
    ...{ registeredOn: null, startedOn: null, recognisedOn: null, decision: '' },
    ...{ outstandingOn: null, endedOn: null, isCompleted: false, effectiveOn },
  }
  for (const { move, to, on, document, isCompletion } of moves) {
    // Registered again after it came back: the first day stays, for that day it was counted.
    if (move === 'register') days.registeredOn ??= on
    if (move === 'withdraw') days.registeredOn = null
    if (starts.includes(to)) days.startedOn ??= on
    if (move === 'recognise') Object.assign(days, { recognisedOn: on, decision: document })
    if (move === 'choose-outstanding') days.outstandingOn = on
    if (move === 'stop' || move === 'merge' || move === 'hand-over')
      Object.assign(days, { endedOn: on, isCompleted: isCompletion })
  }
  return days
}
