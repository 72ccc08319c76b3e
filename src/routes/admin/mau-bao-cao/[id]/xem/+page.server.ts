import { error } from '@sveltejs/kit'
import { carrierName, columnName, owedName } from '#modules/reporting/template-labels.ts'
import { templatePage } from '#modules/reporting/template-page-queries.server.ts'
import { ctxOf } from '../../../context.server.ts'
import { lineShown, sizeSaid, useSaid, whole } from '../../shown.ts'
import { versionIn } from '../../template-answer.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const outcome = await templatePage({ ...ctxOf(locals), db: locals.db }, versionIn(params.id))
  if (!outcome.ok) error(404, 'Không có trang này.')
  const { version } = outcome.value
  const { shape } = version
  return {
    ...{ id: version.id, name: shape.name, number: version.version, use: useSaid(version), size: sizeSaid(version) },
    carriers: shape.carriedBy.map((level) => carrierName[level]).join('; '),
    periods: shape.owedFor.map((regime) => owedName[regime]).join('; '),
    days: shape.daysToSubmit,
    sections: shape.sections.map(({ code, title, kind, hint, lines }) => ({
      ...{ code, title, kind, hint },
      rows: lines.flatMap((line) => {
        const { name, unit, parts } = lineShown(line, outcome.value)
        // In the order of the form, which is not that of the catalogue.
        return line.parts.map((part) => ({
          ...{ key: `${line.code} ${part}`, code: line.code, name, unit },
          part: part === '' ? '' : columnName(part),
          counted: parts.find(({ value }) => value === (part || whole))?.counted ?? '',
        }))
      }),
    })),
  }
}
