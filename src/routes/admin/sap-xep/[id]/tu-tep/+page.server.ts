import { error, fail, redirect } from '@sveltejs/kit'
import { textOfBytes } from '#modules/access/list-text.ts'
import {
  listRefusalText,
  refusalText,
  stepKindLabel,
  type ListRefusal,
  type Refusal,
} from '#modules/reorganisation/labels.ts'
import { listSteps, longestList, previewSteps } from '#modules/reorganisation/listing.server.ts'
import { stepChoices } from '#modules/reorganisation/queries.server.ts'
import { stepSaid } from '#modules/reorganisation/sentences.ts'
import { columnHelp, stepColumns } from '#modules/reorganisation/step-columns.ts'
import { textOf } from '../../../context.server.ts'
import { reorganisationCtx, reorganisationId, versionOf } from '../../answer.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const outcome = await stepChoices(reorganisationCtx(locals), reorganisationId(params.id))
  if (!outcome.ok) error(404, 'Không có trang này.')
  const columns = Object.keys(stepColumns) as (keyof typeof stepColumns)[]
  return {
    ...{ id: params.id, title: outcome.value.draft.title, steps: outcome.value.draft.steps.length, longestList },
    columns: columns.map((column) => ({ name: stepColumns[column], help: columnHelp[column] })),
  }
}

const longestText = 400_000

export const actions: Actions = {
  xem: async ({ locals, params, request }) => {
    const form = await request.formData()
    const text = await sentText(form)
    if (typeof text !== 'string') return no({ code: text.problem }, textOf(form, 'danhSach', longestText))
    return shown(locals, params.id, text)
  },
  nap: async ({ locals, params, request }) => {
    const form = await request.formData()
    const text = textOf(form, 'danhSach', longestText)
    const id = reorganisationId(params.id)
    const outcome = await listSteps(reorganisationCtx(locals), id, versionOf(form), text)
    if (outcome.ok) redirect(303, `/admin/sap-xep/${id}?da=luu#cac-buoc`)
    if (outcome.kind !== 'refused') error(404, 'Không có trang này.')
    return outcome.refusal.code === 'list-has-errors' ? shown(locals, params.id, text) : no(outcome.refusal, text)
  },
}

async function shown(locals: App.Locals, id: string, text: string) {
  const ctx = reorganisationCtx(locals)
  const outcome = await previewSteps(ctx, reorganisationId(id), text)
  if (!outcome.ok) {
    if (outcome.kind !== 'refused') error(404, 'Không có trang này.')
    return no(outcome.refusal, text)
  }
  const choices = await stepChoices(ctx, reorganisationId(id))
  const names = new Map(choices.ok ? choices.value.units.map(({ unit, name }) => [unit, name]) : [])
  const { steps, problems, version } = outcome.value
  return {
    preview: {
      ...{ text, version, problems },
      steps: steps.map(({ lines, step }) => ({
        ...{ lines: lines.join(', '), kind: stepKindLabel[step.kind] },
        ...stepSaid(step, (unit) => names.get(unit) ?? ''),
      })),
    },
  }
}

const isOfList = (refusal: ListRefusal | Refusal): refusal is ListRefusal =>
  [
    'empty',
    'not-unicode',
    'spreadsheet',
    'stray-quote',
    'columns-missing',
    'list-too-long',
    'list-has-errors',
  ].includes(refusal.code)

function no(refusal: ListRefusal | Refusal, text: string) {
  const message = isOfList(refusal) ? listRefusalText(refusal) : refusalText(refusal)
  return fail(409, { errors: { danhSach: message } as Record<string, string>, typed: { danhSach: text } })
}

/** The file when one was chosen, else what was pasted; or why it is no list. */
async function sentText(
  form: FormData,
): Promise<
  string | { problem: Extract<ListRefusal['code'], 'empty' | 'not-unicode' | 'spreadsheet' | 'stray-quote'> }
> {
  const file = form.get('tep')
  if (!(file instanceof File) || file.size === 0) return textOf(form, 'danhSach', longestText)
  const text = textOfBytes(new Uint8Array(await file.arrayBuffer()))
  return text === 'empty' || text === 'not-unicode' || text === 'spreadsheet' || text === 'stray-quote'
    ? { problem: text }
    : text
}
