import { error } from '@sveltejs/kit'
import { dayInVietnam, formatDay, timeInVietnam } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import { publishedDocument } from '#modules/reporting/document-queries.server.ts'
import { publicReportFiles } from '#modules/reporting/file-queries.server.ts'
import { publicReportPage } from '#modules/reporting/public-page.ts'
import { formerVersions, publishedReport, withdrawalNotice } from '#modules/reporting/public-queries.server.ts'
import { unitPath } from '#modules/territory/naming.ts'
import type { PublicReportPage } from '#ui/portal/public-report.ts'
import { downloadsOf, rememberedDownloads } from '../../../../../download.server.ts'
import { publishedFiles } from '../../../../../printable.server.ts'
import type { PageServerLoad, PageServerLoadEvent } from './$types'

export const load: PageServerLoad = async (event) => {
  const { locals, params, url } = event
  const published = await publishedReport(locals.db, params.code, params.id)
  if (!published) return { withdrawn: await withdrawnSaid(event), shown: null }
  const today = dayInVietnam(locals.now)
  // A version of a publication is never changed, so its files keep their size.
  const version = published.content.amendment?.n ?? 0
  const downloads = await rememberedDownloads(`${params.code}/${params.id}/${version}`, async () => {
    const printable = await publishedDocument(locals.db, params.code, params.id)
    // Taken back while this page was being made.
    if (!printable) error(404, 'Không có trang này')
    return downloadsOf(
      'public',
      publishedFiles(printable, url.origin + url.pathname, today),
      (kind) => `${url.pathname}/tai-ve.${kind}`,
    )
  })
  const formers = await formerVersions(locals.db, params.id)
  const report: PublicReportPage = {
    ...publicReportPage(published, today),
    unitHref: unitPath(params.code),
    formers: formers.map(({ n, replacedAt }) => ({
      label: n === 0 ? 'Đọc bản nhận lần đầu' : `Đọc bản sửa đổi số ${n}`,
      href: `${url.pathname}/ban-truoc/${n}`,
      when: `ngày ${formatDay(dayInVietnam(replacedAt))}`,
    })),
    replaced: null,
    downloads,
  }
  const files = (await publicReportFiles(locals.db, params.code, params.id)).map((file) => ({
    ...file,
    href: `${url.pathname}/tai-lieu/${file.id}`,
  }))
  const map = `${url.pathname}/ban-do`
  return {
    shown: { report, files, map },
    withdrawn: null,
    place: { name: report.unitName, note: report.unitNote ?? report.provinceName },
  }
}

/** The notice at the address of a report that was taken back; nothing where there never was one. */
async function withdrawnSaid({ locals, params }: PageServerLoadEvent) {
  const notice = await withdrawalNotice(locals.db, params.code, params.id)
  if (!notice) error(404, 'Không có trang này')
  return {
    title: `${notice.title} ${periodName(notice.period)}`,
    unitName: notice.unitName,
    unitHref: unitPath(params.code),
    publishedOn: formatDay(notice.publishedOn),
    when: `${timeInVietnam(notice.withdrawnAt)} ngày ${formatDay(dayInVietnam(notice.withdrawnAt))}`,
    why: notice.why,
  }
}
