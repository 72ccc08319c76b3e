import { beforeEach, describe, expect, test } from 'vitest'
import { atContact, codeOf, reachedAt } from '../../../tests/support/contacts.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { answerOf } from '../../../tests/support/reports.ts'
import { verifyChain } from '#platform/audit.ts'
import {
  confirmEmail,
  removeContact,
  sendCodeAgain,
  showContact,
  stateEmail,
  statePhone,
  wishMail,
  type ContactCtx,
} from './contact-commands.server.ts'
import { emailForm, phoneForm, wishForm } from './contact-forms.ts'
import { contactPage } from './contact-queries.server.ts'
import { readForm } from './forms.ts'
import { officersOn } from './officers.server.ts'
import { inScope } from '#platform/database.ts'
import { localDate } from '#kernel/local-date.ts'

const database = useDatabase()
const now = new Date('2026-11-10T02:00:00Z')
const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000)
const address = 'dan-van@xa-doi-che.example.vn'

let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

const at = (minutes = 0, change: Partial<ContactCtx> = {}): ContactCtx =>
  atContact(database, place.people.doiCheOfficer, later(minutes), change)
const owner = () => place.people.doiCheOfficer

async function stateOf(): Promise<string | undefined> {
  const page = await contactPage(database.db, at().session)
  return page.contacts['work-email']?.state
}

describe('an officer’s own e-mail', () => {
  test('stated is encrypted and waits for its code; a job with ids sends it; the code confirms it', async () => {
    expect(answerOf(await stateEmail(at(), address))).toBe('done')
    expect(await stateOf()).toBe('unverified')
    const jobs = await database.asOwner<{ payload: Record<string, string> }>(
      `select payload from graphile_worker._private_jobs where payload->>'province' = $1`,
      [place.province],
    )
    expect(jobs.map((job) => Object.keys(job.payload).sort())).toEqual([['mail', 'province']])
    expect(answerOf(await confirmEmail(at(5), await codeOf(database, owner())))).toBe('done')
    expect(await stateOf()).toBe('verified')
    expect(await showContact(at(6), 'work-email')).toEqual({ ok: true, value: address })
  })

  test('changed has to be confirmed again, and what it was is erased', async () => {
    await reachedAt(database, owner(), address, now)
    expect(answerOf(await stateEmail(at(10), 'khac@xa-doi-che.example.vn'))).toBe('done')
    expect(await stateOf()).toBe('unverified')
    const items = await database.asOwner('select from vault_item where province_id = $1', [place.province])
    expect(items).toHaveLength(1)
  })

  test('the same again, an odd one, or any without a mail server, is refused and changes nothing', async () => {
    await reachedAt(database, owner(), address, now)
    expect(answerOf(await stateEmail(at(10), ` ${address.replace('example', 'EXAMPLE')}`))).toBe('same-contact')
    expect(answerOf(await stateEmail(at(10), 'a@b.vn\r\nBcc: x@y.vn'))).toBe('not-an-address')
    expect(answerOf(await stateEmail(at(10, { mailOffered: false }), 'moi@b.vn'))).toBe('mail-not-offered')
    expect(answerOf(await sendCodeAgain(at(10, { mailOffered: false })))).toBe('mail-not-offered')
    expect(await stateOf()).toBe('verified')
  })

  test('is nobody’s business before a second factor, before an own password, or once the account is off', async () => {
    const { session } = at()
    for (const shut of [{ enrolled: false }, { mustChangePassword: true }]) {
      const ctx = at(0, { session: { ...session, ...shut } })
      const answers = [
        await stateEmail(ctx, address),
        await statePhone(ctx, '02363999888'),
        await removeContact(ctx, 'work-email'),
        await showContact(ctx, 'work-email'),
        await confirmEmail(ctx, '123456'),
        await sendCodeAgain(ctx),
        await wishMail(ctx, { byMail: false, quiet: null }),
      ]
      expect(answers.map(answerOf)).toEqual(answers.map(() => 'forbidden'))
    }
    await database.asOwner('update account set turned_off_at = now() where id = $1', [owner().account])
    expect(answerOf(await stateEmail(at(), address))).toBe('forbidden')
  })

  test('of somebody else cannot be shown, changed or taken away: the commands know only one’s own', async () => {
    await reachedAt(database, owner(), address, now)
    const colleague = atContact(database, place.people.doiCheColleague, now)
    expect(answerOf(await showContact(colleague, 'work-email'))).toBe('nothing-kept')
    expect(answerOf(await removeContact(colleague, 'work-email'))).toBe('nothing-kept')
    expect(answerOf(await confirmEmail(colleague, '123456'))).toBe('nothing-to-confirm')
    expect(await stateOf()).toBe('verified')
  })

  test('taken away is erased, while the audit keeps that it was there and stays whole', async () => {
    await reachedAt(database, owner(), address, now)
    await showContact(at(3), 'work-email')
    expect(answerOf(await removeContact(at(4), 'work-email'))).toBe('done')
    expect(answerOf(await removeContact(at(5), 'work-email'))).toBe('nothing-kept')
    for (const table of ['contact', 'vault_item']) {
      expect(await database.asOwner(`select from ${table} where province_id = $1`, [place.province])).toEqual([])
    }
    expect(await verifyChain(database.db, place.province)).toEqual({ rows: 4 })
    const rows = await database.asOwner<{ kind: string }>('select * from audit where province_id = $1 order by n', [
      place.province,
    ])
    expect(rows.map((row) => row.kind)).toEqual([
      'contact-added',
      'contact-verified',
      'vault-opened',
      'contact-removed',
    ])
    expect(JSON.stringify(rows)).not.toContain('doi-che.example')
  })
})

describe('the code', () => {
  test('wrong is counted, and after five no code is taken, not even the right one', async () => {
    await stateEmail(at(), address)
    const right = await codeOf(database, owner())
    const wrong = right === '000000' ? '000001' : '000000'
    const answers = []
    for (let n = 0; n < 5; n += 1) answers.push(await confirmEmail(at(1), wrong))
    expect(answers.map((answer) => !answer.ok && answer.kind === 'refused' && answer.refusal)).toEqual(
      [4, 3, 2, 1, 0].map((left) => ({ code: 'code-wrong', left })),
    )
    expect(answerOf(await confirmEmail(at(2), right))).toBe('code-expired')
    expect(await stateOf()).toBe('unverified')
  })

  test('is good for half an hour', async () => {
    await stateEmail(at(), address)
    const code = await codeOf(database, owner())
    expect(answerOf(await confirmEmail(at(31), code))).toBe('code-expired')
    expect(answerOf(await confirmEmail(at(30), code))).toBe('done')
  })

  test('asked for again replaces the one before; not twice in a minute, not six times a day, whatever was erased between', async () => {
    await stateEmail(at(), address)
    const first = await codeOf(database, owner())
    expect(answerOf(await sendCodeAgain(at(0.5)))).toBe('code-sent-just-now')
    expect(answerOf(await sendCodeAgain(at(2)))).toBe('done')
    if (first !== (await codeOf(database, owner()))) {
      expect(answerOf(await confirmEmail(at(3), first))).toBe('code-wrong')
    }
    expect(answerOf(await sendCodeAgain(at(4)))).toBe('done')
    await removeContact(at(5), 'work-email')
    expect(answerOf(await stateEmail(at(6), 'khac@b.vn'))).toBe('done')
    expect(answerOf(await sendCodeAgain(at(8)))).toBe('done')
    expect(answerOf(await sendCodeAgain(at(10)))).toBe('too-many-codes')
    expect(answerOf(await sendCodeAgain(at(24 * 60 + 9)))).toBe('done')
  })

  test('of a confirmed address is not sent again', async () => {
    await reachedAt(database, owner(), address, now)
    expect(answerOf(await sendCodeAgain(at(10)))).toBe('nothing-to-confirm')
  })
})

describe('the office telephone', () => {
  test('is stated, changed and taken away', async () => {
    expect(answerOf(await statePhone(at(), '02363999888'))).toBe('done')
    expect(answerOf(await statePhone(at(), '02363999888'))).toBe('same-contact')
    expect(answerOf(await statePhone(at(), '02363999777'))).toBe('done')
    expect(await showContact(at(), 'office-phone')).toEqual({ ok: true, value: '02363999777' })
    expect(answerOf(await removeContact(at(), 'office-phone'))).toBe('done')
  })

  test.each([
    ['0236 3999 888', '02363999888'],
    ['(0236) 3.999.888', '02363999888'],
    ['+84 236 3999 888', '02363999888'],
  ])('typed as %j is %s', (typed, phone) => {
    expect(readForm(phoneForm, formOf({ phone: typed }))).toEqual({ ok: true, value: { phone } })
  })

  test.each([
    ['', /Gõ số/],
    [['09', '12', '345', '678'].join(' '), /số di động/],
    ['113', /11 chữ số/],
  ])('typed as %j is asked for again', (typed, sentence) => {
    expect(readForm(phoneForm, formOf({ phone: typed }))).toMatchObject({
      ok: false,
      errors: { phone: expect.stringMatching(sentence) },
    })
  })
})

test('how mail is wanted is kept for the officer', async () => {
  expect(answerOf(await wishMail(at(), { byMail: false, quiet: { from: 22, until: 6 } }))).toBe('done')
  expect((await contactPage(database.db, at().session)).wish).toEqual({ byMail: false, quiet: { from: 22, until: 6 } })
})

test.each([
  [
    { byMail: 'co', quiet: 'chung' },
    { byMail: true, quiet: null },
  ],
  [
    { byMail: 'khong', quiet: 'rieng', from: '22', until: '6' },
    { byMail: false, quiet: { from: 22, until: 6 } },
  ],
  [{ byMail: 'co', quiet: 'rieng', from: '25', until: '6' }, null],
  [{ byMail: 'co', quiet: 'rieng', from: '', until: '' }, null],
  [{ byMail: 'co' }, null],
])('the form %j says %j', (fields, wish) => {
  const read = readForm(wishForm, formOf(fields))
  expect(read.ok ? read.value : null).toEqual(wish)
})

test('an address typed with the wrong shape is asked for again before anything else', () => {
  for (const email of ['', 'không có a còng', 'a@b', 'a@b.vn, c@d.vn']) {
    expect(readForm(emailForm, formOf({ email })).ok, email).toBe(false)
  }
})

test('whom an event concerns: duties valid on its day, accounts that are on', async () => {
  const { doiCheOfficer, doiCheColleague, doiCheLeader } = place.people
  const give = (account: string, kind: string, valid: string) =>
    database.asOwner('insert into duty values ($1, gen_random_uuid(), $2, $3, $4, $5)', [
      place.province,
      account,
      place.doiChe,
      kind,
      valid,
    ])
  await give(doiCheOfficer.account, 'commune-officer', '[2026-01-01,)')
  await give(doiCheColleague.account, 'commune-officer', '[2026-01-01,2026-10-01)')
  await give(doiCheLeader.account, 'commune-leader', '[2026-01-01,)')
  const on = (day: string, kinds: Parameters<typeof officersOn>[1]['kinds']) =>
    inScope(database.db, { reach: 'province', province: place.province }, async (tx) =>
      (await officersOn(tx, { province: place.province, unit: place.doiChe, kinds, day: localDate(day) })).map(
        (one) => one.account,
      ),
    )
  const both = [doiCheOfficer.account, doiCheColleague.account].sort()
  expect(await on('2026-09-30', ['commune-officer'])).toEqual(both)
  expect(await on('2026-10-01', ['commune-officer'])).toEqual([doiCheOfficer.account])
  expect((await on('2026-10-01', ['commune-officer', 'commune-leader'])).length).toBe(2)
  await database.asOwner('update account set turned_off_at = now() where id = $1', [doiCheOfficer.account])
  expect(await on('2026-10-01', ['commune-officer'])).toEqual([])
})

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}
