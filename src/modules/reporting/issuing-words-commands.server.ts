import type { Layout } from '#kernel/document.ts'
import { dayInVietnam, parseLocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { markPublicChange } from '#platform/public-clock.ts'
import { scopeOf, type Actor } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { mayAdminister } from '#modules/access/policy.ts'
import { communesInForce, unitOn } from '#modules/territory/queries.server.ts'
import type { UnitVersion } from '#modules/territory/unit.ts'
import {
  dayFault,
  wordsFault,
  type IssuedBy,
  type IssuingWords,
  type IssuingWordsId,
  type WordsRefusal,
} from './issuing-words.ts'
import {
  insertWords,
  lockWords,
  saveWithdrawn,
  standingWords,
  wordsOf,
  wordsOfKind,
} from './issuing-words-store.server.ts'

type Done<Value> = Promise<Outcome<Value, WordsRefusal>>

/** Sets under which names a body's papers are printed from a day on; what was handed in before keeps its words (docs/adr/0076). */
export async function setIssuingWords(
  ctx: Ctx,
  of: IssuedBy & { layout: Layout },
  typed: { validFrom: string; words: IssuingWords },
): Done<IssuingWordsId> {
  if (!maySetWords(ctx.actor)) return forbidden()
  const { province } = ctx.actor
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    await lockWords(tx, province)
    const unit = await unitMeant(tx, ctx, of)
    if (!unit) return notFound()
    const today = dayInVietnam(ctx.now)
    const fault = wordsFault(typed.words)
    if (fault) return refused(fault)
    const validFrom = parseLocalDate(typed.validFrom)
    if (validFrom === null) return refused({ code: 'day-not-read' })
    const standing = await wordsOf(tx, province, of, of.layout)
    const ofKind = await wordsOfKind(tx, province, of, unit, of.layout)
    const early = dayFault(validFrom, { today, standing, ofKind })
    if (early) return refused(early)
    // Files of published reports are made with these words.
    await markPublicChange(tx, province)
    const id = await insertWords(tx, ctx, { ...of, validFrom }, typed.words)
    await recordWords(tx, ctx, 'issuing-words-set', id, { layout: of.layout, of: of.kind ?? of.unit, from: validFrom })
    return done(id)
  })
}

/** Takes words back that no paper has been handed in with: their day is today or still to come. */
export async function withdrawIssuingWords(ctx: Ctx, id: IssuingWordsId): Done<undefined> {
  if (!maySetWords(ctx.actor)) return forbidden()
  const { province } = ctx.actor
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    await lockWords(tx, province)
    const words = await standingWords(tx, province, id)
    if (!words) return notFound()
    if (words.validFrom < dayInVietnam(ctx.now)) return refused({ code: 'already-in-use' })
    await markPublicChange(tx, province)
    await saveWithdrawn(tx, province, id, ctx.now)
    await recordWords(tx, ctx, 'issuing-words-withdrawn', id, { layout: words.layout, from: words.validFrom })
    return done()
  })
}

/** The administrators of a province; its auditor reads them. */
export function maySetWords(actor: Actor): boolean {
  return mayAdminister(actor, actor.province) && actor.unit === actor.province
}

/** The unit of the province, or one of the kind; null where it has none. */
async function unitMeant(tx: Tx, ctx: Ctx, { kind, unit }: IssuedBy): Promise<UnitVersion | null> {
  const today = dayInVietnam(ctx.now)
  const own = await unitOn(tx, ctx.actor.province, today)
  const all = [...(own ? [own] : []), ...(await communesInForce(tx, ctx.actor.province, today))]
  return all.find((one) => (kind === null ? one.unit === unit : one.kind === kind)) ?? null
}

// The words themselves stand in their table; the audit has the fact.
async function recordWords(
  tx: Tx,
  ctx: Ctx,
  kind: 'issuing-words-set' | 'issuing-words-withdrawn',
  id: IssuingWordsId,
  changed: Record<string, string>,
): Promise<void> {
  const { province, account, unit } = ctx.actor
  await record(tx, { province, account, unit, kind, object: { kind: 'issuing-words', id }, changed, at: ctx.now })
}
