import { error, redirect } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { formatDay } from '#kernel/local-date.ts'
import { fold } from '#kernel/text.ts'
import { readForm } from '#modules/access/forms.ts'
import {
  decideQuestion,
  joinQuestions,
  partQuestion,
  typeQuestions,
} from '#modules/activities/asked-commands.server.ts'
import type { AskedId, AskedQuestion } from '#modules/activities/asked.ts'
import { questionsForm, reasonForm } from '#modules/activities/dialogue-forms.ts'
import { isOpenForWriting } from '#modules/activities/dialogue-life.ts'
import { askedSourceName } from '#modules/activities/dialogue-words.ts'
import { versionField } from '#modules/activities/forms.ts'
import { dialoguePage } from '#modules/activities/queries.server.ts'
import { mend } from '../../../../form-answer.server.ts'
import { contextOf } from '../../../context.ts'
import { whenSaid } from '../../../when.ts'
import { dialogueOf, refuse, typedIn } from '../../dialogue-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const outcome = await dialoguePage(contextOf(locals), dialogueOf(params.id))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { dialogue, questions, commitments, mayKeep } = outcome.value
  const answered = new Set(commitments.map((one) => one.question))
  const shown = (one: AskedQuestion) => ({
    id: one.id,
    content: one.content,
    source: askedSourceName[one.source],
    when: whenSaid(one.askedAt),
    version: one.version,
    reason: one.reason,
  })
  const taken = questions.filter((one) => one.state === 'taken')
  return {
    id: params.id,
    subject: dialogue.subject,
    day: formatDay(dialogue.heldOn),
    version: dialogue.version,
    mayWrite: mayKeep && isOpenForWriting(dialogue.state),
    waiting: questions.filter((one) => one.state === 'waiting').map(shown),
    setAside: questions.filter((one) => one.state === 'set-aside').map(shown),
    groups: taken
      .filter((one) => one.sameAs === null)
      .map((lead) => ({
        ...shown(lead),
        isAnswered: answered.has(lead.id),
        others: taken.filter((one) => one.sameAs === lead.id).map(shown),
        near: nearest(lead, taken),
      })),
    saved: url.searchParams.get('da'),
  }
}

/** Which other question shares most words with this one, as a hint only: who joins them decides. */
function nearest(lead: AskedQuestion, taken: readonly AskedQuestion[]): string | null {
  const words = new Set(
    fold(lead.content)
      .split(/\W+/)
      .filter((word) => word.length > 2),
  )
  const scored = taken
    .filter((one) => one.id !== lead.id && one.sameAs === null)
    .map((one) => {
      const others = new Set(
        fold(one.content)
          .split(/\W+/)
          .filter((word) => word.length > 2),
      )
      const shared = [...others].filter((word) => words.has(word)).length
      return { id: one.id, share: shared / Math.max(1, Math.min(words.size, others.size)) }
    })
    .filter(({ share }) => share >= 0.6)
    .toSorted((one, other) => other.share - one.share)
  return scored[0]?.id ?? null
}

export const actions: Actions = {
  ghi: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['source', 'questions'])
    const read = readForm(questionsForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const { source, questions } = read.value
    const version = versionField.parse(form.get('ban'))
    const outcome = await typeQuestions(contextOf(locals), dialogueOf(params.id), version, source, questions)
    if (outcome.ok) redirect(303, `${pathOf(params.id)}?da=ghi`)
    return refuse(outcome, typed, () => 'questions')
  },
  nhan: async ({ locals, request, params }) => {
    const { id, version } = questionIn(await request.formData())
    const outcome = await decideQuestion(contextOf(locals), dialogueOf(params.id), id, version, { state: 'taken' })
    if (outcome.ok) redirect(303, `${pathOf(params.id)}?da=nhan`)
    return refuse(outcome, {}, () => '')
  },
  'de-ra': async ({ locals, request, params }) => {
    const form = await request.formData()
    const { id, version } = questionIn(form)
    const typed = { ...typedIn(form, ['reason']), cau: id }
    const read = readForm(reasonForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const decided = { state: 'set-aside', reason: read.value.reason } as const
    const outcome = await decideQuestion(contextOf(locals), dialogueOf(params.id), id, version, decided)
    if (outcome.ok) redirect(303, `${pathOf(params.id)}?da=de-ra`)
    return refuse(outcome, typed, () => 'reason')
  },
  gop: async ({ locals, request, params }) => {
    const form = await request.formData()
    const lead = parseId<'AskedQuestion'>(String(form.get('vao') ?? ''))
    const others = form.getAll('cau').flatMap((one) => parseId<'AskedQuestion'>(String(one)) ?? [])
    if (!lead) return mend({ vao: 'Chọn câu sẽ được trả lời chung.' })
    const outcome = await joinQuestions(contextOf(locals), dialogueOf(params.id), lead, others)
    if (outcome.ok) redirect(303, `${pathOf(params.id)}?da=gop`)
    return refuse(outcome, {}, () => 'vao')
  },
  tach: async ({ locals, request, params }) => {
    const { id, version } = questionIn(await request.formData())
    const outcome = await partQuestion(contextOf(locals), dialogueOf(params.id), id, version)
    if (outcome.ok) redirect(303, `${pathOf(params.id)}?da=tach`)
    return refuse(outcome, {}, () => '')
  },
}

function pathOf(id: string): string {
  return `/desk/doi-thoai/${id}/cau-hoi`
}

function questionIn(form: FormData): { id: AskedId; version: number } {
  const id = parseId<'AskedQuestion'>(String(form.get('cau') ?? ''))
  if (!id) error(404, 'Không có trang này')
  return { id, version: versionField.parse(form.get('ban')) }
}
