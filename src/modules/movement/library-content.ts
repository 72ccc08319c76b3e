import { add, formatQuantity, zero, type Quantity } from '#kernel/quantity.ts'
import { formatDay, partsOf, type LocalDate } from '#kernel/local-date.ts'
import { fold } from '#kernel/text.ts'
import { sumsOf, type FollowEntry, type FollowUp, type GainKind } from './follow.ts'
import type { Initiative } from './initiative.ts'
import { scopeLabel, stateLabel } from './labels.ts'
import type { PageContent, PageResult, PageSaid } from './library.ts'
import type { InitiativeYear } from './year.ts'
import type { YearState } from './cycle.ts'

/** What is known of an initiative beside its own row, for its public page. */
export type AboutPage = {
  years: readonly InitiativeYear[]
  lines: readonly FollowUp[]
  fieldName: string
  tagNames: string[]
  unit: PageContent['unit']
  province: PageContent['province']
}

/** Before a year came this far nobody has agreed that it is one of the movement. */
const accepted: readonly YearState[] = [
  ...(['listed', 'launched', 'running', 'self-scored', 'appraised', 'recognised', 'outstanding', 'proposed'] as const),
]

export function acceptedYears(years: readonly InitiativeYear[]): InitiativeYear[] {
  return years.filter((year) => accepted.includes(year.state)).toSorted((one, other) => one.year - other.year)
}

/** The page as it is printed: the officers' words, and from the register what can be shown with its source. */
export function pageContent(initiative: Initiative, said: PageSaid, about: AboutPage): PageContent {
  const { goals, area, lead, coordinating, participating, resources, beganOn, holderKind } = initiative
  const { consentNote: _, ...words } = said
  return {
    ...words,
    holder: said.holder || initiative.holder,
    ...{ goals, area, lead, coordinating, participating, resources, beganOn, holderKind },
    ...{ fieldName: about.fieldName, tagNames: about.tagNames, unit: about.unit, province: about.province },
    years: acceptedYears(about.years).map(({ year, scope, state }) => ({
      ...{ year, scope: scopeLabel[scope], state: stateLabel[state] },
    })),
    results: resultsOf(about.lines),
    steps: stepsOf(about.lines),
  }
}

const gainWords: Record<GainKind | 'households', { label: string; unit: string }> = {
  money: { label: 'Tiền huy động', unit: 'triệu đồng' },
  labour: { label: 'Công góp', unit: 'ngày công' },
  land: { label: 'Đất hiến', unit: 'm²' },
  households: { label: 'Hộ hưởng lợi', unit: 'hộ' },
}

function resultsOf(lines: readonly FollowUp[]): PageResult[] {
  const standing = lines.filter((line) => line.voidReason === null)
  const outputs = standing.flatMap(({ entry }) =>
    entry.kind === 'output' && entry.reached ? [outputResult(entry)] : [],
  )
  const sums = sumsOf(standing)
  const kinds = ['households', 'money', 'labour', 'land'] as const
  return [
    ...outputs,
    ...kinds.filter((kind) => sums[kind] > zero).map((kind) => gainResult(kind, sums[kind], standing)),
  ]
}

function outputResult(entry: Extract<FollowEntry, { kind: 'output' }>): PageResult {
  const { reached, planned, measure, text } = entry
  return {
    ...{ label: text, amount: formatQuantity(reached?.amount ?? zero), unit: measure },
    source: reached ? `Đếm tới ngày ${formatDay(reached.on)}. Minh chứng: ${reached.evidence}` : '',
    parts: [{ label: 'Dự kiến', amount: formatQuantity(planned) }],
  }
}

function gainResult(kind: GainKind | 'households', amount: Quantity, lines: readonly FollowUp[]): PageResult {
  const counted = lines.filter(({ entry }) => entry.kind === kind && !('giver' in entry && entry.giver === 'budget'))
  const byYear = Map.groupBy(counted, ({ entry }) => partsOf(entry.onDay).year)
  return {
    ...gainWords[kind],
    amount: formatQuantity(amount),
    source: `Cộng từ ${counted.length} dòng trong sổ theo dõi của đơn vị, không tính phần ngân sách chi.`,
    parts: [...byYear].map(([year, ofYear]) => ({
      label: `Năm ${year}`,
      amount: formatQuantity(add(...ofYear.flatMap(({ entry }) => ('amount' in entry ? [entry.amount] : [])))),
    })),
  }
}

/** What was done, in the order of the days; plans are not shown to the public. */
function stepsOf(lines: readonly FollowUp[]): PageContent['steps'] {
  return lines
    .filter((line) => line.voidReason === null)
    .flatMap(({ entry }) => {
      if (entry.kind === 'milestone' && entry.doneOn) return [{ day: entry.doneOn, title: entry.text, text: '' }]
      return entry.kind === 'note' ? [stepOfNote(entry.onDay, entry.text)] : []
    })
    .toSorted((one, other) => (one.day < other.day ? -1 : 1))
}

/** The first line of a note is what it is about. */
function stepOfNote(day: LocalDate, text: string): PageContent['steps'][number] {
  const [title = '', ...rest] = text.split('\n')
  return { day, title, text: rest.join('\n').trim() }
}

const longestLikeness = 2000

export function pageLikeness(name: string, content: PageContent): string {
  return fold(`${name} ${content.story} ${content.doing}`).slice(0, longestLikeness)
}

/** What stands in the form before anybody wrote for the public: the words of the registration. */
export function firstSaid(initiative: Initiative): PageSaid {
  return {
    ...{ summary: '', story: initiative.situation, doing: initiative.content, holder: initiative.holder },
    ...{ consentNote: '', sustainability: initiative.sustainability },
  }
}
