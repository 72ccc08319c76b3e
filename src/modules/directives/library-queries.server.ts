import { sql } from 'kysely'
import { parseId, type Id } from '#kernel/ids.ts'
import type { FileKind } from '#kernel/file-kind.ts'
import { dayInVietnam, localDate, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { fold } from '#kernel/text.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import type { FileStore } from '#platform/files/store.ts'
import { holdsWords, searchText, searchWords } from '#platform/search-text.ts'
import { provincesRead, scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { openSheet, type SheetOpened } from '#modules/access/sheet-queries.server.ts'
import { lastKnownUnit, lastVersionIn } from '#modules/territory/queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { Directive, DirectiveEntry, LocalDirectiveId } from './directive.ts'
import { countryDirectives, filesOf, localDirectives, type DirectiveFile } from './directive-store.server.ts'
import { numberKey, readNumber } from './number.ts'
import { directiveKindLabel, type DirectiveKind } from './number-words.ts'
import type { ReviewKind } from './review.ts'

/** One line of the library: of the country's list, or kept by a unit. */
export type LibraryLine = {
  code: string
  number: string
  kind: DirectiveKind
  issuer: string
  issuedOn: LocalDate | null
  subject: string
  /** Null: the list for the whole country. */
  unitName: string | null
  certainty: Directive['certainty'] | null
  inForceFrom: LocalDate | null
  inForceTo: LocalDate | null
  replacedBy: string
  /** Found in the text of an attached file. */
  inFile: boolean
}

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
  const names = new Map<string, string>()
  for (const { unit_id: of } of rows) {
    if (names.has(of)) continue
    names.set(of, (await lastVersionIn(tx, of as UnitId, province, dayInVietnam(ctx.now)))?.name ?? '')
  }
  return rows.map((row) => ({
    ...{ ...lineOf(row), issuedOn: localDate(row.day), unitName: names.get(row.unit_id) ?? '', inFile: row.in_file },
  }))
}

type StoredLine = {
  id: string
  number: string
  kind: string
  issuer: string
  subject: string
  in_force_from: string | null
  in_force_to: string | null
  replaced_by: string
}

function lineOf(row: StoredLine): Omit<LibraryLine, 'issuedOn' | 'unitName' | 'inFile'> {
  const dayOrNone = (day: string | null): LocalDate | null => (day === null ? null : localDate(day))
  return {
    ...{ code: row.id, number: row.number, kind: row.kind as DirectiveKind, issuer: row.issuer, subject: row.subject },
    ...{ inForceFrom: dayOrNone(row.in_force_from), inForceTo: dayOrNone(row.in_force_to) },
    ...{ replacedBy: row.replaced_by, certainty: null },
  }
}

/** One document of the country's list; null when there is none of that code. */
export async function countryDirective(db: Db, code: string): Promise<Directive | null> {
  return inScope(
    db,
    { reach: 'public' },
    async (tx) => (await countryDirectives(tx)).find((one) => one.code === code) ?? null,
  )
}

/** A document kept by a unit, with its files and how it stands in public. */
export type LocalDirectivePage = SheetOpened<DirectiveEntry> & {
  files: DirectiveFile[]
  /** Null: never public. */
  published: { on: LocalDate; withdrawnOn: LocalDate | null; isOld: boolean } | null
}

export async function localDirectivePage(ctx: Ctx, id: LocalDirectiveId): Promise<Outcome<LocalDirectivePage>> {
  const opened = await openSheet(ctx, localDirectives, id)
  if (!opened.ok) return opened
  const { sheet } = opened.value
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const row = await tx
      .selectFrom('directive_publication')
      .select(['published_at', 'withdrawn_on'])
      .where('province_id', '=', sheet.province)
      .where('id', '=', id)
      .executeTakeFirst()
    return done({
      ...opened.value,
      files: await filesOf(tx, sheet, id),
      published: row
        ? {
            on: dayInVietnam(row.published_at),
            withdrawnOn: row.withdrawn_on === null ? null : localDate(row.withdrawn_on),
            isOld: sheet.changedAt > row.published_at,
          }
        : null,
    })
  })
}

/** A kept file, ready to be saved by who may read its document. */
export type DirectiveFileToSave = { name: string; kind: FileKind; content: Buffer }

export async function directiveFile(
  ctx: Ctx,
  store: FileStore,
  id: LocalDirectiveId,
  file: Id<'DirectiveFile'>,
): Promise<Outcome<DirectiveFileToSave>> {
  const page = await localDirectivePage(ctx, id)
  if (!page.ok) return page
  const found = page.value.files.find((one) => one.id === file)
  return found ? done(await contentOf(store, found)) : notFound()
}

async function contentOf(
  store: FileStore,
  file: { name: string; kind: FileKind; sha256: string },
): Promise<DirectiveFileToSave> {
  const content = await store.get(file.sha256)
  if (!content) throw new Error(`The content ${file.sha256} of a document is gone`)
  return { name: file.name, kind: file.kind, content }
}

type PublishedFile = { id: string; name: string; kind: FileKind; bytes: number; sha256: string }

/** A document of a unit as everybody reads it; after it was withdrawn only that, since when and why. */
export type PublicDirective =
  | { state: 'withdrawn'; number: string; on: LocalDate; reason: string }
  | (Omit<LibraryLine, 'inFile'> & { state: 'public'; amends: string; publishedOn: LocalDate; files: PublishedFile[] })

export async function publicDirective(db: Db, code: string): Promise<PublicDirective | null> {
  const id = parseId<'Sheet'>(code)
  if (!id) return null
  return inScope(db, { reach: 'public' }, async (tx) => {
    const row = await tx.selectFrom('directive_publication').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row) return null
    if (row.withdrawn_on !== null)
      return { state: 'withdrawn', number: row.number, on: localDate(row.withdrawn_on), reason: row.withdrawn_because }
    const publishedOn = dayInVietnam(row.published_at)
    const unit = await lastVersionIn(tx, row.unit_id as UnitId, row.province_id as UnitId, publishedOn)
    return {
      ...{ state: 'public', ...lineOf(row), issuedOn: localDate(row.issued_on), unitName: unit?.name ?? '' },
      ...{ amends: row.amends, publishedOn, files: row.files as unknown as PublishedFile[] },
    }
  })
}

export async function publicDirectiveFile(
  db: Db,
  store: FileStore,
  code: string,
  file: string,
): Promise<DirectiveFileToSave | null> {
  const directive = await publicDirective(db, code)
  const found = directive?.state === 'public' ? directive.files.find(({ id }) => id === file) : undefined
  return found ? contentOf(store, found) : null
}

/** Who is known from a published text to have reviewed a document, with the unit as the register knows it. */
export type ReviewedBy = {
  unit: UnitId | null
  unitCode: string
  unitName: string
  kind: ReviewKind | 'unsaid'
  years: number | null
  year: number
  told: string
}

export async function reviewedBy(db: Db, code: string): Promise<ReviewedBy[]> {
  return inScope(db, { reach: 'public' }, async (tx) => {
    const rows = await tx
      .selectFrom('directive_reviewed')
      .selectAll()
      .where('directive_code', '=', code)
      .orderBy('year')
      .orderBy('report_key')
      .execute()
    const found: ReviewedBy[] = []
    for (const row of rows) {
      const unit = await lastKnownUnit(tx, row.unit_code)
      found.push({
        ...{ unit: unit?.unit ?? null, unitCode: row.unit_code, unitName: unit?.name ?? row.unit_code },
        ...{ kind: row.kind as ReviewedBy['kind'], years: row.years, year: row.year, told: row.told },
      })
    }
    return found
  })
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
