import { dayInVietnam } from '#kernel/local-date.ts'
import { done, refused, type Outcome } from '#kernel/outcome.ts'
import { scopeOf } from '#modules/access/actor.ts'
import { dayKnown, lastVersionOf, unitAt, type Register } from '#modules/territory/register.ts'
import type { MapGround } from '#modules/territory/map-ground.ts'
import { mapGround } from '#modules/territory/map-ground.server.ts'
import { isExample } from '#modules/territory/naming.ts'
import { currentRegister } from '#modules/territory/register.server.ts'
import { treeOn } from '#modules/territory/tree.ts'
import type { UnitId, UnitLevel } from '#modules/territory/unit.ts'
import { inScope, type Db } from '#platform/database.ts'
import { headsOf, type AnswerHeads, type UnitHead } from './answer-heads.ts'
import type { AnswerPlace, BesideWords } from './answer-table.ts'
import { aimedCells, besideTargets } from './beside-target.ts'
import { besidePeers, peersAsked } from './beside-peers.ts'
import { besidesOf, wholesIn, widened, withinAnswer, type ExploredBeside } from './beside.ts'
import { wholeCountry } from './cube-country.ts'
import type { CubeAnswer, CubeCell } from './cube-answer.ts'
import type { Reader } from './cube-rights.ts'
import { askCube, type Cube } from './cube.server.ts'
import { pickedFormulas } from './formula-choice.ts'
import { formulasOf } from './formula-store.server.ts'
import { indicatorsToPick } from './indicator-choice.server.ts'
import type { PickedIndicator } from './indicator-choice.ts'
import type { AskedRefusal } from './question-refusal.ts'
import { questionSentence } from './question-sentence.ts'
import type { ResolvedQuestion } from './question-resolved.ts'
import { resolveQuestion } from './question.server.ts'
import type { AskedQuestion } from './question.ts'
import { targetsOf } from './target-queries.server.ts'
import { unitSizes } from './unit-size-store.server.ts'

/** Who explores, on which day, with what. */
export type Exploring = { db: Db; cube: Cube; reader: Reader; now: Date }

/** What a form offers before anything is answered. */
export type ExploreGround = { register: Register; indicators: readonly PickedIndicator[] }

/** A question with its answer (câu trả lời khám phá): all that a page, a file or a chart of it needs. */
export type Explored = {
  asked: AskedQuestion
  question: ResolvedQuestion
  answer: CubeAnswer
  heads: AnswerHeads
  /** The question in one sentence. */
  sentence: string
  nameOf(unit: UnitId): string
  /** What the units are drawn on as a map; null in the other views. */
  mapOf: MapGround | null
  /** Which invented units are not in the country's numbers; null where there are none, or the country is not asked about. */
  countryNote: string | null
  /** What each number is put beside; null where nothing is compared. */
  beside: ((place: AnswerPlace, cell: CubeCell) => BesideWords) | null
  /** What is said once of all that the numbers are put beside. */
  besideNote: string | null
  /** The same, to be drawn beside the lines and bars of the answer. */
  drawn: readonly ExploredBeside[]
}

export async function exploreGround({ db, reader, now }: Exploring): Promise<ExploreGround> {
  return inScope(db, scopeFor(reader), async (tx) => {
    const own = reader.kind === 'officer' ? await formulasOf(tx, reader.actor.province) : []
    const indicators = await indicatorsToPick(tx, reader.kind)
    return {
      register: await currentRegister(tx),
      indicators: [...pickedFormulas(own, dayInVietnam(now)), ...indicators],
    }
  })
}

/** Looks a question up, puts it to the cube with what it is compared with, and names everything in the answer. */
export async function explore(
  exploring: Exploring,
  { register, indicators }: ExploreGround,
  asked: AskedQuestion,
): Promise<Outcome<Explored, AskedRefusal>> {
  const { db, cube, reader, now } = exploring
  const owner = reader.kind === 'officer' ? { unit: reader.actor.unit, province: reader.actor.province } : null
  const { resolved, targets, sizes } = await inScope(db, scopeFor(reader), async (tx) => {
    const found = await resolveQuestion(tx, register, asked, now, owner)
    const isAimed = found.ok && asked.compare === 'target' && reader.kind === 'officer'
    const cells = isAimed ? aimedCells(found.value) : []
    return {
      resolved: found,
      sizes: found.ok && asked.compare === 'peers' ? await unitSizes(tx, 'country') : [],
      targets: found.ok
        ? await targetsOf(tx, cells.length > 0 ? found.value.units : [], cells, found.value.periods)
        : [],
    }
  })
  if (!resolved.ok) return resolved
  const question = resolved.value
  const wholes = wholesOf(question)
  const known = new Map(indicators.map((one) => [one.code, one]))
  const besides =
    asked.compare === 'target' && reader.kind === 'officer'
      ? besideTargets(question, targets)
      : asked.compare === 'peers'
        ? besidePeers(question, peersAsked(register, sizes, question, wholes))
        : besidesOf(asked.compare, question, wholesIn(register, question, wholes), known)
  const answered = await askCube(cube, reader, widened(question, besides))
  if (!answered.ok) return answered.kind === 'refused' ? refused(answered.refusal) : answered
  const nameOf = namesIn(register, question)
  return done({
    asked,
    question,
    answer: withinAnswer(answered.value, question),
    heads: headsOf(question, { nameOf: namedUnits(question), wholes }),
    sentence: sentenceOf(asked, question, wholes, nameOf),
    nameOf,
    mapOf: asked.view === 'tiles' ? await mapFor(exploring, register, question, wholes) : null,
    beside: besides && ((place, cell) => besides.words(answered.value, place, cell, nameOf)),
    besideNote: besides?.note ?? null,
    countryNote: question.units.includes(wholeCountry) ? inventedNote(register, question) : null,
    drawn: (besides?.drawn ?? []).map(({ at, ...one }) => ({ ...one, cell: (place) => at(answered.value, place) })),
  })
}

/** What is invented stands in the register, and is counted nowhere: whoever reads a number of the country is told so. */
function inventedNote(register: Register, { periods, map }: ResolvedQuestion): string | null {
  const day = map.kind === 'day' ? map.day : dayKnown(register, periods.at(-1)?.to ?? register.begins)
  const invented = treeOn(register, day)
    .units('province')
    .filter(({ code }) => isExample(code))
  if (invented.length === 0) return null
  return `Số cả nước không gồm ${invented.map(({ name }) => name).join(', ')}: đơn vị ví dụ do phần mềm đặt ra.`
}

/** The map that stood on the last day asked about, or that is asked for. */
async function mapFor(
  { db, reader }: Exploring,
  register: Register,
  { units, periods, map }: ResolvedQuestion,
  wholes: ReadonlySet<UnitId>,
): Promise<MapGround | null> {
  const last = periods.at(-1)?.to
  const day = map.kind === 'day' ? map.day : last && dayKnown(register, last)
  const parts = units.filter((unit) => !wholes.has(unit) && day && unitAt(register, unit, day) !== null)
  return day && parts.length > 1 ? inScope(db, scopeFor(reader), (tx) => mapGround(tx, register, parts, day)) : null
}

/** What the database lets this reader meet. */
export function scopeFor(reader: Reader): Parameters<typeof inScope>[1] {
  return reader.kind === 'officer' ? scopeOf(reader.actor) : { reach: 'public' }
}

function wholesOf({ labels }: ResolvedQuestion): ReadonlySet<UnitId> {
  return new Set(labels.units.filter(({ isTotal }) => isTotal).map(({ unit }) => unit))
}

function namedUnits({ labels }: ResolvedQuestion): (unit: UnitId) => UnitHead {
  const known = new Map(labels.units.map((one) => [one.unit, { code: one.code, name: one.name, note: null }]))
  return (unit) => known.get(unit) ?? { code: unit, name: 'đơn vị không rõ tên', note: null }
}

/** What units are called: those of the answer, and others that reasons and wholes name. */
export function namesIn(register: Register, question: ResolvedQuestion): (unit: UnitId) => string {
  const known = new Map(question.labels.units.map((one) => [one.unit, one.name]))
  const day = question.periods.at(-1)?.to ?? register.begins
  return (unit) =>
    known.get(unit) ?? (unitAt(register, unit, day) ?? lastVersionOf(register, unit))?.name ?? 'đơn vị không rõ tên'
}

const levelWords: Record<UnitLevel | 'country', string> = {
  country: 'cả nước',
  province: 'tỉnh, thành phố',
  district: 'huyện',
  commune: 'xã, phường',
}

/** The question in one sentence, as `questionSentence` says it. */
export function sentenceOf(
  asked: AskedQuestion,
  question: ResolvedQuestion,
  wholes: ReadonlySet<UnitId>,
  nameOf: (unit: UnitId) => string,
): string {
  const { units } = question.labels
  const parts = units.filter(({ isTotal }) => !isTotal)
  const isDivided = wholes.size > 0 || (asked.unit.length === 0 && units.length > 1)
  const level = isDivided ? (parts[0]?.level ?? null) : null
  const named = isDivided ? [...wholes] : units.map(({ unit }) => unit)
  return questionSentence(asked, {
    measures: question.measures.map(({ name }) => name),
    // The country is what is meant where no unit is named.
    units: named.filter((unit) => unit !== wholeCountry).map(nameOf),
    level: level && levelWords[level],
    periods: question.periods,
    counts: asked.counts === null || asked.counts === 'accepted' ? null : asked.counts,
  })
}
