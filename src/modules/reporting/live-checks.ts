import { readNumeral } from '#kernel/numerals.ts'
import { tidy } from '#kernel/text.ts'
import type { CheckInput, SumsInput } from '#modules/figures/check-input.ts'
import { cellsOfSums, checkSums, findingKeyOf, type RuleOfSums } from '#modules/figures/checks-of-sums.ts'
import { figure, type Figure, type FigureValue } from '#modules/figures/figure.ts'
import { fingerprintOf } from '#modules/figures/finding.ts'
import { inOwnWords, type CellNames } from '#modules/figures/finding-words.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { isAmongCells, textAmongCells } from '#modules/figures/sentence-among-cells.ts'
import { workedOut } from '#modules/figures/worked-out.ts'
import { asChecked, contentFinding, stillExplains } from './content-finding.ts'
import type { ContentFinding, ContentLine, ReportContent } from './content.ts'
import { namesOf } from './line-names.ts'
import { briefOf, unreadableBrief } from './live-check-words.ts'

/** What a page that is typed in needs beside its lines to work sums and ratios out again; made by `live-ground.ts`. */
export type LiveGround = {
  rules: readonly RuleOfSums[]
  divisor: CheckInput['divisor']
  /** The sums of units below over which a number was typed: what such a cell comes to once it is emptied. */
  sums: Readonly<Record<string, FigureValue>>
}

/** One rule worked out with what is being typed, before the server has said anything (phép tính tạm). */
export type LiveCheck = {
  /** Of the finding whose place it takes. */
  key: string
  /** The total, the ratio, or the first of two numbers. */
  of: string
  /** The cells of it that stand otherwise than the server has them. */
  typed: string[]
  /** What is found now; null where nothing can be. */
  finding: ContentFinding | null
  /** In one line: what the total or the ratio comes to and how far it is off; empty where there is nothing to say. */
  brief: string
}

/** What stands in the fields of a page, by cell, where its officer has been. */
export type TypedTexts = Readonly<Record<string, string>>

/** The cells in whose fields another number stands than the server made this content of; written otherwise it is the same one. */
export function cellsTyped(content: ReportContent, texts: TypedTexts): Set<string> {
  const typed = content.lines.filter((line) => {
    const text = texts[cellKey(line.cell)]
    return text !== undefined && !saysTheSame(text, line)
  })
  return new Set(typed.map((line) => cellKey(line.cell)))
}

function saysTheSame(text: string, { figure: { raw }, numeral }: ContentLine): boolean {
  const had = tidy(raw)
  // An empty text may stand for a sum of units below, which is not the same as that number typed.
  if (text === had || text === '' || had === '') return text === had
  const [was, is] = [readNumeral(had, numeral), readNumeral(text, numeral)]
  if (was.kind !== 'amount' || is.kind !== 'amount') return is.kind !== 'asked' && was.kind === is.kind
  return was.amount === is.amount && was.qualifier === is.qualifier
}

/**
 * The rules that what is typed changes, worked out again by the functions that the server works them out with. A rule that
 * comes to the same as before is left to the words of the server.
 */
export function checkWhileTyping(content: ReportContent, ground: LiveGround, texts: TypedTexts): LiveCheck[] {
  const typed = cellsTyped(content, texts)
  if (typed.size === 0) return []
  const before = new LinesAsTyped(content, ground, new Map())
  const now = new LinesAsTyped(content, ground, new Map([...typed].map((key) => [key, texts[key] ?? ''])))
  return ground.rules.flatMap((rule) => {
    const keys = cellsOfSums(rule).map(cellKey)
    const touched = keys.filter((key) => typed.has(key))
    const key = findingKeyOf(rule)
    if (touched.length === 0) return []
    const [was, is] = [before.check(rule), now.check(rule)]
    if (is.about !== '' && is.about === was.about && is.brief === was.brief) return []
    const known = content.findings.find((one) => one.key === key) ?? null
    return [{ key, of: keys[0] ?? '', typed: touched, finding: is.finding(known), brief: is.brief }]
  })
}

type Checked = {
  /** The numbers it was made from; empty where nothing could be made of them. */
  about: string
  brief: string
  finding: (known: ContentFinding | null) => ContentFinding | null
}

/** A report's lines with some texts in the place of those it was made of. */
class LinesAsTyped {
  readonly #lines: ReadonlyMap<string, ContentLine>
  readonly #input: SumsInput
  readonly #texts: ReadonlyMap<string, string>
  readonly #names: CellNames

  constructor(content: ReportContent, ground: LiveGround, texts: ReadonlyMap<string, string>) {
    this.#lines = new Map(content.lines.map((line) => [cellKey(line.cell), line]))
    this.#texts = texts
    this.#names = namesOf(content.lines)
    const figures = content.lines.map((line): [string, Figure] => {
      const key = cellKey(line.cell)
      const text = texts.get(key)
      return [key, text === undefined ? asChecked(line.figure, line.countedFrom !== null) : typedIn(line, text, ground)]
    })
    this.#input = { lines: content.lines, figures: new Map(figures), divisor: ground.divisor }
  }

  check(rule: RuleOfSums): Checked {
    const [found] = checkSums(rule, this.#input)
    const nothing = { about: '', finding: () => null }
    if (!found || !isAmongCells(found.facts)) return { ...nothing, brief: '' }
    // A number that nobody can read is not counted as missing, nor left out of a sum in silence.
    const [unreadable] = cellsOfSums(rule).filter((cell) => this.#isUnreadable(cellKey(cell)))
    if (unreadable) {
      const said = this.#said(cellKey(unreadable))
      return { ...nothing, brief: unreadableBrief(rule, unreadable, said) }
    }
    const text = inOwnWords(found, textAmongCells(found, found.facts, this.#names))
    return {
      about: fingerprintOf(found),
      brief: briefOf(rule, found, found.facts, workedOut(rule, this.#input), { text, names: this.#names }),
      finding: (known) =>
        contentFinding(found, text, known && stillExplains(known.about, found) ? known.explanation : null),
    }
  }

  #said(key: string): string {
    return this.#texts.get(key) ?? this.#lines.get(key)?.figure.raw ?? ''
  }

  #isUnreadable(key: string): boolean {
    const line = this.#lines.get(key)
    return line !== undefined && readNumeral(this.#said(key), line.numeral).kind === 'asked'
  }
}

/** A cell that the units below are summed into is the sum again once its text is taken out. */
function typedIn(line: ContentLine, text: string, { sums }: LiveGround): Figure {
  const sum = sums[cellKey(line.cell)]
  return text === '' && sum ? { ...line.figure, value: sum, raw: '', basis: 'counted' } : figure(text, line.numeral)
}
