import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, refused, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { rowsOfText } from '#modules/access/list-text.ts'
import { placeAndWording, type TargetEntry } from './target-frame.server.ts'
import { setTargets, wordingOver, type TargetsSet } from './target-many.server.ts'
import { targetGround } from './target-ground.server.ts'
import { targetFieldOf, targetRefusalText, type TargetRefusal } from './target-labels.ts'
import type { TargetListRefusal } from './target-list-labels.ts'
import {
  filledRows,
  longestTargetList,
  readTargetRows,
  targetColumnsOf,
  type NamedUnit,
  type TargetColumn,
  type TargetListRow,
  type TypedTargetRow,
} from './target-list.ts'
import { maySetTargets, targetHandOf } from './target-policy.ts'
import { findTargetIn } from './target-store.server.ts'
import { unitsNamed } from './unit-names.server.ts'
import type { Target, TargetDocument } from './target.ts'

/** What is said of every line of a list. */
export type TargetGrounds = { reason: string; document: TargetDocument }

/** A line as it would be set, beside what stands there now. */
export type PreviewedTarget = TargetListRow & { effect: keyof TargetsSet | null; standing: Target | null }

/** The lines of a list as it was pasted or sent, or why it is none. */
export function targetRowsOf(ctx: Ctx, text: string): { rows: TypedTargetRow[] } | { refusal: TargetListRefusal } {
  const lines = rowsOfText(text)
  if (!Array.isArray(lines)) return { refusal: { code: 'list-unreadable', why: lines } }
  const [header, ...body] = lines
  if (!header || body.length === 0) return { refusal: { code: 'list-unreadable', why: 'empty' } }
  if (body.length > longestTargetList) return { refusal: { code: 'list-too-long', most: longestTargetList } }
  const { at, missing } = targetColumnsOf(header, ctx.actor.unit === ctx.actor.province)
  if (missing.length > 0) return { refusal: { code: 'list-columns-missing', columns: missing } }
  const rows = filledRows(body, at)
  return rows.length === 0 ? { refusal: { code: 'list-nothing-filled' } } : { rows }
}

/** Looks through a list cell by cell and changes nothing. */
export async function previewTargets(
  ctx: Ctx,
  rows: readonly TypedTargetRow[],
  grounds: TargetGrounds,
): Promise<Outcome<PreviewedTarget[], TargetListRefusal>> {
  if (!maySetTargets(ctx.actor)) return forbidden()
  if (rows.length === 0) return refused({ code: 'list-nothing-filled' })
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const units = await namedUnits(tx, ctx)
    const own = ctx.actor.unit === ctx.actor.province ? null : units.find(({ unit }) => unit === ctx.actor.unit)
    const ground = targetGround(tx, ctx.actor.province)
    const read: PreviewedTarget[] = []
    for (const row of readTargetRows(rows, units, own ?? null))
      read.push(await previewed(tx, ctx, ground, row, grounds))
    return done(read)
  })
}

/** Sets every target of a list, or none: one wrong cell stops all of them. */
export async function listTargets(
  ctx: Ctx,
  rows: readonly TypedTargetRow[],
  grounds: TargetGrounds,
): Promise<Outcome<TargetsSet, TargetListRefusal | TargetRefusal>> {
  const read = await previewTargets(ctx, rows, grounds)
  if (!read.ok) return read
  const wrong = read.value.filter(({ problems }) => problems.length > 0).length
  if (wrong > 0) return refused({ code: 'list-wrong', rows: wrong })
  return setTargets(
    ctx,
    read.value.flatMap((row) => entryOf(row, grounds) ?? []),
  )
}

/** The communes of the province today, and the province; to a commune only itself. */
async function namedUnits(tx: Tx, { actor, now }: Ctx): Promise<NamedUnit[]> {
  const all = await unitsNamed(tx, actor.province, dayInVietnam(now))
  return all.filter(({ unit }) => actor.unit === actor.province || unit === actor.unit)
}

function entryOf({ unit, cell, period, aim, typed }: TargetListRow, grounds: TargetGrounds): TargetEntry | null {
  if (!unit || !cell || !period) return null
  return { unit: unit.unit, cell, period, aim, raw: typed.amount, ...grounds }
}

async function previewed(
  tx: Tx,
  ctx: Ctx,
  ground: ReturnType<typeof targetGround>,
  row: TargetListRow,
  grounds: TargetGrounds,
): Promise<PreviewedTarget> {
  const entry = entryOf(row, grounds)
  const none = { ...row, effect: null, standing: null }
  if (!entry || row.problems.length > 0) return none
  if (!targetHandOf(ctx.actor, { province: ctx.actor.province, unit: entry.unit }))
    return withProblem(none, 'unit', 'Ông/bà không đặt chỉ tiêu của đơn vị này.')
  const read = await placeAndWording(tx, ctx, ground, entry)
  if (!read.ok) return withProblem(none, columnOf(read.refusal), targetRefusalText(read.refusal))
  const found = await findTargetIn(tx, read.place)
  const standing = found?.isInForce ? found : null
  if (!standing) return { ...row, effect: 'set', standing }
  if (wordingOver(standing, read.wording, entry) === 'same') return { ...row, effect: 'same', standing }
  if (grounds.reason === '') {
    const sentence = `Đang có mức ${standing.raw}. Muốn đổi thì ghi lý do ở ô “Lý do”.`
    return { ...withProblem(none, 'amount', sentence), standing }
  }
  return { ...row, effect: 'revised', standing }
}

function withProblem(row: PreviewedTarget, column: TargetColumn, sentence: string): PreviewedTarget {
  return { ...row, problems: [...row.problems, { column, sentence }] }
}

function columnOf(refusal: TargetRefusal): TargetColumn {
  const field = targetFieldOf(refusal)
  return field === 'unit' || field === 'cell' || field === 'period' ? field : 'amount'
}
