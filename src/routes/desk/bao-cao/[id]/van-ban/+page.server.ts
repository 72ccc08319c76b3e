import { error, fail, redirect } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import { copyBehind } from '#modules/reporting/behind-queries.server.ts'
import { numberedTypes, type NumberedType, type RegisteredNumber } from '#modules/reporting/document-number.ts'
import { printableReport } from '#modules/reporting/document-queries.server.ts'
import { chosenBody } from '#modules/reporting/issuing-body.ts'
import { layoutSlug } from '#modules/reporting/labels.ts'
import { isOpenForEntry } from '#modules/reporting/lifecycle.ts'
import { reserveNumber, typeNumber } from '#modules/reporting/number-commands.server.ts'
import { numberedTypeName, numberRefusalText } from '#modules/reporting/number-labels.ts'
import { reportNumbers } from '#modules/reporting/number-queries.server.ts'
import { layoutOf } from '#platform/office/layouts.ts'
import { printed } from '#platform/office/printed.ts'
import { downloadsOf } from '../../../../download.server.ts'
import {
  askedLayout,
  askedSigner,
  layoutParameter,
  letterPart,
  marksOf,
  paperOf,
  partParameter,
  reportFiles,
  signerParameter,
  signerSlug,
} from '../../../../printable.server.ts'
import { contextOf } from '../../../context.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const id = parseId<'Report'>(params.id)
  if (!id) error(404, 'Không có trang này')
  const outcome = await printableReport(contextOf(locals), id)
  // A reviewer is led here only from a report that was handed in; before that, its page says that there is nothing yet.
  if (!outcome.ok) error(404, 'Không có trang này')
  const { page, content, bodies, appendix } = outcome.value
  const address = `/desk/bao-cao/${id}`
  if (page.report.origin !== 'entered') redirect(303, page.publicPath ?? address)
  const behind = await copyBehind(contextOf(locals), page.report)
  const signer = askedSigner(url)
  const numbers = await reportNumbers(contextOf(locals), page.report, chosenBody(bodies, askedLayout(url)).layout)
  const files = reportFiles({
    content,
    bodies,
    layout: askedLayout(url),
    day: null,
    marks: marksOf(page),
    paper: paperOf(signer, numbers.report, appendix),
    letter: paperOf(signer, numbers.letter),
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
    behind,
    signer: signerSlug[signer],
    query,
    saved: url.searchParams.get('da') === 'so',
    numbering: {
      may: numbers.mayNumber && !isOpenForEntry(page.report.status),
      way: numbers.way,
      today: formatDay(dayInVietnam(locals.now)),
      of: numberedTypes.map((type) => shownNumber(type, numbers[type])),
    },
    layout: body.layout,
    layouts: bodies.map((one) => one.layout),
    isUnverified: body.certainty !== 'article' && body.certainty !== 'set-by-province',
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
    appendices: (document.appendices ?? []).map((one) => one.title.toLocaleLowerCase('vi')),
    letter: (
      await downloadsOf(
        'officer',
        { document: files.letter, workbook: null },
        (kind) => `${address}/tai-ve.${kind}${letterQuery}`,
      )
    ).map((item) => ({ ...item, label: `Công văn ${item.kind === 'pdf' ? 'PDF' : 'Word'}` })),
  }
}

function shownNumber(type: NumberedType, number: RegisteredNumber | null) {
  const given = number && {
    number: String(number.number).padStart(2, '0'),
    day: formatDay(number.signedOn),
    by: number.by,
  }
  return { type, name: numberedTypeName[type], given }
}

export const actions: Actions = {
  so: async ({ locals, params, request, url }) => {
    const id = parseId<'Report'>(params.id)
    const form = await request.formData()
    const text = (name: string): string => String(form.get(name) ?? '').slice(0, 60)
    const type = numberedTypes.find((one) => one === text('loai'))
    const layout = askedLayout(url)
    if (!id || !type || !layout) error(404, 'Không có trang này')
    const ctx = contextOf(locals)
    const typed = { number: text('so'), signedOn: text('ngay') }
    const of = { layout, type }
    const outcome = form.has('so') ? await typeNumber(ctx, id, of, typed) : await reserveNumber(ctx, id, of)
    if (outcome.ok) {
      const back = new URLSearchParams(url.searchParams)
      for (const name of [...back.keys()].filter((one) => one === 'k' || one.startsWith('/'))) back.delete(name)
      back.set('da', 'so')
      redirect(303, `/desk/bao-cao/${id}/van-ban?${back}`)
    }
    if (outcome.kind !== 'refused') error(404, 'Không có trang này')
    const beside = outcome.refusal.code.startsWith('day-') ? `ngay-${type}` : `so-${type}`
    return fail(409, { errors: { [beside]: numberRefusalText(outcome.refusal) }, typed: { type, ...typed } })
  },
}
