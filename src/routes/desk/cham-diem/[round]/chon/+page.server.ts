import { error, redirect } from '@sveltejs/kit'
import { addSubjects } from '#modules/movement/appraisal-commands.server.ts'
import { roundCandidates } from '#modules/movement/appraisal-queries.server.ts'
import { contextOf } from '../../../context.ts'
import { pageIn, refuse, roundIdOf } from '../../appraisal-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const outcome = await roundCandidates(contextOf(locals), roundIdOf(params.round), pageIn(url))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { round, ...page } = outcome.value
  return { id: round.id, title: round.title, isUnits: round.subjectKind === 'unit', ...page }
}

export const actions: Actions = {
  chon: async ({ locals, request, params }) => {
    const form = await request.formData()
    const chosen = form.getAll('chon').filter((one) => typeof one === 'string')
    const outcome = await addSubjects(contextOf(locals), roundIdOf(params.round), chosen)
    if (outcome.ok) redirect(303, `/desk/cham-diem/${params.round}?da=them`)
    return refuse(outcome)
  },
  'tat-ca': async ({ locals, params }) => {
    const outcome = await addSubjects(contextOf(locals), roundIdOf(params.round), 'all')
    if (outcome.ok) redirect(303, `/desk/cham-diem/${params.round}?da=them`)
    return refuse(outcome)
  },
}
