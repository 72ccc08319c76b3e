import { dayInVietnam, partsOf } from '#kernel/local-date.ts'
import type { LayoutServerLoad } from './$types'

const weekdays = ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy']

export const load: LayoutServerLoad = ({ locals }) => {
  const day = dayInVietnam(locals.now)
  const { year, month, day: dayOfMonth } = partsOf(day)
  const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''
  return { today: `${weekday}, ${dayOfMonth}/${month}/${year}`, place: null as { name: string; note: string } | null }
}
