import { error } from '@sveltejs/kit'
import { dayInVietnam } from '#kernel/local-date.ts'
import { parsePeriodKey } from '#kernel/period.ts'
import { unitMapPage, type UnitMapPage } from '#modules/reporting/map-queries.server.ts'

/** The page that an address asks for; a unit that is none is no page, a period that cannot be read is said (`problem`). */
export async function askedFigures(
  locals: App.Locals,
  code: string,
  url: URL,
): Promise<UnitMapPage & { problem: string | null }> {
  const key = url.searchParams.get('ky') ?? ''
  const period = key === '' ? null : parsePeriodKey(key)
  const problem =
    key !== '' && !period ? `Chưa hiểu “${key.slice(0, 40)}” là kỳ nào. Xin chọn một kỳ trong danh sách.` : null
  const asked = { code, period, map: url.searchParams.get('ban-do') }
  const page = await unitMapPage(locals.db, asked, dayInVietnam(locals.now))
  if (!page) error(404, 'Không có trang này')
  return { ...page, problem }
}

/** The one indicator that is asked for; null for all. */
export function askedIndicator(url: URL): string | null {
  const code = url.searchParams.get('chi-tieu') ?? ''
  return /^[A-Z]{1,3}\d{2,3}$/.test(code) ? code : null
}
