import { error } from '@sveltejs/kit'
import { formatDay } from '#kernel/local-date.ts'
import { visitsPage } from '#modules/activities/visit-queries.server.ts'
import { mayReadRegisters } from '#modules/activities/policy.ts'
import { pageIn, said } from '../activity-form.server.ts'
import { contextOf } from '../context.ts'
import { placesSaid, visitFilterOf, visitSaid } from './visit-list.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  const { filter, kept } = await visitFilterOf(ctx, url)
  const outcome = await visitsPage(ctx, filter, pageIn(url))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { lines, sums, ...page } = outcome.value
  return {
    ...page,
    seesAll: mayReadRegisters(ctx.actor),
    isOwn: filter.unit === ctx.actor.unit,
    side: filter.side,
    kind: filter.kind,
    surprise: filter.surprise,
    year: filter.year,
    words: filter.words,
    kept,
    sums: [
      { label: 'Cuộc', amount: said(sums.visits) },
      {
        ...{ label: 'Lượt đơn vị', amount: said(sums.units) },
        note: 'một đơn vị đến hai lần tính hai',
      },
      { label: 'Đơn vị khác nhau', amount: said(sums.distinct) },
      { label: 'Việc phải khắc phục', amount: said(sums.findings) },
      { label: 'Chưa khắc phục xong', amount: said(sums.open) },
    ],
    rows: lines.map((line) => ({
      key: line.id,
      href: `/desk/kiem-tra/${line.id}`,
      iso: line.heldOn,
      day: formatDay(line.heldOn),
      what: line.subject,
      mark: visitSaid(line),
      meta: [
        ...(filter.side === 'made' ? [] : [line.unitName]),
        placesSaid(line),
        ...(line.findings > 0 ? [`${line.findings} việc phải khắc phục, ${line.open} chưa xong`] : []),
      ]
        .filter(Boolean)
        .join(' · '),
      voidReason: line.voidReason,
    })),
    saved: url.searchParams.get('da'),
  }
}
