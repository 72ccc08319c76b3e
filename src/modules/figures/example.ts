import type { TargetHand, TargetWording } from './target.ts'

/** A target of the invented province: whose, for which cell of a year, and how it was worded from first to last. */
export type ExampleTarget = {
  unitCode: string
  setBy: TargetHand
  code: string
  wordings: (Pick<TargetWording, 'aim' | 'raw' | 'reason'> & {
    number: string
    change: 'set' | 'revised' | 'withdrawn'
  })[]
}

const plan = { own: '05-KH/ĐU', superior: '12-KH/TU' } as const

function set(
  unitCode: string,
  setBy: TargetHand,
  code: string,
  raw: string,
  aim: TargetWording['aim'] = 'at-least',
): ExampleTarget {
  return { unitCode, setBy, code, wordings: [{ aim, raw, reason: '', number: plan[setBy], change: 'set' }] }
}

function then(
  target: ExampleTarget,
  change: 'revised' | 'withdrawn',
  raw: string,
  reason: string,
  number: string,
): ExampleTarget {
  const aim = target.wordings.at(-1)?.aim ?? 'at-least'
  return { ...target, wordings: [...target.wordings, { aim, raw, reason, number, change }] }
}

const given: readonly [code: string, raw: string, aim?: TargetWording['aim']][] = [
  ['B01', '8'],
  ['D03', '6'],
  ['F10', '98'],
  ['F08', '10', 'at-most'],
]

/** What the province gave to some of its communes, and what two of them and the province set themselves. */
export function exampleTargets(province: string, communes: readonly string[]): ExampleTarget[] {
  return [
    ...communes.flatMap((unit) => given.map(([code, raw, aim]) => set(unit, 'superior', code, raw, aim))),
    set(province, 'own', 'B01', '900'),
    then(set(province, 'own', 'D03', '700'), 'revised', '650', 'Kế hoạch điều chỉnh sau sơ kết 6 tháng', '30-KH/TU'),
    set(province, 'own', 'F10', '97'),
    set('vi-du-song-xanh', 'own', 'B01', '10'),
    then(set('vi-du-song-xanh', 'own', 'D03', '12'), 'revised', '8', 'Gộp các cuộc ở ba thôn vừa sáp nhập', '09-KH/ĐU'),
    set('vi-du-song-xanh', 'own', 'D05', '2', 'exactly'),
    then(set('vi-du-nui-vang', 'own', 'B01', '5'), 'withdrawn', '5', 'Ghi nhầm năm', ''),
    set('vi-du-nui-vang', 'own', 'F10', '99,5'),
  ]
}

/** An invented number of people, the same for the same code; a ward has more than a commune. */
export function examplePeople(code: string, kind: string): number {
  const turned = [...code].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7)
  return (kind === 'ward' ? 14_000 : 5_000) + turned * (kind === 'ward' ? 3 : 2)
}

export const exampleSizeSource = 'Niên giám thống kê Tỉnh Ví Dụ năm 2025 (số ví dụ)'
