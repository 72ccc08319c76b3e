import { error, fail, redirect } from '@sveltejs/kit'
import { layouts } from '#kernel/document.ts'
import { parseId } from '#kernel/ids.ts'
import { formatDay } from '#kernel/local-date.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { numberedTypes, type RegisteredNumber } from '#modules/reporting/document-number.ts'
import { layoutShort, layoutSlug } from '#modules/reporting/labels.ts'
import { cancelNumber, setNumbering } from '#modules/reporting/number-commands.server.ts'
import {
  numberedTypeName,
  numberedTypeSlug,
  numberRefusalText,
  outgoingOrderSlug,
  type NumberRefusal,
} from '#modules/reporting/number-labels.ts'
import { outgoingRegister, type RegisterPart } from '#modules/reporting/number-queries.server.ts'
import { outgoingOrders, outgoingView, type OutgoingAsked } from '#modules/reporting/outgoing-view.ts'
import { contextOf } from '../context.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const outcome = await outgoingRegister(contextOf(locals))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { parts, numberings, mayNumber } = outcome.value
  const asked = askedOf(url)
  const { lines, ...view } = outgoingView(
    parts.flatMap((part) => part.lines),
    asked,
  )
  return {
    mayNumber,
    saved: url.searchParams.get('da'),
    total: parts.reduce((sum, part) => sum + part.lines.length, 0),
    view,
    query: queryOf(view),
    lines: lines.map(shownLine),
    gaps: parts
      .filter(({ series, type, layout, gaps }) => gaps.length > 0 && isAsked(view, { series, type, layout }))
      .map(shownGaps),
    ways: numberings.map((one) => ({
      slug: layoutSlug[one.layout],
      name: layoutShort[one.layout],
      isParty: one.layout === 'party',
      way: one.way,
      term: one.term,
      lastReport: String(one.last.report),
      lastLetter: String(one.last.letter),
      startSeries: one.startSeries,
      version: one.version,
    })),
  }
}

function askedOf({ searchParams }: URL): OutgoingAsked {
  const asked = (name: string): string => (searchParams.get(name) ?? '').slice(0, 80).trim()
  return {
    words: asked('tim'),
    series: asked('nam') || null,
    type: numberedTypes.find((one) => numberedTypeSlug[one] === asked('loai')) ?? null,
    layout: layouts.find((one) => layoutSlug[one] === asked('noi')) ?? null,
    order: outgoingOrders.find((one) => outgoingOrderSlug[one] === asked('xep')) ?? 'newest',
    page: Number(/^\d{1,4}$/.exec(asked('trang'))?.[0] ?? 1),
  }
}

/** What narrows the register, as its address carries it; the page is left out. */
function queryOf({ words, series, type, layout, order }: Omit<OutgoingAsked, 'page'>): Record<string, string> {
  return {
    ...(words && { tim: words }),
    ...(series && { nam: series }),
    ...(type && { loai: numberedTypeSlug[type] }),
    ...(layout && { noi: layoutSlug[layout] }),
    ...(order !== 'newest' && { xep: outgoingOrderSlug[order] }),
  }
}

type Narrowed = Pick<OutgoingAsked, 'series' | 'type' | 'layout'>

function isAsked(view: Narrowed, part: Pick<RegisterPart, 'series' | 'type' | 'layout'>): boolean {
  return (['series', 'type', 'layout'] as const).every((one) => view[one] === null || view[one] === part[one])
}

function seriesName(series: string): string {
  return series.length > 4 ? `nhiệm kỳ ${series}` : `năm ${series}`
}

function shownGaps({ layout, type, series, gaps }: RegisterPart) {
  return {
    of: `${numberedTypeName[type]}, thể thức ${layoutShort[layout]}, ${seriesName(series)}`,
    numbers: gaps.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join(', '),
  }
}

function shownLine(line: RegisteredNumber) {
  return {
    id: line.id,
    report: line.report,
    number: String(line.number).padStart(2, '0'),
    symbol: line.symbol,
    day: formatDay(line.signedOn),
    kind: `${numberedTypeName[line.type]} · ${layoutShort[line.layout]} · ${seriesName(line.series)}`,
    about: line.about,
    to: line.sentTo.join(', '),
    by: line.by,
    how: line.way === 'reserved' ? 'lấy số ở đây' : 'văn thư cấp',
    cancelledFor: line.cancelledFor,
  }
}

export const actions: Actions = {
  huy: async ({ locals, request, url }) => {
    const form = await request.formData()
    const id = parseId<'DocumentNumber'>(textOf(form, 'dong'))
    if (!id) error(404, 'Không có trang này')
    const reason = textOf(form, 'ly-do')
    const outcome = await cancelNumber(contextOf(locals), id, reason)
    return answer(outcome, { ...queryOf(askedOf(url)), da: 'huy' }, `ly-do-${id}`, { [`ly-do-${id}`]: reason })
  },
  'cach-lay-so': async ({ locals, request }) => {
    const form = await request.formData()
    const layout = layouts.find((one) => layoutSlug[one] === textOf(form, 'the-thuc'))
    if (!layout) error(404, 'Không có trang này')
    const slug = layoutSlug[layout]
    const entry = {
      way: textOf(form, 'cach') === 'reserved' ? ('reserved' as const) : ('by-hand' as const),
      term: textOf(form, 'nhiem-ky'),
      lastReport: textOf(form, 'so-cuoi'),
      lastLetter: textOf(form, 'so-cuoi-cong-van'),
    }
    const typed = {
      [`cach-${slug}`]: entry.way,
      [`nhiem-ky-${slug}`]: entry.term,
      [`so-cuoi-${slug}`]: entry.lastReport,
      [`so-cuoi-cong-van-${slug}`]: entry.lastLetter,
    }
    const outcome = await setNumbering(contextOf(locals), layout, Number(textOf(form, 'ban')), entry)
    const isTerm = !outcome.ok && outcome.kind === 'refused' && outcome.refusal.code === 'term-missing'
    return answer(outcome, { da: 'cach' }, `${isTerm ? 'nhiem-ky' : 'so-cuoi'}-${slug}`, typed)
  },
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, 300) : ''
}

function answer(
  outcome: Outcome<undefined, NumberRefusal>,
  back: Record<string, string>,
  field: string,
  typed: Record<string, string>,
): ReturnType<typeof fail<{ errors: Record<string, string>; typed: Record<string, string> }>> {
  if (outcome.ok) redirect(303, `/desk/so-van-ban-di?${new URLSearchParams(back)}`)
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  return fail(409, { errors: { [field]: numberRefusalText(outcome.refusal) }, typed })
}
