import { formatAmount, hedgeWord } from '#kernel/numerals.ts'
import { periodKey, yearOf, type Period } from '#kernel/period.ts'
import { formatQuantity, quantity, type Quantity } from '#kernel/quantity.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { againstTarget, type Reached } from '#modules/figures/reached.ts'
import { stateWords } from '#modules/figures/reached-sentence.ts'
import { aimLabel } from '#modules/figures/target-labels.ts'
import { targetHands, type Target, type TargetHand } from '#modules/figures/target.ts'
import type { ContentLine, ReportContent } from './content.ts'
import { countedNow, cubeCellOf } from './narrative-facts.ts'

/** A target of the report's own unit, as far as the grid says it. */
type TargetBeside = Pick<Target, 'cell' | 'setBy' | 'period' | 'aim' | 'amount'>

const handWord: Record<TargetHand, string> = { own: 'chỉ tiêu', superior: 'cấp trên giao' }

/** The periods whose targets stand beside a report: its own, and the year it is a part of. */
export function targetPeriods(period: Period): Period[] {
  const year = yearOf(Number(period.to.slice(0, 4)))
  const isPart = period.from >= year.from && periodKey(period) !== periodKey(year)
  return isPart ? [period, year] : [period]
}

/**
 * `chỉ tiêu 3.200: đạt 83%`: what stands beside a figure, of the unit's own hand before its superior's. Where nothing was set for
 * this period there stands that of the year alone: how much of it one quarter is says nothing.
 */
export function targetsSaid(
  line: ContentLine,
  { period, units }: Pick<ReportContent, 'period' | 'units'>,
  targets: readonly TargetBeside[],
): string[] {
  const ofCell = targets.filter(({ cell }) => cellKey(cell) === cellKey(line.cell))
  const isNow = (one: TargetBeside): boolean => periodKey(one.period) === periodKey(period)
  return targetHands.flatMap((hand) => {
    const byHand = ofCell.filter(({ setBy }) => setBy === hand)
    const now = byHand.find(isNow)
    if (now) return [said(now, line, units)]
    return byHand.slice(0, 1).map((year) => levelSaid(year, line, ' cả năm'))
  })
}

function levelSaid({ aim, amount, setBy }: TargetBeside, { numeral }: ContentLine, whole = ''): string {
  const most = aim === 'at-least' ? '' : `${aimLabel[aim]} `
  const sign = numeral === 'percent' ? '%' : ''
  return `${handWord[setBy]}${whole} ${most}${formatAmount(amount, 'exact', numeral)}${sign}`
}

function said(target: TargetBeside, line: ContentLine, units: ReportContent['units']): string {
  // The number and its hedge decide; by which definition it was counted is not asked.
  const reached = againstTarget(target, cubeCellOf({ ...countedNow(line, units), indicator: null }))
  const level = levelSaid(target, line)
  return reached.amount === null ? level : `${level}: ${standing(target, reached, line)}`
}

function standing(target: TargetBeside, reached: Reached, { numeral }: ContentLine): string {
  const share = numeral === 'percent' || numeral === 'change' ? null : reached.share
  const soFar = reached.state === 'under-way' ? 'đến nay ' : ''
  if (target.aim !== 'at-least' || share === null || roundsUpToMet(reached.state, share))
    return stateWords(target, reached).toLocaleLowerCase('vi')
  const hedge = hedgeWord(reached.qualifier)
  return `${soFar}đạt ${hedge ? `${hedge} ` : ''}${formatQuantity(share)}%`
}

// 3.199 of 3.200 is 99,97%, which rounds to a hundred and yet has not come to it.
function roundsUpToMet(state: Reached['state'], share: Quantity): boolean {
  return state === 'missed' && share >= quantity(100)
}
