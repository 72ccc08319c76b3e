import { sql } from 'kysely'
import { dayInVietnam, localDate, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, type Outcome } from '#kernel/outcome.ts'
import { fold } from '#kernel/text.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import { holdsWords, searchText, searchWords } from '#platform/search-text.ts'
import { provincesRead, scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { lastNamesIn, lastVersionIn } from '#modules/territory/queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { countryDirectives } from './directive-store.server.ts'
import { lineOf, type LibraryLine } from './library-line.ts'
import { directiveKindLabel, type DirectiveKind } from './number-words.ts'
import { numberKey, readNumber } from './number.ts'

export type LibraryQuestion = { words: string; kind: DirectiveKind | null; page: number | null }
export type LibraryPage = { lines: LibraryLine[]; total: number; page: number; pages: number; kinds: DirectiveKind[] }

const pageLength = 20
const mostOfUnits = 5000

/** The library of the desk: the country's list, what the province keeps, and the reader's own or all below. */
export async function libraryPage(ctx: Ctx, asked: LibraryQuestion): Promise<Outcome<LibraryPage>> {
  const { actor } = ctx
  if (actor.duty === 'administrator') return forbidden()
  return inScope(ctx.db, scopeOf(actor), async (tx) => {
    const own = await unitLines(tx, ctx, asked.words)
    return done(paged([...(await countryLines(tx, asked.words)), ...own], asked))
  })
}

/** The library everybody reads: the country's list, and what leaders made public. */
export async function publicLibrary(db: Db, asked: LibraryQuestion): Promise<LibraryPage> {
  return inScope(db, { reach: 'public' }, async (tx) => {
    const rows = await tx
      .selectFrom('directive_publication')
      .selectAll()
      .where('withdrawn_on', 'is', null)
      .where(wordsIn(asked.words))
      .orderBy('issued_on', 'desc')
      .limit(mostOfUnits)
      .execute()
    const lines: LibraryLine[] = []
    const names = new Map<string, string>()
    for (const row of rows) {
      const day = dayInVietnam(row.published_at)
      const key = `${row.unit_id} ${day}`
      const known = names.get(key)
      const unitName =
        known ?? (await lastVersionIn(tx, row.unit_id as UnitId, row.province_id as UnitId, day))?.name ?? ''
      names.set(key, unitName)
      lines.push({ ...lineOf(row), issuedOn: localDate(row.issued_on), unitName, inFile: false })
    }
    return paged([...(await countryLines(tx, asked.words)), ...lines], asked)
  })
}

function paged(found: LibraryLine[], asked: LibraryQuestion): LibraryPage {
  const kinds = [...new Set(found.map(({ kind }) => kind))]
  const wanted = found
    .filter(({ kind }) => asked.kind === null || kind === asked.kind)
    .sort((one, other) => ((one.issuedOn ?? '') < (other.issuedOn ?? '') ? 1 : -1))
  if (asked.page === null) return { lines: wanted, total: wanted.length, page: 1, pages: 1, kinds }
  const pages = Math.max(1, Math.ceil(wanted.length / pageLength))
  const page = Math.min(Math.max(1, asked.page), pages)
  return { lines: wanted.slice((page - 1) * pageLength, page * pageLength), total: wanted.length, page, pages, kinds }
}

async function countryLines(tx: Tx, words: string): Promise<LibraryLine[]> {
  const wanted = searchWords(words).map(({ folded }) => folded)
  return (await countryDirectives(tx))
    .filter((one) => {
      const text = searchText(
        [directiveKindLabel[one.kind], one.number, one.issuer, one.subject, one.replacedBy, one.amends].join(' '),
      )
      return wanted.every((word) => (word.length < 3 ? ` ${text} `.includes(` ${word} `) : text.includes(word)))
    })
    .map((one) => ({ ...one, unitName: null, inFile: false }))
}

function wordsIn(words: string) {
  return holdsWords(sql<string>`search_text`, searchWords(words))
}

async function unitLines(tx: Tx, ctx: Ctx, words: string): Promise<LibraryLine[]> {
  const { province, unit } = ctx.actor
  const wanted = searchWords(words)
  const inBody = sql<boolean>`exists (select from directive_file f where f.province_id = local_directive.province_id
    and f.directive_id = local_directive.id and ${holdsWords(sql<string>`f.body`, wanted)})`
  const inRow = holdsWords(sql<string>`search_text`, wanted)
  const rows = await tx
    .selectFrom('local_directive')
    .selectAll()
    .select(sql<boolean>`not ${inRow}`.as('in_file'))
    .where('province_id', '=', province)
    .where('void_reason', 'is', null)
    .$if(unit !== province, (query) => query.where('unit_id', 'in', [unit, province]))
    .where(wanted.length === 0 ? sql<boolean>`true` : sql<boolean>`(${inRow} or ${inBody})`)
    .orderBy('day', 'desc')
    .limit(mostOfUnits)
    .execute()
  const units = rows.map((row) => row.unit_id as UnitId)
  const names = await lastNamesIn(tx, units, province, dayInVietnam(ctx.now))
  return rows.map((row) => ({
    ...{ ...lineOf(row), issuedOn: localDate(row.day), inFile: row.in_file },
    unitName: names.get(row.unit_id as UnitId) ?? '',
  }))
}

/** The codes of documents whose number is one of these, so that “được thay bằng …” can be opened. */
export async function codeOfNumber(db: Db, number: string): Promise<string | null> {
  const reading = readNumber(number)
  if (reading.kind !== 'read') return null
  const key = numberKey(reading.number)
  return inScope(db, { reach: 'public' }, async (tx) => {
    const found = (await countryDirectives(tx)).find((one) => {
      const other = readNumber(one.number)
      return other.kind === 'read' && numberKey(other.number) === key
    })
    return found?.code ?? null
  })
}

/** A document to choose on a form: the country's and those of the reader's library. */
export type DirectiveChoice = {
  code: string
  number: string
  issuedOn: LocalDate | null
  subject: string
  isOwn: boolean
}

export async function directiveChoices(ctx: Ctx): Promise<DirectiveChoice[]> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const rows = await tx
      .selectFrom('local_directive')
      .select(['id', 'number', 'day', 'subject'])
      .where('province_id', 'in', provincesRead(ctx.actor))
      .where('unit_id', 'in', [ctx.actor.unit, ctx.actor.province])
      .where('void_reason', 'is', null)
      .orderBy('day', 'desc')
      .execute()
    const own = rows.map((row) => ({
      ...{ code: row.id, number: row.number, issuedOn: localDate(row.day), subject: row.subject, isOwn: true },
    }))
    const country = (await countryDirectives(tx)).map(({ code, number, issuedOn, subject }) => ({
      ...{ code, number, issuedOn, subject, isOwn: false },
    }))
    return [...own, ...country].sort((one, other) => (fold(one.number) < fold(other.number) ? -1 : 1))
  })
}
