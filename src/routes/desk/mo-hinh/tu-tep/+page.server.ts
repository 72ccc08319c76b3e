import { error, redirect } from '@sveltejs/kit'
import { mayKeepInitiatives } from '#modules/movement/policy.ts'
import { initiativeRefusalText } from '#modules/movement/refusals.ts'
import {
  longestRegistrationList,
  registrationColumns,
  type ListedCells,
  type RegistrationListRow,
  type UnreadableSheet,
} from '#modules/movement/registration-list.ts'
import { importRegistrations, previewRegistrations } from '#modules/movement/registration-listing.server.ts'
import { offeredWords } from '#modules/movement/word-queries.server.ts'
import { scopeLabel } from '#modules/movement/labels.ts'
import { writeCsv } from '#kernel/csv-writing.ts'
import { mend } from '../../../form-answer.server.ts'
import { contextOf } from '../../context.ts'
import { refuseInitiative } from '../initiative-form.server.ts'
import { sentLines } from '../sheet.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const ctx = contextOf(locals)
  if (!mayKeepInitiatives(ctx.actor, ctx.actor)) error(404, 'Không có trang này')
  const fields = await offeredWords(ctx, 'field')
  return {
    most: longestRegistrationList,
    columns: registrationColumns.map(({ title }) => title),
    fields: fields.map(({ label }) => label),
  }
}

const longestText = 2_000_000

export const actions: Actions = {
  xem: async ({ locals, request }) => {
    const form = await request.formData()
    const lines = await sent(form)
    if (typeof lines === 'string')
      return mend(
        { danhSach: initiativeRefusalText({ code: 'sheet-unreadable', why: lines }) },
        { danhSach: pasted(form) },
      )
    const text = asText(lines)
    const outcome = await previewRegistrations(contextOf(locals), lines)
    if (!outcome.ok) return refuseInitiative(outcome, { danhSach: text }, () => 'danhSach')
    return { preview: { text, wrong: outcome.value.wrong, rows: outcome.value.rows.map(shown) } }
  },
  ghi: async ({ locals, request }) => {
    const text = pasted(await request.formData())
    const lines = await sentLines(new TextEncoder().encode(text))
    if (typeof lines === 'string')
      return mend({ danhSach: initiativeRefusalText({ code: 'sheet-unreadable', why: lines }) }, { danhSach: text })
    const outcome = await importRegistrations(contextOf(locals), lines)
    if (outcome.ok) redirect(303, `/desk/mo-hinh?da=tep&so=${outcome.value}`)
    return refuseInitiative(outcome, { danhSach: text }, () => 'danhSach')
  },
}

/** The file when one was chosen, else what was pasted. */
async function sent(form: FormData): Promise<ListedCells[] | UnreadableSheet> {
  const file = form.get('tep')
  if (file instanceof File && file.size > 0) return sentLines(new Uint8Array(await file.arrayBuffer()))
  return sentLines(new TextEncoder().encode(pasted(form)))
}

function pasted(form: FormData): string {
  const text = form.get('danhSach')
  return typeof text === 'string' ? text.slice(0, longestText) : ''
}

/** What was read, as text that is sent again: an Excel file need not be chosen twice. */
function asText(lines: readonly ListedCells[]): string {
  const [first, ...others] = lines
  return first
    ? writeCsv(
        first.cells,
        others.map(({ cells }) => [...cells]),
      )
    : ''
}

function shown({ line, entry, year, scope, isNew, problems }: RegistrationListRow) {
  return {
    line,
    name: entry.name || '(trống)',
    holder: entry.holder || '(trống)',
    year: year === 0 ? '(trống)' : String(year),
    scope: `${scopeLabel[scope]}, ${isNew ? 'mới' : 'duy trì'}`,
    problems: problems.map(({ column, sentence }) => `${column}: ${sentence}`),
  }
}
