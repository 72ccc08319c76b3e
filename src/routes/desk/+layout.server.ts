import { redirect } from '@sveltejs/kit'
import { dutyLabel } from '#modules/access/labels.ts'
import { mayReadAudit } from '#modules/access/policy.ts'
import { maySeeProvince } from '#modules/reporting/policy.ts'
import type { LayoutServerLoad } from './$types'

/** What the frame of every desk page shows. The gate itself stands in hooks.server.ts, where form actions meet it too. */
export const load: LayoutServerLoad = ({ locals, url, setHeaders }) => {
  const { session, actor } = locals
  if (!session) redirect(303, `/dang-nhap?tiep=${encodeURIComponent(url.pathname)}`)
  setHeaders({ 'cache-control': 'no-store' })
  return {
    formToken: locals.formToken(),
    who: {
      name: session.name,
      duty: session.duty ? dutyLabel[session.duty.kind] : 'Chưa có nhiệm vụ',
      unit: session.duty?.unitName ?? '',
    },
    isAdministrator: actor?.duty === 'administrator',
    readsAudit: actor !== null && mayReadAudit(actor, actor.province),
    seesProvince: actor !== null && maySeeProvince(actor),
  }
}
