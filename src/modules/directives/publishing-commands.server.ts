import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { markPublicChange } from '#platform/public-clock.ts'
import { searchText } from '#platform/search-text.ts'
import { scopeOf, type Actor } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import type { SheetAnswer } from '#modules/access/sheet-commands.server.ts'
import { lockSheet } from '#modules/access/sheet-rows.server.ts'
import { mayKeepSheets, type Sheet } from '#modules/access/sheet.ts'
import type { DirectiveEntry, LocalDirectiveId } from './directive.ts'
import { filesOf, localDirectives } from './directive-store.server.ts'
import type { DirectiveRefusal } from './labels.ts'

type Done<Value> = SheetAnswer<Value, DirectiveRefusal>

/** What everybody reads is decided by a leader of the unit that keeps the document. */
export function mayPublishDirective(actor: Actor, owner: Sheet): boolean {
  return mayKeepSheets(actor, owner) && (actor.duty === 'commune-leader' || actor.duty === 'province-leader')
}

/** Copies a document, as it stands now with its files, to where everybody may read it; again, to bring the copy up to date. */
export async function publishDirective(ctx: Ctx, id: LocalDirectiveId, version: number): Done<undefined> {
  return onDirective(ctx, id, async (tx, directive) => {
    if (directive.version !== version) return refused({ code: 'changed-meanwhile' })
    const files = await filesOf(tx, directive, id)
    const copy = {
      ...{ number: directive.number, kind: directive.kind, issuer: directive.issuer, subject: directive.subject },
      ...{ issued_on: directive.issuedOn, in_force_from: directive.inForceFrom, in_force_to: directive.inForceTo },
      ...{ replaced_by: directive.replacedBy, amends: directive.amends, published_at: ctx.now },
      files: JSON.stringify(
        files.map(({ id: file, name, kind, bytes, sha256 }) => ({ id: file, name, kind, bytes, sha256 })),
      ),
      search_text: searchText(localDirectives.words(directive)),
      ...{ withdrawn_on: null, withdrawn_because: '' },
    }
    await tx
      .insertInto('directive_publication')
      .values({ province_id: directive.province, id, unit_id: directive.unit, ...copy })
      .onConflict((conflict) => conflict.columns(['province_id', 'id']).doUpdateSet(copy))
      .execute()
    await markPublicChange(tx, directive.province)
    await recordPublishing(tx, ctx, id, 'directive-published')
    return done()
  })
}

/** Takes a document off the public library; its address says since when, and why. */
export async function withdrawDirective(ctx: Ctx, id: LocalDirectiveId, reason: string): Done<undefined> {
  return onDirective(ctx, id, async (tx, directive) => {
    if (holdsPersonalNumber(reason)) return refused({ code: 'personal-number' })
    const { numUpdatedRows } = await tx
      .updateTable('directive_publication')
      .set({ withdrawn_on: dayInVietnam(ctx.now), withdrawn_because: reason, files: '[]' })
      .where('province_id', '=', directive.province)
      .where('id', '=', id)
      .where('withdrawn_on', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return refused({ code: 'not-public' })
    await markPublicChange(tx, directive.province)
    await recordPublishing(tx, ctx, id, 'directive-withdrawn')
    return done()
  })
}

async function onDirective(
  ctx: Ctx,
  id: LocalDirectiveId,
  work: (tx: Tx, directive: Sheet & DirectiveEntry) => Done<undefined>,
): Done<undefined> {
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const directive = await lockSheet(tx, localDirectives, ctx.actor.province, id)
    if (!directive) return notFound()
    if (!mayPublishDirective(ctx.actor, directive)) return forbidden()
    return directive.voidReason === null ? work(tx, directive) : refused({ code: 'already-void' })
  })
}

async function recordPublishing(
  tx: Tx,
  ctx: Ctx,
  id: LocalDirectiveId,
  kind: 'directive-published' | 'directive-withdrawn',
): Promise<void> {
  const { province, account, unit } = ctx.actor
  await record(tx, { province, account, unit, kind, object: { kind: 'directive', id }, at: ctx.now })
}
