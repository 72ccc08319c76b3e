import { sql } from 'kysely'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import type { Id } from '#kernel/ids.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { Dialogue, DialogueId } from './dialogue.ts'
import { mayKeepRegister, mayReadRegister } from './policy.ts'
import { dialogueColumns, readDialogue } from './store.server.ts'

/** One page of a commune's register, newest first, with the sums of the year it shows. */
export type RegisterPage = {
  dialogues: Dialogue[]
  years: number[]
  year: number | null
  page: number
  pages: number
  total: number
  standing: { meetings: number; thematic: number; attendances: number; opinions: number; uncounted: number }
  mayKeep: boolean
}

const pageLength = 20

/** The register of a commune; `year` shows one year, null all of them. */
export async function registerPage(
  ctx: Ctx,
  unit: Id<'Unit'>,
  asked: { year: number | null; page: number },
): Promise<Outcome<RegisterPage>> {
  const owner = { province: ctx.actor.province, unit }
  if (!mayReadRegister(ctx.actor, owner)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    if (!(await wasEverIn(tx, unit, owner.province))) return notFound()
    const all = tx.selectFrom('dialogue').where('province_id', '=', owner.province).where('unit_id', '=', unit)
    const year = sql<number>`extract(year from held_on)::int`
    const years = await all.select(year.as('year')).distinct().orderBy('year', 'desc').execute()
    const shown =
      asked.year === null
        ? all
        : all.where('held_on', '>=', `${asked.year}-01-01`).where('held_on', '<=', `${asked.year}-12-31`)
    const sums = await shown
      .select([
        sql<number>`count(*)`.as('total'),
        sql<number>`count(*) filter (where void_reason is null)`.as('meetings'),
        sql<number>`count(*) filter (where void_reason is null and is_thematic)`.as('thematic'),
        sql<number>`coalesce(sum(attendances) filter (where void_reason is null), 0)`.as('attendances'),
        sql<number>`coalesce(sum(opinions) filter (where void_reason is null), 0)`.as('opinions'),
        sql<number>`count(*) filter (where void_reason is null and attendances is null)`.as('uncounted'),
      ])
      .executeTakeFirstOrThrow()
    const pages = Math.max(1, Math.ceil(Number(sums.total) / pageLength))
    const page = Math.min(Math.max(1, asked.page), pages)
    const rows = await shown
      .select(dialogueColumns)
      .orderBy('held_on', 'desc')
      .orderBy('id', 'desc')
      .limit(pageLength)
      .offset((page - 1) * pageLength)
      .execute()
    const { total, ...standing } = sums
    return done({
      dialogues: rows.map(readDialogue),
      years: years.map((row) => row.year),
      year: asked.year,
      page,
      pages,
      total: Number(total),
      standing,
      mayKeep: mayKeepRegister(ctx.actor, owner),
    })
  })
}

/** Whether a unit was ever one of a province, so that a register of the past opens too. */
async function wasEverIn(tx: Tx, unit: Id<'Unit'>, province: Id<'Unit'>): Promise<boolean> {
  const row = await tx
    .selectFrom('unit_version')
    .select('unit_id')
    .where('unit_id', '=', unit)
    .where('province_id', '=', province)
    .executeTakeFirst()
  return row !== undefined
}

/** One dialogue, as its own page shows it. */
export async function dialoguePage(
  ctx: Ctx,
  id: DialogueId,
): Promise<Outcome<{ dialogue: Dialogue; mayKeep: boolean }>> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const row = await tx
      .selectFrom('dialogue')
      .select(dialogueColumns)
      .where('province_id', '=', ctx.actor.province)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) return notFound()
    const dialogue = readDialogue(row)
    if (!mayReadRegister(ctx.actor, dialogue)) return forbidden()
    return done({ dialogue, mayKeep: mayKeepRegister(ctx.actor, dialogue) && dialogue.voidReason === null })
  })
}
