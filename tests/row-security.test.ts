import { sql } from 'kysely'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId, type Id } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { quarterOf, yearOf } from '#kernel/period.ts'
import type { Scope } from '#kernel/scope.ts'
import { inScope, openDatabase, type Db, type Tx } from '#platform/database.ts'
import { setTarget } from '#modules/figures/target-commands.server.ts'
import { chooseFigure } from '#modules/brief/commands.server.ts'
import { recordDialogue } from '#modules/activities/commands.server.ts'
import { typeQuestions } from '#modules/activities/asked-commands.server.ts'
import { answerAsked } from '#modules/activities/commitment-commands.server.ts'
import { attachEvidence } from '#modules/activities/evidence-commands.server.ts'
import type { DialogueEntry, DialogueId } from '#modules/activities/dialogue.ts'
import { dialoguePage } from '#modules/activities/queries.server.ts'
import { closePeriod } from '#modules/reporting/closing-commands.server.ts'
import { closingPage } from '#modules/reporting/closing-queries.server.ts'
import { extendObligations } from '#modules/reporting/extension-commands.server.ts'
import { keepObligations } from '#modules/reporting/obligation-arising.server.ts'
import { currentTemplate, type ReportId } from '#modules/reporting/report.ts'
import { correctCount } from '#modules/reporting/count-correction-commands.server.ts'
import { setIssuingWords } from '#modules/reporting/issuing-words-commands.server.ts'
import type { IssuingWords } from '#modules/reporting/issuing-words.ts'
import { setNumbering } from '#modules/reporting/number-commands.server.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { AwardEntry } from '#modules/commendation/award.ts'
import { beginAward } from '#modules/commendation/commands.server.ts'
import { attachAwardEvidence } from '#modules/commendation/file-commands.server.ts'
import { recordCeremony, recordPraise, setCommendationRule } from '#modules/commendation/list-commands.server.ts'
import { moveAward } from '#modules/commendation/move-commands.server.ts'
import { moveInitiative } from '#modules/movement/moving.server.ts'
import { openRegistration } from '#modules/movement/registering.server.ts'
import { blankEntry, requiredItems } from '#modules/movement/registration.ts'
import { addMovementWord, stateReceivers } from '#modules/movement/word-commands.server.ts'
import { addSubjects, openRound } from '#modules/movement/appraisal-commands.server.ts'
import { createScoringSet } from '#modules/movement/scoring-commands.server.ts'
import type { ScoringLine } from '#modules/movement/scoring-set.ts'
import { correctFollowUp, recordFollowUp } from '#modules/movement/follow-commands.server.ts'
import { followPage } from '#modules/movement/follow-queries.server.ts'
import { attachInitiativeFiles } from '#modules/movement/initiative-file-commands.server.ts'
import { preparePage, publishPage } from '#modules/movement/library-commands.server.ts'
import { drawn, opened } from './support/initiatives.ts'
import { changeRule } from '#modules/figures/check-rule-commands.server.ts'
import { defineFormula } from '#modules/figures/formula-commands.server.ts'
import { mergeBody, establishBody } from '#modules/organisation/body-commands.server.ts'
import { countHouseholds, createSubCommune } from '#modules/organisation/sub-commune-commands.server.ts'
import { saveQuestion } from '#modules/figures/saved-question-commands.server.ts'
import { addWord, statePattern } from '#modules/organisation/word-commands.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { acceptReport, publishReport, returnReport } from '#modules/reporting/commands.server.ts'
import { explainFinding } from '#modules/reporting/entry-commands.server.ts'
import { saveWorkbookMap } from '#modules/reporting/workbook-map-commands.server.ts'
import { saveSections } from '#modules/reporting/narrative-commands.server.ts'
import { setLadder } from '#modules/reporting/reminder-commands.server.ts'
import { addPlanTask, sayOutcome } from '#modules/reporting/task-commands.server.ts'
import { noticePresence } from '#modules/reporting/presence-commands.server.ts'
import { wishMail } from '#modules/access/contact-commands.server.ts'
import { atContact, reachedAt, testVault } from './support/contacts.ts'
import { attachFiles } from '#modules/reporting/file-commands.server.ts'
import { localStore } from '#platform/files/local-store.ts'
import { keepSheets } from './support/sheets.ts'
import { keepActivities, keepTopic } from './support/activities.ts'
import { useDatabase } from './support/database.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { desk, doneBy, submitNow } from './support/reports.ts'

const database = useDatabase()
const { as, typed, versionOf } = desk(database)
let place: TestProvince
let folder: string
let tables: Table[]

/** A table whose rows belong to a province, and to one unit of it where it has a column for that. */
type Table = { name: string; hasUnit: boolean }

/** What everybody may read, written only inside the province; `public_clock` has a row for each province that published. */
/** Names of bodies and hamlets, and who stands under whom, are public; they are written inside the province alone. */
const ofProvinceOnly = [
  'issuing_words',
  'tree_membership',
  'structure_word',
  'province_movement_word',
  'province_pattern',
  'stated_division',
  'stated_share',
]
const publicStructure = [
  ...['body_version', 'body_link', 'sub_commune_version', 'sub_commune_link', 'sub_commune_households'],
  'unit_size',
  ...ofProvinceOnly,
]
/** Rows about a unit that the province alone writes; the unit reads its own. */
const writtenAbove = ['obligation', 'obligation_extension']
const isPublished = (table: string): boolean =>
  [
    ...['publication_version', 'publication_withdrawal'],
    ...['publication', 'publication_file', 'dialogue_publication', 'directive_publication', 'public_clock'],
    ...['library_page', 'library_photo', ...publicStructure],
  ].includes(table)
const publishedRows = (table: string): number =>
  ['public_clock', ...ofProvinceOnly].includes(table) ? 2 : table === 'body_version' ? 9 : 3

/**
 * The register of units: read by everybody, written by the province whose row it is. So are the templates of the house; those of
 * a province have their own questions in tests/templates.test.ts.
 */
const ofRegister = [
  ...['template', 'template_version', 'template_line', 'template_section'],
  ...[
    'legal_act',
    'reference_hold',
    'territorial_event',
    'territorial_link',
    'territory_clock',
    'unit',
    'unit_version',
  ],
]

/** What a province prepares is nothing to its communes: the administrators and the auditor of the province read it. */
const onlyOfProvince = (table: string): boolean => table.startsWith('reorganisation') || table === 'reminder_ladder'

const unequal = { F01: '100', F05: '0', F06: '90', F07: '5', F08: '0', F09: '0', F11: '0' }
const meeting: DialogueEntry = {
  ...{ heldOn: localDate('2026-08-12'), subject: 'Đối thoại về nước sạch', place: '' },
  ...{ isThematic: false, attendances: 40, opinions: null },
}
const question = [{ cell: { code: 'F01', dimension: '' }, text: 'Tổng này có tính hồ sơ trực tuyến không?' }]

const headed: IssuingWords = {
  ...{ superior: '', body: 'Ủy ban nhân dân|{unit}', symbol: 'BC-UBND', place: '{place}' },
  ...{ signsFor: 'Ủy ban nhân dân', signerTitle: 'Chủ tịch', recipients: ['Lưu: VT'] },
}
const ownWorkbook: Parameters<typeof saveWorkbookMap>[1] = {
  ...{ name: 'Biểu riêng', shape: 'viec|so' },
  layout: { head: 0, names: 0, values: { kind: 'one', column: 1 }, note: -1 },
}

/** Leaves at least one row of every kind: sent back with a question, explained, and a second report published. */
async function work(officer: keyof TestProvince['people'], reviewer: keyof TestProvince['people']): Promise<void> {
  const ctx = as(place.people[officer])
  const above = as(place.people[reviewer])
  const dialogue = doneBy(await recordDialogue(ctx, newId<'Dialogue'>(), meeting))
  await promise(ctx, dialogue)
  await initiative(officer)
  doneBy(await recordDialogue(ctx, newId<'Dialogue'>(), meeting))
  await keepSheets(ctx)
  await publishOne(ctx.actor)
  await practise(officer, reviewer)
  await structure(officer)
  await commend(officer)
  await plan(officer)
  doneBy(await chooseFigure(ctx, 'K04'))
  doneBy(await saveQuestion(ctx, newId(), { name: 'Một câu', address: 'indicators=F01' }))
  const id = await typed(place.people[officer], unequal)
  doneBy(await noticePresence(ctx, id, 'F01'))
  doneBy(
    await correctCount(
      ctx,
      id,
      { code: 'D03', dimension: '' },
      { raw: '4', reason: 'Ba cuộc trước khi có sổ', was: '' },
    ),
  )
  doneBy(await saveSections(ctx, id, [{ section: 'ket-qua', text: 'Tiếp nhận [[F01]] hồ sơ.', seen: 0 }]))
  doneBy(await setNumbering(ctx, 'state', 0, { way: 'reserved', term: '', lastReport: '0', lastLetter: '0' }))
  await database.asOwner(
    `insert into document_number (province_id, id, unit_id, report_id, layout, type, series, number, symbol, about, sent_to, signed_on, way, person_name, at)
     select province_id, gen_random_uuid(), unit_id, id, 'state', 'report', '2026', 1, 'BC-UBND', 'Báo cáo', '{}', '2026-10-07', 'reserved', 'A', now()
     from report where id = $1`,
    [id],
  )
  await planned(ctx, id)
  doneBy(await explainFinding(ctx, id, 'Q02:F01', 'Năm hồ sơ chuyển về huyện cũ, chưa có kết quả.'))
  doneBy(await submitNow(ctx, id))
  doneBy(await returnReport(above, id, await versionOf(id), question))
  await reachedAt(database, place.people[officer], 'dan-van@example.vn', new Date())
  doneBy(await wishMail(atContact(database, place.people[officer], new Date()), { byMail: true, quiet: null }))
  await database.asOwner(
    `insert into notice (province_id, id, unit_id, account_id, event_id, topic, title, path, at)
     select province_id, gen_random_uuid(), unit_id, id, gen_random_uuid(), 'report-return', 'Bị trả lại', '/desk', now()
     from account where id = $1`,
    [place.people[officer].account],
  )
  await keepActivities(ctx)
  await keepTopic(above)
  const open = await typed(place.people[officer], { D01: '1' }, quarterOf(2026, 2))
  const minutes = { name: 'Biên bản.txt', content: Buffer.from(officer) }
  doneBy(await attachFiles(ctx, localStore(folder), open, [minutes], { caption: '', people: null }))
  await database.asOwner('update report_file set is_public = true where report_id = $1', [open])
  doneBy(await submitNow(ctx, open))
  doneBy(await acceptReport(above, open, await versionOf(open)))
  doneBy(await publishReport(above, open, await versionOf(open)))
  await reviewed(open)
}

/** An amendment with a cell, an explanation and its past; a moment to publish at, a former version and a notice of withdrawal. */
async function reviewed(report: ReportId): Promise<void> {
  const of = `from report where id = $1`
  for (const rows of [
    `amendment (province_id, report_id, n, unit_id, status, reason, base_copy, at, changed_at)
     select province_id, id, 1, unit_id, 'open', 'Đếm sót', 1, now(), now() ${of}`,
    `amendment_cell (province_id, report_id, n, indicator_version, unit_id, raw, note, why, person_name, at)
     select province_id, id, 1, 'D01@1', unit_id, '2', '', '', 'Ổi', now() ${of}`,
    `amendment_explanation (province_id, report_id, n, rule, unit_id, text, about, person_name, at)
     select province_id, id, 1, 'Q02:F01', unit_id, 'Đang chờ', '', 'Ổi', now() ${of}`,
    `amendment_event (province_id, report_id, n, step, unit_id, move, to_status, note, at, person_name)
     select province_id, id, 1, 1, unit_id, 'open', 'open', '', now(), 'Ổi' ${of}`,
    `publication_plan (province_id, report_id, unit_id, publish_at, person_name, at)
     select province_id, id, unit_id, now(), 'Ổi', now() ${of}`,
    `publication_version (province_id, report_id, n, unit_id, content, published_at, replaced_at, replaced_why)
     select province_id, id, 0, unit_id, '{}', now(), now(), 'Đếm sót' ${of}`,
    `publication_withdrawal (province_id, report_id, unit_id, title, unit_name, period_from, period_to, published_at, withdrawn_at, why)
     select province_id, id, unit_id, 'Công tác dân vận', 'Xã', period_from, period_to, now(), now(), 'Đếm sót' ${of}`,
  ])
    await database.asOwner(`insert into ${rows}`, [report])
}

/** What is owed, more time for it, and a period closed with a gap. */
async function owe(reviewer: 'reviewer' | 'otherReviewer', units: readonly UnitId[]): Promise<void> {
  const ctx = as(place.people[reviewer])
  await keepObligations(database.db, ctx.actor.province, ctx.now)
  const period = quarterOf(2026, 3)
  const reason = 'Mưa lũ, cán bộ đi chống bão'
  const until = localDate('2026-11-30')
  doneBy(await extendObligations(ctx, { template: currentTemplate, period, units, until, reason }))
  const { missing } = doneBy(await closingPage(ctx, period))
  const gaps = missing.map(({ unit: { unit } }) => ({ unit, reason }))
  doneBy(await closePeriod(ctx, { period, note: '', gaps }))
}

/** A question with its promise and its evidence, a further session, what is public of it, and a number typed over a count. */
async function promise(ctx: Ctx, dialogue: DialogueId): Promise<void> {
  doneBy(await typeQuestions(ctx, dialogue, 1, 'hall', ['Bao giờ có nước?']))
  const [asked] = doneBy(await dialoguePage(ctx, dialogue)).questions
  if (!asked) throw new Error('The question was not typed in')
  const entry = { kind: 'promised', answer: 'Sửa ống', owner: 'Phòng Kinh tế', asker: 'unknown' } as const
  const due = { on: localDate('2099-01-01') }
  const commitment = doneBy(await answerAsked(ctx, dialogue, asked.id, 0, { ...entry, due }))
  const file = { name: 'Ảnh.txt', content: Buffer.from(dialogue), caption: '', mayShowPeople: true }
  doneBy(await attachEvidence(ctx, localStore(folder), commitment, file))
  await database.asOwner(
    `insert into dialogue_session (province_id, dialogue_id, n, unit_id, on_day)
     select province_id, id, 2, unit_id, held_on from dialogue where id = $1`,
    [dialogue],
  )
  await database.asOwner(
    `insert into dialogue_publication (province_id, dialogue_id, unit_id, state, held_on, subject, content, published_at, changed_at)
     select province_id, id, unit_id, 'held', held_on, subject, '{}', now(), now() from dialogue where id = $1`,
    [dialogue],
  )
}

/** A file of the document that was kept, and the document in public. */
/** A task of the plan before, and what became of it. */
async function planned(ctx: Ctx, report: ReportId): Promise<void> {
  const before = await typed(ctx.actor, {}, quarterOf(2026, 2))
  const id = newId<'PlanTask'>()
  const task = { text: 'Họp dân về đường nước', owner: 'Khối Dân vận', due: null, cell: null }
  doneBy(await addPlanTask(ctx, before, id, task))
  doneBy(await sayOutcome(ctx, report, id, { outcome: 'done', why: '', seen: 0 }))
}

async function publishOne({ province, unit }: { province: UnitId; unit: UnitId }): Promise<void> {
  await database.asOwner(
    `insert into directive_file (province_id, id, unit_id, directive_id, sha256, name, kind, bytes, added_at)
     select province_id, gen_random_uuid(), unit_id, id, repeat('0', 64), 'a.txt', 'txt', 1, now()
     from local_directive where province_id = $1 and unit_id = $2`,
    [province, unit],
  )
  await database.asOwner(
    `insert into directive_publication (province_id, id, unit_id, number, kind, issuer, issued_on, subject, published_at)
     select province_id, id, unit_id, number, kind, issuer, day, subject, now()
     from local_directive where province_id = $1 and unit_id = $2`,
    [province, unit],
  )
}

/** An initiative with a corrected line and a picture, published. */
async function practise(officer: keyof TestProvince['people'], reviewer: keyof TestProvince['people']): Promise<void> {
  const ctx = as(place.people[officer])
  const id = await opened(database, ctx)
  const note = { kind: 'note' as const, onDay: localDate('2026-08-12'), text: 'Đã làm' }
  const line = doneBy(await recordFollowUp(ctx, id, newId(), note))
  doneBy(await correctFollowUp(ctx, { initiative: id, id: line, version: 1 }, { ...note, text: 'Làm lại' }))
  const words = { alt: 'Hình vẽ', caption: '', people: 'none' as const, consentNote: '' }
  const files = [{ name: 'a.jpg', content: await drawn(officer.length) }]
  doneBy(await attachInitiativeFiles(ctx, localStore(folder), { initiative: id, line: null }, files, words))
  const [photo] = doneBy(await followPage(ctx, id)).files
  const said = { summary: 'Một câu', story: 'Chuyện', doing: '', holder: '', consentNote: '', sustainability: '' }
  doneBy(await preparePage(ctx, id, 0, said, photo ? [photo.id] : []))
  doneBy(await publishPage(as(place.people[reviewer]), localStore(folder), id, 1))
}

const since = { from: localDate('2025-07-01'), act: { number: '1-QĐ', on: null } }

/** A proposal that was dropped, with its evidence and its step, a word of praise and a ceremony where it was handed out. */
async function commend(officer: keyof TestProvince['people']): Promise<void> {
  const ctx = as(place.people[officer])
  const { unit } = ctx.actor
  const entry: AwardEntry = {
    ...{ form: 'letter', level: 'commune', line: 'movement', year: 2026, recipientKind: 'collective' },
    ...{ recipient: 'Thôn', isLeader: null, mayBePublic: false, yearsOfService: null, achievement: 'Một', report: '' },
  }
  const source = { kind: 'free', id: null, name: '' } as const
  const award = doneBy(await beginAward(ctx, testVault, newId(), { unit, source }, entry, ''))
  const file = { name: 'a.txt', content: Buffer.from(officer) }
  doneBy(await attachAwardEvidence(ctx, localStore(folder), award, file, ''))
  doneBy(await moveAward(ctx, award, 1, 'drop', 'Thôi'))
  const day = localDate('2026-08-12')
  const praise = { day, recipientKind: 'collective', recipient: 'Tổ', what: 'Việc', occasion: '' } as const
  doneBy(await recordPraise(ctx, newId(), praise))
  const ceremony = doneBy(await recordCeremony(ctx, newId(), { day, name: 'Lễ', place: '' }))
  await database.asOwner(
    `with book as (insert into award_book select province_id, unit_id, 2026 from award where id = $2 on conflict do nothing)
     insert into ceremony_award select province_id, $1, id, unit_id from award where id = $2`,
    [ceremony, award],
  )
}

/** Two bodies of which one takes over from the other, and three hamlets of which one comes of the others and is counted. */
async function structure(officer: keyof TestProvince['people']): Promise<void> {
  const ctx = as(place.people[officer])
  const body = (name: string) =>
    establishBody(ctx, newId(), ctx.actor.unit, {
      ...{ name, kind: 'commission', tree: 'party', functions: ['dialogue'] },
      ...{ ...since, from: localDate('2025-07-01') },
    })
  const [one, two] = [doneBy(await body('Một')), doneBy(await body('Hai'))]
  doneBy(await mergeBody(ctx, one, 1, { ...since, from: localDate('2026-01-01'), to: two }))
  const id = doneBy(await createSubCommune(ctx, newId(), { ...since, name: 'Một', kind: 'hamlet-thon' }))
  doneBy(await countHouseholds(ctx, id, 1, { on: since.from, households: 9, source: 'rà soát' }))
  await database.asOwner(
    `insert into sub_commune_link (province_id, id, unit_id, from_id, to_id, on_day, created_at)
     values ($1, gen_random_uuid(), $2, gen_random_uuid(), gen_random_uuid(), '2026-01-01', now())`,
    [ctx.actor.province, ctx.actor.unit],
  )
}

/** An initiative that was registered. */
async function initiative(officer: keyof TestProvince['people']): Promise<void> {
  const ctx = as(place.people[officer])
  const id = newId<'Initiative'>()
  const words = Object.fromEntries(Object.keys(requiredItems).map((item) => [item, 'Một']))
  const entry = { ...blankEntry, ...words, mainField: 'economy' }
  const year = { year: 2026, scope: 'commune' as const, isNew: true, theme: '' }
  doneBy(await openRegistration(ctx, testVault, id, { entry, year, person: null, isAnother: true }))
  doneBy(await moveInitiative(ctx, { id, year: 2026, version: 1 }, 'register', {}))
}

/** A target that a unit set itself, and how many people it has. */
async function plan(officer: keyof TestProvince['people']): Promise<void> {
  const ctx = as(place.people[officer])
  const { province, unit, account } = ctx.actor
  doneBy(
    await setTarget(ctx, newId<'Target'>(), {
      ...{ unit, cell: { code: 'B01', dimension: '' }, period: yearOf(2026), aim: null, raw: '4', reason: '' },
      document: { number: '', on: null },
    }),
  )
  await database.asOwner(
    `insert into unit_size (province_id, id, unit_id, counted_on, people, source, certainty, stated_at, stated_by)
     values ($1, gen_random_uuid(), $2, '2026-01-01', 9000, 'x', 'document', now(), $3)`,
    [province, unit, account],
  )
}

/** What only a province's administrator says: a place in the Party's tree, a word, a pattern. */
async function sayOfProvince(who: 'administrator' | 'otherAdministrator', member: UnitId): Promise<void> {
  const ctx = as(place.people[who])
  const { province } = ctx.actor
  doneBy(await addWord(ctx, { list: 'body-kind', label: 'Tổ lạ', source: '1-QĐ' }))
  doneBy(
    await setIssuingWords(
      ctx,
      { kind: 'commune', unit: null, layout: 'state' },
      { validFrom: since.from, words: headed },
    ),
  )
  doneBy(await addMovementWord(ctx, { list: 'theme', label: 'Năm thử', source: '1-QĐ', from: since.from }))
  doneBy(await stateReceivers(ctx, { commune: 'own-leader', province: 'officer-or-leader' }, '1-QĐ'))
  await database.asOwner(
    `insert into initiative_window (province_id, year, scope, from_day, to_day, changed_at)
     values ($1, 2026, 'commune', '2026-01-01', '2026-12-31', now())`,
    [province],
  )
  doneBy(
    await statePattern(ctx, {
      ...{ level: 'commune', function: 'dialogue', kind: 'commission', tree: 'party', name: 'Ban {unit}' },
      ...{ from: since.from, until: null, source: '1-QĐ' },
    }),
  )
  await database.asOwner(
    `insert into tree_membership (province_id, id, member_id, tree, parent_id, from_day, act, created_at)
     values ($1, gen_random_uuid(), $2, 'party', $1, '2025-07-01', '1-QĐ', now())`,
    [province, member],
  )
  await database.asOwner(
    `with division as (
       insert into stated_division (province_id, id, from_unit_id, basis, measure, source, stated_at, stated_by)
       values ($1, gen_random_uuid(), $2, 'people', 'share', 'x', now(), $3) returning province_id, id)
     insert into stated_share (province_id, division_id, event_id, to_unit_id, share_ppm)
     select province_id, id, gen_random_uuid(), $2, 1000000 from division`,
    [province, member, place.people[who].account],
  )
}

/** A set, and a round in which a province's units have an appraiser and one number that was changed. */
async function scoreUnits(who: 'reviewer' | 'otherReviewer'): Promise<void> {
  const ctx = as(place.people[who])
  const line = (kind: ScoringLine['kind'], points: string): ScoringLine => ({
    ...{ kind, name: 'Một', points, levels: '', part: 'base', passes: true, area: null, evidence: '', note: '' },
  })
  const head = { name: 'Một', issuer: '', validFrom: since.from, validTo: null, source: '', note: '' }
  const lines = [line('group', ''), line('criterion', '10'), line('band', '0')]
  const entry = { head: { ...head, appliesTo: ['unit' as const] }, lines }
  const set = doneBy(await createScoringSet(ctx, newId<'ScoringSet'>(), entry))
  const asked = { title: 'Một', year: 2026, subjectKind: 'unit' as const, scope: null, set }
  const round = doneBy(await openRound(ctx, newId<'AppraisalRound'>(), asked))
  doneBy(await addSubjects(ctx, round, 'all'))
  const { province, account } = ctx.actor
  await database.asOwner(
    `insert into appraisal_appraiser
       select province_id, round_id, kind, subject_id, unit_id, $2, now() from appraisal_subject where province_id = $1`,
    [province, account],
  )
  await database.asOwner(
    `with sheet as (
       insert into appraisal_sheet (province_id, id, round_id, kind, subject_id, unit_id, part, account_id)
       select province_id, gen_random_uuid(), round_id, kind, subject_id, unit_id, 'appraiser', $2
       from appraisal_subject where province_id = $1 returning province_id, id, unit_id),
     mark as (
       insert into appraisal_mark (province_id, sheet_id, criterion, unit_id, hundredths)
       select province_id, id, 'c1', unit_id, 100 from sheet)
     insert into appraisal_mark_change (province_id, id, sheet_id, criterion, unit_id, to_hundredths, at)
     select province_id, gen_random_uuid(), id, 'c1', unit_id, 100, now() from sheet`,
    [province, account],
  )
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kheo-row-security-'))
  place = await settleProvince(database)
  await work('doiCheOfficer', 'reviewer')
  await work('benDoOfficer', 'reviewer')
  await work('otherOfficer', 'otherReviewer')
  await sayOfProvince('administrator', place.doiChe)
  await owe('reviewer', [place.doiChe, place.benDo])
  await owe('otherReviewer', [place.other.gioLua])
  for (const who of ['reviewer', 'otherReviewer'] as const) {
    const entry = { name: 'Một', text: 'F05', reason: 'Thử', validFrom: since.from }
    doneBy(await defineFormula(as(place.people[who]), entry))
    await scoreUnits(who)
  }
  for (const who of ['provinceLeader', 'otherProvinceLeader'] as const) {
    doneBy(await setCommendationRule(as(place.people[who]), 'medal-years', { value: '15', source: 'Quy chế' }))
    const rule = { cause: '', remedy: '', reason: 'Thử', isOn: false, severity: 'asks' as const, numbers: {} }
    doneBy(await changeRule(as(place.people[who]), 'Q13', 0, rule))
    doneBy(await saveWorkbookMap(as(place.people[who]), ownWorkbook))
  }
  await sayOfProvince('otherAdministrator', place.other.gioLua)
  await database.asOwner(
    `insert into duty select province_id, gen_random_uuid(), id, unit_id, 'commune-officer', '[2025-07-01,)' from account`,
  )
  await remind('reviewer', [place.doiChe, place.benDo])
  await remind('otherReviewer', [place.other.gioLua])
  await database.asOwner(
    `insert into handover
       select d.province_id, gen_random_uuid(), d.unit_id, d.kind, d.account_id, other.id, d.id, d.id, '2026-01-01', 0, 0,
         other.id, now()
       from duty d
       cross join lateral (select id from account a where a.province_id = d.province_id and a.id <> d.account_id limit 1) other`,
  )
  await database.asOwner(
    `insert into reorganisation (province_id, id, status, title, created_at, changed_at)
       select distinct province_id, gen_random_uuid(), 'draft', 'Sáp nhập thử', now(), now() from account`,
  )
  await database.asOwner(
    `insert into reorganisation_task (province_id, id, reorganisation_id, n, kind, about_unit_id, changed_at)
       select province_id, gen_random_uuid(), id, 0, 'seal', province_id, now() from reorganisation`,
  )
  await database.asOwner(
    `insert into account_review
       select distinct on (province_id) province_id, gen_random_uuid(), now(), id, 1, 1, 0 from account order by province_id, id`,
  )
  await database.asOwner(
    `insert into calendar_notice
       select distinct on (province_id) province_id, 2027, 1, 'in-force', '1/TB-BNV', '2026-10-01'::date, '', id, 'Ai đó', now()
       from account order by province_id, id`,
  )
  await database.asOwner(
    `insert into calendar_notice_day
       select province_id, 2027, 1, '2027-01-01'::date, 'off', 'Tết Dương lịch', null from calendar_notice`,
  )
  await database.asOwner(
    `insert into calendar_confirmation
       select province_id, gen_random_uuid(), 2028, 'Thử', '2028-03-31', account_id, 'Ai đó', now(), null from calendar_notice`,
  )
  tables = await database.asOwner<Table>(
    `select class.relname as name,
            exists (select from pg_attribute
                    where attrelid = class.oid and attname = 'unit_id' and not attisdropped) as "hasUnit"
     from pg_class as class
     join pg_namespace as space on space.oid = class.relnamespace
     where space.nspname = 'public' and class.relkind in ('r', 'p') and class.relrowsecurity
       and class.relname <> all($1)
     order by class.relname`,
    [ofRegister],
  )
  return () => rm(folder, { recursive: true })
})

async function remind(who: keyof TestProvince['people'], units: UnitId[]): Promise<void> {
  const ctx = as(place.people[who])
  for (const unit of units)
    await database.asOwner(
      `insert into report_reminder
         (province_id, unit_id, template_code, period_from, period_to, n, sending_id, due_on, to_leaders, person_name, at)
       values ($1, $2, $3, '2026-07-01', '2026-09-30', 1, gen_random_uuid(), '2026-10-10', false, 'Một', now())`,
      [ctx.actor.province, unit, currentTemplate],
    )
  doneBy(await setLadder(ctx, { isOn: false, rungs: [{ days: 0, leaders: false }], version: 0 }))
}

const ofUnit = (): Scope => ({ reach: 'unit', province: place.province, unit: place.doiChe })
const ofProvince = (): Scope => ({ reach: 'province', province: place.province })
const everybody: Scope = { reach: 'public' }

type Owned = { province_id: string; unit_id?: string }

/** Every row that a scope sees of a table, asked for without a single condition. */
async function seen(scope: Scope, table: Table, db: Db = database.db): Promise<Owned[]> {
  return inScope(db, scope, async (tx) => (await sql<Owned>`select * from ${sql.table(table.name)}`.execute(tx)).rows)
}

describe('the database itself knows whose row it is', () => {
  test('every table with a province has row security, and a policy', async () => {
    const open = await database.asOwner<{ name: string }>(
      `select class.relname as name
       from pg_class as class
       join pg_namespace as space on space.oid = class.relnamespace
       join pg_attribute as attribute on attribute.attrelid = class.oid and attribute.attname = 'province_id'
       where space.nspname = 'public' and class.relkind in ('r', 'p', 'm', 'f') and not attribute.attisdropped
         and not (class.relrowsecurity and exists (select from pg_policy where polrelid = class.oid))`,
    )
    expect(open.map((row) => row.name)).toEqual([])
  })

  test('no view opens a way round it', async () => {
    const views = await database.asOwner(
      `select class.relname from pg_class as class join pg_namespace as space on space.oid = class.relnamespace
       where space.nspname = 'public' and class.relkind in ('v', 'm')
         and not coalesce(class.reloptions::text, '') like '%security_invoker=true%'`,
    )
    expect(views).toEqual([])
  })

  test('the roles of the program own nothing, and none of them passes row security', async () => {
    const roles = await database.asOwner(
      `select rolname from pg_roles
       where rolname in ('kheo_app', 'kheo_auth', 'kheo_reader') and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
    )
    expect(roles).toEqual([])
    const owned = await database.asOwner(
      `select relname from pg_class join pg_roles on pg_roles.oid = relowner
       where rolname in ('kheo_app', 'kheo_auth', 'kheo_reader')`,
    )
    expect(owned).toEqual([])
  })

  test('the test has rows of two communes and two provinces in every table it asks', async () => {
    expect(tables.length).toBeGreaterThanOrEqual(13)
    for (const table of tables) {
      const rows = await database.asOwner<Owned>(`select * from ${table.name}`)
      const provinces = new Set(rows.map((row) => row.province_id))
      const units = new Set(rows.filter((row) => row.province_id === place.province).map((row) => row.unit_id))
      expect([table.name, provinces.size]).toEqual([table.name, 2])
      if (table.hasUnit) expect([table.name, units.has(place.doiChe), units.size > 1]).toEqual([table.name, true, true])
    }
  })
})

describe('a question without any condition', () => {
  test('of a commune sees no row of another unit', async () => {
    for (const table of tables.filter((one) => !isPublished(one.name))) {
      const rows = await seen(ofUnit(), table)
      expect([table.name, rows.length > 0]).toEqual([table.name, !onlyOfProvince(table.name)])
      expect([table.name, rows.filter((row) => row.province_id !== place.province)]).toEqual([table.name, []])
      if (!table.hasUnit) continue
      expect([table.name, rows.filter((row) => row.unit_id !== place.doiChe)]).toEqual([table.name, []])
    }
  })

  test('of a province sees both its communes and no row of another province', async () => {
    for (const table of tables.filter((one) => !isPublished(one.name))) {
      const rows = await seen(ofProvince(), table)
      const all = await database.asOwner(`select from ${table.name} where province_id = $1`, [place.province])
      expect([table.name, rows.length]).toEqual([table.name, all.length])
      expect([table.name, rows.filter((row) => row.province_id !== place.province)]).toEqual([table.name, []])
    }
  })

  test('of everybody sees publications and nothing else', async () => {
    for (const table of tables) {
      const rows = await seen(everybody, table)
      const expected = isPublished(table.name) ? publishedRows(table.name) : 0
      expect([table.name, rows.length]).toEqual([table.name, expected])
    }
  })

  test('outside every scope sees publications and nothing else', async () => {
    for (const table of tables) {
      const { rows } = await sql<Owned>`select * from ${sql.table(table.name)}`.execute(database.db)
      expect([table.name, rows.length]).toEqual([table.name, isPublished(table.name) ? publishedRows(table.name) : 0])
    }
  })

  test('of a unit that names itself in another province sees nothing of either', async () => {
    const crossed: Scope = { reach: 'unit', province: place.other.province, unit: place.doiChe }
    for (const table of tables.filter((one) => one.hasUnit && !isPublished(one.name))) {
      expect([table.name, await seen(crossed, table)]).toEqual([table.name, []])
    }
  })

  test('a published report carries no draft and no question', async () => {
    const rows = await database.asOwner<{ content: string }>('select content::text as content from publication')
    expect(rows).not.toEqual([])
    for (const { content } of rows) expect(content).not.toContain('hồ sơ trực tuyến không')
  })
})

describe('a write into rows of another unit', () => {
  const refusal = /row-level security/

  test('is refused on every table, whatever the row says', async () => {
    for (const table of tables.filter((one) => one.hasUnit)) {
      const [foreign] = await database.asOwner<Owned>(`select * from ${table.name} where unit_id = $1`, [place.benDo])
      const [own] = await database.asOwner<Owned>(`select * from ${table.name} where unit_id = $1`, [place.doiChe])
      for (const [scope, row] of [
        [ofUnit(), foreign],
        [{ reach: 'unit', province: place.other.province, unit: place.other.gioLua } satisfies Scope, own],
        [{ reach: 'province', province: place.other.province } satisfies Scope, own],
        [everybody, own],
      ] as const) {
        await expect(insert(scope, table, row), `${table.name} in ${JSON.stringify(scope)}`).rejects.toThrow(refusal)
      }
    }
  })

  test('changes nothing, and a row of one’s own cannot be given away', async () => {
    const writable = await database.asOwner<{ name: string; column: string }>(
      `select table_name as name, coalesce(min(column_name) filter (where data_type = 'text'), min(column_name)) as column
       from information_schema.columns
       where table_schema = 'public' and has_table_privilege('kheo_app', quote_ident(table_name), 'update')
         and column_name not in ('province_id', 'unit_id') and table_name = any($1)
       group by table_name`,
      [tables.filter((table) => table.hasUnit && !writtenAbove.includes(table.name)).map((table) => table.name)],
    )
    expect(writable.map((row) => row.name).sort()).toEqual([
      ...[
        'account',
        'activity_file',
        'amendment',
        'amendment_cell',
        'amendment_explanation',
        'appraisal_mark',
        'appraisal_sheet',
        'appraisal_subject',
        'award',
        'award_book',
        'award_file',
        'body_link',
        'body_version',
        'brief_choice',
        'campaign',
        'ceremony',
        'commitment',
        'contact',
        'contest',
        'count_correction',
        'dialogue',
        'dialogue_publication',
        'dialogue_question',
        'directive_publication',
        'directive_review',
        'document_number',
        'duty',
        'figure_set',
        'figure_value',
        'follow_up',
        'initiative',
        'initiative_file',
        'initiative_year',
        'library_draft',
        'library_page',
        'local_directive',
        'mail',
        'meeting',
        'notice',
        'notice_setting',
        'numbering',
        'pledge',
        'praise',
        'publication_plan',
        'report',
        'report_explanation',
        'report_file',
        'report_presence',
        'report_question',
        'report_task',
        'report_task_outcome',
        'saved_question',
        'structure_clock',
        'sub_commune_households',
        'sub_commune_link',
        'sub_commune_version',
        'vault_item',
        'visit',
        'visit_plan',
        'work_item',
      ],
    ])
    for (const { name, column } of writable) {
      const changed = await inScope(database.db, ofUnit(), (tx) =>
        sql`update ${sql.table(name)} set ${sql.ref(column)} = ${sql.ref(column)} where unit_id <> ${place.doiChe}`.execute(
          tx,
        ),
      )
      expect([name, changed.numAffectedRows]).toEqual([name, 0n])
      const giving = inScope(database.db, ofUnit(), (tx) =>
        sql`update ${sql.table(name)} set unit_id = ${place.benDo}`.execute(tx),
      )
      await expect(giving, name).rejects.toThrow(refusal)
    }
  })

  test('what it owes, and what it was given more time for, a unit reads and neither writes nor changes', async () => {
    const owed = [...writtenAbove, 'period_closing_gap', 'report_reminder']
    for (const table of tables.filter(({ name }) => owed.includes(name))) {
      const own = (await seen(ofUnit(), table)).find((row) => row.unit_id === place.doiChe)
      await expect(insert(ofUnit(), table, own), table.name).rejects.toThrow(refusal)
    }
    for (const name of writtenAbove) {
      const changed = await inScope(database.db, ofUnit(), (tx) =>
        sql`update ${sql.table(name)} set unit_id = unit_id`.execute(tx),
      )
      expect([name, changed.numAffectedRows]).toEqual([name, 0n])
    }
  })

  test('nor does it rewrite or withdraw what another unit published', async () => {
    const others = await inScope(database.db, ofUnit(), async (tx) => [
      await sql`update publication set content = content where unit_id <> ${place.doiChe}`.execute(tx),
      await sql`delete from publication where unit_id <> ${place.doiChe}`.execute(tx),
      await sql`delete from publication_withdrawal where unit_id <> ${place.doiChe}`.execute(tx),
    ])
    expect(others.map(({ numAffectedRows }) => numAffectedRows)).toEqual([0n, 0n, 0n])
  })

  test('an explanation of another unit is not deleted either', async () => {
    const deleted = await inScope(database.db, ofUnit(), (tx) =>
      sql`delete from report_explanation where unit_id <> ${place.doiChe}`.execute(tx),
    )
    expect(deleted.numAffectedRows).toBe(0n)
  })

  test('nor is the clock or the record of another province moved', async () => {
    for (const name of ['figure_clock', 'audit_head']) {
      const moved = await inScope(database.db, ofProvince(), (tx) =>
        sql`update ${sql.table(name)} set n = n + 1 where province_id <> ${place.province}`.execute(tx),
      )
      expect([name, moved.numAffectedRows]).toEqual([name, 0n])
    }
  })
})

/** What the database works out itself cannot be written by anybody. */
const generated = new Set([
  ...['report_copy.asking', 'report_copy.cells_asked', 'report_copy.cells_answered', 'publication.amendment'],
])

async function insert(scope: Scope, table: Table, row: Owned | undefined): Promise<void> {
  if (!row) throw new Error(`No row to copy in ${table.name}`)
  const written = Object.keys(row).filter((column) => !generated.has(`${table.name}.${column}`))
  const columns = sql.join(written.map((column) => sql.ref(column)))
  await inScope(database.db, scope, (tx) =>
    sql`insert into ${sql.table(table.name)} (${columns}) select ${columns} from jsonb_populate_record(null::${sql.table(table.name)}, ${JSON.stringify(row)})`.execute(
      tx,
    ),
  )
}

describe('what the program may not do at all', () => {
  test('what it may do with each table is this, and no more', async () => {
    const rows = await database.asOwner<{ name: string; rights: string }>(
      `select class.relname as name, string_agg(right_name, ' ' order by place) as rights
       from pg_class as class
       join pg_namespace as space on space.oid = class.relnamespace
       cross join unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger'])
         with ordinality as rights (right_name, place)
       where space.nspname = 'public' and class.relkind in ('r', 'p') and class.relname = any($1)
         and has_table_privilege('kheo_app', class.oid, right_name)
       group by class.relname order by class.relname`,
      [tables.map((table) => table.name)],
    )
    expect(Object.fromEntries(rows.map((row) => [row.name, row.rights]))).toMatchObject({
      account: 'select insert update',
      award: 'select insert update',
      award_book: 'select insert update',
      award_file: 'select insert update',
      award_move: 'select insert',
      ceremony: 'select insert update',
      ceremony_award: 'select insert delete',
      commendation_setting: 'select insert update',
      praise: 'select insert update',
      appraisal_appraiser: 'select insert delete',
      appraisal_mark: 'select insert update delete',
      appraisal_mark_change: 'select insert',
      appraisal_round: 'select insert update',
      appraisal_sheet: 'select insert update',
      appraisal_subject: 'select insert update delete',
      scoring_set: 'select insert update',
      scoring_set_version: 'select insert update',
      audit: 'select insert',
      audit_head: 'select insert update',
      activity_file: 'select insert update',
      contact: 'select insert update delete',
      counted_fact: 'select insert delete',
      dialogue: 'select insert update',
      dialogue_publication: 'select insert update',
      dialogue_question: 'select insert update',
      dialogue_session: 'select insert delete',
      commitment: 'select insert update',
      commitment_event: 'select insert',
      commitment_file: 'select insert delete',
      count_correction: 'select insert update delete',
      document_number: 'select insert update',
      duty: 'select insert update delete',
      figure_change: 'select insert',
      figure_clock: 'select insert update',
      figure_set: 'select insert update',
      figure_target: 'select insert',
      figure_target_version: 'select insert',
      figure_value: 'select insert update',
      finding: 'select insert',
      finding_move: 'select insert',
      formula: 'select insert update',
      initiative: 'select insert update',
      initiative_move: 'select insert',
      initiative_setting: 'select insert update',
      initiative_window: 'select insert update',
      initiative_year: 'select insert update',
      province_movement_word: 'select insert update',
      formula_version: 'select insert',
      check_rule_version: 'select insert',
      mail: 'select insert update delete',
      meeting: 'select insert update',
      meeting_speech: 'select insert delete',
      meeting_task: 'select insert',
      visit: 'select insert update',
      visit_initiative: 'select insert delete',
      visit_plan: 'select insert update',
      visit_stop: 'select insert delete',
      visit_topic: 'select insert update',
      notice: 'select insert update delete',
      issuing_words: 'select insert',
      numbering: 'select insert update',
      obligation: 'select insert update',
      obligation_clock: 'select insert update',
      obligation_extension: 'select insert update',
      obligation_rule: 'select insert update',
      period_closing: 'select insert update',
      period_closing_gap: 'select insert',
      notice_setting: 'select insert update',
      saved_question: 'select insert update delete',
      body_link: 'select insert update',
      body_version: 'select insert update',
      province_pattern: 'select insert update',
      amendment: 'select insert update',
      amendment_cell: 'select insert update delete',
      amendment_event: 'select insert',
      amendment_explanation: 'select insert update',
      publication: 'select insert delete',
      publication_file: 'select insert delete',
      publication_plan: 'select insert update delete',
      publication_version: 'select insert delete',
      publication_withdrawal: 'select insert delete',
      report: 'select insert update',
      report_copy: 'select insert',
      report_event: 'select insert',
      report_explanation: 'select insert update delete',
      report_file: 'select insert update delete',
      report_message: 'select insert',
      report_paragraph: 'select insert',
      report_question: 'select insert update',
      report_reminder: 'select insert',
      reminder_ladder: 'select insert update',
      report_task: 'select insert update',
      report_task_outcome: 'select insert update',
      stated_division: 'select insert',
      stated_share: 'select insert',
      structure_clock: 'select insert update',
      structure_word: 'select insert update',
      sub_commune_households: 'select insert update',
      sub_commune_link: 'select insert update',
      sub_commune_version: 'select insert update',
      tree_membership: 'select insert update',
      unit_size: 'select insert',
      reorganisation: 'select insert update',
      reorganisation_task: 'select insert update delete',
      vault_item: 'select insert update delete',
    })
  })

  test.each([
    'update audit set kind = kind',
    'delete from audit',
    'truncate audit',
    'update figure_change set n = n',
    'update report_copy set n = n',
    'update amendment_event set note = note',
    'update publication_version set content = content',
    'update publication_withdrawal set why = why',
    'update formula_version set name = name',
    'update check_rule_version set reason = reason',
    'delete from check_rule_version',
    'update appraisal_mark_change set reason = reason',
    'delete from appraisal_sheet',
    'delete from formula',
    'update publication_file set name = name',
    'update publication set title = title',
    'update publication set unit_id = unit_id',
    'update publication set published_at = published_at',
    'alter table audit disable row level security',
    'select * from auth."user"',
    'update unit set code = code',
    'update unit_version set name = name',
    'update territorial_link set extent = extent',
    'update vault_key set proof = proof',
    'update retention set months = 0',
    'select * from graphile_worker.jobs',
  ])('%s', async (statement) => {
    await expect(inScope(database.db, ofProvince(), (tx) => sql.raw(statement).execute(tx))).rejects.toThrow(
      /permission denied|must be owner/,
    )
  })

  test('the role that reads figures for sums reads nothing but figures', async () => {
    const rows = await database.asOwner<{ name: string }>(
      `select relname as name from pg_class join pg_namespace as space on space.oid = relnamespace
       where nspname in ('public', 'auth') and relkind in ('r', 'p') and relname <> all($1)
         and (has_table_privilege('kheo_reader', pg_class.oid, 'select')
           or has_table_privilege('kheo_reader', pg_class.oid, 'insert, update, delete'))
       order by relname`,
      [
        [
          'unit',
          'unit_version',
          'unit_composition',
          'indicator',
          'indicator_version',
          'template',
          'template_version',
          'template_line',
          ...[
            'legal_act',
            'territorial_event',
            'territorial_link',
            'territory_clock',
            'register_start',
            'reference_load',
            'tree_membership',
          ],
          ...['stated_division', 'stated_share'],
        ],
      ],
    )
    expect(rows.map((row) => row.name)).toEqual(['figure_change', 'figure_clock', 'figure_set', 'figure_value'])
  })
})

describe('the register of units', () => {
  const insertUnit = (scope: Scope, province: Id<'Unit'> | null) =>
    inScope(database.db, scope, async (tx) => {
      const id = newId<'Unit'>()
      await sql`insert into unit values (${id}, ${id}, ${province})`.execute(tx)
    })

  test('is read by everybody, and written by a province for itself alone', async () => {
    await insertUnit(ofProvince(), place.province)
    for (const [scope, province] of [
      [ofProvince(), null],
      [ofProvince(), place.other.province],
      [ofUnit(), place.province],
      [everybody, place.province],
    ] as const) {
      await expect(insertUnit(scope, province), JSON.stringify(scope)).rejects.toThrow(/row-level security/)
    }
    expect((await seen(everybody, { name: 'unit', hasUnit: false })).length).toBeGreaterThan(10)
  })

  test('of another province is neither closed nor taken away, whatever a query says', async () => {
    const changed = await inScope(database.db, ofProvince(), async (tx) => {
      const closed = await sql`update unit_version set valid = valid where province_id <> ${place.province}`.execute(tx)
      const gone = await sql`delete from unit_version where not is_local`.execute(tx)
      const events = await sql`delete from territorial_event`.execute(tx)
      const units = await sql`delete from unit where local_province_id is distinct from ${place.province}`.execute(tx)
      const held = await sql`delete from reference_hold`.execute(tx)
      return [closed, gone, events, units, held].map(({ numAffectedRows }) => numAffectedRows)
    })
    expect(changed).toEqual([0n, 0n, 0n, 0n, 0n])
    const ofCommune = await inScope(database.db, ofUnit(), (tx) =>
      sql`update unit_version set valid = valid`.execute(tx),
    )
    expect(ofCommune.numAffectedRows).toBe(0n)
  })

  test('takes no unit of another province into its own: by no version, no succession and no hold', async () => {
    const { province, other, doiChe } = place
    const born = newId<'Unit'>()
    const event = newId<'TerritorialEvent'>()
    const forged = (work: (tx: Tx) => Promise<unknown>) =>
      inScope(database.db, ofProvince(), async (tx) => {
        await sql`insert into unit values (${born}, 'xa-gia', ${province})`.execute(tx)
        await sql`insert into territorial_event (id, kind, happened_on, aggregation, province_id)
          values (${event}, 'merge', '2030-01-01', 'both', ${province})`.execute(tx)
        await sql`update unit_version set valid = daterange(lower(valid), '2030-01-01')
          where unit_id = ${doiChe} and upper_inf(valid)`.execute(tx)
        await work(tx)
        throw new Error('it was let through')
      })
    const version = (unit: UnitId, parent: UnitId) => (tx: Tx) =>
      sql`insert into unit_version (unit_id, valid, name, kind, level, parent_id, province_id, is_local)
        values (${unit}, '[2030-01-01,)', 'Xã Giả', 'commune', 'commune', ${parent}, ${province}, true)`.execute(tx)
    const link = (from: UnitId, to: UnitId) => (tx: Tx) =>
      sql`insert into territorial_link (event_id, from_unit_id, to_unit_id, extent, share_ppm, local_province_id)
        values (${event}, ${from}, ${to}, 'whole', 1000000, ${province})`.execute(tx)
    const held = (unit: UnitId) => (tx: Tx) =>
      sql`insert into reference_hold values ('unit_version', ${unit}, ${province})`.execute(tx)
    // Each as a command would write it, so that the refusals below are about the units and nothing else.
    for (const right of [version(born, province), version(doiChe, province), link(doiChe, born), held(doiChe)]) {
      await expect(forged(right)).rejects.toThrow('it was let through')
    }
    for (const wrong of [
      ...[version(other.gioLua, province), version(born, other.province), version(doiChe, other.gioLua)],
      ...[link(other.gioLua, born), link(doiChe, other.gioLua), link(place.benDo, born), held(other.gioLua)],
    ]) {
      await expect(forged(wrong)).rejects.toThrow(/row-level security/)
    }
  })

  test('a duty is taken away only where it followed from another', async () => {
    const gone = await inScope(database.db, ofProvince(), (tx) =>
      sql`delete from duty where follows_duty_id is null`.execute(tx),
    )
    expect(gone.numAffectedRows).toBe(0n)
  })
})

describe('whoever’s unit followed another', () => {
  const recorded = [
    ...['amendment', 'amendment_cell', 'amendment_event', 'amendment_explanation'],
    ...['award', 'award_book', 'award_file', 'award_move', 'ceremony', 'ceremony_award', 'praise'],
    ...[
      'commitment',
      'commitment_event',
      'commitment_file',
      'count_correction',
      'counted_fact',
      'dialogue',
      'dialogue_question',
      'dialogue_session',
      'document_number',
      'figure_change',
      'figure_set',
      'figure_target',
      'figure_target_version',
      'figure_value',
      'follow_up',
      'follow_up_past',
      'initiative',
      'initiative_file',
      'initiative_move',
      'initiative_year',
      'report',
      'report_copy',
      'report_event',
    ],
    ...['report_explanation', 'report_file', 'report_message', 'report_question'],
    ...['report_paragraph', 'report_task', 'report_task_outcome'],
    ...['campaign', 'contest', 'directive_file', 'directive_review', 'local_directive', 'pledge', 'work_item'],
    ...['visit', 'visit_stop', 'visit_initiative', 'finding', 'finding_move'],
    ...['meeting', 'meeting_speech', 'meeting_task', 'activity_file'],
  ]
  const ofSuccessor = (): Scope => ({ ...ofUnit(), also: [place.benDo] }) as Scope
  const ofNewProvince = (): Scope => ({ ...ofProvince(), also: [place.other.province] }) as Scope

  test('reads what that one recorded, and of people, duties, mail and the audit nothing', async () => {
    for (const table of tables.filter((one) => one.hasUnit && !isPublished(one.name))) {
      const units = new Set((await seen(ofSuccessor(), table)).map((row) => row.unit_id))
      const expected = recorded.includes(table.name) ? [place.doiChe, place.benDo] : [place.doiChe]
      expect([table.name, [...units].sort()]).toEqual([table.name, expected.sort()])
    }
  })

  test('of a province reads the province before it in the same tables, and no other', async () => {
    for (const table of tables.filter((one) => !isPublished(one.name))) {
      const provinces = new Set((await seen(ofNewProvince(), table)).map((row) => row.province_id))
      const expected = recorded.includes(table.name) ? [place.province, place.other.province] : [place.province]
      expect([table.name, [...provinces].sort()]).toEqual([table.name, expected.sort()])
    }
  })

  test('writes none of it: no row changes, none is locked, none is added', async () => {
    for (const name of ['report', 'figure_value', 'dialogue', 'report_question', 'report_file', 'report_explanation']) {
      const changed = await inScope(database.db, ofSuccessor(), (tx) =>
        sql`update ${sql.table(name)} set province_id = province_id where unit_id = ${place.benDo}`.execute(tx),
      )
      expect([name, changed.numAffectedRows]).toEqual([name, 0n])
      const locked = await inScope(database.db, ofSuccessor(), (tx) =>
        sql`select from ${sql.table(name)} where unit_id = ${place.benDo} for update`.execute(tx),
      )
      expect([name, locked.rows]).toEqual([name, []])
    }
    const [foreign] = await database.asOwner<Owned>(`select * from dialogue where unit_id = $1`, [place.benDo])
    await expect(insert(ofSuccessor(), { name: 'dialogue', hasUnit: true }, foreign)).rejects.toThrow(
      /row-level security/,
    )
  })

  test('and nothing of it is seen by who comes next on the same connection', async () => {
    const alone = openDatabase(database.url, { max: 1 })
    await seen(ofSuccessor(), { name: 'report', hasUnit: true }, alone)
    const units = new Set((await seen(ofUnit(), { name: 'report', hasUnit: true }, alone)).map((row) => row.unit_id))
    await alone.destroy()
    expect([...units]).toEqual([place.doiChe])
  })
})

describe('the scope ends with its transaction', () => {
  let one: Db
  beforeAll(() => {
    one = openDatabase(database.url, { max: 1 })
  })
  afterAll(() => one.destroy())

  async function left(db: Db): Promise<string[]> {
    const { rows } = await sql<{ name: string; value: string | null }>`
      select name, current_setting('app.' || name, true) as value
      from unnest(array['reach', 'province_id', 'unit_id']) as name`.execute(db)
    return rows.filter((row) => row.value).map((row) => row.name)
  }

  test('after it was done, after it failed, and after a refusal by the database, nothing of it remains', async () => {
    await inScope(one, ofUnit(), async () => undefined)
    expect(await left(one)).toEqual([])
    await expect(
      inScope(one, ofProvince(), () => {
        throw new Error('our own')
      }),
    ).rejects.toThrow('our own')
    expect(await left(one)).toEqual([])
    await expect(inScope(one, ofUnit(), (tx) => sql`select 1 / 0`.execute(tx))).rejects.toThrow('division by zero')
    expect(await left(one)).toEqual([])
    const { rows } = await sql<{ open: boolean }>`select now() <> statement_timestamp() as open`.execute(one)
    expect(rows).toEqual([{ open: false }])
  })

  test('a scope does not leak into the one that follows on the same connection', async () => {
    await inScope(one, ofUnit(), async () => undefined)
    await inScope(one, ofProvince(), async (tx) => {
      expect((await left(tx)).sort()).toEqual(['province_id', 'reach'])
    })
    await inScope(one, everybody, async (tx) => {
      expect(await left(tx)).toEqual(['reach'])
    })
  })

  test('many scopes at once, more than there are connections, each see their own', async () => {
    const mine = ofUnit()
    const theirs: Scope = { reach: 'province', province: place.other.province }
    const asked = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        seen(index % 2 ? mine : theirs, { name: 'figure_value', hasUnit: true }),
      ),
    )
    asked.forEach((rows, index) => {
      const province = index % 2 ? place.province : place.other.province
      expect(new Set(rows.map((row) => row.province_id))).toEqual(new Set([province]))
    })
  })

  test('a text that is no id is an error, not a way in', async () => {
    const odd = `${newId<'Unit'>()}'; set local app.reach = 'province` as Id<'Unit'>
    await expect(seen({ reach: 'unit', province: odd, unit: odd }, { name: 'report', hasUnit: true })).rejects.toThrow(
      /invalid input syntax for type uuid/,
    )
  })
})
