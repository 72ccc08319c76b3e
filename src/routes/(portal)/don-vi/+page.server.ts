import { addDays, dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { countryPage } from '#modules/territory/country-page.ts'
import { lastDistrictDay } from '#modules/territory/naming.ts'
import { unitSearchPage } from '#modules/territory/search-page.ts'
import { askedDay, askedPage } from './asked-day.ts'
import { publicRegister } from './register.server.ts'
import type { PageServerLoad } from './$types'

/** The two sides of 1 July 2025. */
const telling = [lastDistrictDay, addDays(lastDistrictDay, 1)]

export const load: PageServerLoad = async ({ locals, url }) => {
  const query = url.searchParams.get('q')?.trim().slice(0, 100) ?? ''
  const today = dayInVietnam(locals.now)
  const register = await publicRegister(locals.db)
  const place = { name: 'Đơn vị hành chính', note: 'Cả nước' }
  if (query) return { query, search: unitSearchPage(register, query, askedPage(url), today), country: null, place }
  const asked = askedDay(url, register)
  const day = asked.day ?? today
  const quick = [today, ...telling.filter((one) => one !== today)].map((one) => ({
    label: one === today ? 'Hôm nay' : formatDay(one),
    href: one === today ? '/don-vi' : `/don-vi?ngay=${one}`,
    current: one === day,
  }))
  return {
    query,
    search: null,
    country: { ...countryPage(register, telling, day, today), typed: asked.typed, error: asked.error, quick },
    place,
  }
}
