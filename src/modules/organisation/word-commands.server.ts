import { newId, type Id } from '#kernel/ids.ts'
import { fold, holdsPersonalNumber } from '#kernel/text.ts'
import { done, forbidden, notFound, refused } from '#kernel/outcome.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { markPublicChange } from '#platform/public-clock.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { mayAdminister } from '#modules/access/policy.ts'
import type { OrganisationAuditKind } from './audit-labels.ts'
import type { BodyPattern } from './body.ts'
import type { Done } from './body-frame.server.ts'
import { insertPattern, voidPattern } from './body-store.server.ts'
import { lockStructure } from './tree-store.server.ts'
import { insertWord, retireOwnWord, structureWords } from './word-store.server.ts'
import { offered, ownCode, type StructureWord, type WordList } from './words.ts'

/** Adds a word of the province's own to one of the lists. */
export async function addWord(ctx: Ctx, word: Pick<StructureWord, 'list' | 'label' | 'source'>): Done<undefined> {
  return onWords(ctx, async (tx) => {
    if ([word.label, word.source].some(holdsPersonalNumber)) return refused({ code: 'personal-number' })
    const code = ownCode(word.label)
    const words = (await structureWords(tx, ctx.actor.province)).filter(({ list }) => list === word.list)
    const known = words.find((one) => one.code === code || fold(one.label) === fold(word.label))
    if (known) return refused({ code: 'word-taken', label: known.label })
    await insertWord(tx, ctx.actor.province, { ...word, code }, ctx.now)
    await recordWord(tx, ctx, { kind: 'structure-word', id: code }, 'structure-word-added', { label: word.label })
    return done()
  })
}

/** Takes a word of the province's own out of the choices; what already uses it keeps it. */
export async function retireWord(ctx: Ctx, list: WordList, code: string): Done<undefined> {
  return onWords(ctx, async (tx) => {
    if (!(await retireOwnWord(tx, ctx.actor.province, list, code))) return notFound()
    await recordWord(tx, ctx, { kind: 'structure-word', id: code }, 'structure-word-retired', {})
    return done()
  })
}

/** Says which body owns a work in the province's units of a level; it goes before what is usual in the country. */
export async function statePattern(
  ctx: Ctx,
  pattern: Omit<BodyPattern, 'id' | 'place' | 'isOwn' | 'certainty'>,
): Done<undefined> {
  return onWords(ctx, async (tx) => {
    const { province } = ctx.actor
    if ([pattern.name, pattern.source].some(holdsPersonalNumber)) return refused({ code: 'personal-number' })
    if (pattern.from && pattern.until && pattern.until < pattern.from) return refused({ code: 'ends-before-it-begins' })
    const words = await structureWords(tx, province)
    const isKnown = (list: WordList, code: string): boolean => offered(words, list).some((one) => one.code === code)
    if (!isKnown('body-kind', pattern.kind)) return refused({ code: 'unknown-word', typed: pattern.kind })
    if (!isKnown('body-function', pattern.function)) return refused({ code: 'unknown-word', typed: pattern.function })
    const id = newId<'BodyPattern'>(ctx.now)
    await insertPattern(tx, province, { ...pattern, id }, ctx.now)
    const changed = { name: pattern.name, from: pattern.from, until: pattern.until }
    await recordWord(tx, ctx, { kind: 'body-pattern', id }, 'body-pattern-stated', changed)
    return done()
  })
}

/** Takes back what the province said of itself; what is usual in the country holds again. */
export async function withdrawPattern(ctx: Ctx, id: Id<'BodyPattern'>, reason: string): Done<undefined> {
  return onWords(ctx, async (tx) => {
    if (holdsPersonalNumber(reason)) return refused({ code: 'personal-number' })
    if (!(await voidPattern(tx, ctx.actor.province, id, reason))) return notFound()
    await recordWord(tx, ctx, { kind: 'body-pattern', id }, 'body-pattern-voided', {})
    return done()
  })
}

async function onWords(ctx: Ctx, work: (tx: Tx) => Done<undefined>): Done<undefined> {
  const { province } = ctx.actor
  if (!mayAdminister(ctx.actor, province)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    await lockStructure(tx, province, province)
    return work(tx)
  })
}

async function recordWord(
  tx: Tx,
  ctx: Ctx,
  object: { kind: string; id: string },
  kind: OrganisationAuditKind,
  changed: Record<string, string | null>,
): Promise<void> {
  const { province, account, unit } = ctx.actor
  await markPublicChange(tx, province)
  await record(tx, { province, account, unit, kind, object, changed, at: ctx.now })
}
