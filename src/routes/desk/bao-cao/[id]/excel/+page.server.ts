import { error, fail, redirect } from '@sveltejs/kit'
import { fileProblemText } from '#kernel/file-kind.ts'
import { parseId } from '#kernel/ids.ts'
import { periodName } from '#kernel/period.ts'
import { workbookProblemText } from '#kernel/workbook.ts'
import { takeIn } from '#platform/files/intake.ts'
import { filesIn, withUpload } from '#platform/files/upload.ts'
import { readWorkbook } from '#platform/office/xlsx-read.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { saveCells } from '#modules/reporting/entry-commands.server.ts'
import { pastedSheet } from '#modules/reporting/block.ts'
import type { ReportContent } from '#modules/reporting/content.ts'
import { labelOf } from '#modules/reporting/fill-in.ts'
import { readFilled, readFilledRows, type Filled } from '#modules/reporting/filled.ts'
import { fieldNames, readEntries, textOf } from '#modules/reporting/forms.ts'
import { refusalText } from '#modules/reporting/labels.ts'
import { reportPage, type ReportPage } from '#modules/reporting/queries.server.ts'
import { workbookMaps } from '#modules/reporting/workbook-map-commands.server.ts'
import { readByMaps } from '#modules/reporting/workbook-map-reading.ts'
import { contextOf } from '../../../context.ts'
import type { Actions, PageServerLoad } from './$types'

const longestPaste = 200_000

export const load: PageServerLoad = async ({ locals, params }) => {
  const { page, content } = await openReport(contextOf(locals), params.id)
  return {
    address: `/desk/bao-cao/${page.report.id}`,
    title: `${content.templateName}, ${periodName(content.period)}`,
    unitName: content.unitName,
    status: page.report.status,
    lines: content.lines
      .filter((line) => !line.countedFrom)
      .map((line) => ({ key: cellKey(line.cell), name: `${line.cell.code} – ${labelOf(line)}` })),
  }
}

export const actions: Actions = {
  xem: async ({ locals, params, request }) => {
    const ctx = contextOf(locals)
    const { content } = await openReport(ctx, params.id)
    const answer = await withUpload(request, async (form) => {
      const typed = { dan: textOf(form, 'dan', longestPaste), tuDong: textOf(form, 'tuDong', 60) }
      const startAt = typed.tuDong === '' ? firstKey(content) : typed.tuDong
      const [file] = filesIn(form, 'tep')
      const sent = file ? await fileRead(file, ctx, content, startAt) : pasteRead(typed.dan, content, startAt)
      if ('problem' in sent) return fail(422, { errors: { [file ? 'tep' : 'dan']: sent.problem }, typed })
      if (!sent.filled.isUnderstood) return fail(422, { errors: { [file ? 'tep' : 'dan']: notUnderstood }, typed })
      return { preview: shown(sent.filled, sent.isCut), map: sent.map, typed }
    })
    if (answer === 'busy')
      return fail(503, { errors: { tep: 'Máy chủ đang đọc nhiều tệp cùng lúc. Xin đợi một phút rồi gửi lại.' } })
    if (answer === 'cut-off') return fail(400, { errors: { tep: 'Tệp chưa tới đủ. Xin gửi lại.' } })
    return answer
  },
  ghi: async ({ locals, params, request }) => {
    const ctx = contextOf(locals)
    const { page } = await openReport(ctx, params.id)
    const entries = readEntries(await request.formData())
    const outcome = await saveCells(ctx, page.report.id, entries, 'imported')
    if (outcome.ok) redirect(303, `/desk/bao-cao/${page.report.id}?da=tu-tep`)
    if (outcome.kind !== 'refused') error(404, 'Không có trang này')
    const { refusal } = outcome
    const meanwhile = refusal.code === 'cells-changed-by-another'
    const cells = meanwhile ? refusal.cells.map(({ key, now, by }) => `${key} (${by} vừa ghi “${now}”)`).join(', ') : ''
    const message = meanwhile
      ? `Trong lúc xem trước, có ô vừa được ghi: ${cells}. Chưa ghi gì từ tệp. Xin gửi lại tệp để xem lại.`
      : refusalText(refusal)
    return fail(422, { errors: { tep: message } })
  },
}

const notUnderstood =
  'Không tìm thấy cột số liệu. Xin dùng biểu tải ở trang này, hoặc bảng có dòng tên cột “Chỉ tiêu” (hay “Mã”) và “Kỳ này”.'

function noColumn(map: string, unitName: string): string {
  return `Tệp này là biểu “${map}” của tỉnh, mỗi xã, phường một cột, nhưng không có đúng một cột mang tên ${unitName}. Xin ghi tên đơn vị ở dòng tên cột rồi gửi lại.`
}

/** A report that its own officer may type in now; anything else is not here. */
async function openReport(ctx: Ctx, idText: string): Promise<{ page: ReportPage; content: ReportContent }> {
  const id = parseId<'Report'>(idText)
  const outcome = id ? await reportPage(ctx, id) : null
  if (!outcome?.ok || !outcome.value.mayEnter || !outcome.value.content) error(404, 'Không có trang này')
  return { page: outcome.value, content: outcome.value.content }
}

type Read = { filled: Filled; map: string | null } | { problem: string }
type Sent = { filled: Filled; map: string | null; isCut: boolean } | { problem: string }

function pasteRead(pasted: string, content: ReportContent, startAt: string | null): Sent {
  if (pasted.trim() === '') return { problem: 'Xin chọn một tệp Excel, hoặc dán một bảng vào ô bên dưới.' }
  const filled = readFilled([pastedSheet(pasted)], content, startAt)
  return { filled, map: null, isCut: pasted.length >= longestPaste }
}

async function fileRead(file: File, ctx: Ctx, content: ReportContent, startAt: string | null): Promise<Sent> {
  const intake = await takeIn(file.name, Buffer.from(await file.arrayBuffer()))
  if (!intake.ok) return { problem: fileProblemText(intake.problem) }
  if (intake.file.kind !== 'xlsx')
    return { problem: 'Tệp này không phải Excel (.xlsx). Xin lưu lại thành .xlsx, hoặc chép bảng rồi dán.' }
  const maps = await workbookMaps(ctx)
  const reading = await readWorkbook(intake.file.content, async (sheets): Promise<Read> => {
    const ofProvince = await readByMaps(sheets, content, maps)
    if (ofProvince.kind === 'no-column') return { problem: noColumn(ofProvince.map, content.unitName) }
    if (ofProvince.kind === 'read') return { filled: ofProvince.filled, map: ofProvince.map }
    return { filled: await readFilledRows(sheets, content, startAt), map: null }
  })
  if (!reading.ok) return { problem: workbookProblemText(reading.problem) }
  return 'problem' in reading.answer ? reading.answer : { ...reading.answer, isCut: reading.isCut }
}

function firstKey(content: ReportContent): string | null {
  const first = content.lines[0]
  return first ? cellKey(first.cell) : null
}

function shown({ changes, faults, faultsMore, same, aside, asideMore }: Filled, isCut: boolean) {
  return {
    changes: changes.map((change) => ({ ...change, key: cellKey(change.cell), fields: fieldNames(change.cell) })),
    ...{ faults, faultsMore, same, aside, asideMore, isCut },
  }
}
