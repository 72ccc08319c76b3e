import { sql } from 'kysely'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import type { Id } from '#kernel/ids.ts'
import { yearOf } from '#kernel/period.ts'
import { dayInVietnam, partsOf } from '#kernel/local-date.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { displayNames } from '#modules/access/names.server.ts'
import { lastKnownUnit, lastVersionIn, unitOn } from '#modules/territory/queries.server.ts'
import type { UnitVersion } from '#modules/territory/unit.ts'
import type { ActivitiesAuditKind } from './audit-labels.ts'
import type { AskedQuestion } from './asked.ts'
import { questionsOf } from './asked-store.server.ts'
import type { Commitment } from './commitment.ts'
import { commitmentsOf } from './commitment-store.server.ts'
import { answersOf } from './counting.server.ts'
import type { AnswerCounts, Dialogue, DialogueId, DialogueSession } from './dialogue.ts'
import { allowedDialogueMoves, type DialogueMove } from './dialogue-life.ts'
import { dialogueStandingsOf, mayKeepRegister, mayReadRegister } from './policy.ts'
import { dialogueColumns, readDialogue, sessionsOf } from './store.server.ts'

/** What the rows that still count come to; `uncounted` are the meetings whose attendances nobody counted. */
export type RegisterSums = {
  meetings: number
  thematic: number
  attendances: number
  opinions: number
  uncounted: number
}

/** One page of a commune's register, newest first, with the sums of the year it shows. */
export type RegisterPage = {
  unit: UnitVersion
  dialogues: Dialogue[]
  years: number[]
  year: number | null
  page: number
  pages: number
  total: number
  standing: RegisterSums
  /** Held in this year of today, whatever year is shown: the law asks for one (dialogue-duty.ts). */
  heldThisYear: number
  mayKeep: boolean
}

const pageLength = 20

/** The rows that were held and stand; what is planned or was called off counts for nothing. */
const counts = sql<boolean>`(void_reason is null and state not in ('planned', 'announced', 'cancelled'))`

/** The register of a commune; `year` shows one year, null all of them. */
export async function registerPage(
  ctx: Ctx,
  unit: Id<'Unit'>,
  asked: { year: number | null; page: number },
): Promise<Outcome<RegisterPage>> {
  const owner = { province: ctx.actor.province, unit }
  if (!mayReadRegister(ctx.actor, owner)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const version = await lastVersionIn(tx, unit, owner.province, dayInVietnam(ctx.now))
    if (!version) return notFound()
    const all = tx.selectFrom('dialogue').where('province_id', '=', owner.province).where('unit_id', '=', unit)
    const heldIn = sql<number>`extract(year from held_on)::int`
    const years = await all.select(heldIn.as('year')).distinct().orderBy('year', 'desc').execute()
    const shown =
      asked.year === null
        ? all
        : all.where('held_on', '>=', yearOf(asked.year).from).where('held_on', '<=', yearOf(asked.year).to)
    const { total, ...standing } = await shown
      .select([
        sql<number>`count(*)`.as('total'),
        sql<number>`count(*) filter (where ${counts})`.as('meetings'),
        sql<number>`count(*) filter (where ${counts} and is_thematic)`.as('thematic'),
        sql<number>`coalesce(sum(attendances) filter (where ${counts}), 0)`.as('attendances'),
        sql<number>`coalesce(sum(opinions) filter (where ${counts}), 0)`.as('opinions'),
        sql<number>`count(*) filter (where ${counts} and attendances is null)`.as('uncounted'),
      ])
      .executeTakeFirstOrThrow()
    const pages = Math.max(1, Math.ceil(total / pageLength))
    const page = Math.min(Math.max(1, asked.page), pages)
    const rows = await shown
      .select(dialogueColumns)
      .orderBy('held_on', 'desc')
      .orderBy('id', 'desc')
      .limit(pageLength)
      .offset((page - 1) * pageLength)
      .execute()
    const thisYear = yearOf(partsOf(dayInVietnam(ctx.now)).year)
    const { heldThisYear } = await all
      .select(sql<number>`count(*) filter (where ${counts})`.as('heldThisYear'))
      .where('held_on', '>=', thisYear.from)
      .where('held_on', '<=', thisYear.to)
      .executeTakeFirstOrThrow()
    return done({
      unit: version,
      heldThisYear,
      dialogues: rows.map(readDialogue),
      years: years.map((row) => row.year),
      year: asked.year,
      page,
      pages,
      total,
      standing,
      mayKeep: mayKeepRegister(ctx.actor, owner),
    })
  })
}

/** The unit that an address names by its code; null when there is none. Whether its register may be read is asked there. */
export async function unitOfCode(ctx: Ctx, code: string): Promise<Id<'Unit'> | null> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => (await lastKnownUnit(tx, code))?.unit ?? null)
}

/** One thing that happened to a row of a register. */
export type RegisterChange = { kind: ActivitiesAuditKind; at: Date; by: string }

/** One dialogue, as its own page shows it: the unit under the name of that day, and what was done to the row since. */
export type DialoguePage = {
  dialogue: Dialogue
  sessions: DialogueSession[]
  unit: UnitVersion
  mayKeep: boolean
  moves: DialogueMove[]
  questions: AskedQuestion[]
  commitments: Commitment[]
  answers: AnswerCounts
  isPublic: boolean
  changes: RegisterChange[]
}

export async function dialoguePage(ctx: Ctx, id: DialogueId): Promise<Outcome<DialoguePage>> {
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
    const unit = await unitOn(tx, dialogue.unit, dialogue.heldOn)
    if (!unit) throw new Error(`Dialogue ${id} was held by a unit that was not in force`)
    const stands = dialogue.voidReason === null
    return done({
      dialogue,
      sessions: await sessionsOf(tx, dialogue),
      unit,
      mayKeep: mayKeepRegister(ctx.actor, dialogue) && stands,
      moves: stands ? allowedDialogueMoves(dialogue.state, dialogueStandingsOf(ctx.actor, dialogue)) : [],
      questions: await questionsOf(tx, dialogue),
      commitments: await commitmentsOf(tx, dialogue),
      answers: await answersOf(tx, dialogue),
      isPublic: await isPublic(tx, dialogue),
      changes: await changesOf(tx, dialogue),
    })
  })
}

async function isPublic(tx: Tx, { province, id }: Dialogue): Promise<boolean> {
  const row = await tx
    .selectFrom('dialogue_publication')
    .select('dialogue_id')
    .where('province_id', '=', province)
    .where('dialogue_id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

const changesShown = 20

/** The newest changes, from the audit; the reader's scope has been asked with the row itself. */
async function changesOf(tx: Tx, dialogue: Dialogue): Promise<RegisterChange[]> {
  const rows = await tx
    .selectFrom('audit')
    .select(['kind', 'at', 'account_id'])
    .where('province_id', '=', dialogue.province)
    .where('object_kind', '=', 'dialogue')
    .where('object_id', '=', dialogue.id)
    .orderBy('n', 'desc')
    .limit(changesShown)
    .execute()
  const accounts = rows.map((row) => row.account_id as Id<'Account'> | null)
  const people = await displayNames(tx, dialogue.province, accounts)
  return rows.map((row) => ({
    // Only the commands of this module write audit rows about a dialogue.
    kind: row.kind as ActivitiesAuditKind,
    at: row.at,
    by: row.account_id === null ? 'Hệ thống' : (people.get(row.account_id) ?? 'Một tài khoản'),
  }))
}
