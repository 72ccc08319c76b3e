import { error, redirect } from '@sveltejs/kit'
import { newId, parseId } from '#kernel/ids.ts'
import { dayInVietnam } from '#kernel/local-date.ts'
import { recordMeeting } from '#modules/activities/meeting-commands.server.ts'
import { readMeetingForm } from '#modules/activities/meeting-forms.ts'
import { placeNames } from '#modules/activities/meeting-queries.server.ts'
import { meetingKinds } from '#modules/activities/meeting.ts'
import { mayKeepActivities } from '#modules/activities/visit-policy.ts'
import { mend } from '../../../form-answer.server.ts'
import { refuseMeeting, textsIn } from '../../activity-form.server.ts'
import { contextOf } from '../../context.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  if (!mayKeepActivities(ctx.actor, ctx.actor)) error(404, 'Không có trang này')
  const kind = meetingKinds.find((one) => one === url.searchParams.get('loai')) ?? null
  return {
    kind,
    // The sheet has its number before it is written on: sent twice it is one meeting.
    sheet: newId<'Meeting'>(locals.now),
    places: kind === 'support' ? await placeNames(ctx, dayInVietnam(ctx.now)) : [],
    saved: url.searchParams.get('da'),
  }
}

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const ctx = contextOf(locals)
    if (!mayKeepActivities(ctx.actor, ctx.actor)) error(404, 'Không có trang này')
    const form = await request.formData()
    const typed = textsIn(form)
    // More rows were asked for: nothing is saved yet, and what was typed stays.
    if (form.has('them-dong')) return mend({}, typed)
    const id = parseId<'Meeting'>(typed.to)
    if (!id) error(400, 'Biểu mẫu này không đầy đủ. Xin mở lại trang ghi sổ.')
    const read = readMeetingForm(form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await recordMeeting(ctx, id, read.value)
    if (outcome.ok) {
      const { kind } = read.value.facts
      redirect(303, form.has('tiep') ? `/desk/hoi-nghi/moi?loai=${kind}&da=ghi` : `/desk/hoi-nghi/${id}?da=ghi`)
    }
    // On a used sheet stands another meeting: pressed again, this one gets a sheet of its own.
    const isUsed = outcome.kind === 'refused' && outcome.refusal.code === 'sheet-used'
    return refuseMeeting(outcome, isUsed ? { ...typed, to: newId<'Meeting'>(locals.now) } : typed)
  },
}
