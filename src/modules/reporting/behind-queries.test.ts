import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { answerOf, desk, doneBy, quarter } from '../../../tests/support/reports.ts'
import { moveAmendment, openAmendment } from './amendment-commands.server.ts'
import { amendmentPage } from './amendment-queries.server.ts'
import { copyBehind } from './behind-queries.server.ts'
import { closePeriod } from './closing-commands.server.ts'
import { acceptReport } from './commands.server.ts'
import { reportPage } from './queries.server.ts'
import type { ReportId } from './report.ts'

const database = useDatabase()
const { as, submitted, accepted, versionOf } = desk(database)
const late = new Date('2026-10-20T02:00:00Z')
const reason = 'Mưa lũ, cán bộ đi chống bão'
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

type Who = keyof TestProvince['people']
const behind = async (id: ReportId, who: Who = 'reviewer') => {
  const { report } = doneBy(await reportPage(as(place.people[who], late), id))
  return copyBehind(as(place.people[who], late), report)
}
async function closed(): Promise<void> {
  const gaps = [place.doiChe, place.cauGo, place.choMoi].map((unit) => ({ unit, reason }))
  doneBy(await closePeriod(as(place.people.reviewer, late), { period: quarter, note: '', gaps }))
}

describe('a report of the province that was handed in before the period was closed', () => {
  test('says on its page what it does not say, and that it can be taken back while it waits', async () => {
    const { benDoOfficer, reviewer, provinceLeader } = place.people
    await accepted(benDoOfficer, reviewer, { E01: '5' })
    const id = await submitted(reviewer, {})
    expect(await behind(id)).toBeNull()
    await closed()
    const said = [expect.stringMatching(/^Kỳ đã chốt, còn thiếu 3 xã, phường: .*Xã Đồi Chè/)]
    expect(await behind(id)).toEqual({ sentences: said, offer: 'recall' })
    expect((await behind(id, 'provinceLeader'))?.offer).toBe('recall')
    doneBy(await acceptReport(as(provinceLeader, late), id, await versionOf(id)))
    expect((await behind(id))?.offer).toBe('amend')
  })

  test('takes it up in an amendment in which nobody types anything, and then says it', async () => {
    const { benDoOfficer, reviewer, provinceLeader } = place.people
    await accepted(benDoOfficer, reviewer, { E01: '5' })
    const id = await accepted(reviewer, provinceLeader, {})
    doneBy(await openAmendment(as(reviewer, late), id, 'Ghi các xã thiếu khi chốt kỳ'))
    const step = async (who: Who, move: 'hand-in' | 'accept') => {
      const { amendment } = doneBy(await amendmentPage(as(place.people[who], late), id, 1))
      const { version } = amendment
      return moveAmendment(as(place.people[who], late), id, 1, { move, version, note: '' })
    }
    expect(answerOf(await step('reviewer', 'hand-in'))).toBe('amendment-says-nothing-new')
    await closed()
    doneBy(await step('reviewer', 'hand-in'))
    doneBy(await step('provinceLeader', 'accept'))
    const { content } = doneBy(await reportPage(as(reviewer, late), id))
    expect(content?.unitList?.filter(({ gap }) => gap === reason)).toHaveLength(3)
    expect(await behind(id)).toBeNull()
  })

  test('is nothing of a commune’s, whose report sums nobody', async () => {
    const id = await accepted(place.people.benDoOfficer, place.people.reviewer, { E01: '5' })
    await closed()
    expect(await behind(id)).toBeNull()
  })
})
