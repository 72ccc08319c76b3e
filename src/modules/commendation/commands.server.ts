import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import type { Id } from '#kernel/ids.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { dropSealed, seal, type Vault } from '#platform/vault/vault.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import { unitOn } from '#modules/territory/queries.server.ts'
import type { Award, AwardEntry, AwardId, AwardSource } from './award.ts'
import { readBook } from './book-store.server.ts'
import type { Refusal } from './labels.ts'
import { isOpenForWriting } from './lifecycle.ts'
import { mayPropose, standingsOf } from './policy.ts'
import { recordAward } from './recording.server.ts'
import { findAward, insertAward, lockAward, saveEntry } from './store.server.ts'
import { textFault } from './text-fault.ts'

type Done<Value = undefined> = Promise<Outcome<Value, Refusal>>

/** What a proposal is written for: the unit whose achievement it is, and the record its report began from. */
export type ProposalStart = { unit: Id<'Unit'>; source: AwardSource }

/** The kind under which a person's name stands in the vault. */
export const nameKind = 'award-recipient'

/**
 * Begins a proposal. `name` is a person's name for the vault, empty where it is not known yet. The form brings the id: pressed
 * twice it is one proposal.
 */
export async function beginAward(
  ctx: Ctx,
  vault: Vault,
  id: AwardId,
  start: ProposalStart,
  entry: AwardEntry,
  name: string,
): Done<AwardId> {
  const owner = { province: ctx.actor.province, unit: start.unit }
  if (!mayPropose(ctx.actor, owner)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const no = await refusalOf(tx, ctx, entry, name)
    if (no) return refused(no)
    const unit = await unitOn(tx, start.unit, dayInVietnam(ctx.now))
    if (!unit) return refused({ code: 'unit-not-in-force' })
    if (unit.province !== owner.province) return forbidden()
    const standing = await findAward(tx, owner.province, id)
    if (standing) return begunBefore(ctx, standing, entry)
    const item = name === '' ? null : await sealName(tx, ctx, vault, owner, name)
    const byProvince = ctx.actor.unit === ctx.actor.province
    if (!(await insertAward(tx, { ...owner, id, byProvince }, entry, start.source, item, ctx.now)))
      return refused({ code: 'sheet-used' })
    await recordAward(tx, ctx, id, 'award-begun', factsIn(entry))
    return done(id)
  })
}

async function begunBefore(ctx: Ctx, standing: Award, entry: AwardEntry): Done<AwardId> {
  const mine = standingsOf(ctx.actor, standing).some((one) => one !== 'decider')
  if (!mine) return notFound()
  const isSame = (Object.keys(entry) as (keyof AwardEntry)[]).every((fact) => standing[fact] === entry[fact])
  return isSame ? done(standing.id) : refused({ code: 'sheet-used' })
}

/** Corrects a proposal while it lies with those who propose. An empty `name` keeps the one in the vault. */
export async function correctAward(
  ctx: Ctx,
  vault: Vault,
  id: AwardId,
  version: number,
  entry: AwardEntry,
  name: string,
): Done {
  // Before the lock: the transaction of who only reads takes none.
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const award = await lockAward(tx, ctx.actor.province, id)
    if (!award) return notFound()
    if (!standingsOf(ctx.actor, award).some((one) => one !== 'decider')) return forbidden()
    if (!isOpenForWriting(award.state)) return refused({ code: 'not-now', state: award.state })
    if (award.version !== version) return refused({ code: 'changed-meanwhile' })
    const no = await refusalOf(tx, ctx, entry, name)
    if (no) return refused(no)
    const item = await itemNow(tx, ctx, vault, award, entry, name)
    await saveEntry(tx, award, entry, item, ctx.now)
    if (award.item !== null && award.item !== item) await dropSealed(tx, { province: award.province, id: award.item })
    await recordAward(tx, ctx, id, 'award-corrected', { ...factsIn(entry), nameChanged: award.item !== item })
    return done()
  })
}

async function itemNow(
  tx: Tx,
  ctx: Ctx,
  vault: Vault,
  award: Award,
  entry: AwardEntry,
  name: string,
): Promise<Id<'VaultItem'> | null> {
  if (entry.recipientKind === 'collective') return null
  return name === '' ? award.item : sealName(tx, ctx, vault, award, name)
}

function sealName(
  tx: Tx,
  ctx: Ctx,
  vault: Vault,
  owner: { province: Id<'Unit'>; unit: Id<'Unit'> },
  name: string,
): Promise<Id<'VaultItem'>> {
  return seal(tx, vault, { province: owner.province, unit: owner.unit, kind: nameKind, text: name, at: ctx.now })
}

async function refusalOf(tx: Tx, ctx: Ctx, entry: AwardEntry, name: string): Promise<Refusal | null> {
  if (entry.recipientKind === 'collective' && name !== '') return { code: 'name-of-collective' }
  const { recipient, achievement, report } = entry
  const fault = textFault({ recipient, achievement, report, name }, name)
  if (fault) return fault
  const book = await readBook(tx, ctx.actor.province)
  const isKnown =
    book.forms.some((form) => form.code === entry.form) && book.lines.some((line) => line.code === entry.line)
  return isKnown ? null : { code: 'unknown-choice' }
}

/** No words that a person wrote: what was chosen, for the audit. */
function factsIn({ form, level, line, year, recipientKind }: AwardEntry): Record<string, string | number> {
  return { form, level, line, year, recipientKind }
}
