import { dayInVietnam } from '../../src/kernel/local-date.ts'
import { periodKey, periodName } from '../../src/kernel/period.ts'
import { endedQuarters } from '../../src/modules/reporting/obligation.ts'

const [lastQuarter] = endedQuarters(dayInVietnam(new Date()), 1)
if (!lastQuarter) throw new Error('No quarter has ended yet')

/** The quarter that ended last: the one the example province is working on. */
export const workingQuarter = { name: periodName(lastQuarter), key: periodKey(lastQuarter) }
