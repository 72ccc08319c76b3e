import { error } from '@sveltejs/kit'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { amendmentSaid } from '#modules/reporting/amendment-labels.ts'
import { publicReportPage } from '#modules/reporting/public-page.ts'
import { formerVersion, publishedReport } from '#modules/reporting/public-queries.server.ts'
import { unitPath } from '#modules/territory/naming.ts'
import type { PublicReportPage } from '#ui/portal/public-report.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  if (!/^\d{1,4}$/.test(params.n)) error(404, 'Không có trang này')
  const former = await formerVersion(locals.db, params.code, params.id, Number(params.n))
  const current = await publishedReport(locals.db, params.code, params.id)
  if (!former || !current) error(404, 'Không có trang này')
  const { amendment } = current.content
  const report: PublicReportPage = {
    ...publicReportPage(former, dayInVietnam(locals.now)),
    unitHref: unitPath(params.code),
    formers: [],
    replaced: {
      by: amendment ? amendmentSaid(amendment) : 'bản khác',
      when: `ngày ${formatDay(dayInVietnam(former.replacedAt))}`,
      why: former.why,
      href: url.pathname.replace(/\/ban-truoc\/\d+$/, ''),
    },
    downloads: [],
  }
  return { report, place: { name: report.unitName, note: report.unitNote ?? report.provinceName } }
}
