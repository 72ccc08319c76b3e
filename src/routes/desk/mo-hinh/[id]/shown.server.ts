import type { LocalDate } from '#kernel/local-date.ts'
import { formatDay, partsOf } from '#kernel/local-date.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { movementAuditLabel } from '#modules/movement/audit-labels.ts'
import { isOfOwnScope } from '#modules/movement/counted.ts'
import { yearCycle, type YearMove } from '#modules/movement/cycle.ts'
import { holderKindLabel, moveLabel, scopeLabel, stateLabel } from '#modules/movement/labels.ts'
import type { InitiativePage } from '#modules/movement/queries.server.ts'
import { formSteps } from '#modules/movement/registration-steps.ts'
import { scopesOpenTo, windowSaid } from '#modules/movement/registration.ts'
import { offeredOn, wordSaid } from '#modules/movement/words.ts'
import type { InitiativeYear } from '#modules/movement/year.ts'
import { whenSaid } from '../../when.ts'
import { stateKind } from '../state-kind.ts'

/** What each move asks for besides being pressed. */
const asks: Partial<Record<YearMove, readonly string[]>> = {
  ...{ return: ['reason'], launch: ['on'], run: ['on'], 'score-self': ['on'], appraise: ['on'] },
  ...{ recognise: ['document', 'on'], 'refuse-recognition': ['reason', 'document'], 'find-not-eligible': ['reason'] },
  ...{ 'choose-outstanding': ['document', 'on'], 'propose-award': ['document'], stop: ['reason', 'completion', 'on'] },
  ...{ merge: ['into', 'reason'], 'hand-over': ['to', 'reason', 'document', 'on'] },
}

const heavy: readonly YearMove[] = ['stop', 'merge', 'hand-over', 'refuse-recognition', 'find-not-eligible', 'return']

/** The page of an initiative in words. */
export function shownInitiative(page: InitiativePage, ctx: Ctx, today: LocalDate) {
  const { initiative, unit, year, years, words, ended } = page
  const day = year.days.registeredOn ?? today
  return {
    ...{ id: initiative.id, name: initiative.name, unitName: unit.name, year: year.year, version: year.version },
    state: { word: stateLabel[year.state], kind: stateKind(year.state) },
    facts: factsOf(page, day),
    parts: formSteps
      .flatMap(({ boxes }) => boxes)
      .filter(({ item }) => item !== 'name' && item !== 'holder' && initiative[item] !== '')
      .map(({ item, label }) => ({ label, text: initiative[item] })),
    years: years.map((one) => ({
      ...{ year: one.year, current: one === year, scope: scopeLabel[one.scope] },
      ...{ kind: one.isNew ? 'Xây dựng mới' : 'Duy trì', state: stateLabel[one.state], shape: stateKind(one.state) },
      days: daysSaid(one),
    })),
    line: page.standing.map((move) => ({
      ...{ id: move.id, title: stateLabel[move.to], day: formatDay(move.on), iso: move.on, by: move.by },
      ...{ reason: move.reason, document: move.document },
    })),
    moves: page.moves.map((move) => ({
      ...{ move, label: moveLabel[move], asks: asks[move] ?? [], isHeavy: heavy.includes(move) },
      needsReason: yearCycle.some((rule) => rule.move === move && rule.reason),
    })),
    ...{ mayWrite: page.mayWrite, mayUndo: page.mayUndo, mayTakeOver: page.mayTakeOver, mayOpenName: page.mayOpenName },
    mayJudge: page.mayWrite && year.days.startedOn !== null && year.days.effectiveOn === null,
    next: page.mayContinue ? nextYear(page, ctx, today) : null,
    ended: ended && {
      sentence: `${unit.name} không còn từ ngày ${formatDay(ended.on)}.`,
      heirs: ended.heirs.map(({ unit: value, name }) => ({ value, label: name })),
    },
    stopped: initiative.ended && {
      word: stateLabel[initiative.ended.kind],
      text: `Từ ngày ${formatDay(initiative.ended.on)}: ${initiative.ended.reason}`,
    },
    window: page.window && windowSaid(page.window.from, page.window.to, today),
    children: page.children.map(({ id, name, holder }) => ({ id, name, holder })),
    continues: initiative.continues?.id ?? null,
    changes: page.changes.map((change) => ({
      what: movementAuditLabel[change.kind],
      when: whenSaid(change.at),
      by: change.by,
    })),
    countsHere: isOfOwnScope(year),
    scopeWord: scopeLabel[year.scope].toLowerCase(),
    today: formatDay(today),
    themes: offeredOn(words, 'theme', today).map(({ code, label }) => ({ value: code, label })),
  }
}

function factsOf({ initiative, year, words, campaign }: InitiativePage, day: LocalDate) {
  const { holderKind, holder, mainField, tags, beganOn } = initiative
  const said = (text: string): string => (text === '' ? 'chưa ghi' : text)
  return [
    { term: holderKindLabel[holderKind], value: said(holder) },
    { term: 'Lĩnh vực chính', value: mainField === '' ? 'chưa chọn' : wordSaid(words, 'field', mainField, day) },
    { term: 'Đăng ký với', value: scopeLabel[year.scope], more: year.isNew ? 'Xây dựng mới' : 'Duy trì từ năm trước' },
    ...(tags.length > 0
      ? [{ term: 'Thẻ', value: tags.map((tag) => wordSaid(words, 'tag', tag, day)).join('; ') }]
      : []),
    ...(year.theme === '' ? [] : [{ term: 'Chủ đề', value: wordSaid(words, 'theme', year.theme, day) }]),
    ...(campaign ? [{ term: 'Theo đợt thi đua', value: campaign.title }] : []),
    ...(beganOn === null ? [] : [{ term: 'Bắt đầu từ', value: formatDay(beganOn) }]),
    ...daysSaid(year).map(({ term, value }) => ({ term, value })),
  ]
}

function daysSaid({ days }: InitiativeYear): { term: string; value: string }[] {
  const dated = [
    ['Đăng ký', days.registeredOn],
    ['Bắt đầu làm trong năm', days.startedOn],
    ['Đánh giá có hiệu quả', days.effectiveOn],
    ['Công nhận', days.recognisedOn],
    ['Tiêu biểu', days.outstandingOn],
    ['Kết thúc', days.endedOn],
  ] as const
  return dated.flatMap(([term, on]) => {
    if (on === null) return []
    const decision = term === 'Công nhận' && days.decision !== '' ? `, ${days.decision}` : ''
    return [{ term, value: `${formatDay(on)}${decision}` }]
  })
}

function nextYear({ year }: InitiativePage, { actor }: Ctx, today: LocalDate) {
  const thisYear = partsOf(today).year
  const years = [thisYear, thisYear + 1].filter((one) => one > year.year)
  if (years.length === 0) return null
  const goesOn = ['launched', 'running', 'self-scored', 'appraised', 'recognised', 'outstanding', 'proposed']
  const isOpen = [...goesOn, 'not-recognised', 'not-eligible'].includes(year.state)
  if (!isOpen) return null
  return {
    years: years.map((one) => ({ value: String(one), label: String(one) })),
    scopes: scopesOpenTo(actor.unit === actor.province, today).map((value) => ({ value, label: scopeLabel[value] })),
    scope: year.scope,
  }
}
