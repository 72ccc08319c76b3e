import { error } from '@sveltejs/kit'
import { targetColumns, longestTargetList } from '#modules/figures/target-list.ts'
import { targetRowsOf } from '#modules/figures/target-listing.server.ts'
import { maySetTargets } from '#modules/figures/target-policy.ts'
import { mend } from '../../../form-answer.server.ts'
import { typedIn } from '../../../organisation-form.server.ts'
import { contextOf } from '../../context.ts'
import { groundFields, listNo, previewAnswer, readGrounds, sentText, setAnswer } from '../list.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => {
  const { actor } = contextOf(locals)
  if (!maySetTargets(actor)) error(404, 'Không có trang này')
  const isProvince = actor.unit === actor.province
  const columns = Object.values(targetColumns)
  return {
    isProvince,
    most: longestTargetList,
    columns: isProvince
      ? columns
      : columns.filter((one) => one !== targetColumns.unit && one !== targetColumns.unitCode),
  }
}

export const actions: Actions = {
  xem: ({ locals, request }) => answer(locals, request, previewAnswer),
  dat: ({ locals, request }) => answer(locals, request, setAnswer),
}

async function answer(locals: App.Locals, request: Request, work: typeof previewAnswer | typeof setAnswer) {
  const ctx = contextOf(locals)
  if (!maySetTargets(ctx.actor)) error(404, 'Không có trang này')
  const form = await request.formData()
  const sent = await sentText(form)
  const typed = { ...typedIn(form, groundFields), danhSach: 'text' in sent ? sent.text : '' }
  if ('refusal' in sent) return listNo(sent.refusal, typed)
  const read = readGrounds(form)
  if (!read.ok) return mend(read.errors, typed)
  const list = targetRowsOf(ctx, sent.text)
  if ('refusal' in list) return listNo(list.refusal, typed)
  return work(locals, list.rows, read.grounds, typed)
}
