import type { FileKind } from '#kernel/file-kind.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope } from '#platform/database.ts'
import type { FileStore } from '#platform/files/store.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { Beside } from './activity-file-commands.server.ts'
import { activityFilesOf } from './activity-file-store.server.ts'
import type { ActivityFile, ActivityFileId } from './activity-file.ts'
import { sidesOf } from './finding-commands.server.ts'
import { findFinding } from './finding-store.server.ts'
import type { FindingId } from './finding.ts'
import { findMeeting } from './meeting-store.server.ts'
import type { MeetingId } from './meeting.ts'
import { mayKeepActivities, mayReadActivity } from './visit-policy.ts'
import { findVisit } from './visit-store.server.ts'
import type { VisitId } from './visit.ts'

/** The files beside a record with what the record is called; `mayAttach` while it stands and is the reader's. */
export type ActivityFilesPage = { title: string; files: ActivityFile[]; mayAttach: boolean }

export async function activityFilesPage(ctx: Ctx, beside: Beside): Promise<Outcome<ActivityFilesPage>> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const { province } = ctx.actor
    const record =
      beside.kind === 'finding'
        ? await findFinding(tx, province, beside.id as FindingId)
        : beside.kind === 'visit'
          ? await findVisit(tx, province, beside.id as VisitId)
          : await findMeeting(tx, province, beside.id as MeetingId)
    if (!record) return notFound()
    const about = 'visitedUnits' in record ? record.visitedUnits : 'owner' in record ? [record.owner.unit] : []
    if (!mayReadActivity(ctx.actor, record, about)) return forbidden()
    const isOurs = 'owner' in record ? sidesOf(ctx, record).length > 0 : mayKeepActivities(ctx.actor, record)
    const isOpen = record.voidReason === null && !('state' in record && record.state === 'closed')
    return done({
      title: 'said' in record ? record.said : record.subject,
      files: await activityFilesOf(tx, province, beside.kind, beside.id),
      mayAttach: isOurs && isOpen,
    })
  })
}

/** One file, to those who may read it there. */
export async function activityFile(
  ctx: Ctx,
  store: FileStore,
  beside: Beside,
  id: ActivityFileId,
): Promise<Outcome<{ name: string; kind: FileKind; content: Buffer }>> {
  const page = await activityFilesPage(ctx, beside)
  if (!page.ok) return page
  const file = page.value.files.find((one) => one.id === id)
  if (!file) return notFound()
  const content = await store.get(file.sha256)
  if (!content) throw new Error(`The content ${file.sha256} of a file is gone`)
  return done({ name: file.name, kind: file.kind, content })
}
