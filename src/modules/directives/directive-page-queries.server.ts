import type { FileKind } from '#kernel/file-kind.ts'
import { parseId, type Id } from '#kernel/ids.ts'
import { dayInVietnam, localDate, type LocalDate } from '#kernel/local-date.ts'
import { done, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Db } from '#platform/database.ts'
import type { FileStore } from '#platform/files/store.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { openSheet, type SheetOpened } from '#modules/access/sheet-queries.server.ts'
import { lastKnownUnit, lastVersionIn } from '#modules/territory/queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { countryDirectives, filesOf, localDirectives, type DirectiveFile } from './directive-store.server.ts'
import type { Directive, DirectiveEntry, LocalDirectiveId } from './directive.ts'
import { lineOf, type LibraryLine } from './library-line.ts'
import type { ReviewKind } from './review.ts'

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
