import { describe, expect, test } from 'vitest'
import { dialogueForm } from './forms.ts'

const filled = { heldOn: '5/9/2026', subject: ' Đối thoại về đường liên thôn ', isThematic: 'co', attendances: '1.240' }

describe('the form of a dialogue', () => {
  test('reads days and counts as they are written here', () => {
    expect(dialogueForm.parse(filled)).toEqual({
      heldOn: '2026-09-05',
      subject: 'Đối thoại về đường liên thôn',
      place: '',
      isThematic: true,
      attendances: 1240,
      opinions: null,
    })
  })

  test.each([
    ['heldOn', '31/2/2026'],
    ['heldOn', ''],
    ['subject', '   '],
    ['subject', 'a'.repeat(201)],
    ['place', 'a'.repeat(121)],
    ['attendances', 'khoảng 100'],
    ['attendances', '-3'],
    ['attendances', '2,5'],
    ['attendances', '9999999'],
    ['opinions', 'nhiều'],
  ])('says what is wrong with %s “%s”', (field, text) => {
    const read = dialogueForm.safeParse({ ...filled, [field]: text })
    expect(read.error?.issues.map((issue) => [issue.path[0], issue.message.length > 20])).toEqual([[field, true]])
  })

  test.each(['0', ' 0 '])('a meeting that nobody attended is zero, not unknown: “%s”', (text) => {
    expect(dialogueForm.parse({ ...filled, attendances: text }).attendances).toBe(0)
  })
})
