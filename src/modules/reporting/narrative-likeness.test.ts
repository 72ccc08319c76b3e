import { describe, expect, test } from 'vitest'
import { copiedForward } from './narrative-likeness.ts'
import { paragraphsOfSection, readProse, type ReportParagraph } from './narrative.ts'

const section = { code: 'ket-qua', title: '2. Kết quả' }

function paragraphs(text: string, said = '4'): ReportParagraph[] {
  return paragraphsOfSection(section, readProse(text, new Set(['D03'])).parts, () => said)
}

const routine =
  'Cấp ủy, chính quyền thường xuyên quan tâm lãnh đạo công tác dân vận, tổ chức đối thoại với Nhân dân [[D03]] cuộc trong kỳ.'
const fresh = 'Sau trận lũ đầu tháng tám, tổ dân vận cùng đoàn thanh niên dựng lại hai cây cầu tre cho bà con qua suối.'

describe('a paragraph that the last report had too', () => {
  test('the same sentences around another number are the same sentences', () => {
    const [copied] = copiedForward(paragraphs(routine, '9'), paragraphs(routine, '3'))
    expect(copied?.share).toBe(100)
    expect(copied?.earlier).toContain('3 cuộc')
  })

  test('a number that was typed instead of cited changes nothing either', () => {
    const typed = (count: string): ReportParagraph[] => paragraphs(routine.replace('[[D03]]', count))
    expect(copiedForward(typed('12'), typed('7'))[0]?.share).toBe(100)
  })

  test('marks, capitals and the composing of letters do not hide it', () => {
    const disguised = paragraphs(routine.toLocaleUpperCase('vi').normalize('NFD').replace('[[D03]]', '4'))
    expect(copiedForward(disguised, paragraphs(routine))[0]?.share).toBe(100)
  })

  test('what is new, and a report that follows none, are not marked', () => {
    expect(copiedForward(paragraphs(fresh), paragraphs(routine))).toEqual([null])
    expect(copiedForward(paragraphs(routine), [])).toEqual([null])
  })

  test('a paragraph half rewritten is not: two quarters of one office sound alike', () => {
    const half = `${routine.slice(0, 74)} ${fresh}`
    expect(copiedForward(paragraphs(half), paragraphs(routine))).toEqual([null])
  })

  test('a sentence put before the old ones does not hide them', () => {
    const [copied] = copiedForward(paragraphs(`Trong quý ba, ${routine}`), paragraphs(routine))
    expect(copied?.share).toBeGreaterThanOrEqual(60)
    expect(copied?.share).toBeLessThan(100)
  })

  test('a phrase that everybody writes is nobody’s: too short to be told', () => {
    const short = 'Tình hình Nhân dân ổn định, không có điểm nóng.'
    expect(copiedForward(paragraphs(short), paragraphs(short))).toEqual([null])
  })

  test('each paragraph is held against all of the last report, and the one most like it is shown', () => {
    const near = routine.replace('thường xuyên quan tâm', 'luôn luôn chú trọng')
    const found = copiedForward(paragraphs(`${fresh}\n${routine}`), paragraphs(`${near}\n${routine}`, '3'))
    expect(found[0]).toBeNull()
    expect(found[1]).toMatchObject({ share: 100, earlier: expect.stringContaining('thường xuyên') as string })
  })
})
