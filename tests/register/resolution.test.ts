import { describe, expect, test } from 'vitest'
import { plain, readClause, readResolution, Unreadable } from '../../scripts/register/resolution.ts'

const all = 'Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của'
const some = 'một phần diện tích tự nhiên, quy mô dân số của'
/** `whole xã Một (huyện A)`, as a clause's parts are written here. */
const parts = (text: string): string[] =>
  readClause(1, plain(text)).parts.map(({ kind, name, within, area, population }) => {
    const taken = area === population ? area : `${area}/${population}`
    return `${taken} ${kind} ${name}${within ? ` (${within})` : ''}`
  })

// Invented places in the grammar of the resolutions.
describe('a clause', () => {
  test.each([
    [`${all} xã Một và xã Hai thành xã mới có tên gọi là **xã Ba**.`, ['whole xã Một', 'whole xã Hai']],
    [
      `${all} thị trấn Đầu Non và các xã Suối Đá, Đồi Sim (huyện Lá Xanh), Tân An 2 thành xã mới có tên gọi là xã Đầu Non.`,
      ['whole thị trấn Đầu Non', 'whole xã Suối Đá', 'whole xã Đồi Sim (huyện Lá Xanh)', 'whole xã Tân An 2'],
    ],
    [
      `${all} Phường 1, Phường 02 (quận Hoa) và ${some} phường Ga, phường Chợ thành phường mới có tên gọi là phường Hoa.`,
      ['whole phường 1', 'whole phường 02 (quận Hoa)', 'part phường Ga', 'part phường Chợ'],
    ],
    [
      `${all} phường Ga, phần còn lại của phường Chợ sau khi sắp xếp theo quy định tại khoản 1 và khoản 3 Điều này và xã Một thành phường mới có tên gọi là phường Ga.`,
      ['whole phường Ga', 'rest phường Chợ', 'whole xã Một'],
    ],
    [
      'Sắp xếp một phần diện tích tự nhiên, toàn bộ quy mô dân số của xã Một và một phần diện tích tự nhiên của xã Hai thành xã mới có tên gọi là xã Ba.',
      ['part/whole xã Một', 'part/none xã Hai'],
    ],
    [`${all} huyện Đảo Xa thành đặc khu có tên gọi là đặc khu Đảo Xa.`, ['whole huyện Đảo Xa']],
    [
      `${all} xã Cư M’Núi, phường Cầu - Chợ và thị trấn Nông trường Sông Con thành xã mới có tên gọi là xã Núi.`,
      ["whole xã Cư M'Núi", 'whole phường Cầu - Chợ', 'whole thị trấn Nông trường Sông Con'],
    ],
    ['Đổi tên xã Một thành xã Ngàn Sao.', ['whole xã Một']],
  ])('%s', (text, expected) => {
    expect(parts(text)).toEqual(expected)
  })

  test('is read where scanning glued its words together', () => {
    const glued =
      'Sắp xếptoàn bộ diện tích tự nhiên, quy mô dân sốcủacác xã Một,Haivàxã Bốnthành xã mới có tên gọilàxã Ba.'
    expect(parts(glued)).toEqual(['whole xã Một', 'whole xã Hai', 'whole xã Bốn'])
    expect(readClause(1, plain(glued))).toMatchObject({ kind: 'xã', name: 'Ba', action: 'merge' })
  })

  test('that says anything else is refused, with its words', () => {
    expect(() => readClause(7, `${all} xã Một cùng những nơi khác thành xã mới có tên gọi là xã Ba.`)).toThrow(
      /clause 7.*cùng những/,
    )
    expect(() => readClause(7, 'Giữ nguyên xã Một.')).toThrow(Unreadable)
  })
})

describe('a resolution', () => {
  const head =
    '**Điều 1. Sắp xếp các đơn vị hành chính cấp xã của tỉnh Ví Dụ**\n\nTrên cơ sở Đề án, quyết định như sau:\n\n'
  const tail = '\n\n**Điều 2. Hiệu lực thi hành**\n\n1\\. Có hiệu lực.'
  const closing =
    '2\\. Sau khi sắp xếp, tỉnh Ví Dụ có 3 đơn vị hành chính cấp xã, gồm02 xã và 01 phường; trong đó có 01 xã hình thành sau sắp xếp quy định tại Điều này và 02 đơn vị hành chính cấp xã không thực hiện sắp xếp là phường Chợ, xã Xa (huyện Lá Xanh).'

  test('has numbered clauses, and a last one that counts and names what stays', () => {
    const read = readResolution(
      `${head}1\\. ${all} xã Một và xã Hai thành xã mới có tên gọi là **xã Ba**.\n\n${closing}${tail}`,
    )
    expect(read.province).toBe('tỉnh Ví Dụ')
    expect(read.clauses.map(({ number, name }) => [number, name])).toEqual([[1, 'Ba']])
    expect(read.closing).toEqual({
      number: 2,
      total: 3,
      communes: 2,
      wards: 1,
      zones: 0,
      untouched: [
        { kind: 'phường', name: 'Chợ', within: '' },
        { kind: 'xã', name: 'Xa', within: 'huyện Lá Xanh' },
      ],
    })
  })

  test('without its closing clause is refused', () => {
    expect(() => readResolution(`${head}1\\. ${all} xã Một thành xã mới có tên gọi là xã Ba.${tail}`)).toThrow(
      Unreadable,
    )
  })
})
