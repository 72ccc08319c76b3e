import { localDate } from '#kernel/local-date.ts'
import { done } from '#kernel/outcome.ts'
import type { Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import {
  recordCorrection,
  recordSheet,
  recordVoid,
  type SheetAnswer,
  type SheetKeeping,
  type SheetPlace,
} from '#modules/access/sheet-commands.server.ts'
import { factsOf } from '#modules/figures/counted-by.ts'
import { stateFacts } from '#modules/figures/counted-by.server.ts'
import type { DirectiveEntry, LocalDirectiveId } from './directive.ts'
import { countryDirectives, localDirectives, reviews } from './directive-store.server.ts'
import type { DirectiveRefusal } from './labels.ts'
import { numberKey, printNumber, readNumber } from './number.ts'
import { reviewTitle } from './review-title.ts'
import { countedByReview, type ReviewEntry, type ReviewId } from './review.ts'

type Done<Value> = SheetAnswer<Value, DirectiveRefusal>

export const directiveKeeping: SheetKeeping<DirectiveEntry, DirectiveRefusal> = {
  ...localDirectives,
  dayIs: 'issued',
  async refusalOf(tx, _, place, entry) {
    const reading = readNumber(entry.number)
    if (reading.kind === 'asked') return { code: 'number-asked', guess: reading.guess }
    if (reading.kind === 'none' || printNumber(reading.number) !== entry.number) return { code: 'number-unread' }
    if (entry.inForceFrom && entry.inForceTo && entry.inForceTo < entry.inForceFrom)
      return { code: 'force-ends-before-it-begins' }
    const key = numberKey(reading.number)
    const isListed = (await countryDirectives(tx)).some(
      (one) => keyOf(one.number) === key && (one.issuedOn === null || one.issuedOn === entry.issuedOn),
    )
    if (isListed) return { code: 'in-country-list', number: entry.number }
    return (await stands(tx, place, entry))
      ? { code: 'number-already-there', number: entry.number, day: entry.issuedOn }
      : null
  },
  mayVoid: async (tx, place) => ((await isPublic(tx, place)) ? { code: 'still-public' } : null),
  // A document counts towards nothing by itself.
  state: () => Promise.resolve(),
  said: ({ number, issuedOn }) => ({ document: number, issuedOn }),
}

function keyOf(number: string): string {
  const reading = readNumber(number)
  return reading.kind === 'read' ? numberKey(reading.number) : number
}

async function isPublic(tx: Tx, place: SheetPlace): Promise<boolean> {
  const row = await tx
    .selectFrom('directive_publication')
    .select('id')
    .where('province_id', '=', place.province)
    .where('id', '=', place.id)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** The same number of the same day in this unit's library or its province's. */
async function stands(tx: Tx, place: SheetPlace, entry: DirectiveEntry): Promise<boolean> {
  const row = await tx
    .selectFrom('local_directive')
    .select('id')
    .where('province_id', '=', place.province)
    .where('unit_id', 'in', [place.unit, place.province])
    .where('number', '=', entry.number)
    .where('day', '=', entry.issuedOn)
    .where('id', '!=', place.id)
    .where('void_reason', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

export async function recordDirective(ctx: Ctx, id: LocalDirectiveId, entry: DirectiveEntry): Done<LocalDirectiveId> {
  return recordSheet(ctx, directiveKeeping, 'directive-recorded', id, entry)
}

export async function correctDirective(
  ctx: Ctx,
  id: LocalDirectiveId,
  version: number,
  entry: DirectiveEntry,
): Done<undefined> {
  return recordCorrection(ctx, directiveKeeping, 'directive-corrected', { id, version }, () => done(entry))
}

/** Takes a document out of the library; one that stands in public is withdrawn there first. */
export async function voidDirective(ctx: Ctx, id: LocalDirectiveId, version: number, reason: string): Done<undefined> {
  return recordVoid(ctx, directiveKeeping, 'directive-voided', { id, version }, reason)
}

// Where there are no facts, the ledger reads no day.
const neverRead = localDate('2000-01-01')

export const reviewKeeping: SheetKeeping<ReviewEntry, DirectiveRefusal> = {
  ...reviews,
  dayIs: 'held',
  async refusalOf(tx, _, place, entry) {
    const { code, issuedOn } = entry.directive
    if (!(await isInLibrary(tx, place, code))) return { code: 'no-such-directive' }
    if (issuedOn !== null && entry.heldOn < issuedOn) return { code: 'before-the-directive', day: issuedOn }
    return null
  },
  state: (tx, place, entry) =>
    stateFacts(
      tx,
      { ...place, kind: countedByReview.kind, day: entry?.heldOn ?? neverRead, label: entry ? reviewTitle(entry) : '' },
      entry ? factsOf(countedByReview, entry) : [],
    ),
  said: ({ heldOn, directive }) => ({ heldOn, number: directive.number }),
}

async function isInLibrary(tx: Tx, place: SheetPlace, code: string): Promise<boolean> {
  if ((await countryDirectives(tx)).some((one) => one.code === code)) return true
  const rows = await tx
    .selectFrom('local_directive')
    .select('id')
    .where('province_id', '=', place.province)
    .where('unit_id', 'in', [place.unit, place.province])
    .where('void_reason', 'is', null)
    .execute()
  return rows.some(({ id }) => id === code)
}

export async function recordReview(ctx: Ctx, id: ReviewId, entry: ReviewEntry): Done<ReviewId> {
  return recordSheet(ctx, reviewKeeping, 'review-recorded', id, entry)
}

export async function correctReview(ctx: Ctx, id: ReviewId, version: number, entry: ReviewEntry): Done<undefined> {
  return recordCorrection(ctx, reviewKeeping, 'review-corrected', { id, version }, () => done(entry))
}

export async function voidReview(ctx: Ctx, id: ReviewId, version: number, reason: string): Done<undefined> {
  return recordVoid(ctx, reviewKeeping, 'review-voided', { id, version }, reason)
}
