import { error } from '@sveltejs/kit'
import { dayInVietnam } from '#kernel/local-date.ts'
import { publishedDocument } from '#modules/reporting/document-queries.server.ts'
import { publicReportFiles } from '#modules/reporting/file-queries.server.ts'
import { publicReportPage } from '#modules/reporting/public-page.ts'
import { publishedReport } from '#modules/reporting/public-queries.server.ts'
import { unitPath } from '#modules/territory/naming.ts'
import type { PublicReportPage } from '#ui/portal/public-report.ts'
import { downloadsOf, rememberedDownloads } from '../../../../../download.server.ts'
import { publishedFiles } from '../../../../../printable.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const published = await publishedReport(locals.db, params.code, params.id)
  if (!published) error(404, 'Không có trang này')
  const today = dayInVietnam(locals.now)
  // A publication is never changed, so its files keep their size.
  const downloads = await rememberedDownloads(`${params.code}/${params.id}`, async () => {
    const printable = await publishedDocument(locals.db, params.code, params.id)
    if (!printable) throw new Error('A publication is gone')
    return downloadsOf(
      'public',
      publishedFiles(printable, url.origin + url.pathname, today),
      (kind) => `${url.pathname}/tai-ve.${kind}`,
    )
  })
  const report: PublicReportPage = {
    ...publicReportPage(published, today),
    unitHref: unitPath(params.code),
    downloads,
  }
  const files = (await publicReportFiles(locals.db, params.code, params.id)).map((file) => ({
    ...file,
    href: `${url.pathname}/tai-lieu/${file.id}`,
  }))
  const map = `${url.pathname}/ban-do`
  return { report, files, map, place: { name: report.unitName, note: report.unitNote ?? report.provinceName } }
}
