import { isImage, type FileLeft } from '#kernel/file-kind.ts'
import type { Id } from '#kernel/ids.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { holdsPersonalNumber, lengthOf, tidy } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { putAll, takeAll } from '#platform/files/arrived.ts'
import type { FileStore } from '#platform/files/store.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import type { ActivityFileRefusal } from './activity-file-labels.ts'
import { activityFilesOf, insertActivityFile, removeActivityFileRow } from './activity-file-store.server.ts'
import {
  longestFileCaption,
  mostActivityFiles,
  type ActivityFileId,
  type ActivityRecord,
  type SaidOfFiles,
} from './activity-file.ts'
import { sidesOf } from './finding-commands.server.ts'
import { lockFinding } from './finding-store.server.ts'
import type { FindingId } from './finding.ts'
import { lockMeeting } from './meeting-store.server.ts'
import type { MeetingId } from './meeting.ts'
import { mayKeepActivities } from './visit-policy.ts'
import { lockVisit } from './visit-store.server.ts'
import type { VisitId } from './visit.ts'

type Done<Value> = Promise<Outcome<Value, ActivityFileRefusal>>

/** Which record files stand beside. */
export type Beside = { kind: ActivityRecord; id: string }

/**
 * Attaches files to a visit, a finding or a meeting. Content is kept before its row: if the row is not saved, nobody names the
 * content and it is swept.
 */
export async function attachActivityFiles(
  ctx: Ctx,
  store: FileStore,
  beside: Beside,
  files: readonly { name: string; content: Buffer }[],
  about: SaidOfFiles,
): Done<{ attached: number; left: FileLeft[] }> {
  // Asked before anything is unpacked, so that nobody else can keep this server busy.
  const first = await onRecord(ctx, beside, async () => Promise.resolve(done()))
  if (!first.ok) return first
  if (files.length === 0) return refused({ code: 'no-file' })
  if (files.length > mostActivityFiles) return refused({ code: 'too-many-files' })
  const caption = tidy(about.caption).replace(/\s+/g, ' ')
  if (lengthOf(caption) > longestFileCaption) return refused({ code: 'caption-too-long' })
  if (holdsPersonalNumber(caption)) return refused({ code: 'personal-number' })
  const { taken, left } = await takeAll(files)
  if (taken.length === 0) return refused({ code: 'none-taken', left })
  const people = about.people ?? (taken.some((file) => isImage(file.kind)) ? null : 'none')
  if (people === null) return refused({ code: 'people-not-said' })
  const isConclusion = beside.kind === 'visit' && about.isConclusion === true
  if (!(await putAll(store, taken))) return refused({ code: 'no-room' })
  return onRecord(ctx, beside, async (tx, otherUnit) => {
    const { province } = ctx.actor
    const present = await activityFilesOf(tx, province, beside.kind, beside.id)
    const fresh = taken.filter((file) => !present.some((one) => one.sha256 === file.sha256))
    if (present.length + fresh.length > mostActivityFiles) return refused({ code: 'too-many-files' })
    for (const file of fresh) {
      const seen = isImage(file.kind) ? people : 'none'
      const said = { caption, people: seen, isConclusion, at: ctx.now, actor: ctx.actor } as const
      await insertActivityFile(tx, { province, ...beside, otherUnit }, file, said)
    }
    if (fresh.length > 0) await recordChange(tx, ctx, beside, 'visit-files-attached')
    return done({ attached: fresh.length, left })
  })
}

/** Takes a file away; only the unit that gave it. */
export async function removeActivityFile(ctx: Ctx, beside: Beside, id: ActivityFileId): Done<undefined> {
  return onRecord(ctx, beside, async (tx) => {
    const { province, unit } = ctx.actor
    const file = (await activityFilesOf(tx, province, beside.kind, beside.id)).find((one) => one.id === id)
    if (!file) return notFound()
    if (file.unit !== unit) return forbidden()
    await removeActivityFileRow(tx, province, id, ctx.now)
    await recordChange(tx, ctx, beside, 'visit-file-removed')
    return done()
  })
}

/** Locks the record and asks; hands on the unit of the other side, which reads the file as well. */
async function onRecord<Value>(
  ctx: Ctx,
  beside: Beside,
  work: (tx: Tx, otherUnit: Id<'Unit'> | null) => Done<Value>,
): Done<Value> {
  // Before the lock: the transaction of who only reads takes none.
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const standing = await lockRecord(tx, ctx, beside)
    if (standing === null) return notFound()
    if (!standing.may) return forbidden()
    return standing.isVoid ? refused({ code: 'record-closed' }) : work(tx, standing.otherUnit)
  })
}

type Standing = { may: boolean; isVoid: boolean; otherUnit: Id<'Unit'> | null }

async function lockRecord(tx: Tx, ctx: Ctx, { kind, id }: Beside): Promise<Standing | null> {
  const { province, unit } = ctx.actor
  if (kind === 'finding') {
    const finding = await lockFinding(tx, province, id as FindingId)
    if (!finding) return null
    const isVoid = finding.voidReason !== null || finding.state === 'closed'
    const otherUnit = finding.owner.unit === unit ? finding.unit : finding.owner.unit
    return { may: sidesOf(ctx, finding).length > 0, isVoid, otherUnit }
  }
  const record =
    kind === 'visit' ? await lockVisit(tx, province, id as VisitId) : await lockMeeting(tx, province, id as MeetingId)
  return record && { may: mayKeepActivities(ctx.actor, record), isVoid: record.voidReason !== null, otherUnit: null }
}

async function recordChange(
  tx: Tx,
  ctx: Ctx,
  object: Beside,
  kind: 'visit-files-attached' | 'visit-file-removed',
): Promise<void> {
  const { province, account, unit } = ctx.actor
  await record(tx, { province, account, unit, kind, object, changed: {}, at: ctx.now })
}
