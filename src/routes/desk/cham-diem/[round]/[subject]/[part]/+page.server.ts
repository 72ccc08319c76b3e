import { error, redirect } from '@sveltejs/kit'
import { lengthOf, tidy } from '#kernel/text.ts'
import { longestOfAppraisal, readMarksForm } from '#modules/movement/appraisal-forms.ts'
import { sheetPartName } from '#modules/movement/appraisal-labels.ts'
import { handIn, saveMarks, takeBack } from '#modules/movement/appraisal-mark-commands.server.ts'
import { sheetPage } from '#modules/movement/appraisal-subject-queries.server.ts'
import { formatPoints } from '#modules/movement/scoring-points.ts'
import { mend } from '../../../../../form-answer.server.ts'
import { contextOf } from '../../../../context.ts'
import { pageIn, partNamed, refuse, subjectOf, typedIn } from '../../../appraisal-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const ctx = contextOf(locals)
  const part = partNamed(params.part)
  const outcome = await sheetPage(ctx, await subjectOf(ctx, params), part, pageIn(url, 'nhom'))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { round, subject, unitName, group, at, groups, sheet, beside, needsReason } = outcome.value
  return {
    round: { id: round.id, title: round.title, isOpen: round.status === 'open' },
    ...{ subject: subject.id, name: subject.name, unitName, at, groups, needsReason },
    slug: params.part,
    part: sheetPartName[part],
    isCouncil: part === 'council',
    isHandedIn: sheet?.isHandedIn ?? false,
    group: {
      ...{ name: group.name, most: formatPoints(group.most) },
      criteria: group.criteria.map((one) => {
        const mark = sheet?.marks.get(one.key)
        return {
          ...{ key: one.key, name: one.name, most: formatPoints(one.most), evidence: one.evidence, note: one.note },
          levels: one.levels?.map(formatPoints) ?? null,
          points: mark ? formatPoints(mark.points) : '',
          remark: mark?.note ?? '',
          beside: beside.flatMap(({ label, marks }) => {
            const given = marks.get(one.key)
            return given ? [`${label}: ${formatPoints(given.points)}${given.note ? ` (${given.note})` : ''}`] : []
          }),
        }
      }),
    },
    saved: url.searchParams.get('da'),
  }
}

export const actions: Actions = {
  luu: async ({ locals, request, params, url }) => {
    const ctx = contextOf(locals)
    const [part, at] = [partNamed(params.part), await subjectOf(ctx, params)]
    const page = await sheetPage(ctx, at, part, pageIn(url, 'nhom'))
    if (!page.ok) error(404, 'Không có trang này')
    const { group, groups, at: place } = page.value
    const form = await request.formData()
    const keys = group.criteria.flatMap(({ key }) => [`diem.${key}`, `ghi-chu.${key}`])
    const typed = typedIn(form, [...keys, 'reason'])
    const reason = tidy(typed.reason ?? '')
    const read = readMarksForm(form, group)
    if (!read.ok) return mend(read.errors, typed)
    if (lengthOf(reason) > longestOfAppraisal.reason)
      return mend({ reason: `Lý do dài quá ${longestOfAppraisal.reason} chữ cái.` }, typed)
    const outcome = await saveMarks(ctx, at, part, read.entries, reason)
    if (!outcome.ok) return refuse(outcome, typed)
    // One group after another: what was saved stands, wherever the line breaks.
    const next = Math.min(place + 1, groups.length)
    redirect(303, `/desk/cham-diem/${params.round}/${params.subject}/${params.part}?nhom=${next}&da=luu`)
  },
  nop: async ({ locals, params }) => {
    const ctx = contextOf(locals)
    const outcome = await handIn(ctx, await subjectOf(ctx, params), partNamed(params.part))
    if (outcome.ok) redirect(303, `/desk/cham-diem/${params.round}/${params.subject}?da=nop`)
    return refuse(outcome)
  },
  'lay-lai': async ({ locals, params }) => {
    const ctx = contextOf(locals)
    const outcome = await takeBack(ctx, await subjectOf(ctx, params), partNamed(params.part))
    if (outcome.ok) redirect(303, `/desk/cham-diem/${params.round}/${params.subject}/${params.part}?da=lay-lai`)
    return refuse(outcome)
  },
}
