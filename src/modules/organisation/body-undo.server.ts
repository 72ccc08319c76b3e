import { done, refused } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import type { Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { BodyId, BodyVersion } from './body.ts'
import type { BodyEntry } from './body-commands.server.ts'
import { bodyProblem, onBody, recordBody, type Done } from './body-frame.server.ts'
import { bodyLinksIn, bodyVersions, insertBodyVersion, voidBodyLinks, voidBodyVersion } from './body-store.server.ts'
import { lastOf, nextNumber, standing } from './dated.ts'

/** Puts right what was written down wrongly of a body's last version: the slip stays readable, with its reason. */
export async function correctBody(ctx: Ctx, id: BodyId, n: number, entry: BodyEntry, reason: string): Done<undefined> {
  return onBody(ctx, id, n, null, async (tx, last, versions) => {
    if (holdsPersonalNumber(reason)) return refused({ code: 'personal-number' })
    const before = standing(versions).at(-2)
    if (before && before.from >= entry.from) return refused({ code: 'later-version', since: before.from })
    const problem = await bodyProblem(tx, ctx, last.unit, entry)
    if (problem) return refused(problem)
    await voidBodyVersion(tx, ctx.actor.province, last, reason)
    const change = versions.length === 1 ? ('established' as const) : ('corrected' as const)
    const version = { ...last, ...entry, n: nextNumber(versions), change }
    if (!(await insertBodyVersion(tx, ctx.actor.province, version, ctx.now)))
      return refused({ code: 'changed-meanwhile' })
    await recordBody(tx, ctx, id, 'body-corrected', { name: entry.name, from: entry.from })
    return done()
  })
}

/** Takes back the last thing that was written of a body, with a reason; what a merger gave another body goes with it. */
export async function undoBodyChange(ctx: Ctx, id: BodyId, n: number, reason: string): Done<undefined> {
  return onBody(ctx, id, n, null, async (tx, last) => {
    if (holdsPersonalNumber(reason)) return refused({ code: 'personal-number' })
    const others = await touchedBy(tx, ctx, last)
    for (const versions of others) {
      const newest = lastOf(versions)
      // Only what was written on the same day belongs to it; what came later has to be taken back first.
      if (newest && newest.from > last.from) return refused({ code: 'other-changed-since', name: newest.name })
    }
    const { province } = ctx.actor
    await voidBodyVersion(tx, province, last, reason)
    for (const versions of others) {
      const newest = lastOf(versions)
      if (newest?.from === last.from && newest.change !== 'established')
        await voidBodyVersion(tx, province, newest, reason)
    }
    await voidBodyLinks(tx, province, last, reason)
    await recordBody(tx, ctx, id, 'body-change-undone', { from: last.from })
    return done()
  })
}

/** The versions of the bodies that a handing over of this day joins with this one. */
async function touchedBy(tx: Tx, ctx: Ctx, last: BodyVersion): Promise<BodyVersion[][]> {
  const { province } = ctx.actor
  const links = (await bodyLinksIn(tx, province)).filter(
    (link) => link.on === last.from && (link.from === last.id || link.to === last.id),
  )
  const ids = new Set(links.map((link) => (link.from === last.id ? link.to : link.from)))
  const found: BodyVersion[][] = []
  for (const other of ids) found.push(await bodyVersions(tx, province, other))
  return found
}
