import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import type { Id } from '#kernel/ids.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import type { AwardId, RecipientKind } from './award.ts'
import { readBook, saveSetting } from './book-store.server.ts'
import type { Refusal } from './labels.ts'
import {
  awardsHandedElsewhere,
  insertCeremony,
  insertPraise,
  lockListed,
  replaceHandedOut,
  voidListed,
  type Listed,
} from './list-store.server.ts'
import { mayKeepList, maySetRules, standingsOf } from './policy.ts'
import { recordChange } from './recording.server.ts'
import { findAward } from './store.server.ts'
import { textFault } from './text-fault.ts'

type Done<Value = undefined> = Promise<Outcome<Value, Refusal>>

/** Praise as it is written down: no legal form, no decision, and never a person's name. */
export type PraiseEntry = {
  day: LocalDate
  recipientKind: RecipientKind
  recipient: string
  what: string
  occasion: string
}

/** Where and when awards are handed out. */
export type CeremonyEntry = { day: LocalDate; name: string; place: string }

/** Writes praise into the list of the actor's own unit; it counts nowhere. */
export async function recordPraise(ctx: Ctx, id: Id<'Praise'>, entry: PraiseEntry): Done<Id<'Praise'>> {
  const owner = { province: ctx.actor.province, unit: ctx.actor.unit }
  if (!mayKeepList(ctx.actor, owner)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const { day, recipient, what, occasion } = entry
    const no = dayRefusal(ctx, day) ?? textFault({ recipient, what, occasion }, '')
    if (no) return refused(no)
    if (!(await insertPraise(tx, { ...owner, id }, entry, ctx.now))) return refused({ code: 'sheet-used' })
    const changed = { day, recipientKind: entry.recipientKind }
    await recordChange(tx, ctx, { kind: 'praise', id }, 'praise-recorded', changed)
    return done(id)
  })
}

export async function voidPraise(ctx: Ctx, id: Id<'Praise'>, version: number, reason: string): Done {
  return onListed(ctx, 'praise', id, version, async (tx, listed) => {
    const no = reasonRefusal(reason)
    if (no) return refused(no)
    await voidListed(tx, listed, reason, ctx.now)
    await recordChange(tx, ctx, { kind: 'praise', id }, 'praise-voided', {})
    return done()
  })
}

/** Writes a ceremony of the actor's own unit; which awards were handed out there is chosen afterwards. */
export async function recordCeremony(ctx: Ctx, id: Id<'Ceremony'>, entry: CeremonyEntry): Done<Id<'Ceremony'>> {
  const owner = { province: ctx.actor.province, unit: ctx.actor.unit }
  if (!mayKeepList(ctx.actor, owner)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const no = textFault({ name: entry.name, place: entry.place }, '')
    if (no) return refused(no)
    if (!(await insertCeremony(tx, { ...owner, id }, entry, ctx.now))) return refused({ code: 'sheet-used' })
    await recordChange(tx, ctx, { kind: 'ceremony', id }, 'ceremony-recorded', { day: entry.day })
    return done(id)
  })
}

/** Says which awards were handed out at a ceremony, in the place of what was said before. Each is granted, and handed out once. */
export async function chooseHandedOut(ctx: Ctx, id: Id<'Ceremony'>, version: number, awards: readonly AwardId[]): Done {
  return onListed(ctx, 'ceremony', id, version, async (tx, listed) => {
    for (const one of awards) {
      const award = await findAward(tx, listed.province, one)
      if (!award) return notFound()
      // Awards of the unit, and those the unit's own body decided on.
      if (award.unit !== listed.unit && !standingsOf(ctx.actor, award).includes('decider')) return forbidden()
      if (award.state !== 'decided') return refused({ code: 'not-granted' })
    }
    if (await awardsHandedElsewhere(tx, listed, awards)) return refused({ code: 'handed-out-elsewhere' })
    await replaceHandedOut(tx, listed, awards, ctx.now)
    await recordChange(tx, ctx, { kind: 'ceremony', id }, 'ceremony-awards-chosen', { awards: [...awards] })
    return done()
  })
}

export async function voidCeremony(ctx: Ctx, id: Id<'Ceremony'>, version: number, reason: string): Done {
  return onListed(ctx, 'ceremony', id, version, async (tx, listed) => {
    const no = reasonRefusal(reason)
    if (no) return refused(no)
    await replaceHandedOut(tx, listed, [], ctx.now)
    await voidListed(tx, listed, reason, ctx.now)
    await recordChange(tx, ctx, { kind: 'ceremony', id }, 'ceremony-voided', {})
    return done()
  })
}

/** Sets a number that no text read here fixes, for the whole province, with the document it is from. */
export async function setCommendationRule(ctx: Ctx, rule: string, value: { value: string; source: string }): Done {
  if (!maySetRules(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const { rules } = await readBook(tx, ctx.actor.province)
    const known = rules.find((one) => one.code === rule)
    if (!known) return refused({ code: 'unknown-choice' })
    if (known.unitOfValue === '') return refused({ code: 'rule-has-no-number' })
    const no = textFault({ source: value.source }, '')
    if (no) return refused(no)
    await saveSetting(tx, ctx.actor.province, rule, value, ctx.now)
    const object = { kind: 'commendation-rule', id: rule } as const
    await recordChange(tx, ctx, object, 'commendation-rule-set', { rule, value: value.value })
    return done()
  })
}

async function onListed(
  ctx: Ctx,
  table: Listed['table'],
  id: string,
  version: number,
  work: (tx: Tx, listed: Listed) => Done,
): Done {
  // Before the lock: the transaction of who only reads takes none.
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const listed = await lockListed(tx, table, ctx.actor.province, id)
    if (!listed) return notFound()
    if (!mayKeepList(ctx.actor, listed)) return forbidden()
    if (listed.voidReason !== null) return refused({ code: 'already-void' })
    if (listed.version !== version) return refused({ code: 'changed-meanwhile' })
    return work(tx, listed)
  })
}

function dayRefusal(ctx: Ctx, day: LocalDate): Refusal | null {
  const today = dayInVietnam(ctx.now)
  return day > today ? { code: 'day-not-come', today } : null
}

function reasonRefusal(reason: string): Refusal | null {
  return reason === '' ? { code: 'reason-needed' } : textFault({ reason }, '')
}
