/** The colours of one ground by the name of their token: `--ink` is `#1a1d21`. */
export type Palette = ReadonlyMap<string, string>

const states = ['late', 'soon', 'ok', 'hold', 'new']

/** Every text of the desk and the portal with every ground it stands on. */
export const textPairs: readonly (readonly [ink: string, ground: string])[] = [
  ...['--paper', '--paper-2'].flatMap((ground) =>
    ['--ink', '--ink-2', '--ink-3', '--link', '--link-hover', '--visited', ...states.map((state) => `--${state}`)].map(
      (ink) => [ink, ground] as const,
    ),
  ),
  ...states.flatMap((state) => [
    [`--${state}`, `--${state}-bg`] as const,
    ['--ink', `--${state}-bg`] as const,
    ['--ink-2', `--${state}-bg`] as const,
  ]),
  ['--on-action', '--action'],
  ['--on-action', '--action-hover'],
  ['--action', '--paper'],
  ['--action-hover', '--action-soft'],
  ['--ink', '--paper-3'],
  ['--ink-2', '--paper-3'],
  ['--ink', '--select'],
  ['--ink-2', '--select'],
  ...['--m-1', '--m-2', '--m-3'].map((ground) => ['--m-ink', ground] as const),
  ...['--m-4', '--m-5'].map((ground) => ['--m-deep-ink', ground] as const),
  ...['--c-1', '--c-3', '--c-4', '--c-5'].map((ink) => [ink, '--paper'] as const),
  ['--ink', '--action-soft'],
]

/** What a reader meets: the portal, and the desk in both of its grounds. The styles are given, because this reads no file. */
export function palettesOf(tokens: string, desk: string): { portal: Palette; light: Palette; dark: Palette } {
  const portal = coloursIn(tokens)
  return {
    portal,
    light: new Map([...portal, ...coloursIn(ruleIn(desk, '.desk'))]),
    dark: new Map([...portal, ...coloursIn(ruleIn(desk, "html[data-theme='dark'] .desk"))]),
  }
}

export function coloursIn(css: string): Palette {
  return new Map([...css.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/gi)].map(([, name = '', value = '']) => [name, value]))
}

/** The declarations of the first rule whose list of selectors begins with the given one, up to its closing brace. */
export function ruleIn(css: string, selector: string): string {
  const start = [`${selector} {`, `${selector},`].map((text) => css.indexOf(text)).filter((at) => at >= 0)
  if (start.length === 0) return ''
  const from = Math.min(...start)
  return css.slice(from, css.indexOf('}', from))
}

/** WCAG 2.x contrast of two tokens; 1 where one of them has no colour. */
export function contrastOf(palette: Palette, one: string, other: string): number {
  const [high = 0, low = 0] = [one, other]
    .map((name) => luminance(palette.get(name) ?? '#000000'))
    .sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
