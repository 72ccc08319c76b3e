import { error, fail, redirect } from '@sveltejs/kit'
import { fileProblemText } from '#kernel/file-kind.ts'
import { formatDay, dayInVietnam } from '#kernel/local-date.ts'
import { parseId } from '#kernel/ids.ts'
import { topOf, workbookProblemText, type ReadCell, type ReadSheet } from '#kernel/workbook.ts'
import { takeIn } from '#platform/files/intake.ts'
import { filesIn, withUpload } from '#platform/files/upload.ts'
import { readWorkbook } from '#platform/office/xlsx-read.ts'
import { textOf } from '#modules/reporting/forms.ts'
import { mayReview } from '#modules/reporting/policy.ts'
import { dropWorkbookMap, saveWorkbookMap, workbookMaps } from '#modules/reporting/workbook-map-commands.server.ts'
import { columnLetters, mapRefusalText } from '#modules/reporting/workbook-map-labels.ts'
import { mapMost, shapeOf, type MapLayout } from '#modules/reporting/workbook-map.ts'
import { contextOf } from '../context.ts'
import type { Actions, PageServerLoad } from './$types'

/** What is shown of a sample, and so can be chosen. */
const shown = { sheets: 6, rows: 16, columns: 14 }

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  if (!mayReview(ctx.actor) || ctx.actor.unit !== ctx.actor.province) error(404, 'Không có trang này')
  return {
    maps: (await workbookMaps(ctx)).map(({ id, name, layout, at }) => ({
      ...{ id, name, since: formatDay(dayInVietnam(at)) },
      says: `dòng ${layout.head + 1} là tên cột, chỉ tiêu ở cột ${columnLetters(layout.names)}, số liệu ở ${
        layout.values.kind === 'one' ? `cột ${columnLetters(layout.values.column)}` : 'cột mang tên xã, phường'
      }`,
    })),
    done: url.searchParams.get('da'),
  }
}

export const actions: Actions = {
  mau: async ({ locals, request }) => {
    const ctx = contextOf(locals)
    if (!mayReview(ctx.actor)) error(404, 'Không có trang này')
    const answer = await withUpload(request, async (form) => {
      const sample = await sampleIn(form)
      return 'problem' in sample ? fail(422, { errors: { tep: sample.problem } }) : { sheets: sample.sheets }
    })
    if (answer === 'busy')
      return fail(503, { errors: { tep: 'Máy chủ đang đọc nhiều tệp. Xin đợi một phút rồi gửi lại.' } })
    if (answer === 'cut-off') return fail(400, { errors: { tep: 'Tệp chưa tới đủ. Xin gửi lại.' } })
    return answer
  },
  khai: async ({ locals, request }) => {
    const form = await request.formData()
    const column = (name: string): number =>
      Math.min(mapMost.columns, Math.max(-1, Number(textOf(form, name, 3) || -1)))
    const head = Math.min(mapMost.head, Math.max(0, Number(textOf(form, 'dong', 3)) || 0))
    const value = textOf(form, 'so', 3)
    const layout: MapLayout = {
      ...{ head, names: column('ten-cot'), note: column('ghi-chu') },
      values: value === 'xa' ? { kind: 'by-unit' } : { kind: 'one', column: column('so') },
    }
    const outcome = await saveWorkbookMap(contextOf(locals), {
      name: textOf(form, 'ten', mapMost.name),
      shape: textOf(form, `dang.${head}`, mapMost.shape),
      layout,
    })
    if (outcome.ok) redirect(303, '/desk/bieu-excel?da=khai')
    if (outcome.kind !== 'refused') error(404, 'Không có trang này')
    const { field, sentence } = mapRefusalText(outcome.refusal)
    return fail(422, { errors: { [field]: sentence }, sheets: again(form), typed: typedIn(form) })
  },
  thoi: async ({ locals, request }) => {
    const id = parseId<'WorkbookMap'>(textOf(await request.formData(), 'bieu', 40))
    const outcome = id ? await dropWorkbookMap(contextOf(locals), id) : null
    if (!outcome?.ok) error(404, 'Không có trang này')
    redirect(303, '/desk/bieu-excel?da=thoi')
  },
}

type Sample = { name: string; rows: string[][]; shapes: string[] }

async function sampleIn(form: FormData): Promise<{ sheets: Sample[] } | { problem: string }> {
  const [file] = filesIn(form, 'tep')
  if (!file) return { problem: 'Xin chọn một tệp Excel làm mẫu.' }
  const intake = await takeIn(file.name, Buffer.from(await file.arrayBuffer()))
  if (!intake.ok) return { problem: fileProblemText(intake.problem) }
  if (intake.file.kind !== 'xlsx') return { problem: 'Tệp này không phải Excel (.xlsx). Xin lưu lại thành .xlsx.' }
  const workbook = await readWorkbook(intake.file.content, (sheets) =>
    Promise.all(sheets.slice(0, shown.sheets).map((sheet) => topOf(sheet, shown.rows))),
  )
  if (!workbook.ok) return { problem: workbookProblemText(workbook.problem) }
  const sheets = workbook.answer.filter((sheet) => sheet.rows.length > 0)
  return sheets.length > 0 ? { sheets: sheets.map(sampleOf) } : { problem: 'Tệp không có dòng nào.' }
}

function sampleOf(sheet: ReadSheet): Sample {
  return {
    name: sheet.name,
    rows: sheet.rows.map((row) => row.slice(0, shown.columns).map(textIn)),
    shapes: sheet.rows.map((_, at) => shapeOf(sheet, at)),
  }
}

function textIn(cell: ReadCell): string {
  if (cell.kind === 'number') return String(cell.number)
  return cell.kind === 'text' || cell.kind === 'broken' ? cell.text : ''
}

/** The sample as the form carried it along: a refusal must not ask for the file again. */
function again(form: FormData): Sample[] {
  const rows = Array.from({ length: shown.rows }, (_, at) => textOf(form, `dong.${at}`, 4000)).filter(
    (row) => row !== '',
  )
  return [
    {
      name: textOf(form, 'trang-tinh', 40),
      rows: rows.map((row) => row.split('\t')),
      shapes: rows.map((_, at) => textOf(form, `dang.${at}`, mapMost.shape)),
    },
  ]
}

function typedIn(form: FormData): Record<string, string> {
  return Object.fromEntries(['ten', 'dong', 'ten-cot', 'so', 'ghi-chu'].map((name) => [name, textOf(form, name, 80)]))
}
