import { layouts, type Layout } from '#kernel/document.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Period } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import { unitWithin } from '#modules/territory/queries.server.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import { issuingBody, type IssuingBody, type IssuingCertainty, type IssuingPattern } from './issuing-body.ts'
import { wordsInForce } from './issuing-words-store.server.ts'
import type { IssuingWords } from './issuing-words.ts'

/**
 * Whose report is printed, as it stood at the end of the period or of its own life within it, and with the words of which day:
 * the day it was handed in, so that it is printed alike ever after.
 */
type Printing = { unit: UnitId; province: UnitId; period: Pick<Period, 'from' | 'to'>; day: LocalDate }

/** Under which names a unit's report can be printed, one for each layout. */
export async function issuingBodiesOf(tx: Tx, { unit, province, period, day }: Printing): Promise<IssuingBody[]> {
  const own = await unitWithin(tx, unit, period)
  const above = await unitWithin(tx, province, period)
  if (!own || !above) throw new Error(`Unit ${unit} or province ${province} was not there by ${period.to}`)
  const provincial = await patternsOf(tx, above, { province, day })
  const patterns = own.unit === above.unit ? provincial : await patternsOf(tx, own, { province, day })
  return patterns.map((pattern) =>
    issuingBody(pattern, own.name, above.name, provincial.find((one) => one.layout === pattern.layout) ?? null),
  )
}

/** What the province set by that day; where it set nothing, the words that come with the program. */
export async function patternsOf(
  tx: Tx,
  own: Pick<UnitVersion, 'unit' | 'kind'>,
  { province, day }: { province: UnitId; day: LocalDate },
): Promise<IssuingPattern[]> {
  const shipped = await shippedPatterns(tx, own)
  const set = await wordsInForce(tx, province, own, day)
  return shipped.map((pattern) => withWords(pattern, set.get(pattern.layout) ?? null))
}

/** Which layout is offered first stays a matter of the program. */
export function withWords(pattern: IssuingPattern, words: IssuingWords | null): IssuingPattern {
  return words ? { ...pattern, ...words, certainty: 'set-by-province' } : pattern
}

/** The words of the unit itself where it has its own, else of its kind. */
export async function shippedPatterns(
  tx: Tx,
  { unit, kind }: Pick<UnitVersion, 'unit' | 'kind'>,
): Promise<IssuingPattern[]> {
  const rows = await tx
    .selectFrom('issuing_body')
    .selectAll()
    .where(({ or, eb }) => or([eb('unit_id', '=', unit), eb('unit_kind', '=', kind)]))
    .execute()
  const own = new Set(rows.filter((row) => row.unit_id !== null).map((row) => row.layout))
  return rows
    .filter((row) => row.unit_id !== null || !own.has(row.layout))
    .toSorted((one, other) => layouts.indexOf(one.layout as Layout) - layouts.indexOf(other.layout as Layout))
    .map((row) => ({
      // The checks of issuing_body hold both to the known words.
      layout: row.layout as Layout,
      isDefault: row.is_default,
      superior: row.superior,
      body: row.body,
      symbol: row.symbol,
      signsFor: row.signs_for,
      signerTitle: row.signer_title,
      recipients: row.recipients,
      certainty: row.certainty as IssuingCertainty,
    }))
}
