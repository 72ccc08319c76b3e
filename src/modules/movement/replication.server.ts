import { sql } from 'kysely'
import { dayInVietnam, partsOf } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import type { InitiativeEntry, InitiativeId, RegistrationScope } from './initiative.ts'
import type { ReplicationRefusal } from './library-labels.ts'
import { readPage } from './library-queries.server.ts'
import type { LibraryPage } from './library.ts'
import { mayKeepInitiatives } from './policy.ts'
import { insertInitiative } from './register-initiative.server.ts'

/** What a unit says of its own when it begins to do what another does; the rest is taken from the page and then rewritten. */
export type ReplicationSaid = { name: string; holder: string; year: number; scope: RegistrationScope }

/** The published page that somebody wants to do too, and whether their unit does it already. */
export async function replicationPage(
  ctx: Ctx,
  id: InitiativeId,
): Promise<Outcome<{ page: LibraryPage; already: InitiativeId | null; isOwn: boolean; year: number }>> {
  if (!mayKeepInitiatives(ctx.actor, ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const found = await readPage(tx, id)
    if (!found || 'withdrawn' in found) return notFound()
    const { page } = found
    return done({
      page,
      already: await ownReplication(tx, ctx, page),
      isOwn: page.unit === ctx.actor.unit,
      year: partsOf(dayInVietnam(ctx.now)).year,
    })
  })
}

/**
 * “Chúng tôi cũng muốn làm”: opens a draft of the actor's own unit whose parent is the published one, perhaps in another province.
 * The form brings the id: pressed twice it is one draft.
 */
export async function replicateInitiative(
  ctx: Ctx,
  id: InitiativeId,
  source: InitiativeId,
  said: ReplicationSaid,
): Promise<Outcome<InitiativeId, ReplicationRefusal>> {
  if (readsOnly(ctx.actor) || !mayKeepInitiatives(ctx.actor, ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx): Promise<Outcome<InitiativeId, ReplicationRefusal>> => {
    await takeTurns(tx, ctx, source)
    const found = await readPage(tx, source)
    if (!found || 'withdrawn' in found) return notFound()
    const { page } = found
    if (page.unit === ctx.actor.unit) return refused({ code: 'own-initiative' })
    const no = wordsRefusal(said)
    if (no) return refused(no)
    const already = await ownReplication(tx, ctx, page)
    if (already === id) return done(id)
    if (already) return refused({ code: 'already-doing', id: already })
    const { year, scope } = said
    const parent = { province: page.province, id: page.id }
    await insertInitiative(tx, ctx, id, entryFrom(page, said), { year, scope, isNew: true }, parent)
    return done(id)
  })
}

// Two officers of one unit pressing at once take turns, so that the second one finds what the first began. There may be no row to
// lock: it is often the unit's first initiative.
async function takeTurns(tx: Tx, ctx: Ctx, source: InitiativeId): Promise<void> {
  const { province, unit } = ctx.actor
  await sql`select pg_advisory_xact_lock(hashtextextended(${`replication|${province}|${unit}|${source}`}, 0))`.execute(
    tx,
  )
}

async function ownReplication(tx: Tx, ctx: Ctx, page: LibraryPage): Promise<InitiativeId | null> {
  const row = await tx
    .selectFrom('initiative')
    .select('id')
    .where('province_id', '=', ctx.actor.province)
    .where('unit_id', '=', ctx.actor.unit)
    .where('parent_province_id', '=', page.province)
    .where('parent_id', '=', page.id)
    .where('discarded_at', 'is', null)
    .where('ended_on', 'is', null)
    .orderBy('created_at')
    .executeTakeFirst()
  return (row?.id as InitiativeId | undefined) ?? null
}

function wordsRefusal({ name, holder }: ReplicationSaid): ReplicationRefusal | null {
  if (name === '') return { code: 'name-missing' }
  if (holder === '') return { code: 'holder-missing' }
  return holdsPersonalNumber(`${name}\n${holder}`) ? { code: 'personal-number' } : null
}

/**
 * What another place wrote is a beginning and not a registration: the way of doing is taken over, the situation, the place and the
 * people are one's own and stay empty to be written.
 */
function entryFrom({ content }: LibraryPage, said: ReplicationSaid): InitiativeEntry {
  return {
    ...{ name: said.name, holderKind: 'collective', holder: said.holder },
    ...{ mainField: '', tags: [], situation: '', area: '', lead: '', coordinating: '', participating: '' },
    ...{ goals: content.goals, content: content.doing, resources: '', timePlan: '', outputs: '' },
    ...{ sustainability: '', beganOn: null },
  }
}
