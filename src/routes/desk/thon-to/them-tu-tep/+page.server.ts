import { error, redirect } from '@sveltejs/kit'
import { textOfBytes } from '#modules/access/list-text.ts'
import { refusalText } from '#modules/organisation/labels.ts'
import { mayKeepSubCommunes } from '#modules/organisation/policy.ts'
import {
  longestSubCommuneList,
  subCommuneHeader,
  type SubCommuneListRow,
} from '#modules/organisation/sub-commune-list.ts'
import { importSubCommunes, previewSubCommunes } from '#modules/organisation/sub-commune-listing.server.ts'
import { kindsOfSubCommunes } from '#modules/organisation/word-queries.server.ts'
import { mend } from '../../../form-answer.server.ts'
import { refuseChange } from '../../../organisation-form.server.ts'
import { contextOf } from '../../context.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const ctx = contextOf(locals)
  if (!mayKeepSubCommunes(ctx.actor, ctx.actor.unit)) error(404, 'Không có trang này')
  const kinds = await kindsOfSubCommunes(ctx)
  return { most: longestSubCommuneList, columns: subCommuneHeader, kinds: kinds.map(({ label }) => label) }
}

const longestText = 400_000

export const actions: Actions = {
  xem: async ({ locals, request }) => {
    const form = await request.formData()
    const text = await sentText(form)
    if (typeof text !== 'string') return mend({ danhSach: text.problem }, { danhSach: pasted(form) })
    const outcome = await previewSubCommunes(contextOf(locals), text)
    if (!outcome.ok) return refuseChange(outcome, { danhSach: text }, () => 'danhSach')
    return { preview: { text, wrong: outcome.value.wrong, rows: outcome.value.rows.map(shown) } }
  },
  ghi: async ({ locals, request }) => {
    const text = pasted(await request.formData())
    const outcome = await importSubCommunes(contextOf(locals), text)
    if (outcome.ok) redirect(303, '/desk/thon-to?da=tep')
    return refuseChange(outcome, { danhSach: text }, () => 'danhSach')
  },
}

/** The file when one was chosen, else what was pasted; or the sentence that says why it is no list. */
async function sentText(form: FormData): Promise<string | { problem: string }> {
  const file = form.get('tep')
  if (!(file instanceof File) || file.size === 0) return pasted(form)
  const text = textOfBytes(new Uint8Array(await file.arrayBuffer()))
  return text === 'empty' || text === 'not-unicode' || text === 'spreadsheet' || text === 'stray-quote'
    ? { problem: refusalText({ code: 'list-unreadable', why: text }) }
    : text
}

function pasted(form: FormData): string {
  const text = form.get('danhSach')
  return typeof text === 'string' ? text.slice(0, longestText) : ''
}

function shown({ line, typed, kindLabel, name, problems }: SubCommuneListRow) {
  return {
    line,
    name: name || '(trống)',
    kind: kindLabel || '(trống)',
    from: typed.from || '(trống)',
    households: typed.households,
    problems: problems.map(({ column, sentence }) => `${column}: ${sentence}`),
  }
}
