import { error } from '@sveltejs/kit'
import { formatQuantity, zero } from '#kernel/quantity.ts'
import { visitsOf } from '#modules/activities/visit-queries.server.ts'
import { followPage } from '#modules/movement/follow-queries.server.ts'
import { followKinds, type FollowSums } from '#modules/movement/follow.ts'
import { followKindLabel } from '#modules/movement/follow-labels.ts'
import { contextOf } from '../../../context.ts'
import { initiativeOf } from '../../library-form.server.ts'
import { timeRow, visitRow } from './lines.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const ctx = contextOf(locals)
  const outcome = await followPage(ctx, initiativeOf(params))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { initiative, unitName, lines, past, files, sums, mayKeep, mayPrepare, today } = outcome.value
  const address = `/desk/mo-hinh/${initiative.id}`
  const own = lines.map((line) => {
    const href = mayKeep && line.voidReason === null ? `${address}/theo-doi/${line.id}` : null
    return timeRow(line, past.get(line.id) ?? [], href, today)
  })
  const visits = (await visitsOf(ctx, initiative.id)).map(visitRow)
  return {
    ...{ address, name: initiative.name, unitName, mayKeep, mayPrepare },
    sums: sumsSaid(sums),
    files: files.length,
    rows: [...own, ...visits].toSorted((one, other) => (one.iso < other.iso ? 1 : one.iso > other.iso ? -1 : 0)),
    kinds: followKinds.map((kind) => ({ href: `${address}/theo-doi/moi?loai=${kind}`, label: followKindLabel[kind] })),
    saved: url.searchParams.get('da'),
  }
}

function sumsSaid(sums: FollowSums): { label: string; amount: string; unit: string; note: string | null }[] {
  const said = [
    { label: 'Hộ hưởng lợi', kind: 'households', unit: 'hộ', row: 'B21' },
    { label: 'Tiền huy động', kind: 'money', unit: 'triệu đồng', row: 'B22' },
    { label: 'Ngày công', kind: 'labour', unit: 'ngày', row: 'B23' },
    { label: 'Đất hiến', kind: 'land', unit: 'm²', row: 'B24' },
  ] as const
  return said.map(({ label, kind, unit, row }) => {
    const byBudget = kind === 'households' ? zero : sums.byBudget[kind]
    const beside = byBudget > zero ? `; ngân sách chi thêm ${formatQuantity(byBudget)}, không tính` : ''
    return { label, amount: formatQuantity(sums[kind]), unit, note: `Tính vào ô ${row}${beside}` }
  })
}
