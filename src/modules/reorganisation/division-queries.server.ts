import { dayInVietnam, localDate, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { periodBetween, type Period } from '#kernel/period.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { destinationOf, type Flag } from '#modules/territory/rebase.ts'
import { currentRegister } from '#modules/territory/register.server.ts'
import { lastVersionOf, predecessorsOf, unitByCode, type Register } from '#modules/territory/register.ts'
import { registerWith, type StatedDivision } from '#modules/territory/stated.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { dividedHere } from './division-commands.server.ts'
import { isMeant, isOfTheseParts, partsOf, type DividedUnit, type DivisionEntry, type DivisionRow } from './division.ts'
import type { DivisionRefusal } from './division-labels.ts'
import { divisionRows } from './division-store.server.ts'
import { mayReadReorganisations, mayReorganise } from './policy.ts'

/** A divided unit with what stands stated of it (một dòng của danh sách tỷ lệ chia). */
export type DivisionLine = DividedUnit & {
  standing: DivisionRow | null
  /** False where nothing stands, or the register has drawn the parts anew since. */
  isUsed: boolean
}

export type DivisionFilter = { words: string; state: 'open' | 'stated' | null; page: number }

export type DivisionsPage = {
  lines: DivisionLine[]
  found: number
  page: number
  pages: number
  counts: { all: number; open: number; stated: number }
  mayChange: boolean
}

const linesAPage = 40

/** The divided units of the province: which have shares, which not. */
export async function divisionsPage(ctx: Ctx, filter: DivisionFilter): Promise<Outcome<DivisionsPage>> {
  const all = await divisionLines(ctx)
  if (!all.ok) return all
  const meant = all.value.filter((line) => filter.words === '' || isMeant(line, filter.words))
  const stated = meant.filter(({ isUsed }) => isUsed)
  const open = meant.filter(({ isUsed }) => !isUsed)
  const shown = filter.state === null ? meant : filter.state === 'open' ? open : stated
  const pages = Math.max(1, Math.ceil(shown.length / linesAPage))
  const page = Math.min(filter.page, pages)
  return done({
    lines: shown.slice((page - 1) * linesAPage, page * linesAPage),
    ...{ found: shown.length, page, pages },
    counts: { all: meant.length, open: open.length, stated: stated.length },
    mayChange: mayReorganise(ctx.actor, ctx.actor.province),
  })
}

/** All of them, by their names: the list, and the file to fill in. */
export async function divisionLines(ctx: Ctx): Promise<Outcome<DivisionLine[]>> {
  const { province } = ctx.actor
  if (!mayReadReorganisations(ctx.actor, province)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const standing = new Map((await divisionRows(tx, province, 'standing')).map((row) => [row.from, row]))
    const units = await dividedHere(tx, ctx)
    return done(
      units.map((unit) => {
        const row = standing.get(unit.unit) ?? null
        return { ...unit, standing: row, isUsed: row !== null && isOfTheseParts(unit, row.parts) }
      }),
    )
  })
}

export type DivisionPage = { unit: DividedUnit; history: DivisionRow[]; mayChange: boolean }

/** One divided unit with everything that was ever stated of it. */
export async function divisionPage(ctx: Ctx, code: string): Promise<Outcome<DivisionPage>> {
  const { province } = ctx.actor
  if (!mayReadReorganisations(ctx.actor, province)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const id = unitByCode(await currentRegister(tx), code)
    const unit = (await dividedHere(tx, ctx)).find((one) => one.unit === id)
    if (!unit) return notFound()
    const history = await divisionRows(tx, province, unit.unit)
    return done({ unit, history, mayChange: mayReorganise(ctx.actor, province) })
  })
}

/** What a statement would change, before it is saved. */
export type DivisionPreview = {
  parts: { name: string; share: number }[]
  flags: { before: Flag; after: Flag }
  /** Per newer unit: which of its older units still have no shares, so that it is not comparable yet. */
  waits: { name: string; for: string[] }[]
  /** Figures that become apportioned: of these reports, accepted or published. */
  reports: Period[]
}

export async function previewDivision(
  ctx: Ctx,
  code: string,
  entry: DivisionEntry,
): Promise<Outcome<DivisionPreview, DivisionRefusal>> {
  const { province } = ctx.actor
  if (!mayReorganise(ctx.actor, province)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const register = await currentRegister(tx)
    const id = unitByCode(register, code)
    const unit = (await dividedHere(tx, ctx)).find((one) => one.unit === id)
    if (!unit) return notFound()
    const read = partsOf(unit, entry.measure)
    if (!read.ok) return refused({ ...read.fault, unit: unit.name })
    const today = dayInVietnam(ctx.now)
    const division = { from: unit.unit, basis: entry.basis, source: entry.source, on: today, parts: read.parts }
    return done({
      parts: unit.parts.map(({ name }, at) => ({ name, share: read.parts[at]?.share ?? 0 })),
      ...outlook(register, unit, division, today),
      reports: await decidedReports(tx, unit.unit),
    })
  })
}

function outlook(
  register: Register,
  unit: DividedUnit,
  division: StatedDivision,
  today: LocalDate,
): Pick<DivisionPreview, 'flags' | 'waits'> {
  const after = registerWith(register, division)
  const to = { day: today, level: 'commune' } as const
  const flagIn = (where: Register, of: UnitId): Flag => destinationOf(where, of, to).flag
  const olderOf = (part: UnitId) => predecessorsOf(after, part).map(({ from }) => from)
  return {
    flags: { before: flagIn(register, unit.unit), after: flagIn(after, unit.unit) },
    waits: unit.parts.map(({ to: part, name }) => ({
      name,
      for: olderOf(part)
        .filter((older) => flagIn(after, older) === 'not-comparable')
        .flatMap((older) => lastVersionOf(register, older)?.name ?? []),
    })),
  }
}

/** Of which periods the unit has accepted or published figures, as far as this reader's scope lets through; never a figure. */
async function decidedReports(tx: Tx, unit: UnitId): Promise<Period[]> {
  const rows = await tx
    .selectFrom('report')
    .select(['period_from', 'period_to'])
    .distinct()
    .where('unit_id', '=', unit)
    .where('status', 'in', ['accepted', 'published'])
    .orderBy('period_to')
    .orderBy('period_from')
    .execute()
  return rows.map((row) => periodBetween(localDate(row.period_from), localDate(row.period_to)))
}
