import { ruled, type LayoutProfile, type Ruled } from './layout.ts'
import { stateLayout } from './state-layout.ts'

/**
 * Documents of the Fatherland Front. Its own guidance was not found: every value is the State's, said to be unverified, because
 * Nghị định 30/2020/NĐ-CP, Điều 2 khoản 2 lets political and socio-political organisations apply the decree where it suits.
 */
export const frontLayout: LayoutProfile = {
  ...asUnverified(stateLayout),
  layout: 'front',
  code: 'mttq',
  numberForm: ruled({ lead: 'Số: ', join: '/' }, 'unverified', 'Số: 15/BC-MTTQ-BTT; số nhỏ hơn 10 ghi thêm số 0'),
  leftColumn: ruled(65, 'ours', 'Chiều rộng cột trái; Quốc hiệu cỡ 13 cần ít nhất 97 mm bên phải'),
}

function asUnverified(layout: LayoutProfile): LayoutProfile {
  const values = Object.entries(layout).map(([name, value]) => [
    name,
    name === 'crown' ? layout.crown.map(crown) : mark(value),
  ])
  // Each value keeps its shape; only how surely it is known changes.
  return Object.fromEntries(values) as LayoutProfile
}

function crown(line: LayoutProfile['crown'][number]): LayoutProfile['crown'][number] {
  return { ...line, words: mark(line.words), size: mark(line.size), rule: line.rule && mark(line.rule) }
}

function mark<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || !('certainty' in value)) return value
  return value.certainty === 'ours'
    ? value
    : ({ ...value, certainty: 'unverified' } satisfies Partial<Ruled<unknown>> as Value)
}
