import { add, zero } from '#kernel/quantity.ts'
import { previousPeriod } from '#kernel/period.ts'
import type { BriefMeasure, ChangeMeaning } from './brief.ts'
import type { Contributions } from './changes.ts'
import type { Brief } from './facts.ts'
import { besideText, cellText, differenceText, meaningName } from './labels.ts'
import { partsPath } from './paths.ts'
import { lateSection } from './section-late.ts'
import { oddSection } from './section-odd.ts'
import { cuts, lower, nameIn, sourceOf, type BriefSection, type Cut, type Piece } from './words.ts'

/** What a brief says under its figures. */
export function briefSections(brief: Brief, cut: Cut = cuts[0]): BriefSection[] {
  return [changesSection(brief, cut), oddSection(brief, cut), lateSection(brief, cut), reserveSection(brief, cut)]
}

function changesSection(brief: Brief, cut: Cut): BriefSection {
  const before = previousPeriod(brief.period)
  const groups = (['worse', 'better', 'different'] as const).flatMap((meaning: ChangeMeaning) => {
    const lines = brief.changes
      .filter(({ change }) => change.meaning === meaning)
      .slice(0, cut.changes)
      .map(({ change, made }): Piece[] => {
        const { of, now, beside, among } = change
        const { key, name } = of.measure
        const isProvince = brief.unit.level === 'province'
        const href = isProvince ? partsPath(key, brief.unit, [beside.period, brief.period]) : sourceOf(brief, key)
        return [
          { text: name, bold: true, ...(href ? { href } : {}) },
          {
            text: `: ${cellText(beside.cell, of)} → ${cellText(now, of)}, ${besideText(beside, of)}${among === null ? '' : `, trong ${among} xã, phường có số ở cả hai kỳ`}.`,
          },
          ...madeBy(brief, of, made, cut.contributors),
        ]
      })
    return lines.length > 0 ? [{ title: meaningName[meaning], lines }] : []
  })
  const empty = before
    ? 'Không có số nào đủ ở cả hai kỳ mà thay đổi đáng kể so với kỳ trước.'
    : 'Kỳ này không có kỳ trước liền kề để so.'
  return {
    ...{ id: 'thay-doi', title: 'Thay đổi lớn nhất', groups, empty: groups.length === 0 ? empty : null },
    note: null,
  }
}

function madeBy(brief: Brief, of: BriefMeasure, made: Contributions | null, most: number): Piece[] {
  if (!made || made.shown.length === 0) return []
  const shown = made.shown.slice(0, most)
  const named = shown.map(({ unit, difference }) => `${nameIn(brief, unit)} ${differenceText(difference, of)}`)
  const left = made.shown.slice(most)
  const units = left.length + (made.others?.units ?? 0)
  const rest = add(made.others?.difference ?? zero, ...left.map(({ difference }) => difference))
  // All the others together may come to nothing: they are told too, so that the parts add up.
  const others = rest === zero ? 'cộng lại không đổi' : differenceText(rest, of)
  return [{ text: ` Nhiều nhất ở ${named.join(', ')}${units > 0 ? `; ${units} đơn vị khác ${others}` : ''}.` }]
}

function reserveSection(brief: Brief, cut: Cut): BriefSection {
  const { counted: given, expected, waiting, incomplete, notComparable, rounded } = brief.reserve
  const named = (list: readonly { name: string }[]): string => {
    const shown = list.slice(0, cut.names).map(({ name }) => lower(name))
    return `${shown.join(', ')}${list.length > shown.length ? ` và ${list.length - shown.length} số khác` : ''}`
  }
  const lines: Piece[][] = []
  if (brief.unit.level === 'province' && given < expected)
    lines.push([
      {
        text: `Mới có ${given} trên ${expected} báo cáo được nhận; ${waiting} báo cáo đã nộp còn chờ duyệt, chưa tính vào số.`,
      },
    ])
  if (brief.unit.level !== 'province' && given < expected)
    lines.push([
      {
        text:
          waiting > 0
            ? 'Báo cáo đã nộp, chưa được nhận: số còn có thể đổi.'
            : 'Báo cáo chưa nộp: số ở đây là số đang nhập.',
      },
    ])
  const fewer = incomplete.filter((one) => one.counted < given)
  if (fewer.length > 0)
    lines.push([
      {
        text: `Ít đơn vị cho số hơn: ${named(fewer.map((one) => ({ name: `${one.name} (${one.counted}/${one.expected})` })))}.`,
      },
    ])
  if (rounded.length > 0) lines.push([{ text: `Có số làm tròn hoặc ước: ${named(rounded)}.` }])
  if (notComparable.length > 0) lines.push([{ text: `Chưa tính được: ${named(notComparable)}.` }])
  return {
    ...{ id: 'con-doi', title: 'Điều có thể làm số khác đi', groups: lines.length > 0 ? [{ title: null, lines }] : [] },
    empty: lines.length === 0 ? 'Mọi báo cáo đã được nhận, không có số làm tròn.' : null,
    note: null,
  }
}
