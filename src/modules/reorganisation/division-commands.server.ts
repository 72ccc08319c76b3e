import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { markPublicChange } from '#platform/public-clock.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { currentRegister } from '#modules/territory/register.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { lockRegister, moveTerritoryClock } from '#modules/territory/writing.server.ts'
import {
  dividedIn,
  partsOf,
  type DividedUnit,
  type DivisionEntry,
  type DivisionId,
  type DivisionRow,
} from './division.ts'
import type { DivisionRefusal } from './division-labels.ts'
import { divisionRows, endDivision, hasDivision, insertDivision, unitsWithOpenShares } from './division-store.server.ts'
import { mayReorganise } from './policy.ts'

type Done = Promise<Outcome<undefined, DivisionRefusal>>

/** One statement as a form or a file brings it: `seen` is the one that stood when it was written, null where none did. */
export type DivisionStatement = {
  id: DivisionId
  unit: UnitId
  seen: DivisionId | null
  entry: DivisionEntry
}

/**
 * States how older units were divided, all of these or none. The form brings the id with it: pressed twice it is one. What stood
 * before stays in the history.
 */
export async function stateDivisions(ctx: Ctx, statements: readonly DivisionStatement[]): Done {
  const { province } = ctx.actor
  if (!mayReorganise(ctx.actor, province)) return forbidden()
  if (statements.some(({ entry }) => holdsPersonalNumber(entry.source))) return refused({ code: 'personal-number' })
  return inScope(ctx.db, { reach: 'province', province }, async (tx) => {
    await lockRegister(tx)
    const open = new Map((await dividedHere(tx, ctx)).map((unit) => [unit.unit, unit]))
    const standing = new Map((await divisionRows(tx, province, 'standing')).map((row) => [row.from, row]))
    const ready: Ready[] = []
    for (const statement of statements) {
      const read = await decide(tx, ctx, statement, open.get(statement.unit), standing.get(statement.unit))
      if (!read.ok) return read
      if (read.value) ready.push(read.value)
    }
    if (ready.length === 0) return done()
    for (const one of ready) await save(tx, ctx, one)
    await moveTerritoryClock(tx)
    await markPublicChange(tx, province)
    for (const { statement, parts } of ready)
      await recordDivision(tx, ctx, 'division-stated', statement.unit, { parts: parts.length })
    return done()
  })
}

/** Withdraws what stands of one unit: its figures are “not comparable” again, and the statement stays in the history. */
export async function withdrawDivision(ctx: Ctx, id: DivisionId, reason: string): Done {
  const { province } = ctx.actor
  if (!mayReorganise(ctx.actor, province)) return forbidden()
  if (holdsPersonalNumber(reason)) return refused({ code: 'personal-number' })
  return inScope(ctx.db, { reach: 'province', province }, async (tx) => {
    await lockRegister(tx)
    if (!(await hasDivision(tx, province, id))) return notFound()
    const row = (await divisionRows(tx, province, 'standing')).find((one) => one.id === id)
    if (!row) return refused({ code: 'not-standing' })
    await endDivision(tx, tellerOf(ctx), id, { reason })
    await moveTerritoryClock(tx)
    await markPublicChange(tx, province)
    await recordDivision(tx, ctx, 'division-withdrawn', row.from, {})
    return done()
  })
}

/** The units whose division this province may state today. */
export async function dividedHere(tx: Tx, ctx: Pick<Ctx, 'actor' | 'now'>): Promise<DividedUnit[]> {
  const register = await currentRegister(tx)
  return dividedIn(register, await unitsWithOpenShares(tx), ctx.actor.province, dayInVietnam(ctx.now))
}

type Parts = Parameters<typeof insertDivision>[4]['parts']
type Ready = { statement: DivisionStatement; standing: DivisionRow | undefined; parts: Parts }

/** What is to be written; null where the same form was pressed twice. */
async function decide(
  tx: Tx,
  ctx: Ctx,
  statement: DivisionStatement,
  unit: DividedUnit | undefined,
  standing: DivisionRow | undefined,
): Promise<Outcome<Ready | null, DivisionRefusal>> {
  if (!unit) return notFound()
  if (await hasDivision(tx, ctx.actor.province, statement.id)) return done(null)
  if ((standing?.id ?? null) !== statement.seen) return refused({ code: 'changed-meanwhile' })
  const read = partsOf(unit, statement.entry.measure)
  if (!read.ok) return refused({ ...read.fault, unit: unit.name })
  return done({ statement, standing, parts: read.parts })
}

async function save(tx: Tx, ctx: Ctx, { statement, standing, parts }: Ready): Promise<void> {
  const { id, unit, entry } = statement
  const teller = tellerOf(ctx)
  // First the one that stood: only one of a unit stands at a time.
  if (standing) await endDivision(tx, teller, standing.id, { replacedBy: id })
  await insertDivision(tx, teller, id, unit, {
    ...{ basis: entry.basis, source: entry.source, by: entry.measure.by, parts },
  })
}

function tellerOf({ actor, now }: Ctx) {
  return { province: actor.province, account: actor.account, at: now }
}

async function recordDivision(
  tx: Tx,
  ctx: Ctx,
  kind: 'division-stated' | 'division-withdrawn',
  of: UnitId,
  changed: { parts?: number },
): Promise<void> {
  const { province, account, unit } = ctx.actor
  await record(tx, {
    province,
    account,
    unit,
    kind,
    object: { kind: 'divided-unit', id: of },
    changed: { unit: of, ...changed },
    at: ctx.now,
  })
}
