import { error } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { dayInVietnam } from '#kernel/local-date.ts'
import { printableReport } from '#modules/reporting/document-queries.server.ts'
import { chosenBody } from '#modules/reporting/issuing-body.ts'
import { reportNumbers } from '#modules/reporting/number-queries.server.ts'
import { downloadOf } from '../../../../download.server.ts'
import {
  askedLayout,
  askedSigner,
  letterPart,
  marksOf,
  paperOf,
  partParameter,
  reportFiles,
} from '../../../../printable.server.ts'
import { contextOf } from '../../../context.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const id = parseId<'Report'>(params.id)
  if (!id) error(404, 'Không có trang này')
  const outcome = await printableReport(contextOf(locals), id)
  if (!outcome.ok) error(404, 'Không có trang này')
  const { content, bodies, page, appendix } = outcome.value
  const { layout } = chosenBody(bodies, askedLayout(url))
  const numbers = await reportNumbers(contextOf(locals), page.report, layout)
  const files = reportFiles({
    content,
    bodies,
    layout,
    day: null,
    marks: marksOf(page),
    paper: paperOf(askedSigner(url), numbers.report, appendix),
    letter: paperOf(askedSigner(url), numbers.letter),
    address: `${url.origin}/desk/bao-cao/${id}`,
    today: dayInVietnam(locals.now),
  })
  const isLetter = url.searchParams.get(partParameter) === letterPart
  const printable = isLetter ? { document: files.letter, workbook: null } : files
  const file = await downloadOf(params.kind, printable, isLetter ? `Công văn gửi ${files.name}` : files.name)
  if (!file) error(404, 'Không có trang này')
  file.headers.set('cache-control', 'no-store')
  return file
}
