import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database.ts'
import type { Actor } from '#modules/access/actor.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import type { AmendedCell } from './amendment.ts'
import type { Explanation, Report } from './report.ts'

/** What an amendment says of each cell it touches, by cell key. */
export async function amendedCells(
  tx: Tx,
  report: Pick<Report, 'province' | 'id'>,
  n: number,
): Promise<Map<string, AmendedCell>> {
  const rows = await tx
    .selectFrom('amendment_cell as cell')
    .innerJoin('indicator_version as indicator', 'indicator.id', 'cell.indicator_version')
    .select([
      ...(['indicator.indicator_code as code', 'cell.dimension', 'cell.raw', 'cell.note', 'cell.why'] as const),
      ...(['cell.person_name as by', 'cell.account_id as account', 'cell.at'] as const),
    ])
    .where('cell.province_id', '=', report.province)
    .where('cell.report_id', '=', report.id)
    .where('cell.n', '=', n)
    .execute()
  return new Map(
    rows.map(({ code, dimension, account, ...said }) => [
      cellKey({ code, dimension }),
      { cell: { code, dimension }, ...said, account: account as Id<'Account'> | null },
    ]),
  )
}

/** Writes what a cell is to say; null lets it say what was accepted. */
export async function saveAmendedCell(
  tx: Tx,
  report: Report,
  n: number,
  cell: { indicator: string; dimension: string },
  said: { raw: string; note: string; why: string; at: Date; actor: Actor } | null,
): Promise<void> {
  if (said === null) {
    await tx
      .deleteFrom('amendment_cell')
      .where('province_id', '=', report.province)
      .where('report_id', '=', report.id)
      .where('n', '=', n)
      .where('indicator_version', '=', cell.indicator)
      .where('dimension', '=', cell.dimension)
      .execute()
    return
  }
  const { raw, note, why, at, actor } = said
  const changing = { raw, note, why, at, account_id: actor.account, person_name: actor.name }
  await tx
    .insertInto('amendment_cell')
    .values({
      province_id: report.province,
      report_id: report.id,
      n,
      indicator_version: cell.indicator,
      dimension: cell.dimension,
      unit_id: report.unit,
      ...changing,
    })
    .onConflict((conflict) =>
      conflict.columns(['province_id', 'report_id', 'n', 'indicator_version', 'dimension']).doUpdateSet(changing),
    )
    .execute()
}

/** What was explained about the amended numbers, by the key of the finding. */
export async function amendedExplanations(
  tx: Tx,
  report: Pick<Report, 'province' | 'id'>,
  n: number,
): Promise<Map<string, Explanation>> {
  const rows = await tx
    .selectFrom('amendment_explanation')
    .select(['rule', 'text', 'about', 'person_name as by'])
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .where('n', '=', n)
    .execute()
  return new Map(rows.map(({ rule, ...given }) => [rule, given]))
}

export async function saveAmendedExplanation(
  tx: Tx,
  report: Report,
  n: number,
  finding: { key: string; about: string },
  said: { text: string; at: Date; actor: Actor },
): Promise<void> {
  const changing = {
    text: said.text,
    about: finding.about,
    at: said.at,
    account_id: said.actor.account,
    person_name: said.actor.name,
  }
  await tx
    .insertInto('amendment_explanation')
    .values({
      province_id: report.province,
      report_id: report.id,
      n,
      rule: finding.key,
      unit_id: report.unit,
      ...changing,
    })
    .onConflict((conflict) => conflict.columns(['province_id', 'report_id', 'n', 'rule']).doUpdateSet(changing))
    .execute()
}

/** Once it is accepted, what was explained about the amended numbers stands with the report. */
export async function takeExplanations(tx: Tx, report: Report, n: number): Promise<void> {
  const kept = [
    'province_id',
    'report_id',
    'rule',
    'unit_id',
    'text',
    'about',
    'account_id',
    'person_name',
    'at',
  ] as const
  await tx
    .insertInto('report_explanation')
    .columns([...kept])
    .expression((from) =>
      from
        .selectFrom('amendment_explanation')
        .select([...kept])
        .where('province_id', '=', report.province)
        .where('report_id', '=', report.id)
        .where('n', '=', n),
    )
    .onConflict((conflict) =>
      conflict.columns(['province_id', 'report_id', 'rule']).doUpdateSet((eb) => ({
        text: eb.ref('excluded.text'),
        about: eb.ref('excluded.about'),
        account_id: eb.ref('excluded.account_id'),
        person_name: eb.ref('excluded.person_name'),
        at: eb.ref('excluded.at'),
      })),
    )
    .execute()
}
