import { error } from '@sveltejs/kit'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { unitOfCode } from '#modules/activities/queries.server.ts'
import type { WorkAnswer } from '#modules/organisation/answering.server.ts'
import type { BodyVersion } from '#modules/organisation/body.ts'
import { bodiesOverview, bodiesPage, ownUnitCode } from '#modules/organisation/body-queries.server.ts'
import { certaintyName, treeName } from '#modules/organisation/labels.ts'
import type { FunctionOwner } from '#modules/organisation/owner.ts'
import { labelOf, offered, type StructureWord } from '#modules/organisation/words.ts'
import { askedDay } from '../../organisation-form.server.ts'
import { contextOf } from '../context.ts'
import type { PageServerLoad } from './$types'

const pageLength = 50

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  const code = url.searchParams.get('don-vi')?.slice(0, 80) ?? null
  const { day, dayText, dayError } = askedDay(url, dayInVietnam(ctx.now))
  const asked = { dayText, dayError, code, saved: url.searchParams.get('da') }
  const ofProvince = ctx.actor.unit === ctx.actor.province
  if (code === null && ofProvince) {
    const kind = url.searchParams.get('loai')?.slice(0, 80) || null
    const work = url.searchParams.get('viec')?.slice(0, 80) || null
    const outcome = await bodiesOverview(ctx, { day, kind, work })
    if (!outcome.ok) error(404, 'Không có trang này')
    const { lines, words, total } = outcome.value
    const pages = Math.max(1, Math.ceil(lines.length / pageLength))
    const page = Math.min(Math.max(1, Number(/^\d{1,4}$/.exec(url.searchParams.get('trang') ?? '')?.[0] ?? 1)), pages)
    return {
      ...asked,
      own: null,
      above: {
        ownCode: await ownUnitCode(ctx),
        ...{ kind, work, total, page, pages, found: lines.length },
        lines: lines.slice((page - 1) * pageLength, page * pageLength).map(({ body, unit }) => ({
          ...shown(body, words),
          unitName: unit.name,
          unitCode: unit.code,
        })),
        kinds: choices(words, 'body-kind'),
        works: choices(words, 'body-function'),
      },
    }
  }
  const unit = code === null ? ctx.actor.unit : await unitOfCode(ctx, code)
  if (!unit) error(404, 'Không có trang này')
  const outcome = await bodiesPage(ctx, unit, day)
  if (!outcome.ok) error(404, 'Không có trang này')
  const { unit: whose, bodies, ended, answering, words, mayKeep, day: shownDay } = outcome.value
  return {
    ...asked,
    above: null,
    own: {
      unitName: whose.name,
      unitCode: whose.code,
      endedOn: whose.until !== null && whose.until < day ? formatDay(whose.until) : null,
      shownDay: formatDay(shownDay),
      today: formatDay(dayInVietnam(ctx.now)),
      mayKeep,
      bodies: bodies.map((body) => shown(body, words)),
      ended: ended.map((body) => ({ id: body.id, name: body.name, on: formatDay(body.from), how: body.change })),
      answering: answering.map((one) => answered(one, words)),
    },
  }
}

function choices(words: readonly StructureWord[], list: 'body-kind' | 'body-function') {
  return offered(words, list).map(({ code, label }) => ({ value: code, label }))
}

function shown(body: BodyVersion, words: readonly StructureWord[]) {
  return {
    id: body.id,
    name: body.name,
    kind: labelOf(words, 'body-kind', body.kind),
    tree: treeName[body.tree],
    since: formatDay(body.from),
    functions: body.functions.map((one) => labelOf(words, 'body-function', one)).join('; '),
  }
}

function answered(one: WorkAnswer, words: readonly StructureWord[]) {
  return {
    work: labelOf(words, 'body-function', one.work),
    then: one.owner ? named(one.owner) : null,
    today: one.today?.owner ? { ...named(one.today.owner), unitName: one.today.unit.name } : null,
    among: one.among.map(({ name }) => name).join(', '),
  }
}

/** Who it is, and how surely that is known: what the unit wrote down is certain, what is usual says so. */
function named(owner: FunctionOwner): { name: string; note: string | null } {
  if (owner.kind === 'recorded') return { name: owner.body.name, note: null }
  const { pattern, others } = owner
  const beside = others.length > 0 ? ` Cũng có thể là ${others.join(', ')}.` : ''
  const how = pattern.isOwn
    ? `Tỉnh ghi chung, theo ${pattern.source}.`
    : `Theo mẫu chung, ${certaintyName[pattern.certainty]}.`
  return { name: owner.name, note: `${how}${beside}` }
}
