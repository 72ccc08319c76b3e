import { expect, test } from 'vitest'
import { parseTheme, themeHref } from './theme.ts'

test.each([
  ['dark', 'dark'],
  ['light', 'light'],
  ['auto', 'auto'],
  ['đen', 'auto'],
  [undefined, 'auto'],
] as const)('a cookie saying %j is read as %s', (raw, theme) => {
  expect(parseTheme(raw)).toBe(theme)
})

test('the link of a ground carries the page it was pressed on', () => {
  expect(themeHref('dark', '/desk?q=đối thoại')).toBe(
    '/mau-nen?chon=dark&ve=%2Fdesk%3Fq%3D%C4%91%E1%BB%91i%20tho%E1%BA%A1i',
  )
})
