import { error } from '@sveltejs/kit'
import { findingStateName, severityName } from '#modules/activities/visit-labels.ts'
import { findingsPage, findingStandings, type FindingSide } from '#modules/activities/finding-queries.server.ts'
import { mayReadRegisters } from '#modules/activities/policy.ts'
import { pageIn } from '../activity-form.server.ts'
import { contextOf } from '../context.ts'
import { findingShown } from './finding-shown.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  const seesAll = mayReadRegisters(ctx.actor)
  const side = sideOf(url.searchParams.get('phia'), seesAll)
  const standing = findingStandings.find((one) => one === url.searchParams.get('loc')) ?? null
  const outcome = await findingsPage(ctx, { side, standing }, pageIn(url))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { lines, ...page } = outcome.value
  return {
    ...page,
    seesAll,
    side,
    standing,
    lines: lines.map((line) => ({
      ...findingShown(line, ctx.now),
      ...{ by: line.unitName, state: findingStateName[line.state], severity: severityName[line.severity] },
    })),
  }
}

function sideOf(word: string | null, seesAll: boolean): FindingSide {
  if (word === 'neu') return 'raised'
  if (word === 'cua-minh' || !seesAll) return 'ours'
  return 'all'
}
