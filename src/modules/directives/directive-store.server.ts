import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import type { FileKind } from '#kernel/file-kind.ts'
import { localDate, type LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { SheetTable } from '#modules/access/sheet-rows.server.ts'
import type { SheetOwner } from '#modules/access/sheet.ts'
import type { Directive, DirectiveCertainty, DirectiveEntry } from './directive.ts'
import { directiveKindLabel, type DirectiveKind } from './number-words.ts'
import { reviewTitle } from './review-title.ts'
import type { ReviewEntry, ReviewKind, ReviewRule } from './review.ts'

// The checks of the tables hold kinds and certainties to the known words.
type Row = Readonly<Record<string, unknown>>
const text = (row: Row, name: string): string => row[name] as string
const dayOrNone = (value: unknown): LocalDate | null => (value === null ? null : localDate(value as string))

export const localDirectives: SheetTable<DirectiveEntry> = {
  table: 'local_directive',
  object: 'directive',
  day: ({ issuedOn }) => issuedOn,
  title: ({ kind, number }) => `${directiveKindLabel[kind]} ${number}`,
  words: ({ kind, number, issuer, subject, source, replacedBy, amends }) =>
    [directiveKindLabel[kind], number, issuer, subject, source, replacedBy, amends].join('\n'),
  columns: ({ number, kind, issuer, subject, inForceFrom, inForceTo, replacedBy, amends, source }) => ({
    ...{ number, kind, issuer, subject, source, amends },
    ...{ in_force_from: inForceFrom, in_force_to: inForceTo, replaced_by: replacedBy },
  }),
  read: (row) => ({
    number: text(row, 'number'),
    kind: row.kind as DirectiveKind,
    issuer: text(row, 'issuer'),
    issuedOn: localDate(text(row, 'day')),
    subject: text(row, 'subject'),
    inForceFrom: dayOrNone(row.in_force_from),
    inForceTo: dayOrNone(row.in_force_to),
    replacedBy: text(row, 'replaced_by'),
    amends: text(row, 'amends'),
    source: text(row, 'source'),
  }),
  sums: {},
  filters: ['kind'],
}

export const reviews: SheetTable<ReviewEntry> = {
  table: 'directive_review',
  object: 'review',
  day: ({ heldOn }) => heldOn,
  title: reviewTitle,
  words: ({ directive, document, conclusions, ...entry }) =>
    [reviewTitle({ directive, ...entry }), document, conclusions].join('\n'),
  columns: ({ directive, kind, years, period, document, conclusions }) => ({
    ...{ directive_code: directive.code, number: directive.number, issued_on: directive.issuedOn, kind, years },
    ...{ period_from: period?.from ?? null, period_to: period?.to ?? null, document, conclusions },
  }),
  read: (row) => {
    const [from, to] = [dayOrNone(row.period_from), dayOrNone(row.period_to)]
    return {
      directive: {
        ...{ code: text(row, 'directive_code'), number: text(row, 'number') },
        issuedOn: dayOrNone(row.issued_on),
      },
      kind: row.kind as ReviewKind,
      years: row.years as number | null,
      heldOn: localDate(text(row, 'day')),
      period: from && to ? { from, to } : null,
      document: text(row, 'document'),
      conclusions: text(row, 'conclusions'),
    }
  },
  sums: {
    interim: sql`count(*) filter (where void_reason is null and kind = 'interim')`,
    final: sql`count(*) filter (where void_reason is null and kind = 'final')`,
  },
  filters: ['kind', 'directive_code'],
}

/** The list for the whole country, a few hundred lines at most. */
export async function countryDirectives(tx: Tx): Promise<Directive[]> {
  const rows = await tx.selectFrom('directive').selectAll().orderBy('issued_on', 'desc').orderBy('code').execute()
  return rows.map((row) => ({
    ...{ code: row.code, number: row.number, kind: row.kind as DirectiveKind, issuer: row.issuer },
    ...{ issuedOn: dayOrNone(row.issued_on), subject: row.subject, replacedBy: row.replaced_by, amends: row.amends },
    ...{ inForceFrom: dayOrNone(row.in_force_from), inForceTo: dayOrNone(row.in_force_to) },
    ...{ source: row.source, certainty: row.certainty as DirectiveCertainty, note: row.note },
  }))
}

export async function reviewRules(tx: Tx): Promise<ReviewRule[]> {
  const rows = await tx.selectFrom('review_rule').selectAll().orderBy('after_years').orderBy('code').execute()
  return rows.map((row) => ({
    ...{ code: row.code, afterYears: row.after_years, kind: row.kind as ReviewKind, source: row.source },
    directiveKinds: row.directive_kinds as DirectiveKind[],
    certainty: row.certainty as DirectiveCertainty,
  }))
}

/** A file of a document as it is kept. */
export type DirectiveFile = {
  id: Id<'DirectiveFile'>
  sha256: string
  name: string
  kind: FileKind
  bytes: number
  isRead: boolean
}

export async function filesOf(tx: Tx, owner: SheetOwner, directive: Id<'Sheet'>): Promise<DirectiveFile[]> {
  const rows = await tx
    .selectFrom('directive_file')
    .select(['id', 'sha256', 'name', 'kind', 'bytes'])
    .select(sql<boolean>`body <> ''`.as('isRead'))
    .where('province_id', '=', owner.province)
    .where('directive_id', '=', directive)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, id: row.id as Id<'DirectiveFile'>, kind: row.kind as FileKind }))
}
