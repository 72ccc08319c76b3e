import { beforeAll, describe, expect, test, vi } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { localDate, type LocalDate } from '#kernel/local-date.ts'
import { yearOf } from '#kernel/period.ts'
import { formatQuantity, quantity, toDecimalText } from '#kernel/quantity.ts'
import { inScope } from '#platform/database.ts'
import { certificateLayout } from '#platform/office/certificate-layout.ts'
import { writeCertificates } from '#platform/office/certificate.ts'
import { scopeOf, type Actor } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { typeQuestions } from '#modules/activities/asked-commands.server.ts'
import { answerAsked, moveCommitment } from '#modules/activities/commitment-commands.server.ts'
import { commitmentBoard } from '#modules/activities/commitment-queries.server.ts'
import type { DialogueId } from '#modules/activities/dialogue.ts'
import { moveFinding, raiseFinding } from '#modules/activities/finding-commands.server.ts'
import { recordMeeting } from '#modules/activities/meeting-commands.server.ts'
import type { DraftFacts } from '#modules/activities/meeting-forms.ts'
import { moveDialogue, planDialogue } from '#modules/activities/plan-commands.server.ts'
import { recordVisit } from '#modules/activities/visit-commands.server.ts'
import type { VisitDraft } from '#modules/activities/visit-forms.ts'
import type { AwardEntry, AwardId } from '#modules/commendation/award.ts'
import { openCertificates } from '#modules/commendation/certificate-commands.server.ts'
import { beginAward } from '#modules/commendation/commands.server.ts'
import { decideAward, moveAward, voteOnAward } from '#modules/commendation/move-commands.server.ts'
import { openingOf } from '#modules/commendation/source-queries.server.ts'
import { recordReview } from '#modules/directives/commands.server.ts'
import { countsOf } from '#modules/figures/counted-by.server.ts'
import type { RecordKind } from '#modules/figures/counted-by.ts'
import { cellKey, parseCellKey } from '#modules/figures/indicator.ts'
import { addSubjects, assignAppraiser, openRound } from '#modules/movement/appraisal-commands.server.ts'
import { closeRound, decideRound, findNotEligible } from '#modules/movement/appraisal-decision-commands.server.ts'
import { handIn, saveMarks } from '#modules/movement/appraisal-mark-commands.server.ts'
import type { AppraisalRoundId, SheetPart, SubjectRef } from '#modules/movement/appraisal.ts'
import { recordCampaign, recordPledge, recordWorkItem } from '#modules/movement/campaign-commands.server.ts'
import { recordContest } from '#modules/movement/contest-commands.server.ts'
import type { YearMove } from '#modules/movement/cycle.ts'
import { recordFollowUp } from '#modules/movement/follow-commands.server.ts'
import type { FollowEntry } from '#modules/movement/follow.ts'
import type { InitiativeId } from '#modules/movement/initiative.ts'
import { preparePage, publishPage } from '#modules/movement/library-commands.server.ts'
import { moveList } from '#modules/movement/listing-moves.server.ts'
import { judgeEffective, moveInitiative, type YearAt } from '#modules/movement/moving.server.ts'
import { openRegistration, writeInitiative } from '#modules/movement/registering.server.ts'
import { importRegistrations } from '#modules/movement/registration-listing.server.ts'
import { registrationColumns } from '#modules/movement/registration-list.ts'
import { replicateInitiative } from '#modules/movement/replication.server.ts'
import { createScoringSet } from '#modules/movement/scoring-commands.server.ts'
import { points } from '#modules/movement/scoring-points.ts'
import type { ScoringLine } from '#modules/movement/scoring-set.ts'
import { noteReplication } from '#modules/movement/tasks.server.ts'
import { cellHistory } from '#modules/reporting/entry-queries.server.ts'
import { reportPage } from '#modules/reporting/queries.server.ts'
import type { ReportId } from '#modules/reporting/report.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { testVault } from './support/contacts.ts'
import { inLanes, settleHundred, type HundredCommunes, type TestCommune } from './support/hundred-communes.ts'
import { entry } from './support/initiatives.ts'
import { memoryStore } from './support/memory-store.ts'
import { cellsOfYear } from './support/year-in-sql.ts'
import { useDatabase } from './support/database.ts'
import { answerOf, desk, doneBy, submitNow } from './support/reports.ts'

// A province of a hundred communes plays one year through, one chapter after the other; each stands on those before it.
const database = useDatabase()
const year = 2026
const at = (day: string): Date => new Date(`${year}-${day}T02:00:00Z`)
const on = (day: string): LocalDate => localDate(`${year}-${day}`)
const as = (actor: Actor, day: string): Ctx => ({ db: database.db, actor, now: at(day) })
// Minutes and not seconds: a chapter is hundreds of commands, and the machine may be busy.
vi.setConfig({ testTimeout: 240_000 })
const january = new Date('2027-01-08T02:00:00Z')

let place: HundredCommunes
/** Three communes that keep every register, and whose reports are read at the end of the year. */
let watched: readonly TestCommune[]
beforeAll(async () => {
  place = await settleHundred(database)
  watched = place.communes.slice(0, 3)
})

type Pick = YearAt & { unit: UnitId; name: string; state: string }

/** The years of initiatives as they stand, with what an officer's page would have shown of them. */
async function years(scope: string, state: string): Promise<Pick[]> {
  return database.asOwner<Pick>(
    `select y.initiative_id as id, y.year, y.version, y.unit_id as unit, i.name, y.state from initiative_year y
     join initiative i on (i.province_id, i.id) = (y.province_id, y.initiative_id)
     where y.province_id = $1 and y.scope = $2 and y.state = $3 order by i.name, i.id`,
    [place.province, scope, state],
  )
}

const communeOf = (unit: UnitId): TestCommune => {
  const found = place.communes.find((one) => one.unit === unit)
  if (!found) throw new Error('No such commune')
  return found
}

async function counted(sql: string): Promise<number> {
  const [row] = await database.asOwner<{ n: number }>(`select count(*)::int as n from ${sql}`, [place.province])
  return row?.n ?? -1
}

describe('registration', () => {
  test('six hundred come in from lists, six from each commune', async () => {
    const fields = ['Kinh tế', 'Văn hóa – xã hội', 'Quốc phòng – an ninh', 'Xây dựng hệ thống chính trị']
    await inLanes(place.communes, async ({ officer, name }) => {
      const rows = Array.from({ length: 6 }, (_, index) => listLine(index, name, fields))
      const header = { line: 1, cells: registrationColumns.map(({ title }) => title) }
      expect(doneBy(await importRegistrations(as(officer, '02-02'), [header, ...rows]))).toBe(6)
    })
    const drafts = await years('province', 'draft')
    expect(drafts).toHaveLength(600)
    await inLanes(drafts, async (pick) => {
      doneBy(await moveInitiative(as(communeOf(pick.unit).officer, '02-10'), pick, 'register', {}))
    })
  })

  test('twenty are returned, corrected and registered again; then all six hundred are listed at once', async () => {
    const some = (await years('province', 'registered')).slice(0, 20)
    const returned = await moveList(as(place.officer, '02-20'), some, 'return', {
      reason: 'Kết quả đầu ra chưa đo được',
    })
    expect(doneBy(returned).moved).toBe(20)
    await inLanes(await years('province', 'returned'), async (pick) => {
      const ctx = as(communeOf(pick.unit).officer, '02-25')
      const [row] = await database.asOwner<{ version: number }>('select version from initiative where id = $1', [
        pick.id,
      ])
      const change = { entry: { outputs: '12 điểm hoạt động đều' } }
      doneBy(await writeInitiative(ctx, testVault, pick.id, row?.version ?? -1, change))
      const now = (await years('province', 'returned')).find((one) => one.id === pick.id)
      doneBy(await moveInitiative(ctx, now ?? pick, 'register', {}))
    })
    const all = await years('province', 'registered')
    expect(all).toHaveLength(600)
    const listed = await moveList(as(place.officer, '03-01'), all, 'approve', { document: '12-TB/BDV' })
    expect(doneBy(listed).moved).toBe(600)
  })

  test('each is launched by its own commune', async () => {
    await inLanes(await years('province', 'listed'), async (pick) => {
      doneBy(await moveInitiative(as(communeOf(pick.unit).officer, '03-10'), pick, 'launch', {}))
    })
    expect(await years('province', 'launched')).toHaveLength(600)
  })
})

function listLine(index: number, commune: string, fields: readonly string[]) {
  const said: Record<string, string> = {
    ...{ name: `Mô hình ${'ABCDEF'[index]} ở ${commune}`, holder: `Chi bộ thôn ${index + 1}`, year: String(year) },
    ...{ scope: 'Cấp tỉnh', isNew: index === 5 ? 'Duy trì' : 'Mới', mainField: fields[index % 4] ?? '' },
    ...{ holderKind: index === 4 ? 'Cá nhân' : 'Tập thể', beganOn: '' },
    ...{ situation: entry.situation, goals: entry.goals, content: entry.content, area: entry.area, lead: entry.lead },
    ...{ resources: entry.resources, timePlan: entry.timePlan, outputs: entry.outputs },
    sustainability: entry.sustainability,
  }
  return { line: index + 2, cells: registrationColumns.map(({ column }) => said[column] ?? '') }
}

describe('what a commune registers with itself', () => {
  /** Seven of each watched commune: where each of them ends. */
  const ends: readonly { isNew: boolean; holderKind: 'collective' | 'individual'; to: readonly YearMove[] }[] = [
    { isNew: true, holderKind: 'collective', to: ['launch', 'appraise', 'recognise', 'choose-outstanding'] },
    { isNew: true, holderKind: 'collective', to: ['launch', 'appraise', 'recognise'] },
    { isNew: true, holderKind: 'individual', to: ['run', 'appraise', 'refuse-recognition'] },
    { isNew: false, holderKind: 'collective', to: ['launch', 'appraise', 'recognise'] },
    { isNew: true, holderKind: 'collective', to: ['launch', 'stop'] },
    { isNew: false, holderKind: 'collective', to: ['run', 'stop'] },
    { isNew: true, holderKind: 'collective', to: [] },
  ]

  test('goes its own ways, with money, labour and land given for it', async () => {
    await inLanes(watched, async (commune) => {
      for (const [index, end] of ends.entries()) {
        const id = await ofCommune(commune, index, end)
        if (end.to.includes('recognise')) {
          const [{ version } = { version: -1 }] = await versionsOf(id)
          doneBy(await judgeEffective(as(commune.officer, '12-01'), { id, year, version }, on('12-01')))
        }
        if (index > 1) continue
        for (const line of gifts)
          doneBy(await recordFollowUp(as(commune.officer, '08-12'), id, newId(), { ...line, onDay: on('08-12') }))
      }
    })
    expect(await counted(`initiative_year where province_id = $1 and scope = 'commune' and state = 'stopped'`)).toBe(6)
  })

  async function ofCommune(commune: TestCommune, index: number, end: (typeof ends)[number]): Promise<InitiativeId> {
    const { isNew, holderKind } = end
    const given = {
      entry: { ...entry, name: `Việc ${'ABCDEFG'[index]} của ${commune.name}`, holderKind },
      ...{ year: { year, scope: 'commune' as const, isNew, theme: '' }, person: null, isAnother: false },
    }
    const id = doneBy(await openRegistration(as(commune.officer, '01-15'), testVault, newId(), given))
    await step(commune.officer, '01-16', id, 'register')
    await step(commune.leader, '01-20', id, 'approve')
    for (const [n, move] of end.to.entries()) {
      const isOwn = ['launch', 'run', 'stop'].includes(move)
      await step(isOwn ? commune.officer : commune.leader, `0${3 + n}-05`, id, move)
    }
    return id
  }

  async function step(actor: Actor, day: string, id: InitiativeId, move: YearMove): Promise<void> {
    const [{ version } = { version: -1 }] = await versionsOf(id)
    const given = { reason: 'Theo kết luận họp', document: '15-QĐ/ĐU', on: on(day) }
    doneBy(await moveInitiative(as(actor, day), { id, year, version }, move, given))
  }

  const gifts: FollowEntry[] = [
    { kind: 'money', onDay: on('08-12'), text: 'Góp', amount: quantity('45.5'), giver: 'people' },
    { kind: 'money', onDay: on('08-12'), text: 'Ngân sách', amount: quantity('90'), giver: 'budget' },
    { kind: 'labour', onDay: on('08-12'), text: 'Đào móng', amount: quantity(64), giver: 'organisation' },
    { kind: 'land', onDay: on('08-12'), text: 'Mở đường', amount: quantity(1240), giver: 'people' },
    { kind: 'households', onDay: on('08-12'), text: 'Hộ quanh chợ', amount: quantity(36) },
  ]

  test('is published, and thirty other communes do the same after it', async () => {
    const parents: InitiativeId[] = []
    for (const commune of watched) {
      const [one] = (await years('commune', 'outstanding')).filter(({ unit }) => unit === commune.unit)
      if (!one) throw new Error('None is outstanding')
      const said = {
        ...{ summary: 'Chợ hết mùi hôi.', story: entry.situation, doing: entry.content, holder: entry.holder },
        ...{ consentNote: '', sustainability: 'Quỹ tự nuôi.' },
      }
      const leader = as(commune.leader, '09-01')
      const version = doneBy(await preparePage(leader, one.id, 0, said, []))
      doneBy(await publishPage(leader, memoryStore(), one.id, version))
      parents.push(one.id)
    }
    await inLanes(place.communes.slice(10, 40), async (commune, index) => {
      const officer = as(commune.officer, '09-10')
      const said = { name: `Làm theo ở ${commune.name}`, holder: 'Chi bộ thôn', year, scope: 'commune' as const }
      const source = parents[index % 3] ?? newId<'Initiative'>()
      const id = doneBy(await replicateInitiative(officer, newId(), source, said))
      const own = Object.entries(entry).filter(([item]) => item !== 'name' && item !== 'holder')
      doneBy(await writeInitiative(officer, testVault, id, 1, { entry: Object.fromEntries(own) }))
      await step(commune.officer, '09-12', id, 'register')
    })
    const told = await database.asOwner<{ id: string }>(
      `select payload ->> 'initiative' as id from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'initiative-replicated'`,
    )
    expect(told.map(({ id }) => id).sort()).toEqual([...parents].sort())
    for (const id of parents)
      await noteReplication(database.db, { province: place.province, id, by: place.province }, at('09-13'))
    expect(await counted('initiative where province_id = $1 and parent_id is not null')).toBe(30)
    expect(await counted('initiative where province_id = $1 and is_replicated')).toBe(3)
  })
})

async function versionsOf(id: InitiativeId): Promise<{ version: number }[]> {
  return database.asOwner<{ version: number }>('select version from initiative_year where initiative_id = $1', [id])
}

describe('the appraisal', () => {
  const line = (kind: ScoringLine['kind'], name: string, given: Partial<ScoringLine> = {}): ScoringLine => ({
    ...{ kind, name, points: '', levels: '', part: 'base', passes: false, area: null, evidence: '', note: '' },
    ...given,
  })
  const lines = [
    line('group', 'Nội dung'),
    line('criterion', 'Cách làm', { points: '60' }),
    line('criterion', 'Kết quả', { points: '40' }),
    line('band', 'Khá', { points: '0' }),
    line('band', 'Tốt', { points: '80', passes: true }),
    line('condition', 'Có kỷ luật trong năm'),
  ]
  let round: AppraisalRoundId
  let subjects: readonly Pick[]

  test('takes six hundred in, for two appraisers', async () => {
    const head = {
      ...{ name: 'Bộ tiêu chí của tỉnh', issuer: 'Ban Dân vận', validFrom: on('01-01'), validTo: null },
      ...{ appliesTo: ['collective', 'individual'] as const, source: '1-HD/BDV', note: '' },
    }
    const set = doneBy(await createScoringSet(as(place.officer, '11-01'), newId(), { head, lines }))
    const asked = { title: 'Chấm cuối năm', year, subjectKind: 'initiative' as const, scope: 'province' as const, set }
    round = doneBy(await openRound(as(place.officer, '11-01'), newId(), asked))
    expect(doneBy(await addSubjects(as(place.officer, '11-01'), round, 'all'))).toEqual({ added: 600 })
    subjects = await years('province', 'launched')
    const ids = subjects.map(({ id }) => id)
    for (const { account } of [place.officer, place.colleague])
      doneBy(await assignAppraiser(as(place.officer, '11-02'), round, account, ids, 'give'))
  })

  test('every commune scores its own, and both appraisers after it', async () => {
    await inLanes(subjects, async ({ id, unit }, index) => {
      const [first, second] = [index % 10 === 0 ? 30 : 55, 35]
      await score(communeOf(unit).officer, '11-10', refOf(id), 'self', [60, 40])
      await score(place.officer, '11-20', refOf(id), 'appraiser', [first, second])
      await score(place.colleague, '11-21', refOf(id), 'appraiser', [first - 1, second])
    })
    expect(await years('province', 'self-scored')).toHaveLength(600)
  })

  async function score(actor: Actor, day: string, at: SubjectRef, part: SheetPart, given: readonly number[]) {
    const marks = given.map((one, n) => ({ criterion: `c${n + 1}`, note: '', points: points(one), was: null }))
    doneBy(await saveMarks(as(actor, day), at, part, marks, ''))
    doneBy(await handIn(as(actor, day), at, part))
  }

  const refOf = (id: InitiativeId): SubjectRef => ({ round, kind: 'initiative', id: id as string as SubjectRef['id'] })

  test('is closed and decided in one transaction each; twelve are not eligible, ten outstanding', async () => {
    const officer = as(place.officer, '12-01')
    for (const { id } of subjects.filter((_, index) => index % 50 === 1))
      doneBy(await findNotEligible(officer, refOf(id), 'Có kỷ luật trong năm'))
    doneBy(await closeRound(officer, round, await versionOfRound()))
    doneBy(
      await decideRound(as(place.officer, '12-05'), round, await versionOfRound(), {
        document: '125-QĐ/TU',
        on: on('12-05'),
      }),
    )
    // Written together at the end: each link still holds the one before it.
    const torn = 'audit a join audit b on (b.province_id, b.n) = (a.province_id, a.n + 1)'
    expect(await counted(`${torn} where a.province_id = $1 and b.previous_hash <> a.hash`)).toBe(0)
    expect(await counted(`audit where province_id = $1 and kind = 'initiative-recognise'`)).toBe(537)
    const best = (await years('province', 'recognised')).slice(0, 10)
    const chosen = await moveList(as(place.leader, '12-10'), best, 'choose-outstanding', { document: '130-QĐ/TU' })
    expect(doneBy(chosen).moved).toBe(10)
    const states = await database.asOwner<{ state: string; n: number }>(
      `select state, count(*)::int as n from initiative_year where province_id = $1 and scope = 'province' group by 1 order by 1`,
      [place.province],
    )
    expect(Object.fromEntries(states.map(({ state, n }) => [state, n]))).toEqual({
      ...{ 'not-eligible': 12, 'not-recognised': 60, outstanding: 10, recognised: 518 },
    })
  })

  async function versionOfRound(): Promise<number> {
    const [row] = await database.asOwner<{ version: number }>('select version from appraisal_round where id = $1', [
      round,
    ])
    return row?.version ?? -1
  }
})

describe('commendation', () => {
  const day = '12-12'
  const letter: AwardEntry = {
    ...{ form: 'letter', level: 'commune', line: 'movement', year, recipientKind: 'collective' },
    ...{ recipient: 'Thôn Một', isLeader: null, mayBePublic: false, yearsOfService: null },
    ...{ achievement: 'Đã có thành tích năm 2026', report: 'Việc đã làm và kết quả.' },
  }
  const person = { ...letter, recipientKind: 'individual', recipient: 'Trưởng thôn', isLeader: false } as const
  const certificate = { ...letter, form: 'certificate', level: 'province', line: 'democracy' } as const
  const medal = { ...person, form: 'medal', level: 'central', line: 'government', yearsOfService: 20 } as const
  const vote = { members: 9, present: 8, votesFor: 7, votesAgainst: 1, abstentions: 0, on: on(day) }

  async function versionOf(id: AwardId): Promise<number> {
    const [row] = await database.asOwner<{ version: number }>('select version from award where id = $1', [id])
    return row?.version ?? -1
  }

  async function proposed(commune: TestCommune, said: AwardEntry, called: string): Promise<AwardId> {
    const source = { kind: 'free', id: null, name: '' } as const
    const start = { unit: commune.unit, source }
    return doneBy(await beginAward(as(commune.officer, day), testVault, newId(), start, said, called))
  }

  async function granted(commune: TestCommune, id: AwardId, level: AwardEntry['level']): Promise<void> {
    const decider = level === 'commune' ? commune.officer : place.officer
    doneBy(await moveAward(as(commune.leader, day), id, await versionOf(id), 'submit', ''))
    doneBy(await moveAward(as(decider, day), id, await versionOf(id), 'receive', ''))
    doneBy(await voteOnAward(as(decider, day), id, await versionOf(id), vote))
    doneBy(await decideAward(as(decider, day), id, await versionOf(id), { number: '9/QĐ', on: on(day) }))
  }

  test('is proposed, voted on and decided; the same achievement twice is not; certificates are printed', async () => {
    for (const [index, commune] of watched.entries()) {
      const letters = [await proposed(commune, letter, ''), await proposed(commune, person, `Chim Thị Lạc`)]
      for (const id of letters) await granted(commune, id, 'commune')
      await granted(commune, await proposed(commune, certificate, ''), 'province')
      if (index > 0) await granted(commune, await proposed(commune, medal, 'Én Văn Bay'), 'central')
      const again = await proposed(commune, letter, '')
      expect(answerOf(await moveAward(as(commune.leader, day), again, 1, 'submit', ''))).toBe('not-eligible')
      const revoked = await proposed(commune, { ...letter, recipient: 'Thôn Hai' }, '')
      await granted(commune, revoked, 'commune')
      doneBy(await moveAward(as(commune.officer, day), revoked, await versionOf(revoked), 'revoke', 'Báo cáo sai'))
      await printed(commune, letters)
    }
  })

  async function printed(commune: TestCommune, letters: readonly AwardId[]): Promise<void> {
    const set = doneBy(await openCertificates(as(commune.leader, day), testVault, letters, 'Chủ tịch'))
    expect(set.certificates.map(({ recipient }) => recipient)).toEqual(['Thôn Một', 'Chim Thị Lạc'])
    const layout = certificateLayout(set.layout)
    if (!layout) throw new Error('No layout')
    const pdf = await writeCertificates(set.certificates, layout, { title: 'Giấy khen', frame: true, mark: '' })
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-')
  }

  test('of an initiative moves its year: what is recognised becomes proposed, and still counts as recognised', async () => {
    for (const commune of watched) {
      const [one] = (await years('commune', 'recognised')).filter(({ unit }) => unit === commune.unit)
      if (!one) throw new Error('None is recognised')
      const officer = as(commune.officer, day)
      const opening = doneBy(await openingOf(officer, { kind: 'initiative', id: one.id, year }))
      const said = { ...letter, recipient: 'Chi bộ thôn', line: 'democracy' }
      const id = doneBy(await beginAward(officer, testVault, newId(), opening, said, ''))
      await granted(commune, id, 'commune')
    }
    expect(await years('commune', 'proposed')).toHaveLength(3)
  })
})

describe('dialogues', () => {
  test('forty are held, with three hundred questions and a commitment for each', async () => {
    const forty = Array.from({ length: 40 }, (_, n) => ({ commune: place.communes[n % 20] ?? watched[0], n }))
    await inLanes(forty, async ({ commune, n }) => {
      if (commune) await dialogue(commune, n)
    })
    const mine = `where province_id = $1`
    expect([await counted(`dialogue_question ${mine}`), await counted(`commitment ${mine}`)]).toEqual([300, 300])
  })

  async function dialogue(commune: TestCommune, n: number): Promise<void> {
    const [before, day, after] = ['05-02', '05-12', '05-13']
    const id = newId<'Dialogue'>()
    const plan = {
      ...{ heldOn: on(day), startsAt: '8:00', subject: `Đối thoại lần ${n}`, place: 'Hội trường', invited: '' },
      ...{ isThematic: n % 2 === 0, chairedBy: 'Chủ tịch xã', announcement: '', questionsUntil: null, sessions: [] },
    }
    doneBy(await planDialogue(as(commune.officer, before), id, plan))
    await go(commune.officer, before, id, 'announce')
    const held = { heldOn: on(day), attendances: 90, opinions: 3 }
    doneBy(await moveDialogue(as(commune.officer, after), id, await versionOf(id), 'hold', { held }))
    const texts = Array.from({ length: n % 2 === 0 ? 8 : 7 }, (_, index) => `Câu hỏi ${index + 1} của cuộc ${n}`)
    doneBy(await typeQuestions(as(commune.officer, after), id, await versionOf(id), 'hall', texts))
    const questions = await database.asOwner<{ id: Parameters<typeof answerAsked>[2] }>(
      'select id from dialogue_question where dialogue_id = $1 order by asked_at',
      [id],
    )
    for (const [index, question] of questions.entries()) await promise(commune, id, question.id, index)
    const minutes = { chairedBy: 'Chủ tịch xã', invited: '', conclusion: 'Giao theo dõi.' }
    doneBy(await moveDialogue(as(commune.officer, after), id, await versionOf(id), 'draft', { minutes }))
    await go(commune.officer, after, id, 'circulate')
    await go(commune.leader, after, id, 'approve')
    await go(commune.leader, after, id, 'publish')
  }

  /** The first is passed on, the second done in time, the third promised for next year, the others are overdue in December. */
  async function promise(
    commune: TestCommune,
    id: DialogueId,
    question: Parameters<typeof answerAsked>[2],
    index: number,
  ) {
    const kind = index === 0 ? 'passed-on' : 'promised'
    const due = { on: index === 2 ? localDate('2027-03-01') : on('06-30') }
    const said = { kind, answer: 'Sẽ làm.', owner: 'Phòng Kinh tế', due, asker: 'unknown' } as const
    const made = doneBy(await answerAsked(as(commune.officer, '05-13'), id, question, 0, said))
    if (index !== 1) return
    const done = { words: 'Đã làm xong.', dueOn: null, owner: '', asker: 'satisfied' } as const
    doneBy(await moveCommitment(as(commune.officer, '06-20'), made, 1, 'finish', done))
  }

  async function go(
    actor: Actor,
    day: string,
    id: DialogueId,
    move: Parameters<typeof moveDialogue>[3],
  ): Promise<void> {
    doneBy(await moveDialogue(as(actor, day), id, await versionOf(id), move))
  }

  async function versionOf(id: DialogueId): Promise<number> {
    const [row] = await database.asOwner<{ version: number }>('select version from dialogue where id = $1', [id])
    return row?.version ?? -1
  }

  test('the board of the province says how many are overdue, as plain SQL does', async () => {
    const asked = { unit: null, filter: 'overdue' as const, owner: null, page: 1 }
    const board = doneBy(await commitmentBoard(as(place.officer, '12-15'), asked as never))
    const overdue = await counted(
      `commitment where province_id = $1 and state = 'open' and due_on < date '${year}-12-15'`,
    )
    expect([board.counts.overdue, board.total]).toEqual([overdue, overdue])
    expect(overdue).toBe(220)
  })
})

describe('inspections, meetings and the year’s other records', () => {
  const visit: VisitDraft = {
    ...{ kind: 'inspection', ledBy: 'upper', isSurprise: false, plan: null, heldOn: on('08-12') },
    ...{ subject: 'Kiểm tra', leadingBody: 'Ban Dân vận', members: '', topics: [], minutes: '', conclusion: null },
    stops: [],
  }

  test('the province visits thirty communes, some twice; half of what it found is mended', async () => {
    for (let n = 0; n < 12; n += 1) {
      const day = `0${(n % 6) + 3}-1${n % 9}`
      const names = [0, 1, 2].map((k) => place.communes[(n * 3 + k) % 30]?.name ?? '')
      const stops = names.map((name, k) => ({ name, on: on(day), field: `place-${k}` }))
      const kind = n === 3 ? ('survey' as const) : ('inspection' as const)
      const officer = as(place.officer, '10-01')
      const id = doneBy(
        await recordVisit(officer, newId(), { ...visit, kind, isSurprise: n === 5, heldOn: on(day), stops }),
      )
      for (const owner of [0, 1]) {
        const finding = newId<'Finding'>()
        const said = { said: `Việc ${n}.${owner}`, severity: 'light', dueOn: null, owner } as const
        doneBy(await raiseFinding(officer, id, finding, said))
        if (owner === 0) doneBy(await moveFinding(as(place.officer, '11-01'), finding, 1, 'close', 'Đã khắc phục'))
      }
    }
  })

  test('the three communes keep every register, and the province its own', async () => {
    const campaign = {
      ...{ kind: 'theme' as const, title: 'Năm Dân vận khéo', from: on('01-01'), until: on('12-31'), subject: '' },
      ...{ participants: [], result: '' },
    }
    const theme = doneBy(await recordCampaign(as(place.officer, '01-02'), newId(), campaign))
    const signers = place.communes.map(({ unit, name }) => ({ unit, name, fulfilment: 'not-said' as const }))
    const pledge = { title: 'Cam kết', year, wording: 'Làm tốt', signedOn: on('01-12'), campaign: theme }
    for (const title of ['Cam kết', 'Cam kết bổ sung'])
      doneBy(await recordPledge(as(place.officer, '01-12'), newId(), { ...pledge, title, signers }))
    for (const { officer, unit, name } of watched) {
      const own = [
        { unit, name, fulfilment: 'not-said' as const },
        { unit: null, name: 'Hội Nông dân', fulfilment: 'not-said' as const },
      ]
      doneBy(await recordPledge(as(officer, '01-13'), newId(), { ...pledge, signers: own }))
      for (const n of [1, 2]) await otherRecords(officer, n, theme)
    }
    await support(place.officer)
    doneBy(await recordContest(as(place.officer, '09-02'), newId(), contestOf('Hội thi cấp tỉnh')))
    for (const kind of ['voters', 'training'] as const) await meeting(place.officer, kind)
  })

  const contestOf = (title: string) => ({
    ...{ title, heldOn: on('09-01'), place: '', resultsOn: null, teams: [] },
    rounds: [{ name: 'Chào hỏi', most: quantity('20') }],
  })

  async function otherRecords(officer: Actor, n: number, theme: Awaited<ReturnType<typeof newId<'Sheet'>>>) {
    const ctx = as(officer, '10-02')
    for (const purpose of ['theme', 'new-rural', 'other'] as const) {
      const doneOn = n === 2 && purpose === 'theme' ? null : on('09-30')
      const item = { title: `Đèn đường ${n}`, purpose, campaign: theme, plannedFrom: on('09-01'), doneOn, place: '' }
      const sums = { costMillion: quantity('46.5'), labourDays: quantity(38), result: '' }
      doneBy(await recordWorkItem(ctx, newId(), { ...item, ...sums }))
    }
    if (n === 1) doneBy(await recordContest(ctx, newId(), contestOf('Hội thi cấp xã')))
    const directive = { code: '43-kl-tw', number: '43-KL/TW', issuedOn: localDate('2019-01-07') }
    const review = { directive, kind: 'interim' as const, years: null, heldOn: on(`0${n}-20`), period: null }
    doneBy(await recordReview(ctx, newId(), { ...review, document: '', conclusions: '' }))
    const stops = [{ name: 'Trường tiểu học', on: on(`0${n}-25`), field: 'place-0' }]
    const bloc = doneBy(await recordVisit(ctx, newId(), { ...visit, ledBy: 'bloc', heldOn: on(`0${n}-25`), stops }))
    const said = { said: 'Nhà vệ sinh hỏng', severity: 'light', dueOn: on('09-09'), owner: 0 } as const
    doneBy(await raiseFinding(ctx, bloc, newId(), said))
    const conclusion = n === 1 ? { number: '12/TB', on: on('09-01') } : null
    const front = { ...visit, kind: 'supervision' as const, ledBy: 'front' as const, conclusion }
    doneBy(await recordVisit(ctx, newId(), { ...front, stops: [{ name: 'Chợ', on: visit.heldOn, field: 'place-0' }] }))
    for (const kind of ['dissemination', 'training', 'voters', 'criticism', 'feedback'] as const)
      await meeting(officer, kind)
  }

  async function meeting(officer: Actor, kind: 'dissemination' | 'training' | 'voters' | 'criticism' | 'feedback') {
    const heads = { attendances: 120, opinions: 7, answered: 5 }
    const facts: Record<typeof kind, DraftFacts> = {
      dissemination: { kind: 'dissemination', document: 'Luật 10', attendances: 120 },
      training: { kind: 'training', trainingKind: 'other', classes: 2, attendances: 80, isForStaff: true },
      voters: { kind: 'voters', delegatesOf: 'several', session: 'before', ...heads },
      criticism: { kind: 'criticism', document: 'Dự thảo đề án', ...heads },
      feedback: { kind: 'feedback', document: 'Góp ý', opinions: 7, answered: 5 },
    }
    const head = { heldOn: on('06-06'), subject: kind, organiser: 'Mặt trận', place: '' }
    doneBy(await recordMeeting(as(officer, '10-03'), newId(), { ...head, facts: facts[kind] }))
  }

  async function support(officer: Actor): Promise<void> {
    for (const [helper, n, untilOn] of [
      ['Sở A', 4, null],
      ['Sở B', 4, null],
      ['Sở C', 5, on('11-30')],
      ['Sở D', 6, null],
    ] as const) {
      const helped = place.communes[n]?.name ?? ''
      const facts: DraftFacts = { kind: 'support', helper, helped, isMountain: true, untilOn, result: '' }
      const head = { heldOn: on('02-01'), subject: 'Giúp đỡ xã', organiser: '', place: '' }
      doneBy(await recordMeeting(as(officer, '02-02'), newId(), { ...head, facts }))
    }
  }
})

describe('the year-end report', () => {
  const reports = new Map<UnitId, ReportId>()
  const { from, to } = yearOf(year)

  const mineAt = (actor: Actor): Ctx => ({ db: database.db, actor, now: january })

  async function begun(actor: Actor): Promise<ReportId> {
    const { begun: open } = desk(database)
    const id = await open(actor, yearOf(year))
    reports.set(actor.unit, id)
    return id
  }

  /** Every cell of the ledger of counts, whether a form carries it or not. */
  async function ledger(unit: UnitId): Promise<Map<string, { amount: string; records: number; kind: RecordKind }>> {
    const found = await inScope(database.db, scopeOf(place.officer), (tx) =>
      countsOf(tx, { province: place.province, unit, from, to }),
    )
    return new Map([...found].map(([key, one]) => [key, { ...one, amount: toDecimalText(one.amount) }]))
  }

  test.each([0, 1, 2, 'province'] as const)('of %s: the ledger is what plain SQL says, cell by cell', async (who) => {
    const unit = who === 'province' ? place.province : (watched[who]?.unit ?? place.province)
    const said = await ledger(unit)
    expect(Object.fromEntries([...said].map(([key, { amount }]) => [key, Number(amount)]))).toEqual(
      await cellsOfYear(database, { province: place.province, unit, year }),
    )
    expect(said.size).toBeGreaterThan(who === 'province' ? 10 : 30)
  })

  test('of three communes: each counted cell is the ledger’s, opens to its records, and none is typed', async () => {
    for (const { officer, leader, unit } of watched) {
      const id = await begun(officer)
      await expectCounted(mineAt(officer), id, unit)
      doneBy(await submitNow(mineAt(leader), id))
    }
  })

  async function expectCounted(ctx: Ctx, id: ReportId, unit: UnitId): Promise<void> {
    const { content } = doneBy(await reportPage(ctx, id))
    const said = await ledger(unit)
    const lines = content?.lines ?? []
    const here = lines.filter(({ cell }) => said.has(cellKey(cell)))
    expect(here.length).toBeGreaterThan(5)
    for (const line of here) {
      const key = cellKey(line.cell)
      const now = said.get(key)
      const amount = quantity(now?.amount ?? '')
      expect([key, line.figure.raw, line.figure.basis]).toEqual([key, formatQuantity(amount), 'counted'])
      expect(line.unitsCounted, `${key} is no sum of communes`).toBeNull()
      const opened = doneBy(await cellHistory(ctx, id, parseCellKey(key), 1)).records
      expect([opened?.kind, opened?.total, opened?.sum, opened?.stated]).toEqual([
        now?.kind,
        now?.records,
        amount,
        null,
      ])
      expect(new Set(opened?.facts.map(({ record }) => record)).size).toBe(Math.min(now?.records ?? 0, 200))
    }
    expect(lines.filter(({ countedFrom }) => countedFrom).map(({ cell }) => cellKey(cell))).toEqual(
      here.map(({ cell }) => cellKey(cell)),
    )
  }

  test('of the province: what its own registers count is theirs, all else the sum of what was accepted', async () => {
    const { versionOf, as: at } = desk(database)
    const { acceptReport } = await import('#modules/reporting/commands.server.ts')
    for (const { unit } of watched) {
      const id = reports.get(unit)
      if (id) doneBy(await acceptReport(at(place.officer, january), id, await versionOf(id)))
    }
    const id = await begun(place.officer)
    await expectCounted(mineAt(place.officer), id, place.province)
    const { content } = doneBy(await reportPage(mineAt(place.officer), id))
    const own = await ledger(place.province)
    const parts = await Promise.all(
      watched.map(({ unit }) => cellsOfYear(database, { province: place.province, unit, year })),
    )
    const lines = content?.lines ?? []
    // B14 is a share: of the sums, and no sum of shares.
    const share = lines.find(({ cell }) => cell.code === 'B14')
    expect(share?.figure.value).toMatchObject({ state: 'reported', amount: quantity(60) })
    const summed = lines.filter((line) => !own.has(cellKey(line.cell)) && line.unitsCounted && line !== share)
    const sums = summed.map(({ cell, figure }) => [
      cellKey(cell),
      figure.value.state === 'reported' ? Number(toDecimalText(figure.value.amount)) : null,
    ])
    expect(sums).toEqual(sums.map(([key]) => [key, parts.reduce((sum, part) => sum + (part[key ?? ''] ?? 0), 0)]))
    expect(sums.length).toBeGreaterThan(8)
  })
})
