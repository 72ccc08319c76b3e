import { layouts, type Layout } from '#kernel/document.ts'
import type { Period } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import { unitWithin } from '#modules/territory/queries.server.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import { issuingBody, type IssuingBody, type IssuingCertainty, type IssuingPattern } from './issuing-body.ts'

/** Whose report is printed, as it stood at the end of the period or of its own life within it. */
type Printing = { unit: UnitId; province: UnitId; period: Pick<Period, 'from' | 'to'> }

/** Under which names a unit's report can be printed, one for each layout. */
export async function issuingBodiesOf(tx: Tx, { unit, province, period }: Printing): Promise<IssuingBody[]> {
  const own = await unitWithin(tx, unit, period)
  const above = await unitWithin(tx, province, period)
  if (!own || !above) throw new Error(`Unit ${unit} or province ${province} was not there by ${period.to}`)
  const provincial = await patternsOf(tx, above)
  const patterns = own.unit === above.unit ? provincial : await patternsOf(tx, own)
  return patterns.map((pattern) =>
    issuingBody(pattern, own.name, above.name, provincial.find((one) => one.layout === pattern.layout) ?? null),
  )
}

/** The words of the unit itself where it has its own, else of its kind. */
async function patternsOf(tx: Tx, { unit, kind }: UnitVersion): Promise<IssuingPattern[]> {
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
