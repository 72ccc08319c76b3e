import { error, redirect } from '@sveltejs/kit'
import { formatDay } from '#kernel/local-date.ts'
import { readForm } from '#modules/access/forms.ts'
import { unitSizeSaidForm } from '#modules/figures/unit-size-forms.ts'
import { listUnitSizes, previewUnitSizes, type PreviewedSize } from '#modules/figures/unit-size-listing.server.ts'
import { longestSizeList, sizeColumns } from '#modules/figures/unit-size-list.ts'
import { mayKeepSizes } from '#modules/figures/unit-size-policy.ts'
import type { UnitSize } from '#modules/figures/unit-size.ts'
import { contextOf } from '../../../desk/context.ts'
import { mend } from '../../../form-answer.server.ts'
import { typedIn } from '../../../organisation-form.server.ts'
import { sentText } from '../../../desk/chi-tieu/list.server.ts'
import { certaintyOptions, peopleText, sizeNo } from '../shown.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => {
  if (!mayKeepSizes(contextOf(locals).actor)) error(404, 'Không có trang này.')
  return { most: longestSizeList, columns: Object.values(sizeColumns), certaintyOptions }
}

type Said = Pick<UnitSize, 'source' | 'certainty'>
type Work = (locals: App.Locals, text: string, said: Said, typed: Record<string, string>) => Promise<unknown>

export const actions: Actions = {
  xem: ({ locals, request }) => answer(locals, request, shown),
  ghi: ({ locals, request }) =>
    answer(locals, request, async (_, text, said, typed) => {
      const outcome = await listUnitSizes(contextOf(locals), text, said)
      if (outcome.ok) redirect(303, '/admin/quy-mo?da=tep')
      if (outcome.kind === 'refused' && outcome.refusal.code === 'list-wrong') return shown(locals, text, said, typed)
      return sizeNo(outcome, typed)
    }),
}

async function answer<Answer>(
  locals: App.Locals,
  request: Request,
  work: (...given: Parameters<Work>) => Promise<Answer>,
) {
  if (!mayKeepSizes(contextOf(locals).actor)) error(404, 'Không có trang này.')
  const form = await request.formData()
  const sent = await sentText(form)
  const typed = { ...typedIn(form, ['source', 'certainty']), danhSach: 'text' in sent ? sent.text : '' }
  if ('refusal' in sent) {
    const why = sent.refusal.code === 'list-unreadable' ? sent.refusal.why : 'empty'
    return sizeNo({ ok: false, kind: 'refused', refusal: { code: 'list-unreadable', why } }, typed)
  }
  const read = readForm(unitSizeSaidForm, form)
  if (!read.ok) return mend(read.errors, typed)
  return work(locals, sent.text, read.value, typed)
}

async function shown(locals: App.Locals, text: string, said: Said, typed: Record<string, string>) {
  const outcome = await previewUnitSizes(contextOf(locals), text, said)
  if (!outcome.ok) return sizeNo(outcome, typed)
  const rows = outcome.value.map(rowShown)
  const wrong = rows.filter(({ problems }) => problems.length > 0).length
  return { typed, preview: { rows, wrong, changes: outcome.value.filter(({ isSame }) => !isSame).length } }
}

function rowShown({ line, typed, unit, size, problems, standing, isSame }: PreviewedSize) {
  return {
    line,
    unit: unit?.name ?? (typed.name || typed.code),
    people: size ? peopleText(size.people) : typed.people,
    on: size ? formatDay(size.on) : typed.on,
    note: isSame ? 'đã có đúng như vậy' : standing ? `thay số ${peopleText(standing.people)}` : size ? 'mới' : '',
    problems: problems.map(({ column, sentence }) => `${sizeColumns[column]}: ${sentence}`),
  }
}
