import { sql } from 'kysely'
import { dayInVietnam, localDate, type LocalDate } from '#kernel/local-date.ts'
import { periodBetween, type Period } from '#kernel/period.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { provincesRead, scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { lastVersionOf, successorsOf } from '#modules/territory/register.ts'
import { currentRegister } from '#modules/territory/register.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { ReportStatus } from './lifecycle.ts'
import type { ReportId } from './report.ts'

/** A unit that went into the reader's, with the reports it left (đơn vị trước đây). */
export type Predecessor = {
  unit: UnitId
  code: string
  name: string
  until: LocalDate | null
  reports: { id: ReportId; period: Period; status: ReportStatus }[]
}

/** What is decided for the reader's own unit: where it goes, from which day, by which document (thay đổi sắp tới). */
export type ChangeAhead = { day: LocalDate; to: string[]; act: string | null }

/** What an officer sees of reorganisations: what comes, and what the units before theirs recorded. */
export async function predecessorsPage(
  ctx: Ctx,
): Promise<{ before: Predecessor[]; ahead: ChangeAhead[]; called: ChangeAhead[] }> {
  const today = dayInVietnam(ctx.now)
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const register = await currentRegister(tx)
    const reports = Map.groupBy(await reportsBefore(tx, ctx), (report) => report.unit)
    const before = (ctx.actor.follows?.units ?? []).flatMap((unit): Predecessor[] => {
      const last = lastVersionOf(register, unit)
      return last
        ? [{ unit, code: last.code, name: last.name, until: last.until, reports: reports.get(unit) ?? [] }]
        : []
    })
    const coming = successorsOf(register, ctx.actor.unit).filter(({ by }) => by.on > today)
    const ahead = [...Map.groupBy(coming, ({ by }) => by.on)].map(([day, links]) => ({
      day,
      to: links.map(({ to }) => lastVersionOf(register, to)?.name ?? ''),
      act: links[0]?.by.act ?? null,
    }))
    const collator = new Intl.Collator('vi')
    before.sort((one, other) => collator.compare(one.name, other.name))
    return { before, ahead, called: await newNames(tx, ctx.actor.unit, today) }
  })
}

/** Names that the unit itself takes later: it goes on under them. */
async function newNames(tx: Tx, unit: UnitId, today: LocalDate): Promise<ChangeAhead[]> {
  const rows = await tx
    .selectFrom('unit_version')
    .select(['name', 'act_number', sql<string>`lower(valid)::text`.as('day')])
    .where('unit_id', '=', unit)
    .where('tree', '=', 'state')
    .where(sql<boolean>`lower(valid) > ${today}::date`)
    .orderBy(sql`lower(valid)`)
    .execute()
  return rows.map((row) => ({ day: localDate(row.day), to: [row.name], act: row.act_number }))
}

async function reportsBefore(tx: Tx, ctx: Ctx): Promise<(Predecessor['reports'][number] & { unit: UnitId })[]> {
  const units = ctx.actor.follows?.units ?? []
  if (units.length === 0) return []
  const rows = await tx
    .selectFrom('report')
    .select(['id', 'unit_id', 'period_from', 'period_to', 'status'])
    .where('province_id', 'in', [...provincesRead(ctx.actor)])
    .where('unit_id', 'in', [...units])
    .where('origin', '=', 'entered')
    .orderBy('period_to', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id as ReportId,
    unit: row.unit_id as UnitId,
    period: periodBetween(localDate(row.period_from), localDate(row.period_to)),
    status: row.status as ReportStatus,
  }))
}
