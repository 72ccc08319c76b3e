import { formatDay } from '#kernel/local-date.ts'
import { absolute, zero } from '#kernel/quantity.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { aimLabel } from '#modules/figures/target-labels.ts'
import { changeOf, printed, type CellGround, type NarrativeGround } from './narrative-facts.ts'
import type { Citation, CitationView } from './narrative.ts'
import type { PlanTask } from './task.ts'

/** One sentence of a first draft (câu nháp): words, and a citation wherever there is a number. */
export type DraftSentence = readonly ({ text: string } | Citation)[]

/** A paragraph of a first draft: the sentences of one section of figures. */
export type DraftParagraph = { title: string; sentences: DraftSentence[] }

/**
 * What the figures say, section by section. A cell without a number is not spoken of, a comparison stands only where it may be
 * made, and no number is written as words: each is read from its cell when it is printed.
 */
export function draftOfResults(ground: NarrativeGround): DraftParagraph[] {
  const sections = Map.groupBy(ground.cells.values(), (one) => one.section)
  return [...sections]
    .map(([title, cells]) => ({ title: title.replace(/^[A-Z]\.\s+/, ''), sentences: sentencesOf(cells, ground) }))
    .filter(({ sentences }) => sentences.length > 0)
}

/** What went well and what did not, as far as numbers tell: targets, and clear changes of what has a direction. */
export function draftOfAssessment(ground: NarrativeGround): DraftParagraph[] {
  const cells = [...ground.cells.values()].filter((one) => one.cell.dimension === '' && hasNumber(one))
  const judged = cells.map((one) => ({ one, verdict: verdictOf(one, ground) }))
  const told = (verdict: 'good' | 'bad'): DraftSentence[] =>
    judged
      .filter((each) => each.verdict === verdict)
      .map(({ one }) => [...nameAndNumber(one), ...comparisons(one, ground), stop])
  return [
    { title: 'Ưu điểm', sentences: told('good') },
    { title: 'Hạn chế', sentences: told('bad') },
  ].filter(({ sentences }) => sentences.length > 0)
}

/** The last part: the tasks of the plan as they were written, and the targets that are set for the next period. */
export function draftOfPlan(
  tasks: readonly Pick<PlanTask, 'text' | 'owner' | 'due' | 'cell'>[],
  ground: NarrativeGround,
): DraftParagraph[] {
  const aimed = [...ground.cells.values()].filter((one) => isPrinted(one, 'next-target', ground))
  const served = new Set(tasks.flatMap(({ cell }) => (cell ? [cellKey(cell)] : [])))
  const written = tasks.map(({ text, owner, due, cell }): DraftSentence => {
    const one = cell && aimed.find((each) => cellKey(each.cell) === cellKey(cell))
    const whose = ` (${owner}${due ? `, hạn ${formatDay(due)}` : ''})`
    const aim: DraftSentence = one
      ? [{ text: `; chỉ tiêu ${aimWord(one)} ` }, cite(one, 'next-target'), { text: unitWords(one) }]
      : []
    return [{ text: `${text.replace(/[.;\s]+$/, '')}${whose}` }, ...aim, stop]
  })
  const others = aimed
    .filter((one) => !served.has(cellKey(one.cell)))
    .map((one): DraftSentence => [
      { text: `${one.dimensionName ? `${one.name}, ${one.dimensionName}` : one.name}: ${aimWord(one)} ` },
      cite(one, 'next-target'),
      { text: unitWords(one) },
      stop,
    ])
  return [
    { title: 'Nhiệm vụ', sentences: written },
    { title: 'Chỉ tiêu', sentences: others },
  ].filter(({ sentences }) => sentences.length > 0)
}

function aimWord({ nextTargets }: CellGround): string {
  const target = nextTargets.own ?? nextTargets.superior
  return target ? aimLabel[target.aim] : ''
}

const stop = { text: '.' }

function sentencesOf(cells: readonly CellGround[], ground: NarrativeGround): DraftSentence[] {
  const wholes = cells.filter((one) => one.cell.dimension === '')
  const parts = Map.groupBy(
    cells.filter((one) => one.cell.dimension !== ''),
    (one) => one.cell.code,
  )
  const codes = [...new Set(cells.map((one) => one.cell.code))]
  return codes.flatMap((code): DraftSentence[] => {
    const whole = wholes.find((one) => one.cell.code === code)
    const known = (parts.get(code) ?? []).filter(hasNumber)
    if (whole && hasNumber(whole))
      return [[...nameAndNumber(whole), ...partWords(known), ...comparisons(whole, ground), stop]]
    const [first] = known
    return first ? [[{ text: `${first.name}: ` }, ...listed(known), stop]] : []
  })
}

function hasNumber({ now }: CellGround): boolean {
  return now.value.state === 'reported' || now.value.state === 'zero'
}

/** `Cuộc đối thoại do xã tổ chức: 4 cuộc`; of nothing it is said that there was none. */
function nameAndNumber(one: CellGround): DraftSentence {
  const number = cite(one, 'now')
  if (one.now.value.state === 'zero' && one.nature === 'flow' && one.numeral === 'count')
    return [{ text: `${one.name}: kỳ này không phát sinh (` }, number, { text: ` ${one.unitOfCount})` }]
  return [{ text: `${one.name}: ` }, number, { text: unitWords(one) }]
}

function unitWords({ unitOfCount, numeral }: CellGround): string {
  return numeral === 'percent' ? '' : ` ${unitOfCount}`
}

function partWords(parts: readonly CellGround[]): DraftSentence {
  return parts.length === 0 ? [] : [{ text: ', trong đó ' }, ...listed(parts)]
}

function listed(parts: readonly CellGround[]): DraftSentence {
  return parts.flatMap((one, index): DraftSentence => {
    const lead = index === 0 ? '' : index === parts.length - 1 ? ' và ' : ', '
    return [{ text: `${lead}${one.dimensionName ?? ''} ` }, cite(one, 'now'), { text: unitWords(one) }]
  })
}

/** Beside the same period last year, the target and the peers: each only where it may be said. */
function comparisons(one: CellGround, ground: NarrativeGround): DraftSentence {
  return [...besideLastYear(one, ground), ...besideTarget(one, ground), ...besidePeers(one, ground)]
}

function besideLastYear(one: CellGround, ground: NarrativeGround): DraftSentence {
  return isPrinted(one, 'change', ground) ? [{ text: ', ' }, cite(one, 'change')] : []
}

function besideTarget(one: CellGround, ground: NarrativeGround): DraftSentence {
  const view = one.targets.own ? 'target' : 'superior-target'
  const target = one.targets.own ?? one.targets.superior
  if (!target || !isPrinted(one, view, ground)) return []
  const aim = [cite(one, view), { text: unitWords(one) }]
  if (target.aim === 'at-least' && isPrinted(one, 'reached', ground))
    return [{ text: ', đạt ' }, cite(one, 'reached'), { text: ' chỉ tiêu (' }, ...aim, { text: ')' }]
  const words = { 'at-least': 'chỉ tiêu ít nhất ', 'at-most': 'chỉ tiêu không quá ', exactly: 'chỉ tiêu đúng ' }
  return [{ text: `, ${words[target.aim]}` }, ...aim]
}

function besidePeers(one: CellGround, ground: NarrativeGround): DraftSentence {
  if (!one.peers || !isExact(one) || !isPrinted(one, 'peers', ground)) return []
  // A count of a large commune beside those of small ones says how large it is, and nothing else.
  if (one.numeral !== 'percent' && one.peers.by !== 'size') return []
  const whom = one.peers.by === 'size' ? 'nơi cùng loại, cùng cỡ' : 'nơi cùng loại'
  return [{ text: `; mức giữa của ${whom} đã công bố là ` }, cite(one, 'peers'), { text: unitWords(one) }]
}

function isExact({ now }: CellGround): boolean {
  const { value } = now
  return value.state === 'zero' || (value.state === 'reported' && value.qualifier === 'exact')
}

function isPrinted(one: CellGround, view: CitationView, ground: NarrativeGround): boolean {
  return printed(ground, { cell: one.cell, view }).missing === null
}

function cite(one: CellGround, view: CitationView): Citation {
  return { cell: one.cell, view }
}

/** A change counts for good or bad only where the list of indicators says which way is better, and it is more than a trifle. */
function verdictOf(one: CellGround, ground: NarrativeGround): 'good' | 'bad' | null {
  const target = one.targets.own ?? one.targets.superior
  const amount = one.now.value.state === 'reported' ? one.now.value.amount : zero
  if (target && isExact(one)) {
    const met =
      target.aim === 'at-least'
        ? amount >= target.amount
        : target.aim === 'at-most'
          ? amount <= target.amount
          : amount === target.amount
    return met ? 'good' : 'bad'
  }
  const change = changeOf(one, ground)
  if (one.direction === 'context' || one.nature === 'change' || change.kind === 'none' || change.amount === zero)
    return null
  if (change.percent !== null && absolute(change.percent) < clearPercent) return null
  return change.amount > zero === (one.direction === 'more-is-better') ? 'good' : 'bad'
}

/** Below five in a hundred nobody calls it progress. */
const clearPercent = 5n * 10_000n
