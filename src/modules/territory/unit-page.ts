import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import { answersFor } from './answering.ts'
import { earlierHolders, holdersOfCode } from './codes.ts'
import { countKinds, type CountedUnit, type KindCount } from './country.ts'
import type { LegalAct } from './event.ts'
import { nameOnDay, reasonText, treeTerm } from './labels.ts'
import type { NotComparable } from './landing.ts'
import { lifeLine, linksOf, whereOf } from './life-line.ts'
import { lifeOf, type UnitLife } from './life.ts'
import { inAlphabet, initialOf, kindWord, unitPath } from './naming.ts'
import { lastVersionOf, predecessorsOf, unitAt, unitsOver, versionsOf, type Register } from './register.ts'
import { nearestDay, unitOnDay, usualDay, type UnitOnDay } from './unit-day.ts'
import { treeOn } from './tree.ts'
import type { RegisterVersion, UnitId } from './unit.ts'

/** What was asked: the day, or what was typed instead of one. */
type Asked = { today: LocalDate; day: LocalDate | null; typed: string }

/** A unit for everybody: what it is, where it stands, who answers for it today, its life and what lay in it on a day. */
export function unitPage(register: Register, unit: UnitId, asked: Asked) {
  const life = lifeOf(register, unit)
  const shown = unitAt(register, unit, asked.today) ?? lastVersionOf(register, unit)
  if (!life || !shown) return null
  const state = stateOf(register, unit, asked.today)
  return {
    code: shown.code,
    name: shown.name,
    title: nameOnDay(shown, asked.today),
    state,
    sentence: sentenceOf(register, shown, state, asked.today),
    crumbs: [
      { label: 'Cả nước', href: '/don-vi' },
      ...unitsOver(register, shown)
        .reverse()
        .map(({ name, code }) => ({ label: name, href: unitPath(code) })),
      { label: shown.name },
    ],
    facts: factsOf(register, shown, life, asked.today),
    answering: state === 'ended' ? answeringOf(register, life, asked.today) : null,
    life: lifeLine(register, life, asked.today),
    acts: life.acts.map(actWords),
    onDay: onDayOf(register, unit, asked),
  }
}

/** The units that an official code may mean today; one of them where that is sure. */
export function codeChoices(register: Register, code: string, today: LocalDate) {
  return holdersOfCode(register, code, today).map((version) => ({
    code: version.code,
    name: nameOnDay(version, today),
    href: unitPath(version.code),
    where: whereOf(register, version),
  }))
}

/** `23 phường, 70 xã, 1 đặc khu`. */
export function countWords(counts: readonly KindCount[]): string {
  return counts.map(({ word, count }) => `${count.toLocaleString('vi-VN')} ${word}`).join(', ')
}

/** A unit's page in words. */
export type UnitPage = NonNullable<ReturnType<typeof unitPage>>

type State = 'standing' | 'ended' | 'ahead'

function stateOf(register: Register, unit: UnitId, today: LocalDate): State {
  if (unitAt(register, unit, today)) return 'standing'
  const [first] = versionsOf(register, unit)
  return first?.from && first.from > today ? 'ahead' : 'ended'
}

function sentenceOf(register: Register, shown: RegisterVersion, state: State, today: LocalDate): string {
  const kind = kindWord(shown)
  const where = whereOf(register, shown)
  const begins = { standing: '', ended: 'Từng là ', ahead: 'Sẽ là ' }[state]
  const inside = state === 'standing' && where === '' ? `, có ${communesIn(register, shown, today)}` : ''
  const line = where ? `${begins}${kind} thuộc ${where}` : `${begins}${kind}${inside}`
  const from = state === 'ahead' && shown.from ? `, từ ${formatDay(shown.from)}` : ''
  return line.charAt(0).toLocaleUpperCase('vi') + line.slice(1) + from
}

function communesIn(register: Register, unit: RegisterVersion, day: LocalDate): string {
  return countWords(countKinds(treeOn(register, day).descendants(unit.unit, 'commune'))) || 'chưa ghi xã, phường nào'
}

function factsOf(register: Register, shown: RegisterVersion, life: UnitLife, today: LocalDate) {
  // Under the same name it is the unit before this one, which its life tells.
  const others = earlierHolders(register, shown).filter(({ name }) => name !== shown.name)
  const earlier = [...new Map(others.map((one) => [one.name, nameOnDay(one, today)])).values()]
  const last = life.versions.at(-1)
  return [
    {
      term: 'Mã số',
      value: shown.officialCode ?? 'chưa ghi',
      more: earlier.length > 0 ? `trước đó là mã của ${earlier.join('; ')}` : null,
    },
    {
      term: 'Từ ngày',
      value: life.versions[0]?.from ? formatDay(life.versions[0].from) : `trước ${formatDay(register.begins)}`,
    },
    ...(last?.until
      ? [
          {
            term: 'Đến hết ngày',
            value: last.untilIsKnown ? formatDay(last.until) : 'không rõ',
            more: last.untilIsKnown ? null : `muộn nhất ${formatDay(last.until)}`,
          },
        ]
      : []),
    ...life.otherVersions
      .filter(({ from, until }) => (from === null || from <= today) && (until === null || until >= today))
      .map((version) => ({
        term: treeTerm[version.tree],
        value: unitsOver(register, version)[0]?.name ?? 'không có cấp trên',
      })),
  ]
}

/** More of them are opened with a press: the province's own page lists them by the alphabet. */
const mostShown = 30

function answeringOf(register: Register, life: UnitLife, today: LocalDate) {
  const found = answersFor(register, life.unit, today)
  const direct = linksOf(register, life, 'to')
  const places = inAlphabet(found.communes).map(({ name, code }) => ({ name, href: unitPath(code) }))
  // Those it went into directly and that still stand have been said already.
  const said = new Set(direct.map(({ href }) => href))
  const isSaid = places.every(({ href }) => said.has(href))
  return {
    provinces: inAlphabet(found.provinces).map(({ name, code }) => ({ name, href: unitPath(code) })),
    direct,
    communes: isSaid ? [] : places,
    isLong: places.length > mostShown,
    counts: countWords(countKinds(found.communes)),
    /** Why not all of it is known; null where it is. */
    gap: found.isComplete ? null : gapOf(register, found.reason),
  }
}

function gapOf(register: Register, reason: NotComparable | null): string {
  const name = (unit: UnitId): string => lastVersionOf(register, unit)?.name ?? 'Một đơn vị'
  return reason ? reasonText(reason, name) : 'Sổ đơn vị chưa ghi đủ địa bàn này đã về đâu.'
}

function actWords(act: LegalAct) {
  const days = [
    act.issuedOn ? `ngày ${formatDay(act.issuedOn)}` : '',
    act.inForceOn ? `hiệu lực từ ${formatDay(act.inForceOn)}` : '',
  ]
  return {
    number: act.number,
    title: act.title,
    detail: [act.issuer, ...days].filter(Boolean).join(', '),
    isVerified: act.isVerified,
  }
}

function onDayOf(register: Register, unit: UnitId, { today, day, typed }: Asked) {
  const usual = usualDay(register, unit, today)
  const chosen = day ?? usual
  const found = unitOnDay(register, unit, chosen)
  const near = found ? null : nearestDay(register, unit, chosen)
  const last = lastVersionOf(register, unit)
  const link = (to: LocalDate) => ({
    label: to === today ? 'Hôm nay' : formatDay(to),
    href: `${unitPath(last?.code ?? '', to === usual ? null : to)}#vao-ngay`,
    current: to === chosen,
  })
  return {
    day: formatDay(chosen),
    iso: chosen,
    isToday: chosen === today,
    typed,
    hasPredecessors: predecessorsOf(register, unit).length > 0,
    isOver: (last?.until ?? chosen) < chosen,
    quick: quickDays(register, unit, usual, today).map(link),
    nearest: near ? link(near) : null,
    found: found && dayWords(found, chosen === today ? null : chosen),
  }
}

/** The days worth a press: the usual one and the eve of each change, the latest of them. */
function quickDays(register: Register, unit: UnitId, usual: LocalDate, today: LocalDate): LocalDate[] {
  const ends = versionsOf(register, unit).flatMap(({ until }) => (until && until < today ? until : []))
  const starts = versionsOf(register, unit).flatMap(({ from }) => (from && from > register.begins ? from : []))
  return [...new Set([usual, ...[...ends, ...starts].sort().reverse()])].slice(0, 5)
}

function dayWords(found: UnitOnDay, day: LocalDate | null) {
  return {
    name: found.version.name,
    over: found.over.map(({ name, code }) => ({ name, href: unitPath(code, day) })),
    counts: countWords([...found.districts, ...found.communes]),
    total: found.under.length,
    groups: groupsOf(found.under, day),
  }
}

/** A list that is read at a glance needs no letters. */
const fewEnough = 40

function groupsOf(units: readonly CountedUnit[], day: LocalDate | null) {
  const byLetter = Map.groupBy(units, ({ unit }) => (units.length <= fewEnough ? '' : initialOf(unit.name)))
  return [...byLetter].map(([letter, inLetter], at) => ({
    letter,
    anchor: `chu-${at + 1}`,
    units: inLetter.map(({ unit, counts }) => ({
      name: unit.name,
      href: unitPath(unit.code, day),
      note: countWords(counts),
    })),
  }))
}
