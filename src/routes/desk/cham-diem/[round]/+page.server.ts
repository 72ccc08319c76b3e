import { error, redirect } from '@sveltejs/kit'
import { formatDay } from '#kernel/local-date.ts'
import { parseId } from '#kernel/ids.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readForm } from '#modules/access/forms.ts'
import { assignAppraiser } from '#modules/movement/appraisal-commands.server.ts'
import {
  closeRound,
  decideRound,
  recordMinutes,
  reopenRound,
} from '#modules/movement/appraisal-decision-commands.server.ts'
import { outcomeWords } from '#modules/movement/appraisal-documents.ts'
import { decisionForm, minutesForm } from '#modules/movement/appraisal-forms.ts'
import { roundStageName, subjectKindName } from '#modules/movement/appraisal-labels.ts'
import { roundPage, type RoundPage } from '#modules/movement/appraisal-queries.server.ts'
import type { AppraisalRoundId } from '#modules/movement/appraisal.ts'
import { scopeLabel } from '#modules/movement/labels.ts'
import { formatPoints, type Points } from '#modules/movement/scoring-points.ts'
import { mend } from '../../../form-answer.server.ts'
import { contextOf } from '../../context.ts'
import { refuse, roundIdOf, typedIn } from '../appraisal-form.server.ts'
import { narrowed, queryOf, standingWord } from './narrowed.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const outcome = await roundPage(contextOf(locals), roundIdOf(params.round))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { round, holderName, version, rows, mayHold, seesAll, people, openSheets } = outcome.value
  const { council } = round
  const list = narrowed(rows, seesAll ? url.searchParams : withoutStanding(url.searchParams))
  return {
    ...{ id: round.id, title: round.title, status: round.status, statusName: roundStageName[round.status] },
    ...{ version: round.version, mayHold, seesAll, people, openSheets },
    facts: [
      `Năm ${round.year}`,
      round.scope === null
        ? subjectKindName.unit
        : `${subjectKindName.initiative}, ${scopeLabel[round.scope].toLowerCase()}`,
      `${holderName} tổ chức`,
    ].join(' · '),
    set: { id: version.set, name: version.name, version: version.version },
    decision: round.decidedOn === null ? null : `${round.decision}, ngày ${formatDay(round.decidedOn)}`,
    council: {
      metOn: council.metOn === null ? '' : formatDay(council.metOn),
      members: council.members === null ? '' : String(council.members),
      present: council.present === null ? '' : String(council.present),
      minutes: council.minutes,
    },
    rows: list.rows.map(rowShown),
    total: rows.length,
    list: {
      ...{ words: list.words, standing: list.standing, page: list.page, pages: list.pages, found: list.found },
      counts: seesAll ? list.counts.map((one) => ({ ...one, label: standingWord[one.standing] })) : [],
    },
    saved: url.searchParams.get('da'),
  }
}

/** Who does not see all points is not told either who has some. */
function withoutStanding(asked: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams(asked)
  kept.delete('loc')
  return kept
}

function rowShown(row: RoundPage['rows'][number]) {
  const { result } = row
  return {
    ...{ id: row.id, name: row.name, unitName: row.unitName, place: row.place },
    self: said(row.self),
    total: said(row.total),
    band: result?.kind === 'scored' ? result.band : '',
    outcome: result === null ? null : outcomeWords(result),
    isGood: result?.kind === 'scored' && result.recognised,
    spread:
      row.spread && row.spread.least < row.spread.most
        ? `${formatPoints(row.spread.least)} – ${formatPoints(row.spread.most)}`
        : null,
    appraisers: row.appraisers.map(({ name, isHandedIn }) => `${name}${isHandedIn ? ' (đã nộp)' : ''}`).join(', '),
  }
}

const said = (amount: Points | null): string | null => (amount === null ? null : formatPoints(amount))

export const actions: Actions = {
  'phan-cong': ({ locals, request, params }) => assigning(locals, request, params, 'give'),
  'bo-phan-cong': ({ locals, request, params }) => assigning(locals, request, params, 'take'),
  chot: ({ locals, request, params }) => stepping(locals, request, params, closeRound, 'chot'),
  'mo-lai': ({ locals, request, params }) => stepping(locals, request, params, reopenRound, 'mo-lai'),
  'bien-ban': async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['metOn', 'members', 'present', 'minutes'])
    const read = readForm(minutesForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await recordMinutes(contextOf(locals), roundIdOf(params.round), versionIn(form), read.value)
    if (outcome.ok) redirect(303, `/desk/cham-diem/${params.round}?da=bien-ban`)
    return refuse(outcome, typed)
  },
  'quyet-dinh': async ({ locals, request, params }) => {
    const form = await request.formData()
    const typed = typedIn(form, ['document', 'on'])
    const read = readForm(decisionForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await decideRound(contextOf(locals), roundIdOf(params.round), versionIn(form), read.value)
    if (outcome.ok) redirect(303, `/desk/cham-diem/${params.round}?da=quyet-dinh`)
    return refuse(outcome, typed)
  },
}

async function assigning(locals: App.Locals, request: Request, params: { round: string }, way: 'give' | 'take') {
  const form = await request.formData()
  const account = parseId<'Account'>(typedIn(form, ['nguoi']).nguoi)
  if (!account) return mend({ nguoi: 'Người thẩm định: xin chọn một người.' })
  const chosen = form.getAll('chon').filter((one) => typeof one === 'string')
  const outcome = await assignAppraiser(contextOf(locals), roundIdOf(params.round), account, chosen, way)
  if (outcome.ok) {
    const back = new URLSearchParams({ ...backOf(form), da: 'phan-cong' })
    redirect(303, `/desk/cham-diem/${params.round}?${back.toString()}`)
  }
  return refuse(outcome, { nguoi: account, chon: chosen.join(' ') })
}

/** The part of the list the officer was working in. */
function backOf(form: FormData): Record<string, string> {
  const { tim, loc, trang } = typedIn(form, ['tim', 'loc', 'trang'])
  const page = Number(/^\d{1,5}$/.exec(trang ?? '')?.[0] ?? 1)
  return queryOf({ words: (tim ?? '').slice(0, 80), standing: loc || null, page })
}

async function stepping(
  locals: App.Locals,
  request: Request,
  params: { round: string },
  command: (ctx: Ctx, id: AppraisalRoundId, version: number) => ReturnType<typeof closeRound>,
  doneWord: string,
) {
  const outcome = await command(contextOf(locals), roundIdOf(params.round), versionIn(await request.formData()))
  if (outcome.ok) redirect(303, `/desk/cham-diem/${params.round}?da=${doneWord}`)
  return refuse(outcome)
}

function versionIn(form: FormData): number {
  return Number(/^\d{1,9}$/.exec(typedIn(form, ['ban']).ban ?? '')?.[0] ?? -1)
}
