import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { beforeAll, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { newId, type Id } from '#kernel/ids.ts'
import { quarterOf, yearOf } from '#kernel/period.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { openAccess, type Access } from '#modules/access/access.server.ts'
import { scopeOf, type Actor } from '#modules/access/actor.ts'
import { createAccount, turnAccount } from '#modules/access/administration.server.ts'
import { auditChain, auditPage, wholeAudit } from '#modules/access/audit-queries.server.ts'
import { accountsPage } from '#modules/access/account-queries.server.ts'
import { endDuty, giveDuty } from '#modules/access/duties.server.ts'
import { handOver } from '#modules/access/handover.server.ts'
import { openAccountsOfList, previewList } from '#modules/access/listing.server.ts'
import { resetSignIn } from '#modules/access/resetting.server.ts'
import { completeReview } from '#modules/access/review.server.ts'
import { correctDialogue, recordDialogue, voidDialogue } from '#modules/activities/commands.server.ts'
import {
  decideQuestion,
  joinQuestions,
  partQuestion,
  typeQuestions,
} from '#modules/activities/asked-commands.server.ts'
import { answerAsked, moveCommitment } from '#modules/activities/commitment-commands.server.ts'
import type { DialogueEntry, DialogueId, DialoguePlan } from '#modules/activities/dialogue.ts'
import { attachEvidence, removeEvidence } from '#modules/activities/evidence-commands.server.ts'
import { changePlan, moveDialogue, planDialogue } from '#modules/activities/plan-commands.server.ts'
import type { AwardEntry, AwardId } from '#modules/commendation/award.ts'
import { openCertificates } from '#modules/commendation/certificate-commands.server.ts'
import { beginAward, correctAward } from '#modules/commendation/commands.server.ts'
import { attachAwardEvidence, removeAwardEvidence } from '#modules/commendation/file-commands.server.ts'
import {
  chooseHandedOut,
  recordCeremony,
  recordPraise,
  setCommendationRule,
  voidCeremony,
  voidPraise,
} from '#modules/commendation/list-commands.server.ts'
import { chooseLaw, decideAward, moveAward, voteOnAward } from '#modules/commendation/move-commands.server.ts'
import { openName } from '#modules/commendation/name-commands.server.ts'
import { correctFollowUp, recordFollowUp, voidFollowUp } from '#modules/movement/follow-commands.server.ts'
import type { FollowEntry } from '#modules/movement/follow.ts'
import {
  attachInitiativeFiles,
  describeInitiativeFile,
  removeInitiativeFile,
} from '#modules/movement/initiative-file-commands.server.ts'
import { preparePage, publishPage, withdrawLibraryPage } from '#modules/movement/library-commands.server.ts'
import { replicateInitiative, replicationPage } from '#modules/movement/replication.server.ts'
import { handOverInitiative, takeOver } from '#modules/movement/handing-over.server.ts'
import type { InitiativeId } from '#modules/movement/initiative.ts'
import { moveList, previewMoves } from '#modules/movement/listing-moves.server.ts'
import { continueInitiative, judgeEffective, mergeInitiative, moveInitiative } from '#modules/movement/moving.server.ts'
import { openHolderName } from '#modules/movement/holder-name.server.ts'
import { discardDraft, openRegistration, writeInitiative } from '#modules/movement/registering.server.ts'
import { blankEntry } from '#modules/movement/registration.ts'
import { importRegistrations, previewRegistrations } from '#modules/movement/registration-listing.server.ts'
import { undoList, undoMove } from '#modules/movement/undoing.server.ts'
import { stateWindow } from '#modules/movement/windows.server.ts'
import {
  addMovementWord,
  renameMovementWord,
  retireMovementWord,
  stateReceivers,
} from '#modules/movement/word-commands.server.ts'
import { chooseFigure, moveFigure, removeFigure, restoreFigures } from '#modules/brief/commands.server.ts'
import {
  correctDirective,
  correctReview,
  recordDirective,
  recordReview,
  voidDirective,
  voidReview,
} from '#modules/directives/commands.server.ts'
import { attachDirectiveFile, removeDirectiveFile } from '#modules/directives/file-commands.server.ts'
import { publishDirective, withdrawDirective } from '#modules/directives/publishing-commands.server.ts'
import {
  correctCampaign,
  correctPledge,
  correctWorkItem,
  judgePledge,
  recordCampaign,
  recordPledge,
  recordWorkItem,
  voidCampaign,
  voidPledge,
  voidWorkItem,
} from '#modules/movement/campaign-commands.server.ts'
import {
  correctContest,
  recordContest,
  reopenContest,
  scoreContest,
  settleContest,
  voidContest,
} from '#modules/movement/contest-commands.server.ts'
import { keepSheets, sheetEntries, type KeptSheets } from './support/sheets.ts'
import { addRule, changeRule, resetRule } from '#modules/figures/check-rule-commands.server.ts'
import { defineFormula, retireFormula, reviseFormula } from '#modules/figures/formula-commands.server.ts'
import type { FormulaEntry } from '#modules/figures/formula.ts'
import type { BodyId } from '#modules/organisation/body.ts'
import {
  changeFunctions,
  endBody,
  establishBody,
  handOverFunctions,
  mergeBody,
  renameBody,
  type BodyEntry,
} from '#modules/organisation/body-commands.server.ts'
import { correctBody, undoBodyChange } from '#modules/organisation/body-undo.server.ts'
import type { SubCommuneUnitId } from '#modules/organisation/sub-commune.ts'
import {
  changeSubCommune,
  correctSubCommune,
  countHouseholds,
  createSubCommune,
  endSubCommune,
} from '#modules/organisation/sub-commune-commands.server.ts'
import { importSubCommunes, previewSubCommunes } from '#modules/organisation/sub-commune-listing.server.ts'
import {
  assignSubCommune,
  mergeSubCommunes,
  splitSubCommune,
  undoSubCommuneChange,
} from '#modules/organisation/sub-commune-merging.server.ts'
import { endPlaceInTree, placeInTree, voidPlaceInTree } from '#modules/organisation/tree-commands.server.ts'
import { addWord, retireWord, statePattern, withdrawPattern } from '#modules/organisation/word-commands.server.ts'
import { listTargets, previewTargets } from '#modules/figures/target-listing.server.ts'
import { stateUnitSizes, withdrawUnitSize } from '#modules/figures/unit-size-commands.server.ts'
import { listUnitSizes, previewUnitSizes } from '#modules/figures/unit-size-listing.server.ts'
import type { TargetId } from '#modules/figures/target.ts'
import { reviseTarget, setTarget, withdrawTarget } from '#modules/figures/target-commands.server.ts'
import { setTargets } from '#modules/figures/target-many.server.ts'
import { confirmEstimate, endConfirmation, enterNotice, withdrawNotice } from '#modules/calendar/commands.server.ts'
import {
  acceptReport,
  beginReport,
  publishReport,
  recallReport,
  returnReport,
  submitReport,
} from '#modules/reporting/commands.server.ts'
import { explainFinding, saveCells } from '#modules/reporting/entry-commands.server.ts'
import { closePeriod, reopenPeriod } from '#modules/reporting/closing-commands.server.ts'
import { extendObligations, withdrawExtension } from '#modules/reporting/extension-commands.server.ts'
import {
  addObligationRule,
  askAgain,
  endObligationRule,
  previewObligationRule,
  waiveObligation,
} from '#modules/reporting/obligation-commands.server.ts'
import type { NewRule } from '#modules/reporting/obligation-rule.ts'
import {
  askAmendment,
  explainAmended,
  moveAmendment,
  openAmendment,
} from '#modules/reporting/amendment-commands.server.ts'
import { saveAmendment } from '#modules/reporting/amendment-entry-commands.server.ts'
import {
  cancelPublicationPlan,
  planPublication,
  withdrawReport,
} from '#modules/reporting/publication-commands.server.ts'
import {
  answerQuestion,
  askQuestion,
  reopenQuestion,
  settleQuestion,
} from '#modules/reporting/question-commands.server.ts'
import { acceptTogether, unacceptReport, unacceptTogether } from '#modules/reporting/bulk-accept-commands.server.ts'
import { remindUnits, setLadder } from '#modules/reporting/reminder-commands.server.ts'
import { correctCount, withdrawCorrection } from '#modules/reporting/count-correction-commands.server.ts'
import { setIssuingWords, withdrawIssuingWords } from '#modules/reporting/issuing-words-commands.server.ts'
import { cancelNumber, reserveNumber, setNumbering, typeNumber } from '#modules/reporting/number-commands.server.ts'
import { attachFiles, chooseFilePublic, describeFile, removeFile } from '#modules/reporting/file-commands.server.ts'
import { homePage } from '#modules/reporting/home-queries.server.ts'
import { restoreSection, saveSections } from '#modules/reporting/narrative-commands.server.ts'
import { addPlanTask, changePlanTask, dropPlanTask, sayOutcome } from '#modules/reporting/task-commands.server.ts'
import { noticePresence } from '#modules/reporting/presence-commands.server.ts'
import { provincePage } from '#modules/reporting/province-queries.server.ts'
import { reportPage } from '#modules/reporting/queries.server.ts'
import { dropWorkbookMap, saveWorkbookMap } from '#modules/reporting/workbook-map-commands.server.ts'
import { carryForward } from '#modules/reporting/carry-commands.server.ts'
import { currentTemplate, type QuestionId, type ReportId, type TemplateVersionId } from '#modules/reporting/report.ts'
import {
  beginVersion,
  changeDraft,
  createTemplate,
  endTemplate,
  putInUse,
  undoDraftChange,
  withdrawDraft,
} from '#modules/reporting/template-commands.server.ts'
import { receiveTemplate } from '#modules/reporting/template-file-commands.server.ts'
import { redoEntry, undoEntry } from '#modules/reporting/undo-commands.server.ts'
import {
  beginReorganisation,
  changeReorganisation,
  decideReorganisation,
  discardReorganisation,
  undoReorganisation,
} from '#modules/reorganisation/commands.server.ts'
import { stateDivisions, withdrawDivision } from '#modules/reorganisation/division-commands.server.ts'
import { listDivisions, previewDivisions } from '#modules/reorganisation/division-listing.server.ts'
import { emptyDraft, type ReorganisationId } from '#modules/reorganisation/draft.ts'
import { listSteps, previewSteps } from '#modules/reorganisation/listing.server.ts'
import { enterShares } from '#modules/reorganisation/measuring.server.ts'
import { reorganisationList, reorganisationPage } from '#modules/reorganisation/queries.server.ts'
import { addSubjects, assignAppraiser, openRound, removeSubject } from '#modules/movement/appraisal-commands.server.ts'
import {
  closeRound,
  decideRound,
  findNotEligible,
  judgeByArea,
  recordMinutes,
  reopenRound,
} from '#modules/movement/appraisal-decision-commands.server.ts'
import { handIn, saveMarks, takeBack } from '#modules/movement/appraisal-mark-commands.server.ts'
import type { AppraisalRoundId, SubjectRef } from '#modules/movement/appraisal.ts'
import { changeScoringSet, createScoringSet } from '#modules/movement/scoring-commands.server.ts'
import type { ScoringLine, ScoringSetId } from '#modules/movement/scoring-set.ts'
import { deleteQuestion, renameQuestion, saveQuestion } from '#modules/figures/saved-question-commands.server.ts'
import { changeTask } from '#modules/reorganisation/task-commands.server.ts'
import { inScope } from '#platform/database.ts'
import { localStore } from '#platform/files/local-store.ts'
import { testSecret } from './support/access.ts'
import { attachActivityFiles, removeActivityFile } from '#modules/activities/activity-file-commands.server.ts'
import { correctFinding, moveFinding, raiseFinding } from '#modules/activities/finding-commands.server.ts'
import { correctMeeting, recordMeeting, voidMeeting } from '#modules/activities/meeting-commands.server.ts'
import { completeTask, reopenTask, setTask, voidTask } from '#modules/activities/meeting-task-commands.server.ts'
import {
  correctVisit,
  recordVisit,
  seeInitiative,
  unseeInitiative,
  voidVisit,
} from '#modules/activities/visit-commands.server.ts'
import { addTopic, correctPlan, planVisit, useTopic, voidPlan } from '#modules/activities/visit-plan-commands.server.ts'
import { blocVisit, conferenceHeld, keepActivities, type KeptActivities } from './support/activities.ts'
import { memoryStore } from './support/memory-store.ts'
import { testVault } from './support/contacts.ts'
import { useDatabase } from './support/database.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { desk, doneBy, submitNow } from './support/reports.ts'

const database = useDatabase()
const { as, typed } = desk(database)
let place: TestProvince
let access: Access
let auditor: Actor
let ofCommune: Actor
let draft: ReportId
let submitted: ReportId
let dialogue: DialogueId
let kept: KeptActivities
let award: AwardId
let initiative: InitiativeId
let body: BodyId
let hamlet: SubCommuneUnitId
let meant: ReorganisationId
let target: TargetId
let scoringSet: ScoringSetId
let round: AppraisalRoundId
let sheets: KeptSheets

beforeAll(async () => {
  place = await settleProvince(database)
  access = openAccess({ db: database.db, url: database.url, secret: testSecret })
  const person = { name: 'Tô Thị Soi', duty: 'auditor' as const, province: place.province }
  auditor = { ...person, account: newId<'Account'>(), unit: place.province }
  ofCommune = { ...person, account: newId<'Account'>(), unit: place.doiChe }
  draft = await typed(place.people.doiCheOfficer, { F01: '12' })
  submitted = await typed(place.people.doiCheOfficer, { D01: '1' }, quarterOf(2026, 2))
  await submitNow(as(place.people.doiCheOfficer), submitted)
  body = doneBy(await establishBody(as(place.people.doiCheOfficer), newId(), place.doiChe, bloc))
  hamlet = doneBy(await createSubCommune(as(place.people.doiCheOfficer), newId(), thon))
  doneBy(await defineFormula(as(place.people.reviewer), formula))
  dialogue = doneBy(await recordDialogue(as(place.people.doiCheOfficer), newId<'Dialogue'>(), meeting))
  kept = await keepActivities(as(place.people.doiCheOfficer))
  const ground = { unit: place.doiChe, source: noSource }
  award = doneBy(await beginAward(as(place.people.doiCheOfficer), testVault, newId(), ground, proposed, ''))
  initiative = newId<'Initiative'>()
  doneBy(await openRegistration(as(place.people.doiCheOfficer), testVault, initiative, registration))
  const ofOfficer = { ...aimedAt, unit: place.doiChe }
  target = doneBy(await setTarget(as(place.people.doiCheOfficer), newId<'Target'>(), ofOfficer))
  scoringSet = doneBy(await createScoringSet(as(place.people.reviewer), newId<'ScoringSet'>(), scoringEntry))
  round = doneBy(await openRound(as(place.people.reviewer), newId<'AppraisalRound'>(), roundEntry()))
  doneBy(await addSubjects(as(place.people.reviewer), round, 'all'))
  sheets = await keepSheets(as(place.people.doiCheOfficer))
  meant = newId<'Reorganisation'>()
  doneBy(await beginReorganisation(as(place.people.administrator), meant, { ...emptyDraft, title: 'Sáp nhập thử' }))
  return () => access.identity.close()
})

const boardAsked = { template: currentTemplate, period: quarterOf(2026, 2) }
const ctx = (actor: Actor) => ({ actor, now: new Date() })
const someone = (): Id<'Account'> => place.people.doiCheOfficer.account

/** A refused command reaches no store; if one did, writing here would fail loudly. */
const plannedTask = { text: 'Họp dân về đường nước', owner: 'Khối Dân vận', due: null, cell: null }
const nowhere = localStore('/proc/nowhere')

const planOfDialogue: DialoguePlan = {
  ...{ heldOn: localDate('2099-01-05'), subject: 'Thử', place: '', isThematic: false, startsAt: '', chairedBy: '' },
  ...{ invited: '', announcement: '', questionsUntil: null, sessions: [] },
}

type Try = (actor: Actor) => Promise<Outcome<unknown, { code: string }>>

/** Every command there is in these modules, sent by somebody who may only read, about things that exist. */
const owedMonthly: NewRule = {
  ...{ template: currentTemplate, tree: 'state', levels: ['commune'], regime: 'month', until: null },
  ...{ due: { by: 'calendar-days', count: 5 }, least: 100, from: localDate('2026-10-01') },
  ...{ source: 'Công văn số 12-CV/BTGDV của Ban', isCertain: true },
}

const draftOfTemplate = 'dan-van@3' as TemplateVersionId
const tries: Record<string, Try> = {
  createAccount: (actor) =>
    createAccount(access, ctx(actor), {
      ...{ signInName: 'ke.la', displayName: 'Kẻ Lạ', kind: 'commune-officer', unit: place.doiChe },
    }),
  turnAccount: (actor) => turnAccount(access, ctx(actor), someone(), 'off'),
  giveDuty: (actor) => giveDuty(access, ctx(actor), someone(), { kind: 'administrator', unit: place.province }),
  endDuty: (actor) => endDuty(access, ctx(actor), someone(), newId<'Duty'>()),
  resetSignIn: (actor) => resetSignIn(access, ctx(actor), someone(), { what: 'both', reason: 'phone-lost' }),
  previewList: (actor) => previewList(access, ctx(actor), 'Họ và tên,Tên đăng nhập,Nhiệm vụ,Đơn vị\nA,a.b,c,d'),
  openAccountsOfList: (actor) => openAccountsOfList(access, ctx(actor), 'Họ và tên\nA'),
  handOver: (actor) =>
    handOver(access, ctx(actor), {
      ...{ from: someone(), to: place.people.doiCheColleague.account, duty: newId<'Duty'>(), confirmed: true },
      ...{ firstDay: localDate('2027-01-01'), openReports: 0, openQuestions: 0 },
    }),
  completeReview: (actor) => completeReview(access, ctx(actor), { shown: new Set(), choices: new Map() }),
  receiveTemplate: (actor) => receiveTemplate(as(actor), { text: '{}', name: null }),
  createTemplate: (actor) => createTemplate(as(actor), { name: 'Mẫu lạ', from: null }),
  beginVersion: (actor) => beginVersion(as(actor), currentTemplate),
  changeDraft: (actor) => changeDraft(as(actor), draftOfTemplate, { kind: 'delete-section', section: 'D' }),
  undoDraftChange: (actor) => undoDraftChange(as(actor), draftOfTemplate, 1),
  putInUse: (actor) => putInUse(as(actor), draftOfTemplate, 1, localDate('2027-01-01')),
  withdrawDraft: (actor) => withdrawDraft(as(actor), draftOfTemplate),
  endTemplate: (actor) => endTemplate(as(actor), currentTemplate, localDate('2027-01-01')),
  beginReport: (actor) =>
    beginReport(as(actor), { unit: actor.unit, template: currentTemplate, period: quarterOf(2026, 1) }),
  saveCells: (actor) =>
    saveCells(as(actor), draft, [
      { cell: { code: 'F01', dimension: '' }, raw: '13', note: '', was: { raw: '12', note: '' } },
    ]),
  explainFinding: (actor) => explainFinding(as(actor), draft, 'Q02:F01', 'Một lời giải thích đủ dài để nhận.'),
  submitReport: (actor) => submitReport(as(actor), draft, 2),
  recallReport: (actor) => recallReport(as(actor), submitted, 3),
  returnReport: (actor) =>
    returnReport(as(actor), submitted, 3, [{ cell: { code: 'D01', dimension: '' }, text: 'Hỏi một câu' }]),
  answerQuestion: (actor) => answerQuestion(as(actor), draft, newId<'Question'>() as QuestionId, 'Trả lời'),
  acceptReport: (actor) => acceptReport(as(actor), submitted, 3),
  publishReport: (actor) => publishReport(as(actor), submitted, 3),
  openAmendment: (actor) => openAmendment(as(actor), submitted, 'Một lý do đủ dài để nhận'),
  askAmendment: (actor) => askAmendment(as(actor), submitted, 'Một lý do đủ dài để nhận'),
  saveAmendment: (actor) => saveAmendment(as(actor), submitted, 1, []),
  explainAmended: (actor) => explainAmended(as(actor), submitted, 1, 'Q02:F01', 'Một lời giải thích đủ dài để nhận.'),
  moveAmendment: (actor) => moveAmendment(as(actor), submitted, 1, { move: 'accept', version: 1, note: '' }),
  planPublication: (actor) => planPublication(as(actor), submitted, 3, new Date('2030-01-01')),
  cancelPublicationPlan: (actor) => cancelPublicationPlan(as(actor), submitted),
  withdrawReport: (actor) => withdrawReport(as(actor), submitted, 3, 'Một lý do đủ dài để gỡ'),
  askQuestion: (actor) =>
    askQuestion(as(actor), submitted, {
      cell: { code: 'D01', dimension: '' },
      text: 'Hỏi một câu',
      to: null,
      due: null,
    }),
  settleQuestion: (actor) => settleQuestion(as(actor), submitted, newId<'Question'>() as QuestionId),
  reopenQuestion: (actor) => reopenQuestion(as(actor), submitted, newId<'Question'>() as QuestionId, 'Hỏi thêm câu'),
  acceptTogether: (actor) => acceptTogether(as(actor), boardAsked, [{ report: submitted, version: 3 }]),
  unacceptReport: (actor) => unacceptReport(as(actor), submitted),
  unacceptTogether: (actor) => unacceptTogether(as(actor), [submitted]),
  remindUnits: (actor) => remindUnits(as(actor), boardAsked, { units: [place.doiChe], leaders: false, words: '' }),
  setLadder: (actor) => setLadder(as(actor), { isOn: true, rungs: [{ days: 0, leaders: false }], version: 0 }),
  attachFiles: (actor) =>
    attachFiles(as(actor), nowhere, draft, [{ name: 'Biên bản.txt', content: Buffer.from('một') }], {
      caption: '',
      people: null,
    }),
  describeFile: (actor) => describeFile(as(actor), draft, newId(), { caption: 'Khác', people: 'none' }),
  removeFile: (actor) => removeFile(as(actor), draft, newId()),
  chooseFilePublic: (actor) => chooseFilePublic(as(actor), draft, newId(), true),
  noticePresence: (actor) => noticePresence(as(actor), draft, 'F01'),
  carryForward: (actor) => carryForward(as(actor), draft, null),
  saveWorkbookMap: (actor) =>
    saveWorkbookMap(as(actor), {
      ...{ name: 'Biểu khác', shape: 'a|b' },
      layout: { head: 0, names: 0, values: { kind: 'one', column: 1 }, note: -1 },
    }),
  dropWorkbookMap: (actor) => dropWorkbookMap(as(actor), newId<'WorkbookMap'>()),
  undoEntry: (actor) => undoEntry(as(actor), draft, null),
  redoEntry: (actor) => redoEntry(as(actor), draft, null),
  beginReorganisation: (actor) =>
    beginReorganisation(as(actor), newId<'Reorganisation'>(), { ...emptyDraft, title: 'Khác' }),
  changeReorganisation: (actor) =>
    changeReorganisation(as(actor), meant, 1, { what: 'head', ...emptyDraft, title: 'Khác' }),
  discardReorganisation: (actor) => discardReorganisation(as(actor), meant, 1),
  decideReorganisation: (actor) => decideReorganisation(as(actor), meant, 1),
  undoReorganisation: (actor) => undoReorganisation(as(actor), meant, 1),
  enterShares: (actor) => enterShares(as(actor), meant, 1, { from: place.cauGo, measures: new Map(), source: '' }),
  stateDivisions: (actor) => stateDivisions(as(actor), []),
  withdrawDivision: (actor) => withdrawDivision(as(actor), newId<'StatedDivision'>(), 'Ghi nhầm'),
  previewDivisions: (actor) => previewDivisions(as(actor), 'Mã cũ,Mã mới,Số\n1,2,3', { basis: 'people', source: 'x' }),
  listDivisions: (actor) => listDivisions(as(actor), 'Mã cũ,Mã mới,Số\n1,2,3', { basis: 'people', source: 'x' }),
  changeTask: (actor) => changeTask(as(actor), meant, 1, newId<'ReorganisationTask'>(), { owner: null, isDone: true }),
  previewSteps: (actor) => previewSteps(as(actor), meant, 'Bước,Việc,Đơn vị,Tên mới\n1,đổi tên,Xã Cầu Gỗ,Cầu'),
  listSteps: (actor) => listSteps(as(actor), meant, 1, 'Bước,Việc,Đơn vị,Tên mới\n1,đổi tên,Xã Cầu Gỗ,Cầu'),
  recordDialogue: (actor) => recordDialogue(as(actor), newId<'Dialogue'>(), meeting),
  correctDialogue: (actor) => correctDialogue(as(actor), dialogue, 1, { ...meeting, opinions: 3 }),
  voidDialogue: (actor) => voidDialogue(as(actor), dialogue, 1, 'Ghi trùng'),
  recordCampaign: (actor) => recordCampaign(as(actor), newId(), sheetEntries.campaign),
  correctCampaign: (actor) => correctCampaign(as(actor), sheets.campaign, 1, sheetEntries.campaign),
  voidCampaign: (actor) => voidCampaign(as(actor), sheets.campaign, 1, 'Ghi trùng'),
  recordPledge: (actor) => recordPledge(as(actor), newId(), sheetEntries.pledge),
  correctPledge: (actor) => correctPledge(as(actor), sheets.pledge, 1, (before) => before),
  judgePledge: (actor) => judgePledge(as(actor), sheets.pledge, 1, ['kept']),
  voidPledge: (actor) => voidPledge(as(actor), sheets.pledge, 1, 'Ghi trùng'),
  recordContest: (actor) => recordContest(as(actor), newId(), sheetEntries.contest),
  correctContest: (actor) => correctContest(as(actor), sheets.contest, 1, (before) => before),
  scoreContest: (actor) => scoreContest(as(actor), sheets.contest, 1, [{ scores: ['1'], prize: '' }]),
  settleContest: (actor) => settleContest(as(actor), sheets.contest, 1),
  reopenContest: (actor) => reopenContest(as(actor), sheets.contest, 1),
  voidContest: (actor) => voidContest(as(actor), sheets.contest, 1, 'Ghi trùng'),
  recordWorkItem: (actor) => recordWorkItem(as(actor), newId(), sheetEntries.workItem),
  correctWorkItem: (actor) => correctWorkItem(as(actor), sheets.workItem, 1, sheetEntries.workItem),
  voidWorkItem: (actor) => voidWorkItem(as(actor), sheets.workItem, 1, 'Ghi trùng'),
  recordDirective: (actor) => recordDirective(as(actor), newId(), sheetEntries.directive),
  correctDirective: (actor) => correctDirective(as(actor), sheets.directive, 1, sheetEntries.directive),
  voidDirective: (actor) => voidDirective(as(actor), sheets.directive, 1, 'Ghi trùng'),
  attachDirectiveFile: (actor) => attachDirectiveFile(as(actor), nowhere, sheets.directive, null),
  removeDirectiveFile: (actor) => removeDirectiveFile(as(actor), sheets.directive, newId()),
  publishDirective: (actor) => publishDirective(as(actor), sheets.directive, 1),
  withdrawDirective: (actor) => withdrawDirective(as(actor), sheets.directive, 'Nhầm'),
  recordReview: (actor) => recordReview(as(actor), newId(), sheetEntries.review),
  correctReview: (actor) => correctReview(as(actor), sheets.review, 1, sheetEntries.review),
  voidReview: (actor) => voidReview(as(actor), sheets.review, 1, 'Ghi trùng'),
  recordVisit: (actor) => recordVisit(as(actor), newId<'FieldVisit'>(), blocVisit),
  correctVisit: (actor) => correctVisit(as(actor), kept.visit, 2, { ...blocVisit, subject: 'Khác' }),
  voidVisit: (actor) => voidVisit(as(actor), kept.visit, 2, 'Ghi trùng'),
  seeInitiative: (actor) =>
    seeInitiative(as(actor), kept.visit, 2, {
      ...{ province: place.province, id: newId<'Initiative'>(), name: 'Khác', on: blocVisit.heldOn },
    }),
  unseeInitiative: (actor) => unseeInitiative(as(actor), kept.visit, 2, kept.initiative),
  raiseFinding: (actor) =>
    raiseFinding(as(actor), kept.visit, newId<'Finding'>(), { said: 'Khác', severity: 'light', dueOn: null, owner: 0 }),
  correctFinding: (actor) =>
    correctFinding(as(actor), kept.finding, 1, { said: 'Khác', severity: 'light', dueOn: null }),
  moveFinding: (actor) => moveFinding(as(actor), kept.finding, 1, 'close', 'Đã xem'),
  planVisit: (actor) =>
    planVisit(as(actor), newId<'VisitPlan'>(), 2026, {
      kind: 'survey',
      subject: 'x',
      quarter: null,
      unitsPlanned: null,
    }),
  correctPlan: (actor) =>
    correctPlan(as(actor), kept.plan, 1, { kind: 'survey', subject: 'x', quarter: null, unitsPlanned: null }),
  voidPlan: (actor) => voidPlan(as(actor), kept.plan, 1, 'Thôi'),
  addTopic: (actor) => addTopic(as(actor), newId<'VisitTopic'>(), 'Khác'),
  useTopic: (actor) => useTopic(as(actor), newId<'VisitTopic'>(), 1, false),
  recordMeeting: (actor) => recordMeeting(as(actor), newId<'Meeting'>(), conferenceHeld),
  correctMeeting: (actor) => correctMeeting(as(actor), kept.meeting, 1, { ...conferenceHeld, subject: 'Khác' }),
  voidMeeting: (actor) => voidMeeting(as(actor), kept.meeting, 1, 'Ghi trùng'),
  setTask: (actor) =>
    setTask(as(actor), kept.meeting, newId<'MeetingTask'>(), {
      owner: 'x',
      content: 'x',
      dueOn: conferenceHeld.heldOn,
    }),
  completeTask: (actor) => completeTask(as(actor), kept.task, 1, 'Xong'),
  reopenTask: (actor) => reopenTask(as(actor), kept.task, 1),
  voidTask: (actor) => voidTask(as(actor), kept.task, 1, 'Thôi'),
  attachActivityFiles: (actor) =>
    attachActivityFiles(
      ...([as(actor), memoryStore(), { kind: 'visit', id: kept.visit }] as const),
      [{ name: 'x.txt', content: Buffer.from('x') }],
      { caption: '', people: null },
    ),
  removeActivityFile: (actor) =>
    removeActivityFile(as(actor), { kind: 'visit', id: kept.visit }, newId<'ActivityFile'>()),
  planDialogue: (actor) => planDialogue(as(actor), newId<'Dialogue'>(), planOfDialogue),
  changePlan: (actor) => changePlan(as(actor), dialogue, 1, planOfDialogue),
  moveDialogue: (actor) => moveDialogue(as(actor), dialogue, 1, 'draft'),
  typeQuestions: (actor) => typeQuestions(as(actor), dialogue, 1, 'hall', ['Bao giờ có nước?']),
  decideQuestion: (actor) => decideQuestion(as(actor), dialogue, newId(), 1, { state: 'taken' }),
  joinQuestions: (actor) => joinQuestions(as(actor), dialogue, newId(), [newId()]),
  partQuestion: (actor) => partQuestion(as(actor), dialogue, newId(), 1),
  answerAsked: (actor) =>
    answerAsked(as(actor), dialogue, newId(), 0, {
      kind: 'answered',
      answer: 'Có',
      owner: '',
      due: null,
      asker: 'unknown',
    }),
  moveCommitment: (actor) =>
    moveCommitment(as(actor), newId(), 1, 'finish', { words: 'Xong', dueOn: null, owner: '', asker: 'unknown' }),
  attachEvidence: (actor) => attachEvidence(as(actor), nowhere, newId(), null),
  removeEvidence: (actor) => removeEvidence(as(actor), newId(), newId()),
  correctCount: (actor) =>
    correctCount(as(actor), draft, { code: 'D03', dimension: '' }, { raw: '5', reason: 'Sổ thiếu hai cuộc', was: '' }),
  addObligationRule: (actor) => addObligationRule(as(actor), owedMonthly),
  previewObligationRule: (actor) => previewObligationRule(as(actor), owedMonthly),
  endObligationRule: (actor) =>
    endObligationRule(as(actor), newId(), { until: localDate('2099-12-31'), reason: 'Thôi không cần', version: 1 }),
  waiveObligation: (actor) => waiveObligation(as(actor), newId(), { reason: 'Thôi không cần', version: 1 }),
  askAgain: (actor) => askAgain(as(actor), newId(), 1),
  extendObligations: (actor) =>
    extendObligations(as(actor), {
      ...{ template: currentTemplate, period: quarterOf(2026, 3), units: [place.doiChe], reason: 'Mưa lũ nhiều ngày' },
      until: localDate('2099-12-31'),
    }),
  withdrawExtension: (actor) => withdrawExtension(as(actor), newId()),
  closePeriod: (actor) => closePeriod(as(actor), { period: quarterOf(2026, 3), note: '', gaps: [] }),
  reopenPeriod: (actor) => reopenPeriod(as(actor), { period: quarterOf(2026, 3), reason: 'Còn báo cáo đến sau' }),
  saveSections: (actor) => saveSections(as(actor), draft, [{ section: 'ket-qua', text: 'Lời', seen: 0 }]),
  restoreSection: (actor) => restoreSection(as(actor), draft, { section: 'ket-qua', n: 1, seen: 1 }),
  reserveNumber: (actor) => reserveNumber(as(actor), submitted, { layout: 'state', type: 'report' }),
  typeNumber: (actor) =>
    typeNumber(as(actor), submitted, { layout: 'state', type: 'report' }, { number: '5', signedOn: '1/10/2026' }),
  cancelNumber: (actor) => cancelNumber(as(actor), newId(), 'Văn bản in sai'),
  setIssuingWords: (actor) =>
    setIssuingWords(
      as(actor),
      { kind: 'commune', unit: null, layout: 'state' },
      {
        validFrom: '1/1/2027',
        words: {
          ...{ superior: '', body: 'Ủy ban', symbol: 'BC', place: '{place}', signsFor: 'Ủy ban' },
          ...{ signerTitle: 'Chủ tịch', recipients: ['Lưu: VT'] },
        },
      },
    ),
  withdrawIssuingWords: (actor) => withdrawIssuingWords(as(actor), newId<'IssuingWords'>()),
  setNumbering: (actor) =>
    setNumbering(as(actor), 'state', 0, { way: 'reserved', term: '', lastReport: '0', lastLetter: '0' }),
  addPlanTask: (actor) => addPlanTask(as(actor), draft, newId(), plannedTask),
  changePlanTask: (actor) => changePlanTask(as(actor), draft, newId(), 1, plannedTask),
  dropPlanTask: (actor) => dropPlanTask(as(actor), draft, newId(), 1, 'Không làm nữa vì trùng việc'),
  sayOutcome: (actor) => sayOutcome(as(actor), draft, newId(), { outcome: 'done', why: '', seen: 0 }),
  withdrawCorrection: (actor) => withdrawCorrection(as(actor), draft, { code: 'D03', dimension: '' }),
  beginAward: (actor) =>
    beginAward(as(actor), testVault, newId(), { unit: place.doiChe, source: noSource }, proposed, ''),
  correctAward: (actor) => correctAward(as(actor), testVault, award, 1, proposed, ''),
  moveAward: (actor) => moveAward(as(actor), award, 1, 'submit', ''),
  voteOnAward: (actor) =>
    voteOnAward(as(actor), award, 1, {
      ...{ members: 3, present: 3, votesFor: 3, votesAgainst: 0, abstentions: 0, on: meeting.heldOn },
    }),
  decideAward: (actor) => decideAward(as(actor), award, 1, { number: '1/QĐ', on: meeting.heldOn }),
  chooseLaw: (actor) => chooseLaw(as(actor), award, 1, 'Có lợi hơn'),
  openName: (actor) => openName(as(actor), testVault, award),
  openCertificates: (actor) => openCertificates(as(actor), testVault, [award], null),
  attachAwardEvidence: (actor) =>
    attachAwardEvidence(as(actor), nowhere, award, { name: 'a.txt', content: Buffer.from('một') }, ''),
  removeAwardEvidence: (actor) => removeAwardEvidence(as(actor), award, newId()),
  recordPraise: (actor) =>
    recordPraise(as(actor), newId(), {
      ...{ day: meeting.heldOn, recipientKind: 'collective', recipient: 'Tổ', what: 'Việc', occasion: '' },
    }),
  voidPraise: (actor) => voidPraise(as(actor), newId(), 1, 'Ghi trùng'),
  recordCeremony: (actor) => recordCeremony(as(actor), newId(), { day: meeting.heldOn, name: 'Lễ', place: '' }),
  chooseHandedOut: (actor) => chooseHandedOut(as(actor), newId(), 1, []),
  voidCeremony: (actor) => voidCeremony(as(actor), newId(), 1, 'Hoãn'),
  setCommendationRule: (actor) => setCommendationRule(as(actor), 'medal-years', { value: '15', source: 'Quy chế' }),
  openRegistration: (actor) => openRegistration(as(actor), testVault, newId<'Initiative'>(), registration),
  writeInitiative: (actor) => writeInitiative(as(actor), testVault, initiative, 1, { entry: { goals: 'Khác' } }),
  discardDraft: (actor) => discardDraft(as(actor), initiative, 1),
  moveInitiative: (actor) => moveInitiative(as(actor), initiativeYear(), 'register', {}),
  mergeInitiative: (actor) => mergeInitiative(as(actor), initiativeYear(), newId<'Initiative'>(), { reason: 'x' }),
  continueInitiative: (actor) => continueInitiative(as(actor), initiative, { year: 2027, scope: 'commune', theme: '' }),
  judgeEffective: (actor) => judgeEffective(as(actor), initiativeYear(), since.from),
  undoMove: (actor) => undoMove(as(actor), initiativeYear()),
  undoList: (actor) => undoList(as(actor), newId<'MoveList'>()),
  previewMoves: (actor) => previewMoves(as(actor), [initiativeYear()], 'approve', {}),
  moveList: (actor) => moveList(as(actor), [initiativeYear()], 'approve', {}),
  handOverInitiative: (actor) => handOverInitiative(as(actor), initiativeYear(), place.benDo, { reason: 'x' }),
  takeOver: (actor) => takeOver(as(actor), { province: place.province, id: initiative }, {}),
  stateWindow: (actor) => stateWindow(as(actor), { year: 2026, scope: 'commune', from: since.from, to: since.from }),
  openHolderName: (actor) => openHolderName(as(actor), testVault, initiative),
  previewRegistrations: (actor) => previewRegistrations(as(actor), []),
  importRegistrations: (actor) => importRegistrations(as(actor), []),
  addMovementWord: (actor) => addMovementWord(as(actor), movementWord),
  renameMovementWord: (actor) => renameMovementWord(as(actor), 'economy', movementWord),
  retireMovementWord: (actor) => retireMovementWord(as(actor), 'economy', movementWord),
  stateReceivers: (actor) => stateReceivers(as(actor), { commune: 'province', province: 'leader' }, 'x'),
  chooseFigure: (actor) => chooseFigure(as(actor), 'K04'),
  moveFigure: (actor) => moveFigure(as(actor), 'F01', 'down'),
  removeFigure: (actor) => removeFigure(as(actor), 'F01'),
  restoreFigures: (actor) => restoreFigures(as(actor)),
  defineFormula: (actor) => defineFormula(as(actor), formula),
  reviseFormula: (actor) => reviseFormula(as(actor), 'CT01', 1, { ...formula, text: 'F06' }),
  retireFormula: (actor) => retireFormula(as(actor), 'CT01', 1, { from: since.from, reason: 'Thôi dùng' }),
  changeRule: (actor) => changeRule(as(actor), 'Q13', 0, rule),
  resetRule: (actor) => resetRule(as(actor), 'Q13', 1, 'Thôi'),
  addRule: (actor) =>
    addRule(as(actor), { ...rule, kind: 'part-of-whole', name: 'Một', total: 'B01', parts: 'B02', expression: '' }),
  establishBody: (actor) => establishBody(as(actor), newId(), actor.unit, bloc),
  renameBody: (actor) => renameBody(as(actor), body, 1, { name: 'Khác', ...since }),
  changeFunctions: (actor) => changeFunctions(as(actor), body, 1, { functions: [], ...since }),
  endBody: (actor) => endBody(as(actor), body, 1, since),
  mergeBody: (actor) => mergeBody(as(actor), body, 1, { to: newId(), ...since }),
  handOverFunctions: (actor) =>
    handOverFunctions(as(actor), body, 1, { to: newId(), functions: ['mobilisation'], ...since }),
  correctBody: (actor) => correctBody(as(actor), body, 1, bloc, 'Ghi nhầm'),
  undoBodyChange: (actor) => undoBodyChange(as(actor), body, 1, 'Ghi nhầm'),
  createSubCommune: (actor) => createSubCommune(as(actor), newId(), thon),
  changeSubCommune: (actor) => changeSubCommune(as(actor), hamlet, 1, { ...thon, ...since, name: 'Khác' }),
  endSubCommune: (actor) => endSubCommune(as(actor), hamlet, 1, since),
  correctSubCommune: (actor) => correctSubCommune(as(actor), hamlet, 1, thon, 'Ghi nhầm'),
  countHouseholds: (actor) => countHouseholds(as(actor), hamlet, 1, { on: since.from, households: 1, source: 'x' }),
  mergeSubCommunes: (actor) => mergeSubCommunes(as(actor), hamlet, 1, { with: [], into: newId(), entry: thon }),
  splitSubCommune: (actor) => splitSubCommune(as(actor), hamlet, 1, { ...since, parts: [] }),
  undoSubCommuneChange: (actor) => undoSubCommuneChange(as(actor), hamlet, 1, 'Ghi nhầm'),
  assignSubCommune: (actor) => assignSubCommune(as(actor), hamlet, 1, { unit: actor.unit, ...since }),
  previewSubCommunes: (actor) => previewSubCommunes(as(actor), 'Tên,Loại,Từ ngày\nMột,Thôn,1/7/2025'),
  importSubCommunes: (actor) => importSubCommunes(as(actor), 'Tên,Loại,Từ ngày\nMột,Thôn,1/7/2025'),
  placeInTree: (actor) =>
    placeInTree(as(actor), newId(), {
      ...{ member: place.doiChe, parent: place.benDo, tree: 'party', until: null },
      ...since,
    }),
  endPlaceInTree: (actor) => endPlaceInTree(as(actor), newId(), since.from),
  voidPlaceInTree: (actor) => voidPlaceInTree(as(actor), newId(), 'Ghi nhầm'),
  addWord: (actor) => addWord(as(actor), { list: 'body-kind', label: 'Tổ lạ', source: 'x' }),
  retireWord: (actor) => retireWord(as(actor), 'body-kind', 'own-x'),
  statePattern: (actor) =>
    statePattern(as(actor), {
      ...{ level: 'commune', function: 'mobilisation', kind: 'commission', tree: 'party', name: 'Ban lạ' },
      ...{ from: since.from, until: null, source: 'x' },
    }),
  withdrawPattern: (actor) => withdrawPattern(as(actor), newId(), 'Ghi nhầm'),
  enterNotice: (actor) =>
    enterNotice(
      as(actor),
      { year: 2027, number: '1/TB-BNV', issuedOn: localDate('2026-10-01'), days: [] },
      { version: 0, reason: '' },
    ),
  withdrawNotice: (actor) => withdrawNotice(as(actor), 2027, { version: 1, reason: 'Nhầm' }),
  confirmEstimate: (actor) =>
    confirmEstimate(as(actor), 2027, { reason: 'Cần tính hạn', until: localDate('2027-03-31') }),
  endConfirmation: (actor) => endConfirmation(as(actor), 2027),
  saveQuestion: (actor) =>
    saveQuestion(as(actor), newId<'SavedQuestion'>(), { name: 'Một câu', address: 'indicators=F01' }),
  renameQuestion: (actor) => renameQuestion(as(actor), newId<'SavedQuestion'>(), 'Tên khác'),
  deleteQuestion: (actor) => deleteQuestion(as(actor), newId<'SavedQuestion'>()),
  setTarget: (actor) => setTarget(as(actor), newId<'Target'>(), { ...aimedAt, unit: actor.unit }),
  setTargets: (actor) => setTargets(as(actor), [{ ...aimedAt, unit: actor.unit }]),
  reviseTarget: (actor) => reviseTarget(as(actor), target, 1, { ...aimedAt, raw: '5', reason: 'Đổi' }),
  previewTargets: (actor) => previewTargets(as(actor), targetLine, { reason: '', document: aimedAt.document }),
  listTargets: (actor) => listTargets(as(actor), targetLine, { reason: '', document: aimedAt.document }),
  stateUnitSizes: (actor) => stateUnitSizes(as(actor), []),
  withdrawUnitSize: (actor) => withdrawUnitSize(as(actor), newId<'UnitSize'>(), 'Nhầm'),
  previewUnitSizes: (actor) => previewUnitSizes(as(actor), 'Đơn vị,Số dân,Tính đến ngày\nA,1,1/1/2026', sizeSaid),
  listUnitSizes: (actor) => listUnitSizes(as(actor), 'Đơn vị,Số dân,Tính đến ngày\nA,1,1/1/2026', sizeSaid),
  withdrawTarget: (actor) => withdrawTarget(as(actor), target, 1, 'Bỏ'),
  recordFollowUp: (actor) => recordFollowUp(as(actor), initiative, newId(), followed),
  correctFollowUp: (actor) => correctFollowUp(as(actor), followLine(), followed),
  voidFollowUp: (actor) => voidFollowUp(as(actor), followLine(), 'Nhầm'),
  attachInitiativeFiles: (actor) =>
    attachInitiativeFiles(
      as(actor),
      nowhere,
      { initiative, line: null },
      [{ name: 'a.txt', content: Buffer.from('một') }],
      fileSaid,
    ),
  describeInitiativeFile: (actor) => describeInitiativeFile(as(actor), initiative, fileOfNobody(), fileSaid),
  removeInitiativeFile: (actor) => removeInitiativeFile(as(actor), initiative, fileOfNobody()),
  preparePage: (actor) => preparePage(as(actor), initiative, 0, pageSaid, []),
  publishPage: (actor) => publishPage(as(actor), nowhere, initiative, 1),
  withdrawLibraryPage: (actor) => withdrawLibraryPage(as(actor), initiative, 'Sai số'),
  replicationPage: (actor) => replicationPage(as(actor), initiative),
  replicateInitiative: (actor) =>
    replicateInitiative(as(actor), newId(), initiative, { name: 'A', holder: 'B', year: 2026, scope: 'commune' }),
  createScoringSet: (actor) => createScoringSet(as(actor), newId<'ScoringSet'>(), scoringEntry),
  changeScoringSet: (actor) => changeScoringSet(as(actor), scoringSet, 1, scoringEntry, 'Đổi'),
  openRound: (actor) => openRound(as(actor), newId<'AppraisalRound'>(), roundEntry()),
  addSubjects: (actor) => addSubjects(as(actor), round, 'all'),
  removeSubject: (actor) => removeSubject(as(actor), scored()),
  assignAppraiser: (actor) => assignAppraiser(as(actor), round, someone(), [place.doiChe], 'give'),
  saveMarks: (actor) => saveMarks(as(actor), scored(), 'self', [], ''),
  handIn: (actor) => handIn(as(actor), scored(), 'self'),
  takeBack: (actor) => takeBack(as(actor), scored(), 'self'),
  findNotEligible: (actor) => findNotEligible(as(actor), scored(), 'Không nộp hồ sơ'),
  judgeByArea: (actor) => judgeByArea(as(actor), scored(), 'urban'),
  closeRound: (actor) => closeRound(as(actor), round, 1),
  reopenRound: (actor) => reopenRound(as(actor), round, 1),
  recordMinutes: (actor) =>
    recordMinutes(as(actor), round, 1, { metOn: null, members: null, present: null, minutes: 'Họp' }),
  decideRound: (actor) => decideRound(as(actor), round, 1, { document: '1-QĐ', on: since.from }),
}

const initiativeYear = () => ({ id: initiative, year: 2026, version: 1 })
const registration = {
  entry: { ...blankEntry, name: 'Đường hoa', holder: 'Chi bộ thôn', mainField: 'economy' },
  year: { year: 2026, scope: 'commune' as const, isNew: true, theme: '' },
  ...{ person: null, isAnother: true },
}
const followed: FollowEntry = { kind: 'note', onDay: localDate('2026-08-01'), text: 'Họp dân' }
const followLine = () => ({ initiative, id: newId<'FollowUp'>(), version: 1 })
const fileSaid = { alt: 'Đường hoa', caption: '', consentNote: '', people: 'none' as const }
const fileOfNobody = () => newId<'InitiativeFile'>()
const pageSaid = { summary: 'A', story: 'B', doing: 'C', holder: 'D', consentNote: '', sustainability: '' }
const movementWord = { list: 'theme' as const, label: 'Năm thử', source: 'x', from: localDate('2026-08-01') }

const aimedAt = {
  ...{ cell: { code: 'B01', dimension: '' }, period: yearOf(2026), aim: null, raw: '4', reason: '' },
  document: { number: '', on: null },
}
const targetLine = [
  { line: 2, typed: { unitCode: '', unit: '', cell: 'B01', period: 'năm 2026', amount: '4', aim: '' } },
]
const sizeSaid = { source: 'x', certainty: 'document' as const }
const since = { from: localDate('2026-08-01'), act: { number: '1-QĐ', on: null } }
const bloc: BodyEntry = {
  ...{ name: 'Khối dân vận', kind: 'mobilisation-bloc', tree: 'party', functions: ['mobilisation'] },
  ...{ from: localDate('2025-07-01'), act: since.act },
}
const thon = { name: 'Ngang', kind: 'hamlet-thon', from: localDate('2025-07-01'), act: since.act }

const meeting: DialogueEntry = {
  ...{ heldOn: localDate('2026-08-12'), subject: 'Đối thoại về nước sạch', place: '' },
  ...{ isThematic: false, attendances: null, opinions: null },
}

const noSource = { kind: 'free', id: null, name: '' } as const
const proposed: AwardEntry = {
  ...{ form: 'letter', level: 'commune', line: 'movement', year: 2026, recipientKind: 'collective' },
  ...{ recipient: 'Thôn', isLeader: null, mayBePublic: false, yearsOfService: null },
  ...{ achievement: 'Đã có thành tích', report: 'Báo cáo' },
}
const line = (kind: ScoringLine['kind'], name: string, points: string): ScoringLine => ({
  ...{ kind, name, points, levels: '', part: 'base', passes: true, area: null, evidence: '', note: '' },
})
const scoringEntry = {
  head: {
    ...{ name: 'Bộ thử', issuer: '', validFrom: localDate('2026-01-01'), validTo: null },
    ...{ appliesTo: ['unit' as const], source: '', note: '' },
  },
  lines: [line('group', 'Một', ''), line('criterion', 'A', '100'), line('band', 'Đạt', '0')],
}
const roundEntry = () => ({
  ...{ title: 'Chấm thử', year: 2026, subjectKind: 'unit' as const, scope: null, set: scoringSet },
})
const scored = (): SubjectRef => ({ round, kind: 'unit', id: place.doiChe as string as Id<'AppraisalSubject'> })

const formula: FormulaEntry = { name: 'Một', text: 'F05', reason: 'Thử', validFrom: since.from }

const rule = { cause: '', remedy: '', reason: 'Thử', isOn: false, severity: 'asks' as const, numbers: {} }

/** What takes nobody's word for who they are (the operator, the system, one's own sign-in), and the frame of the others. */
const notAsked = [
  'onDialogue',
  // Made inside another command's transaction, which asks.
  'moveYear',
  'createAdministrator',
  'rescueAdministrator',
  'recordPublished',
  'turnOffIdle',
  'onReport',
  'onOpenReport',
  'onAmendment',
  'inProvince',
  'onDraft',
  'beginTemplate',
  // The part that every move of a report shares; each of them is tried above.
  'move',
  'onBody',
  'moveYear',
  'onReorganisation',
  'onObligations',
  'onRound',
  'onSubject',
  'onSubCommune',
]

test('every command that is given an actor is in the table of this test', () => {
  const found = [
    'access',
    'reporting',
    'activities',
    'organisation',
    'calendar',
    'reorganisation',
    'figures',
    'brief',
    'commendation',
    'movement',
    'directives',
  ].flatMap((module) => commandsIn(join('src/modules', module)))
  found.push(...commandsIn('src/modules/movement', /^(campaign|contest)-/))
  expect(found.length).toBeGreaterThan(15)
  expect(found.filter((name) => !(name in tries) && !notAsked.includes(name))).toEqual([])
  expect(Object.keys(tries).filter((name) => !found.includes(name))).toEqual([])
})

/** Exported functions of a module's commands whose answer is an outcome and whose arguments say who acts. */
function commandsIn(folder: string, named = /./): string[] {
  const files = readdirSync(folder).filter(
    (name) => /\.server\.ts$/.test(name) && named.test(name) && !/quer|store|example/.test(name),
  )
  return files.flatMap((name) => {
    const source = ts.createSourceFile(name, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.Latest, true)
    return source.statements
      .filter(ts.isFunctionDeclaration)
      .filter((one) => one.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
      .filter((one) => /^(Answer|\w*Done\b|Promise<Outcome)/.test(one.type?.getText() ?? ''))
      .filter((one) =>
        one.parameters.some(({ type }) => /^Ctx$|actor: Actor }|\{ actor: Actor;/.test(type?.getText() ?? '')),
      )
      .map((one) => one.name?.text ?? '')
      .filter((one) => one !== 'administer' && one !== 'openAccount')
  })
}

test.each(Object.entries(tries))('%s: forbidden to the auditor of a province and of a commune', async (_, send) => {
  const before = await everything()
  expect([await send(auditor), await send(ofCommune)]).toEqual([
    { ok: false, kind: 'forbidden' },
    { ok: false, kind: 'forbidden' },
  ])
  expect(await everything()).toBe(before)
})

async function everything(): Promise<string> {
  const [row] = await database.asOwner<{ print: string }>(
    `select concat_ws(' ', (select count(*) from audit), (select count(*) from account), (select count(*) from duty),
       (select count(*) from figure_change), (select count(*) from figure_target_version), (select count(*) from formula_version), (select count(*) from check_rule_version),
       (select count(*) from calendar_notice), (select count(*) from calendar_confirmation),
       (select md5(string_agg(i::text, '|' order by id)) from initiative i), (select count(*) from initiative_move), (select md5(string_agg(y::text, '|' order by id)) from initiative_year y),
       (select md5(string_agg(d::text, '|' order by id)) from dialogue d), (select count(*) from counted_fact),
       (select md5(string_agg(v::text, '|' order by id)) from visit v), (select md5(string_agg(m::text, '|' order by id)) from meeting m),
       (select count(*) from finding_move), (select count(*) from meeting_task), (select count(*) from activity_file),
       (select count(*) from follow_up), (select count(*) from initiative_file), (select count(*) from library_draft), (select count(*) from library_page),
       (select count(*) from visit_plan), (select count(*) from visit_topic),
       (select count(*) from body_version), (select count(*) from sub_commune_version),
       (select count(*) from body_version), (select md5(string_agg(a::text, '|' order by id)) from award a), (select count(*) from sub_commune_version),
       (select md5(string_agg(o::text, '|' order by id)) from reorganisation o), (select n from territory_clock), (select md5(string_agg(r::text, '|' order by id)) from report r)) as print`,
  )
  return row?.print ?? ''
}

test('the database itself refuses a write of an auditor, whatever a policy says', async () => {
  const write = inScope(database.db, scopeOf(auditor), (tx) =>
    tx.updateTable('account').set({ display_name: 'Ai đó' }).execute(),
  )
  await expect(write).rejects.toThrow(/read-only transaction/)
  await expect(
    inScope(database.db, scopeOf(place.people.reviewer), (tx) => tx.selectFrom('account').select('id').execute()),
  ).resolves.not.toEqual([])
})

test('the auditor of the province reads what was handed in, the board and the audit, and is offered no move', async () => {
  const page = await reportPage(as(auditor), submitted)
  if (!page.ok) throw new Error('the auditor reads it')
  expect([page.value.moves, page.value.mayEnter, page.value.content === null]).toEqual([[], false, false])
  const unsent = await reportPage(as(auditor), draft)
  expect(unsent.ok && [unsent.value.content, unsent.value.isLive]).toEqual([null, false])
  const board = await provincePage(as(auditor), quarterOf(2026, 2))
  expect(board.ok && board.value.mayBegin).toBe(false)
  expect((await auditPage(as(auditor), wholeAudit))?.rows.length).toBeGreaterThan(3)
  expect(await auditChain(as(auditor))).toMatchObject({ rows: expect.any(Number) })
  expect((await accountsPage(access, ctx(auditor)))?.mayChange).toBe(false)
})

test('the auditor of a commune reads what it types and its own rows of the audit, and nothing of a neighbour', async () => {
  const page = await reportPage(as(ofCommune), draft)
  expect(page.ok && [page.value.isLive, page.value.moves, page.value.mayEnter]).toEqual([true, [], false])
  const theirs = await typed(place.people.benDoOfficer, { F01: '9' })
  expect((await reportPage(as(ofCommune), theirs)).ok).toBe(false)
  const rows = (await auditPage(as(ofCommune), wholeAudit))?.rows ?? []
  expect(new Set(rows.map((row) => row.unitName))).toEqual(new Set(['Xã Đồi Chè']))
  expect(await auditChain(as(ofCommune))).toBeNull()
  expect(await accountsPage(access, ctx(ofCommune))).toBeNull()
  expect((await provincePage(as(ofCommune), quarterOf(2026, 2))).ok).toBe(false)
  expect((await homePage(as(ofCommune))).mayEnter).toBe(false)
})

test('the auditor of the province reads what is being prepared and is offered nothing; a commune’s does not', async () => {
  expect(await reorganisationList(as(auditor))).toMatchObject({ ok: true, value: { mayChange: false } })
  expect(await reorganisationPage(as(auditor), meant)).toMatchObject({ ok: true, value: { moves: [] } })
  expect(await reorganisationList(as(ofCommune))).toEqual({ ok: false, kind: 'forbidden' })
  expect(await reorganisationPage(as(place.people.reviewer), meant)).toEqual({ ok: false, kind: 'forbidden' })
})

test('who is neither administrator nor auditor reads no audit', async () => {
  expect(await auditPage(as(place.people.reviewer), wholeAudit)).toBeNull()
  expect(await auditPage(as(place.people.doiCheLeader), wholeAudit)).toBeNull()
})
