import { formatDay } from '#kernel/local-date.ts'
import { areaName, scoredKindName } from '#modules/movement/scoring-labels.ts'
import { readScoringLines } from '#modules/movement/scoring-lines.ts'
import { formatPoints } from '#modules/movement/scoring-points.ts'
import type { Criterion, ScoringLine, ScoringSetHead } from '#modules/movement/scoring-set.ts'

/** A set in words, as its page and its preview show it; null where its lines cannot be read yet. */
export function shownSet(lines: readonly ScoringLine[]) {
  const read = readScoringLines(lines)
  if (!read.ok) return null
  const { set } = read
  return {
    most: formatPoints(set.most),
    groups: set.groups.map((group) => ({
      key: group.key,
      name: group.name,
      most: formatPoints(group.most),
      bySuperior: group.part === 'superior',
      criteria: group.criteria.map(shownCriterion),
    })),
    beside: [
      ...set.bonuses.map((one) => ({ ...shownCriterion(one), sign: 'cộng tới' })),
      ...set.penalties.map((one) => ({ ...shownCriterion(one), sign: 'trừ tới' })),
    ],
    bands: set.bands.map((band, at) => {
      const next = set.bands[at + 1]
      const until = next ? `đến dưới ${formatPoints(next.from)}` : `đến ${formatPoints(set.most)}`
      return { name: band.name, range: `từ ${formatPoints(band.from)} ${until}`, passes: band.passes, note: band.note }
    }),
    rules: [
      ...(set.groupFloor === null ? [] : [`Không nhóm nào dưới ${set.groupFloor}% điểm tối đa của nhóm.`]),
      ...(set.criterionFloor === null ? [] : [`Không tiêu chí nào dưới ${set.criterionFloor}% điểm tối đa.`]),
      ...set.thresholds.map(
        ({ area, least }) =>
          `Địa bàn ${areaName[area].toLocaleLowerCase('vi')}: từ ${formatPoints(least)} điểm mới công nhận.`,
      ),
      ...set.conditions.map(({ name, note }) => `Không xét (không tính là 0 điểm): ${name}.${note ? ` ${note}` : ''}`),
    ],
  }
}

function shownCriterion(one: Criterion) {
  return {
    key: one.key,
    name: one.name,
    most: formatPoints(one.most),
    levels: one.levels?.map(formatPoints).join(', ') ?? null,
    evidence: one.evidence,
    note: one.note,
  }
}

/** Facts of a set beside its lines. */
export function headFacts(head: ScoringSetHead): { term: string; value: string }[] {
  const until = head.validTo === null ? 'chưa có ngày hết' : `hết ${formatDay(head.validTo)}`
  return [
    { term: 'Ban hành', value: head.issuer || 'không ghi' },
    { term: 'Hiệu lực', value: `từ ${formatDay(head.validFrom)}, ${until}` },
    { term: 'Dùng cho', value: head.appliesTo.map((kind) => scoredKindName[kind]).join('; ') },
    { term: 'Nguồn', value: head.source || 'không ghi' },
    ...(head.note ? [{ term: 'Ghi chú', value: head.note }] : []),
  ]
}
