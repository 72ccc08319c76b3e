import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { currentRegister } from '#modules/territory/register.server.ts'
import { lastVersionOf, type Register } from '#modules/territory/register.ts'
import type { Initiative, InitiativeEntry, InitiativeId } from './initiative.ts'
import type { PageContent } from './library.ts'
import { likenessOf, warningOf, type Compared, type Likeness, type LikenessWarning } from './similar.ts'

export const similarPlaces = ['unit', 'province', 'country'] as const
/** Where an initiative like the new one stands: in the unit's own register, elsewhere in the province, or in the country. */
export type SimilarPlace = (typeof similarPlaces)[number]

/** An initiative like the one that is being registered, with what both say. */
export type Similar = Likeness & {
  id: InitiativeId
  province: Id<'Unit'>
  place: SimilarPlace
  name: string
  holder: string
  unitName: string
  since: number
  /** Everybody reads it in the library. */
  isPublished: boolean
  /** The new one is opened as having learnt from it. */
  isParent: boolean
  warning: LikenessWarning | null
}

type Asked = {
  province: Id<'Unit'>
  unit: Id<'Unit'>
  entry: InitiativeEntry
  exceptId: InitiativeId | null
}

/** As many as an officer reads before pressing; of each search so many are compared. */
const mostShown = 8
const mostCompared = 120
/** The least likeness of words by which PostgreSQL brings a candidate at all (pg_trgm); what counts is decided here. */
const leastByLetters = 0.35

/**
 * Initiatives like a new one: in the register as far as the transaction's scope sees it, and of the whole country what is published.
 * The strongest first; the same initiative is named once.
 */
export async function similarInitiatives(tx: Tx, asked: Asked): Promise<Similar[]> {
  const name = fold(asked.entry.name)
  if (name === '') return []
  await sql`select set_config('pg_trgm.word_similarity_threshold', ${String(leastByLetters)}, true)`.execute(tx)
  const register = await currentRegister(tx)
  const parent = asked.exceptId === null ? null : await parentOf(tx, asked.province, asked.exceptId)
  const found = new Map<string, Similar>()
  for (const one of [...(await inRegister(tx, asked, name)), ...(await inLibrary(tx, asked, name))]) {
    const likeness = likenessOf(comparedOf(asked.entry), one.compared)
    if (!likeness) continue
    const isParent = parent === one.id
    const of = { unit: asked.unit, holder: asked.entry.holder }
    const warning = isParent ? null : warningOf(of, { unit: one.unit, holder: one.holder }, likeness.closeness)
    const { compared, unit, ...shown } = one
    const place = unit === asked.unit ? 'unit' : one.province === asked.province ? 'province' : 'country'
    const before = found.get(one.id)
    found.set(one.id, {
      ...{ ...shown, ...likeness, place, warning, isParent, name: compared.name, unitName: nameIn(register, unit) },
      isPublished: one.isPublished || (before?.isPublished ?? false),
    })
  }
  return [...found.values()]
    .toSorted((one, other) => Number(other.warning !== null) - Number(one.warning !== null) || other.share - one.share)
    .slice(0, mostShown)
}

/** Those like an initiative that its own unit is about to register, as the form is checked once more. */
export async function similarTo(ctx: Ctx, initiative: Initiative): Promise<Similar[]> {
  const { province, unit, id } = initiative
  return inScope(ctx.db, scopeOf(ctx.actor), (tx) =>
    similarInitiatives(tx, { province, unit, entry: initiative, exceptId: id }),
  )
}

type Candidate = {
  id: InitiativeId
  province: Id<'Unit'>
  unit: Id<'Unit'>
  holder: string
  since: number
  isPublished: boolean
  compared: Compared
}

function comparedOf({ name, situation, goals, content }: InitiativeEntry): Compared {
  return { name, text: [situation, goals, content].join('\n') }
}

async function inRegister(tx: Tx, { province, unit, exceptId }: Asked, name: string): Promise<Candidate[]> {
  const rows = await tx
    .selectFrom('initiative')
    .select(['id', 'unit_id', 'name', 'holder', 'situation', 'goals', 'content', 'created_at'])
    .where('province_id', '=', province)
    .where('discarded_at', 'is', null)
    .$if(exceptId !== null, (rows) => rows.where('id', '<>', exceptId))
    // Of its own unit everything is compared: there a copy is found also under another name.
    .where(sql<boolean>`(unit_id = ${unit} or ${name} <% search_text)`)
    .orderBy(sql`unit_id = ${unit}`, 'desc')
    .orderBy(sql`${name} <<-> search_text`)
    .orderBy('id')
    .limit(mostCompared)
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id as InitiativeId, province, unit: row.unit_id as Id<'Unit'>, holder: row.holder },
    ...{ since: row.created_at.getUTCFullYear(), isPublished: false },
    compared: { name: row.name, text: [row.situation, row.goals, row.content].join('\n') },
  }))
}

async function inLibrary(tx: Tx, { exceptId }: Asked, name: string): Promise<Candidate[]> {
  const rows = await tx
    .selectFrom('library_page')
    .select(['province_id', 'initiative_id', 'unit_id', 'name', 'year_from', 'content'])
    .where('withdrawn_on', 'is', null)
    .$if(exceptId !== null, (rows) => rows.where('initiative_id', '<>', exceptId))
    .where(sql<boolean>`${name} <% likeness`)
    .orderBy(sql`${name} <<-> likeness`)
    .orderBy('initiative_id')
    .limit(mostCompared)
    .execute()
  return rows.map((row) => {
    // Written by putPage alone.
    const { holder, story, goals, doing } = row.content as PageContent
    return {
      ...{ id: row.initiative_id as InitiativeId, province: row.province_id as Id<'Unit'> },
      ...{ unit: row.unit_id as Id<'Unit'>, holder, since: row.year_from, isPublished: true },
      compared: { name: row.name, text: [story, goals, doing].join('\n') },
    }
  })
}

async function parentOf(tx: Tx, province: Id<'Unit'>, id: InitiativeId): Promise<InitiativeId | null> {
  const row = await tx
    .selectFrom('initiative')
    .select('parent_id')
    .where('province_id', '=', province)
    .where('id', '=', id)
    .executeTakeFirst()
  return (row?.parent_id as InitiativeId | null | undefined) ?? null
}

function nameIn(register: Register, unit: Id<'Unit'>): string {
  return lastVersionOf(register, unit)?.name ?? ''
}
