import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { DirectiveKind } from './number-words.ts'

export type LocalDirectiveId = Id<'Sheet'>

export const certainties = ['text', 'secondary', 'unverified'] as const
/** How surely a line of a reference list is known: read in the document, as another one cites it, or neither. */
export type DirectiveCertainty = (typeof certainties)[number]

/** What is written of a document by which others are led (văn bản chỉ đạo). */
export type DirectiveEntry = {
  number: string
  kind: DirectiveKind
  issuer: string
  issuedOn: LocalDate
  subject: string
  inForceFrom: LocalDate | null
  inForceTo: LocalDate | null
  /** Numbers, as they are printed. */
  replacedBy: string
  amends: string
  source: string
}

/** One document of the list for the whole country; its day is null where no text tells it. */
export type Directive = Omit<DirectiveEntry, 'issuedOn'> & {
  code: string
  issuedOn: LocalDate | null
  certainty: DirectiveCertainty
  note: string
}

/** Whether a document holds on a day: what is said of its days, and nothing where nothing is said. */
export type Force = 'in-force' | 'not-yet' | 'ended' | 'replaced'

export function forceOn(
  directive: Pick<DirectiveEntry, 'inForceFrom' | 'inForceTo' | 'replacedBy'>,
  day: LocalDate,
): Force {
  if (directive.inForceFrom !== null && day < directive.inForceFrom) return 'not-yet'
  if (directive.inForceTo !== null && day > directive.inForceTo) return 'ended'
  return directive.replacedBy !== '' && directive.inForceTo === null ? 'replaced' : 'in-force'
}

export const forceLabel: Record<Force, string> = {
  'in-force': 'còn hiệu lực theo những gì ghi ở đây',
  'not-yet': 'chưa có hiệu lực',
  ended: 'đã hết hiệu lực',
  replaced: 'đã được thay thế',
}

export const certaintyLabel: Record<DirectiveCertainty, string> = {
  text: 'đã đọc trong chính văn bản',
  secondary: 'theo văn bản khác dẫn lại',
  unverified: 'chưa kiểm chứng',
}
