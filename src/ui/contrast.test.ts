import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Palette = Map<string, string>

const tokens = readFileSync('src/ui/tokens.css', 'utf8')
const desk = readFileSync('src/ui/desk.css', 'utf8')

function colours(css: string): Palette {
  return new Map([...css.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/gi)].map(([, name = '', value = '']) => [name, value]))
}

/** The declarations of the rule whose selector is given, up to its closing brace. */
function rule(css: string, selector: string): string {
  const start = css.indexOf(`${selector} {`)
  return css.slice(start, css.indexOf('}', start))
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.x contrast. */
function ratio(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

const light = colours(tokens)
const byMachine = rule(desk, "html:not([data-theme='light']) .desk")
const byOfficer = rule(desk, "html[data-theme='dark'] .desk")
const palettes: [string, Palette][] = [
  ['portal', light],
  ['desk', new Map([...light, ...colours(rule(desk, '.desk'))])],
  ['desk, dark', new Map([...light, ...colours(byMachine)])],
]
const states = ['late', 'soon', 'ok', 'hold', 'new']
const pairs: [ink: string, ground: string][] = [
  ...['--paper', '--paper-2'].flatMap((ground): [string, string][] =>
    ['--ink', '--ink-2', '--ink-3', '--link', '--link-hover', '--visited', ...states.map((state) => `--${state}`)].map(
      (ink) => [ink, ground],
    ),
  ),
  ...states.flatMap((state): [string, string][] => [
    [`--${state}`, `--${state}-bg`],
    ['--ink', `--${state}-bg`],
  ]),
  ['--on-action', '--action'],
  ['--on-action', '--action-hover'],
  ['--action', '--paper'],
  ['--ink', '--select'],
  ['--ink', '--action-soft'],
]

test.each(palettes)('on the %s every text can be read on every ground it stands on', (_name, palette) => {
  const faint = pairs
    .map(
      ([ink, ground]) => [ink, ground, ratio(palette.get(ink) ?? '#000000', palette.get(ground) ?? '#000000')] as const,
    )
    .filter(([, , contrast]) => contrast < 4.5)
  expect(faint).toEqual([])
})

test('the edge of a field can be seen', () => {
  for (const [, palette] of palettes)
    expect(ratio(palette.get('--field') ?? '', palette.get('--paper') ?? '')).toBeGreaterThan(3)
})

test('the dark set is the same whether the machine or the officer chose it', () => {
  expect(colours(byOfficer)).toEqual(colours(byMachine))
  expect(colours(byMachine).size).toBeGreaterThan(25)
})
