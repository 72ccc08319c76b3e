import { error } from '@sveltejs/kit'
import { dutyLabel } from '#modules/access/labels.ts'
import type { LayoutServerLoad } from './$types'

/** What the frame of every administration page shows; the gate itself stands in hooks.server.ts. */
export const load: LayoutServerLoad = ({ locals, setHeaders }) => {
  const { session, actor } = locals
  if (!session?.duty || actor?.duty !== 'administrator') error(404, 'Không có trang này.')
  setHeaders({ 'cache-control': 'no-store' })
  return {
    formToken: locals.formToken(),
    who: { name: session.name, duty: dutyLabel[session.duty.kind], unit: session.duty.unitName },
    isAdministrator: true,
    seesProvince: false,
    // Nobody tells an administrator of reports.
    unread: 0,
  }
}
