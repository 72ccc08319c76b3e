import { readForm } from '#modules/figures/explore-form.ts'
import { readQuestion } from '#modules/figures/question-text.ts'
import { explorePage } from '../../explore.server.ts'
import { publicRegister } from '../don-vi/register.server.ts'
import { beginnings, portalPlace } from './place.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { asked } = readQuestion(readForm(url.searchParams).question)
  return {
    ...(await explorePage(locals, url, portalPlace(locals))),
    isAsked: url.searchParams.size > 0,
    beginnings: await beginnings(locals, await publicRegister(locals.db), asked),
    place: { name: 'Khám phá số liệu', note: 'Số đã công bố' },
  }
}
