import type { Id } from '#kernel/ids.ts'
import { dayInVietnam, localDate, type LocalDate } from '#kernel/local-date.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import {
  openSheet,
  sheetPage,
  type SheetOpened,
  type SheetPage,
  type SheetQuestion,
} from '#modules/access/sheet-queries.server.ts'
import { communesInForce } from '#modules/territory/queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { CampaignEntry, CampaignId, CampaignKind } from './campaign.ts'
import { campaigns, contests, pledges, workItems } from './campaign-store.server.ts'
import type { ContestEntry, ContestId } from './contest.ts'
import type { PledgeEntry, PledgeId } from './pledge.ts'
import type { WorkItemEntry, WorkItemId } from './work-item.ts'

/** A theme or drive to choose, e.g. where an initiative is registered. */
export type CampaignChoice = {
  id: CampaignId
  unit: UnitId
  title: string
  kind: CampaignKind
  from: LocalDate
  until: LocalDate
}

/** The themes and drives that run on a day, of the province and of whatever units the transaction's scope sees. */
export async function campaignsOn(tx: Tx, province: UnitId, day: LocalDate): Promise<CampaignChoice[]> {
  const rows = await tx
    .selectFrom('campaign')
    .select(['id', 'unit_id', 'title', 'kind', 'day', 'ends_on'])
    .where('province_id', '=', province)
    .where('void_reason', 'is', null)
    .where('day', '<=', day)
    .where('ends_on', '>=', day)
    .orderBy('day', 'desc')
    .orderBy('id')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id as CampaignId,
    unit: row.unit_id as UnitId,
    title: row.title,
    kind: row.kind as CampaignKind,
    from: localDate(row.day),
    until: localDate(row.ends_on),
  }))
}

/** What a form of the desk offers as theme or drive on the day it is opened. */
export async function campaignChoices(ctx: Ctx): Promise<CampaignChoice[]> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) =>
    (await campaignsOn(tx, ctx.actor.province, dayInVietnam(ctx.now))).filter(
      ({ unit }) => unit === ctx.actor.unit || unit === ctx.actor.province,
    ),
  )
}

/** The units that a list typed on a form may name: the communes of the province on a day. */
export async function unitsToName(ctx: Ctx, day: LocalDate): Promise<{ unit: Id<'Unit'>; name: string }[]> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) =>
    (await communesInForce(tx, ctx.actor.province, day)).map(({ unit, name }) => ({ unit, name })),
  )
}

export const campaignPage = (ctx: Ctx, asked: SheetQuestion): Promise<Outcome<SheetPage<CampaignEntry>>> =>
  sheetPage(ctx, campaigns, asked)
export const pledgePage = (ctx: Ctx, asked: SheetQuestion): Promise<Outcome<SheetPage<PledgeEntry>>> =>
  sheetPage(ctx, pledges, asked)
export const contestPage = (ctx: Ctx, asked: SheetQuestion): Promise<Outcome<SheetPage<ContestEntry>>> =>
  sheetPage(ctx, contests, asked)
export const workItemPage = (ctx: Ctx, asked: SheetQuestion): Promise<Outcome<SheetPage<WorkItemEntry>>> =>
  sheetPage(ctx, workItems, asked)

export const openPledge = (ctx: Ctx, id: PledgeId): Promise<Outcome<SheetOpened<PledgeEntry>>> =>
  openSheet(ctx, pledges, id)
export const openContest = (ctx: Ctx, id: ContestId): Promise<Outcome<SheetOpened<ContestEntry>>> =>
  openSheet(ctx, contests, id)
export const openWorkItem = (ctx: Ctx, id: WorkItemId): Promise<Outcome<SheetOpened<WorkItemEntry>>> =>
  openSheet(ctx, workItems, id)
export const openCampaign = (ctx: Ctx, id: CampaignId): Promise<Outcome<SheetOpened<CampaignEntry>>> =>
  openSheet(ctx, campaigns, id)

/** What stands under a theme or drive, as the reader's scope sees it: initiatives registered, pledges, work items. */
export type UnderCampaign = {
  initiatives: { id: string; name: string; year: number }[]
  pledges: number
  items: number
  itemsDone: number
}

const initiativesShown = 50

export async function underCampaign(ctx: Ctx, id: CampaignId): Promise<UnderCampaign> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const { province } = ctx.actor
    const initiatives = await tx
      .selectFrom('initiative_year as year')
      .innerJoin('initiative', (join) =>
        join.onRef('initiative.province_id', '=', 'year.province_id').onRef('initiative.id', '=', 'year.initiative_id'),
      )
      .select(['initiative.id', 'initiative.name', 'year.year'])
      .where('year.province_id', '=', province)
      .where('year.campaign_id', '=', id)
      .orderBy('initiative.id', 'desc')
      .limit(initiativesShown)
      .execute()
    const pledged = await tx
      .selectFrom('pledge')
      .select((of) => of.fn.countAll<number>().as('n'))
      .where('province_id', '=', province)
      .where('campaign_id', '=', id)
      .where('void_reason', 'is', null)
      .executeTakeFirstOrThrow()
    const items = await tx
      .selectFrom('work_item')
      .select((of) => [of.fn.countAll<number>().as('n'), of.fn.count<number>('done_on').as('done')])
      .where('province_id', '=', province)
      .where('campaign_id', '=', id)
      .where('void_reason', 'is', null)
      .executeTakeFirstOrThrow()
    return { initiatives, pledges: Number(pledged.n), items: Number(items.n), itemsDone: Number(items.done) }
  })
}

/** The theme or drive that a sheet names, as its page says it; null where it names none or it may not be read. */
export async function campaignTitle(ctx: Ctx, id: CampaignId | null): Promise<{ id: string; title: string } | null> {
  if (id === null) return null
  const opened = await openSheet(ctx, campaigns, id)
  return opened.ok ? { id, title: opened.value.sheet.title } : null
}
