import type { Layout } from '#kernel/document.ts'
import { dayInVietnam, parseLocalDate, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { holdsPersonalNumber, tidy } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf, type Actor } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import { recordMove } from './on-report.server.ts'
import { seriesOf, nextNumber, parseNumber, type DocumentNumberId, type NumberingWay } from './document-number.ts'
import type { NumberedType, RegisteredNumber } from './document-number.ts'
import { subjectOf } from './documents.ts'
import { chosenBody } from './issuing-body.ts'
import { wordsDay } from './handed-in-day.server.ts'
import { issuingBodiesOf } from './issuing-store.server.ts'
import { isOpenForEntry } from './lifecycle.ts'
import { reasonFault, type NumberRefusal } from './number-labels.ts'
import { insertNumber, lockNumber, lockNumbering, numbersIn, numbersOfReport } from './number-store.server.ts'
import { saveCancelled, saveNumbering } from './number-store.server.ts'
import { letterSymbol } from './paper.ts'
import { mayEnter } from './policy.ts'
import type { Report, ReportId } from './report.ts'
import { newestCopy } from './copy-store.server.ts'
import { lockReport } from './store.server.ts'

type Done<Value> = Promise<Outcome<Value, NumberRefusal>>

/** Which document of a report. */
export type Numbered = { layout: Layout; type: NumberedType }

/** Takes the next number of the unit's own register for a report or its letter; never the same twice (docs/adr/0067). */
export async function reserveNumber(ctx: Ctx, id: ReportId, of: Numbered): Done<number> {
  return onReport(ctx, id, async (tx, report) => {
    const fault = await faultOf(tx, report, of)
    if (fault) return refused(fault)
    const numbering = await lockNumbering(tx, report, of.layout)
    if (numbering.way !== 'reserved') return refused({ code: 'numbered-by-hand' })
    const today = dayInVietnam(ctx.now)
    const series = seriesOf(numbering, today)
    const number = nextNumber(numbering, of.type, series, await numbersIn(tx, report, { ...of, series }))
    await save(tx, ctx, report, { ...of, series, number, signedOn: today, way: 'reserved' })
    return done(number)
  })
}

/** Writes the number that the paper office gave to the signed document. */
export async function typeNumber(
  ctx: Ctx,
  id: ReportId,
  of: Numbered,
  typed: { number: string; signedOn: string },
): Done<number> {
  return onReport(ctx, id, async (tx, report) => {
    const fault = await faultOf(tx, report, of)
    if (fault) return refused(fault)
    const numbering = await lockNumbering(tx, report, of.layout)
    if (numbering.way !== 'by-hand') return refused({ code: 'numbered-here' })
    const number = parseNumber(typed.number)
    if (number === null) return refused({ code: 'number-not-read' })
    const signedOn = parseLocalDate(typed.signedOn)
    if (signedOn === null) return refused({ code: 'day-not-read' })
    if (signedOn > dayInVietnam(ctx.now)) return refused({ code: 'day-not-come' })
    const series = seriesOf(numbering, signedOn)
    const about = await aboutOf(tx, report, { ...of, series, number })
    if (about !== null) return refused({ code: 'number-taken', number, about })
    await save(tx, ctx, report, { ...of, series, number, signedOn, way: 'by-hand' })
    return done(number)
  })
}

/** The number stays in the register with the reason, and is not given again. */
export async function cancelNumber(ctx: Ctx, id: DocumentNumberId, why: string): Done<undefined> {
  if (!mayNumber(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const owner = { province: ctx.actor.province, unit: ctx.actor.unit }
    const number = await lockNumber(tx, owner, id)
    if (!number) return notFound()
    if (number.cancelledFor !== null) return refused({ code: 'already-cancelled' })
    const reason = tidy(why)
    const fault = reasonFault(reason)
    if (fault) return refused(fault)
    await saveCancelled(tx, owner, id, reason, ctx.now)
    await recordNumber(tx, ctx, 'document-number-cancelled', id, { number: number.number })
    return done()
  })
}

/** What the form about one layout says. */
export type NumberingEntry = { way: NumberingWay; term: string; lastReport: string; lastLetter: string }

/** Says how the own unit numbers in one layout, and from where the paper register is gone on with. */
export async function setNumbering(ctx: Ctx, layout: Layout, version: number, entry: NumberingEntry): Done<undefined> {
  if (!mayNumber(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const owner = { province: ctx.actor.province, unit: ctx.actor.unit }
    const numbering = await lockNumbering(tx, owner, layout)
    if (numbering.version !== version) return refused({ code: 'changed-meanwhile' })
    const term = tidy(entry.term)
    if (holdsPersonalNumber(term)) return refused({ code: 'personal-number' })
    if (entry.way === 'reserved' && layout === 'party' && !/^\d{4}-\d{4}$/.test(term))
      return refused({ code: 'term-missing' })
    const [report, letter] = [entry.lastReport, entry.lastLetter].map(startOf)
    if (report === undefined || letter === undefined) return refused({ code: 'start-not-read' })
    const said = { ...numbering, way: entry.way, term, last: { report, letter }, version: version + 1 }
    const startSeries = seriesOf(said, dayInVietnam(ctx.now))
    await saveNumbering(tx, ctx, owner, { ...said, startSeries })
    await recordNumber(tx, ctx, 'numbering-set', ctx.actor.unit, { layout, way: entry.way })
    return done()
  })
}

/** Officers and leaders of a unit number what it issues. */
export function mayNumber(actor: Actor): boolean {
  return !readsOnly(actor) && mayEnter(actor, { province: actor.province, unit: actor.unit })
}

function startOf(text: string): number | undefined {
  return /^0*$/.test(text.trim()) ? 0 : (parseNumber(text) ?? undefined)
}

/** Locked, so that one report is given one number; only its own unit numbers it. */
async function onReport(ctx: Ctx, id: ReportId, work: (tx: Tx, report: Report) => Done<number>): Done<number> {
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const report = await lockReport(tx, ctx.actor.province, id)
    if (!report) return notFound()
    return mayEnter(ctx.actor, report) ? work(tx, report) : forbidden()
  })
}

async function faultOf(tx: Tx, report: Report, of: Numbered): Promise<NumberRefusal | null> {
  if (report.origin !== 'entered' || isOpenForEntry(report.status)) return { code: 'not-handed-in' }
  const standing = (await numbersOfReport(tx, report)).find((one) => one.layout === of.layout && one.type === of.type)
  return standing ? { code: 'already-numbered', number: String(standing.number) } : null
}

type Given = Numbered & { series: string; number: number; signedOn: LocalDate; way: NumberingWay }

async function save(tx: Tx, ctx: Ctx, report: Report, given: Given): Promise<void> {
  const day = await wordsDay(tx, report, dayInVietnam(ctx.now))
  const body = chosenBody(await issuingBodiesOf(tx, { ...report, day }), given.layout)
  const copy = await newestCopy(tx, report)
  if (!copy) throw new Error(`Report ${report.id} was handed in without a copy`)
  const subject = subjectOf(copy.content, { isDraft: false, isExample: false })
  const isReport = given.type === 'report'
  const number: Omit<RegisteredNumber, 'id' | 'by' | 'cancelledFor' | 'report'> = {
    ...given,
    symbol: isReport ? body.symbol : letterSymbol(body.symbol, body.layout),
    about: isReport ? subject : `Gửi báo cáo ${subject.charAt(0).toLocaleLowerCase('vi')}${subject.slice(1)}`,
    sentTo: body.recipients.slice(0, -1),
  }
  await insertNumber(tx, ctx, report, number)
  const said = { layout: given.layout, type: given.type, number: given.number }
  await recordMove(
    tx,
    ctx,
    report,
    given.way === 'reserved' ? 'document-number-reserved' : 'document-number-typed',
    said,
  )
}

async function aboutOf(
  tx: Tx,
  { province, unit }: Report,
  { layout, type, series, number }: Numbered & { series: string; number: number },
): Promise<string | null> {
  const row = await tx
    .selectFrom('document_number')
    .select('about')
    .where('province_id', '=', province)
    .where('unit_id', '=', unit)
    .where('layout', '=', layout)
    .where('type', '=', type)
    .where('series', '=', series)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.about ?? null
}

async function recordNumber(
  tx: Tx,
  ctx: Ctx,
  kind: 'document-number-cancelled' | 'numbering-set',
  id: string,
  changed: Record<string, string | number>,
): Promise<void> {
  const { province, account, unit } = ctx.actor
  await record(tx, { province, account, unit, kind, object: { kind: 'document-number', id }, changed, at: ctx.now })
}
