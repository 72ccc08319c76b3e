import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import type { RegisteredNumber } from './document-number.ts'
import { linesOnPage, outgoingView, type OutgoingAsked } from './outgoing-view.ts'

function line(number: number, more: Partial<RegisteredNumber> = {}): RegisteredNumber {
  return {
    ...{ id: newId<'DocumentNumber'>(), report: newId<'Report'>(), layout: 'state', type: 'report', series: '2026' },
    ...{ number, symbol: 'BC-UBND', about: 'Kết quả công tác dân vận', sentTo: ['UBND tỉnh Ví Dụ'], way: 'by-hand' },
    ...{ signedOn: localDate('2026-07-06'), by: 'Trần Thị Ổi', cancelledFor: null },
    ...more,
  }
}

const asked: OutgoingAsked = { words: '', series: null, type: null, layout: null, order: 'newest', page: 1 }
const register = [
  line(38, { signedOn: localDate('2026-10-06'), about: 'Kết quả công tác dân vận quý III năm 2026' }),
  line(7, { type: 'letter', symbol: 'UBND', about: 'Gửi báo cáo quý III', signedOn: localDate('2026-10-06') }),
  line(12, { series: '2025-2030', layout: 'party', symbol: 'BC/ĐU', about: 'Đại hội', cancelledFor: 'In sai ngày ký' }),
  line(5, { series: '2025', signedOn: localDate('2025-04-07') }),
]
const numbers = (more: Partial<OutgoingAsked>): number[] =>
  outgoingView(register, { ...asked, ...more }).lines.map(({ number }) => number)

describe('the outgoing register', () => {
  test.each<[Partial<OutgoingAsked>, number[]]>([
    [{}, [38, 7, 12, 5]],
    [{ order: 'oldest' }, [5, 12, 7, 38]],
    [{ order: 'number' }, [38, 7, 12, 5]],
    [{ order: 'about' }, [12, 7, 5, 38]],
    [{ series: '2026' }, [38, 7]],
    [{ series: '1999' }, [38, 7, 12, 5]],
    [{ type: 'letter' }, [7]],
    [{ layout: 'party' }, [12]],
    [{ words: 'QUY iii' }, [38, 7]],
    [{ words: '38/bc' }, [38]],
    [{ words: '05/BC-UBND' }, [5]],
    [{ words: 'dai hoi' }, [12]],
    [{ words: 'in sai' }, [12]],
    [{ words: 'không có' }, []],
  ])('asked for %j gives %j', (more, found) => {
    expect(numbers(more)).toEqual(found)
  })

  test('comes in pages, and an address past the last one gives the last one', () => {
    const long = Array.from({ length: linesOnPage * 2 + 1 }, (_, at) => line(at + 1))
    expect(outgoingView(long, asked)).toMatchObject({ page: 1, pages: 3, found: 61 })
    const last = outgoingView(long, { ...asked, page: 99 })
    expect([last.page, last.lines.map(({ number }) => number)]).toEqual([3, [1]])
  })

  test('offers only what is in it', () => {
    expect(outgoingView(register, asked).choices).toEqual({
      series: ['2026', '2025-2030', '2025'],
      types: ['report', 'letter'],
      layouts: ['state', 'party'],
    })
    expect(outgoingView([], asked)).toMatchObject({ found: 0, pages: 1, choices: { series: [] } })
  })
})
