import { error, redirect } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { dayInVietnam } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import { printableReport } from '#modules/reporting/document-queries.server.ts'
import { layoutSlug } from '#modules/reporting/labels.ts'
import { plainPaper } from '#modules/reporting/paper.ts'
import { layoutOf } from '#platform/office/layouts.ts'
import { printed } from '#platform/office/printed.ts'
import { downloadsOf } from '../../../../download.server.ts'
import {
  askedLayout,
  askedSigner,
  layoutParameter,
  letterPart,
  marksOf,
  partParameter,
  reportFiles,
  signerParameter,
  signerSlug,
} from '../../../../printable.server.ts'
import { contextOf } from '../../../context.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const id = parseId<'Report'>(params.id)
  if (!id) error(404, 'Không có trang này')
  const outcome = await printableReport(contextOf(locals), id)
  // A reviewer is led here only from a report that was handed in; before that, its page says that there is nothing yet.
  if (!outcome.ok) error(404, 'Không có trang này')
  const { page, content, bodies } = outcome.value
  const address = `/desk/bao-cao/${id}`
  if (page.report.origin !== 'entered') redirect(303, page.publicPath ?? address)
  const signer = askedSigner(url)
  const files = reportFiles({
    content,
    bodies,
    layout: askedLayout(url),
    day: null,
    marks: marksOf(page),
    paper: { ...plainPaper, signer },
    letter: { ...plainPaper, signer },
    address: url.origin + address,
    today: dayInVietnam(locals.now),
  })
  const { body, document } = files
  if (!document) throw new Error(`Report ${id} has no document`)
  const lines = printed(document)
  const asked = { [layoutParameter]: layoutSlug[body.layout], [signerParameter]: signerSlug[signer] }
  const query = `?${new URLSearchParams(asked)}`
  const letterQuery = `?${new URLSearchParams({ ...asked, [partParameter]: letterPart })}`
  return {
    address,
    unitName: content.unitName,
    title: `${content.templateName}, ${periodName(content.period)}`,
    marks: marksOf(page),
    signer: signerSlug[signer],
    layout: body.layout,
    layouts: bodies.map((one) => one.layout),
    isUnverified: body.certainty !== 'article',
    preview: {
      superior: lines.document.issuer.superior,
      body: lines.document.issuer.body.replaceAll('\n', ' '),
      crown: layoutOf(document).crown.map((line) => line.words.value),
      number: lines.numberLine.replace(/ {2,}/, ' ……'),
      signature: [...lines.rightLines, document.signature.title],
      recipients: lines.recipientLines,
    },
    downloads: await downloadsOf(
      'officer',
      files,
      (kind) => `${address}/tai-ve.${kind}${kind === 'xlsx' ? '' : query}`,
    ),
    letter: (
      await downloadsOf(
        'officer',
        { document: files.letter, workbook: null },
        (kind) => `${address}/tai-ve.${kind}${letterQuery}`,
      )
    ).map((item) => ({ ...item, label: `Công văn ${item.kind === 'pdf' ? 'PDF' : 'Word'}` })),
  }
}
