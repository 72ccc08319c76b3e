import { newId, type Id } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { quantity } from '#kernel/quantity.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { recordDirective, recordReview } from '#modules/directives/commands.server.ts'
import type { DirectiveEntry } from '#modules/directives/directive.ts'
import type { ReviewEntry } from '#modules/directives/review.ts'
import { recordCampaign, recordPledge, recordWorkItem } from '#modules/movement/campaign-commands.server.ts'
import type { CampaignEntry } from '#modules/movement/campaign.ts'
import { recordContest } from '#modules/movement/contest-commands.server.ts'
import type { ContestEntry } from '#modules/movement/contest.ts'
import type { PledgeEntry } from '#modules/movement/pledge.ts'
import type { WorkItemEntry } from '#modules/movement/work-item.ts'
import { doneBy } from './reports.ts'

const campaign: CampaignEntry = {
  ...{ kind: 'drive', title: 'Đợt thi đua thử', from: localDate('2026-01-01'), until: localDate('2026-12-31') },
  ...{ subject: '', participants: [], result: '' },
}
const pledge: PledgeEntry = {
  ...{ title: 'Cam kết thử', year: 2026, wording: 'Thử', signedOn: localDate('2026-01-12'), campaign: null },
  signers: [{ unit: null, name: 'Hội Nông dân', fulfilment: 'not-said' }],
}
const contest: ContestEntry = {
  ...{ title: 'Hội thi thử', heldOn: localDate('2026-08-12'), place: '', resultsOn: null },
  rounds: [{ name: 'Chào hỏi', most: quantity('20') }],
  teams: [{ unit: null, name: 'Đội A', scores: [null], prize: '' }],
}
const workItem: WorkItemEntry = {
  ...{ title: 'Việc thử', purpose: 'theme', campaign: null, plannedFrom: localDate('2026-08-01'), doneOn: null },
  ...{ place: '', costMillion: null, labourDays: null, result: '' },
}
const directive: DirectiveEntry = {
  ...{ number: '03-KH/ĐU', kind: 'plan', issuer: 'Đảng ủy', issuedOn: localDate('2026-01-15'), subject: 'Thử' },
  ...{ inForceFrom: null, inForceTo: null, replacedBy: '', amends: '', source: '' },
}
const review: ReviewEntry = {
  directive: { code: '25-nq-tw', number: '25-NQ/TW', issuedOn: localDate('2013-06-03') },
  ...{ kind: 'final', years: null, heldOn: localDate('2026-08-12'), period: null, document: '', conclusions: '' },
}

/** One entry for each register of sheets. */
export const sheetEntries = { campaign, pledge, contest, workItem, directive, review }

export type KeptSheets = Record<keyof typeof sheetEntries, Id<'Sheet'>>

/** One sheet in each register, written by the officer who is given. */
export async function keepSheets(ctx: Ctx): Promise<KeptSheets> {
  return {
    campaign: doneBy(await recordCampaign(ctx, newId(), campaign)),
    pledge: doneBy(await recordPledge(ctx, newId(), pledge)),
    contest: doneBy(await recordContest(ctx, newId(), contest)),
    workItem: doneBy(await recordWorkItem(ctx, newId(), workItem)),
    directive: doneBy(await recordDirective(ctx, newId(), directive)),
    review: doneBy(await recordReview(ctx, newId(), review)),
  }
}
