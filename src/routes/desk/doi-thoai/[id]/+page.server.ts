import { error, redirect } from '@sveltejs/kit'
import { dayInVietnam, formatDay, timeInVietnam } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import { formatQuantity, quantity } from '#kernel/quantity.ts'
import { readForm } from '#modules/access/forms.ts'
import { activitiesAuditLabel } from '#modules/activities/audit-labels.ts'
import { correctDialogue, voidDialogue } from '#modules/activities/commands.server.ts'
import { dueOf } from '#modules/activities/commitment.ts'
import { holdForm, reasonForm } from '#modules/activities/dialogue-forms.ts'
import { dialogueMoves, isAhead, wasHeld } from '#modules/activities/dialogue-life.ts'
import { answerKinds, type Dialogue } from '#modules/activities/dialogue.ts'
import { commitmentKindName } from '#modules/activities/dialogue-words.ts'
import { dialogueForm, versionField, voidForm } from '#modules/activities/forms.ts'
import { fieldOf } from '#modules/activities/labels.ts'
import { moveDialogue } from '#modules/activities/plan-commands.server.ts'
import { linesOf } from '#modules/activities/public-dialogue.ts'
import { dialoguePage } from '#modules/activities/queries.server.ts'
import { reportsHandedIn } from '#modules/reporting/counting-queries.server.ts'
import { statusName } from '#modules/reporting/labels.ts'
import { mend } from '../../../form-answer.server.ts'
import { contextOf } from '../../context.ts'
import { dayShort } from '../../when.ts'
import { standingOf } from '../../cam-ket-doi-thoai/standing.ts'
import { dialogueFields, dialogueOf, refuse, typedIn } from '../dialogue-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const ctx = contextOf(locals)
  const outcome = await dialoguePage(ctx, dialogueOf(params.id))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { dialogue, unit, mayKeep, changes, moves, questions, commitments, answers } = outcome.value
  const today = dayInVietnam(ctx.now)
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
      state: dialogue.state,
      isHeld: wasHeld(dialogue.state),
      isOfProvince: dialogue.unit === dialogue.province,
      chairedBy: dialogue.chairedBy,
      invited: linesOf(dialogue.invited),
      announcement: dialogue.announcement,
      conclusion: dialogue.conclusion,
      cancelReason: dialogue.cancelReason,
      questionsUntil: dialogue.questionsUntil ? formatDay(dialogue.questionsUntil) : null,
      times: [
        { day: dialogue.heldOn, startsAt: dialogue.startsAt, place: dialogue.place },
        ...outcome.value.sessions,
      ].map((one) => [one.startsAt, formatDay(one.day), one.place].filter(Boolean).join(', ')),
    },
    moves: moves.filter((move) => move !== 'draft'),
    mayDraft: moves.includes('draft'),
    mayCorrect: mayKeep && (dialogue.state === 'held' || dialogue.state === 'drafted'),
    mayPlan: mayKeep && isAhead(dialogue.state),
    today: formatDay(dialogue.heldOn < today ? dialogue.heldOn : today),
    isPublic: outcome.value.isPublic,
    answers: answerKinds.map((kind) => ({ kind, count: said(answers[kind]) })),
    waiting: questions.filter((one) => one.state === 'waiting').length,
    asked: questions
      .filter((one) => one.state === 'taken' && one.sameAs === null)
      .map((question) => {
        const commitment = commitments.find((one) => one.question === question.id)
        const due = commitment ? dueOf(commitment, today) : null
        return {
          id: question.id,
          content: question.content,
          others: questions.filter((one) => one.sameAs === question.id).length,
          commitment: commitment
            ? {
                id: commitment.id,
                kind: commitmentKindName[commitment.kind],
                answer: commitment.answer,
                owner: commitment.owner,
                due: commitment.dueOn ? formatDay(commitment.dueOn) : null,
                standing: standingOf(commitment.state, due),
              }
            : null,
        }
      }),
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
    const outcome = await correctDialogue(contextOf(locals), dialogueOf(params.id), version, read.value)
    if (outcome.ok) redirect(303, `/desk/doi-thoai/${params.id}?da=sua`)
    return refuse(outcome, typed)
  },
  'da-to-chuc': async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = { ...typedIn(form, ['heldOn', 'attendances', 'opinions']), buoc: 'hold' }
    const read = readForm(holdForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const version = versionField.parse(form.get('ban'))
    const ctx = contextOf(locals)
    const outcome = await moveDialogue(ctx, dialogueOf(params.id), version, 'hold', { held: read.value })
    if (outcome.ok) redirect(303, `/desk/doi-thoai/${params.id}?da=hold`)
    return refuse(outcome, typed)
  },
  buoc: async ({ locals, request, params }) => {
    const form = await request.formData()
    const move = dialogueMoves.find((one) => one === form.get('buoc'))
    if (!move || move === 'hold' || move === 'draft') error(404, 'Không có trang này')
    const typed = { ...typedIn(form, ['reason']), buoc: move }
    const read = readForm(reasonForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const version = versionField.parse(form.get('ban'))
    const outcome = await moveDialogue(contextOf(locals), dialogueOf(params.id), version, move, read.value)
    if (outcome.ok) redirect(303, `/desk/doi-thoai/${params.id}?da=${move}`)
    return refuse(outcome, typed, (no) =>
      no.code === 'personal-number' || no.code === 'reason-missing' ? 'reason' : fieldOf(no) && '',
    )
  },
  go: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['reason'])
    const read = readForm(voidForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const version = versionField.parse(form.get('ban'))
    const outcome = await voidDialogue(contextOf(locals), dialogueOf(params.id), version, read.value.reason)
    if (outcome.ok) redirect(303, `/desk/doi-thoai/${params.id}?da=go`)
    return refuse(outcome, typed, ({ code }) => (code === 'personal-number' ? 'reason' : ''))
  },
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
