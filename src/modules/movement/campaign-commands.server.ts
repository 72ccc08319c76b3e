import { dayInVietnam, partsOf, type LocalDate } from '#kernel/local-date.ts'
import { done, refused, type Outcome } from '#kernel/outcome.ts'
import { yearOf } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import {
  recordCorrection,
  recordSheet,
  recordVoid,
  type SheetAnswer,
  type SheetKeeping,
  type SheetPlace,
} from '#modules/access/sheet-commands.server.ts'
import type { SheetOwner } from '#modules/access/sheet.ts'
import { factsOf } from '#modules/figures/counted-by.ts'
import type { CampaignEntry, CampaignId } from './campaign.ts'
import type { CampaignRefusal } from './campaign-labels.ts'
import { count } from './campaign-counting.server.ts'
import { campaigns, pledges, workItems } from './campaign-store.server.ts'
import {
  factsOfPledge,
  fulfilments,
  isTimeToJudge,
  type Fulfilment,
  type PledgeEntry,
  type PledgeId,
} from './pledge.ts'
import { countedByWorkItem, type WorkItemEntry, type WorkItemId } from './work-item.ts'

type Done<Value> = SheetAnswer<Value, CampaignRefusal>

export const campaignKeeping: SheetKeeping<CampaignEntry, CampaignRefusal> = {
  ...campaigns,
  dayIs: 'planned',
  async refusalOf(tx, ctx, place, entry) {
    if (entry.until < entry.from) return { code: 'ends-before-it-begins' }
    if (entry.result !== '' && dayInVietnam(ctx.now) <= entry.until)
      return { code: 'result-before-the-end', until: entry.until }
    const { year } = partsOf(entry.from)
    return entry.kind === 'theme' && (await hasTheme(tx, place, year)) ? { code: 'theme-already-there', year } : null
  },
  // A drive counts towards nothing by itself.
  state: () => Promise.resolve(),
  said: ({ from, until, participants }) => ({
    ...{ day: from, until },
    ...(participants.length > 0 && { units: participants.length }),
  }),
}

export async function recordCampaign(ctx: Ctx, id: CampaignId, entry: CampaignEntry): Done<CampaignId> {
  return recordSheet(ctx, campaignKeeping, 'campaign-recorded', id, entry)
}

export async function correctCampaign(
  ctx: Ctx,
  id: CampaignId,
  version: number,
  entry: CampaignEntry,
): Done<undefined> {
  return recordCorrection(ctx, campaignKeeping, 'campaign-corrected', { id, version }, () => done(entry))
}

export async function voidCampaign(ctx: Ctx, id: CampaignId, version: number, reason: string): Done<undefined> {
  return recordVoid(ctx, campaignKeeping, 'campaign-voided', { id, version }, reason)
}

// Of two themes written at the same moment the index of the table lets one in, and the other finds it here.
async function hasTheme(tx: Tx, place: SheetPlace, year: number): Promise<boolean> {
  const period = yearOf(year)
  const row = await tx
    .selectFrom('campaign')
    .select('id')
    .where('province_id', '=', place.province)
    .where('unit_id', '=', place.unit)
    .where('kind', '=', 'theme')
    .where('void_reason', 'is', null)
    .where('id', '!=', place.id)
    .where('day', '>=', period.from)
    .where('day', '<=', period.to)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether what a sheet names as its theme or drive stands in the register of the unit or of its province. */
async function hasCampaign(tx: Tx, owner: SheetOwner, id: CampaignId | null): Promise<boolean> {
  if (id === null) return true
  const row = await tx
    .selectFrom('campaign')
    .select('id')
    .where('province_id', '=', owner.province)
    .where('unit_id', 'in', [owner.unit, owner.province])
    .where('id', '=', id)
    .where('void_reason', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

export const pledgeKeeping: SheetKeeping<PledgeEntry, CampaignRefusal> = {
  ...pledges,
  dayIs: 'held',
  async refusalOf(tx, _, place, entry) {
    if (entry.signers.length === 0) return { code: 'nobody-signed' }
    // Kim Sơn signed on 12 January; others sign at the end of the year before.
    const isOfYear = entry.signedOn >= `${entry.year - 1}-10-01` && entry.signedOn <= yearOf(entry.year).to
    if (!isOfYear) return { code: 'signed-outside-its-year', year: entry.year }
    return (await hasCampaign(tx, place, entry.campaign)) ? null : { code: 'no-such-campaign' }
  },
  state: (tx, place, entry) =>
    count(tx, place, 'pledge', entry && { day: entry.signedOn, label: entry.title, facts: factsOfPledge(entry) }),
  said: ({ signedOn, year, signers }) => ({ signedOn, year, units: signers.length }),
}

export async function recordPledge(ctx: Ctx, id: PledgeId, entry: PledgeEntry): Done<PledgeId> {
  return recordSheet(ctx, pledgeKeeping, 'pledge-recorded', id, entry)
}

/** Corrects a pledge; signers that stay keep what was judged of them. */
export async function correctPledge(
  ctx: Ctx,
  id: PledgeId,
  version: number,
  change: (before: PledgeEntry) => PledgeEntry,
): Done<undefined> {
  return recordCorrection(ctx, pledgeKeeping, 'pledge-corrected', { id, version }, (pledge) => done(change(pledge)))
}

/** Says of each signer, in their order, how it stood to the pledge at the end of the year. */
export async function judgePledge(ctx: Ctx, id: PledgeId, version: number, judged: readonly string[]): Done<undefined> {
  return recordCorrection(ctx, pledgeKeeping, 'pledge-judged', { id, version }, (pledge) =>
    judgedPledge(pledge, judged, dayInVietnam(ctx.now)),
  )
}

function judgedPledge(
  pledge: PledgeEntry,
  judged: readonly string[],
  today: LocalDate,
): Outcome<PledgeEntry, CampaignRefusal> {
  if (!isTimeToJudge(pledge, today)) return refused({ code: 'not-time-to-judge', year: pledge.year })
  if (judged.length !== pledge.signers.length) return refused({ code: 'no-such-signer' })
  const known = (word: string | undefined): Fulfilment => fulfilments.find((one) => one === word) ?? 'not-said'
  return done({
    ...pledge,
    signers: pledge.signers.map((signer, at) => ({ ...signer, fulfilment: known(judged[at]) })),
  })
}

export async function voidPledge(ctx: Ctx, id: PledgeId, version: number, reason: string): Done<undefined> {
  return recordVoid(ctx, pledgeKeeping, 'pledge-voided', { id, version }, reason)
}

export const workItemKeeping: SheetKeeping<WorkItemEntry, CampaignRefusal> = {
  ...workItems,
  dayIs: 'planned',
  async refusalOf(tx, ctx, place, entry) {
    const today = dayInVietnam(ctx.now)
    if (entry.doneOn !== null && entry.doneOn > today) return { code: 'done-not-come', today }
    if (entry.doneOn !== null && entry.doneOn < entry.plannedFrom) return { code: 'done-before-it-began' }
    return (await hasCampaign(tx, place, entry.campaign)) ? null : { code: 'no-such-campaign' }
  },
  state: (tx, place, entry) =>
    count(
      tx,
      place,
      'work-item',
      entry && {
        ...{ day: entry.doneOn ?? entry.plannedFrom, label: entry.title },
        facts: factsOf(countedByWorkItem, entry),
      },
    ),
  said: ({ plannedFrom, doneOn }) => ({ day: plannedFrom, isDone: doneOn !== null }),
}

export async function recordWorkItem(ctx: Ctx, id: WorkItemId, entry: WorkItemEntry): Done<WorkItemId> {
  return recordSheet(ctx, workItemKeeping, 'work-item-recorded', id, entry)
}

export async function correctWorkItem(
  ctx: Ctx,
  id: WorkItemId,
  version: number,
  entry: WorkItemEntry,
): Done<undefined> {
  return recordCorrection(ctx, workItemKeeping, 'work-item-corrected', { id, version }, () => done(entry))
}

export async function voidWorkItem(ctx: Ctx, id: WorkItemId, version: number, reason: string): Done<undefined> {
  return recordVoid(ctx, workItemKeeping, 'work-item-voided', { id, version }, reason)
}
