import { error } from '@sveltejs/kit'
import { formatDay } from '#kernel/local-date.ts'
import { certaintyName, scoredKindName } from '#modules/movement/scoring-labels.ts'
import { scoringSetsPage } from '#modules/movement/scoring-queries.server.ts'
import { contextOf } from '../context.ts'
import { shownSet } from './shown.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const outcome = await scoringSetsPage(contextOf(locals))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { own, patterns, mayKeep } = outcome.value
  return {
    mayKeep,
    own: own.map((one) => ({
      id: one.set,
      name: one.name,
      most: shownSet(one.lines)?.most ?? '',
      facts: `Bản ${one.version} · từ ${formatDay(one.validFrom)}${one.validTo ? ` đến hết ${formatDay(one.validTo)}` : ''} · ${one.appliesTo.map((kind) => scoredKindName[kind]).join('; ')}`,
    })),
    patterns: patterns.map((one) => ({
      code: one.code,
      name: one.name,
      issuer: one.issuer,
      certainty: certaintyName[one.certainty],
    })),
  }
}
