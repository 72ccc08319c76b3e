import { error } from '@sveltejs/kit'
import { accountsPage, type AccountFilter, type AccountRow } from '#modules/access/account-queries.server.ts'
import { accountStates, idleDays } from '#modules/access/account-state.ts'
import { dutyKinds } from '#modules/access/actor.ts'
import { dutyLabel } from '#modules/access/labels.ts'
import { reviewsOf } from '#modules/access/life-queries.server.ts'
import { parseId } from '#kernel/ids.ts'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { ctxOf } from './context.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = ctxOf(locals)
  const filter = filterOf(url)
  const page = await accountsPage(locals.access, ctx, filter)
  if (!page) error(404, 'Không có trang này.')
  const review = await reviewsOf(locals.access, ctx)
  const { daysUntilOff } = locals.access.guard
  return {
    filter,
    total: page.total,
    page: page.page,
    pages: page.pages,
    counts: page.counts,
    units: page.units,
    mayChange: page.mayChange,
    kinds: dutyKinds.map((kind) => ({ kind, label: dutyLabel[kind] })),
    reviewDue: review?.dueSince ? formatDay(dayInVietnam(review.dueSince)) : null,
    accounts: page.accounts.map((account) => shown(account, daysUntilOff, locals.now)),
  }
}

function shown(account: AccountRow, daysUntilOff: number, now: Date) {
  const { lastActiveAt, duties, ...rest } = account
  return {
    ...rest,
    lastActive: formatDay(dayInVietnam(lastActiveAt)),
    daysLeft: Math.max(0, daysUntilOff - idleDays(lastActiveAt, now)),
    duties: duties.map((duty) => ({ id: duty.id, label: `${dutyLabel[duty.kind]} – ${duty.unitName}` })),
  }
}

function filterOf(url: URL): AccountFilter {
  const page = Number(url.searchParams.get('trang') ?? '1')
  return {
    // PostgreSQL takes no NUL in a text.
    words: url.searchParams.get('tim')?.replaceAll('\0', '').slice(0, 60).trim() ?? '',
    unit: parseId<'Unit'>(url.searchParams.get('don-vi')),
    kind: dutyKinds.find((kind) => kind === url.searchParams.get('nhiem-vu')) ?? null,
    state: accountStates.find((state) => state === url.searchParams.get('tinh-trang')) ?? null,
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  }
}
