import { expect, test } from 'vitest'
import { listenRefusal, parsePort } from './listening.ts'

test.each([
  ['3000', 3000],
  [' 80 ', 80],
  ['0', 0],
  ['65535', 65_535],
  ['65536', null],
  ['abc', null],
  ['-1', null],
  ['3e3', null],
  ['', null],
])('the port %j is %j', (text, port) => {
  expect(parsePort(text)).toBe(port)
})

test.each([
  ['EADDRINUSE', /Cổng 80 .*PORT=81 npm start/],
  ['EACCES', /không được mở cổng 80 .*PORT=3000 npm start/],
  ['EADDRNOTAVAIL', /“10\.0\.0\.1” đặt trong HOST/],
  ['EMFILE', /EMFILE/],
  [undefined, /không rõ lý do/],
])('why nobody can be received (%s) is one line that says what to change', (code, sentence) => {
  const said = listenRefusal(code, { host: '10.0.0.1', port: 80 })
  expect(said).toMatch(sentence)
  expect(said).not.toContain('\n')
})
