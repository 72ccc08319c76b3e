import { expect, test } from 'vitest'
import { parseTextSize, textSizeHref } from './text-size.ts'

test.each([
  ['130', 130],
  ['100', 100],
  ['999', 100],
  ['', 100],
  [undefined, 100],
] as const)('a cookie saying %j is read as %j percent', (raw, size) => {
  expect(parseTextSize(raw)).toBe(size)
})

test('the link of a size carries the page it was pressed on', () => {
  expect(textSizeHref(150, '/bao-cao?q=đối thoại')).toBe(
    '/co-chu?muc=150&ve=%2Fbao-cao%3Fq%3D%C4%91%E1%BB%91i%20tho%E1%BA%A1i',
  )
})
