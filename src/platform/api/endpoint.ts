import type { z } from 'zod'
import { inScope, type Db, type Tx } from '../database.ts'
import { writeCursor } from './cursor.ts'
import { singleParameters, type Found, type Listing, type Question, type Single } from './listing.ts'
import type { Pairs } from './pairs.ts'
import { readQuestion, readValues, unknownAmong, type Presentation } from './question.ts'
import { quotedShort, refusedAs, type ApiRefusal, type Read } from './refusal.ts'

type Entry = Record<string, unknown>
/** One page of a list: its entries whole, the cursor of the next one, and how the answer is to be written. */
export type ListAnswer = { items: Entry[]; next: string | null; total: number | null; presentation: Presentation }
export type SingleAnswer = { thing: Entry; rows: Entry[]; presentation: Presentation }

/** A listing or a single thing with the query behind it; what differs between them is inside. */
export type OpenList = { listing: Listing; ask(db: Db, pairs: Pairs, now: Date): Promise<Read<ListAnswer>> }
export type OpenSingle = { single: Single; ask(db: Db, key: string, pairs: Pairs): Promise<Read<SingleAnswer>> }

/** Everything an anonymous reader may ask, always in the public scope. */
export function openList<Filters extends z.ZodObject, Item extends z.ZodObject, Position extends z.ZodType>(
  listing: Listing<Filters, Item, Position>,
  find: (
    tx: Tx,
    question: Question<z.output<Filters>, z.output<Position>>,
    now: Date,
  ) => Promise<Found<z.output<Item>, z.output<Position>>>,
  /** A no that only the database or two filters together can give. */
  refuse: (tx: Tx, filters: z.output<Filters>) => Promise<ApiRefusal | null>,
): OpenList {
  return {
    listing,
    async ask(db, pairs, now) {
      const read = readQuestion(listing, pairs)
      if (!read.ok) return read
      const { question, presentation, print } = read.value
      return inScope(db, { reach: 'public' }, async (tx): Promise<Read<ListAnswer>> => {
        const refusal = await refuse(tx, question.filters)
        if (refusal) return { ok: false, refusal }
        const { items, next, total } = await find(tx, question, now)
        return {
          ok: true,
          value: { items, next: next === null ? null : writeCursor(next, print), total, presentation },
        }
      })
    },
  }
}

export function openSingle<Item extends z.ZodObject, Row extends z.ZodObject>(
  single: Single<Item, Row>,
  find: (tx: Tx, key: string) => Promise<z.output<Item> | null>,
  rows: (thing: z.output<Item>) => z.output<Row>[],
): OpenSingle {
  return {
    single,
    async ask(db, key, pairs) {
      const unknown = unknownAmong(pairs, Object.keys(singleParameters.shape))
      if (unknown) return unknown
      const wanted = readValues(singleParameters, pairs)
      if (!wanted.ok) return wanted
      const code = single.key.safeParse(key)
      const thing = code.success ? await inScope(db, { reach: 'public' }, (tx) => find(tx, code.data)) : null
      if (!thing) {
        return refusedAs('not-found', `Không có mã “${quotedShort(key)}”.`, {
          help: `Tìm mã ở /api/v1/${single.name}.`,
        })
      }
      const { format, bom } = wanted.value
      const fields = Object.keys(single.row.shape)
      const presentation = { fields, columns: fields, format: format ?? null, bom: bom === 'true' }
      return { ok: true, value: { thing, rows: rows(thing), presentation } }
    },
  }
}
