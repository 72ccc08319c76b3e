import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import { unitPath } from '#modules/territory/naming.ts'
import { firstUnits } from '#modules/territory/search-page.ts'
import { nameOnDay } from '#modules/territory/labels.ts'
import { publishedReports } from '#modules/reporting/public-queries.server.ts'
import type { PublicIndexPage } from '#ui/portal/public-index.ts'
import { publicRegister } from './don-vi/register.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const query = url.searchParams.get('q')?.slice(0, 100) ?? ''
  const asked = Number(url.searchParams.get('trang') ?? '1')
  const page = Number.isSafeInteger(asked) && asked > 0 ? asked : 1
  const { reports, total, pages } = await publishedReports(locals.db, query, page)
  const today = dayInVietnam(locals.now)
  const units = [...Map.groupBy(reports, (report) => report.unitCode)]
  const index: PublicIndexPage = {
    title: 'Số liệu công tác dân vận đã công bố',
    sentence: 'Mỗi số mở ra được: đếm gì, ai báo cáo, ngày nào được nhận. Số chưa có thì ghi là chưa có.',
    path: '/',
    query,
    found: total,
    page,
    pages,
    places: query.trim() ? firstUnits(await publicRegister(locals.db), query, 3, today) : [],
    units: units.map(([code, ofUnit]) => ({
      anchor: code,
      name: ofUnit[0]?.unitName ?? '',
      href: unitPath(code),
      note:
        ofUnit[0]?.unitUntil && ofUnit[0].unitUntil < today
          ? nameOnDay({ name: ofUnit[0].unitName, until: ofUnit[0].unitUntil }, today)
          : null,
      reports: ofUnit.map((report) => ({
        href: report.path,
        title: report.title,
        periodName: periodName(report.period),
        when: `${report.isSource ? 'ghi lại ở đây' : 'công bố'} ${formatDay(report.publishedOn)}`,
        figureCount: report.figureCount,
        note: report.isSource ? 'Số liệu đã công bố trước đây, lấy từ nguồn khác' : null,
      })),
      more: null,
    })),
  }
  return { index }
}
