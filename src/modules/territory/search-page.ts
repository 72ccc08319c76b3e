import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import { answersFor } from './answering.ts'
import { nameOnDay } from './labels.ts'
import { whereOf } from './life-line.ts'
import { isExample, unitPath } from './naming.ts'
import { holdsOn, type Register } from './register.ts'
import { searchUnits, type UnitHit } from './search.ts'
import type { RegisterVersion, UnitId } from './unit.ts'

const pageLength = 20
/** Beyond these nobody reads on: more words find sooner. */
const mostFound = 200

/** One page of the units that answer to the words typed, in words. */
export function unitSearchPage(register: Register, text: string, page: number, today: LocalDate) {
  const { hits, isCut } = searchUnits(register, text, { today, most: mostFound })
  const pages = Math.max(1, Math.ceil(hits.length / pageLength))
  return {
    found: hits.length,
    isCut,
    page,
    pages,
    hits: hits.slice((page - 1) * pageLength, page * pageLength).map((hit) => hitWords(register, hit, today)),
  }
}

/** The first few units, for a page that is about something else. */
export function firstUnits(register: Register, text: string, most: number, today: LocalDate) {
  return searchUnits(register, text, { today, most }).hits.map((hit) => hitWords(register, hit, today))
}

function hitWords(register: Register, hit: UnitHit, today: LocalDate) {
  const { now, found, isInForce } = hit
  const isEnded = !isInForce && now.until !== null && now.until < today
  return {
    code: now.code,
    href: unitPath(now.code),
    name: nameOnDay(now, today),
    where: whereOf(register, isInForce ? now : found),
    dates: now.from === null ? null : datesOf(now.from, isEnded),
    officialCode: now.officialCode,
    oldName: found.name === now.name ? null : `${found.name}${found.until ? `, đến ${formatDay(found.until)}` : ''}`,
    isExample: isExample(now.code),
    isEnded,
    next: isEnded ? nextOf(register, hit, today) : [],
  }
}

function datesOf(from: LocalDate, isEnded: boolean): string {
  return isEnded ? `có từ ${formatDay(from)}` : `từ ${formatDay(from)}`
}

/** A list of names that is read in one line. */
const fewNames = 3

/** Of an ended unit: what it went into where that stands today, else who holds its area: few communes, or the province. */
function nextOf(register: Register, { unit, successors }: UnitHit, today: LocalDate) {
  const areStanding = successors.length > 0 && successors.every((one) => holdsOn(one, today))
  const found = areStanding ? successors : holdersOf(register, unit, today)
  return found.map(({ name, code }) => ({ name, href: unitPath(code) }))
}

function holdersOf(register: Register, unit: UnitId, today: LocalDate): readonly RegisterVersion[] {
  const { communes, provinces } = answersFor(register, unit, today)
  return communes.length > 0 && communes.length <= fewNames ? communes : provinces
}
