import { newId } from '#kernel/ids.ts'
import { dayInVietnam, partsOf } from '#kernel/local-date.ts'
import { done, forbidden, refused } from '#kernel/outcome.ts'
import { fold } from '#kernel/text.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { mayKeepInitiatives } from './policy.ts'
import { entryRefusal, sameName, type Done } from './registering.server.ts'
import { insertInitiative } from './register-initiative.server.ts'
import { initiativeRefusalText, type InitiativeRefusal } from './refusals.ts'
import {
  longestRegistrationList,
  readRegistrationList,
  registrationHeads,
  type ListedCells,
  type RegistrationListRow,
} from './registration-list.ts'
import { scopesOpenTo } from './registration.ts'
import { movementWords } from './word-store.server.ts'
import { offeredOn } from './words.ts'
import { recordOn } from './year-frame.server.ts'

/** Reads a list of initiatives and says what is wrong with which cell; nothing is written. */
export async function previewRegistrations(
  ctx: Ctx,
  lines: readonly ListedCells[],
): Done<{ rows: RegistrationListRow[]; wrong: number }> {
  if (!mayKeepInitiatives(ctx.actor, ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const rows = await readAll(tx, ctx, lines)
    return 'code' in rows ? refused(rows) : done({ rows, wrong: wrongIn(rows) })
  })
}

/** Opens the registration of every initiative of a list as a draft, or of none of them when one row is wrong. */
export async function importRegistrations(ctx: Ctx, lines: readonly ListedCells[]): Done<number> {
  if (!mayKeepInitiatives(ctx.actor, ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const rows = await readAll(tx, ctx, lines)
    if ('code' in rows) return refused(rows)
    if (wrongIn(rows) > 0) return refused({ code: 'list-wrong', rows: wrongIn(rows) })
    for (const { entry, year, scope, isNew } of rows)
      await insertInitiative(tx, ctx, newId<'Initiative'>(ctx.now), entry, { year, scope, isNew }, null)
    const object = { id: newId<'Initiative'>(ctx.now), province: ctx.actor.province }
    await recordOn(tx, ctx, object, 'initiative-list-imported', { initiatives: rows.length })
    return done(rows.length)
  })
}

function wrongIn(rows: readonly RegistrationListRow[]): number {
  return rows.filter(({ problems }) => problems.length > 0).length
}

async function readAll(
  tx: Tx,
  ctx: Ctx,
  lines: readonly ListedCells[],
): Promise<RegistrationListRow[] | InitiativeRefusal> {
  const [header, ...body] = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (!header || body.length === 0) return { code: 'sheet-unreadable', why: 'empty' }
  if (body.length > longestRegistrationList) return { code: 'list-too-long', most: longestRegistrationList }
  const { at, missing } = registrationHeads(header)
  if (missing.length > 0) return { code: 'list-columns-missing', columns: missing }
  const today = dayInVietnam(ctx.now)
  const { province, unit } = ctx.actor
  const fields = offeredOn(await movementWords(tx, province), 'field', today)
  const rows = readRegistrationList(body, at, fields, scopesOpenTo(unit === province, today), partsOf(today).year)
  const lineOf = new Map<string, number>()
  for (const row of rows) {
    if (row.problems.length > 0) continue
    const { entry, year, scope, isNew } = row
    const same = `${year} ${fold(entry.name)}`
    const earlier = lineOf.get(same)
    if (earlier !== undefined) {
      const sentence = `Trùng tên với dòng ${earlier} của tệp này. Xin bỏ một dòng, hoặc đặt tên cho khác nhau.`
      row.problems.push({ column: 'Tên mô hình', sentence })
      continue
    }
    lineOf.set(same, row.line)
    const no =
      (await entryRefusal(tx, ctx, entry, { year, scope, isNew, theme: '' })) ??
      (await sameName(tx, { province, unit }, entry.name, year, null))
    if (no) row.problems.push({ column: 'Tên mô hình', sentence: initiativeRefusalText(no) })
  }
  return rows
}
