import type { Id } from '#kernel/ids.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { ScoringAuditKind } from './scoring-audit-labels.ts'
import type { ScoringRefusal } from './scoring-labels.ts'
import { readScoringLines } from './scoring-lines.ts'
import { mayKeepScoringSets } from './scoring-policy.ts'
import type { ScoringLine, ScoringSetHead, ScoringSetId } from './scoring-set.ts'
import {
  insertScoringSet,
  isUsed,
  lockScoringSet,
  lockVersion,
  saveScoringSet,
  versionOf,
  writeVersion,
} from './scoring-store.server.ts'

type Done<Value> = Promise<Outcome<Value, ScoringRefusal>>

/** What is saved of a set at once: its head and all of its lines. */
export type ScoringSetEntry = { head: ScoringSetHead; lines: readonly ScoringLine[] }

/** Writes down a set of the actor's province. The form brings the id: sent twice it is one set. */
export async function createScoringSet(ctx: Ctx, id: ScoringSetId, entry: ScoringSetEntry): Done<ScoringSetId> {
  if (!mayKeepScoringSets(ctx.actor)) return forbidden()
  const { province } = ctx.actor
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const no = refusalOf(entry)
    if (no) return refused(no)
    if (!(await insertScoringSet(tx, province, id, entry.head.name, ctx.now))) {
      const standing = await versionOf(tx, province, id, 1)
      return standing?.name === entry.head.name ? done(id) : refused({ code: 'set-sheet-used' })
    }
    await write(tx, ctx, id, 1, entry, 'Lập bộ')
    await recordChange(tx, ctx, id, 'scoring-set-created', { version: 1, lines: entry.lines.length })
    return done(id)
  })
}

/**
 * Saves a set. A version that somebody already scores by is left as it is and a new one is made, which needs a reason; results that
 * were given by the old one stay. `revision` is what the officer had before him.
 */
export async function changeScoringSet(
  ctx: Ctx,
  id: ScoringSetId,
  revision: number,
  entry: ScoringSetEntry,
  reason: string,
): Done<{ version: number }> {
  if (!mayKeepScoringSets(ctx.actor)) return forbidden()
  const { province } = ctx.actor
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const set = await lockScoringSet(tx, province, id)
    if (!set) return notFound()
    if (set.revision !== revision) return refused({ code: 'set-changed-meanwhile' })
    const no = refusalOf(entry, reason)
    if (no) return refused(no)
    await lockVersion(tx, province, id, set.newest)
    const isNew = await isUsed(tx, province, id, set.newest)
    if (isNew && reason === '') return refused({ code: 'set-reason-missing' })
    const version = isNew ? set.newest + 1 : set.newest
    await write(tx, ctx, id, version, entry, reason || 'Sửa khi chưa dùng')
    const next = { name: entry.head.name, newest: version, revision: set.revision + 1 }
    await saveScoringSet(tx, province, id, next, ctx.now)
    const changed = { version, lines: entry.lines.length }
    await recordChange(tx, ctx, id, isNew ? 'scoring-set-versioned' : 'scoring-set-changed', changed)
    return done({ version })
  })
}

function refusalOf({ head, lines }: ScoringSetEntry, reason = ''): ScoringRefusal | null {
  if (head.validTo !== null && head.validTo < head.validFrom) return { code: 'set-ends-before-it-begins' }
  const words = [head.name, head.issuer, head.source, head.note, reason, ...lines.flatMap(wordsOf)]
  if (holdsPersonalNumber(words.join('\n'))) return { code: 'set-personal-number' }
  const read = readScoringLines(lines)
  if (read.ok) return null
  return { code: 'set-cannot-be-read', sentences: read.faults.slice(0, 5).map(({ sentence }) => sentence) }
}

function wordsOf({ name, evidence, note }: ScoringLine): string[] {
  return [name, evidence, note]
}

function write(tx: Tx, ctx: Ctx, set: ScoringSetId, version: number, entry: ScoringSetEntry, reason: string) {
  const { province, account } = ctx.actor
  const { head, lines } = entry
  return writeVersion(tx, province, { ...head, set, version, lines, reason, account, at: ctx.now })
}

async function recordChange(
  tx: Tx,
  ctx: Ctx,
  id: Id<'ScoringSet'>,
  kind: ScoringAuditKind,
  changed: Record<string, number>,
): Promise<void> {
  const { province, account, unit } = ctx.actor
  await record(tx, { province, account, unit, kind, object: { kind: 'scoring-set', id }, changed, at: ctx.now })
}
