import { expect, test } from 'vitest'
import { examplePassword } from '../../src/modules/access/example.ts'
import { codeOfStep, fromBase32, stepAt } from '../../src/modules/access/totp.server.ts'
import { codeOf, useAccess } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { useServer, Visitor } from '../support/server.ts'

const database = useDatabase()
useAccess(database)
const server = useServer(database)

async function signInOnPages(
  visitor: Visitor,
  signInName: string,
  later = 0,
  wish = '/desk/tai-khoan',
): Promise<string> {
  const query = `?tiep=${encodeURIComponent(wish)}`
  await visitor.get(`/dang-nhap${query}`)
  const first = await visitor.post(`/dang-nhap${query}`, { signInName, password: examplePassword })
  expect(first.headers.location).toBe(`/dang-nhap/ma${query}`)
  const second = await visitor.post(`/dang-nhap/ma${query}`, { code: codeOf(signInName, later) })
  expect(second.status).toBe(303)
  return second.headers.location ?? ''
}

test('who asks for a desk page signs in first and is then led to that page', async () => {
  const visitor = new Visitor(server)
  const sent = await visitor.get('/desk/tai-khoan')
  expect(sent.headers.location).toBe('/dang-nhap?tiep=%2Fdesk%2Ftai-khoan')
  expect(await signInOnPages(visitor, 'tinh.vidu')).toBe('/desk/tai-khoan')
  const page = await visitor.get('/desk/tai-khoan')
  expect(page.text).toContain('Trần Thị Thử')
  expect(page.text).toContain('Cán bộ dân vận tỉnh – Tỉnh Ví Dụ')
  expect(page.text).not.toMatch(/<script|\sstyle=/)
  expect(page.headers['cache-control']).toBe('no-store')
})

test('a wrong password comes back with the name, the error twice, and never the password', async () => {
  const answer = await new Visitor(server).post('/dang-nhap', { signInName: 'tinh.vidu', password: 'bí mật lắm' })
  expect(answer.status).toBe(409)
  expect(answer.text).toContain('<title>Lỗi: Đăng nhập</title>')
  expect(answer.text).toContain('Có thông tin cần sửa')
  expect(answer.text).toContain('href="#signInName"')
  expect(answer.text).toContain('value="tinh.vidu"')
  expect(answer.text).not.toContain('bí mật lắm')
})

test('the administration does not exist for an officer; for an administrator it lists the accounts', async () => {
  const officer = new Visitor(server)
  await signInOnPages(officer, 'xa.songxanh')
  expect((await officer.get('/admin')).status).toBe(404)
  expect((await officer.post('/admin/tai-khoan/mo', { signInName: 'tu.y' })).status).toBe(404)
  const administrator = new Visitor(server)
  await signInOnPages(administrator, 'quantri.vidu')
  expect((await administrator.get('/admin')).text).toContain('Hoàng Thị Nháp')
  const wrong = await administrator.post('/admin/tai-khoan/mo', { signInName: 'có dấu', displayName: 'Mai Thị Thử' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('value="Mai Thị Thử"')
  // A NUL is a text for nobody; PostgreSQL takes none.
  for (const path of ['/admin?tim=%00', '/admin/nhat-ky?ma=%00', '/admin/nhat-ky/tai-ve.csv?ma=%00']) {
    expect([path, (await administrator.get(path)).status]).toEqual([path, 200])
  }
})

test('writing an address in another way leads around no gate', async () => {
  const stranger = new Visitor(server)
  for (const path of ['/%64esk', '/desk/%74ai-khoan', '/%61dmin', '/desk/khong-co-trang-nay']) {
    expect((await stranger.get(path)).headers.location).toBe(`/dang-nhap?tiep=${encodeURIComponent(path)}`)
  }
  for (const path of ['/%64esk?/mo', '/%61dmin/tai-khoan/mo', '/%64esk/tai-khoan?/doi-mat-khau']) {
    expect((await stranger.post(path, {})).headers.location).toMatch(/^\/dang-nhap\?tiep=/)
  }
  const officer = new Visitor(server)
  await officer.get(await signInOnPages(officer, 'xa.songxanh', 1))
  expect((await officer.get('/%61dmin')).status).toBe(404)
  const opening = await officer.post('/%61dmin/tai-khoan/mo', { signInName: 'có dấu' })
  expect([opening.status, opening.text.includes('có dấu')]).toEqual([404, false])
  await database.asOwner("update auth.session_state set last_seen_at = now() - interval '16 minutes'")
  await officer.post('/%64esk/%74ai-khoan?/doi-mat-khau', { newPassword: 'câu mới dài' })
  expect(officer.cookies.has('kheo_kept')).toBe(false)
})

test('an officer with a one-time password can only enrol; the page shows a picture and the secret in fours', async () => {
  const administrator = new Visitor(server)
  await signInOnPages(administrator, 'quantri.vidu', 1)
  const page = await administrator.get('/admin')
  const unit = /<option value="([0-9a-f-]+)"[^>]*>Xã Núi Vàng/.exec(page.text)?.[1] ?? ''
  const opened = await administrator.post('/admin/tai-khoan/mo', {
    signInName: 'can.bo.moi',
    displayName: 'Mai Thị Thử',
    kind: 'commune-officer',
    unit,
  })
  const password = [...opened.text.matchAll(/class="secret">([^<]+)</g)][1]?.[1] ?? ''
  expect(password).toMatch(/^\w{4}(-\w{4}){3}$/)
  const officer = new Visitor(server)
  const first = await officer.post('/dang-nhap', { signInName: 'can.bo.moi', password })
  expect(first.headers.location).toBe('/dang-nhap/kich-hoat')
  const enrolment = await officer.get('/dang-nhap/kich-hoat')
  expect(enrolment.text).toMatch(/<img src="data:image\/svg\+xml;base64,/)
  expect(enrolment.text).toMatch(/([A-Z2-7]{4} ){5}/)
  for (const path of ['/desk', '/desk/tai-khoan', '/admin', '/dang-nhap']) {
    expect((await officer.get(path)).headers.location).toBe('/dang-nhap/kich-hoat')
  }
  expect((await officer.post('/desk/tai-khoan?/doi-mat-khau', {})).headers.location).toBe('/dang-nhap/kich-hoat')
  const secret = /class="secret">([A-Z2-7 ]+)</.exec(enrolment.text)?.[1] ?? ''
  const code = codeOfStep(fromBase32(secret), stepAt(new Date()))
  const sheet = await officer.post('/dang-nhap/kich-hoat', { code })
  const codes = sheet.text.match(/(?<![/\w-])[a-z2-9]{5}-[a-z2-9]{5}\b/g) ?? []
  expect([sheet.status, codes.length, sheet.text.includes(secret)]).toEqual([200, 10, false])
  expect((await officer.get('/dang-nhap/kich-hoat')).status).toBe(303)
  const again = new Visitor(server)
  expect((await again.post('/dang-nhap', { signInName: 'can.bo.moi', password })).headers.location).toBe(
    '/dang-nhap/ma',
  )
  expect((await again.get('/dang-nhap/ma')).text).toContain('Không có điện thoại? Dùng mã khôi phục')
  const wrong = await again.post('/dang-nhap/khoi-phuc', { recoveryCode: 'aaaaa-aaaaa' })
  expect([wrong.status, wrong.text.includes('Mã khôi phục chưa đúng')]).toEqual([409, true])
  const right = await again.post('/dang-nhap/khoi-phuc', { recoveryCode: codes[0] ?? '' })
  expect([right.status, (await again.get('/desk')).headers.location]).toEqual([303, '/desk/tai-khoan'])
})

test('what was typed when the session had ended is there after signing in again, for the same person only', async () => {
  const visitor = new Visitor(server)
  await visitor.get(await signInOnPages(visitor, 'xa.nuivang'))
  await database.asOwner("update auth.session_state set last_seen_at = now() - interval '16 minutes'")
  const late = await visitor.post('/desk/bao-cao/1?/luu&k=abc', { G01: '33,838', 'loi-giai': 'Dòng một\r\nDòng hai' })
  expect(late.headers.location).toBe('/dang-nhap?tiep=%2Fdesk%2Fbao-cao%2F1&het=1')
  expect((await visitor.get(late.headers.location ?? '')).text).toContain('Nội dung vừa nhập vẫn còn')

  const other = new Visitor(server)
  other.cookies.set('kheo_kept', visitor.cookies.get('kheo_kept') ?? '')
  const otherWay = await signInOnPages(other, 'lanhdao.songxanh')
  expect((await other.get(otherWay)).status).toBe(303)

  const way = await signInOnPages(visitor, 'xa.nuivang', 1, '/desk/bao-cao/1')
  expect(way).toBe('/dang-nhap/gui-tiep?tiep=%2Fdesk%2Fbao-cao%2F1')
  const page = await visitor.get(way)
  expect(page.text).toContain('<h1>Nội dung vừa nhập vẫn còn</h1>')
  expect(page.text).toMatch(/action="\/desk\/bao-cao\/1\?\/luu=?&amp;giu=[\w-]{43}&amp;k=[\w-]{32}"/)
  expect(page.text).toContain('name="G01" value="33,838"')
  expect(page.text).toMatch(/Dòng một\r?\nDòng hai"/)
  const left = await visitor.post('/dang-nhap/gui-tiep?/bo&tiep=/desk/bao-cao/1', {})
  expect(left.headers.location).toBe('/desk/bao-cao/1')
})

test('what was sent again is not offered a second time', async () => {
  const visitor = new Visitor(server)
  await visitor.get(await signInOnPages(visitor, 'tinh.vidu', 1))
  await database.asOwner("update auth.session_state set last_seen_at = now() - interval '16 minutes'")
  await visitor.post('/desk/bao-cao/1?/luu&k=abc', { G01: '33,838' })
  const cookie = visitor.cookies.get('kheo_kept') ?? ''
  // As signing in again would: this account has no third code in this minute.
  await database.asOwner('update auth.session_state set last_seen_at = now(), ended_at = null')
  const page = await visitor.get('/dang-nhap/gui-tiep')
  const action = /action="(\/desk\/bao-cao[^"]+)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
  // There is no such report: the desk said so, and that was its answer to what was sent.
  expect((await visitor.post(action, { G01: '33,838' })).status).toBe(404)
  expect(visitor.cookies.has('kheo_kept')).toBe(false)
  visitor.cookies.set('kheo_kept', cookie)
  expect((await visitor.get('/dang-nhap/gui-tiep')).headers.location).toBe('/desk')
})

test('a password is never kept, even when the session ends under it', async () => {
  const visitor = new Visitor(server)
  await visitor.get(await signInOnPages(visitor, 'lanhdao.vidu'))
  await database.asOwner("update auth.session_state set last_seen_at = now() - interval '16 minutes'")
  await visitor.post('/desk/tai-khoan?/doi-mat-khau', { currentPassword: examplePassword, newPassword: 'câu mới dài' })
  expect(visitor.cookies.has('kheo_kept')).toBe(false)
})

test('signing out leads to the sign-in page and leaves no session', async () => {
  const visitor = new Visitor(server)
  await signInOnPages(visitor, 'lanhdao.vidu', 1)
  expect((await visitor.post('/dang-xuat', {})).headers.location).toBe('/dang-nhap')
  expect((await visitor.get('/desk/tai-khoan')).headers.location).toContain('/dang-nhap?tiep=')
})

test('a page with script runs only what bears the nonce of this answer', async () => {
  const visitor = new Visitor(server)
  // The next code: that of this half minute may have signed in above, and a code signs in once.
  await signInOnPages(visitor, 'lanhdao.songxanh', 1)
  const nonces = new Set<string | undefined>()
  for (const { text, headers } of [await visitor.get('/desk'), await visitor.get('/desk')]) {
    const nonce = /'nonce-([^']+)'/.exec(headers['content-security-policy'] as string)?.[1]
    const scripts = text.match(/<script[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(0)
    expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([])
    expect(text).not.toMatch(/\sstyle=/)
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(2)
})
