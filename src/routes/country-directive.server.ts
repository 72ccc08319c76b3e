import { dayInVietnam, formatDay, localDate } from '#kernel/local-date.ts'
import type { Db } from '#platform/database.ts'
import { certaintyLabel, forceLabel, forceOn, type Directive } from '#modules/directives/directive.ts'
import { reviewedBy, type ReviewedBy } from '#modules/directives/directive-page-queries.server.ts'
import { codeOfNumber } from '#modules/directives/library-queries.server.ts'
import { directiveKindLabel } from '#modules/directives/number-words.ts'
import { wholeYears } from '#modules/directives/review.ts'
import { publishedByUnits } from '#modules/reporting/public-queries.server.ts'

/** One document of the country's list in words, with who is known to have reviewed it. */
export async function countryDirectiveShown(db: Db, directive: Directive, now: Date) {
  const { inForceFrom, inForceTo, issuedOn } = directive
  const force = forceLabel[forceOn(directive, dayInVietnam(now))]
  const from = inForceFrom ? `, từ ${formatDay(inForceFrom)}` : ''
  const items = (await reviewedBy(db, directive.code)).map((one) => shown(db, directive, one))
  return {
    title: `${directiveKindLabel[directive.kind]} ${directive.number}`,
    sub: `${directive.issuer}, ${issuedOn === null ? 'chưa rõ ngày ban hành' : `ngày ${formatDay(issuedOn)}`}`,
    facts: [
      { term: 'Trích yếu', value: directive.subject },
      { term: 'Hiệu lực', value: `${force}${from}${inForceTo ? ` đến hết ${formatDay(inForceTo)}` : ''}` },
      {
        term: 'Được thay bằng',
        value: directive.replacedBy || 'không ghi',
        code: await codeOfNumber(db, directive.replacedBy),
      },
      {
        term: 'Sửa đổi, thay thế',
        value: directive.amends || 'không ghi',
        code: await codeOfNumber(db, directive.amends),
      },
      { term: 'Mức chắc chắn', value: certaintyLabel[directive.certainty] },
      { term: 'Nguồn', value: directive.source },
      ...(directive.note ? [{ term: 'Lưu ý', value: directive.note }] : []),
    ],
    reviewedBy: await Promise.all(items),
  }
}

async function shown(db: Db, directive: Directive, one: ReviewedBy) {
  const reports = one.unit === null ? [] : (await publishedByUnits(db, [one.unit], 1)).reports
  const report = reports.find(({ isSource, period }) => isSource && period.to.startsWith(String(one.year)))
  return {
    ...{ key: `${one.unitCode} ${one.year}`, unitName: one.unitName, year: one.year, told: one.told },
    ...{ href: report?.path ?? `/don-vi/${one.unitCode}`, isReport: report !== undefined },
    warning: fewer(directive, one),
  }
}

/** The text says more years than the calendar has between the document and the year of the review. */
function fewer({ issuedOn }: Directive, { years, year }: ReviewedBy): string | null {
  if (issuedOn === null || years === null) return null
  const passed = wholeYears(issuedOn, localDate(`${year}-12-31`))
  return passed < years
    ? `Nguồn ghi ${years} năm, nhưng từ ngày ban hành ${formatDay(issuedOn)} đến hết năm ${year} mới được ${passed} năm tròn.`
    : null
}
