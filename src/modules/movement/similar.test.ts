import { describe, expect, test } from 'vitest'
import { likenessOf, warningOf, type Compared } from './similar.ts'

const waste: Compared = {
  name: 'Mô hình Dân vận khéo “Phân loại rác tại nguồn ở chợ Bến Tre Xanh”',
  text: 'Chợ họp mỗi sáng, rác để lẫn lộn, mùi hôi ảnh hưởng các hộ xung quanh. Mỗi quầy hàng có hai thùng: rác hữu cơ ủ làm phân, rác tái chế bán gây quỹ. Ban quản lý chợ cân rác mỗi chiều thứ sáu và ghi bảng công khai.',
}
const wasteUnmarked: Compared = {
  name: 'Phan loai rac tai nguon o cho',
  text: 'Moi quay hang co hai thung: rac huu co u lam phan, rac tai che ban gay quy. Ban quan ly cho can rac moi chieu thu sau va ghi bang cong khai.',
}
const wasteHouses: Compared = {
  name: 'Phân loại rác thải tại hộ gia đình thôn Đồi Chè',
  text: 'Tổ phụ nữ hướng dẫn từng nhà tách rác hữu cơ để ủ phân bón vườn, phần còn lại giao xe thu gom hai lần mỗi tuần.',
}
const lights: Compared = {
  name: 'Thắp sáng đường quê',
  text: 'Chi hội cựu chiến binh vận động mỗi nhà góp một bóng đèn, tự nối dây và trả tiền điện của đoạn đường trước cửa.',
}
const lightsAgain: Compared = {
  name: 'Thắp sáng đường quê thôn Suối Trong',
  text: 'Thôn lắp đèn năng lượng mặt trời dọc trục chính, các hộ đóng góp tiền mua trụ và cùng đào móng trong hai ngày chủ nhật.',
}
const papers: Compared = {
  name: 'Trả kết quả sáng thứ bảy, làm giấy tờ tại nhà cho người già yếu',
  text: 'Bộ phận một cửa mở cửa sáng thứ bảy, cán bộ mang máy tới nhà người cao tuổi để làm căn cước và chứng thực.',
}
const formOnly = (name: string): Compared => ({
  name: `Mô hình Dân vận khéo ${name}`,
  text: 'Thực hiện công tác tuyên truyền, vận động nhân dân tham gia phong trào thi đua trên địa bàn xã, xây dựng mô hình dân vận khéo.',
})

describe('initiatives like one another', () => {
  test.each([
    ['one written again without marks', waste, wasteUnmarked, 'nearly-same'],
    ['the same one', lights, lights, 'nearly-same'],
    ['the same name in another hamlet', lightsAgain, lights, 'alike'],
    ['the same thing at home instead of at the market', waste, wasteHouses, 'alike'],
    ['papers and waste', papers, waste, null],
    ['lights and papers', lights, papers, null],
    ['two that share only the words of the form', formOnly('về nuôi ong'), formOnly('về hòa giải'), null],
    ['empty ones', { name: '', text: '' }, { name: '', text: '' }, null],
    [
      'a name of form words alone',
      { name: 'Mô hình dân vận khéo', text: '' },
      { name: 'Dân vận khéo', text: '' },
      null,
    ],
  ] as const)('%s', (_, one, other, closeness) => {
    expect(likenessOf(one, other)?.closeness ?? null).toBe(closeness)
    expect(likenessOf(other, one)?.closeness ?? null).toBe(closeness)
  })

  test('what both say is shown as the new one spells it, the longest first', () => {
    expect(likenessOf(waste, wasteUnmarked)?.phrases).toEqual([
      expect.stringMatching(/^Mỗi quầy hàng có hai thùng.*bảng công khai$/),
      'Phân loại rác tại nguồn ở chợ',
    ])
    expect(likenessOf(lightsAgain, lights)?.phrases).toEqual(['Thắp sáng đường quê'])
  })

  test('a text kept in another form of the same letters is the same text', () => {
    const decomposed = { name: lights.name.normalize('NFD'), text: lights.text.normalize('NFD') }
    expect(likenessOf(decomposed, lights)).toEqual(likenessOf(lights, lights))
  })
})

test.each([
  ['the same body again', 'Chi bộ thôn Đồi Chè', 'xa', 'nearly-same', 'same-again'],
  ['another body of the place', 'Chi hội Phụ nữ thôn Đồi Chè', 'xa', 'nearly-same', 'copies-another'],
  ['another commune', 'Chi hội Phụ nữ thôn Đồi Chè', 'xa-khac', 'nearly-same', null],
  ['only alike', 'Chi hội Phụ nữ thôn Đồi Chè', 'xa', 'alike', null],
] as const)('%s is warned of as it should', (_, holder, unit, closeness, expected) => {
  expect(warningOf({ unit: 'xa', holder: 'CHI BỘ thôn Đồi Chè' }, { unit, holder }, closeness)).toBe(expected)
})
