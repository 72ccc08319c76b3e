import { layouts, type Layout } from '#kernel/document.ts'
import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { holdsPersonalNumber, lengthOf, tidy } from '#kernel/text.ts'
import type { UnitId, UnitKind } from '#modules/territory/unit.ts'

export type IssuingWordsId = Id<'IssuingWords'>

/** Whose papers have the words: those of every unit of a kind, or of one unit, which goes before its kind. */
export type IssuedBy = { kind: UnitKind; unit: null } | { kind: null; unit: UnitId }

/** Lời của nơi ban hành, as they are typed: `{unit}` and the like are filled in for each unit. */
export type IssuingWords = {
  superior: string
  body: string
  symbol: string
  place: string
  signsFor: string
  signerTitle: string
  recipients: readonly string[]
}

/** Words that stand from a day on, and who set them. */
export type DatedWords = IssuingWords & {
  id: IssuingWordsId
  validFrom: LocalDate
  by: string
  at: Date
}

/** What may stand in braces: the unit, its name without its kind, its province, the province's body in the same layout. */
const openNames = ['unit', 'place', 'province', 'provincial'] as const

export type WordsRefusal =
  | { code: 'word-missing'; field: keyof IssuingWords }
  | { code: 'word-too-long'; field: keyof IssuingWords; most: number }
  | { code: 'symbol-not-read' }
  | { code: 'name-not-known'; field: keyof IssuingWords; name: string }
  | { code: 'body-above-itself' }
  | { code: 'recipients-too-many'; most: number }
  | { code: 'personal-number'; field: keyof IssuingWords }
  | { code: 'day-not-read' }
  | { code: 'day-past' }
  | { code: 'day-taken' }
  | { code: 'already-in-use' }

const longest = 160
const mostRecipients = 12

/** What a form of seven fields says; recipients one a line. */
export function wordsTyped(typed: Record<keyof IssuingWords, string>): IssuingWords {
  const { recipients, ...others } = typed
  const said = Object.fromEntries(Object.entries(others).map(([name, words]) => [name, oneLine(words)]))
  const places = tidy(recipients)
    .split('\n')
    .map((line) =>
      oneLine(line)
        .replace(/^[-–]\s*/, '')
        .replace(/[;,.]$/, ''),
    )
  // Every name of the type but recipients is in `others`.
  return { ...(said as Omit<IssuingWords, 'recipients'>), recipients: places.filter((line) => line !== '') }
}

function oneLine(words: string): string {
  return tidy(words).replace(/\s+/g, ' ')
}

/** Null for words that can be printed, else what is wrong first. */
export function wordsFault(words: IssuingWords): WordsRefusal | null {
  for (const field of ['body', 'symbol', 'place', 'signsFor', 'signerTitle', 'recipients'] as const)
    if (words[field].length === 0) return { code: 'word-missing', field }
  if (words.recipients.length > mostRecipients) return { code: 'recipients-too-many', most: mostRecipients }
  if (!/^[\p{L}\p{N}]+([-/.][\p{L}\p{N}]+)*$/u.test(words.symbol)) return { code: 'symbol-not-read' }
  // The body of the province is what {provincial} stands for: within a body it would stand for itself.
  if (words.body.includes('{provincial}')) return { code: 'body-above-itself' }
  for (const [field, said] of fieldsOf(words)) {
    if (lengthOf(said) > longest) return { code: 'word-too-long', field, most: longest }
    if (holdsPersonalNumber(said)) return { code: 'personal-number', field }
    const unknown = [...said.matchAll(/\{([^{}]*)\}?|\}/g)].find(([whole, name]) => !isOpenName(whole, name ?? ''))
    if (unknown) return { code: 'name-not-known', field, name: unknown[0] }
  }
  return null
}

function isOpenName(whole: string, name: string): boolean {
  return whole === `{${name}}` && openNames.some((one) => one === name)
}

function fieldsOf({ recipients, ...others }: IssuingWords): [keyof IssuingWords, string][] {
  return [
    ...(Object.entries(others) as [keyof IssuingWords, string][]),
    ...recipients.map((line): [keyof IssuingWords, string] => ['recipients', line]),
  ]
}

/**
 * The day from which words may stand: not before today, since what was handed in keeps its words. Only the first words of a body
 * in a layout may begin earlier: before them stood what came with the program, which nobody had compared. Those of one unit are
 * not the first where its kind has some: its papers were printed with these.
 */
export function dayFault(day: LocalDate, { today, standing, ofKind }: Beside): WordsRefusal | null {
  if (standing.some(({ validFrom }) => validFrom === day)) return { code: 'day-taken' }
  return day < today && !areFirst({ standing, ofKind }) ? { code: 'day-past' } : null
}

export function areFirst({ standing, ofKind }: Omit<Beside, 'today'>): boolean {
  return standing.length === 0 && ofKind.length === 0
}

/** What stands already: of the same body, and of the kind of a unit whose own words are set. */
type Beside = { today: LocalDate } & Record<'standing' | 'ofKind', readonly Pick<DatedWords, 'validFrom'>[]>

/** The words of a day among those of one body and layout. */
export function wordsOn<Words extends Pick<DatedWords, 'validFrom'>>(
  all: readonly Words[],
  day: LocalDate,
): Words | null {
  const begun = all.filter(({ validFrom }) => validFrom <= day)
  return begun.toSorted((one, other) => other.validFrom.localeCompare(one.validFrom))[0] ?? null
}

export function layoutNamed(slug: string, slugs: Record<Layout, string>): Layout | null {
  return layouts.find((one) => slugs[one] === slug) ?? null
}
