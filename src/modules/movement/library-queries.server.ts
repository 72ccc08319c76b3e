import { sql, type SelectQueryBuilder } from 'kysely'
import type { Database } from '../../../db/schema.ts'
import type { FileKind } from '#kernel/file-kind.ts'
import { parseId, type Id } from '#kernel/ids.ts'
import { dayInVietnam, localDate, type LocalDate } from '#kernel/local-date.ts'
import { fold, spelling } from '#kernel/text.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import type { FileStore } from '#platform/files/store.ts'
import { wordsOf } from '#platform/search-text.ts'
import { answersTo, everyWordIn, readings } from '#platform/search-vector.ts'
import { currentRegister } from '#modules/territory/register.server.ts'
import type { InitiativeId } from './initiative.ts'
import { placeMeant, type PlaceMeant } from './library-place.ts'
import { commonInLibrary, sizeBands, type LibraryAsked } from './library-search.ts'
import type { LibraryPage, PageContent, PagePhoto, WithdrawnPage } from './library.ts'

/** One page of the library in a list. */
export type LibraryListing = {
  id: InitiativeId
  name: string
  summary: string
  content: PageContent
  isOutstanding: boolean
  years: { from: number; to: number }
  publishedOn: LocalDate
  publishedAt: Date
  photo: PagePhoto | null
}

/** `found` is exact up to `mostCounted`; `place` says which places were understood, null where none was asked for. */
export type LibraryFound = {
  pages: LibraryListing[]
  found: number
  isMore: boolean
  place: PlaceMeant | null
  lastPage: number
}

export const libraryPageLength = 20
/** Nobody reads on beyond: more words find sooner. */
const mostCounted = 1000
/** Of each reading of the words this many are put in order; the widest ones are told apart by their date alone. */
const mostRanked = 200

type Pages = SelectQueryBuilder<Database, 'library_page', object>

/** Searches the library: words without marks in any order, narrowed by what is known of each page. */
export async function searchLibrary(db: Db, asked: LibraryAsked, page: number, now: Date): Promise<LibraryFound> {
  return inScope(db, { reach: 'public' }, async (tx) => {
    const place = asked.noi === '' ? null : placeMeant(await currentRegister(tx), asked.noi, dayInVietnam(now))
    const narrowed = (): Pages => narrow(tx, asked, place)
    const steps = readings(asked.q, commonInLibrary)
    const { found, isMore } = await countUp(narrowed(), steps.at(-1) ?? null)
    const isRanked = asked.xep === 'phu-hop' && asked.q !== ''
    const reachable = Math.min(found, isRanked ? mostRanked : mostCounted)
    const lastPage = Math.max(1, Math.ceil(reachable / libraryPageLength))
    const from = (Math.min(page, lastPage) - 1) * libraryPageLength
    const ids = isRanked
      ? (await ranked(narrowed, asked.q, steps, from + libraryPageLength)).slice(from, from + libraryPageLength)
      : await newest(narrowed().where(answersTo(words, steps.at(-1) ?? null)), libraryPageLength, from)
    return { pages: await listingsOf(tx, ids), found, isMore, place, lastPage }
  })
}

/** Everything asked for, newest first, as feeds and files give it. */
export async function libraryList(db: Db, asked: LibraryAsked, most: number, now: Date): Promise<LibraryListing[]> {
  return inScope(db, { reach: 'public' }, async (tx) => {
    const place = asked.noi === '' ? null : placeMeant(await currentRegister(tx), asked.noi, dayInVietnam(now))
    const widest = readings(asked.q, commonInLibrary).at(-1) ?? null
    return listingsOf(tx, await newest(narrow(tx, asked, place).where(answersTo(words, widest)), most, 0))
  })
}

const words = sql<string>`library_page.words`

function narrow(tx: Tx, asked: LibraryAsked, place: PlaceMeant | null): Pages {
  let pages: Pages = tx.selectFrom('library_page').where('withdrawn_on', 'is', null)
  if (place !== null) pages = pages.where(isIn(place))
  const problem = everyWordIn(asked['viec-kho'], '~')
  if (problem !== null) pages = pages.where(answersTo(words, problem))
  if (asked['linh-vuc'] !== '') pages = pages.where('field', '=', asked['linh-vuc'])
  if (asked.loai !== '') pages = pages.where('unit_kind', '=', asked.loai)
  const band = sizeBands.find(({ code }) => code === asked['co-dan'])
  if (band) pages = pages.where('people', '>=', band.least)
  if (band && band.most !== null) pages = pages.where('people', '<', band.most)
  if (asked.nam !== null) pages = pages.where('year_from', '<=', asked.nam).where('year_to', '>=', asked.nam)
  return asked['tieu-bieu'] === 'co' ? pages.where('is_outstanding', '=', true) : pages
}

function isIn({ units, provinces }: PlaceMeant) {
  return sql<boolean>`(unit_id = any(${[...units]}::uuid[]) or province_id = any(${[...provinces]}::uuid[]))`
}

/** Counted only so far as anybody wants to know: “hơn 1.000”. */
async function countUp(pages: Pages, widest: string | null): Promise<{ found: number; isMore: boolean }> {
  const some = await pages
    .where(answersTo(words, widest))
    .select(sql<number>`1`.as('one'))
    .limit(mostCounted + 1)
    .execute()
  return { found: Math.min(some.length, mostCounted), isMore: some.length > mostCounted }
}

type Ref = { province: Id<'Unit'>; id: InitiativeId }

async function newest(pages: Pages, most: number, from: number): Promise<Ref[]> {
  const rows = await pages
    .select(['province_id', 'initiative_id'])
    .orderBy('published_at', 'desc')
    .orderBy('initiative_id')
    .limit(most)
    .offset(from)
    .execute()
  return rows.map((row) => ({ province: row.province_id as Id<'Unit'>, id: row.initiative_id as InitiativeId }))
}

/** Reading after reading, from the strictest, until there are enough; within one, what is spelled as typed comes first. */
async function ranked(
  pages: () => Pages,
  query: string,
  steps: readonly (string | null)[],
  enough: number,
): Promise<Ref[]> {
  const found = new Map<string, Ref>()
  for (const step of steps) {
    if (found.size >= enough) break
    const rows = await pages()
      .where(answersTo(words, step))
      .select(['province_id', 'initiative_id', 'name', 'summary'])
      .orderBy('published_at', 'desc')
      .orderBy('initiative_id')
      .limit(mostRanked)
      .execute()
    const spelled = spelledWords(query)
    const scored = rows.map((row) => ({ row, score: asSpelled(`${row.name} ${row.summary}`, spelled) }))
    for (const { row } of scored.toSorted((one, other) => other.score - one.score))
      if (!found.has(row.initiative_id))
        found.set(row.initiative_id, { province: row.province_id as Id<'Unit'>, id: row.initiative_id as InitiativeId })
  }
  return [...found.values()]
}

function spelledWords(query: string): string[] {
  return wordsOf(query)
    .map(spelling)
    .filter((word) => word !== fold(word))
}

function asSpelled(text: string, spelled: readonly string[]): number {
  if (spelled.length === 0) return 0
  const there = new Set(wordsOf(text).map(spelling))
  return spelled.filter((word) => there.has(word)).length
}

async function listingsOf(tx: Tx, refs: readonly Ref[]): Promise<LibraryListing[]> {
  if (refs.length === 0) return []
  const ids = refs.map(({ id }) => id)
  const rows = await tx.selectFrom('library_page').selectAll().where('initiative_id', 'in', ids).execute()
  const photos = await photosOf(tx, ids)
  return refs.flatMap(({ id, province }) =>
    rows
      .filter((row) => row.initiative_id === id && row.province_id === province)
      .map((row) => ({
        ...{ id, name: row.name, summary: row.summary, content: row.content as PageContent },
        ...{ isOutstanding: row.is_outstanding, years: { from: row.year_from, to: row.year_to } },
        ...{
          publishedOn: dayInVietnam(row.published_at),
          publishedAt: row.published_at,
          photo: photos.get(id)?.[0] ?? null,
        },
      })),
  )
}

async function photosOf(tx: Tx, ids: readonly InitiativeId[]): Promise<Map<InitiativeId, PagePhoto[]>> {
  const rows = await tx
    .selectFrom('library_photo')
    .select(['id', 'initiative_id', 'alt', 'caption', 'width', 'height', 'bytes'])
    .where('initiative_id', 'in', [...ids])
    .orderBy('position')
    .execute()
  const photos = Map.groupBy(rows, (row) => row.initiative_id as InitiativeId)
  return new Map([...photos].map(([id, found]) => [id, found.map(({ initiative_id: _, ...photo }) => photo)]))
}

/** A page of the library as everybody reads it, what is left of one that was taken back, or null. */
export async function libraryPage(
  db: Db,
  idText: string,
): Promise<{ page: LibraryPage; photos: PagePhoto[] } | { withdrawn: WithdrawnPage } | null> {
  const id = parseId<'Initiative'>(idText)
  if (!id) return null
  return inScope(db, { reach: 'public' }, (tx) => readPage(tx, id))
}

export async function readPage(
  tx: Tx,
  id: InitiativeId,
): Promise<{ page: LibraryPage; photos: PagePhoto[] } | { withdrawn: WithdrawnPage } | null> {
  const row = await tx.selectFrom('library_page').selectAll().where('initiative_id', '=', id).executeTakeFirst()
  if (!row) return null
  if (row.withdrawn_on !== null)
    return { withdrawn: { id, on: localDate(row.withdrawn_on), notice: row.withdrawn_notice ?? '' } }
  const { parent_id: parent, parent_province_id: parentProvince } = row
  return {
    page: {
      ...{ province: row.province_id as Id<'Unit'>, id, unit: row.unit_id as Id<'Unit'>, name: row.name },
      parent: parent && parentProvince ? { province: parentProvince as Id<'Unit'>, id: parent as InitiativeId } : null,
      ...{ isOutstanding: row.is_outstanding, content: row.content as PageContent },
      ...{ publishedAt: row.published_at, version: row.version },
    },
    photos: (await photosOf(tx, [id])).get(id) ?? [],
  }
}

/** A picture of a published page; null when there is none at that address. */
export async function libraryPhoto(
  db: Db,
  store: FileStore,
  address: { page: string; photo: string },
): Promise<{ name: string; kind: FileKind; content: Buffer } | null> {
  const [id, photo] = [parseId<'Initiative'>(address.page), parseId<'InitiativeFile'>(address.photo)]
  if (!id || !photo) return null
  const row = await inScope(db, { reach: 'public' }, (tx) =>
    tx
      .selectFrom('library_photo')
      .select(['name', 'kind', 'sha256'])
      .where('initiative_id', '=', id)
      .where('id', '=', photo)
      .executeTakeFirst(),
  )
  if (!row) return null
  const content = await store.get(row.sha256)
  if (!content) throw new Error(`The content ${row.sha256} of a public picture is gone`)
  // The check of library_photo holds the kind to pictures.
  return { name: row.name, kind: row.kind as FileKind, content }
}
