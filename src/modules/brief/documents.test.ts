import { expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { quarterOf } from '#kernel/period.ts'
import { quantity } from '#kernel/quantity.ts'
import type { CubeCell } from '#modules/figures/cube-answer.ts'
import type { UnitReport } from '#modules/reporting/period-standing.ts'
import { currentTemplate, type ReportId, type TemplateVersionId } from '#modules/reporting/report.ts'
import type { UnitVersion } from '#modules/territory/unit.ts'
import { writeDocx } from '#platform/office/docx.ts'
import { writePdf } from '#platform/office/pdf.ts'
import { run, textOf, usePrints } from '../../../tests/support/prints.ts'
import { besideOf, reserveOf } from './beside.ts'
import type { BriefFigure, BriefMeasure } from './brief.ts'
import { mostFigures } from './chosen.ts'
import { briefDocument } from './documents.ts'
import type { Brief } from './facts.ts'

const prints = usePrints()
const [period, before] = [quarterOf(2026, 3), quarterOf(2026, 2)]

function known(amount: number): CubeCell {
  const all = { counted: 160, expected: 168 }
  return {
    state: 'known',
    amount: quantity(amount),
    qualifier: 'about',
    flag: 'exact',
    ...all,
    reason: null,
    version: null,
  }
}

function unit(at: number): UnitVersion {
  const name = `Phường Nguyễn Nghiêm Thượng Đình Khuê ${at}`
  return {
    ...{ unit: newId<'Unit'>(), code: `phuong-${at}`, name, kind: 'ward', level: 'commune' },
    ...{ parent: null, province: newId<'Unit'>(), from: null, until: null },
  }
}

const units = Array.from({ length: 168 }, (_, at) => unit(at))

function measure(at: number): BriefMeasure {
  return {
    ...{ grows: true, isSum: true, isFlow: true },
    measure: {
      ...{ key: `F${at}`, unitOfCount: 'phần việc, công trình', numeral: 'count', direction: 'more-is-better' },
      name: 'Phần việc, công trình hướng về Đại hội được đăng ký theo chủ đề năm của tỉnh',
      expression: { kind: 'cell', cell: { code: `F${at}`, dimension: '' } },
    },
  }
}

function figureAt(at: number): BriefFigure {
  const of = measure(at)
  const now = known(1_234_567)
  const beside = besideOf(of, before, known(999_999), now)
  return { of, now, before: beside, lastYear: beside, targets: [], line: [{ period, cell: now }] }
}

function reportOf(one: UnitVersion, at: number): UnitReport {
  const isIn = at % 3 === 0
  return {
    ...{ unit: one, report: newId<'Report'>() as ReportId, openQuestions: at % 2, daysLate: 12 },
    status: isIn ? 'accepted' : at % 3 === 1 ? 'returned' : 'draft',
    handedInOn: isIn ? localDate('2026-10-20') : null,
    ...{ due: localDate('2026-10-12'), extendedUntil: null, waivedFor: null, short: null },
  }
}

/** More than a page could hold, were nothing cut. */
function fullBrief(): Brief {
  const [first] = units
  if (!first) throw new Error('There are units')
  const province: UnitVersion = {
    ...first,
    level: 'province',
    kind: 'city',
    name: 'Thành phố Bà Rịa – Vũng Tàu Thượng',
  }
  const figures = Array.from({ length: mostFigures }, (_, at) => figureAt(at))
  const reports = units.map(reportOf)
  const change = (at: number, meaning: 'better' | 'worse' | 'different') => ({
    change: {
      ...{ of: measure(at), at, now: known(1_234_567), difference: quantity(234_568), meaning, size: 1, among: 123 },
      beside: {
        period: before,
        cell: known(999_999),
        difference: quantity(234_568),
        rate: quantity('23.5'),
        silence: null,
      },
    },
    made: {
      shown: units.slice(0, 3).map((one) => ({ unit: one.unit, difference: quantity(70_000) })),
      others: { units: 120, difference: quantity(24_568) },
    },
  })
  return {
    ...{ unit: province, period, asOf: new Date('2026-11-20T02:00:00Z'), figures, isOwnChoice: true },
    changes: [0, 1, 2, 3, 4, 5, 6, 7].map((at) => change(at, at < 3 ? 'worse' : at < 6 ? 'better' : 'different')),
    strange: units.slice(0, 12).map((one, at) => ({
      ...{ unit: one, report: null, of: measure(at) },
      strange: {
        ...{ measure: at, unit: at, now: 43_479, side: 'above', chance: 0 },
        ...{ history: { least: 440, most: 568, periods: 8 }, peers: { least: 562, most: 1408 } },
      },
    })),
    remarks: units
      .slice(0, 40)
      .map((one, at) => ({ unit: one, report: null, remark: { kind: 'all-zero', unit: at, numbers: 44 } })),
    standing: {
      ...{ unit: province, period, reports, gaps: [] },
      template: {
        ...{ id: 'dan-van@2' as TemplateVersionId, code: currentTemplate, name: 'Công tác dân vận', carriedBy: [] },
        ...{
          daysToSubmit: 10,
          owedFor: [],
          validFrom: null,
          validUntil: null,
          lines: [],
          sections: [],
          province: null,
        },
      },
      timing: {
        ...{ due: localDate('2026-10-12'), daysLeft: -39, workingDaysLeft: null, movedFrom: null },
        ...{ calendar: 'official', estimated: [] },
      },
      asked: reports.map(({ unit: { unit: of }, report }) => ({
        ...{ report: report ?? (newId<'Report'>() as ReportId), unit: of, sentence: '', isExplained: true },
        heading: 'Cộng lại còn thiếu 715 hồ sơ so với tổng số hồ sơ phải giải quyết',
      })),
    },
    reserve: reserveOf(figures, { counted: 160, expected: 168, waiting: 8 }),
    nameOf: new Map(units.map((one) => [one.unit, one.name])),
  }
}

test('the fullest brief of the longest names is one sheet of A4, every letter in it', async () => {
  const path = await prints.saved('tom-tat.pdf', await writePdf(briefDocument(fullBrief(), true)))
  const facts = (await run('pdfinfo', [path])).stdout
  expect(facts).toMatch(/Pages:\s+1\n/)
  expect(facts).toContain('A4')
  const words = (await textOf(path)).replace(/\s+/g, ' ')
  expect(words).toContain('Bản tóm tắt nội bộ')
  expect(words).toContain('đơn vị nữa')
  expect(words).not.toMatch(/CỘNG HÒA|Nơi nhận/)
})

test('the Word file holds the same, without crown and signature', async () => {
  const bytes = await writeDocx(briefDocument(fullBrief(), false))
  const path = await prints.throughLibreOffice('tom-tat.docx', bytes)
  expect((await run('pdfinfo', [path])).stdout).toMatch(/Pages:\s+1\n/)
  const words = (await textOf(path)).replace(/\s+/g, ' ')
  expect(words).toContain('Quý III/2026, Thành phố')
  expect(words).toContain('Điều có thể làm số khác đi')
  expect(words).not.toMatch(/CỘNG HÒA|Nơi nhận/)
})
