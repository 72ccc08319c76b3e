import pg from 'pg'
import { newId } from '#kernel/ids.ts'
import { pageLikeness } from '#modules/movement/library-content.ts'
import { pageWords } from '#modules/movement/library-page-words.server.ts'
import { searchLibrary } from '#modules/movement/library-queries.server.ts'
import { readLibraryAsked } from '#modules/movement/library-search.ts'
import { openDatabase, type Db } from '#platform/database.ts'
import { migrate } from '#platform/migrations.ts'
import { startCluster } from '../support/cluster.ts'
import { madePage, madeQueries } from './library-texts.ts'
import { median, timed } from './table.ts'

const queries = 200
/** A scan of everything takes so long that a few show it. */
const naiveQueries = 20
const provinces = 34
const now = new Date('2026-11-20T02:00:00Z')

/** The library with 100,000 pages of made texts: 200 queries as people type them, and ILIKE over the same texts beside it. */
export async function bench(sizes: readonly string[] = []): Promise<void> {
  const pages = sizes.includes('ten') ? 10_000 : 100_000
  const cluster = await startCluster()
  try {
    await asked(cluster.url('postgres'), 'create database bench')
    const url = cluster.url('bench')
    await migrate(url)
    const owner = new pg.Client({ connectionString: url })
    await owner.connect()
    try {
      const filled = await timed(() => fill(owner, pages))
      const { rows } = await owner.query<{ heap: string; words: string }>(
        `select pg_size_pretty(pg_table_size('library_page')) as heap, pg_size_pretty(pg_relation_size('library_page_by_words')) as words`,
      )
      const [size] = rows
      process.stdout.write(
        `\n${pages} pages, made and indexed in ${(filled / 1000).toFixed(0)} s; table ${size?.heap ?? ''}, index of words ${size?.words ?? ''}\n`,
      )
      const db = openDatabase(url, { max: 2 })
      await measure(db, owner)
      await db.destroy()
    } finally {
      await owner.end()
    }
  } finally {
    await cluster.stop()
  }
}

async function asked(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(text)
  await client.end()
}

const batch = 500

async function fill(owner: pg.Client, pages: number): Promise<void> {
  const units = await insertUnits(owner)
  await owner.query('drop index library_page_by_words, library_page_by_likeness')
  for (let from = 0; from < pages; from += batch) {
    const rows = Array.from({ length: Math.min(batch, pages - from) }, (_, at) => from + at).map((seed) => {
      const unit = units[(seed * 7919) % units.length]
      if (!unit) throw new Error('There are no units')
      const page = madePage(seed, { code: unit.code, name: unit.name, kind: 'commune' }, unit.province)
      return { seed, unit, page, words: pageWords(page.name, page.content, [unit.name, unit.province.name]) }
    })
    await owner.query(
      `insert into library_page (province_id, initiative_id, unit_id, name, summary, holder_kind, field, unit_kind, people,
         year_from, year_to, is_outstanding, content, words, likeness, published_at)
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
         $9::integer[], $10::integer[], $10::integer[], $11::boolean[], $12::jsonb[], $13::tsvector[], $14::text[], $15::timestamptz[])`,
      [
        ...[rows.map(({ unit }) => unit.province.id), rows.map(() => newId()), rows.map(({ unit }) => unit.id)],
        ...[
          rows.map(({ page }) => page.name),
          rows.map(({ page }) => page.content.summary),
          rows.map(() => 'collective'),
        ],
        ...[
          rows.map(({ page }) => page.field),
          rows.map(() => 'commune'),
          rows.map(({ seed }) => 2000 + ((seed * 37) % 40_000)),
        ],
        ...[rows.map(({ page }) => page.year), rows.map(({ seed }) => seed % 9 === 0)],
        rows.map(({ page }) => JSON.stringify(page.content)),
        rows.map(({ words }) => words),
        rows.map(({ page }) => pageLikeness(page.name, page.content)),
        rows.map(({ seed }) => new Date(now.getTime() - ((seed * 104_729) % (10 * 365 * 86_400)) * 1000)),
      ],
    )
  }
  await owner.query('create index library_page_by_words on library_page using gin (words) where withdrawn_on is null')
  await owner.query(
    'create index library_page_by_likeness on library_page using gin (likeness gin_trgm_ops) where withdrawn_on is null',
  )
  await owner.query('vacuum analyze')
}

type Unit = { id: string; code: string; name: string; province: { id: string; code: string; name: string } }

async function insertUnits(owner: pg.Client): Promise<Unit[]> {
  const units = Array.from({ length: provinces }, (_, at) => {
    const province = { id: newId<'Unit'>(), code: `thu-tinh-${at}`, name: `Tỉnh Thử ${at}` }
    return Array.from({ length: 97 }, (_, n): Unit => ({
      ...{ id: newId<'Unit'>(), code: `thu-tinh-${at}-${n}`, name: `Xã Thử ${n}`, province },
    }))
  }).flat()
  const overs = [...new Map(units.map(({ province }) => [province.id, province])).values()]
  await owner.query('insert into unit (id, code) select * from unnest($1::uuid[], $2::text[])', [
    [...overs, ...units].map(({ id }) => id),
    [...overs, ...units].map(({ code }) => code),
  ])
  return units
}

async function measure(db: Db, owner: pg.Client): Promise<void> {
  const words = madeQueries(queries)
  const ask = (q: string, page: number, order = '') =>
    searchLibrary(db, readLibraryAsked(new URLSearchParams({ q, ...(order && { xep: order }) })), page, now)
  for (const q of words.slice(0, 20)) await ask(q, 1)
  const best: number[] = []
  for (const q of words) best.push(await timed(() => ask(q, 1)))
  const newest: number[] = []
  for (const q of words) newest.push(await timed(() => ask(q, 2, 'moi')))
  const common: number[] = []
  for (const q of ['dân vận', 'dan van', 'ở', 'xã', 'a', '5', 'tổ', 'mô hình'])
    common.push(await timed(() => ask(q, 1)))
  const naive: number[] = []
  for (let at = 0; at < naiveQueries; at += 1) {
    const q = words[(at * 7) % words.length] ?? ''
    naive.push(
      await timed(() =>
        owner.query(
          `select name, summary from library_page where withdrawn_on is null and (name ilike $1 or summary ilike $1 or content::text ilike $1)
           order by published_at desc limit 20`,
          [`%${q}%`],
        ),
      ),
    )
  }
  const first = median(best)
  const row = (name: string, values: number[]): string => {
    const sorted = values.toSorted((one, other) => one - other)
    const cells = [median(values), sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN, sorted.at(-1) ?? Number.NaN]
    return `| ${[name, ...cells.map((value) => value.toFixed(1)), (median(values) / first).toFixed(2)].join(' | ')} |`
  }
  const table = [
    '| what | median ms | 95 % ms | most | × first row |',
    '|---|---:|---:|---:|---:|',
    row(`${queries} queries, best match first, with the count and twenty pages`, best),
    row('the same, newest first, second page', newest),
    row('words of every text and of one or two letters', common),
    row(`${naiveQueries} of them by ILIKE over name, summary and content, newest twenty, with marks only`, naive),
  ]
  process.stdout.write(`\nThe library\n\n${table.join('\n')}\n`)
}
