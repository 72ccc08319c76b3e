import { dayInVietnam } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { CampaignId } from './campaign.ts'
import { campaignsOn } from './campaign-queries.server.ts'
import type { InitiativeRefusal } from './refusals.ts'

/** A drive is chosen while it runs, of the unit itself or its province; one that was chosen then stays when it ended. */
export async function campaignRefusal(
  tx: Tx,
  ctx: Ctx,
  chosen: CampaignId | null | undefined,
  standing: CampaignId | null,
): Promise<InitiativeRefusal | null> {
  if (!chosen || chosen === standing) return null
  const { province, unit } = ctx.actor
  const running = await campaignsOn(tx, province, dayInVietnam(ctx.now))
  const isOffered = running.some((one) => one.id === chosen && (one.unit === unit || one.unit === province))
  return isOffered ? null : { code: 'campaign-not-running' }
}
