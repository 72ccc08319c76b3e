import { expect, test } from 'vitest'
import { accountForm, codeForm, passwordForm, readForm, signInForm } from './forms.ts'

function form(fields: Record<string, string>): FormData {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) made.set(name, value)
  return made
}

test('a sign-in name is read whatever its capitals and blanks, and a password typed in two ways is the same', () => {
  const read = readForm(signInForm, form({ signInName: ' Xa.SongXanh ', password: 'mật khẩu'.normalize('NFD') }))
  expect(read).toEqual({ ok: true, value: { signInName: 'xa.songxanh', password: 'mật khẩu' } })
})

test('an empty form is answered in sentences, one beside each field', () => {
  expect(readForm(signInForm, form({}))).toEqual({
    ok: false,
    errors: { signInName: 'Gõ tên đăng nhập.', password: 'Gõ mật khẩu.' },
  })
})

test.each([
  ['123456', true],
  ['123 456', true],
  ['12345', false],
  ['mã', false],
])('the code "%s" is six digits: %s', (code, right) => {
  expect(readForm(codeForm, form({ code })).ok).toBe(right)
})

test('two different new passwords, or a short one, are sent back with what to do', () => {
  expect(
    readForm(passwordForm, form({ currentPassword: 'a', newPassword: 'ngắn', newPasswordAgain: 'ngắn' })),
  ).toMatchObject({
    errors: { newPassword: expect.stringContaining('ít nhất 12 ký tự') },
  })
  expect(
    readForm(
      passwordForm,
      form({ currentPassword: 'a', newPassword: 'một câu đủ dài', newPasswordAgain: 'một câu đủ dài hơn' }),
    ),
  ).toMatchObject({ errors: { newPasswordAgain: 'Hai lần gõ mật khẩu mới chưa giống nhau.' } })
})

test.each(['ab', 'xã.sông', 'a b c', '.abc', 'x'.repeat(31)])('"%s" is no sign-in name', (signInName) => {
  const read = readForm(
    accountForm,
    form({ signInName, displayName: 'Nguyễn Thị Mẫu', kind: 'commune-officer', unit: crypto.randomUUID() }),
  )
  expect(read).toMatchObject({ ok: false, errors: { signInName: expect.any(String) } })
})
