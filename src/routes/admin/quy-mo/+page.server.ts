import { error } from '@sveltejs/kit'
import { formatDay } from '#kernel/local-date.ts'
import { fold } from '#kernel/text.ts'
import { certaintyLabel } from '#modules/figures/unit-size-labels.ts'
import { unitSizesPage } from '#modules/figures/unit-size-queries.server.ts'
import { contextOf } from '../../desk/context.ts'
import { peopleText } from './shown.server.ts'
import type { PageServerLoad } from './$types'

const onAPage = 60

export const load: PageServerLoad = async ({ locals, url }) => {
  const outcome = await unitSizesPage(contextOf(locals))
  if (!outcome.ok) error(404, 'Không có trang này.')
  const { lines, stated, mayKeep } = outcome.value
  const words = url.searchParams.get('tim')?.replaceAll('\0', '').slice(0, 60).trim() ?? ''
  const onlyOpen = url.searchParams.get('loc') === 'chua'
  const found = lines
    .filter(({ name }) => fold(name).includes(fold(words)))
    .filter(({ size }) => !onlyOpen || size === null)
  const pages = Math.max(1, Math.ceil(found.length / onAPage))
  const asked = Number(/^\d{1,4}$/.exec(url.searchParams.get('trang') ?? '')?.[0] ?? 1)
  const page = Math.min(Math.max(1, asked), pages)
  return {
    ...{ total: lines.length, stated, mayKeep, words, onlyOpen, page, pages },
    saved: url.searchParams.get('da') === 'tep',
    lines: found.slice((page - 1) * onAPage, page * onAPage).map(({ code, name, size }) => ({
      ...{ code, name },
      size: size && {
        people: peopleText(size.people),
        on: formatDay(size.on),
        source: size.source,
        certainty: certaintyLabel[size.certainty],
      },
    })),
  }
}
