import { error, redirect } from '@sveltejs/kit'
import { formatDay } from '#kernel/local-date.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { readForm } from '#modules/access/forms.ts'
import {
  changeFunctions,
  endBody,
  handOverFunctions,
  mergeBody,
  renameBody,
} from '#modules/organisation/body-commands.server.ts'
import { bodyDetail } from '#modules/organisation/body-queries.server.ts'
import { correctBody, undoBodyChange } from '#modules/organisation/body-undo.server.ts'
import {
  bodyDayForm,
  bodyForm,
  bodyNameForm,
  bodyToForm,
  reasonForm,
  versionField,
} from '#modules/organisation/forms.ts'
import { bodyChangeName, treeName, type Refusal } from '#modules/organisation/labels.ts'
import { labelOf, offered } from '#modules/organisation/words.ts'
import { mend } from '../../../form-answer.server.ts'
import { actIn, actSaid, refuseChange, typedIn } from '../../../organisation-form.server.ts'
import { contextOf, idOf } from '../../context.ts'
import { functionsIn } from '../functions.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const ctx = contextOf(locals)
  const outcome = await bodyDetail(ctx, idOf(params.id))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { unit, versions, last, links, beside, words, mayKeep } = outcome.value
  const said = (functions: readonly string[]) => functions.map((one) => labelOf(words, 'body-function', one)).join('; ')
  return {
    name: last.name,
    unitName: unit.name,
    listHref:
      unit.unit === ctx.actor.unit && unit.unit !== ctx.actor.province
        ? '/desk/to-chuc'
        : `/desk/to-chuc?${new URLSearchParams({ 'don-vi': unit.code })}`,
    facts: [
      { term: 'Loại', value: labelOf(words, 'body-kind', last.kind) },
      { term: 'Hệ thống', value: treeName[last.tree] },
      { term: 'Việc phụ trách', value: said(last.functions) || 'không ghi việc nào' },
    ],
    version: last.n,
    isThere: last.isInForce && last.voidReason === null,
    since: formatDay(last.from),
    lastChange: bodyChangeName[last.change],
    values: {
      ...{ name: last.name, kind: last.kind, tree: last.tree, functions: last.functions.join(' ') },
      ...{ from: formatDay(last.from), act: last.act.number, actOn: last.act.on ? formatDay(last.act.on) : '' },
    },
    history: versions.toReversed().map((one) => ({
      ...{ n: one.n, day: formatDay(one.from), iso: one.from, what: bodyChangeName[one.change], name: one.name },
      ...{ functions: said(one.functions), act: actSaid(one.act), voidReason: one.voidReason },
    })),
    links: links.map((one) => ({
      ...{ id: one.other, name: one.name, day: formatDay(one.on) },
      what: linkSaid(one.isFrom, one.isMerger),
      functions: said(one.functions),
    })),
    beside: beside.map(({ id, name }) => ({ value: id, label: name })),
    kinds: offered(words, 'body-kind').map(({ code, label, tree }) => ({
      ...{ value: code, label },
      group: tree ? treeName[tree] : 'Của tỉnh',
    })),
    functions: offered(words, 'body-function').map(({ code, label }) => ({ value: code, label })),
    owned: last.functions.map((code) => ({ value: code, label: labelOf(words, 'body-function', code) })),
    mayKeep: mayKeep && last.voidReason === null,
    saved: url.searchParams.get('da'),
  }
}

function linkSaid(isFrom: boolean, isMerger: boolean): string {
  if (isMerger) return isFrom ? 'nhận toàn bộ từ' : 'hợp nhất vào'
  return isFrom ? 'nhận việc từ' : 'bàn giao việc cho'
}

const fields = ['name', 'kind', 'tree', 'functions', 'from', 'act', 'actOn', 'to', 'reason']

export const actions: Actions = {
  'doi-ten': async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, fields, 'doi-ten')
    const read = readForm(bodyNameForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const change = { name: read.value.name, from: read.value.from, act: actIn(read.value) }
    return answer(await renameBody(contextOf(locals), idOf(params.id), seen(form), change), typed, params.id)
  },
  'doi-viec': async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, fields, 'doi-viec')
    const read = readForm(bodyDayForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const change = { functions: functionsIn(form), from: read.value.from, act: actIn(read.value) }
    return answer(await changeFunctions(contextOf(locals), idOf(params.id), seen(form), change), typed, params.id)
  },
  'hop-nhat': async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, fields, 'hop-nhat')
    const read = readForm(bodyToForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const change = { to: read.value.to, from: read.value.from, act: actIn(read.value) }
    return answer(await mergeBody(contextOf(locals), idOf(params.id), seen(form), change), typed, params.id)
  },
  'ban-giao': async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, fields, 'ban-giao')
    const read = readForm(bodyToForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const { to, from } = read.value
    const change = { to, from, functions: functionsIn(form), act: actIn(read.value) }
    return answer(await handOverFunctions(contextOf(locals), idOf(params.id), seen(form), change), typed, params.id)
  },
  'ket-thuc': async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, fields, 'ket-thuc')
    const read = readForm(bodyDayForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const change = { from: read.value.from, act: actIn(read.value) }
    return answer(await endBody(contextOf(locals), idOf(params.id), seen(form), change), typed, params.id)
  },
  sua: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, fields, 'sua')
    const read = readForm(bodyForm.extend(reasonForm.shape), form)
    if (!read.ok) return mend(read.errors, typed)
    const { name, kind, tree, from, reason } = read.value
    const entry = { name, kind, tree, from, functions: functionsIn(form), act: actIn(read.value) }
    return answer(await correctBody(contextOf(locals), idOf(params.id), seen(form), entry, reason), typed, params.id)
  },
  go: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, fields, 'go')
    const read = readForm(reasonForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await undoBodyChange(contextOf(locals), idOf(params.id), seen(form), read.value.reason)
    return answer(outcome, typed, params.id, ({ code }) => (code === 'personal-number' ? 'reason' : ''))
  },
}

function answer(
  outcome: Outcome<unknown, Refusal>,
  typed: Record<string, string>,
  id: string,
  nameOf?: (refusal: Refusal) => string,
) {
  if (outcome.ok) redirect(303, `/desk/to-chuc/${id}?da=${typed.which}`)
  return refuseChange(outcome, typed, nameOf)
}

function seen(form: FormData): number {
  return versionField.parse(form.get('ban'))
}
