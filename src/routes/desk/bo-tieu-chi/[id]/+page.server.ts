import { error } from '@sveltejs/kit'
import { formatDay, dayInVietnam } from '#kernel/local-date.ts'
import { parseId } from '#kernel/ids.ts'
import { scoringSetPage } from '#modules/movement/scoring-queries.server.ts'
import { contextOf } from '../../context.ts'
import { headFacts, shownSet } from '../shown.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const id = parseId<'ScoringSet'>(params.id)
  if (!id) error(404, 'Không có trang này')
  const wanted = /^\d{1,4}$/.exec(url.searchParams.get('ban') ?? '')
  const outcome = await scoringSetPage(contextOf(locals), id, wanted ? Number(wanted[0]) : null)
  if (!outcome.ok) error(404, 'Không có trang này')
  const { shown, versions, isFrozen, mayKeep } = outcome.value
  const set = shownSet(shown.lines)
  if (!set) error(404, 'Không có trang này')
  return {
    ...{ id, set, isFrozen, mayKeep, name: shown.name, version: shown.version, facts: headFacts(shown) },
    isNewest: shown.version === versions[0]?.version,
    versions: versions.map(({ version, reason, by, at }) => ({
      version,
      reason,
      by,
      day: formatDay(dayInVietnam(at)),
    })),
    saved: url.searchParams.get('da'),
  }
}
