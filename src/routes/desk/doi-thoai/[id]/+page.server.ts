import { error, redirect } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { formatDay, timeInVietnam } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import { formatQuantity, quantity } from '#kernel/quantity.ts'
import { readForm } from '#modules/access/forms.ts'
import { activitiesAuditLabel } from '#modules/activities/audit-labels.ts'
import { correctDialogue, voidDialogue } from '#modules/activities/commands.server.ts'
import type { Dialogue, DialogueId } from '#modules/activities/dialogue.ts'
import { dialogueForm, versionField, voidForm } from '#modules/activities/forms.ts'
import { dialoguePage } from '#modules/activities/queries.server.ts'
import { reportsHandedIn } from '#modules/reporting/counting-queries.server.ts'
import { statusName } from '#modules/reporting/labels.ts'
import { mend } from '../../../form-answer.server.ts'
import { contextOf } from '../../context.ts'
import { dayShort } from '../../when.ts'
import { dialogueFields, refuse, typedIn } from '../dialogue-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const ctx = contextOf(locals)
  const outcome = await dialoguePage(ctx, idOf(params.id))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { dialogue, unit, mayKeep, changes } = outcome.value
  const handedIn = await reportsHandedIn(ctx, dialogue, dialogue.heldOn)
  return {
    dialogue: {
      day: formatDay(dialogue.heldOn),
      subject: dialogue.subject,
      place: dialogue.place,
      isThematic: dialogue.isThematic,
      attendances: dialogue.attendances === null ? null : said(dialogue.attendances),
      opinions: dialogue.opinions === null ? null : said(dialogue.opinions),
      voidReason: dialogue.voidReason,
      version: dialogue.version,
    },
    values: valuesOf(dialogue),
    unitName: unit.name,
    registerHref:
      dialogue.unit === ctx.actor.unit
        ? '/desk/doi-thoai'
        : `/desk/doi-thoai?${new URLSearchParams({ 'don-vi': unit.code })}`,
    mayKeep,
    changes: changes.map(({ kind, at, by }, index) => ({
      key: index,
      iso: at.toISOString(),
      day: dayShort(at),
      time: timeInVietnam(at),
      what: activitiesAuditLabel[kind],
      by,
    })),
    handedIn: handedIn.map((report) => ({
      id: report.id,
      name: periodName(report.period),
      status: statusName[report.status],
      isDecided: report.status !== 'submitted',
      mayTakeBack: mayKeep && report.status === 'submitted',
    })),
    saved: url.searchParams.get('da'),
  }
}

export const actions: Actions = {
  sua: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, dialogueFields)
    const read = readForm(dialogueForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const version = versionField.parse(form.get('ban'))
    const outcome = await correctDialogue(contextOf(locals), idOf(params.id), version, read.value)
    if (outcome.ok) redirect(303, `/desk/doi-thoai/${params.id}?da=sua`)
    return refuse(outcome, typed)
  },
  go: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['reason'])
    const read = readForm(voidForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const version = versionField.parse(form.get('ban'))
    const outcome = await voidDialogue(contextOf(locals), idOf(params.id), version, read.value.reason)
    if (outcome.ok) redirect(303, `/desk/doi-thoai/${params.id}?da=go`)
    return refuse(outcome, typed, ({ code }) => (code === 'personal-number' ? 'reason' : ''))
  },
}

function idOf(text: string): DialogueId {
  const id = parseId<'Dialogue'>(text)
  if (!id) error(404, 'Không có trang này')
  return id
}

/** As an officer would type it. */
function valuesOf(dialogue: Dialogue): Record<string, string> {
  return {
    heldOn: formatDay(dialogue.heldOn),
    subject: dialogue.subject,
    place: dialogue.place,
    isThematic: dialogue.isThematic ? 'co' : 'khong',
    attendances: dialogue.attendances === null ? '' : said(dialogue.attendances),
    opinions: dialogue.opinions === null ? '' : said(dialogue.opinions),
  }
}

function said(amount: number): string {
  return formatQuantity(quantity(amount))
}
