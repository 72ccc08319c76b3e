import { dayInVietnam } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { Teller, Telling, Told } from '#platform/notify/tell.ts'
import { officersOn } from '#modules/access/officers.server.ts'

/** What is said when the days off of a year were entered, corrected or withdrawn, and to whom. */
export const calendarTellers: Record<'calendar-changed', Teller> = { 'calendar-changed': changed }

async function changed(tx: Tx, { province, at }: Told): Promise<Telling | null> {
  const last = await tx
    .selectFrom('calendar_notice')
    .select(['year', 'state', 'number'])
    .where('province_id', '=', province)
    .where('at', '<=', at)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return null
  const what = last.state === 'in-force' ? `được ghi theo ${last.number}` : 'trở về lịch đi kèm phần mềm'
  return {
    title: `Lịch làm việc năm ${last.year} vừa ${what}; hạn báo cáo có thể đổi`,
    path: '/desk/tong-hop',
    to: await officersOn(tx, {
      ...{ province, day: dayInVietnam(at), unit: province },
      kinds: ['province-officer', 'province-leader'],
    }),
  }
}
