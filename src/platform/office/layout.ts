import type { AnyLayout, Authority, NumberForm } from '#kernel/document.ts'

/** A value of a layout beside the rule it comes from and how surely that rule is known to us. */
export type Ruled<Value> = { value: Value; rule: string; certainty: Certainty }

/**
 * - `excerpt`: read in an excerpt of the official text
 * - `article`: read in the articles of the official text
 * - `second-hand`: independent sources tell it alike; the official text itself was not read
 * - `unverified`: from practice; to be compared with the official text before an office relies on it
 * - `ours`: the rule leaves it open, we chose
 */
export type Certainty = 'excerpt' | 'article' | 'second-hand' | 'unverified' | 'ours'

export function ruled<Value>(value: Value, certainty: Certainty, rule: string): Ruled<Value> {
  return { value, rule, certainty }
}

/**
 * How a document of one kind of issuer looks on paper, as it was ruled from one day on. Lengths in millimetres, type sizes
 * and gaps in points. A rule that is replaced stays here as it was: a document is printed by the rule of its own day.
 */
export type LayoutProfile = {
  layout: AnyLayout
  code: string
  inForceFrom: string
  paper: Ruled<{ width: number; height: number }>
  margins: Ruled<{ top: number; bottom: number; left: number; right: number }>
  typeface: Ruled<{ word: string; pdf: string }>
  pageNumber: Ruled<number>
  pageNumberFromTop: Ruled<number>

  /** Whether issuer, crown, number, signature and recipients are printed: of a note inside an office none is. */
  frame: Ruled<'official' | 'none'>
  /** The lines at the top right: the nation and its motto, or the Party. */
  crown: readonly CrownLine[]
  superior: Ruled<number>
  body: Ruled<number>
  underBody: Ruled<UnderBody>
  leftColumn: Ruled<number>
  /** `DỰ THẢO` across the page; no rule asks for it. */
  watermark: Ruled<number>
  numberForm: Ruled<NumberForm>
  number: Ruled<number>
  placeAndDay: Ruled<number>
  typeName: Ruled<number>
  subject: Ruled<number>
  /** Of an official letter: under its number. */
  letterSubject: Ruled<{ size: number; italic: boolean }>
  subjectRule: Ruled<number>

  words: Ruled<number>
  firstLineIndent: Ruled<number>
  lineSpacing: Ruled<LineSpacing>
  paragraphGap: Ruled<number>
  endMark: Ruled<string>

  table: Ruled<number>
  tableCaption: Ruled<number>
  tableNote: Ruled<number>
  /** A table that goes over several pages side by side. */
  wideTable: Ruled<number>
  appendixName: Ruled<number>
  appendixTitle: Ruled<number>
  appendixReference: Ruled<number>

  recipientsLabel: Ruled<{ size: number; bold: boolean; italic: boolean; underline: boolean }>
  recipients: Ruled<number>
  recipientMarks: Ruled<{ between: string; last: string }>
  /** Forms that this kind of issuer does not use, or that are not known, are absent. */
  authorities: Ruled<Partial<Record<Authority, string>>>
  signature: Ruled<number>
  signatureTitleIsBold: Ruled<boolean>
  signatureRoom: Ruled<number>
  /** Where the tone mark of this word stands; two ways of writing it are in use. */
  spelling: Ruled<'ủy' | 'uỷ'>
}

/** `rule` is the share of the words that the line under them is long; `ems` what the words measure in Times bold, in their own size. */
export type CrownLine = { words: Ruled<string>; size: Ruled<number>; rule: Ruled<number> | null; ems: number }

export type UnderBody = { kind: 'rule'; share: number } | { kind: 'star' }

/** `multiple` of the face's own line, or an exact distance of the lines in points whatever stands on them. */
export type LineSpacing = { kind: 'multiple'; times: number } | { kind: 'exact'; points: number }
