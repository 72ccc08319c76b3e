import { error, fail, redirect } from '@sveltejs/kit'
import { inMegabytes, mostTogether } from '#kernel/file-kind.ts'
import { parseId } from '#kernel/ids.ts'
import { formatDay, timeInVietnam } from '#kernel/local-date.ts'
import { readForm } from '#modules/access/forms.ts'
import { moveCommitment } from '#modules/activities/commitment-commands.server.ts'
import type { CommitmentMove } from '#modules/activities/commitment-life.ts'
import { commitmentPage } from '#modules/activities/commitment-queries.server.ts'
import { commitmentMoveForm } from '#modules/activities/dialogue-forms.ts'
import { askerSideName, commitmentKindName } from '#modules/activities/dialogue-words.ts'
import { attachEvidence, mostEvidence, removeEvidence } from '#modules/activities/evidence-commands.server.ts'
import { versionField } from '#modules/activities/forms.ts'
import { fieldOf, refusalText } from '#modules/activities/labels.ts'
import { filesIn, withUpload } from '#platform/files/upload.ts'
import { mend } from '../../../form-answer.server.ts'
import { contextOf, idOf } from '../../context.ts'
import { dayShort } from '../../when.ts'
import { refuse, typedIn } from '../../doi-thoai/dialogue-form.server.ts'
import { standingOf } from '../standing.ts'
import type { Actions, PageServerLoad } from './$types'

const eventName = {
  made: 'ghi cam kết',
  corrected: 'sửa cam kết',
  extended: 'gia hạn',
  finished: 'ghi kết quả',
  closed: 'khép lại',
  reopened: 'mở lại',
} as const

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const outcome = await commitmentPage(contextOf(locals), idOf(params.id))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { commitment, question, dialogue, unitName, due, moves, mayKeep, events, evidence } = outcome.value
  return {
    question,
    unitName,
    dialogue: { id: dialogue.id, day: formatDay(dialogue.heldOn), subject: dialogue.subject },
    standing: standingOf(commitment.state, due),
    kind: commitmentKindName[commitment.kind],
    answer: commitment.answer,
    owner: commitment.owner,
    due: commitment.dueOn ? formatDay(commitment.dueOn) : null,
    dueRule: commitment.dueRule,
    outcome: commitment.kind === 'answered' ? '' : commitment.outcome,
    doneOn: commitment.doneOn ? formatDay(commitment.doneOn) : null,
    asker: commitment.state === 'closed' ? askerSideName[commitment.asker] : null,
    version: commitment.version,
    moves,
    mayAttach: mayKeep && evidence.length < mostEvidence,
    mayKeep,
    events: events.map((event, index) => ({
      key: index,
      iso: event.at.toISOString(),
      day: dayShort(event.at),
      time: timeInVietnam(event.at),
      by: event.by,
      what: eventName[event.move],
      dues:
        event.fromDue && event.toDue && event.fromDue !== event.toDue
          ? `hạn ${formatDay(event.fromDue)} thành ${formatDay(event.toDue)}`
          : null,
      words: event.words,
      asker: event.asker ? askerSideName[event.asker] : null,
    })),
    evidence: evidence.map(({ id, name, caption, bytes }) => ({ id, name, caption, size: inMegabytes(bytes) })),
    mostTogether: inMegabytes(mostTogether),
    saved: url.searchParams.get('da'),
  }
}

const steps = { 'gia-han': 'extend', 'ket-qua': 'finish', khep: 'close', 'mo-lai': 'reopen' } as const satisfies Record<
  string,
  CommitmentMove
>

function actionOf(word: keyof typeof steps): Actions[string] {
  return async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = { ...typedIn(form, ['words', 'dueOn', 'owner', 'asker']), buoc: steps[word] }
    const read = readForm(commitmentMoveForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const version = versionField.parse(form.get('ban'))
    const outcome = await moveCommitment(contextOf(locals), idOf(params.id), version, steps[word], read.value)
    if (outcome.ok) redirect(303, `/desk/cam-ket-doi-thoai/${params.id}?da=${steps[word]}`)
    return refuse(outcome, typed, (no) => (no.code === 'personal-number' ? 'words' : fieldOf(no)))
  }
}

export const actions: Actions = {
  'gia-han': actionOf('gia-han'),
  'ket-qua': actionOf('ket-qua'),
  khep: actionOf('khep'),
  'mo-lai': actionOf('mo-lai'),
  kem: async ({ locals, request, params }) => {
    const answer = await withUpload(request, async (form) => {
      const [file] = filesIn(form, 'tep')
      const caption = String(form.get('ghi-chu') ?? '').slice(0, 300)
      const content = file ? Buffer.from(await file.arrayBuffer()) : null
      const mayShowPeople = form.get('nguoi') !== 'unasked'
      const upload = file && content ? { name: file.name, content, caption, mayShowPeople } : null
      const outcome = await attachEvidence(contextOf(locals), locals.files, idOf(params.id), upload)
      if (outcome.ok) redirect(303, `/desk/cam-ket-doi-thoai/${params.id}?da=kem`)
      if (outcome.kind !== 'refused') error(404, 'Không có trang này')
      const typed = { 'ghi-chu': caption, buoc: 'kem' }
      return fail(422, { errors: { tep: refusalText(outcome.refusal) }, typed })
    })
    if (typeof answer !== 'string') return answer
    const words =
      answer === 'busy'
        ? 'Đang có nhiều người cùng gửi tệp. Xin đợi một phút rồi gửi lại.'
        : 'Tệp chưa tải lên đủ nên chưa lưu gì. Xin gửi lại.'
    return fail(503, {
      errors: { tep: words } as Record<string, string>,
      typed: { buoc: 'kem' } as Record<string, string>,
    })
  },
  'go-tep': async ({ locals, request, params }) => {
    const file = parseId<'Evidence'>(String((await request.formData()).get('tep') ?? ''))
    if (!file) error(404, 'Không có trang này')
    const outcome = await removeEvidence(contextOf(locals), idOf(params.id), file)
    if (outcome.ok) redirect(303, `/desk/cam-ket-doi-thoai/${params.id}?da=go-tep`)
    return refuse(outcome, {}, () => '')
  },
}
