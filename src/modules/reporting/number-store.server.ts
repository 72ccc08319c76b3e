import { sql } from 'kysely'
import type { Layout } from '#kernel/document.ts'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { paperNumbering, type DocumentNumberId, type Numbering, type NumberedType } from './document-number.ts'
import type { NumberingWay, RegisteredNumber } from './document-number.ts'
import type { Report, ReportId } from './report.ts'

type Owner = { province: UnitId; unit: UnitId }

/** How a unit numbers in a layout; the paper office does until the unit says otherwise. */
export async function numberingOf(tx: Tx, owner: Owner, layout: Layout): Promise<Numbering> {
  return readNumbering(await numberingRow(tx, owner, layout).executeTakeFirst(), layout)
}

/**
 * Locked: two officers who reserve at once are given two numbers, one after the other, and of two who type one number, or say how
 * the unit numbers, the second is told. By name: a unit whose paper office numbers has no row to be locked.
 */
export async function lockNumbering(tx: Tx, owner: Owner, layout: Layout): Promise<Numbering> {
  const name = `numbering|${owner.province}|${owner.unit}|${layout}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx)
  return numberingOf(tx, owner, layout)
}

function numberingRow(tx: Tx, { province, unit }: Owner, layout: Layout) {
  return tx
    .selectFrom('numbering')
    .select(['way', 'term', 'start_series', 'last_report', 'last_letter', 'version'])
    .where('province_id', '=', province)
    .where('unit_id', '=', unit)
    .where('layout', '=', layout)
}

type NumberingRow = {
  way: string
  term: string
  start_series: string
  last_report: number
  last_letter: number
  version: number
}

function readNumbering(row: NumberingRow | undefined, layout: Layout): Numbering {
  if (!row) return paperNumbering(layout)
  return {
    layout,
    // numbering_way_is_known
    way: row.way as NumberingWay,
    term: row.term,
    startSeries: row.start_series,
    last: { report: row.last_report, letter: row.last_letter },
    version: row.version,
  }
}

export async function saveNumbering(tx: Tx, ctx: Ctx, owner: Owner, numbering: Numbering): Promise<void> {
  const said = {
    way: numbering.way,
    term: numbering.term,
    start_series: numbering.startSeries,
    last_report: numbering.last.report,
    last_letter: numbering.last.letter,
    version: numbering.version,
    account_id: ctx.actor.account,
    person_name: ctx.actor.name,
    at: ctx.now,
  }
  await tx
    .insertInto('numbering')
    .values({ province_id: owner.province, unit_id: owner.unit, layout: numbering.layout, ...said })
    .onConflict((conflict) => conflict.columns(['province_id', 'unit_id', 'layout']).doUpdateSet(said))
    .execute()
}

export type Series = { layout: Layout; type: NumberedType; series: string }

/** Every number given in a series, cancelled ones too. */
export async function numbersIn(tx: Tx, { province, unit }: Owner, of: Series): Promise<number[]> {
  const rows = await tx
    .selectFrom('document_number')
    .select('number')
    .where('province_id', '=', province)
    .where('unit_id', '=', unit)
    .where('layout', '=', of.layout)
    .where('type', '=', of.type)
    .where('series', '=', of.series)
    .execute()
  return rows.map((row) => row.number)
}

const registered = [
  'id',
  'report_id',
  'layout',
  'type',
  'series',
  'number',
  'symbol',
  'about',
  'sent_to',
  'signed_on',
  'way',
  'person_name',
  'cancelled_for',
] as const

function numberRows(tx: Tx, province: UnitId) {
  return tx.selectFrom('document_number').select(registered).where('province_id', '=', province)
}

type NumberRow = Awaited<ReturnType<ReturnType<typeof numberRows>['executeTakeFirstOrThrow']>>

function readNumber(row: NumberRow): RegisteredNumber {
  return {
    id: row.id as DocumentNumberId,
    report: row.report_id as ReportId,
    // The checks of document_number hold the three to the known words.
    layout: row.layout as Layout,
    type: row.type as NumberedType,
    way: row.way as NumberingWay,
    series: row.series,
    number: row.number,
    symbol: row.symbol,
    about: row.about,
    sentTo: row.sent_to,
    signedOn: localDate(row.signed_on),
    by: row.person_name,
    cancelledFor: row.cancelled_for,
  }
}

/** The standing numbers of a report, at most one for a layout and a type. */
export async function numbersOfReport(
  tx: Tx,
  { province, id }: Pick<Report, 'province' | 'id'>,
): Promise<RegisteredNumber[]> {
  const rows = await numberRows(tx, province).where('report_id', '=', id).where('cancelled_at', 'is', null).execute()
  return rows.map(readNumber)
}

/** The outgoing register of a unit, newest first. */
export async function registerOf(tx: Tx, { province, unit }: Owner): Promise<RegisteredNumber[]> {
  const rows = await numberRows(tx, province)
    .where('unit_id', '=', unit)
    .orderBy('layout')
    .orderBy('series', 'desc')
    .orderBy('type')
    .orderBy('number', 'desc')
    .execute()
  return rows.map(readNumber)
}

/** Locked, so that a number is cancelled once. */
export async function lockNumber(
  tx: Tx,
  { province, unit }: Owner,
  id: DocumentNumberId,
): Promise<RegisteredNumber | null> {
  const row = await numberRows(tx, province)
    .where('unit_id', '=', unit)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? readNumber(row) : null
}

export async function insertNumber(
  tx: Tx,
  ctx: Ctx,
  report: Report,
  number: Omit<RegisteredNumber, 'id' | 'by' | 'cancelledFor' | 'report'>,
): Promise<DocumentNumberId> {
  const id = newId<'DocumentNumber'>(ctx.now)
  await tx
    .insertInto('document_number')
    .values({
      ...{ province_id: report.province, id, unit_id: report.unit, report_id: report.id },
      ...{ layout: number.layout, type: number.type, series: number.series, number: number.number },
      ...{ symbol: number.symbol, about: number.about, sent_to: [...number.sentTo], signed_on: number.signedOn },
      ...{ way: number.way, account_id: ctx.actor.account, person_name: ctx.actor.name, at: ctx.now },
    })
    .execute()
  return id
}

export async function saveCancelled(
  tx: Tx,
  owner: Owner,
  id: DocumentNumberId,
  reason: string,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('document_number')
    .set({ cancelled_at: at, cancelled_for: reason })
    .where('province_id', '=', owner.province)
    .where('id', '=', id)
    .execute()
}
