import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { provincesRead, scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { unitWithin } from '#modules/territory/queries.server.ts'
import type { UnitVersion } from '#modules/territory/unit.ts'
import { amendedVersion } from './amendment-content.server.ts'
import { acceptedTexts } from './amendment-entry-commands.server.ts'
import { amendedCells } from './amendment-entry-store.server.ts'
import { amendmentEvents, amendmentsIn, liveOne, type AmendmentEvent } from './amendment-store.server.ts'
import {
  amendmentMovesFor,
  differencesOf,
  isAmendmentOpen,
  mayReadAmendment,
  type AmendedCell,
  type Amendment,
  type AmendmentMove,
  type Difference,
} from './amendment.ts'
import { behindOf, type Behind } from './behind.ts'
import type { ContentFinding, ReportContent } from './content.ts'
import { isCounted } from './lifecycle.ts'
import { mayEnter, mayRead, mayReadDraft, standingsOf } from './policy.ts'
import type { Report, ReportId } from './report.ts'
import { copyNumbered } from './copy-store.server.ts'
import { findReportIn } from './store.server.ts'

/** The amendments of a report, oldest first, with who opened each and when it was accepted. */
export async function amendmentsOf(
  tx: Tx,
  report: Pick<Report, 'province' | 'id'>,
): Promise<{ n: number; reason: string; at: Date; by: string; acceptedAt: Date | null }[]> {
  const events = await amendmentEvents(tx, report)
  return (await amendmentsIn(tx, report)).reverse().map(({ n, reason, at }) => {
    const own = events.filter((event) => event.n === n)
    const accepted = own.find(({ move }) => move === 'accept')
    return { n, reason, at, by: own.at(-1)?.by ?? '', acceptedAt: accepted?.at ?? null }
  })
}

/** What every page about amendments says of the report. */
export type AmendedReport = { report: Report; unit: UnitVersion }

/** All amendments of one report, and whether this reader may open or ask for another. */
export type AmendmentList = AmendedReport & {
  amendments: Amendment[]
  events: AmendmentEvent[]
  may: 'open' | 'ask' | null
}

export async function amendmentList(ctx: Ctx, id: ReportId): Promise<Outcome<AmendmentList>> {
  return onRead(ctx, id, async (tx, on) => {
    const amendments = await amendmentsIn(tx, on.report)
    const isFree = isCounted(on.report.status) && on.report.origin === 'entered' && liveOne(amendments) === null
    const asks = standingsOf(ctx.actor, on.report).includes('reviewer')
    const may = mayEnter(ctx.actor, on.report) ? 'open' : asks ? 'ask' : null
    return done({ ...on, amendments, events: await amendmentEvents(tx, on.report), may: isFree ? may : null })
  })
}

/** One amendment opened: what it changes, the fields to type in, what does not add up yet, and what may be done with it. */
export type AmendmentPage = AmendedReport & {
  amendment: Amendment
  /** Null while its unit types it and the reader is somebody else. */
  said: AmendmentSaid | null
  fields: AmendmentField[]
  moves: AmendmentMove[]
  events: AmendmentEvent[]
}

export type AmendmentSaid = {
  differences: Difference[]
  /** How the list of units of a sum differs; null where it does not, or nobody is summed. */
  behind: Behind | null
  findings: ContentFinding[]
  content: ReportContent
}

/** One cell of the form: what is accepted, and what the amendment says so far. */
export type AmendmentField = {
  key: string
  code: string
  name: string
  section: string
  accepted: { raw: string; note: string; printed: ReportContent['lines'][number] }
  now: { raw: string; note: string; why: string }
  isTouched: boolean
}

export async function amendmentPage(ctx: Ctx, id: ReportId, n: number): Promise<Outcome<AmendmentPage>> {
  return onRead(ctx, id, async (tx, on) => {
    const { report } = on
    const amendment = (await amendmentsIn(tx, report)).find((one) => one.n === n)
    if (!amendment) return notFound()
    const isRead = mayReadAmendment(amendment.status, mayReadDraft(ctx.actor, report))
    const said = isRead ? await saidBy(tx, report, amendment) : null
    const isTyped = isAmendmentOpen(amendment.status) && mayEnter(ctx.actor, report)
    return done({
      ...on,
      amendment,
      said: said && {
        ...{ differences: said.differences, findings: said.content.findings, content: said.content },
        behind: behindOf(said.base.unitList, said.content.unitList),
      },
      fields: said && isTyped ? fieldsOf(said.base, said.cells) : [],
      moves: amendmentMovesFor(amendment.status, standingsOf(ctx.actor, report)),
      events: (await amendmentEvents(tx, report)).filter((event) => event.n === n),
    })
  })
}

type Said = { base: ReportContent; content: ReportContent; cells: Map<string, AmendedCell>; differences: Difference[] }

/** What it says: of an accepted one the copy that its acceptance made, of the others what would become of the report now. */
async function saidBy(tx: Tx, report: Report, amendment: Amendment): Promise<Said> {
  const whys = (cells: Map<string, AmendedCell>) =>
    new Map([...cells].map(([key, { why }]) => [key, why || amendment.reason]))
  if (amendment.copy === null) {
    const made = await amendedVersion(tx, report, amendment)
    return { ...made, differences: differencesOf(made.base, made.content, whys(made.cells)) }
  }
  const base = await copyNumbered(tx, report, amendment.baseCopy)
  const copy = await copyNumbered(tx, report, amendment.copy)
  if (!base || !copy) throw new Error(`Amendment ${amendment.n} of report ${report.id} has lost a copy`)
  const cells = await amendedCells(tx, report, amendment.n)
  const [one, other] = [base.content, copy.content]
  return { base: one, content: other, cells, differences: differencesOf(one, other, whys(cells)) }
}

function fieldsOf(base: ReportContent, cells: ReadonlyMap<string, AmendedCell>): AmendmentField[] {
  return base.lines.map((line) => {
    const key = cellKey(line.cell)
    const accepted = acceptedTexts(line)
    const cell = cells.get(key)
    return {
      key,
      code: line.cell.code,
      name: line.dimensionName ? `${line.name}, ${line.dimensionName}` : line.name,
      section: line.section,
      accepted: { ...accepted, printed: line },
      now: cell ? { raw: cell.raw, note: cell.note, why: cell.why } : { ...accepted, why: '' },
      isTouched: cell !== undefined,
    }
  })
}

/** A report as one of its amendments, or its first acceptance, made it: every version stays readable. */
export async function versionOfReport(
  ctx: Ctx,
  id: ReportId,
  n: number,
): Promise<Outcome<AmendedReport & { content: ReportContent; at: Date }>> {
  return onRead(ctx, id, async (tx, on) => {
    const amendments = await amendmentsIn(tx, on.report)
    const copy = n === 0 ? amendments.at(-1)?.baseCopy : amendments.find((one) => one.n === n)?.copy
    const found = copy ? await copyNumbered(tx, on.report, copy) : null
    return found ? done({ ...on, ...found }) : notFound()
  })
}

async function onRead<Value>(
  ctx: Ctx,
  id: ReportId,
  read: (tx: Tx, on: AmendedReport) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const report = await findReportIn(tx, provincesRead(ctx.actor), id)
    if (!report) return notFound()
    if (!mayRead(ctx.actor, report)) return forbidden()
    const unit = await unitWithin(tx, report.unit, report.period)
    if (!unit) throw new Error(`Report ${report.id} has lost its unit`)
    return read(tx, { report, unit })
  })
}
