import { error } from '@sveltejs/kit'
import { dutyLabel } from '#modules/access/labels.ts'
import { mayAdminister, mayReadAccounts, mayReadAudit } from '#modules/access/policy.ts'
import { maySeeProvince } from '#modules/reporting/policy.ts'
import type { LayoutServerLoad } from './$types'

/** What the frame of every administration page shows; the gate itself stands in hooks.server.ts. */
export const load: LayoutServerLoad = ({ locals, setHeaders }) => {
  const { session, actor } = locals
  if (!session?.duty || !actor || !mayReadAudit(actor, actor.province)) error(404, 'Không có trang này.')
  setHeaders({ 'cache-control': 'no-store' })
  return {
    formToken: locals.formToken(),
    who: { name: session.name, duty: dutyLabel[session.duty.kind], unit: session.duty.unitName },
    isAdministrator: mayAdminister(actor, actor.province),
    readsAccounts: mayReadAccounts(actor, actor.province),
    readsAudit: true,
    seesProvince: maySeeProvince(actor),
    // Nobody tells an administrator of reports.
    unread: 0,
  }
}
