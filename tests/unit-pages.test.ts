import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { useExampleDatabase } from './support/example.ts'
import { useServer } from './support/server.ts'

const database = useExampleDatabase()
const server = useServer(database, { KHEO_EXAMPLE: '1' })

/** What a reader sees, without the tags. */
async function read(path: string): Promise<string> {
  const answer = await server.ask(path)
  expect(answer.status, path).toBe(200)
  const [, main = ''] = answer.text.split('<main')
  return main
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;:])/g, '$1')
}

describe('an official code', () => {
  test('leads to the unit that has it today, with what was asked', async () => {
    const answer = await server.ask('/don-vi/20641?ngay=2025-07-01')
    expect([answer.status, answer.headers.location]).toEqual([302, '/don-vi/xa-que-son-20641-2025?ngay=2025-07-01'])
  })

  test('that nobody ever had is answered with the way to the search', async () => {
    const answer = await server.ask('/don-vi/99998', { headers: { accept: 'text/html' } })
    expect(answer.status).toBe(404)
    expect(answer.text).toContain('Tìm trong các đơn vị hành chính')
  })
})

test.each(['/don-vi/xa-khong-co', '/don-vi/%00', '/don-vi/__proto__', '/don-vi/1', '/don-vi/123456'])(
  '%s is not a unit',
  async (path) => {
    expect((await server.ask(path)).status).toBeGreaterThanOrEqual(400)
    expect((await server.ask(path)).status).toBeLessThan(500)
  },
)

test('the country on the two sides of 1 July 2025, what is invented apart', async () => {
  const page = await read('/don-vi?ngay=2025-06-30')
  expect(page).toMatch(/Tỉnh, thành phố 63 34 34/)
  expect(page).toMatch(/Cấp huyện 696 0 0/)
  expect(page).toMatch(/Cấp xã 10\.035 3\.321 /)
  expect(page).toContain('63 tỉnh, thành phố.')
  expect(page.indexOf('Tỉnh Ví Dụ')).toBeGreaterThan(page.indexOf('không có thật'))
})

test('a day before the register is told in a sentence, and nothing is shown as if it were of that day', async () => {
  const said = 'Sổ đơn vị bắt đầu từ ngày 1/10/2022. Xin chọn ngày đó hoặc ngày sau.'
  const country = await read('/don-vi?ngay=30/9/2022')
  expect(country).toContain(said)
  expect(country).toContain('34 tỉnh, thành phố.')
  const unit = await read('/don-vi/tinh-quang-nam?ngay=1/1/2000')
  expect(unit).toContain(said)
  expect(unit).not.toContain('Ngày 1/1/2000 là')
  expect(await read('/don-vi?ngay=1/10/2022')).toContain('Tỉnh, thành phố vào ngày 1/10/2022')
})

test('Huyện Quế Sơn of the published report: who answers today, and its report', async () => {
  const page = await read('/don-vi/huyen-que-son')
  for (const said of ['Thành phố Đà Nẵng', 'Xã Quế Sơn Trung', 'Xã Xuân Phú', 'từ 1/1/2019 đến 13/10/2022'])
    expect(page).toContain(said)
})

test('on a day when only its namesake stood, the reader is led there by name and day', async () => {
  const page = await read('/don-vi/huyen-que-son/so-lieu?ban-do=30/6/2025')
  expect(page).toContain('Số liệu trên địa bàn Huyện Quế Sơn, từ 1/1/2025')
})

test('a report is shown by those who came after, and says whose it is', async () => {
  const page = await read('/don-vi/tinh-thai-nguyen-2025')
  expect(page).toMatch(/Công tác dân vận năm 2019 Của đơn vị tiền thân Tỉnh Bắc Kạn/)
})

test('the largest lists stay light', async () => {
  for (const path of ['/don-vi/tinh-thanh-hoa', '/don-vi/tinh-thanh-hoa?ngay=2025-06-30', '/don-vi/01', '/don-vi']) {
    const found = await server.ask(path)
    const answer = found.status === 302 ? await server.ask(found.headers.location ?? '') : found
    expect(gzipSync(answer.text).length, path).toBeLessThan(12 * 1024)
  }
})

test('an ended unit found by its abbreviation says where its area is today', async () => {
  const page = await read('/don-vi?q=TT+Huong+An')
  expect(page).toMatch(/Thị trấn Hương An \(cũ\), đến 30\/6\/2025.*Nay thuộc Xã/)
})

test('a kept page changes with the register, whoever moved its clock', async () => {
  const path = '/don-vi/vi-du-song-xanh'
  expect(await read(path)).toContain('Xã Sông Xanh')
  await database.asOwner(
    `update unit_version set name = 'Xã Sông Biếc' where upper_inf(valid)
     and unit_id = (select id from unit where code = 'vi-du-song-xanh')`,
    [],
  )
  await database.asOwner('update territory_clock set n = n + 1', [])
  const page = await read(path)
  expect(page).toContain('Đổi tên: Xã Sông Xanh nay là Xã Sông Biếc')
})
