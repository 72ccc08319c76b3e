import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import type { FileKind } from '#kernel/file-kind.ts'
import { inScope, type Tx } from '#platform/database.ts'
import type { FileStore } from '#platform/files/store.ts'
import { provincesRead, scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { lastVersionIn } from '#modules/territory/queries.server.ts'
import { sumsOf, type FollowSums, type FollowUp, type FollowUpId } from './follow.ts'
import { mayFollow, mayPreparePage, mayPublishPage } from './follow-policy.ts'
import { followUpsOf, pastOf } from './follow-store.server.ts'
import { initiativeFilesOf } from './initiative-file-store.server.ts'
import type { InitiativeFile, InitiativeFileId } from './initiative-file.ts'
import type { Initiative, InitiativeId } from './initiative.ts'
import { acceptedYears, firstSaid, pageContent } from './library-content.ts'
import { familyOf } from './library-family.server.ts'
import { readPage } from './library-queries.server.ts'
import { findDraft } from './library-store.server.ts'
import { aboutPage } from './library-writing.server.ts'
import type { FamilyNode, LibraryPage, PageContent, PageDraft, PageSaid, WithdrawnPage } from './library.ts'
import { mayReadInitiative } from './policy.ts'
import { readInitiative } from './store.server.ts'

/** The line of time of an initiative: every line with what it said before, the pictures and documents, and the sums. */
export type FollowPage = {
  initiative: Initiative
  unitName: string
  lines: FollowUp[]
  past: Map<FollowUpId, FollowUp[]>
  files: InitiativeFile[]
  sums: FollowSums
  mayKeep: boolean
  mayPrepare: boolean
  today: LocalDate
}

export async function followPage(ctx: Ctx, id: InitiativeId): Promise<Outcome<FollowPage>> {
  return onInitiative(ctx, id, async (tx, initiative) => {
    const today = dayInVietnam(ctx.now)
    const lines = await followUpsOf(tx, initiative.province, id)
    const unit = await lastVersionIn(tx, initiative.unit, initiative.province, today)
    const corrected = lines.filter((line) => line.version > 1).map((line) => line.id)
    return done({
      ...{ initiative, unitName: unit?.name ?? '', lines, sums: sumsOf(lines), today },
      past: await pastOf(tx, initiative.province, corrected),
      files: await initiativeFilesOf(tx, initiative.province, id),
      mayKeep: mayFollow(ctx.actor, initiative),
      mayPrepare: mayPreparePage(ctx.actor, initiative),
    })
  })
}

/** The initiative to which a line belongs, for an address that names the line alone; not to be seen is not there. */
export async function initiativeOfLine(ctx: Ctx, line: FollowUpId): Promise<InitiativeId | null> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const row = await tx
      .selectFrom('follow_up')
      .select('initiative_id')
      .where('province_id', 'in', [...provincesRead(ctx.actor)])
      .where('id', '=', line)
      .executeTakeFirst()
    return (row?.initiative_id as InitiativeId | undefined) ?? null
  })
}

/** One picture or document of an initiative, ready to be saved by its reader. */
export async function initiativeFile(
  ctx: Ctx,
  store: FileStore,
  id: InitiativeId,
  file: InitiativeFileId,
): Promise<Outcome<{ name: string; kind: FileKind; content: Buffer }>> {
  const found = await onInitiative(ctx, id, async (tx, initiative) => {
    const files = await initiativeFilesOf(tx, initiative.province, id)
    const one = files.find((each) => each.id === file)
    return one ? done(one) : notFound()
  })
  if (!found.ok) return found
  const { name, kind, sha256 } = found.value
  const content = await store.get(sha256)
  if (!content) throw new Error(`The content ${sha256} of a file is gone`)
  return done({ name, kind, content })
}

/** What an officer sees who prepares the public page, with the page as the public will see it. */
export type PreparingPage = {
  initiative: Initiative
  unitName: string
  said: PageSaid
  draft: PageDraft | null
  /** Null while nothing was written: then there is nothing to look at. */
  preview: PageContent | null
  files: InitiativeFile[]
  published: LibraryPage | null
  withdrawn: WithdrawnPage | null
  family: FamilyNode | null
  isAccepted: boolean
  mayPublish: boolean
}

export async function preparingPage(ctx: Ctx, id: InitiativeId): Promise<Outcome<PreparingPage>> {
  return onInitiative(ctx, id, async (tx, initiative) => {
    if (!mayPreparePage(ctx.actor, initiative)) return forbidden()
    const draft = await findDraft(tx, initiative)
    const about = await aboutPage(tx, initiative, dayInVietnam(ctx.now))
    const page = await readPage(tx, id)
    return done({
      ...{ initiative, unitName: about.unit.name, draft, said: draft?.said ?? firstSaid(initiative) },
      preview: draft && pageContent(initiative, draft.said, about),
      files: await initiativeFilesOf(tx, initiative.province, id),
      published: page && 'page' in page ? page.page : null,
      withdrawn: page && 'withdrawn' in page ? page.withdrawn : null,
      family: await familyOf(tx, initiative),
      isAccepted: acceptedYears(about.years).length > 0,
      mayPublish: mayPublishPage(ctx.actor, initiative),
    })
  })
}

async function onInitiative<Value>(
  ctx: Ctx,
  id: InitiativeId,
  work: (tx: Tx, initiative: Initiative) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    for (const province of provincesRead(ctx.actor)) {
      const initiative = await readInitiative(tx, province, id)
      if (initiative) return mayReadInitiative(ctx.actor, initiative) ? work(tx, initiative) : forbidden()
    }
    return notFound()
  })
}
