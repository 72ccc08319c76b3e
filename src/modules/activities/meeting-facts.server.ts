import type { Id } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import type { DelegateLevel, MeetingFacts, MeetingKind, SessionTime, Speech, TrainingKind } from './meeting.ts'

/** The columns of which each kind fills its own. */
export type MeetingFactsRow = {
  kind: string
  until_on: string | null
  document: string
  agenda: string
  conclusions: string
  attendances: number | null
  opinions: number | null
  answered: number | null
  training_kind: string | null
  classes: number | null
  is_for_staff: boolean | null
  congress_of: string | null
  delegates_of: string | null
  session: string | null
  helper: string | null
  helped_unit_id: string | null
  helped_code: string | null
  helped_place: string
  is_mountain: boolean | null
  result: string
}

/** What a kind has of its own. The checks of meeting hold its words and say which columns are filled. */
export function readMeetingFacts(row: MeetingFactsRow, speeches: readonly Speech[]): MeetingFacts {
  const { attendances, opinions, answered, document, conclusions } = row
  const kind = row.kind as MeetingKind
  switch (kind) {
    case 'conference':
      return { kind, agenda: row.agenda, conclusions, attendances, speeches }
    case 'congress':
      return { kind, congressOf: row.congress_of ?? '', conclusions, attendances }
    case 'training': {
      const trainingKind = row.training_kind as TrainingKind
      return { kind, trainingKind, classes: row.classes ?? 1, attendances, isForStaff: row.is_for_staff === true }
    }
    case 'dissemination':
      return { kind, document, attendances }
    case 'voters': {
      const delegatesOf = row.delegates_of as DelegateLevel
      return { kind, delegatesOf, session: row.session as SessionTime | null, attendances, opinions, answered }
    }
    case 'criticism':
      return { kind, document, attendances, opinions, answered }
    case 'feedback':
      return { kind, document, opinions, answered }
    case 'support':
      return {
        ...{ kind, helper: row.helper ?? '', isMountain: row.is_mountain === true, result: row.result },
        helped: { unit: row.helped_unit_id as Id<'Unit'> | null, code: row.helped_code, place: row.helped_place },
        untilOn: row.until_on === null ? null : localDate(row.until_on),
      }
  }
}
