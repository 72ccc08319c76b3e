import { quantity } from '#kernel/quantity.ts'
import type { Tx } from '#platform/database.ts'
import type { Actor } from '#modules/access/actor.ts'
import type { Counted } from '#modules/figures/counted-by.ts'
import { cellKey, type CellRef } from '#modules/figures/indicator.ts'
import { toDecimalText } from '#kernel/quantity.ts'
import type { CountCorrection } from './count-correction.ts'
import type { Report } from './report.ts'

/** By cell, the numbers that were typed over a count in this report. */
export async function correctionsOf(
  tx: Tx,
  report: Pick<Report, 'province' | 'id'>,
): Promise<Map<string, CountCorrection>> {
  const rows = await tx
    .selectFrom('count_correction')
    .select(['indicator_code as code', 'dimension', 'raw', 'reason', 'counted', 'person_name', 'at'])
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .execute()
  return new Map(
    rows.map(({ code, dimension, raw, reason, counted, person_name: by, at }) => [
      cellKey({ code, dimension }),
      { raw, reason, countedThen: quantity(counted), by, at },
    ]),
  )
}

export async function saveCorrection(
  tx: Tx,
  report: Report,
  cell: CellRef,
  typed: { raw: string; reason: string },
  counted: Counted,
  by: { actor: Actor; at: Date },
): Promise<void> {
  const said = {
    ...typed,
    counted: toDecimalText(counted.amount),
    account_id: by.actor.account,
    person_name: by.actor.name,
    at: by.at,
  }
  await tx
    .insertInto('count_correction')
    .values({
      province_id: report.province,
      report_id: report.id,
      unit_id: report.unit,
      indicator_code: cell.code,
      dimension: cell.dimension,
      ...said,
    })
    .onConflict((conflict) =>
      conflict.columns(['province_id', 'report_id', 'indicator_code', 'dimension']).doUpdateSet(said),
    )
    .execute()
}

export async function dropCorrection(tx: Tx, report: Report, cell: CellRef): Promise<void> {
  await tx
    .deleteFrom('count_correction')
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .where('indicator_code', '=', cell.code)
    .where('dimension', '=', cell.dimension)
    .execute()
}
