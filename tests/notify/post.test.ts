import { execFileSync } from 'node:child_process'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { newId, type Id } from '#kernel/ids.ts'
import type { Actor } from '#modules/access/actor.ts'
import { removeContact, sendCodeAgain, stateEmail, wishMail } from '#modules/access/contact-commands.server.ts'
import { contactPage } from '#modules/access/contact-queries.server.ts'
import { officersPostbox } from '#modules/access/postbox.server.ts'
import { verifyChain } from '#platform/audit.ts'
import { mailFaultText } from '#platform/notify/labels.ts'
import { mailFromEnvironment } from '#platform/notify/mail-settings.ts'
import { postRound, sendMail, type PostOffice } from '#platform/notify/post.ts'
import { openSender } from '#platform/notify/sender.ts'
import { atContact, codeOf, reachedAt, testVault } from '../support/contacts.ts'
import { useDatabase } from '../support/database.ts'
import { startMailServer } from '../support/mail-server.ts'
import { settleProvince, type TestProvince } from '../support/province.ts'
import { doneBy } from '../support/reports.ts'

const database = useDatabase()
const now = new Date('2026-11-10T02:00:00Z')
const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000)
const address = 'dan-van@xa-doi-che.example.vn'

let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

function office(url: string): PostOffice {
  const settings = mailFromEnvironment({
    KHEO_SMTP_URL: url,
    KHEO_MAIL_FROM: 'Khéo <dan-van@tinh.example.vn>',
    KHEO_ORIGIN: 'https://dan-van.example.vn',
  })
  if (!settings) throw new Error('The settings of the test are incomplete')
  const sender = openSender(settings)
  onTestFinished(() => sender.close())
  return { db: database.db, vault: testVault, settings, sender, postbox: officersPostbox(testVault, settings.origin) }
}

async function told(actor: Actor, title: string, at: Date): Promise<Id<'Notice'>> {
  const id = newId<'Notice'>(at)
  await database.asOwner(
    `insert into notice (province_id, id, unit_id, account_id, event_id, topic, title, path, at)
     values ($1, $2, $3, $4, $5, 'report-return', $6, $7, $8)`,
    [actor.province, id, actor.unit, actor.account, newId(at), title, `/desk/bao-cao/${id}`, at],
  )
  return id
}

async function mails(purpose = 'digest'): Promise<{ state: string; fault: string | null; attempts: number }[]> {
  return database.asOwner(
    'select state, fault, attempts from mail where province_id = $1 and purpose = $2 order by id',
    [place.province, purpose],
  )
}

async function holdsDuty(actor: Actor): Promise<void> {
  await database.asOwner(`insert into duty values ($1, gen_random_uuid(), $2, $3, $4, '[2026-01-01,)')`, [
    actor.province,
    actor.account,
    actor.unit,
    actor.duty,
  ])
}

async function reached(): Promise<Actor> {
  await holdsDuty(place.people.doiCheOfficer)
  await reachedAt(database, place.people.doiCheOfficer, address, now)
  await database.asOwner(`update mail set state = 'dropped', settled_at = made_at where province_id = $1`, [
    place.province,
  ])
  return place.people.doiCheOfficer
}

const round = (at: PostOffice, minutes: number) => postRound(at, place.province, later(minutes))

describe('a notice by mail', () => {
  test('arrives once, in plain Vietnamese, with a link and nobody’s name', async () => {
    const server = await startMailServer()
    const post = office(server.url)
    const officer = await reached()
    const notice = await told(officer, 'Báo cáo quý III năm 2026 của Xã Đồi Chè bị trả lại, kèm 2 câu hỏi', later(1))
    await round(post, 2)
    await round(post, 3)
    await round(post, 60)
    expect(server.arrived).toHaveLength(1)
    const [mail] = server.arrived
    expect(mail?.to).toEqual([address])
    expect(mail?.subject).toBe('Báo cáo quý III năm 2026 của Xã Đồi Chè bị trả lại, kèm 2 câu hỏi')
    expect(mail?.text).toContain(`https://dan-van.example.vn/desk/bao-cao/${notice}`)
    expect(mail?.headers).toMatch(/^Auto-Submitted: auto-generated$/im)
    expect(mail?.headers).toMatch(/^Message-ID: <[0-9a-f-]{36}@dan-van\.example\.vn>$/im)
    expect(mail?.text).not.toContain(officer.name)
    expect(await mails()).toEqual([{ state: 'sent', fault: null, attempts: 1 }])
  })

  test('gathers what came meanwhile: one mail at once, the next after half an hour with all of it', async () => {
    const server = await startMailServer()
    const post = office(server.url)
    const officer = await reached()
    await told(officer, 'Việc thứ nhất', later(1))
    await round(post, 2)
    for (const title of ['Việc thứ hai', 'Việc thứ ba', 'Việc thứ tư']) await told(officer, title, later(5))
    await round(post, 10)
    expect(server.arrived).toHaveLength(1)
    await round(post, 33)
    expect(server.arrived.map((mail) => mail.subject)).toEqual(['Việc thứ nhất', '3 thông báo mới về báo cáo dân vận'])
    for (const title of ['hai', 'ba', 'tư']) expect(server.arrived[1]?.text).toContain(`Việc thứ ${title}`)
    expect(server.arrived[1]?.text).not.toContain('Việc thứ nhất')
  })

  test('waits for the morning, and for the officer’s own hours', async () => {
    const server = await startMailServer()
    const post = office(server.url)
    const officer = await reached()
    // 9h00 in Vietnam is the beginning; 21h00 comes twelve hours later.
    await told(officer, 'Buổi tối', later(12 * 60))
    await round(post, 12 * 60)
    await round(post, 22 * 60 - 1)
    expect(server.arrived).toHaveLength(0)
    await round(post, 22 * 60)
    expect(server.arrived).toHaveLength(1)
    const wish = { byMail: true, quiet: { from: 7, until: 21 } }
    doneBy(await wishMail(atContact(database, officer, later(23 * 60)), wish))
    await told(officer, 'Ban ngày', later(24 * 60))
    await round(post, 24 * 60 + 1)
    expect(server.arrived).toHaveLength(1)
    await round(post, 36 * 60)
    expect(server.arrived).toHaveLength(2)
  })

  test('is not sent when it was read before, came before the address was known, or mail is not wanted', async () => {
    const server = await startMailServer()
    const post = office(server.url)
    const officer = place.people.doiCheOfficer
    await told(officer, 'Trước khi có địa chỉ', later(-60))
    await reached()
    const read = await told(officer, 'Đã đọc rồi', later(1))
    await database.asOwner('update notice set read_at = $2 where id = $1', [read, later(2)])
    await round(post, 3)
    doneBy(await wishMail(atContact(database, officer, later(4)), { byMail: false, quiet: null }))
    await told(officer, 'Không muốn thư', later(5))
    await round(post, 6)
    expect(server.arrived).toEqual([])
    expect(await mails()).toEqual([])
  })

  test('is not sent to somebody who took the address away or whose account was turned off meanwhile', async () => {
    const silent = await startMailServer({
      onConnect: (_, done) => done(Object.assign(new Error('later'), { responseCode: 421 })),
    })
    const server = await startMailServer()
    const officer = await reached()
    await told(officer, 'Tin', later(1))
    await round(office(silent.url), 2)
    expect(await mails()).toEqual([{ state: 'waiting', fault: 'server-busy', attempts: 1 }])
    doneBy(await removeContact(atContact(database, officer, later(3)), 'work-email'))
    await round(office(server.url), 30)
    expect(server.arrived).toEqual([])
    expect((await mails())[0]?.state).toBe('dropped')
  })

  test('of a unit where somebody’s duty ended meanwhile is not sent, whether planned before or after', async () => {
    const silent = await startMailServer({
      onConnect: (_, done) => done(Object.assign(new Error('later'), { responseCode: 421 })),
    })
    const server = await startMailServer()
    const officer = await reached()
    await told(officer, 'Báo trước khi thôi nhiệm vụ', later(1))
    await round(office(silent.url), 2)
    expect(await mails()).toEqual([{ state: 'waiting', fault: 'server-busy', attempts: 1 }])
    await told(officer, 'Chưa kịp gửi', later(3))
    await database.asOwner(`update duty set valid = '[2026-01-01,2026-11-10)' where account_id = $1`, [officer.account])
    await holdsDuty({ ...officer, unit: place.benDo })
    await round(office(server.url), 24 * 60)
    expect(server.arrived).toEqual([])
    expect((await mails()).map((mail) => mail.state)).toEqual(['dropped'])
    await told({ ...officer, unit: place.benDo }, 'Việc của nơi mới', later(24 * 60 + 1))
    await round(office(server.url), 24 * 60 + 40)
    expect(server.arrived.map((mail) => mail.subject)).toEqual(['Việc của nơi mới'])
  })

  test('two rounds at once send it once', async () => {
    const server = await startMailServer()
    const [one, other] = [office(server.url), office(server.url)]
    const officer = await reached()
    await told(officer, 'Một lần thôi', later(1))
    await Promise.all([round(one, 2), round(other, 2), round(one, 2)])
    expect(server.arrived).toHaveLength(1)
  })

  test('every address that was opened stands in the audit, and no address does', async () => {
    const server = await startMailServer()
    const officer = await reached()
    await told(officer, 'Tin', later(1))
    await round(office(server.url), 2)
    const rows = await database.asOwner<{ kind: string; changed: { reason?: string } }>(
      'select * from audit where province_id = $1',
      [place.province],
    )
    expect(rows.filter((row) => row.kind === 'vault-opened').map((row) => row.changed.reason)).toEqual(['mail-digest'])
    expect(JSON.stringify(rows)).not.toContain('example.vn')
    expect(await verifyChain(database.db, place.province)).toHaveProperty('rows')
  })
})

describe('when the mail server', () => {
  test('is not there, the mail waits, each time twice as long, and arrives once it is', async () => {
    const closed = createServer().listen(0, '127.0.0.1')
    await new Promise((listening) => closed.once('listening', listening))
    const { port } = closed.address() as AddressInfo
    await new Promise((done) => closed.close(done))
    const officer = await reached()
    await told(officer, 'Tin', later(1))
    const absent = office(`smtp://127.0.0.1:${port}`)
    await round(absent, 2)
    await round(absent, 4)
    expect(await mails()).toEqual([{ state: 'waiting', fault: 'unreachable', attempts: 1 }])
    await round(absent, 7)
    await round(absent, 16)
    expect((await mails())[0]?.attempts).toBe(2)
    const server = await startMailServer()
    await round(office(server.url), 17)
    expect(server.arrived).toHaveLength(1)
    expect(await mails()).toEqual([{ state: 'sent', fault: null, attempts: 3 }])
  })

  test('says later eight times, the mail is given up; the notice stays in the application', async () => {
    const busy = await startMailServer({
      onMailFrom: (_, __, done) => done(Object.assign(new Error('greylisted dan-van'), { responseCode: 451 })),
    })
    const officer = await reached()
    const notice = await told(officer, 'Tin', later(1))
    for (let minutes = 2; minutes < 5_000; minutes += 300) await round(office(busy.url), minutes)
    expect(await mails()).toEqual([{ state: 'failed', fault: 'server-busy', attempts: 8 }])
    expect(await database.asOwner('select from notice where id = $1 and read_at is null', [notice])).toHaveLength(1)
  })

  test('does not know the address, whoever stated it is told so and mailed no more; its words are kept nowhere', async () => {
    const server = await startMailServer({
      onRcptTo: (rcpt, _, done) =>
        done(Object.assign(new Error(`5.1.1 <${rcpt.address}> unknown`), { responseCode: 550 })),
    })
    const officer = await reached()
    await reachedAt(database, place.people.doiCheColleague, address, later(1))
    await told(officer, 'Tin', later(2))
    await round(office(server.url), 3)
    expect((await mails())[0]).toEqual({ state: 'refused', fault: 'recipient', attempts: 1 })
    for (const one of [officer, place.people.doiCheColleague]) {
      const page = await contactPage(database.db, atContact(database, one, now).session)
      expect(page.contacts['work-email']?.state).toBe('bounced')
    }
    await told(officer, 'Tin khác', later(60))
    await round(office(server.url), 61)
    expect(await mails()).toHaveLength(1)
    expect(JSON.stringify(await database.asOwner('select * from mail'))).not.toContain('unknown')
    doneBy(await sendCodeAgain(atContact(database, officer, later(62))))
  })

  test('breaks off after it had the text, nobody knows whether it arrived: it is not sent again', async () => {
    const server = await startMailServer()
    const raw = createServer((socket) => {
      socket.write('220 ready\r\n')
      let inText = false
      socket.on('error', () => undefined)
      socket.on('data', (chunk: Buffer) => {
        const line = chunk.toString()
        if (inText) return line.includes('\r\n.\r\n') ? void socket.destroy() : undefined
        if (line.startsWith('DATA')) inText = true
        socket.write(line.startsWith('DATA') ? '354 go on\r\n' : '250 ok\r\n')
      })
    }).listen(0, '127.0.0.1')
    await new Promise((listening) => raw.once('listening', listening))
    onTestFinished(() => void raw.close())
    const officer = await reached()
    await told(officer, 'Tin', later(1))
    await round(office(`smtp://127.0.0.1:${(raw.address() as AddressInfo).port}`), 2)
    expect(await mails()).toEqual([{ state: 'unknown', fault: 'cut-off', attempts: 1 }])
    await round(office(server.url), 60)
    expect(server.arrived).toEqual([])
  })

  test('was being spoken to when our process died, it is not sent again either', async () => {
    const server = await startMailServer()
    const officer = await reached()
    await told(officer, 'Tin', later(1))
    const post = office(server.url)
    const dying: PostOffice = { ...post, sender: { ...post.sender, send: () => Promise.reject(new Error('killed')) } }
    await expect(round(dying, 2)).rejects.toThrow('killed')
    expect((await mails())[0]?.state).toBe('sending')
    await round(post, 20)
    expect(await mails()).toEqual([{ state: 'unknown', fault: 'cut-off', attempts: 1 }])
    expect(server.arrived).toEqual([])
  })

  test('shows a certificate of its own making, nothing is sent and the fault has a sentence', async () => {
    const { key, cert } = ownCertificate()
    const server = await startMailServer({ secure: true, key, cert })
    const post = office(server.url)
    const officer = await reached()
    await told(officer, 'Tin', later(1))
    await round(post, 2)
    expect(server.arrived).toEqual([])
    expect(await mails()).toEqual([{ state: 'waiting', fault: 'tls', attempts: 1 }])
    expect(await post.sender.check()).toBe('tls')
    expect(mailFaultText('tls')).toMatch(/TLS.*chứng thư/)
  })

  test('beyond this machine offers no encryption, nothing is said to it: no password, no address', async () => {
    const lines: string[] = []
    const plain = createServer((socket) => {
      socket.write('220 ready\r\n')
      socket.on('error', () => undefined)
      socket.on('data', (chunk: Buffer) => {
        lines.push(chunk.toString())
        socket.write(chunk.toString().startsWith('EHLO') ? '250-here\r\n250 AUTH PLAIN\r\n' : '502 no\r\n')
      })
    }).listen(0, '127.0.0.1')
    await new Promise((listening) => plain.once('listening', listening))
    onTestFinished(() => void plain.close())
    const port = (plain.address() as AddressInfo).port
    const settings = mailFromEnvironment({
      KHEO_SMTP_URL: `smtp://kheo:bi-mat@127.0.0.1:${port}`,
      KHEO_MAIL_FROM: 'dan-van@tinh.example.vn',
      KHEO_ORIGIN: 'https://dan-van.example.vn',
    })
    if (!settings) throw new Error('The settings of the test are incomplete')
    const sender = openSender({ ...settings, server: { ...settings.server, loopback: false } })
    onTestFinished(() => sender.close())
    const text = { subject: 'x', text: 'x', html: 'x' }
    expect(await sender.send({ to: address, id: newId(), text })).toEqual({ state: 'later', fault: 'tls' })
    expect(lines.join('')).not.toMatch(/AUTH|RCPT|example\.vn>/)
  })

  test('does not take our account, the fault says so', async () => {
    const server = await startMailServer({
      authOptional: false,
      onAuth: (_, __, done) => done(new Error('no')),
      allowInsecureAuth: true,
    })
    const post = office(server.url.replace('smtp://', 'smtp://kheo:sai@'))
    expect(await post.sender.check()).toBe('sign-in')
    expect(mailFaultText('sign-in')).toContain('KHEO_SMTP_URL')
  })
})

describe('the mail with a code', () => {
  test('goes to the address that waits for it, at any hour, and its code confirms it', async () => {
    const server = await startMailServer()
    const officer = place.people.doiCheOfficer
    const night = later(14 * 60)
    doneBy(await stateEmail(atContact(database, officer, night), address))
    const [waiting] = await database.asOwner<{ id: Id<'Mail'> }>('select id from mail where province_id = $1', [
      place.province,
    ])
    const id = waiting?.id ?? newId<'Mail'>()
    const post = office(server.url)
    await sendMail(post, place.province, id, night)
    await sendMail(post, place.province, id, night)
    expect(server.arrived).toHaveLength(1)
    expect(server.arrived[0]?.subject).toBe('Mã xác nhận địa chỉ thư')
    expect(server.arrived[0]?.text).toContain(`Mã xác nhận: ${await codeOf(database, officer)}`)
    expect(server.arrived[0]?.subject).not.toMatch(/\d/)
  })

  test('that was replaced by a newer one is not sent any more', async () => {
    const server = await startMailServer()
    const officer = place.people.doiCheOfficer
    doneBy(await stateEmail(atContact(database, officer, now), address))
    doneBy(await sendCodeAgain(atContact(database, officer, later(2))))
    await round(office(server.url), 3)
    expect(server.arrived).toHaveLength(1)
    expect((await mails('code')).map((mail) => mail.state)).toEqual(['dropped', 'sent'])
  })
})

test('a title that tries to become a header arrives as one line of the subject', async () => {
  const server = await startMailServer()
  const officer = await reached()
  await told(officer, 'Báo cáo\r\nBcc: ke.la@example.org\r\n\r\n<script>alert(1)</script>', later(1))
  await round(office(server.url), 2)
  const [mail] = server.arrived
  expect(mail?.to).toEqual([address])
  expect(mail?.headers).not.toMatch(/^Bcc:/im)
  expect(mail?.subject).toBe('Báo cáo Bcc: ke.la@example.org <script>alert(1)</script>')
  expect(mail?.raw.slice(mail.raw.indexOf('text/html'))).not.toContain('<script>')
})

function ownCertificate(): { key: string; cert: string } {
  const made = execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'].concat([
      '-subj',
      '/CN=localhost',
      '-keyout',
      '-',
      '-out',
      '-',
    ]),
    { stdio: ['ignore', 'pipe', 'ignore'] },
  ).toString()
  const [key = ''] = /-----BEGIN PRIVATE KEY[\s\S]*?END PRIVATE KEY-----\n/.exec(made) ?? []
  const [cert = ''] = /-----BEGIN CERTIFICATE[\s\S]*?END CERTIFICATE-----\n/.exec(made) ?? []
  return { key, cert }
}
