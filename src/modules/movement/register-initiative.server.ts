import { newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { CampaignId } from './campaign.ts'
import type { Initiative, InitiativeEntry, InitiativeId, RegistrationScope } from './initiative.ts'
import { insertInitiativeRow } from './store.server.ts'
import { recordOn } from './year-frame.server.ts'
import { insertYear } from './year-store.server.ts'

/**
 * Opens an initiative of the actor's own unit with the draft of its first year, in the caller's transaction; it counts nowhere
 * before it is registered. The id is brought by the form: sent twice it is one, and what stands already stays as it is.
 */
export async function insertInitiative(
  tx: Tx,
  ctx: Ctx,
  id: InitiativeId,
  entry: InitiativeEntry,
  year: { year: number; scope: RegistrationScope; isNew: boolean; theme?: string; campaign?: CampaignId | null },
  parent: Initiative['parent'],
  continues: Initiative['continues'] = null,
): Promise<void> {
  const { province, unit } = ctx.actor
  const owner = { province, unit, id }
  if (!(await insertInitiativeRow(tx, { ...owner, parent, continues }, entry, ctx.now))) return
  const first = { ...year, theme: year.theme ?? '', id: newId<'InitiativeYear'>(ctx.now), initiative: id }
  await insertYear(tx, { ...first, province, unit, state: 'draft' }, ctx.now)
  await recordOn(tx, ctx, owner, parent ? 'initiative-replicated' : 'initiative-drafted', {
    ...{ year: year.year, scope: year.scope, isNew: year.isNew },
  })
}
