import { error } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { writeScoringFile } from '#modules/movement/scoring-file.ts'
import { scoringSetPage } from '#modules/movement/scoring-queries.server.ts'
import { contextOf } from '../../../context.ts'
import { csvFile } from '../../../chi-tieu/file.server.ts'
import { plainName } from '../../set-form.server.ts'
import type { RequestHandler } from './$types'

/** A set as a file that the form of a set reads back. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const id = parseId<'ScoringSet'>(params.id)
  if (!id) error(404, 'Không có trang này')
  const wanted = /^\d{1,4}$/.exec(url.searchParams.get('ban') ?? '')
  const outcome = await scoringSetPage(contextOf(locals), id, wanted ? Number(wanted[0]) : null)
  if (!outcome.ok) error(404, 'Không có trang này')
  const { name, version, lines } = outcome.value.shown
  return csvFile(writeScoringFile(lines), `${plainName(name)}-ban-${version}`)
}
