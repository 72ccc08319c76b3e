import { error, redirect } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { formatDay } from '#kernel/local-date.ts'
import { readForm } from '#modules/access/forms.ts'
import type { AwardId } from '#modules/commendation/award.ts'
import { reasonForm, versionField } from '#modules/commendation/forms.ts'
import { chooseHandedOut, voidCeremony } from '#modules/commendation/list-commands.server.ts'
import { ceremonyPage } from '#modules/commendation/list-queries.server.ts'
import type { AwardLine } from '#modules/commendation/queries.server.ts'
import { mend } from '../../../../form-answer.server.ts'
import { contextOf, idOf } from '../../../context.ts'
import { refuse, typedIn } from '../../award-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const outcome = await ceremonyPage(contextOf(locals), idOf(params.id))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { ceremony, handedOut, open, mayKeep } = outcome.value
  return {
    mayKeep,
    ceremony: {
      ...{ name: ceremony.name, place: ceremony.place, unitName: ceremony.unitName, day: formatDay(ceremony.day) },
      ...{ version: ceremony.version, voidReason: ceremony.voidReason },
    },
    handedOut: handedOut.map(lineOf),
    open: open.map(lineOf),
    saved: url.searchParams.get('da') === 'chon',
  }
}

function lineOf({ award, unitName }: AwardLine) {
  return { id: award.id, recipient: award.recipient, decision: award.decision?.number ?? '', unitName }
}

export const actions: Actions = {
  chon: async ({ locals, request, params }) => {
    const form = await request.formData()
    const version = versionField.parse(form.get('ban'))
    const awards = form.getAll('chon').flatMap((value): AwardId[] => {
      const id = parseId<'Award'>(typeof value === 'string' ? value : null)
      return id ? [id] : []
    })
    const outcome = await chooseHandedOut(contextOf(locals), idOf(params.id), version, awards)
    if (outcome.ok) redirect(303, `/desk/khen-thuong/le-trao/${params.id}?da=chon`)
    return refuse(outcome, {})
  },
  go: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['reason'])
    const read = readForm(reasonForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const version = versionField.parse(form.get('ban'))
    const outcome = await voidCeremony(contextOf(locals), idOf(params.id), version, read.value.reason)
    if (outcome.ok) redirect(303, '/desk/khen-thuong/le-trao')
    return refuse(outcome, typed)
  },
}
