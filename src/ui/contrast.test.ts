import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { coloursIn, contrastOf, palettesOf, ruleIn, textPairs } from './contrast.ts'

const tokens = readFileSync('src/ui/tokens.css', 'utf8')
const desk = readFileSync('src/ui/desk.css', 'utf8')
const palettes = Object.entries(palettesOf(tokens, desk))

test.each(palettes)('on the %s every text can be read on every ground it stands on', (_name, palette) => {
  const faint = textPairs
    .map(([ink, ground]) => [ink, ground, contrastOf(palette, ink, ground)] as const)
    .filter(([, , contrast]) => contrast < 4.5)
  expect(faint).toEqual([])
})

test.each(palettes)('on the %s the edge of a field can be seen', (_name, palette) => {
  for (const ground of ['--paper', '--paper-2']) expect(contrastOf(palette, '--field', ground)).toBeGreaterThan(3)
})

test('black on white is 21, and a token without a colour makes no contrast', () => {
  const palette = new Map([
    ['--a', '#000000'],
    ['--b', '#ffffff'],
  ])
  expect(contrastOf(palette, '--a', '--b')).toBeCloseTo(21)
  expect(contrastOf(palette, '--a', '--missing')).toBe(1)
})

test('the dark set is the same whether the machine or the officer chose it', () => {
  const byMachine = coloursIn(ruleIn(desk, "html:not([data-theme='light']) .desk"))
  expect(coloursIn(ruleIn(desk, "html[data-theme='dark'] .desk"))).toEqual(byMachine)
  expect(byMachine.size).toBeGreaterThan(25)
})
