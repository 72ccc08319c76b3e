import type { Figure } from '#modules/figures/figure.ts'
import { fingerprintOf, needsExplanation, type Finding } from '#modules/figures/finding.ts'
import type { FindingText } from '#modules/figures/finding-words.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import type { ContentFinding } from './content.ts'

/** A finding as a report says it; an explanation stands beside what needs one. */
export function contentFinding(
  finding: Finding,
  text: FindingText,
  explanation: ContentFinding['explanation'],
): ContentFinding {
  return {
    rule: finding.rule,
    key: finding.key,
    verdict: finding.verdict,
    explainable: finding.explainable,
    cells: finding.cells,
    text,
    missing: 'missing' in finding.facts ? finding.facts.missing.map(cellKey) : [],
    about: fingerprintOf(finding),
    explanation: needsExplanation(finding) ? explanation : null,
  }
}

// An explanation of a gap of 715 says nothing about a gap of 47.236: it stands only while its numbers do.
export function stillExplains(about: string, finding: Finding): boolean {
  return about === fingerprintOf(finding)
}

// Counted from a register is the unit's own word, and can be mended there; only a sum over units is not.
export function asChecked(figure: Figure, isFromRegister: boolean): Figure {
  return isFromRegister ? { ...figure, basis: 'typed' } : figure
}
