import { error } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { dayInVietnam } from '#kernel/local-date.ts'
import { printableReport } from '#modules/reporting/document-queries.server.ts'
import { plainPaper } from '#modules/reporting/paper.ts'
import { downloadOf } from '../../../../download.server.ts'
import {
  askedLayout,
  askedSigner,
  letterPart,
  marksOf,
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
  const { content, bodies, page } = outcome.value
  const files = reportFiles({
    content,
    bodies,
    layout: askedLayout(url),
    day: null,
    marks: marksOf(page),
    paper: { ...plainPaper, signer: askedSigner(url) },
    letter: { ...plainPaper, signer: askedSigner(url) },
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
