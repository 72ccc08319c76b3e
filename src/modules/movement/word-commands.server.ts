import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { fold, holdsPersonalNumber } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { markPublicChange } from '#platform/public-clock.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { mayAdminister, mayReadAccounts } from '#modules/access/policy.ts'
import type { MovementAuditKind } from './audit-labels.ts'
import type { ReceiverSetting } from './policy.ts'
import type { InitiativeRefusal } from './refusals.ts'
import { receiversOf, saveReceivers } from './setting-store.server.ts'
import { movementWords, saveMovementWord } from './word-store.server.ts'
import { ownWordCode, wordsOn, type MovementWord, type MovementWordList } from './words.ts'

type Done<Value = undefined> = Promise<Outcome<Value, InitiativeRefusal>>

/** The words and rules of the movement in a province, as its administrators and its auditor read them. */
export type MovementWordsPage = {
  words: MovementWord[]
  receivers: ReceiverSetting
  receiversSource: string | null
  mayChange: boolean
  today: LocalDate
}

export async function movementWordsPage(ctx: Ctx): Promise<Outcome<MovementWordsPage>> {
  const { province } = ctx.actor
  if (!mayReadAccounts(ctx.actor, province)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const { receivers, source } = await receiversOf(tx, province)
    const words = await movementWords(tx, province)
    const mayChange = mayAdminister(ctx.actor, province)
    return done({ words, receivers, receiversSource: source, mayChange, today: dayInVietnam(ctx.now) })
  })
}

/** What is said of a word of the province's own, or anew of a known one. */
export type SaidWord = { list: MovementWordList; label: string; source: string; from: LocalDate }

/** Adds a word to one of the lists from a day on. Levels are fixed: each is counted by itself. */
export async function addMovementWord(ctx: Ctx, word: SaidWord): Done {
  return onMovementWords(ctx, [word.label, word.source], async (tx) => {
    if (word.list === 'level') return refused({ code: 'word-fixed' })
    const standing = wordsOn(await movementWords(tx, ctx.actor.province), word.list, word.from)
    const taken = standing.find(({ label, isOffered }) => isOffered && fold(label) === fold(word.label))
    if (taken) return refused({ code: 'word-taken', label: taken.label })
    const code = standing.find(({ label }) => fold(label) === fold(word.label))?.code ?? ownWordCode(word.label)
    await saveMovementWord(tx, ctx.actor.province, { ...word, code, isOffered: true }, ctx.now)
    await recordWord(tx, ctx, 'movement-word-added', { label: word.label, validFrom: word.from }, code)
    return done()
  })
}

/** Says a known word otherwise from a day on; what was registered before keeps what was said then. */
export async function renameMovementWord(ctx: Ctx, code: string, word: SaidWord): Done {
  return onMovementWords(ctx, [word.label, word.source], async (tx) => {
    const standing = wordsOn(await movementWords(tx, ctx.actor.province), word.list, word.from)
    if (!standing.some((one) => one.code === code)) return notFound()
    const taken = standing.find((one) => one.code !== code && fold(one.label) === fold(word.label))
    if (taken) return refused({ code: 'word-taken', label: taken.label })
    await saveMovementWord(tx, ctx.actor.province, { ...word, code, isOffered: true }, ctx.now)
    await recordWord(tx, ctx, 'movement-word-renamed', { label: word.label, validFrom: word.from }, code)
    return done()
  })
}

/** Takes a word out of the choices from a day on. */
export async function retireMovementWord(ctx: Ctx, code: string, word: Omit<SaidWord, 'label'>): Done {
  return onMovementWords(ctx, [word.source], async (tx) => {
    const standing = wordsOn(await movementWords(tx, ctx.actor.province), word.list, word.from)
    const known = standing.find((one) => one.code === code && one.isOffered)
    if (!known) return notFound()
    await saveMovementWord(tx, ctx.actor.province, { ...word, code, label: known.label, isOffered: false }, ctx.now)
    await recordWord(tx, ctx, 'movement-word-retired', { label: known.label, validFrom: word.from }, code)
    return done()
  })
}

/** Lays down who receives registrations and recognises, by which document. */
export async function stateReceivers(ctx: Ctx, receivers: ReceiverSetting, source: string): Done {
  return onMovementWords(ctx, [source], async (tx) => {
    await saveReceivers(tx, ctx.actor.province, { receivers, source }, ctx.now)
    await recordWord(tx, ctx, 'initiative-receivers-stated', {}, ctx.actor.province)
    return done()
  })
}

async function onMovementWords(ctx: Ctx, texts: readonly string[], work: (tx: Tx) => Done): Done {
  if (!mayAdminister(ctx.actor, ctx.actor.province)) return forbidden()
  if (texts.some(holdsPersonalNumber)) return refused({ code: 'personal-number' })
  return inScope(ctx.db, scopeOf(ctx.actor), work)
}

async function recordWord(
  tx: Tx,
  ctx: Ctx,
  kind: MovementAuditKind,
  changed: Record<string, string>,
  id: string,
): Promise<void> {
  const { province, account, unit } = ctx.actor
  await markPublicChange(tx, province)
  await record(tx, { province, account, unit, kind, object: { kind: 'movement-word', id }, changed, at: ctx.now })
}
