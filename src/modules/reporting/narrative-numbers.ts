import { numbersIn, type NumberInText } from '#kernel/numerals/in-text.ts'
import { readNumeral } from '#kernel/numerals.ts'
import { zero, type Quantity } from '#kernel/quantity.ts'
import { fold } from '#kernel/text.ts'
import { cellName, printed, type CellGround, type MissingWhy, type NarrativeGround } from './narrative-facts.ts'
import { markOf, type Citation, type CitationView, type Prose } from './narrative.ts'

/** A cell that a typed number could be (ô giống số vừa gõ). */
export type Candidate = { mark: string; name: string; view: CitationView; text: string }

/** What is to be looked at in a sentence (chỗ cần xem trong câu). `at` and `length` are places in the text as it is typed. */
export type ProseFlag = { sentence: string; at: number; length: number } & (
  | { kind: 'moved'; mark: string; said: string; now: string }
  | { kind: 'no-number'; mark: string; why: MissingWhy }
  | { kind: 'bindable'; number: string; candidates: Candidate[]; isClear: boolean }
  | { kind: 'contradicts'; number: string; candidate: Candidate }
  | { kind: 'unknown'; number: string }
)

/** Reads a section as it is typed: every number that is no citation, beside the cells of the report. */
export function looseNumbers(text: string, ground: NarrativeGround): ProseFlag[] {
  return numbersIn(text).map((number): ProseFlag => {
    const place = { sentence: sentenceAround(text, number.from), at: number.from, length: number.text.length }
    const clause = clauseAround(text, number)
    const alike = candidatesFor(number, clause, ground)
    const said = number.text
    if (alike.length > 0) {
      const [best, next] = alike
      const isClear = best !== undefined && best.likeness >= likeEnough && best.likeness > (next?.likeness ?? 0)
      return { ...place, kind: 'bindable', number: said, isClear, candidates: alike.map(({ candidate }) => candidate) }
    }
    const other = contradicted(number, clause, ground)
    return other
      ? { ...place, kind: 'contradicts', number: said, candidate: other }
      : { ...place, kind: 'unknown', number: said }
  })
}

/** The citations of a saved section that no longer say what they said, or say no number. */
export function citedFlags(prose: Prose, ground: NarrativeGround): ProseFlag[] {
  const text = prose.map((part) => ('text' in part ? part.text : markOf(part))).join('')
  const flags: ProseFlag[] = []
  let at = 0
  for (const part of prose) {
    const mark = 'text' in part ? part.text : markOf(part)
    const place = { sentence: sentenceAround(text, at), at, length: mark.length }
    at += mark.length
    if ('text' in part) continue
    const now = printed(ground, part)
    if (now.missing !== null) flags.push({ ...place, kind: 'no-number', mark, why: now.missing })
    else if (now.text !== part.said) flags.push({ ...place, kind: 'moved', mark, said: part.said, now: now.text })
  }
  return flags
}

/** The text with a number replaced by a citation; null when the number no longer stands there. */
export function bound(text: string, wanted: { number: string; at: number; mark: string }): string | null {
  // What was typed since the page was made moves a number: the nearest of the same letters is the one that was meant.
  const [nearest] = numbersIn(text)
    .filter((one) => one.text === wanted.number)
    .sort((one, other) => Math.abs(one.from - wanted.at) - Math.abs(other.from - wanted.at))
  return nearest ? `${text.slice(0, nearest.from)}${wanted.mark}${text.slice(nearest.to)}` : null
}

/** The text with every number bound of which it is clear what it is. */
export function boundAll(text: string, ground: NarrativeGround): { text: string; count: number } {
  let out = text
  let count = 0
  for (const flag of looseNumbers(text, ground).toReversed()) {
    const [best] = flag.kind === 'bindable' && flag.isClear ? flag.candidates : []
    if (!best) continue
    out = `${out.slice(0, flag.at)}${best.mark}${out.slice(flag.at + flag.length)}`
    count += 1
  }
  return { text: out, count }
}

/** Half of the words that tell what a cell counts stand around the number. */
const likeEnough = 0.5
/** Nearly all of them: then another number beside them says something else than the cell. */
const nearlySame = 0.75
/** A number so large is hardly there by chance. */
const tellingByItself = 100n * 10_000n
const mostOffered = 3

type Alike = { candidate: Candidate; likeness: number }

function candidatesFor(number: NumberInText, clause: Clause, ground: NarrativeGround): Alike[] {
  const found: Alike[] = []
  for (const one of ground.cells.values()) {
    if (!unitFits(number, one)) continue
    const amount = amountFor(number, one)
    if (amount === null) continue
    const likeness = likenessOf(clause, one)
    if (likeness < likeEnough && amount < tellingByItself) continue
    for (const view of viewsFor(clause)) {
      const said = candidateOf(one, view, ground)
      if (said && amountSaid(one, view) === amount) found.push({ candidate: said, likeness })
    }
  }
  return found.sort((one, other) => other.likeness - one.likeness).slice(0, mostOffered)
}

function contradicted(number: NumberInText, clause: Clause, ground: NarrativeGround): Candidate | null {
  if (number.isInRange || clause.isOfAnotherTime || clause.isOfTarget) return null
  const [best] = [...ground.cells.values()]
    .filter((one) => unitFits(number, one) && followsUnit(number, clause, one) && amountFor(number, one) !== null)
    .filter((one) => amountSaid(one, 'now') !== null)
    .map((one) => ({ one, likeness: likenessOf(clause, one) }))
    .filter(({ likeness }) => likeness >= nearlySame)
    .sort((a, b) => b.likeness - a.likeness)
  return best ? candidateOf(best.one, 'now', ground) : null
}

function candidateOf(one: CellGround, view: CitationView, ground: NarrativeGround): Candidate | null {
  const citation: Citation = { cell: one.cell, view }
  const said = printed(ground, citation)
  return said.missing === null ? { mark: markOf(citation), name: cellName(one), view, text: said.text } : null
}

function viewsFor({ isOfAnotherTime, isOfTarget }: Clause): CitationView[] {
  if (isOfAnotherTime) return ['same-period', 'now']
  return isOfTarget ? ['target', 'superior-target', 'now'] : ['now']
}

function amountSaid(one: CellGround, view: CitationView): Quantity | null {
  if (view === 'target') return one.targets.own?.amount ?? null
  if (view === 'superior-target') return one.targets.superior?.amount ?? null
  const value = view === 'same-period' ? one.before?.value : one.now.value
  if (value?.state === 'zero') return zero
  return value?.state === 'reported' ? value.amount : null
}

/** What the number comes to, read as this cell is written: “1.250 triệu đồng” in a cell of triệu đồng is 1.250. */
function amountFor(number: NumberInText, { numeral, unitOfCount }: CellGround): Quantity | null {
  const scaled = number.scale !== '' && !fold(unitOfCount).startsWith(fold(number.scale))
  const reading = readNumeral(scaled ? `${number.digits} ${number.scale}` : number.digits, numeral)
  if (reading.kind === 'amount') return reading.amount
  return null
}

function unitFits(number: NumberInText, { numeral }: CellGround): boolean {
  return number.isPercent === (numeral === 'percent')
}

/** The words around a number, up to the next stop. */
type Clause = { words: ReadonlySet<string>; after: string; isOfAnotherTime: boolean; isOfTarget: boolean }

function clauseAround(text: string, { from, to }: NumberInText): Clause {
  const before = /[^.;:\n]*$/.exec(text.slice(0, from))?.[0] ?? ''
  const after = /^[^.;\n]*/.exec(text.slice(to))?.[0] ?? ''
  // Of what stands behind only as much as belongs to this number: up to the next one.
  const own = /^[^\d[]*/.exec(after)?.[0] ?? ''
  const lead = /[^\d\]]*$/.exec(before)?.[0] ?? ''
  const folded = fold(`${lead} ${own}`)
  return {
    words: new Set(folded.match(/[a-z]+/g) ?? []),
    after: fold(own),
    isOfAnotherTime: /cung ky|ky truoc|nam truoc|nam ngoai/.test(folded),
    isOfTarget: /chi tieu|ke hoach|muc tieu|duoc giao|de ra/.test(folded),
  }
}

/** Words that every line of a report has tell nothing of this one. */
const emptyWords = new Set(
  'cua va cac trong tren voi la co duoc de tai theo ve cho do tu den ky so nhung moi da dang mot nay khong hoac'.split(
    ' ',
  ),
)

function likenessOf(clause: Clause, { name, dimensionName, unitOfCount }: CellGround): number {
  const words = new Set(fold(`${name} ${dimensionName ?? ''} ${unitOfCount}`).match(/[a-z]+/g) ?? [])
  const telling = [...words].filter((word) => !emptyWords.has(word))
  if (telling.length < 2) return 0
  return telling.filter((word) => clause.words.has(word)).length / telling.length
}

/** “120 mô hình”: what is counted stands right behind the number. */
function followsUnit(number: NumberInText, clause: Clause, { unitOfCount }: CellGround): boolean {
  return (
    number.isPercent ||
    clause.after.startsWith(fold(unitOfCount)) ||
    fold(unitOfCount).startsWith(fold(number.scale || '-'))
  )
}

function sentenceAround(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf('\n', at - 1), lastStop(text.slice(0, at)))
  const rest = text.slice(at)
  const stop = /[.;!?](?=\s|$)|\n/.exec(rest)
  return text.slice(start + 1, stop ? at + stop.index + 1 : text.length).trim()
}

function lastStop(text: string): number {
  return [...text.matchAll(/[.;!?](?=\s)/g)].at(-1)?.index ?? -1
}
