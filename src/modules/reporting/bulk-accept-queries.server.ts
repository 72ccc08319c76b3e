import { sql } from 'kysely'
import { forbidden, type Outcome } from '#kernel/outcome.ts'
import type { Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { minutesToUndo, notAtOnce, type BoardAsked, type BoardRow, type NotAtOnce } from './board.ts'
import { amendmentsIn } from './amendment-store.server.ts'
import { onBoard } from './board-queries.server.ts'
import { boardRows } from './board-store.server.ts'
import { mayReview } from './policy.ts'
import type { Report, ReportId } from './report.ts'

/** The submitted reports of a period: those that nothing asks about, and the others with their reason (nhận hàng loạt). */
export type AcceptPage = {
  ready: BoardRow[]
  byThemselves: { row: BoardRow; found: NotAtOnce }[]
  /** What the reader accepted in the last minutes and may still take back. */
  undoable: { report: ReportId; unitName: string; at: Date }[]
}

export async function acceptPage(ctx: Ctx, asked: BoardAsked): Promise<Outcome<AcceptPage>> {
  if (!mayReview(ctx.actor)) return forbidden()
  return onBoard(ctx, asked, async (tx, template, today) => {
    const { rows } = await boardRows(tx, ctx.actor.province, template, asked.period, today)
    const submitted = rows.filter(({ state }) => state === 'submitted')
    const names = new Map(rows.map(({ report, name }) => [report, name]))
    const mine = (await acceptedLately(tx, ctx)).flatMap(({ report, at }) => {
      const unitName = names.get(report)
      return unitName === undefined ? [] : [{ report, at, unitName }]
    })
    return {
      ready: submitted.filter((row) => !notAtOnce(row)),
      byThemselves: submitted.flatMap((row) => {
        const found = notAtOnce(row)
        return found ? [{ row, found }] : []
      }),
      undoable: mine,
    }
  })
}

/** The last step of a report's life; null before it has one. */
export async function lastMove(
  tx: Tx,
  report: Pick<Report, 'province' | 'id'>,
): Promise<{ move: string; at: Date; account: string | null } | null> {
  const row = await tx
    .selectFrom('report_event')
    .select(['move', 'at', 'account_id as account'])
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** What was built upon an acceptance: it was published, if only for a while, or an amendment of it was opened and not dropped. */
export async function builtUpon(
  tx: Tx,
  report: Pick<Report, 'province' | 'id'>,
): Promise<'was-published' | 'is-amended' | null> {
  const published = await tx
    .selectFrom('report_event')
    .select('n')
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .where('move', '=', 'publish')
    .limit(1)
    .executeTakeFirst()
  if (published) return 'was-published'
  return (await amendmentsIn(tx, report)).some(({ status }) => status !== 'dropped') ? 'is-amended' : null
}

async function acceptedLately(tx: Tx, ctx: Ctx): Promise<{ report: ReportId; at: Date }[]> {
  const since = new Date(ctx.now.getTime() - minutesToUndo * 60_000)
  const rows = await tx
    .selectFrom('report_event as event')
    .innerJoin('report', (join) =>
      join.onRef('report.province_id', '=', 'event.province_id').onRef('report.id', '=', 'event.report_id'),
    )
    .select(['event.report_id', 'event.at'])
    .where('event.province_id', '=', ctx.actor.province)
    .where('event.account_id', '=', ctx.actor.account)
    .where('event.move', '=', 'accept')
    .where('event.at', '>=', since)
    .where('event.at', '<=', ctx.now)
    .where('report.status', '=', 'accepted')
    .whereRef('report.changed_at', '=', 'event.at')
    .where(
      sql<boolean>`not exists (select from amendment where amendment.province_id = report.province_id
        and amendment.report_id = report.id and amendment.status <> 'dropped')`,
    )
    .orderBy('event.at', 'desc')
    .orderBy('event.report_id')
    .execute()
  return rows.map((row) => ({ report: row.report_id as ReportId, at: row.at }))
}
