import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const components = globSync('src/ui/**/*.svelte')

test('components are found', () => {
  expect(components.length).toBeGreaterThan(20)
})

test.each(components)(
  '%s writes no inline style, no raw HTML and no inline handler (the policy would block them)',
  (path) => {
    const markup = readFileSync(path, 'utf8')
    expect(markup).not.toMatch(/\sstyle(=|:)/)
    expect(markup).not.toContain('{@html')
    expect(markup).not.toMatch(/\son[a-z]+="/)
  },
)
