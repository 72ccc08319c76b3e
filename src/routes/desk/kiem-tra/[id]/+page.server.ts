import { error, redirect } from '@sveltejs/kit'
import { newId, parseId } from '#kernel/ids.ts'
import { formatDay, parseLocalDate, timeInVietnam } from '#kernel/local-date.ts'
import { readForm } from '#modules/access/forms.ts'
import { activitiesAuditLabel } from '#modules/activities/audit-labels.ts'
import { raiseFinding } from '#modules/activities/finding-commands.server.ts'
import { versionField } from '#modules/activities/forms.ts'
import { correctVisit, seeInitiative, unseeInitiative, voidVisit } from '#modules/activities/visit-commands.server.ts'
import { findingForm, readVisitForm, visitReasonForm } from '#modules/activities/visit-forms.ts'
import { findingStateName, severityName, visitKindName, visitLeadName } from '#modules/activities/visit-labels.ts'
import { leadsOf } from '#modules/activities/visit-policy.ts'
import { visitChoices, visitPage } from '#modules/activities/visit-queries.server.ts'
import { unitsCellOf } from '#modules/activities/visit.ts'
import { reportsHandedIn } from '#modules/reporting/counting-queries.server.ts'
import { handedInShown } from '../../handed-in.ts'
import { mend } from '../../../form-answer.server.ts'
import { refuseVisit, textsIn } from '../../activity-form.server.ts'
import { contextOf, idOf } from '../../context.ts'
import { dayShort } from '../../when.ts'
import { findingShown } from '../../ket-luan/finding-shown.ts'
import { daysSaid, visitSaid } from '../visit-list.server.ts'
import { choicesShown, fewestRows, visitValues } from '../visit-values.server.ts'
import { initiativeChoices } from './initiatives.server.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const ctx = contextOf(locals)
  const outcome = await visitPage(ctx, idOf(params.id))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { visit, unitName, findings, initiatives, files, mayKeep, changes } = outcome.value
  const choices = mayKeep ? choicesShown(await visitChoices(ctx, visit.heldOn)) : null
  const words = url.searchParams.get('tim-mo-hinh')?.trim().slice(0, 80) ?? ''
  return {
    visit: {
      ...{ id: visit.id, subject: visit.subject, version: visit.version, voidReason: visit.voidReason },
      ...{ heading: visitSaid(visit), days: daysSaid(visit), leadingBody: visit.leadingBody },
      ...{ kind: visitKindName[visit.kind], lead: visitLeadName[visit.ledBy], isSurprise: visit.isSurprise },
      ...{ members: visit.members, topics: visit.topics, minutes: visit.minutes },
      conclusion: visit.conclusion && `${visit.conclusion.number}, ngày ${formatDay(visit.conclusion.on)}`,
      counted: countedSaid(visit),
      stops: visit.stops.map(({ name, on }, position) => ({ position, name, day: formatDay(on) })),
    },
    unitName,
    values: choices ? visitValues(visit, choices.topics) : {},
    choices,
    rows: Math.max(fewestRows, visit.stops.length + 2),
    leads: leadsOf(visit),
    findings: findings.map((one) => ({
      ...findingShown(one, ctx.now),
      state: findingStateName[one.state],
      severity: severityName[one.severity],
    })),
    sheet: newId<'Finding'>(locals.now),
    initiatives: initiatives.map(({ id, name, on }) => ({ id, name, day: formatDay(on) })),
    initiativeWords: words,
    initiativeChoices: mayKeep && words ? await initiativeChoices(ctx, visit.heldOn, words) : [],
    files: files.length,
    mayKeep,
    changes: changes.map(({ kind, at, by }, index) => ({
      ...{ key: index, iso: at.toISOString(), day: dayShort(at), time: timeInVietnam(at) },
      ...{ what: activitiesAuditLabel[kind], by },
    })),
    handedIn: handedInShown(await reportsHandedIn(ctx, visit, visit.heldOn), mayKeep),
    saved: url.searchParams.get('da'),
  }
}

export const actions: Actions = {
  sua: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = textsIn(form)
    if (form.has('them-dong')) return mend({}, typed)
    const read = readVisitForm(form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await correctVisit(contextOf(locals), idOf(params.id), versionIn(form), read.value)
    return outcome.ok ? backTo(params, 'sua') : refuseVisit(outcome, typed)
  },
  go: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = textsIn(form)
    const read = readForm(visitReasonForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await voidVisit(contextOf(locals), idOf(params.id), versionIn(form), read.value.reason)
    return outcome.ok ? backTo(params, 'go') : refuseVisit(outcome, typed)
  },
  viec: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = textsIn(form)
    const id = parseId<'Finding'>(typed.to)
    if (!id) error(400, 'Biểu mẫu này không đầy đủ. Xin mở lại trang.')
    const read = readForm(findingForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await raiseFinding(contextOf(locals), idOf(params.id), id, read.value)
    return outcome.ok ? backTo(params, 'viec') : refuseVisit(outcome, typed)
  },
  'mo-hinh': async ({ locals, request, params }) => {
    const ctx = contextOf(locals)
    const form = await request.formData()
    const typed = textsIn(form)
    const initiative = parseId<'Initiative'>(typed.initiative)
    const on = parseLocalDate(typed.seenOn)
    const [found] = initiative ? await initiativeChoices(ctx, on, typed.words ?? '', initiative) : []
    if (!initiative || !found) error(404, 'Không có trang này')
    if (!on) return mend({ seenOn: 'Ngày xem: ghi ngày/tháng/năm, ví dụ 5/9/2026.' }, typed)
    const seen = { province: ctx.actor.province, id: initiative, name: found.name, on }
    const outcome = await seeInitiative(ctx, idOf(params.id), versionIn(form), seen)
    return outcome.ok ? backTo(params, 'mo-hinh') : refuseVisit(outcome, typed)
  },
  'bo-mo-hinh': async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = textsIn(form)
    const initiative = parseId<'Initiative'>(typed.initiative)
    if (!initiative) error(404, 'Không có trang này')
    const outcome = await unseeInitiative(contextOf(locals), idOf(params.id), versionIn(form), initiative)
    return outcome.ok ? backTo(params, 'bo-mo-hinh') : refuseVisit(outcome, typed)
  },
}

function countedSaid(visit: Parameters<typeof unitsCellOf>[0] & { isSurprise: boolean; conclusion: unknown }): string {
  const cells = [unitsCellOf(visit), visit.isSurprise && visit.kind === 'inspection' ? 'C04' : null].filter(Boolean)
  if (visit.ledBy === 'front' && visit.kind === 'supervision' && !visit.isSurprise)
    return visit.conclusion ? 'ô C06' : 'chưa tính ô C06 vì chưa có thông báo kết quả'
  return cells.length > 0 ? `ô ${cells.join(', ')}` : 'không tính vào ô nào'
}

function versionIn(form: FormData): number {
  return versionField.parse(form.get('ban'))
}

function backTo(params: RequestEvent['params'], done: string): never {
  redirect(303, `/desk/kiem-tra/${params.id}?da=${done}`)
}
