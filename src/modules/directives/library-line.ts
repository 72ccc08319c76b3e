import { localDate, type LocalDate } from '#kernel/local-date.ts'
import type { Directive } from './directive.ts'
import type { DirectiveKind } from './number-words.ts'

/** One line of the library: of the country's list, or kept by a unit. */
export type LibraryLine = {
  code: string
  number: string
  kind: DirectiveKind
  issuer: string
  issuedOn: LocalDate | null
  subject: string
  /** Null: the list for the whole country. */
  unitName: string | null
  certainty: Directive['certainty'] | null
  inForceFrom: LocalDate | null
  inForceTo: LocalDate | null
  replacedBy: string
  /** Found in the text of an attached file. */
  inFile: boolean
}

type StoredLine = {
  id: string
  number: string
  kind: string
  issuer: string
  subject: string
  in_force_from: string | null
  in_force_to: string | null
  replaced_by: string
}

// The check of both tables holds the kind to the known words.
export function lineOf(row: StoredLine): Omit<LibraryLine, 'issuedOn' | 'unitName' | 'inFile'> {
  const dayOrNone = (day: string | null): LocalDate | null => (day === null ? null : localDate(day))
  return {
    ...{ code: row.id, number: row.number, kind: row.kind as DirectiveKind, issuer: row.issuer, subject: row.subject },
    ...{ inForceFrom: dayOrNone(row.in_force_from), inForceTo: dayOrNone(row.in_force_to) },
    ...{ replacedBy: row.replaced_by, certainty: null },
  }
}
