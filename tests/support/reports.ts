import { quarterOf, type Period } from '#kernel/period.ts'
import type { Outcome } from '#kernel/outcome.ts'
import type { Actor } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { cellKey, parseCellKey } from '#modules/figures/indicator.ts'
import { acceptReport, beginReport, publishReport, submitReport } from '#modules/reporting/commands.server.ts'
import { saveCells } from '#modules/reporting/entry-commands.server.ts'
import type { CellEntry } from '#modules/reporting/forms.ts'
import { currentTemplate } from '#modules/reporting/report.ts'
import { reportPage } from '#modules/reporting/queries.server.ts'
import type { ReportId } from '#modules/reporting/report.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { TestDatabase } from './database.ts'

/** The quarter that most tests report for, and the moment they do it: a week after its end. */
export const quarter = quarterOf(2026, 3)
export const now = new Date('2026-10-07T02:00:00Z')

/** Texts by cell key, as an officer types them: `{ F01: '1.240', 'K01:collective': '5' }`. */
export type Typed = Record<string, string>

// A report that answers no cell is not handed in; this answer adds nothing to any sum.
const saysLittle: Typed = { D03: 'không áp dụng' }

/** Submits what stands now, as an officer does who has just looked at the check page. */
export async function submitNow(ctx: Ctx, id: ReportId): ReturnType<typeof submitReport> {
  const page = await reportPage(ctx, id)
  return submitReport(ctx, id, page.ok ? page.value.report.version : -1)
}

/** Does reporting work in the name of one person after another. */
export function desk(database: TestDatabase) {
  const as = (actor: Actor, at: Date = now): Ctx => ({ db: database.db, actor, now: at })

  async function begun(actor: Actor, period: Period = quarter, unit: UnitId = actor.unit): Promise<ReportId> {
    return doneBy(await beginReport(as(actor), { unit, template: currentTemplate, period }))
  }

  async function typed(actor: Actor, texts: Typed, period: Period = quarter): Promise<ReportId> {
    const id = await begun(actor, period)
    doneBy(await saveCells(as(actor), id, entries(texts)))
    return id
  }

  async function submitted(actor: Actor, texts: Typed = {}, period: Period = quarter): Promise<ReportId> {
    const id = await typed(actor, Object.keys(texts).length === 0 ? saysLittle : texts, period)
    doneBy(await submitNow(as(actor), id))
    return id
  }

  async function accepted(actor: Actor, by: Actor, texts: Typed = {}, period: Period = quarter): Promise<ReportId> {
    const id = await submitted(actor, texts, period)
    doneBy(await acceptReport(as(by), id, await versionOf(id)))
    return id
  }

  async function published(actor: Actor, by: Actor, texts: Typed = {}, period: Period = quarter): Promise<ReportId> {
    const id = await accepted(actor, by, texts, period)
    doneBy(await publishReport(as(by), id, await versionOf(id)))
    return id
  }

  /** The texts, and “không áp dụng” in every other cell of the form: a complete report. */
  async function answeringAll(texts: Typed, period: Period = quarter): Promise<Typed> {
    const cells = await database.asOwner<{ code: string; dimension: string }>(
      `select indicator.indicator_code as code, line.dimension from template_line line
       join indicator_version indicator on indicator.id = line.indicator_version
       join template_version version on version.id = line.template_version
       where version.template_code = $1 and version.valid @> $2::date`,
      [currentTemplate, period.to],
    )
    return { ...Object.fromEntries(cells.map((cell) => [cellKey(cell), 'không áp dụng'])), ...texts }
  }

  async function versionOf(id: ReportId): Promise<number> {
    return (await rowOf(id)).version
  }

  async function statusOf(id: ReportId): Promise<string> {
    return (await rowOf(id)).status
  }

  async function rowOf(id: ReportId): Promise<{ version: number; status: string }> {
    const [row] = await database.asOwner<{ version: number; status: string }>(
      'select version, status from report where id = $1',
      [id],
    )
    if (!row) throw new Error(`No report ${id}`)
    return row
  }

  return { as, answeringAll, begun, typed, submitted, accepted, published, versionOf, statusOf }
}

/** What an entry form posts: each text now, and the text the page was made with (empty unless said). */
export function entries(texts: Typed, was: Typed = {}): CellEntry[] {
  return Object.entries(texts).map(([key, raw]) => ({
    cell: parseCellKey(key),
    raw,
    note: '',
    was: { raw: was[key] ?? '', note: '' },
  }))
}

/** The value of what went well; throws with the answer when it did not. */
export function doneBy<Value, Refusal extends { code: string }>(outcome: Outcome<Value, Refusal>): Value {
  if (!outcome.ok) throw new Error(`Not done: ${JSON.stringify(outcome)}`)
  return outcome.value
}

/** `done`, `forbidden`, `not-found`, or the code of the refusal. */
export function answerOf<Value, Refusal extends { code: string }>(outcome: Outcome<Value, Refusal>): string {
  if (outcome.ok) return 'done'
  return outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind
}
