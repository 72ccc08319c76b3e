import { error, redirect } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { dayInVietnam, formatDay, partsOf } from '#kernel/local-date.ts'
import { readForm } from '#modules/access/forms.ts'
import { yearMoves } from '#modules/movement/cycle.ts'
import { continueForm, judgeForm, moveForm, yearVersion } from '#modules/movement/forms.ts'
import { handOverInitiative, takeOver } from '#modules/movement/handing-over.server.ts'
import { continueInitiative, judgeEffective, mergeInitiative, moveInitiative } from '#modules/movement/moving.server.ts'
import { openHolderName } from '#modules/movement/holder-name.server.ts'
import type { Initiative } from '#modules/movement/initiative.ts'
import { libraryPage } from '#modules/movement/library-queries.server.ts'
import { initiativeOfRecord, initiativePage } from '#modules/movement/queries.server.ts'
import { undoMove } from '#modules/movement/undoing.server.ts'
import { mend } from '../../../form-answer.server.ts'
import { libraryPath } from '../../../library-view.ts'
import { contextOf } from '../../context.ts'
import { initiativeId, refuseInitiative, typedIn } from '../initiative-form.server.ts'
import { shownInitiative } from './shown.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const ctx = contextOf(locals)
  const found = await initiativeOfRecord(ctx, initiativeId(params.id))
  if (!found) error(404, 'Không có trang này')
  // A counted figure opens by the id of the year.
  if (found.year !== null) redirect(307, `/desk/mo-hinh/${found.id}?nam=${found.year}`)
  const wanted = /^(19|20)\d\d$/.exec(url.searchParams.get('nam') ?? '')?.[0]
  const outcome = await initiativePage(ctx, found.id, wanted === undefined ? null : Number(wanted))
  if (!outcome.ok) error(404, 'Không có trang này')
  const today = dayInVietnam(ctx.now)
  const learntFrom = await parentShown(locals.db, outcome.value.initiative.parent)
  return { ...shownInitiative(outcome.value, ctx, today), learntFrom, saved: url.searchParams.get('da') }
}

/** From whom this was learnt, as the library shows it: the register it stands in is often another unit's and closed to the reader. */
async function parentShown(db: App.Locals['db'], parent: Initiative['parent']) {
  const found = parent && (await libraryPage(db, parent.id))
  if (!found) return null
  if ('withdrawn' in found)
    return { href: libraryPath(found.withdrawn.id), name: 'Một trang đã gỡ khỏi thư viện', where: '' }
  const { id, name, content } = found.page
  return { href: libraryPath(id), name, where: `${content.unit.name}, ${content.province.name}` }
}

const moveFields = ['reason', 'document', 'on', 'isCompletion', 'move', 'into', 'to']

export const actions: Actions = {
  buoc: async ({ locals, params, request }) => {
    const ctx = contextOf(locals)
    const id = initiativeId(params.id)
    const form = await request.formData()
    const move = yearMoves.find((one) => one === form.get('move'))
    if (!move) error(404, 'Không có trang này')
    const typed = typedIn(form, moveFields, move)
    const read = readForm(moveForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const at = { id, year: Number(form.get('year')), version: yearVersion.parse(form.get('version')) }
    const { on, ...said } = read.value
    const given = { ...said, ...(on && { on }) }
    if (move === 'merge') {
      const into = parseId<'Initiative'>(/[0-9a-f-]{36}/.exec(typed.into?.toLowerCase() ?? '')?.[0])
      if (!into) return mend({ into: 'Chọn mô hình gộp vào: dán địa chỉ trang của mô hình đó.' }, typed)
      const merged = await mergeInitiative(ctx, at, into, given)
      if (merged.ok) redirect(303, `/desk/mo-hinh/${id}?nam=${at.year}&da=buoc`)
      return refuseInitiative(merged, typed)
    }
    if (move === 'hand-over') {
      const to = parseId<'Unit'>(typed.to)
      if (!to) return mend({ to: 'Chọn đơn vị nhận bàn giao.' }, typed)
      const handed = await handOverInitiative(ctx, at, to, given)
      if (handed.ok) redirect(303, `/desk/mo-hinh/${handed.value}?da=nhan`)
      return refuseInitiative(handed, typed)
    }
    const outcome = await moveInitiative(ctx, at, move, given)
    if (outcome.ok) redirect(303, `/desk/mo-hinh/${id}?nam=${at.year}&da=buoc`)
    return refuseInitiative(outcome, typed)
  },
  'hoan-tac': async ({ locals, params, request }) => {
    const id = initiativeId(params.id)
    const form = await request.formData()
    const at = { id, year: Number(form.get('year')), version: yearVersion.parse(form.get('version')) }
    const outcome = await undoMove(contextOf(locals), at)
    if (outcome.ok) redirect(303, `/desk/mo-hinh/${id}?nam=${at.year}&da=hoan-tac`)
    return refuseInitiative(outcome, { which: 'hoan-tac' }, () => '')
  },
  'duy-tri': async ({ locals, params, request }) => {
    const id = initiativeId(params.id)
    const form = await request.formData()
    const typed = typedIn(form, ['year', 'scope', 'theme'], 'duy-tri')
    const read = readForm(continueForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await continueInitiative(contextOf(locals), id, read.value)
    if (outcome.ok) redirect(303, `/desk/mo-hinh/${id}/phieu`)
    return refuseInitiative(outcome, typed)
  },
  'hieu-qua': async ({ locals, params, request }) => {
    const id = initiativeId(params.id)
    const form = await request.formData()
    const typed = typedIn(form, ['on'], 'hieu-qua')
    const read = readForm(judgeForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const at = { id, year: Number(form.get('year')), version: yearVersion.parse(form.get('version')) }
    const outcome = await judgeEffective(contextOf(locals), at, read.value.on)
    if (outcome.ok) redirect(303, `/desk/mo-hinh/${id}?nam=${at.year}&da=hieu-qua`)
    return refuseInitiative(outcome, typed, () => 'on')
  },
  nhan: async ({ locals, params }) => {
    const ctx = contextOf(locals)
    const id = initiativeId(params.id)
    const page = await initiativePage(ctx, id, null)
    if (!page.ok) error(404, 'Không có trang này')
    const { province } = page.value.initiative
    const outcome = await takeOver(ctx, { province, id }, {})
    if (outcome.ok) redirect(303, `/desk/mo-hinh/${outcome.value}?da=nhan`)
    return refuseInitiative(outcome, { which: 'nhan' }, () => '')
  },
  'mo-ten': async ({ locals, params }) => {
    const outcome = await openHolderName(contextOf(locals), locals.vault, initiativeId(params.id))
    if (!outcome.ok) error(404, 'Không có trang này')
    return {
      personName: outcome.value,
      openedOn: formatDay(dayInVietnam(locals.now)),
      year: partsOf(dayInVietnam(locals.now)).year,
    }
  },
}
