import { error } from '@sveltejs/kit'
import { dayInVietnam } from '#kernel/local-date.ts'
import { publishedFiles } from '#modules/reporting/file-queries.server.ts'
import { publicReportPage } from '#modules/reporting/public-page.ts'
import { publishedReport } from '#modules/reporting/public-queries.server.ts'
import type { PublicReportPage } from '#ui/portal/public-report.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const published = await publishedReport(locals.db, params.code, params.id)
  if (!published) error(404, 'Không có trang này')
  const report: PublicReportPage = publicReportPage(published, dayInVietnam(locals.now), url.pathname)
  const files = (await publishedFiles(locals.db, params.code, params.id)).map((file) => ({
    ...file,
    href: `${url.pathname}/tai-lieu/${file.id}`,
  }))
  return { report, files, place: { name: report.unitName, note: report.unitNote ?? report.provinceName } }
}
