import { expect, test } from 'vitest'
import { bySeverity, verdictSummary, type PublicStatement, type Verdict } from './public-report.ts'

function statement(verdict: Verdict, sentence: string): PublicStatement {
  return { verdict, sentence, sum: null, explanation: null }
}

test('a sum that does not add up is read before those that do, others keep their order', () => {
  const given = [statement('holds', 'a'), statement('fails', 'b'), statement('holds', 'c'), statement('asks', 'd')]
  expect(bySeverity(given).map((each) => each.sentence)).toEqual(['b', 'd', 'a', 'c'])
})

test('the summary counts every verdict that occurs and leaves out the others', () => {
  expect(verdictSummary([statement('holds', 'a'), statement('holds', 'b'), statement('fails', 'c')])).toBe(
    '3 phép kiểm tra: 1 không khớp, 2 khớp.',
  )
})
