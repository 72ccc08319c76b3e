import { error, redirect } from '@sveltejs/kit'
import { newId, parseId } from '#kernel/ids.ts'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { readForm } from '#modules/access/forms.ts'
import { placeEndForm, placeForm, reasonForm } from '#modules/organisation/forms.ts'
import { treeName } from '#modules/organisation/labels.ts'
import { endPlaceInTree, placeInTree, voidPlaceInTree } from '#modules/organisation/tree-commands.server.ts'
import { treesPage } from '#modules/organisation/tree-queries.server.ts'
import { trees, type Tree, type UnitId } from '#modules/territory/unit.ts'
import { mend } from '../../form-answer.server.ts'
import { actIn, actSaid, askedDay, refuseChange, typedIn } from '../../organisation-form.server.ts'
import { asked, ctxOf } from '../context.server.ts'
import type { Actions, PageServerLoad } from './$types'

const slugs: Record<Tree, string> = { state: 'chinh-quyen', party: 'dang', front: 'mat-tran' }

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = { ...ctxOf(locals), db: locals.db }
  const today = dayInVietnam(ctx.now)
  const { day, dayText, dayError } = askedDay(url, today)
  const tree = trees.find((one) => slugs[one] === url.searchParams.get('cay')) ?? 'party'
  const outcome = await treesPage(ctx, tree, day)
  if (!outcome.ok) error(404, 'Không có trang này')
  const { lines, differing, memberships, versions, mayChange } = outcome.value
  const names = new Map<UnitId, string>()
  for (const version of versions.toSorted((one, other) => ((one.from ?? '') < (other.from ?? '') ? -1 : 1)))
    names.set(version.unit, version.name)
  const nameOf = (unit: UnitId | null): string => (unit ? (names.get(unit) ?? 'đơn vị khác tỉnh') : '')
  return {
    ...{ dayText, dayError, tree, slug: slugs[tree], treeName: treeName[tree], mayChange },
    switches: trees.map((one) => ({
      slug: slugs[one],
      label: treeName[one],
      count: one === 'state' ? lines.length : differing[one],
      isCurrent: one === tree,
    })),
    lines: lines.map(({ unit, depth, differs, below }) => ({
      id: unit.unit,
      name: unit.name,
      depth,
      below,
      stateParent: nameOf(unit.parent),
      differs: differs ? { under: nameOf(differs.parent), act: actSaid(differs.act) } : null,
    })),
    memberships: memberships
      .filter((one) => tree === 'state' || one.tree === tree)
      .map((one) => ({
        id: one.id,
        tree: treeName[one.tree],
        member: nameOf(one.member),
        parent: nameOf(one.parent),
        from: formatDay(one.from),
        until: one.until ? formatDay(one.until) : null,
        act: actSaid(one.act),
        voidReason: one.voidReason,
      })),
    units: lines
      .filter(({ unit }) => unit.unit !== ctx.actor.province)
      .map(({ unit }) => ({ value: unit.unit, label: unit.name })),
    parents: lines.map(({ unit }) => ({ value: unit.unit, label: unit.name })),
    sheet: newId<'TreeMembership'>(ctx.now),
    saved: url.searchParams.get('da'),
  }
}

export const actions: Actions = {
  dat: async ({ locals, request, url }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['to', 'member', 'parent', 'tree', 'from', 'until', 'act', 'actOn'], 'dat')
    const id = parseId<'TreeMembership'>(typed.to)
    if (!id) error(400, 'Biểu mẫu này không đầy đủ. Xin mở lại trang.')
    const read = readForm(placeForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const { act: _, actOn: __, ...entry } = read.value
    const outcome = await placeInTree({ ...ctxOf(locals), db: locals.db }, id, { ...entry, act: actIn(read.value) })
    if (outcome.ok)
      redirect(303, `/admin/cay-don-vi?${new URLSearchParams({ ...kept(url), cay: slugs[entry.tree], da: 'dat' })}`)
    return refuseChange(outcome, typed)
  },
  thoi: async ({ locals, request, url }) => {
    const form = await request.formData()
    const id = asked<'TreeMembership'>(form, 'dong')
    const typed = typedIn(form, ['dong', 'until'], 'thoi')
    const read = readForm(placeEndForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await endPlaceInTree({ ...ctxOf(locals), db: locals.db }, id, read.value.until)
    if (outcome.ok) redirect(303, `/admin/cay-don-vi?${new URLSearchParams({ ...kept(url), da: 'thoi' })}`)
    return refuseChange(outcome, typed, () => 'until')
  },
  go: async ({ locals, request, url }) => {
    const form = await request.formData()
    const id = asked<'TreeMembership'>(form, 'dong')
    const typed = typedIn(form, ['dong', 'reason'], 'go')
    const read = readForm(reasonForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await voidPlaceInTree({ ...ctxOf(locals), db: locals.db }, id, read.value.reason)
    if (outcome.ok) redirect(303, `/admin/cay-don-vi?${new URLSearchParams({ ...kept(url), da: 'go' })}`)
    return refuseChange(outcome, typed, () => 'reason')
  },
}

/** Where the reader stood: the tree and the day stay chosen. */
function kept(url: URL): Record<string, string> {
  return Object.fromEntries(
    ['cay', 'ngay'].flatMap((name) => {
      const value = url.searchParams.get(name)
      return value ? [[name, value.slice(0, 20)]] : []
    }),
  )
}
