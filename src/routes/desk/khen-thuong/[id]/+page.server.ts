import { error, fail, redirect } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { inMegabytes } from '#kernel/file-kind.ts'
import { formatDay, timeInVietnam } from '#kernel/local-date.ts'
import { filesIn, withUpload } from '#platform/files/upload.ts'
import { readForm } from '#modules/access/forms.ts'
import { correctAward } from '#modules/commendation/commands.server.ts'
import { evidenceRefusalText } from '#modules/commendation/evidence-labels.ts'
import { attachAwardEvidence, removeAwardEvidence } from '#modules/commendation/file-commands.server.ts'
import { awardForm, decisionForm, reasonForm, versionField, voteForm } from '#modules/commendation/forms.ts'
import { findingText, levelName, moveDone, moveName, recipientName, stateName } from '#modules/commendation/labels.ts'
import { lawText } from '#modules/commendation/law-labels.ts'
import { awardMoves } from '#modules/commendation/lifecycle.ts'
import { chooseLaw, decideAward, moveAward, voteOnAward } from '#modules/commendation/move-commands.server.ts'
import { openName } from '#modules/commendation/name-commands.server.ts'
import { awardPage, type AwardPage } from '#modules/commendation/queries.server.ts'
import { mend } from '../../../form-answer.server.ts'
import { contextOf } from '../../context.ts'
import { dayShort } from '../../when.ts'
import { awardFields, awardIdOf, choicesOf, refuse, typedIn, valuesOf, wordsOf } from '../award-form.server.ts'
import { stateShape } from '../state-shape.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const outcome = await awardPage(contextOf(locals), awardIdOf(params.id))
  if (!outcome.ok) error(404, 'Không có trang này')
  const page = outcome.value
  const { award, book, moves } = page
  const reasons = awardMoves.filter((one) => ['return', 'reject', 'drop', 'revoke'].includes(one))
  return {
    award: headOf(page),
    facts: factsOf(page),
    values: page.mayWrite ? valuesOf(award) : null,
    ...choicesOf(book),
    hasName: award.item !== null,
    mayOpenName: page.mayOpenName,
    plainMoves: moves
      .filter((one) => !reasons.includes(one) && one !== 'vote' && one !== 'decide')
      .map((move) => ({ move, label: moveName[move] })),
    reasonMoves: moves.filter((one) => reasons.includes(one)).map((move) => ({ move, label: moveName[move] })),
    mayVote: moves.includes('vote'),
    mayDecide: moves.includes('decide'),
    mayAttach: page.mayWrite || (moves.some((one) => one !== 'withdraw') && award.state !== 'rejected'),
    findings: page.findings.map((one, key) => ({ key, blocks: one.blocks, other: one.other, text: findingText(one) })),
    law: page.law && {
      ...lawText(page.law),
      mayChoose: page.law.because !== 'in-force' && moves.some((one) => one === 'vote' || one === 'decide'),
      reason: award.newerLawReason ?? '',
    },
    steps: page.steps.map((step, key) => ({
      key,
      iso: step.at.toISOString(),
      day: dayShort(step.at),
      time: timeInVietnam(step.at),
      by: step.by,
      what: moveDone[step.move],
      reason: step.reason,
    })),
    files: page.files.map(({ id, name, caption, bytes }) => ({ id, name, caption, size: inMegabytes(bytes) })),
    ceremony: page.ceremony,
    saved: url.searchParams.get('da'),
  }
}

function headOf({ award, book, unitName }: AwardPage) {
  return {
    ...{ id: award.id, version: award.version, recipient: award.recipient, year: award.year, unitName },
    ...{ achievement: award.achievement, report: award.report, reason: award.reason },
    ...{ state: stateName[award.state], shape: stateShape[award.state], isOpen: award.state },
    ...wordsOf(book, award),
    source:
      award.source.kind === 'free'
        ? null
        : {
            name: award.source.name,
            href: `${award.source.kind === 'initiative' ? '/desk/mo-hinh' : '/desk/doi-thoai'}/${award.source.id}`,
          },
  }
}

function factsOf({ award, book }: AwardPage): { term: string; value: string; more?: string | null }[] {
  const { vote, decision } = award
  const competence = book.competences.find((one) => one.form === award.form && one.level === award.level)
  const leads = award.isLeader === null ? 'không ghi' : award.isLeader ? 'có giữ chức vụ' : 'không giữ chức vụ'
  return [
    {
      term: 'Cấp tặng',
      value: levelName[award.level],
      more: competence?.isVerified === false ? competence.article : null,
    },
    { term: 'Dòng', value: wordsOf(book, award).line },
    { term: 'Tặng', value: recipientName[award.recipientKind] },
    ...(award.recipientKind === 'individual'
      ? [
          { term: 'Chức vụ lãnh đạo', value: leads },
          { term: 'Nêu tên công khai', value: award.mayBePublic ? 'đã đồng ý' : 'không' },
        ]
      : []),
    ...(award.yearsOfService === null ? [] : [{ term: 'Số năm làm công tác', value: `${award.yearsOfService} năm` }]),
    ...(award.receivedOn ? [{ term: 'Ngày nhận hồ sơ', value: formatDay(award.receivedOn) }] : []),
    ...(vote
      ? [
          {
            term: 'Bỏ phiếu',
            value: `${vote.votesFor} thuận, ${vote.votesAgainst} chống, ${vote.abstentions} trắng`,
            more: `${vote.present}/${vote.members} thành viên có mặt, ngày ${formatDay(vote.on)}`,
          },
        ]
      : []),
    ...(decision
      ? [
          { term: 'Quyết định', value: `${decision.number} ngày ${formatDay(decision.on)}` },
          { term: 'Số vào sổ', value: String(decision.bookNumber) },
        ]
      : []),
  ]
}

export const actions: Actions = {
  sua: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, awardFields)
    const read = readForm(awardForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const version = versionField.parse(form.get('ban'))
    const { entry, name } = read.value
    const outcome = await correctAward(contextOf(locals), locals.vault, awardIdOf(params.id), version, entry, name)
    if (outcome.ok) redirect(303, `/desk/khen-thuong/${params.id}?da=sua`)
    return refuse(outcome, typed)
  },
  buoc: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['move', 'reason'])
    const move = awardMoves.find((one) => one === typed['move'])
    if (!move || move === 'vote' || move === 'decide') error(400, 'Biểu mẫu này không đầy đủ. Xin tải lại trang.')
    const read = readForm(reasonForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const version = versionField.parse(form.get('ban'))
    const outcome = await moveAward(contextOf(locals), awardIdOf(params.id), version, move, read.value.reason)
    if (outcome.ok)
      redirect(303, move === 'drop' ? '/desk/khen-thuong?da=bo' : `/desk/khen-thuong/${params.id}?da=${move}`)
    return refuse(outcome, typed)
  },
  phieu: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['members', 'present', 'votesFor', 'votesAgainst', 'abstentions', 'on'])
    const read = readForm(voteForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const version = versionField.parse(form.get('ban'))
    const outcome = await voteOnAward(contextOf(locals), awardIdOf(params.id), version, read.value)
    if (outcome.ok) redirect(303, `/desk/khen-thuong/${params.id}?da=vote`)
    return refuse(outcome, typed)
  },
  'quyet-dinh': async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['number', 'on'])
    const read = readForm(decisionForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const version = versionField.parse(form.get('ban'))
    const outcome = await decideAward(contextOf(locals), awardIdOf(params.id), version, read.value)
    if (outcome.ok) redirect(303, `/desk/khen-thuong/${params.id}?da=decide`)
    return refuse(outcome, typed)
  },
  luat: async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['reason', 'luat'])
    const read = readForm(reasonForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const version = versionField.parse(form.get('ban'))
    const outcome = await chooseLaw(contextOf(locals), awardIdOf(params.id), version, read.value.reason)
    if (outcome.ok) redirect(303, `/desk/khen-thuong/${params.id}?da=luat`)
    return refuse(outcome, typed)
  },
  ten: async ({ locals, params }) => {
    const outcome = await openName(contextOf(locals), locals.vault, awardIdOf(params.id))
    return outcome.ok ? { name: outcome.value, errors: {}, typed: {} } : refuse(outcome, {})
  },
  them: async (event) => {
    const answer = await withUpload(event.request, (form) => attach(event, form))
    if (typeof answer !== 'string') return answer
    const text = 'Đường truyền đứt hoặc máy chủ đang nhận nhiều tệp. Chưa nhận tệp nào; xin gửi lại sau ít phút.'
    return fail(422, { errors: { tep: text }, typed: {} })
  },
  go: async (event) => {
    const form = await event.request.formData()
    const file = parseId<'AwardFile'>(typedIn(form, ['tai-lieu'])['tai-lieu'])
    if (!file) error(404, 'Không có trang này')
    const outcome = await removeAwardEvidence(contextOf(event.locals), awardIdOf(event.params.id), file)
    if (outcome.ok) redirect(303, `/desk/khen-thuong/${event.params.id}?da=go#minh-chung`)
    return refuseEvidence(outcome)
  },
}

async function attach({ locals, params }: RequestEvent, form: FormData) {
  const [file] = filesIn(form, 'tep')
  const { 'ghi-chu': caption = '' } = typedIn(form, ['ghi-chu'])
  const content = { name: file?.name ?? '', content: Buffer.from((await file?.arrayBuffer()) ?? new ArrayBuffer(0)) }
  const outcome = await attachAwardEvidence(contextOf(locals), locals.files, awardIdOf(params.id), content, caption)
  if (outcome.ok) redirect(303, `/desk/khen-thuong/${params.id}?da=them#minh-chung`)
  return refuseEvidence(outcome)
}

function refuseEvidence(outcome: Exclude<Awaited<ReturnType<typeof removeAwardEvidence>>, { ok: true }>) {
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  return fail(409, { errors: { tep: evidenceRefusalText(outcome.refusal) }, typed: {} })
}
