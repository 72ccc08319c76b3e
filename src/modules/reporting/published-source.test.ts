import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { periodKey } from '#kernel/period.ts'
import { readPublishedSource } from './published-source.ts'

const text = (file: string): string => readFileSync(`db/reference/${file}`, 'utf8')
const published = readPublishedSource(text('published_report.csv'), text('published_figure.csv'))
const rawOf = (key: string, indicatorVersion: string, dimension = ''): string | undefined =>
  published
    .find((report) => report.key === key)
    ?.figures.find((figure) => figure.indicatorVersion === indicatorVersion && figure.dimension === dimension)?.raw

describe('the five published sources', () => {
  test('keep their own periods', () => {
    expect(published.map((report) => [report.key, periodKey(report.period), report.figures.length])).toEqual([
      ['kim-son-2023', '2023', 13],
      ['bac-kan-2019', '2019', 4],
      ['que-son-2019-2022', '2019-01-01_2022-10-13', 14],
      ['le-thuy-2023', '2023', 17],
      ['huyen-khong-neu-ten-2020', '2020-9-thang', 4],
    ])
  })

  test.each([
    ['que-son-2019-2022', 'F01@1', '', '43,479'],
    ['que-son-2019-2022', 'F06@1', '', '33,838'],
    ['que-son-2019-2022', 'F07@1', '', '8.552'],
    ['que-son-2019-2022', 'K01@1', 'collective', '05'],
    ['kim-son-2023', 'F01@1', '', 'trên 3.200'],
    ['kim-son-2023', 'D02@1', '', 'khoảng 500'],
    ['le-thuy-2023', 'I02@1', '', '15,75'],
    ['le-thuy-2023', 'I01@1', '', 'ước 378'],
    ['le-thuy-2023', 'I04@1', 'under-appraisal', '01'],
  ])('%s gives %s %s as it was printed: %s', (key, indicatorVersion, dimension, raw) => {
    expect(rawOf(key, indicatorVersion, dimension)).toBe(raw)
  })

  test('store no figure that names a religion', () => {
    expect(text('published_figure.csv')).not.toMatch(/^[^,]*,H07@/m)
    expect(text('published_figure.csv').normalize('NFC')).not.toMatch(/có đạo|tôn giáo/)
  })
})

describe('a mistake in the two files is told by file and line', () => {
  const reports = 'key,unit_code,template_version,regime,period_from,period_to,source_title,source_note\n'
  const figures = 'report_key,indicator_version,dimension,raw,note\n'
  const good = `${reports}a,xa,dan-van@1,year,2023-01-01,2023-12-31,Bài,\n`
  test.each([
    [`${reports}a,xa,dan-van@1,year,2023-01-01,2023-11-30,Bài,\n`, figures, 'published_report.csv:2: not a year'],
    [`${reports}a,xa,dan-van@1,range,2023-01-01,2023-09-30,Bài,\n`, figures, 'published_report.csv:2: not a year'],
    [`${reports}a,xa,dan-van@1,range,2023-02-31,2023-11-30,Bài,\n`, figures, 'published_report.csv:2: not a year'],
    [good, `${figures}b,F01@1,,1,\n`, 'published_figure.csv:2: there is no report b'],
    [good, `${figures}a,F01@1,,1,\na,F01@1,,2,\n`, 'published_figure.csv:3: F01@1 is given twice'],
    [good, `${figures}a,F01@1,,,\n`, 'published_figure.csv:2: a published figure has a text'],
  ])('%#', (report, figure, message) => {
    expect(() => readPublishedSource(report, figure)).toThrow(message)
  })
})
