import { localDate, type LocalDate } from '#kernel/local-date.ts'
import type {
  EventKind,
  LawfulAggregation,
  LegalAct,
  SuccessionLink,
  TerritorialEvent,
} from '#modules/territory/event.ts'
import { registerOf, type Register, type RegisterRows } from '#modules/territory/register.ts'
import type { RegisterVersion, Tree, UnitId, UnitKind, UnitLevel } from '#modules/territory/unit.ts'

/** A unit of a small register; its code is its id, so that an expectation can be read. */
type UnitLine = {
  code: string
  name?: string
  level?: UnitLevel
  kind?: UnitKind
  parent?: string | null
  province?: string
  from?: string | null
  until?: string | null
  officialCode?: string | null
  untilIsKnown?: boolean
  act?: string | null
  article?: string | null
  tree?: Tree
}

type EventLine = {
  id: string
  on: string
  kind?: EventKind
  aggregation?: LawfulAggregation
  act?: string | null
  article?: string | null
  /** `from to`, `from to share` or `from to share backShare`, in millionths; `?` where not known. No share: whole. */
  links: readonly string[]
}

export const unitId = (code: string): UnitId => code as UnitId

const kindOf: Record<UnitLevel, UnitKind> = { province: 'province', district: 'rural-district', commune: 'commune' }

export function versionLine(line: UnitLine): RegisterVersion {
  const level = line.level ?? 'commune'
  const parent = line.parent ?? null
  return {
    unit: unitId(line.code),
    code: line.code,
    name: line.name ?? line.code,
    kind: line.kind ?? kindOf[level],
    level,
    parent: parent === null ? null : unitId(parent),
    province: unitId(line.province ?? parent ?? line.code),
    from: line.from ? localDate(line.from) : null,
    until: line.until ? localDate(line.until) : null,
    tree: line.tree ?? 'state',
    officialCode: line.officialCode ?? null,
    untilIsKnown: line.untilIsKnown ?? true,
    act: line.act ?? null,
    article: line.article ?? null,
  }
}

function shareOf(word: string | undefined): number | null {
  return word === undefined || word === '?' ? null : Number(word)
}

export function linksOf(event: EventLine): SuccessionLink[] {
  return event.links.map((text) => {
    const [from = '', to = '', share, backShare] = text.split(' ')
    const isWhole = share === undefined || share === '1000000'
    return {
      event: event.id as TerritorialEvent['id'],
      from: unitId(from),
      to: unitId(to),
      extent: isWhole ? 'whole' : 'part',
      share: isWhole ? 1_000_000 : shareOf(share),
      backShare: shareOf(backShare),
      shareSource: isWhole || share === '?' ? '' : 'Dân số 2024',
    }
  })
}

export function eventLine(line: EventLine): TerritorialEvent {
  return {
    id: line.id as TerritorialEvent['id'],
    kind: line.kind ?? 'merge',
    on: localDate(line.on),
    act: line.act ?? null,
    article: line.article ?? null,
    aggregation: line.aggregation ?? 'forward',
    note: '',
  }
}

export type SmallRegister = {
  begins?: string
  units: readonly UnitLine[]
  events?: readonly EventLine[]
  acts?: readonly LegalAct[]
}

export function rowsOf({ begins = '2019-01-01', units, events = [], acts = [] }: SmallRegister): RegisterRows {
  return {
    begins: localDate(begins),
    versions: units.map(versionLine),
    events: events.map(eventLine),
    links: events.flatMap(linksOf),
    acts,
  }
}

export function smallRegister(small: SmallRegister): Register {
  return registerOf(rowsOf(small))
}

export const on = (day: string): LocalDate => localDate(day)

const old = '2024-12-31'
const split = '2025-01-01'
const last = '2025-06-30'
const reform = '2025-07-01'

/**
 * A country in miniature, shaped as the real one: two provinces become one on 1 July 2025; Huyện Que of 2019 loses a commune's
 * area to a merge on 1 January 2025; communes of 2025 are merged whole, divided with shares, and divided without.
 */
export function quePlace(): SmallRegister {
  const under = (parent: string, province: string) => ({ parent, province })
  return {
    units: [
      { code: 'tinh-nam', name: 'Tỉnh Nam', level: 'province', until: last, officialCode: '49' },
      { code: 'thanh-pho-da', name: 'Thành phố Đá', level: 'province', kind: 'city', until: last, officialCode: '48' },
      {
        code: 'thanh-pho-da-2025',
        name: 'Thành phố Đá',
        level: 'province',
        kind: 'city',
        from: reform,
        officialCode: '48',
      },
      { code: 'huyen-que', name: 'Huyện Que', level: 'district', parent: 'tinh-nam', until: old, officialCode: '509' },
      {
        code: 'huyen-nong',
        name: 'Huyện Nông',
        level: 'district',
        parent: 'tinh-nam',
        until: old,
        officialCode: '519',
      },
      {
        code: 'huyen-que-2025',
        name: 'Huyện Que',
        level: 'district',
        parent: 'tinh-nam',
        from: split,
        until: last,
        officialCode: '509',
      },
      { code: 'quan-hai', name: 'Quận Hải', level: 'district', parent: 'thanh-pho-da', until: last },
      { code: 'xa-a', name: 'Xã An', ...under('huyen-que', 'tinh-nam'), until: old },
      { code: 'xa-b', name: 'Xã Bình', ...under('huyen-que', 'tinh-nam'), until: old },
      { code: 'xa-b', name: 'Xã Bình', ...under('huyen-que-2025', 'tinh-nam'), from: split, until: last },
      { code: 'xa-c', name: 'Xã Cẩm', ...under('huyen-nong', 'tinh-nam'), until: old },
      { code: 'xa-c', name: 'Xã Cẩm', ...under('huyen-que-2025', 'tinh-nam'), from: split, until: last },
      { code: 'xa-d', name: 'Xã Đông', ...under('huyen-nong', 'tinh-nam'), until: old },
      { code: 'xa-ad-2025', name: 'Xã An Đông', ...under('huyen-que-2025', 'tinh-nam'), from: split, until: last },
      { code: 'phuong-h', name: 'Phường Hòa', kind: 'ward', ...under('quan-hai', 'thanh-pho-da'), until: last },
      { code: 'phuong-h', name: 'Phường Hòa', kind: 'ward', parent: 'thanh-pho-da-2025', from: reform },
      { code: 'xa-1-2025', name: 'Xã Que Một', parent: 'thanh-pho-da-2025', from: reform },
      { code: 'xa-2-2025', name: 'Xã Que Hai', parent: 'thanh-pho-da-2025', from: reform },
      { code: 'xa-3-2025', name: 'Xã Que Ba', parent: 'thanh-pho-da-2025', from: reform },
    ],
    events: [
      { id: 'e1', on: split, links: ['xa-a xa-ad-2025', 'xa-d xa-ad-2025'], act: '1/NQ', article: 'Điều 1' },
      {
        id: 'e2',
        on: split,
        links: ['huyen-que huyen-que-2025', 'huyen-nong huyen-que-2025'],
        act: '1/NQ',
        article: 'Điều 1',
      },
      { id: 'e3', on: reform, links: ['tinh-nam thanh-pho-da-2025', 'thanh-pho-da thanh-pho-da-2025'], act: '2/NQ' },
      {
        id: 'e4',
        on: reform,
        aggregation: 'both',
        links: ['xa-b xa-1-2025 300000', 'xa-ad-2025 xa-1-2025'],
        act: '3/NQ',
        article: 'Điều 1 khoản 1',
      },
      {
        id: 'e5',
        on: reform,
        aggregation: 'both',
        links: ['xa-b xa-2-2025 700000', 'xa-c xa-2-2025 ?'],
        act: '3/NQ',
        article: 'Điều 1 khoản 2',
      },
      {
        id: 'e6',
        on: reform,
        aggregation: 'both',
        links: ['xa-c xa-3-2025 ?'],
        act: '3/NQ',
        article: 'Điều 1 khoản 3',
      },
    ],
    acts: [],
  }
}
