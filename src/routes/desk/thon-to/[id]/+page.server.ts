import { error, redirect } from '@sveltejs/kit'
import { newId, parseId } from '#kernel/ids.ts'
import { formatDay } from '#kernel/local-date.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { formatQuantity, quantity } from '#kernel/quantity.ts'
import { readForm } from '#modules/access/forms.ts'
import {
  assignForm,
  householdsForm,
  reasonForm,
  subCommuneChangeForm,
  subCommuneDayForm,
  subCommuneForm,
  versionField,
} from '#modules/organisation/forms.ts'
import { subCommuneChangeName, type Refusal } from '#modules/organisation/labels.ts'
import {
  changeSubCommune,
  correctSubCommune,
  countHouseholds,
  endSubCommune,
} from '#modules/organisation/sub-commune-commands.server.ts'
import {
  assignSubCommune,
  mergeSubCommunes,
  splitSubCommune,
  undoSubCommuneChange,
} from '#modules/organisation/sub-commune-merging.server.ts'
import { subCommuneDetail } from '#modules/organisation/sub-commune-queries.server.ts'
import { kindsOfSubCommunes } from '#modules/organisation/word-queries.server.ts'
import { labelOf } from '#modules/organisation/words.ts'
import { mend } from '../../../form-answer.server.ts'
import { actIn, actSaid, refuseChange, typedIn } from '../../../organisation-form.server.ts'
import { contextOf, idOf } from '../../context.ts'
import { partsIn } from './parts.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const ctx = contextOf(locals)
  const outcome = await subCommuneDetail(ctx, idOf(params.id))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { versions, last, commune, words, households, joined, mayKeep, mayAssign, ...detail } = outcome.value
  const isThere = last.isInForce && last.voidReason === null
  return {
    name: detail.name,
    communeName: commune?.name ?? '',
    listHref:
      commune?.unit === ctx.actor.unit
        ? '/desk/thon-to'
        : `/desk/thon-to?${new URLSearchParams({ 'don-vi': commune?.code ?? '' })}`,
    version: last.n,
    isThere,
    since: formatDay(last.from),
    lastChange: subCommuneChangeName[last.change],
    values: {
      name: last.name,
      kind: last.kind,
      from: formatDay(last.from),
      act: last.act.number,
      actOn: last.act.on ? formatDay(last.act.on) : '',
    },
    history: versions.toReversed().map((one) => ({
      n: one.n,
      day: formatDay(one.from),
      iso: one.from,
      what: subCommuneChangeName[one.change],
      name: one.name,
      kind: labelOf(words, 'sub-commune-kind', one.kind),
      act: actSaid(one.act),
      voidReason: one.voidReason,
    })),
    joined: joined.map((one) => ({
      ...{ id: one.other, name: one.name, day: formatDay(one.on) },
      what: one.isFrom ? 'lập ra từ' : 'nhập hoặc chia vào',
    })),
    households: households.map((one) => ({
      ...{ on: formatDay(one.on), iso: one.on, source: one.source },
      amount: formatQuantity(quantity(one.households)),
    })),
    among: detail.among.map(({ unit, name }) => ({ value: unit, label: name })),
    beside: detail.beside.map(({ id, name }) => ({ value: id, label: name })),
    kinds: await kindsOfSubCommunes(ctx),
    // Of what was a slip from its first day on there is nothing left to change.
    mayKeep: mayKeep && last.voidReason === null,
    mayAssign,
    saved: url.searchParams.get('da'),
  }
}

const entryFields = ['name', 'kind', 'from', 'act', 'actOn', 'reason']

export const actions: Actions = {
  doi: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, entryFields, 'doi')
    const read = readForm(subCommuneChangeForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const entry = { ...read.value, act: actIn(read.value) }
    return answer(
      await changeSubCommune(contextOf(locals), idOf(params.id), seen(form), entry),
      typed,
      params.id,
      'doi',
    )
  },
  'giai-the': async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['from', 'act', 'actOn'], 'giai-the')
    const read = readForm(subCommuneDayForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const change = { from: read.value.from, act: actIn(read.value) }
    return answer(await endSubCommune(contextOf(locals), idOf(params.id), seen(form), change), typed, params.id, 'xong')
  },
  'sap-nhap': async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['name', 'kind', 'from', 'act', 'actOn', 'cung'], 'sap-nhap')
    const read = readForm(subCommuneChangeForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const beside = form.getAll('cung').flatMap((one) => parseId<'SubCommuneUnit'>(String(one)) ?? [])
    const { name, kind, from } = read.value
    const outcome = await mergeSubCommunes(contextOf(locals), idOf(params.id), seen(form), {
      with: beside,
      into: newId<'SubCommuneUnit'>(locals.now),
      entry: { name, kind, from, act: actIn(read.value) },
    })
    const into = outcome.ok ? outcome.value : params.id
    return answer(outcome, typed, into, 'sap-nhap', ({ code }) =>
      code === 'needs-two' || code === 'two-communes' ? 'cung' : '',
    )
  },
  chia: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['parts', 'from', 'act', 'actOn'], 'chia')
    const read = readForm(subCommuneDayForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const ctx = contextOf(locals)
    const parts = partsIn(typed.parts ?? '', await kindsOfSubCommunes(ctx))
    if ('problem' in parts) return mend({ parts: parts.problem }, typed)
    const outcome = await splitSubCommune(ctx, idOf(params.id), seen(form), {
      ...{ from: read.value.from, act: actIn(read.value) },
      parts: parts.parts.map((part) => ({ ...part, id: newId<'SubCommuneUnit'>(locals.now) })),
    })
    return answer(outcome, typed, params.id, 'xong', ({ code }) =>
      code === 'name-taken' || code === 'needs-two' ? 'parts' : '',
    )
  },
  'so-ho': async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['countedOn', 'households', 'source'], 'so-ho')
    const read = readForm(householdsForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const { countedOn: on, households, source } = read.value
    const outcome = await countHouseholds(contextOf(locals), idOf(params.id), seen(form), { on, households, source })
    return answer(outcome, typed, params.id, 'so-ho', ({ code }) =>
      code === 'personal-number' ? 'source' : 'countedOn',
    )
  },
  sua: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, entryFields, 'sua')
    const read = readForm(subCommuneForm.extend(reasonForm.shape), form)
    if (!read.ok) return mend(read.errors, typed)
    const { name, kind, from, reason } = read.value
    const entry = { name, kind, from, act: actIn(read.value) }
    const outcome = await correctSubCommune(contextOf(locals), idOf(params.id), seen(form), entry, reason)
    return answer(outcome, typed, params.id, 'sua')
  },
  go: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['reason'], 'go')
    const read = readForm(reasonForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await undoSubCommuneChange(contextOf(locals), idOf(params.id), seen(form), read.value.reason)
    return answer(outcome, typed, params.id, 'go', ({ code }) => (code === 'personal-number' ? 'reason' : ''))
  },
  giao: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['unit', 'from', 'act', 'actOn'], 'giao')
    const read = readForm(assignForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const change = { unit: read.value.unit, from: read.value.from, act: actIn(read.value) }
    return answer(
      await assignSubCommune(contextOf(locals), idOf(params.id), seen(form), change),
      typed,
      params.id,
      'giao',
    )
  },
}

function answer(
  outcome: Outcome<unknown, Refusal>,
  typed: Record<string, string>,
  id: string,
  done: string,
  nameOf?: (refusal: Refusal) => string,
) {
  if (outcome.ok) redirect(303, `/desk/thon-to/${id}?da=${done}`)
  return refuseChange(outcome, typed, nameOf)
}

function seen(form: FormData): number {
  return versionField.parse(form.get('ban'))
}
