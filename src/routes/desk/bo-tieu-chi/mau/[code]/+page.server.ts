import { error } from '@sveltejs/kit'
import { certaintyName } from '#modules/movement/scoring-labels.ts'
import { mayKeepScoringSets } from '#modules/movement/scoring-policy.ts'
import { scoringPattern } from '#modules/movement/scoring-queries.server.ts'
import { contextOf } from '../../../context.ts'
import { headFacts, shownSet } from '../../shown.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const ctx = contextOf(locals)
  const pattern = await scoringPattern(ctx, params.code.slice(0, 80))
  const set = pattern && shownSet(pattern.lines)
  if (!set) error(404, 'Không có trang này')
  return {
    ...{ code: pattern.code, name: pattern.name, set, facts: headFacts(pattern) },
    certainty: certaintyName[pattern.certainty],
    mayKeep: mayKeepScoringSets(ctx.actor),
  }
}
