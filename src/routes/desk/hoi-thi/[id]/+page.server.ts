import { redirect } from '@sveltejs/kit'
import { formatDay } from '#kernel/local-date.ts'
import { formatQuantity } from '#kernel/quantity.ts'
import { campaignAuditLabel } from '#modules/movement/campaign-audit-labels.ts'
import { contestForm } from '#modules/movement/campaign-forms.ts'
import { openContest } from '#modules/movement/campaign-queries.server.ts'
import {
  correctContest,
  reopenContest,
  scoreContest,
  settleContest,
  voidContest,
} from '#modules/movement/contest-commands.server.ts'
import { ranking, readRounds, teamsKept, type ContestEntry } from '#modules/movement/contest.ts'
import { contextOf } from '../../context.ts'
import { listOf, movementWords } from '../../registers/movement-form.server.ts'
import { reasonOf, versionOf } from '../../registers/sheet-forms.ts'
import { changesShown, mustBe, readSheet, refuse, saidOf, sheetId, typedIn } from '../../registers/sheet-page.server.ts'
import { contestFields, path, valuesOf } from '../contest-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { sheet, unit, mayKeep, changes } = mustBe(await openContest(contextOf(locals), sheetId(params.id)))
  return {
    ...{ title: sheet.title, voidReason: sheet.voidReason, version: sheet.version, mayKeep },
    sub: `Hội thi ngày ${formatDay(sheet.heldOn)} · ${unit.name}`,
    facts: [
      { term: 'Nơi tổ chức', value: sheet.place || 'không ghi' },
      {
        term: 'Phần thi',
        value: sheet.rounds.map(({ name, most }) => `${name} (${formatQuantity(most)})`).join(', ') || 'chưa ghi',
      },
      { term: 'Kết quả', value: sheet.resultsOn === null ? 'chưa chốt' : `chốt ngày ${formatDay(sheet.resultsOn)}` },
    ],
    isSettled: sheet.resultsOn !== null,
    rounds: sheet.rounds.map(({ name, most }) => ({ name, most: formatQuantity(most) })),
    teams: teamsShown(sheet),
    ranks: ranksShown(sheet),
    fields: contestFields,
    values: valuesOf(sheet),
    changes: changesShown(changes, campaignAuditLabel),
    said: saidOf(url, {
      cham: 'Đã lưu điểm của các đội.',
      chot: 'Đã chốt kết quả. Đội, phần thi và điểm không sửa nữa, trừ khi mở lại.',
      mo: 'Đã mở lại kết quả. Điểm sửa được như trước.',
    }),
  }
}

function teamsShown(contest: ContestEntry) {
  return contest.teams.map(({ name, scores, prize }) => ({
    ...{ name, prize },
    scores: scores.map((score) => (score === null ? '' : formatQuantity(score))),
  }))
}

function ranksShown(contest: ContestEntry) {
  return ranking(contest).map(({ team, sum, place, isTied }) => ({
    ...{ name: team.name, prize: team.prize, sum: formatQuantity(sum) },
    place: place === null ? 'chưa chấm đủ' : `${place}${isTied ? ' (bằng điểm)' : ''}`,
    scores: contest.rounds.map((_, at) => {
      const score = team.scores[at] ?? null
      return score === null ? '–' : formatQuantity(score)
    }),
  }))
}

export const actions: Actions = {
  sua: async ({ locals, request, params }) => {
    const ctx = contextOf(locals)
    const read = await readSheet(request, contestForm)
    if (!read.ok) return read.answer
    const { list, rounds: roundsTyped, day: heldOn, title, place } = read.value
    const rounds = readRounds(roundsTyped)
    if (!rounds.ok) return refuse({ ok: false, kind: 'refused', refusal: rounds.fault }, read.typed, movementWords)
    const names = await listOf(ctx, list, heldOn)
    if (!names.ok) return refuse(names, read.typed, movementWords)
    const outcome = await correctContest(ctx, sheetId(params.id), versionOf(read.form), (before) => ({
      ...{ title, place, heldOn, resultsOn: null, rounds: rounds.value },
      teams: teamsKept(names.value, before, rounds.value),
    }))
    if (outcome.ok) redirect(303, `${path}/${params.id}?da=sua`)
    return refuse(outcome, read.typed, movementWords)
  },
  cham: async ({ locals, request, params }) => {
    const form = await request.formData()
    const texts = (name: string): string[] =>
      form.getAll(name).map((text) => (typeof text === 'string' ? text.slice(0, 100) : ''))
    const sheet = texts('giai').map((prize, team) => ({ prize, scores: texts(`diem-${team}`) }))
    const outcome = await scoreContest(contextOf(locals), sheetId(params.id), versionOf(form), sheet)
    if (outcome.ok) redirect(303, `${path}/${params.id}?da=cham`)
    const names = [...new Set(form.keys())].filter((name) => name.startsWith('diem-'))
    const typed = Object.fromEntries(names.map((name) => [name, texts(name).join('|')]))
    return refuse(outcome, { ...typed, giai: texts('giai').join('|') }, movementWords)
  },
  chot: async ({ locals, request, params }) => {
    const form = await request.formData()
    const outcome = await settleContest(contextOf(locals), sheetId(params.id), versionOf(form))
    if (outcome.ok) redirect(303, `${path}/${params.id}?da=chot`)
    return refuse(outcome, typedIn(form, []), movementWords)
  },
  mo: async ({ locals, request, params }) => {
    const form = await request.formData()
    const outcome = await reopenContest(contextOf(locals), sheetId(params.id), versionOf(form))
    if (outcome.ok) redirect(303, `${path}/${params.id}?da=mo`)
    return refuse(outcome, typedIn(form, []), movementWords)
  },
  go: async ({ locals, request, params }) => {
    const read = await readSheet(request, reasonOf)
    if (!read.ok) return read.answer
    const outcome = await voidContest(contextOf(locals), sheetId(params.id), versionOf(read.form), read.value.reason)
    if (outcome.ok) redirect(303, `${path}/${params.id}?da=go`)
    return refuse(outcome, read.typed, { ...movementWords, field: () => 'reason' })
  },
}
