import { redirect } from '@sveltejs/kit'
import { dutyLabel } from '#modules/access/labels.ts'
import { mayReadAudit } from '#modules/access/policy.ts'
import { maySeeProvince } from '#modules/reporting/policy.ts'
import { unreadCount } from '#platform/notify/notices.ts'
import { noticeReader } from './notice-reader.ts'
import type { LayoutServerLoad } from './$types'

/** What the frame of every desk page shows. The gate itself stands in hooks.server.ts, where form actions meet it too. */
export const load: LayoutServerLoad = async ({ locals, url, setHeaders }) => {
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
    unread: actor ? await unreadCount(locals.db, noticeReader(actor)) : 0,
    readsAudit: actor !== null && mayReadAudit(actor, actor.province),
    seesProvince: actor !== null && maySeeProvince(actor),
  }
}
