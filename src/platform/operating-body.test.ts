import { expect, test } from 'vitest'
import { operatingBodyFrom } from './operating-body.ts'

test.each([
  [{}, { name: null, contact: null }],
  [
    { KHEO_OPERATOR_NAME: '  ', KHEO_OPERATOR_CONTACT: '' },
    { name: null, contact: null },
  ],
  [
    // Decomposed letters and a line break, as a file of settings may hold them.
    { KHEO_OPERATOR_NAME: ' Sở  Khoa học\nvà Công nghệ tỉnh Ví Dụ '.normalize('NFD') },
    { name: 'Sở Khoa học và Công nghệ tỉnh Ví Dụ', contact: null },
  ],
])('the settings %j say %j', (env, said) => {
  expect(operatingBodyFrom(env)).toEqual(said)
})

test('what is far too long for a line of a page is cut', () => {
  expect(operatingBodyFrom({ KHEO_OPERATOR_CONTACT: 'á'.repeat(1000) }).contact).toHaveLength(300)
})
