import { error } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { formatDay } from '#kernel/local-date.ts'
import { commitmentBoard } from '#modules/activities/commitment-queries.server.ts'
import { mayReadRegisters } from '#modules/activities/policy.ts'
import { unitOfCode } from '#modules/activities/queries.server.ts'
import { contextOf } from '../context.ts'
import { standingOf } from './standing.ts'
import type { PageServerLoad } from './$types'

const filterOf = {
  'dang-lam': 'open',
  'qua-han': 'overdue',
  'sap-den': 'soon',
  'co-ket-qua': 'done',
  'da-khep': 'closed',
  'tat-ca': 'all',
} as const

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  const code = url.searchParams.get('don-vi')
  const isAbove = mayReadRegisters(ctx.actor)
  const unit = code === null ? (isAbove ? null : ctx.actor.unit) : await unitOfCode(ctx, code.slice(0, 80))
  if (code !== null && !unit) error(404, 'Không có trang này')
  const word = Object.keys(filterOf).find((one) => one === url.searchParams.get('loc')) ?? 'dang-lam'
  const owner = url.searchParams.get('co-quan')?.slice(0, 200) ?? null
  const dialogue = parseId<'Dialogue'>(url.searchParams.get('cuoc'))
  const outcome = await commitmentBoard(ctx, {
    unit,
    filter: filterOf[word as keyof typeof filterOf],
    dialogue,
    owner,
    page: Number(/^\d{1,5}$/.exec(url.searchParams.get('trang') ?? '')?.[0] ?? 1),
  })
  if (!outcome.ok) error(404, 'Không có trang này')
  const { lines, counts, owners, page, pages, total } = outcome.value
  const kept: [string, string][] = [
    ...(code === null ? [] : [['don-vi', code] as [string, string]]),
    ...(owner === null ? [] : [['co-quan', owner] as [string, string]]),
    ...(dialogue === null ? [] : [['cuoc', dialogue] as [string, string]]),
  ]
  const hrefOf = (loc: string) => `/desk/cam-ket-doi-thoai?${new URLSearchParams([...kept, ['loc', loc]])}`
  return {
    isAbove: isAbove && unit === null,
    owner,
    isOfOne: dialogue !== null,
    isEmpty: counts.all === 0,
    filters: Object.entries(filterOf).map(([loc, filter]) => ({
      href: hrefOf(loc),
      word: loc,
      count: counts[filter],
      current: loc === word,
    })),
    owners: owners.map((one) => ({
      ...one,
      href: `/desk/cam-ket-doi-thoai?${new URLSearchParams([...kept.filter(([name]) => name !== 'co-quan'), ['co-quan', one.owner]])}`,
    })),
    lines: lines.map(({ commitment, question, unitName, subject, heldOn, due }) => ({
      id: commitment.id,
      dialogue: commitment.dialogue,
      question,
      answer: commitment.answer,
      owner: commitment.owner,
      due: commitment.dueOn ? formatDay(commitment.dueOn) : null,
      standing: standingOf(commitment.state, due),
      unitName,
      subject,
      heldOn: formatDay(heldOn),
    })),
    page,
    pages,
    total,
    query: Object.fromEntries([...kept, ['loc', word]]) as Record<string, string>,
  }
}
