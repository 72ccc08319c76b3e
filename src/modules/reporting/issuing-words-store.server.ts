import { sql } from 'kysely'
import type { Layout } from '#kernel/document.ts'
import { newId } from '#kernel/ids.ts'
import { localDate, type LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import { wordsOn, type DatedWords, type IssuedBy, type IssuingWords, type IssuingWordsId } from './issuing-words.ts'

function wordRows(tx: Tx, province: UnitId) {
  return tx
    .selectFrom('issuing_words')
    .selectAll()
    .where('province_id', '=', province)
    .where('withdrawn_at', 'is', null)
    .orderBy('valid_from', 'desc')
}

type Row = Awaited<ReturnType<ReturnType<typeof wordRows>['executeTakeFirstOrThrow']>>

function read(row: Row): DatedWords {
  return {
    id: row.id as IssuingWordsId,
    validFrom: localDate(row.valid_from),
    superior: row.superior,
    body: row.body,
    symbol: row.symbol,
    place: row.place,
    signsFor: row.signs_for,
    signerTitle: row.signer_title,
    recipients: row.recipients,
    by: row.person_name,
    at: row.at,
  }
}

/** All that stands for one body in one layout, newest first. */
export async function wordsOf(
  tx: Tx,
  province: UnitId,
  { kind, unit }: IssuedBy,
  layout: Layout,
): Promise<DatedWords[]> {
  const rows = await wordRows(tx, province)
    .where('layout', '=', layout)
    .where(kind === null ? 'of_unit_id' : 'unit_kind', '=', kind ?? unit)
    .execute()
  return rows.map(read)
}

/** All that stands for the kind of a unit whose own words are asked for; of a kind there is nothing more general. */
export async function wordsOfKind(
  tx: Tx,
  province: UnitId,
  of: IssuedBy,
  { kind }: Pick<UnitVersion, 'kind'>,
  layout: Layout,
): Promise<DatedWords[]> {
  return of.unit === null ? [] : wordsOf(tx, province, { kind, unit: null }, layout)
}

/** What a province has set for a unit by a day, by layout: for the unit itself before its kind. */
export async function wordsInForce(
  tx: Tx,
  province: UnitId,
  { unit, kind }: Pick<UnitVersion, 'unit' | 'kind'>,
  day: LocalDate,
): Promise<Map<Layout, IssuingWords>> {
  const rows = await wordRows(tx, province)
    .where(({ or, eb }) => or([eb('of_unit_id', '=', unit), eb('unit_kind', '=', kind)]))
    .execute()
  // issuing_words_layout_is_known
  const byLayout = Map.groupBy(rows, (row) => row.layout as Layout)
  return new Map(
    [...byLayout].flatMap(([layout, some]): [Layout, IssuingWords][] => {
      const [own, ofKind] = [
        some.filter((row) => row.of_unit_id !== null),
        some.filter((row) => row.of_unit_id === null),
      ]
      const chosen = wordsOn(own.map(read), day) ?? wordsOn(ofKind.map(read), day)
      return chosen ? [[layout, chosen]] : []
    }),
  )
}

/** By name, since there may be no row yet: of two who set words for one body at once, the second is told. */
export async function lockWords(tx: Tx, province: UnitId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`issuing-words|${province}`}, 0))`.execute(tx)
}

/** Words that stand, by id; null where there are none. */
export async function standingWords(
  tx: Tx,
  province: UnitId,
  id: IssuingWordsId,
): Promise<(DatedWords & { layout: Layout }) | null> {
  const row = await wordRows(tx, province).where('id', '=', id).executeTakeFirst()
  return row ? { ...read(row), layout: row.layout as Layout } : null
}

export async function insertWords(
  tx: Tx,
  ctx: Ctx,
  of: IssuedBy & { layout: Layout; validFrom: LocalDate },
  words: IssuingWords,
): Promise<IssuingWordsId> {
  const id = newId<'IssuingWords'>(ctx.now)
  await tx
    .insertInto('issuing_words')
    .values({
      ...{ province_id: ctx.actor.province, id, unit_kind: of.kind, of_unit_id: of.unit, layout: of.layout },
      ...{ valid_from: of.validFrom, superior: words.superior, body: words.body, symbol: words.symbol },
      ...{ place: words.place, signs_for: words.signsFor, signer_title: words.signerTitle },
      recipients: [...words.recipients],
      ...{ account_id: ctx.actor.account, person_name: ctx.actor.name, at: ctx.now },
    })
    .execute()
  return id
}

export async function saveWithdrawn(tx: Tx, province: UnitId, id: IssuingWordsId, at: Date): Promise<void> {
  await tx
    .updateTable('issuing_words')
    .set({ withdrawn_at: at })
    .where('province_id', '=', province)
    .where('id', '=', id)
    .execute()
}
