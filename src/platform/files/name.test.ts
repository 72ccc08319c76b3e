import { expect, test } from 'vitest'
import { downloadHeaders, safeName } from './name.ts'

test.each([
  ['Biên bản họp thôn.PDF', 'Biên bản họp thôn.pdf'],
  ['Biên bản'.normalize('NFD'), 'Biên bản.pdf'],
  ['C:\\Users\\x\\báo cáo.docx', 'báo cáo.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['..', 'tai-lieu.pdf'],
  ['.htaccess', 'htaccess.pdf'],
  ['a<b>:"|?*c.pdf', 'a b c.pdf'],
  ['ảnh\u202egpj.exe', 'ảnhgpj.pdf'],
  ['dòng\nhai\u0000.pdf', 'dòng hai.pdf'],
  ['CON.pdf', 'tep-CON.pdf'],
  ['', 'tai-lieu.pdf'],
  ['số 15.2026', 'số 15.pdf'],
])('“%s” is kept as “%s”', (name, kept) => {
  expect(safeName(name, 'pdf')).toBe(kept)
})

test('a name of a thousand letters becomes one a disk can hold', () => {
  expect([...safeName('Ặ'.repeat(1000), 'jpeg')]).toHaveLength(124)
})

test('a download is saved under its name, and can do nothing as a page', () => {
  const headers = downloadHeaders({ name: 'Biên bản (bản 1) ‘Đồng Tâm’.pdf', kind: 'pdf', bytes: 7 }, 'private')
  expect(headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': '7',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  })
  const disposition = headers['content-disposition'] ?? ''
  expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[A-Za-z0-9%.!#$&+^_`|~-]+$/)
  expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe('Biên bản (bản 1) ‘Đồng Tâm’.pdf')
  expect(() => new Response('', { headers })).not.toThrow()
})
