import { error } from '@sveltejs/kit'
import { dayInVietnam } from '#kernel/local-date.ts'
import { parsePeriodKey } from '#kernel/period.ts'
import { unitMapPage, type UnitMapPage } from '#modules/reporting/map-queries.server.ts'

/** The page that an address asks for; a unit or a period that is none is no page. */
export async function askedFigures(locals: App.Locals, code: string, url: URL): Promise<UnitMapPage> {
  const key = url.searchParams.get('ky') ?? ''
  const period = key === '' ? null : parsePeriodKey(key)
  if (key !== '' && !period) error(404, 'Không có trang này')
  const asked = { code, period, map: url.searchParams.get('ban-do') }
  const page = await unitMapPage(locals.db, asked, dayInVietnam(locals.now))
  if (!page) error(404, 'Không có trang này')
  return page
}

/** The one indicator that is asked for; null for all. */
export function askedIndicator(url: URL): string | null {
  const code = url.searchParams.get('chi-tieu') ?? ''
  return /^[A-Z]{1,3}\d{2,3}$/.test(code) ? code : null
}
