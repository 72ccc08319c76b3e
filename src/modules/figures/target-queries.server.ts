import { sql } from 'kysely'
import { localDate, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { periodKey, type Period } from '#kernel/period.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { provincesRead, scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { lastVersionIn } from '#modules/territory/queries.server.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import { cellKey, type CellRef } from './indicator.ts'
import { targetGround, type TargetIndicator } from './target-ground.server.ts'
import { mayChangeTarget, mayReadTargets, maySetTargets } from './target-policy.ts'
import { readTargetRow, targetRows, targetVersions } from './target-store.server.ts'
import type { Target, TargetId, TargetVersion } from './target.ts'

/**
 * The targets in force for some cells of some units and periods, for whoever sets numbers against them. The caller has cut
 * the units to whose figures its reader may see; row security stands behind it.
 */
export async function targetsOf(
  tx: Tx,
  units: readonly UnitId[],
  cells: readonly CellRef[],
  periods: readonly Period[],
): Promise<Target[]> {
  if (units.length === 0 || cells.length === 0 || periods.length === 0) return []
  const rows = await targetRows(tx)
    .where('target.unit_id', '=', sql<string>`any(${[...units]}::uuid[])`)
    .where('target.is_in_force', '=', true)
    .where('indicator.indicator_code', 'in', [...new Set(cells.map(({ code }) => code))])
    .where('target.period_to', 'in', [...new Set(periods.map(({ to }) => to))])
    .where('target.period_from', 'in', [...new Set(periods.map(({ from }) => from))])
    .orderBy('target.set_by')
    .orderBy('target.id')
    .execute()
  const [wantedCells, wantedPeriods] = [new Set(cells.map(cellKey)), new Set(periods.map(periodKey))]
  return rows
    .map(readTargetRow)
    .filter(({ cell, period }) => wantedCells.has(cellKey(cell)) && wantedPeriods.has(periodKey(period)))
}

/** What of the targets is asked for: of a year, of one indicator or unit where one is named. */
export type TargetFilter = { year: number; code: string | null; unit: UnitId | null; page: number }

/** One line of the list: a cell of a unit and period with the target of its own hand, its superior's, or both. */
export type TargetLine = {
  unit: UnitId
  name: string
  unitCode: string
  indicator: TargetIndicator
  cell: CellRef
  period: Period
  own: Target | null
  superior: Target | null
}

export type TargetPage = {
  lines: TargetLine[]
  total: number
  page: number
  pages: number
  years: number[]
  /** The cells and units that the targets of this year are about, to narrow the list by. */
  indicators: { code: string; name: string }[]
  units: { unit: UnitId; code: string; name: string }[]
  maySet: boolean
}

export const targetsOnAPage = 40

/** The targets of one's own unit; to a province those of all its communes and its own. */
export async function targetPage(ctx: Ctx, filter: TargetFilter): Promise<Outcome<TargetPage>> {
  const { actor } = ctx
  if (!mayReadTargets(actor, actor)) return forbidden()
  return inScope(ctx.db, scopeOf(actor), async (tx) => {
    const all = await linesOf(tx, ctx, filter.year)
    const narrowed = all
      .filter(({ cell }) => filter.code === null || cell.code === filter.code)
      .filter(({ unit }) => filter.unit === null || unit === filter.unit)
    const pages = Math.max(1, Math.ceil(narrowed.length / targetsOnAPage))
    const page = Math.min(Math.max(1, filter.page), pages)
    return done({
      lines: narrowed.slice((page - 1) * targetsOnAPage, page * targetsOnAPage),
      ...{ total: narrowed.length, page, pages, years: await yearsWithTargets(tx, ctx) },
      indicators: unique(
        all.map(({ indicator: { code, name } }) => ({ code, name })),
        ({ code }) => code,
      ),
      units: unique(
        all.map(({ unit, unitCode, name }) => ({ unit, code: unitCode, name })),
        ({ unit }) => unit,
      ),
      maySet: maySetTargets(actor),
    })
  })
}

/** Every line that a filter leaves, for the file of the list. */
export async function targetLines(ctx: Ctx, filter: Omit<TargetFilter, 'page'>): Promise<Outcome<TargetLine[]>> {
  const { actor } = ctx
  if (!mayReadTargets(actor, actor)) return forbidden()
  return inScope(ctx.db, scopeOf(actor), async (tx) => {
    const all = await linesOf(tx, ctx, filter.year)
    return done(
      all
        .filter(({ cell }) => filter.code === null || cell.code === filter.code)
        .filter(({ unit }) => filter.unit === null || unit === filter.unit),
    )
  })
}

function ofReader(tx: Tx, { actor }: Ctx) {
  const own = targetRows(tx).where('target.province_id', 'in', [...provincesRead(actor)])
  const units = [actor.unit, ...(actor.follows?.units ?? [])]
  return actor.unit === actor.province ? own : own.where('target.unit_id', 'in', units)
}

async function linesOf(tx: Tx, ctx: Ctx, year: number): Promise<TargetLine[]> {
  const rows = await ofReader(tx, ctx)
    .innerJoin('unit', 'unit.id', 'target.unit_id')
    .select('unit.code as unit_code')
    .where('target.is_in_force', '=', true)
    .where('target.period_to', '>=', localDate(`${year}-01-01`))
    .where('target.period_to', '<=', localDate(`${year}-12-31`))
    .execute()
  const ground = targetGround(tx, ctx.actor.province)
  const lines = new Map<string, TargetLine>()
  for (const row of rows) {
    const target = readTargetRow(row)
    const indicator = (await ground.indicatorsOn(target.period.to)).get(target.cell.code)
    if (!indicator) throw new Error(`Target ${target.id} is of an indicator that is not defined on its last day`)
    const key = `${target.unit} ${cellKey(target.cell)} ${periodKey(target.period)}`
    const line = lines.get(key) ?? {
      ...{ unit: target.unit, unitCode: row.unit_code, indicator, cell: target.cell, period: target.period },
      ...{ name: await nameOf(tx, ground, target), own: null, superior: null },
    }
    lines.set(key, { ...line, [target.setBy]: target })
  }
  return [...lines.values()].sort((one, other) => inOrder(one, other, ctx.actor.province))
}

type Ground = ReturnType<typeof targetGround>

async function nameOf(tx: Tx, ground: Ground, { unit, province, period }: Target): Promise<string> {
  const known = (await ground.unitsOn(period.to)).get(unit) ?? (await lastVersionIn(tx, unit, province, period.to))
  return known?.name ?? 'Đơn vị không còn trong sổ'
}

const collator = new Intl.Collator('vi', { numeric: true })

/** The longest period first, in it the cells in the order of the codes, a province before its communes. */
function inOrder(one: TargetLine, other: TargetLine, province: UnitId): number {
  return (
    compare(one.period.from, other.period.from) ||
    compare(other.period.to, one.period.to) ||
    compare(cellKey(one.cell), cellKey(other.cell)) ||
    Number(other.unit === province) - Number(one.unit === province) ||
    collator.compare(one.name, other.name) ||
    compare(one.unit, other.unit)
  )
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function unique<One>(all: readonly One[], keyOf: (one: One) => string): One[] {
  const each = new Map(all.map((one) => [keyOf(one), one]))
  return [...each.values()].sort((one, other) => collator.compare(keyOf(one), keyOf(other)))
}

async function yearsWithTargets(tx: Tx, ctx: Ctx): Promise<number[]> {
  const rows = await ofReader(tx, ctx)
    .clearSelect()
    .select(sql<number>`extract(year from target.period_to)::integer`.as('year'))
    .distinct()
    .where('target.is_in_force', '=', true)
    .execute()
  return rows.map(({ year }) => year).sort((one, other) => other - one)
}

/** One target with all that was ever said of it, and the one of the other hand beside it. */
export type TargetDetail = {
  target: Target
  indicator: TargetIndicator
  unit: UnitVersion
  versions: TargetVersion[]
  beside: Target | null
  mayChange: boolean
}

export async function targetDetail(ctx: Ctx, id: TargetId): Promise<Outcome<TargetDetail>> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const row = await ofReader(tx, ctx).where('target.id', '=', id).executeTakeFirst()
    if (!row) return notFound()
    const target = readTargetRow(row)
    if (!mayReadTargets(ctx.actor, target)) return forbidden()
    const unit = await lastVersionIn(tx, target.unit, target.province, target.period.to)
    const indicators = await targetGround(tx, target.province).indicatorsOn(target.period.to)
    const indicator = indicators.get(target.cell.code)
    if (!unit || !indicator) throw new Error(`Target ${id} is of a unit or an indicator that nobody knows`)
    const together = await targetsOf(tx, [target.unit], [target.cell], [target.period])
    return done({
      ...{ target, indicator, unit, versions: await targetVersions(tx, target.province, id) },
      beside: together.find(({ setBy }) => setBy !== target.setBy) ?? null,
      mayChange: target.isInForce && mayChangeTarget(ctx.actor, target),
    })
  })
}

/** What a form offers: the cells as defined on a day, and the units whose targets this actor sets. */
export type TargetChoices = { indicators: TargetIndicator[]; units: UnitVersion[] }

export async function targetChoices(ctx: Ctx, day: LocalDate): Promise<Outcome<TargetChoices>> {
  const { actor } = ctx
  if (!maySetTargets(actor)) return forbidden()
  return inScope(ctx.db, scopeOf(actor), async (tx) => {
    const ground = targetGround(tx, actor.province)
    const units = [...(await ground.unitsOn(day)).values()]
    return done({
      indicators: [...(await ground.indicatorsOn(day)).values()],
      units: actor.unit === actor.province ? units : units.filter(({ unit }) => unit === actor.unit),
    })
  })
}
