import { error } from '@sveltejs/kit'
import { differenceGroupName, differenceGroups, differencesSaid } from '#modules/reporting/template-difference-words.ts'
import { differencesBetween } from '#modules/reporting/template-difference.ts'
import { templateVersionIn } from '#modules/reporting/template-forms.ts'
import { templateComparison } from '#modules/reporting/template-page-queries.server.ts'
import type { DrawnVersion } from '#modules/reporting/template-shape.ts'
import { ctxOf } from '../../../context.server.ts'
import { useSaid } from '../../shown.ts'
import { versionIn } from '../../template-answer.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const asked = templateVersionIn(url.searchParams.get('voi') ?? undefined)
  const ctx = { ...ctxOf(locals), db: locals.db }
  const outcome = await templateComparison(ctx, versionIn(params.id), asked)
  if (!outcome.ok || (asked !== null && outcome.value.other === null)) error(404, 'Không có trang này.')
  const { version, other, choices, catalogue } = outcome.value
  const names = new Map(catalogue.map(({ code, name }) => [code, name]))
  const differences = other ? differencesBetween(other.shape, version.shape) : []
  return {
    ...{ id: version.id, name: version.shape.name, said: versionSaid(version) },
    other: other && { id: other.id, said: versionSaid(other) },
    choices: choices.map((one) => ({ value: one.id, label: versionSaid(one) })),
    groups: differenceGroups
      .map((group) => ({
        title: differenceGroupName[group],
        sentences: differencesSaid(differences, group, (code) => names.get(code) ?? ''),
      }))
      .filter(({ sentences }) => sentences.length > 0),
  }
}

function versionSaid(version: DrawnVersion): string {
  return `${version.shape.name}, phiên bản ${version.version} (${useSaid(version)})`
}
