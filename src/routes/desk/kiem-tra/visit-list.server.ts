import { error } from '@sveltejs/kit'
import { formatDay } from '#kernel/local-date.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { unitOfCode } from '#modules/activities/queries.server.ts'
import { visitKindName, visitLeadName } from '#modules/activities/visit-labels.ts'
import type { VisitFilter, VisitLine, VisitSide } from '#modules/activities/visit-queries.server.ts'
import { visitKinds } from '#modules/activities/visit.ts'
import { wordsIn, yearIn } from '../activity-form.server.ts'

/** What of the register an address asks for; a province sees all of its units where nothing else is said. */
export async function visitFilterOf(
  ctx: Ctx,
  url: URL,
): Promise<{ filter: VisitFilter; kept: Record<string, string> }> {
  const asked = url.searchParams
  const code = asked.get('don-vi')?.slice(0, 80) ?? null
  const unit = code === null ? ctx.actor.unit : await unitOfCode(ctx, code)
  if (!unit) error(404, 'Không có trang này')
  const isAbove = ctx.actor.unit === ctx.actor.province
  const side = sideOf(asked.get('phia'), isAbove && code === null)
  const kind = visitKinds.find((one) => one === asked.get('loai')) ?? null
  const surprise = asked.get('dot-xuat') === 'co'
  const [year, words] = [yearIn(url), wordsIn(url)]
  const kept = {
    ...(code === null ? {} : { 'don-vi': code }),
    ...(asked.get('phia') ? { phia: sideWord[side] } : {}),
    ...(kind ? { loai: kind } : {}),
    ...(surprise ? { 'dot-xuat': 'co' } : {}),
    ...(year === null ? {} : { nam: String(year) }),
    ...(words ? { tim: words } : {}),
  }
  return { filter: { side, unit, kind, surprise, year, words }, kept }
}

export const sideWord: Record<VisitSide, string> = { made: 'ghi', received: 'den', all: 'tinh' }

function sideOf(word: string | null, seesAll: boolean): VisitSide {
  if (word === sideWord.received) return 'received'
  if (word === sideWord.made) return 'made'
  return seesAll ? 'all' : 'made'
}

/** `Xã Bến Đò, Trường tiểu học và 3 nơi nữa`. */
export function placesSaid({ stops }: Pick<VisitLine, 'stops'>): string {
  const names = stops.slice(0, 3).map(({ name }) => name)
  const more = stops.length - names.length
  return more > 0 ? `${names.join(', ')} và ${more} nơi nữa` : names.join(', ')
}

/** `khảo sát, theo kế hoạch`, in the words of the register. */
export function visitSaid(visit: Pick<VisitLine, 'kind' | 'isSurprise' | 'ledBy'>): string {
  return `${visitKindName[visit.kind]}${visit.isSurprise ? ' đột xuất' : ''} · ${visitLeadName[visit.ledBy]}`
}

export function daysSaid({ heldOn, lastOn }: Pick<VisitLine, 'heldOn' | 'lastOn'>): string {
  return heldOn === lastOn ? formatDay(heldOn) : `${formatDay(heldOn)} – ${formatDay(lastOn)}`
}
