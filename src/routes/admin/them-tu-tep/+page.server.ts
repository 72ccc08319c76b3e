import { error } from '@sveltejs/kit'
import type { ListRow } from '#modules/access/account-list.ts'
import { longestList } from '#modules/access/account-list.ts'
import { dutyKinds } from '#modules/access/actor.ts'
import { dutyLabel, refusalText } from '#modules/access/labels.ts'
import { textOfBytes } from '#modules/access/list-text.ts'
import { openAccountsOfList, previewList } from '#modules/access/listing.server.ts'
import { mayAdminister } from '#modules/access/policy.ts'
import { formatDay } from '#kernel/local-date.ts'
import { answerNo, mend } from '../../form-answer.server.ts'
import { ctxOf, textOf } from '../context.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, url }) => {
  const { actor } = ctxOf(locals)
  if (!mayAdminister(actor, actor.province)) error(404, 'Không có trang này.')
  return { address: url.origin, longestList, duties: dutyKinds.map((kind) => dutyLabel[kind]) }
}

const longestText = 400_000

export const actions: Actions = {
  xem: async ({ locals, request }) => {
    const ctx = ctxOf(locals)
    const form = await request.formData()
    const text = await sentText(form)
    if (typeof text !== 'string')
      return mend({ danhSach: text.problem }, { danhSach: textOf(form, 'danhSach', longestText) })
    const outcome = await previewList(locals.access, ctx, text)
    if (!outcome.ok) return answerNo(outcome, 'danhSach', { danhSach: text })
    return { preview: { text, rows: outcome.value.rows.map(shown), problems: outcome.value.problems } }
  },
  mo: async ({ locals, request }) => {
    const ctx = ctxOf(locals)
    const form = await request.formData()
    const text = textOf(form, 'danhSach', longestText)
    const outcome = await openAccountsOfList(locals.access, ctx, text)
    if (outcome.ok) {
      const perPage = form.get('kieu') === '1' ? (1 as const) : (4 as const)
      return { opened: { invitations: outcome.value.invitations, perPage } }
    }
    return answerNo(outcome, 'danhSach', { danhSach: text })
  },
}

/** The file when one was chosen, else what was pasted; or the sentence that says why it is no list. */
async function sentText(form: FormData): Promise<string | { problem: string }> {
  const file = form.get('tep')
  if (!(file instanceof File) || file.size === 0) return textOf(form, 'danhSach', longestText)
  const text = textOfBytes(new Uint8Array(await file.arrayBuffer()))
  if (text === 'empty' || text === 'not-unicode' || text === 'spreadsheet' || text === 'stray-quote') {
    return { problem: refusalText({ code: text }) }
  }
  return text
}

function shown(row: ListRow) {
  return {
    line: row.line,
    name: row.displayName || '(trống)',
    signInName: row.signInName || '(trống)',
    duty: row.kind ? dutyLabel[row.kind] : row.typed.duty,
    unit: row.unit?.name ?? row.typed.unit,
    from: formatDay(row.from),
    problems: row.problems,
  }
}
