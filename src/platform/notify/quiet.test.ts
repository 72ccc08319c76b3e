import { expect, test } from 'vitest'
import { parseAddress } from './address.ts'
import { codeText, digestText } from './mail-text.ts'
import { mailFromEnvironment } from './mail-settings.ts'
import { isQuiet, parseQuiet } from './quiet.ts'

const atHour = (hour: number, minute = 0): Date => new Date(Date.UTC(2026, 10, 10, hour - 7, minute))

test.each([
  [
    { from: 21, until: 7 },
    [
      [20, 59, false],
      [21, 0, true],
      [23, 59, true],
      [24, 0, true],
      [30, 59, true],
      [31, 0, false],
    ],
  ],
  [
    { from: 11, until: 14 },
    [
      [10, 59, false],
      [11, 0, true],
      [13, 59, true],
      [14, 0, false],
    ],
  ],
  [
    { from: 0, until: 0 },
    [
      [0, 0, false],
      [12, 0, false],
    ],
  ],
] as const)('%j is quiet at these hours in Vietnam', (hours, instants) => {
  for (const [hour, minute, quiet] of instants)
    expect([hour, minute, isQuiet(hours, atHour(hour, minute))]).toEqual([hour, minute, quiet])
})

test('hours are read as an operator writes them', () => {
  expect(parseQuiet('21-7')).toEqual({ from: 21, until: 7 })
  expect(parseQuiet(' 22 – 6 ')).toEqual({ from: 22, until: 6 })
  expect(parseQuiet('không')).toEqual({ from: 0, until: 0 })
  for (const odd of ['', '21', '24-7', '21:00', 'đêm']) expect(parseQuiet(odd), odd).toBeNull()
})

test.each([
  ['ten@co-quan.gov.vn', 'ten@co-quan.gov.vn'],
  ['  Ten.Ho+bao@CO-QUAN.GOV.VN ', 'Ten.Ho+bao@co-quan.gov.vn'],
])('%j is the address %j', (typed, address) => expect(parseAddress(typed)).toBe(address))

test.each([
  'ten@coquan',
  'ten@@co-quan.vn',
  'ten @co-quan.vn',
  'a@b.vn, c@d.vn',
  'a@b.vn;c@d.vn',
  '"a b"@c.vn',
  'Tên <a@b.vn>',
  'a@b.vn\r\nBcc: x@y.vn',
  'a@b.vn\nBcc: x@y.vn',
  'a@b.vn%0d%0aBcc:x@y.vn>',
  'tên@co-quan.vn',
  'a@[127.0.0.1]',
  'a@-b.vn',
  `${'a'.repeat(65)}@b.vn`,
  'a..b@c.vn',
  '<script>@b.vn',
])('%j is no address', (typed) => expect(parseAddress(typed)).toBeNull())

test('a mail says what happened in plain words, escaped, NFC, with a link back', () => {
  const line = {
    title: 'Xã <b>Đồi</b> Chè & Cỏ đã nộp báo cáo quý III năm 2026'.normalize('NFD'),
    path: '/desk/bao-cao/1',
  }
  const mail = digestText([line], 'https://dan-van.example')
  expect(mail.subject).toBe(line.title.normalize('NFC'))
  expect(mail.html).toContain('Xã &lt;b&gt;Đồi&lt;/b&gt; Chè &amp; Cỏ')
  expect(mail.html).toContain('href="https://dan-van.example/desk/bao-cao/1"')
  expect(mail.text).toContain('https://dan-van.example/desk/bao-cao/1')
  expect([mail.subject, mail.text, mail.html].every((part) => part === part.normalize('NFC'))).toBe(true)
  const two = digestText([line, line], 'https://dan-van.example')
  expect(two.subject).toBe('2 thông báo mới về báo cáo dân vận')
})

test('a title with a line break does not begin another header', () => {
  const mail = digestText(
    [{ title: 'Báo cáo\r\nBcc: x@y.vn\u2028To: z@y.vn', path: '/desk' }],
    'https://dan-van.example',
  )
  expect(mail.subject).toBe('Báo cáo Bcc: x@y.vn To: z@y.vn')
  expect(codeText('012345', 30, 'https://dan-van.example').text).toContain('Mã xác nhận: 012345')
})

const usual = {
  KHEO_SMTP_URL: 'smtps://kheo:m%40t@mail.example:465',
  KHEO_MAIL_FROM: 'Khéo <dan-van@mail.example>',
  KHEO_ORIGIN: 'https://dan-van.example',
}

test('without a server mail is not offered; with one, everything it needs is asked for in words', () => {
  expect(mailFromEnvironment({})).toBeNull()
  expect(mailFromEnvironment(usual)).toMatchObject({
    server: { host: 'mail.example', port: 465, secure: true, loopback: false, user: 'kheo', password: 'm@t' },
    from: { name: 'Khéo', address: 'dan-van@mail.example' },
    origin: 'https://dan-van.example',
    quiet: { from: 21, until: 7 },
    gapMinutes: 30,
  })
})

test.each([
  [{ KHEO_SMTP_URL: 'mail.example' }, /KHEO_SMTP_URL/],
  [{ KHEO_SMTP_URL: 'smtp://mail.example/?ignoreTLS=true' }, /KHEO_SMTP_URL/],
  [{ KHEO_MAIL_FROM: '' }, /KHEO_MAIL_FROM/],
  [{ KHEO_MAIL_FROM: 'Khéo <a@b.vn>\r\nBcc: <c@d.vn>' }, /KHEO_MAIL_FROM/],
  [{ KHEO_MAIL_FROM: 'Kh\r\néo <a@b.vn>' }, /KHEO_MAIL_FROM/],
  [{ KHEO_ORIGIN: '' }, /KHEO_ORIGIN/],
  [{ KHEO_ORIGIN: 'https://dan-van.example/desk' }, /KHEO_ORIGIN/],
  [{ KHEO_ORIGIN: 'javascript:alert(1)' }, /KHEO_ORIGIN/],
  [{ KHEO_QUIET_HOURS: 'ban đêm' }, /KHEO_QUIET_HOURS/],
  [{ KHEO_MAIL_GAP_MINUTES: 'nửa giờ' }, /KHEO_MAIL_GAP_MINUTES/],
])('a start with %j is refused in words, without the password', (change, sentence) => {
  const start = () => mailFromEnvironment({ ...usual, ...change })
  expect(start).toThrow(sentence)
  expect(start).not.toThrow('m%40t')
})
