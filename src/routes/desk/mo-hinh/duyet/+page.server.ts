import { error } from '@sveltejs/kit'
import { dayInVietnam, formatDay, partsOf } from '#kernel/local-date.ts'
import { parseId } from '#kernel/ids.ts'
import { readForm } from '#modules/access/forms.ts'
import { boardStates, initiativeBoard, type BoardState } from '#modules/movement/board-queries.server.ts'
import { moveForm, windowForm } from '#modules/movement/forms.ts'
import { scopes } from '#modules/movement/initiative.ts'
import { scopeLabel } from '#modules/movement/labels.ts'
import { listMoves, moveList, previewMoves, type ListMove } from '#modules/movement/listing-moves.server.ts'
import { undoList } from '#modules/movement/undoing.server.ts'
import { stateWindow } from '#modules/movement/windows.server.ts'
import { mend } from '../../../form-answer.server.ts'
import { contextOf } from '../../context.ts'
import { picksIn, refuseInitiative, typedIn } from '../initiative-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** What each list of what waits is called. */
const listName: Record<ListMove, string> = {
  approve: 'Chờ vào danh sách',
  return: 'Chờ vào danh sách (trả lại)',
  recognise: 'Chờ công nhận',
  'choose-outstanding': 'Chờ chọn tiêu biểu',
}

const columnName: Record<BoardState, string> = {
  ...{ draft: 'Đang viết', registered: 'Đã đăng ký', returned: 'Trả lại', listed: 'Trong danh sách' },
  ...{ running: 'Đang làm', appraised: 'Đã thẩm định', recognised: 'Công nhận', ended: 'Không đạt, dừng' },
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  const thisYear = partsOf(dayInVietnam(ctx.now)).year
  const year = Number(/^(19|20)\d\d$/.exec(url.searchParams.get('nam') ?? '')?.[0] ?? thisYear)
  const isProvince = ctx.actor.unit === ctx.actor.province
  const scope = scopes.find((one) => one === url.searchParams.get('cap')) ?? (isProvince ? 'province' : 'commune')
  const move = listMoves.find((one) => one === url.searchParams.get('viec')) ?? 'approve'
  const outcome = await initiativeBoard(ctx, { year, scope, move })
  if (!outcome.ok) error(404, 'Không có trang này')
  const { lines, waiting, windows, ...board } = outcome.value
  return {
    ...{ year, scope, move, thisYear },
    ...board,
    lists: listMoves.filter((one) => one !== 'return').map((one) => ({ move: one, label: listName[one] })),
    scopes: scopes
      .filter((one) => isProvince || one === 'commune')
      .map((one) => ({ value: one, label: scopeLabel[one] })),
    columns: boardStates.map((one) => ({ key: one, label: columnName[one] })),
    lines: lines.map(({ unit, name, counts }) => ({ unit, name, counts: boardStates.map((one) => counts[one]) })),
    waiting: waiting.map((row) => ({
      ...{ id: row.id, name: row.name, unitName: row.unitName, pick: `${row.id}.${row.year}.${row.version}` },
      kind: row.isNew ? 'Xây dựng mới' : 'Duy trì',
    })),
    windows: windows.map((one) => ({
      key: `${one.year}-${one.scope}`,
      text: `${scopeLabel[one.scope]}, năm ${one.year}: từ ${formatDay(one.from)} đến hết ${formatDay(one.to)}`,
    })),
    saved: url.searchParams.get('da'),
  }
}

const fields = ['reason', 'document', 'on', 'move']

export const actions: Actions = {
  xem: async ({ locals, request }) => {
    const form = await request.formData()
    const asked = askedOf(form)
    if ('answer' in asked) return asked.answer
    const outcome = await previewMoves(contextOf(locals), asked.picks, asked.move, asked.given)
    if (!outcome.ok) return refuseInitiative(outcome, asked.typed, () => 'chon')
    const { lines, possible } = outcome.value
    return {
      preview: {
        ...{ move: asked.move, typed: asked.typed, possible },
        lines: lines.map((line) => ({ ...line, pick: `${line.id}.${line.year}.${line.version}` })),
      },
    }
  },
  lam: async ({ locals, request }) => {
    const form = await request.formData()
    const asked = askedOf(form)
    if ('answer' in asked) return asked.answer
    const outcome = await moveList(contextOf(locals), asked.picks, asked.move, asked.given)
    if (!outcome.ok) return refuseInitiative(outcome, asked.typed, () => 'chon')
    const { list, lines, moved } = outcome.value
    return { made: { list, moved, left: lines.filter(({ no }) => no !== null).map(({ name, no }) => ({ name, no })) } }
  },
  'hoan-tac': async ({ locals, request }) => {
    const form = await request.formData()
    const list = parseId<'MoveList'>(String(form.get('list') ?? ''))
    if (!list) error(404, 'Không có trang này')
    const outcome = await undoList(contextOf(locals), list)
    if (!outcome.ok) return refuseInitiative(outcome, {}, () => 'chon')
    return { undone: outcome.value }
  },
  dot: async ({ locals, request }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['year', 'scope', 'from', 'to'], 'dot')
    const read = readForm(windowForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await stateWindow(contextOf(locals), read.value)
    if (!outcome.ok) return refuseInitiative(outcome, typed)
    return { opened: true }
  },
}

function askedOf(form: FormData) {
  const move = listMoves.find((one) => one === form.get('move'))
  if (!move) error(404, 'Không có trang này')
  const typed = typedIn(form, fields, 'viec')
  const read = readForm(moveForm, form)
  if (!read.ok) return { answer: mend(read.errors, typed) }
  const { on, reason, document } = read.value
  return { picks: picksIn(form), move, typed, given: { reason, document, ...(on && { on }) } }
}
