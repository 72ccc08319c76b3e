import { error, redirect } from '@sveltejs/kit'
import { layouts } from '#kernel/document.ts'
import { formatDay } from '#kernel/local-date.ts'
import { sinceSaid } from '#modules/reporting/issuing-words-labels.ts'
import { issuingList, type ListedBody } from '#modules/reporting/issuing-words-queries.server.ts'
import { layoutShort, layoutSlug } from '#modules/reporting/labels.ts'
import { kindName } from '#modules/territory/labels.ts'
import { ctxOf } from '../context.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const outcome = await issuingList({ ...ctxOf(locals), db: locals.db })
  if (!outcome.ok) error(404, 'Không có trang này.')
  const { kinds, own, units, maySet } = outcome.value
  const unit = units.find(({ code }) => code === url.searchParams.get('don-vi'))
  const layout = layouts.find((one) => layoutSlug[one] === url.searchParams.get('the-thuc'))
  if (unit && layout) redirect(303, `/admin/noi-ban-hanh/${unit.code}/${layoutSlug[layout]}`)
  return {
    maySet,
    kinds: kinds.map(({ kind, example, bodies }) => ({
      key: kind,
      name: example.level === 'province' ? example.name : `Mọi ${kindName[kind]}, ví dụ ${example.name}`,
      bodies: bodies.map(shown),
    })),
    own: own.map((one) => ({ key: one.unit.code, name: one.unit.name, bodies: one.bodies.map(shown) })),
    units: units.map(({ code, name }) => ({ code, name })),
    layouts: layouts.map((one) => ({ slug: layoutSlug[one], name: layoutShort[one] })),
  }
}

function shown({ layout, body, set, coming }: ListedBody) {
  return {
    slug: layoutSlug[layout],
    layout: layoutShort[layout],
    name: body.name,
    symbol: body.symbol,
    since: set ? sinceSaid(set) : null,
    coming: coming.map(({ validFrom }) => formatDay(validFrom)).join(', '),
  }
}
