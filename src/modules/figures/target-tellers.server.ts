import { dayInVietnam } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import type { Teller, Telling, Told } from '#platform/notify/tell.ts'
import { officersOn } from '#modules/access/officers.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { Target, TargetVersion } from './target.ts'
import { targetRows, readTargetRow } from './target-store.server.ts'

/** What is said to a commune of the targets that its superior set, revised or withdrew in one stroke. */
export const targetTellers: Record<'targets-set', Teller> = { 'targets-set': told }

async function told(tx: Tx, { province, object, at }: Told): Promise<Telling | null> {
  const unit = object as UnitId
  const changes = await tx
    .selectFrom('figure_target_version')
    .select(['target_id', 'change'])
    .where('province_id', '=', province)
    .where('unit_id', '=', unit)
    .where('set_by', '=', 'superior')
    .where('at', '=', at)
    .orderBy('target_id')
    .execute()
  const [first, ...others] = changes
  if (!first) return null
  const to = await officersOn(tx, {
    ...{ province, unit, day: dayInVietnam(at) },
    kinds: ['commune-officer', 'commune-leader'],
  })
  if (others.length > 0)
    return { title: `Tỉnh vừa giao ${changes.length} chỉ tiêu kế hoạch cho đơn vị`, path: '/desk/chi-tieu', to }
  const row = await targetRows(tx)
    .select('indicator.name')
    .where('target.province_id', '=', province)
    .where('target.id', '=', first.target_id)
    .executeTakeFirst()
  if (!row) return null
  const target = readTargetRow(row)
  // The check of figure_target_version holds it to the known words.
  const change = first.change as TargetVersion['change']
  return { title: sentenceOf(change, row.name, target), path: `/desk/chi-tieu/${target.id}`, to }
}

const verb: Record<TargetVersion['change'], string> = {
  set: 'Tỉnh vừa giao chỉ tiêu',
  revised: 'Tỉnh vừa điều chỉnh chỉ tiêu',
  withdrawn: 'Tỉnh vừa rút chỉ tiêu',
}

function sentenceOf(change: TargetVersion['change'], name: string, { period }: Pick<Target, 'period'>): string {
  return `${verb[change]} “${name}” ${periodName(period)}`
}
