import { error, redirect } from '@sveltejs/kit'
import { readForm } from '#modules/access/forms.ts'
import { removeSubject } from '#modules/movement/appraisal-commands.server.ts'
import { findNotEligible, judgeByArea } from '#modules/movement/appraisal-decision-commands.server.ts'
import { notEligibleForm } from '#modules/movement/appraisal-forms.ts'
import { sheetPartName } from '#modules/movement/appraisal-labels.ts'
import { subjectPage, type SubjectPage } from '#modules/movement/appraisal-subject-queries.server.ts'
import { areaName, resultSentences } from '#modules/movement/scoring-labels.ts'
import { formatPoints } from '#modules/movement/scoring-points.ts'
import { spreadOf } from '#modules/movement/scoring-ranking.ts'
import { areaKinds, sectionsOf } from '#modules/movement/scoring-set.ts'
import { mend } from '../../../../form-answer.server.ts'
import { contextOf } from '../../../context.ts'
import { dayShort } from '../../../when.ts'
import { refuse, slugOfPart, subjectOf, typedIn } from '../../appraisal-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const ctx = contextOf(locals)
  const outcome = await subjectPage(ctx, await subjectOf(ctx, params))
  if (!outcome.ok) error(404, 'Không có trang này')
  const page = outcome.value
  const { round, subject } = page
  return {
    round: { id: round.id, title: round.title, isOpen: round.status === 'open' },
    id: subject.id,
    name: subject.name,
    unitName: page.unitName,
    notEligible: subject.notEligible,
    area: subject.area,
    areas: page.set.thresholds.length > 0 ? areaKinds.map((value) => ({ value, label: areaName[value] })) : [],
    initiative: subject.kind === 'initiative' ? `/desk/mo-hinh/${subject.id}` : null,
    result: page.result === null ? [] : resultSentences(page.result),
    hidden: page.hidden,
    conditions: page.set.conditions.map(({ name }) => name),
    fills: page.mayFill.map((part) => ({ part: sheetPartName[part], slug: slugOfPart(part) })),
    mayHold: page.mayHold,
    ...tableOf(page),
    changes: page.changes.map((change, key) => ({
      key,
      ...{ day: dayShort(change.at), iso: change.at.toISOString(), by: change.by, reason: change.reason },
      what: `${sheetPartName[change.part]}, ${nameOf(page, change.criterion)}: ${change.from === null ? 'chưa có' : formatPoints(change.from)} → ${change.to === null ? 'bỏ' : formatPoints(change.to)}`,
    })),
    saved: url.searchParams.get('da'),
  }
}

function criteriaOf({ set }: SubjectPage) {
  return [...sectionsOf(set, 'base'), ...sectionsOf(set, 'superior')]
}

function nameOf(page: SubjectPage, key: string): string {
  return (
    criteriaOf(page)
      .flatMap(({ criteria }) => criteria)
      .find((one) => one.key === key)?.name ?? key
  )
}

/** Every sheet a column, every criterion a row; who differs most is seen at a glance. */
function tableOf(page: SubjectPage) {
  return {
    columns: page.sheets.map((sheet) => ({
      key: sheet.id,
      title: sheet.by || sheetPartName[sheet.part],
      part: sheetPartName[sheet.part],
      state: sheet.part === 'council' || sheet.isHandedIn ? '' : 'chưa nộp',
      total: sheet.part === 'council' ? '' : formatPoints(sheet.total),
    })),
    groups: criteriaOf(page).map((group) => ({
      ...{ key: group.key, name: group.name, most: formatPoints(group.most) },
      rows: group.criteria.map((one) => ({
        ...{ key: one.key, name: one.name, most: formatPoints(one.most) },
        cells: page.sheets.map((sheet) => {
          const mark = sheet.marks.get(one.key)
          return { key: sheet.id, points: mark ? formatPoints(mark.points) : '', note: mark?.note ?? '' }
        }),
        spread: spreadWords(page, one.key),
      })),
    })),
  }
}

function spreadWords(page: SubjectPage, key: string): string {
  const given = page.sheets
    .filter((sheet) => sheet.part === 'appraiser' && sheet.isHandedIn)
    .flatMap((sheet) => sheet.marks.get(key)?.points ?? [])
  const spread = spreadOf(given)
  return spread && spread.least < spread.most
    ? `chênh ${formatPoints(spread.least)} – ${formatPoints(spread.most)}`
    : ''
}

export const actions: Actions = {
  'khong-du': async ({ locals, request, params }) => {
    const ctx = contextOf(locals)
    const form = await request.formData()
    const typed = typedIn(form, ['reason'])
    const read = readForm(notEligibleForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await findNotEligible(ctx, await subjectOf(ctx, params), read.value.reason)
    if (outcome.ok) redirect(303, `/desk/cham-diem/${params.round}/${params.subject}?da=khong-du`)
    return refuse(outcome, typed)
  },
  'xet-lai': async ({ locals, params }) => {
    const ctx = contextOf(locals)
    const outcome = await findNotEligible(ctx, await subjectOf(ctx, params), null)
    if (outcome.ok) redirect(303, `/desk/cham-diem/${params.round}/${params.subject}?da=xet-lai`)
    return refuse(outcome)
  },
  'dia-ban': async ({ locals, request, params }) => {
    const ctx = contextOf(locals)
    const form = await request.formData()
    const chosen = areaKinds.find((one) => one === form.get('area'))
    if (!chosen) return mend({ area: 'Địa bàn: xin chọn một loại.' })
    const outcome = await judgeByArea(ctx, await subjectOf(ctx, params), chosen)
    if (outcome.ok) redirect(303, `/desk/cham-diem/${params.round}/${params.subject}?da=dia-ban`)
    return refuse(outcome)
  },
  ra: async ({ locals, params }) => {
    const ctx = contextOf(locals)
    const outcome = await removeSubject(ctx, await subjectOf(ctx, params))
    if (outcome.ok) redirect(303, `/desk/cham-diem/${params.round}?da=ra`)
    return refuse(outcome)
  },
}
