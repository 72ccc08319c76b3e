import type { Outcome } from '#kernel/outcome.ts'
import { refused } from '#kernel/outcome.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { SheetRefusal } from '#modules/access/sheet.ts'
import { campaignFieldOf, campaignRefusalText, type CampaignRefusal } from '#modules/movement/campaign-labels.ts'
import { campaignKindLabel } from '#modules/movement/campaign.ts'
import { campaignChoices, unitsToName } from '#modules/movement/campaign-queries.server.ts'
import { readParticipants, type Participant } from '#modules/movement/participants.ts'
import type { SheetField } from './fields.ts'

type No = CampaignRefusal | SheetRefusal

/** How a *no* of the movement's registers is said, and beside which field. */
export const movementWords = {
  field: (refusal: No): string => campaignFieldOf(refusal),
  text: (refusal: No): string => campaignRefusalText(refusal),
}

/** The list of units and bodies that was typed, by the map of the day it is about. */
export async function listOf(ctx: Ctx, text: string, day: LocalDate): Promise<Outcome<Participant[], CampaignRefusal>> {
  const read = readParticipants(text, await unitsToName(ctx, day))
  return read.ok ? { ok: true, value: read.value } : refused(read.fault)
}

/** The choice of a theme or drive that runs today; one that was chosen earlier stays in the list. */
export async function campaignField(ctx: Ctx, chosen?: { id: string; title: string }): Promise<SheetField> {
  const choices = (await campaignChoices(ctx)).map(({ id, title, kind }) => ({
    ...{ value: id as string, label: title, group: campaignKindLabel[kind] },
  }))
  const isThere = chosen === undefined || choices.some(({ value }) => value === chosen.id)
  return {
    ...{
      kind: 'select',
      name: 'campaign',
      label: 'Thuộc chủ đề hoặc đợt thi đua',
      none: 'không thuộc đợt nào',
      optional: true,
    },
    options: isThere ? choices : [...choices, { value: chosen.id, label: chosen.title, group: 'Đã chọn trước' }],
  }
}
