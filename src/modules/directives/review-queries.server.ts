import { addDays, dayInVietnam, localDate, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import {
  openSheet,
  sheetPage,
  type SheetLine,
  type SheetOpened,
  type SheetPage,
  type SheetQuestion,
} from '#modules/access/sheet-queries.server.ts'
import { mayKeepSheets } from '#modules/access/sheet.ts'
import { communesInForce } from '#modules/territory/queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { countryDirectives, reviewRules, reviews } from './directive-store.server.ts'
import type { DirectiveKind } from './number-words.ts'
import { meets, milestonesOf, owingOf, type Owing, type ReviewEntry, type ReviewId, type ReviewKind } from './review.ts'

export const reviewPage = (ctx: Ctx, asked: SheetQuestion): Promise<Outcome<SheetPage<ReviewEntry>>> =>
  sheetPage(ctx, reviews, asked)

export const openReview = (ctx: Ctx, id: ReviewId): Promise<Outcome<SheetOpened<ReviewEntry>>> =>
  openSheet(ctx, reviews, id)

/** A milestone of one document as the calendar shows it: whether the reader's own unit met it, and how many communes did. */
export type CalendarLine = {
  code: string
  number: string
  subject: string
  kind: ReviewKind
  years: number
  day: LocalDate
  owing: Owing
  heldBy: number
  /** The rule is not verified: said beside the line. */
  isSure: boolean
}

export type ReviewCalendar = {
  lines: CalendarLine[]
  communes: number
  from: LocalDate
  to: LocalDate
  near: LocalDate
}

const daysBack = 400
const daysAhead = 550
const daysNear = 90

/** The milestones around a day, of all documents in force that the reader's library holds. */
export async function reviewCalendar(ctx: Ctx): Promise<Outcome<ReviewCalendar>> {
  const { actor } = ctx
  if (actor.duty === 'administrator') return forbidden()
  const today = dayInVietnam(ctx.now)
  const [from, to, near] = [addDays(today, -daysBack), addDays(today, daysAhead), addDays(today, daysNear)]
  return inScope(ctx.db, scopeOf(actor), async (tx) => {
    const rules = await reviewRules(tx)
    const held = await heldOf(tx, actor.province, null)
    const lines = (await documents(tx, actor.province, actor.unit)).flatMap((one) =>
      milestonesOf(one, rules)
        .filter(({ day }) => day >= from && day <= to)
        .map((milestone): CalendarLine => {
          const meeting = (held.get(one.code) ?? []).filter((review) => meets(review, milestone))
          const isHeld = meeting.some(({ unit }) => unit === actor.unit)
          return {
            ...{ code: one.code, number: one.number, subject: one.subject, day: milestone.day },
            ...{ kind: milestone.rule.kind, years: milestone.rule.afterYears },
            owing: owingOf(milestone, isHeld, today, near),
            heldBy: new Set(meeting.map(({ unit }) => unit).filter((unit) => unit !== actor.province)).size,
            isSure: milestone.rule.certainty === 'text',
          }
        }),
    )
    const communes = (await communesInForce(tx, actor.province, today)).length
    return done({ lines: lines.sort((one, other) => (one.day < other.day ? -1 : 1)), communes, from, to, near })
  })
}

/** How many milestones of the calendar have come, or are near, without a review of the reader's own unit. */
export async function reviewsOwed(tx: Tx, { actor, now }: Ctx): Promise<number> {
  if (!mayKeepSheets(actor, actor)) return 0
  const today = dayInVietnam(now)
  const [from, near] = [addDays(today, -daysBack), addDays(today, daysNear)]
  const rules = await reviewRules(tx)
  const held = await heldOf(tx, actor.province, actor.unit)
  return (await documents(tx, actor.province, actor.unit))
    .flatMap((one) => milestonesOf(one, rules).map((milestone) => ({ code: one.code, milestone })))
    .filter(({ milestone }) => milestone.day >= from && milestone.day <= near)
    .filter(({ code, milestone }) => !(held.get(code) ?? []).some((review) => meets(review, milestone))).length
}

type Document = {
  code: string
  number: string
  subject: string
  kind: DirectiveKind
  issuedOn: LocalDate | null
  inForceTo: LocalDate | null
}

async function documents(tx: Tx, province: UnitId, unit: UnitId): Promise<Document[]> {
  const rows = await tx
    .selectFrom('local_directive')
    .select(['id', 'number', 'subject', 'kind', 'day', 'in_force_to'])
    .where('province_id', '=', province)
    .where('unit_id', 'in', [unit, province])
    .where('void_reason', 'is', null)
    .execute()
  const own = rows.map((row) => ({
    ...{ code: row.id, number: row.number, subject: row.subject, kind: row.kind as DirectiveKind },
    ...{ issuedOn: localDate(row.day), inForceTo: row.in_force_to === null ? null : localDate(row.in_force_to) },
  }))
  return [...own, ...(await countryDirectives(tx))]
}

type Held = Pick<ReviewEntry, 'years' | 'heldOn'> & { unit: UnitId }

async function heldOf(tx: Tx, province: UnitId, of: UnitId | null): Promise<Map<string, Held[]>> {
  const rows = await tx
    .selectFrom('directive_review')
    .select(['directive_code', 'unit_id', 'years', 'day'])
    .where('province_id', '=', province)
    .where('void_reason', 'is', null)
    .$if(of !== null, (query) => query.where('unit_id', '=', of ?? ''))
    .execute()
  const held = rows.map((row) => ({
    code: row.directive_code,
    review: { unit: row.unit_id as UnitId, years: row.years, heldOn: localDate(row.day) },
  }))
  const byCode = Map.groupBy(held, ({ code }) => code)
  return new Map([...byCode].map(([code, found]) => [code, found.map(({ review }) => review)]))
}

const reviewsShown = 50

/** The reviews of one document that the reader's scope holds, newest first. */
export async function reviewsOfDirective(ctx: Ctx, code: string): Promise<Outcome<SheetLine<ReviewEntry>[]>> {
  const asked = { unit: null, year: null, words: '', filter: { column: 'directive_code', value: code }, page: null }
  const page = await sheetPage(ctx, reviews, asked)
  if (!page.ok) return page
  return done(page.value.lines.filter(({ sheet }) => sheet.voidReason === null).slice(0, reviewsShown))
}
