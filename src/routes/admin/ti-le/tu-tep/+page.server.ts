import { error, fail, redirect } from '@sveltejs/kit'
import { textOfBytes, type ListTextProblem } from '#modules/access/list-text.ts'
import { readGrounds } from '#modules/reorganisation/division-forms.ts'
import {
  divisionListRefusalText,
  divisionRefusalText,
  type DivisionListRefusal,
  type DivisionRefusal,
} from '#modules/reorganisation/division-labels.ts'
import {
  listDivisions,
  longestDivisionList,
  previewDivisions,
  type PreviewedDivision,
} from '#modules/reorganisation/division-listing.server.ts'
import { divisionsPage } from '#modules/reorganisation/division-queries.server.ts'
import { sayPercent } from '#modules/reorganisation/shares.ts'
import { textOf } from '../../context.server.ts'
import { mend, reorganisationCtx } from '../../sap-xep/answer.server.ts'
import { basisOptions } from '../shown.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const outcome = await divisionsPage(reorganisationCtx(locals), { words: '', state: null, page: 1 })
  if (!outcome.ok || !outcome.value.mayChange) error(404, 'Không có trang này.')
  return { counts: outcome.value.counts, basisOptions, longestDivisionList }
}

const longestText = 400_000

export const actions: Actions = {
  xem: async ({ locals, request }) => {
    const form = await request.formData()
    const read = await readForm(form)
    return read.ok ? shown(locals, read.value) : read.no
  },
  nap: async ({ locals, request }) => {
    const form = await request.formData()
    const read = await readForm(form)
    if (!read.ok) return read.no
    const { text, basis, source } = read.value
    const outcome = await listDivisions(reorganisationCtx(locals), text, { basis, source })
    if (outcome.ok) redirect(303, '/admin/ti-le?da=tep')
    if (outcome.kind !== 'refused') error(404, 'Không có trang này.')
    return outcome.refusal.code === 'list-has-errors' ? shown(locals, read.value) : no(outcome.refusal, read.value)
  },
}

type Sent = { text: string } & ReturnType<typeof readGrounds>

async function readForm(form: FormData) {
  const errors: Record<string, string> = {}
  const grounds = readGrounds((name) => textOf(form, name, 400), errors)
  const sent = await sentText(form)
  if (typeof sent !== 'string') errors['danhSach'] = divisionListRefusalText({ code: sent.problem })
  const text = typeof sent === 'string' ? sent : ''
  const typed = { danhSach: text, basis: textOf(form, 'basis'), source: textOf(form, 'source', 400) }
  if (Object.keys(errors).length > 0) return { ok: false as const, no: mend(errors, typed) }
  return { ok: true as const, value: { text, ...grounds } }
}

async function shown(locals: App.Locals, sent: Sent) {
  const outcome = await previewDivisions(reorganisationCtx(locals), sent.text, sent)
  if (!outcome.ok) {
    if (outcome.kind !== 'refused') error(404, 'Không có trang này.')
    return no(outcome.refusal, sent)
  }
  const { divisions, problems } = outcome.value
  return { typed: typedOf(sent), preview: { problems, divisions: divisions.map(lineOf) } }
}

function lineOf({ unit, shares, standing, isSame }: PreviewedDivision) {
  return {
    ...{ code: unit.code, name: unit.name },
    parts: unit.parts.map(({ name }, at) => `${name} ${sayPercent(shares[at] ?? 0)}`).join(', '),
    note: isSame ? 'đã có đúng như vậy, không đổi' : standing ? 'thay số đang có' : 'mới',
    isSame,
  }
}

const typedOf = ({ text, basis, source }: Sent): Record<string, string> => ({ danhSach: text, basis, source })

const listCodes: readonly string[] = [
  ...['empty', 'not-unicode', 'spreadsheet', 'stray-quote'],
  ...['columns-missing', 'list-too-long', 'list-has-errors', 'nothing-filled'],
]
const isOfList = (refusal: DivisionListRefusal | DivisionRefusal): refusal is DivisionListRefusal =>
  listCodes.includes(refusal.code)

function no(refusal: DivisionListRefusal | DivisionRefusal, sent: Sent) {
  const message = isOfList(refusal) ? divisionListRefusalText(refusal) : divisionRefusalText(refusal)
  return fail(409, { errors: { danhSach: message } as Record<string, string>, typed: typedOf(sent) })
}

/** The file when one was chosen, else what was pasted; or why it is no list. */
async function sentText(form: FormData): Promise<string | { problem: ListTextProblem }> {
  const file = form.get('tep')
  if (!(file instanceof File) || file.size === 0) return textOf(form, 'danhSach', longestText)
  const text = textOfBytes(new Uint8Array(await file.arrayBuffer()))
  return text === 'empty' || text === 'not-unicode' || text === 'spreadsheet' || text === 'stray-quote'
    ? { problem: text }
    : text
}
