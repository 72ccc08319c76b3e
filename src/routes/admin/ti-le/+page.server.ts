import { error } from '@sveltejs/kit'
import { formatDay } from '#kernel/local-date.ts'
import { divisionsPage, type DivisionFilter } from '#modules/reorganisation/division-queries.server.ts'
import { reorganisationCtx } from '../sap-xep/answer.server.ts'
import { rowShown } from './shown.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const filter = filterOf(url)
  const outcome = await divisionsPage(reorganisationCtx(locals), filter)
  if (!outcome.ok) error(404, 'Không có trang này.')
  const { lines, ...page } = outcome.value
  return {
    ...{ filter, ...page, saved: url.searchParams.get('da') === 'tep' },
    lines: lines.map(({ standing, isUsed, parts, on, ...line }) => ({
      ...{ code: line.code, name: line.name, where: line.where, officialCode: line.officialCode },
      ...{ day: formatDay(on), act: line.act },
      parts: parts.map(({ name }) => name).join(', '),
      standing: standing && isUsed ? rowShown(standing, parts) : null,
      isOutdated: standing !== null && !isUsed,
    })),
  }
}

function filterOf(url: URL): DivisionFilter {
  const page = Number(url.searchParams.get('trang') ?? '1')
  const state = url.searchParams.get('loc')
  return {
    words: url.searchParams.get('tim')?.replaceAll('\0', '').slice(0, 60).trim() ?? '',
    state: state === 'chua' ? 'open' : state === 'da-nhap' ? 'stated' : null,
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  }
}
