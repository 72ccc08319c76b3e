import { formatQuantity, quantity } from '#kernel/quantity.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { Measure, Step } from './draft.ts'
import { kindWord } from './names.ts'
import { sayPercent } from './shares.ts'

type NameOf = (unit: UnitId) => string

/** What a step does, as the list of steps says it: a sentence, and a line for each part where there are parts. */
export function stepSaid(step: Step, nameOf: NameOf): { sentence: string; parts: string[] } {
  switch (step.kind) {
    case 'merge':
      return {
        sentence: `Thành lập ${step.into.name || '(chưa có tên)'} từ ${step.parts.length} phần`,
        parts: step.parts.map(({ from, extent, measure, source }) =>
          extent === 'whole'
            ? `toàn bộ ${nameOf(from)}${measure.by === 'people' ? ` (${measureSaid(measure)})` : ''}`
            : `một phần ${nameOf(from)}: ${measureSaid(measure)}${source ? `, nguồn: ${source}` : ''}`,
        ),
      }
    case 'split':
      return {
        sentence: `Chia ${nameOf(step.from)} thành ${step.parts.length} đơn vị${step.source ? `, nguồn tỷ lệ: ${step.source}` : ''}`,
        parts: step.parts.map(({ into, measure }) => `${into.name || '(chưa có tên)'}: ${measureSaid(measure)}`),
      }
    case 'partial-transfer':
      return {
        sentence: `Chuyển một phần ${nameOf(step.from)} sang ${nameOf(step.to)}: ${measureSaid(step.measure)}${step.source ? `, nguồn: ${step.source}` : ''}`,
        parts: [`${nameOf(step.from)} và ${nameOf(step.to)} giữ tên, có địa giới mới`],
      }
    case 'rename':
      return { sentence: `${nameOf(step.unit)} đổi tên thành ${step.name || '(chưa có tên)'}`, parts: [] }
    case 'kind-change':
      return {
        sentence: `${nameOf(step.unit)} thành ${kindWord[step.unitKind].toLowerCase()}: ${step.name}`,
        parts: step.officialCode ? [`mã số mới ${step.officialCode}`] : [],
      }
    case 'parent-change':
      return { sentence: `${nameOf(step.unit)} về trực thuộc ${nameOf(step.parent)}`, parts: [] }
    case 'created':
      return { sentence: `Thành lập ${step.into.name || '(chưa có tên)'}, không từ đơn vị nào`, parts: [] }
    case 'level-abolished':
      return { sentence: `${nameOf(step.unit)} kết thúc, các xã về trực thuộc tỉnh`, parts: [] }
  }
}

function measureSaid(measure: Measure): string {
  if (measure.by === 'unknown') return 'chưa biết tỷ lệ'
  return measure.by === 'share' ? sayPercent(measure.share) : `${formatQuantity(quantity(measure.people))} người`
}
