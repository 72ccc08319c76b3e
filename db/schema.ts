// Written by `npm run db -- types` from the migrated database; do not edit.
import type { ColumnType, Generated } from 'kysely'

/** numeric(20,4): read as text, so that no digit is lost; src/kernel/quantity.ts reads it. */
type Decimal = ColumnType<string, string, string>
type DecimalOrNull = ColumnType<string | null, string | null, string | null>
/** jsonb: written as JSON text. */
type Json = ColumnType<unknown, string, string>

export interface AccountTable {
  province_id: string
  id: string
  unit_id: string
  sign_in_name: string
  display_name: string
  auth_user_id: string
  password_is_one_time: Generated<boolean>
  last_active_at: Date
  turned_off_at: Date | null
  created_at: Date
}

export interface AccountReviewTable {
  province_id: string
  id: string
  completed_at: Date
  completed_by: string
  looked_at: number
  kept: number
  turned_off: number
}

export interface ActivityFileTable {
  province_id: string
  id: string
  record_kind: string
  record_id: string
  unit_id: string
  other_unit_id: string | null
  sha256: string
  name: string
  kind: string
  bytes: number
  caption: Generated<string>
  people: string
  is_conclusion: Generated<boolean>
  removed_at: Date | null
  added_at: Date
  account_id: string | null
  person_name: string
}

export interface AmendmentTable {
  province_id: string
  report_id: string
  n: number
  unit_id: string
  status: string
  reason: string
  version: Generated<number>
  base_copy: number
  copy: number | null
  at: Date
  changed_at: Date
}

export interface AmendmentCellTable {
  province_id: string
  report_id: string
  n: number
  indicator_version: string
  dimension: Generated<string>
  unit_id: string
  raw: string
  note: string
  why: string
  account_id: string | null
  person_name: string
  at: Date
}

export interface AmendmentEventTable {
  province_id: string
  report_id: string
  n: number
  step: number
  unit_id: string
  move: string
  to_status: string
  note: string
  at: Date
  account_id: string | null
  person_name: string
}

export interface AmendmentExplanationTable {
  province_id: string
  report_id: string
  n: number
  rule: string
  unit_id: string
  text: string
  about: string
  account_id: string | null
  person_name: string
  at: Date
}

export interface AppraisalAppraiserTable {
  province_id: string
  round_id: string
  kind: string
  subject_id: string
  unit_id: string
  account_id: string
  assigned_at: Date
}

export interface AppraisalMarkTable {
  province_id: string
  sheet_id: string
  criterion: string
  unit_id: string
  hundredths: number
  note: Generated<string>
  version: Generated<number>
}

export interface AppraisalMarkChangeTable {
  province_id: string
  id: string
  sheet_id: string
  criterion: string
  unit_id: string
  from_hundredths: number | null
  to_hundredths: number | null
  reason: Generated<string>
  account_id: string | null
  at: Date
}

export interface AppraisalRoundTable {
  province_id: string
  id: string
  holder_id: string
  title: string
  year: number
  subject_kind: string
  scope: string | null
  set_id: string
  set_version: number
  status: Generated<string>
  met_on: string | null
  members: number | null
  present: number | null
  minutes: Generated<string>
  decision: Generated<string>
  decided_on: string | null
  version: Generated<number>
  created_at: Date
  changed_at: Date
}

export interface AppraisalSheetTable {
  province_id: string
  id: string
  round_id: string
  kind: string
  subject_id: string
  unit_id: string
  part: string
  account_id: string | null
  status: Generated<string>
  was_handed_in: Generated<boolean>
  handed_in_at: Date | null
}

export interface AppraisalSubjectTable {
  province_id: string
  round_id: string
  kind: string
  subject_id: string
  unit_id: string
  name: string
  scored_kind: string
  area: string
  not_eligible: string | null
  result: Json | null
  place: number | null
  added_at: Date
}

export interface AuditTable {
  province_id: string
  n: number
  at: Date
  account_id: string | null
  unit_id: string | null
  kind: string
  object_kind: string
  object_id: string
  changed: Json
  previous_hash: Buffer
  hash: Buffer
}

export interface AuditHeadTable {
  province_id: string
  n: number
  hash: Buffer
}

export interface AwardTable {
  province_id: string
  id: string
  unit_id: string
  by_province: boolean
  form_code: string
  level: string
  line_code: string
  year: number
  recipient_kind: string
  recipient: string
  recipient_item: string | null
  is_leader: boolean | null
  may_be_public: Generated<boolean>
  years_of_service: number | null
  source_kind: string
  source_id: string | null
  source_name: Generated<string>
  achievement: string
  report: Generated<string>
  state: string
  submitted_on: string | null
  received_on: string | null
  newer_law_reason: string | null
  members: number | null
  present: number | null
  votes_for: number | null
  votes_against: number | null
  abstentions: number | null
  voted_on: string | null
  decision: string | null
  decided_on: string | null
  book_number: number | null
  reason: string | null
  version: Generated<number>
  created_at: Date
  changed_at: Date
}

export interface AwardBookTable {
  province_id: string
  unit_id: string
  year: number
  last_number: Generated<number>
}

export interface AwardFileTable {
  province_id: string
  id: string
  award_id: string
  unit_id: string
  sha256: string
  name: string
  kind: string
  bytes: number
  caption: Generated<string>
  added_at: Date
  account_id: string | null
  removed_at: Date | null
}

export interface AwardMoveTable {
  province_id: string
  id: string
  award_id: string
  unit_id: string
  move: string
  from_state: string | null
  to_state: string
  reason: Generated<string>
  account_id: string | null
  at: Date
}

export interface BodyFunctionTable {
  code: string
  label: string
  certainty: string
  source: string
  sort_order: number
}

export interface BodyKindTable {
  code: string
  label: string
  tree: string
  certainty: string
  source: string
  sort_order: number
}

export interface BodyLinkTable {
  province_id: string
  id: string
  unit_id: string
  from_body_id: string
  to_body_id: string
  on_day: string
  is_merger: boolean
  functions: string[]
  act: string
  act_on: string | null
  void_reason: string | null
  created_at: Date
}

export interface BodyPatternTable {
  id: string
  level: string
  function: string
  kind: string
  tree: string
  name: string
  sort_order: number
  from_day: string | null
  until_day: string | null
  certainty: string
  source: string
}

export interface BodyVersionTable {
  province_id: string
  body_id: string
  n: number
  unit_id: string
  change: string
  from_day: string
  is_in_force: boolean
  name: string
  kind: string
  tree: string
  functions: string[]
  act: string
  act_on: string | null
  void_reason: string | null
  created_at: Date
}

export interface BoundaryTable {
  unit_id: string
  valid: string
  file_id: string
  path: string
  low_x: number
  low_y: number
  high_x: number
  high_y: number
  label_x: number
  label_y: number
}

export interface BoundaryFileTable {
  id: string
  name: string
  sha256: string
  source: string
  licence: string
  loaded_at: Generated<Date>
}

export interface BriefChoiceTable {
  province_id: string
  unit_id: string
  cells: string[] | null
  changed_at: Date
}

export interface BriefDefaultTable {
  template_code: string
  position: number
  indicator_code: string
  dimension: Generated<string>
}

export interface CalendarConfirmationTable {
  province_id: string
  id: string
  year: number
  reason: string
  until: string
  account_id: string
  person_name: string
  at: Date
  ended_at: Date | null
}

export interface CalendarDayTable {
  day: string
  year: number
  kind: string
  name: string
  basis: string
  official: boolean
}

export interface CalendarNoticeTable {
  province_id: string
  year: number
  version: number
  state: string
  number: string
  issued_on: string | null
  reason: string
  account_id: string
  person_name: string
  at: Date
}

export interface CalendarNoticeDayTable {
  province_id: string
  year: number
  version: number
  day: string
  kind: string
  name: string
  pair: string | null
}

export interface CampaignTable {
  province_id: string
  id: string
  unit_id: string
  day: string
  title: string
  kind: string
  ends_on: string
  subject: Generated<string>
  participants: Json
  result: Generated<string>
  search_text: Generated<string>
  void_reason: string | null
  version: Generated<number>
  created_at: Date
  changed_at: Date
}

export interface CeremonyTable {
  province_id: string
  id: string
  unit_id: string
  held_on: string
  name: string
  place: Generated<string>
  void_reason: string | null
  version: Generated<number>
  created_at: Date
  changed_at: Date
}

export interface CeremonyAwardTable {
  province_id: string
  ceremony_id: string
  award_id: string
  unit_id: string
}

export interface CheckRuleTable {
  key: string
  position: number
  rule: string
  name: string
  kind: string
  severity: string
  missing: string
  parameters: Json
  cause: Generated<string>
  remedy: Generated<string>
  is_fixed: boolean
  valid: string
  source: string
  certainty: string
}

export interface CheckRuleVersionTable {
  province_id: string
  key: string
  version: number
  origin: string
  name: string | null
  kind: string | null
  is_on: boolean
  severity: string | null
  parameters: Json | null
  cause: Generated<string>
  remedy: Generated<string>
  reason: string
  account_id: string | null
  at: Date
}

export interface CommendationActTable {
  code: string
  kind: string
  name: string
  valid: string
  source: string
  is_verified: boolean
}

export interface CommendationCompetenceTable {
  code: string
  form_code: string
  level: string
  valid: string
  issuer: string
  signer_title: string
  layout: string | null
  article: string
  source: string
  is_verified: boolean
}

export interface CommendationFormTable {
  code: string
  sort_order: number
  name: string
  title: string
  counts_as: string
  for_collective: boolean
  for_individual: boolean
  source: string
  is_verified: boolean
}

export interface CommendationLineTable {
  code: string
  sort_order: number
  name: string
  short_name: string
  source: string
  is_verified: boolean
}

export interface CommendationRuleTable {
  code: string
  sort_order: number
  valid: string
  sentence: string
  article: string
  value: string | null
  unit_of_value: Generated<string>
  source: string
  is_verified: boolean
}

export interface CommendationSettingTable {
  province_id: string
  rule_code: string
  value: string
  source: string
  changed_at: Date
}

export interface CommitmentTable {
  province_id: string
  id: string
  dialogue_id: string
  question_id: string
  unit_id: string
  kind: string
  answer: string
  owner: Generated<string>
  due_on: string | null
  due_rule: Generated<string>
  state: string
  outcome: Generated<string>
  done_on: string | null
  asker: Generated<string>
  reminded: Generated<string>
  version: Generated<number>
  created_at: Date
  changed_at: Date
}

export interface CommitmentEventTable {
  province_id: string
  id: string
  commitment_id: string
  unit_id: string
  move: string
  from_due: string | null
  to_due: string | null
  words: Generated<string>
  asker: string | null
  account_id: string | null
  at: Date
}

export interface CommitmentFileTable {
  province_id: string
  id: string
  commitment_id: string
  unit_id: string
  sha256: string
  name: string
  kind: string
  bytes: number
  caption: Generated<string>
  added_at: Date
  account_id: string | null
  person_name: string
}

export interface ContactTable {
  province_id: string
  account_id: string
  kind: string
  unit_id: string
  vault_id: string
  state: string
  code_mail_id: string | null
  code_tries: Generated<number>
  verified_at: Date | null
  changed_at: Date
}

export interface ContestTable {
  province_id: string
  id: string
  unit_id: string
  day: string
  title: string
  place: Generated<string>
  rounds: Json
  teams: Json
  results_on: string | null
  search_text: Generated<string>
  void_reason: string | null
  version: Generated<number>
  created_at: Date
  changed_at: Date
}

export interface CountCorrectionTable {
  province_id: string
  report_id: string
  indicator_code: string
  dimension: Generated<string>
  unit_id: string
  raw: string
  reason: string
  counted: Decimal
  account_id: string | null
  person_name: string
  at: Date
}

export interface CountedFactTable {
  province_id: string
  unit_id: string
  record_kind: string
  record_id: string
  indicator_code: string
  dimension: Generated<string>
  day: string
  amount: Decimal
  label: string
  once_per: Generated<string>
  holds: Generated<boolean>
  until_day: string | null
}

export interface DialogueTable {
  province_id: string
  id: string
  unit_id: string
  held_on: string
  subject: string
  place: Generated<string>
  is_thematic: boolean
  attendances: number | null
  opinions: number | null
  void_reason: string | null
  version: Generated<number>
  created_at: Date
  changed_at: Date
  state: Generated<string>
  starts_at: Generated<string>
  chaired_by: Generated<string>
  invited: Generated<string>
  announcement: Generated<string>
  questions_until: string | null
  conclusion: Generated<string>
  cancel_reason: string | null
}

export interface DialoguePublicationTable {
  province_id: string
  dialogue_id: string
  unit_id: string
  state: string
  held_on: string
  questions_until: string | null
  subject: string
  content: Json
  published_at: Date
  changed_at: Date
}

export interface DialogueQuestionTable {
  province_id: string
  id: string
  dialogue_id: string
  unit_id: string
  source: string
  content: string
  state: string
  reason: Generated<string>
  same_as: string | null
  receipt: string | null
  version: Generated<number>
  asked_at: Date
  changed_at: Date
}

export interface DialogueSessionTable {
  province_id: string
  dialogue_id: string
  n: number
  unit_id: string
  on_day: string
  starts_at: Generated<string>
  place: Generated<string>
}

export interface DirectiveTable {
  code: string
  number: string
  kind: string
  issuer: string
  issued_on: string | null
  subject: string
  in_force_from: string | null
  in_force_to: string | null
  replaced_by: Generated<string>
  amends: Generated<string>
  source: string
  certainty: string
  note: Generated<string>
}

export interface DirectiveFileTable {
  province_id: string
  id: string
  unit_id: string
  directive_id: string
  sha256: string
  name: string
  kind: string
  bytes: number
  body: Generated<string>
  added_at: Date
  account_id: string | null
}

export interface DirectivePublicationTable {
  province_id: string
  id: string
  unit_id: string
  number: string
  kind: string
  issuer: string
  issued_on: string
  subject: string
  in_force_from: string | null
  in_force_to: string | null
  replaced_by: Generated<string>
  amends: Generated<string>
  files: Json
  search_text: Generated<string>
  published_at: Date
  withdrawn_on: string | null
  withdrawn_because: Generated<string>
}

export interface DirectiveReviewTable {
  province_id: string
  id: string
  unit_id: string
  day: string
  title: string
  directive_code: string
  number: string
  issued_on: string | null
  kind: string
  years: number | null
  period_from: string | null
  period_to: string | null
  document: Generated<string>
  conclusions: Generated<string>
  search_text: Generated<string>
  void_reason: string | null
  version: Generated<number>
  created_at: Date
  changed_at: Date
}

export interface DirectiveReviewedTable {
  directive_code: string
  report_key: string
  unit_code: string
  kind: string
  years: number | null
  year: number
  told: string
}

export interface DocumentNumberTable {
  province_id: string
  id: string
  unit_id: string
  report_id: string
  layout: string
  type: string
  series: string
  number: number
  symbol: string
  about: string
  sent_to: string[]
  signed_on: string
  way: string
  account_id: string | null
  person_name: string
  at: Date
  cancelled_at: Date | null
  cancelled_for: string | null
}

export interface DutyTable {
  province_id: string
  id: string
  account_id: string
  unit_id: string
  kind: string
  valid: string
  follows_duty_id: string | null
}

export interface EntryStepTable {
  province_id: string
  report_id: string
  n: number
  unit_id: string
  account_id: string
  stretch: number
  first_change: number
  last_change: number
  written_through: number
  standing: string
  at: Date
}

export interface FigureChangeTable {
  province_id: string
  n: number
  unit_id: string
  indicator_version: string
  dimension: string
  period_from: string
  period_to: string
  state: string
  qualifier: string
  amount: DecimalOrNull
  raw: string
  note: string
  basis: string
  changed_at: Date
  changed_by: string | null
  set_id: string
}

export interface FigureClockTable {
  province_id: string
  n: number
}

export interface FigureSetTable {
  province_id: string
  id: string
  unit_id: string
  period_from: string
  period_to: string
  standing: string
  origin: string
  n: number
}

export interface FigureTargetTable {
  province_id: string
  id: string
  unit_id: string
  set_by: string
  indicator_version: string
  dimension: Generated<string>
  period_from: string
  period_to: string
  n: number
  is_in_force: boolean
}

export interface FigureTargetVersionTable {
  province_id: string
  target_id: string
  n: number
  unit_id: string
  set_by: string
  change: string
  aim: string
  amount: Decimal
  raw: string
  reason: string
  document_number: string
  document_on: string | null
  account_id: string | null
  person_name: string
  at: Date
}

export interface FigureValueTable {
  province_id: string
  unit_id: string
  indicator_version: string
  dimension: Generated<string>
  period_from: string
  period_to: string
  state: string
  qualifier: Generated<string>
  amount: DecimalOrNull
  raw: Generated<string>
  note: Generated<string>
  basis: string
  changed_at: Date
  changed_by: string | null
  set_id: string
}

export interface FindingTable {
  province_id: string
  id: string
  visit_id: string
  unit_id: string
  owner_unit_id: string | null
  owner_name: string
  said: string
  severity: string
  raised_on: string
  due_on: string | null
  state: Generated<string>
  closed_on: string | null
  void_reason: string | null
  version: Generated<number>
  created_at: Date
  changed_at: Date
}

export interface FindingMoveTable {
  province_id: string
  id: string
  finding_id: string
  n: number
  unit_id: string
  visitor_unit_id: string
  owner_unit_id: string | null
  move: string
  on_day: string
  said: Generated<string>
  account_id: string | null
  at: Date
}

export interface FollowUpTable {
  province_id: string
  id: string
  initiative_id: string
  unit_id: string
  kind: string
  on_day: string
  done_on: string | null
  text: string
  measure: Generated<string>
  planned: DecimalOrNull
  amount: DecimalOrNull
  evidence: Generated<string>
  giver: string | null
  void_reason: string | null
  version: Generated<number>
  created_at: Date
  changed_at: Date
  account_id: string | null
  person_name: string
}

export interface FollowUpPastTable {
  province_id: string
  follow_id: string
  version: number
  unit_id: string
  was: Json
  changed_at: Date
  account_id: string | null
  person_name: string
}

export interface FormulaTable {
  province_id: string
  code: string
  name: string
  version: Generated<number>
  retired_from: string | null
  retire_reason: string | null
  changed_at: Date
}

export interface FormulaVersionTable {
  province_id: string
  code: string
  version: number
  name: string
  expression: string
  unit_of_count: string
  reason: string
  valid_from: string
  account_id: string | null
  at: Date
}

export interface HandoverTable {
  province_id: string
  id: string
  unit_id: string
  kind: string
  from_account_id: string
  to_account_id: string
  from_duty_id: string
  to_duty_id: string
  first_day: string
  open_reports: number
  open_questions: number
  made_by: string
  made_at: Date
}

export interface IndicatorTable {
  code: string
  section: string
}

export interface IndicatorVersionTable {
  id: string
  indicator_code: string
  version: number
  valid: Generated<string>
  name: string
  english_name: string
  unit_of_count: string
  numeral: string
  nature: string
  over_time: string
  over_territory: string
  direction: string
  sensitivity: string
  numerator: Generated<string[]>
  denominator: Generated<string[]>
  denominator_kind: string | null
  dimensions: Generated<string[]>
  counts: string
  frequency: string
  source: string
  comparable_with_previous: Generated<boolean>
  change_note: Generated<string>
}

export interface InitiativeTable {
  province_id: string
  id: string
  unit_id: string
  holder_kind: string
  holder: string
  holder_item: string | null
  name: string
  main_field: string
  tags: Generated<string[]>
  situation: Generated<string>
  goals: Generated<string>
  content: Generated<string>
  area: Generated<string>
  lead: Generated<string>
  coordinating: Generated<string>
  participating: Generated<string>
  resources: Generated<string>
  time_plan: Generated<string>
  outputs: Generated<string>
  sustainability: Generated<string>
  began_on: string | null
  parent_province_id: string | null
  parent_id: string | null
  ended_on: string | null
  end_kind: string | null
  end_reason: string | null
  merged_into: string | null
  search_text: Generated<string>
  version: Generated<number>
  created_at: Date
  changed_at: Date
  name_folded: Generated<string>
  holder_consents: Generated<boolean>
  continues_province_id: string | null
  continues_id: string | null
  discarded_at: Date | null
  is_replicated: Generated<boolean>
}

export interface InitiativeFileTable {
  province_id: string
  id: string
  initiative_id: string
  follow_id: string | null
  unit_id: string
  sha256: string
  name: string
  kind: string
  bytes: number
  alt: Generated<string>
  caption: Generated<string>
  people: string
  consent_note: Generated<string>
  removed_at: Date | null
  added_at: Date
  account_id: string | null
  person_name: string
}

export interface InitiativeMoveTable {
  province_id: string
  id: string
  initiative_id: string
  year: number
  unit_id: string
  move: string
  from_state: string | null
  to_state: string
  on_day: string
  reason: Generated<string>
  document: Generated<string>
  account_id: string | null
  at: Date
  n: number
  list_id: string | null
  undoes: string | null
  is_completion: Generated<boolean>
}

export interface InitiativeSettingTable {
  province_id: string
  commune_receiver: string
  province_receiver: string
  source: string
  changed_at: Date
}

export interface InitiativeWindowTable {
  province_id: string
  year: number
  scope: string
  from_day: string
  to_day: string
  changed_at: Date
}

export interface InitiativeYearTable {
  province_id: string
  initiative_id: string
  year: number
  unit_id: string
  scope: string
  is_new: boolean
  state: string
  campaign_id: string | null
  registered_on: string | null
  recognised_on: string | null
  decision: Generated<string>
  version: Generated<number>
  changed_at: Date
  id: string
  theme: Generated<string>
  started_on: string | null
  outstanding_on: string | null
  ended_on: string | null
  effective_on: string | null
  is_completed: Generated<boolean>
}

export interface IssuingBodyTable {
  id: string
  unit_kind: string | null
  unit_id: string | null
  layout: string
  is_default: boolean
  superior: string
  body: string
  symbol: string
  signs_for: string
  signer_title: string
  recipients: string[]
  certainty: string
  source: string
}

export interface IssuingWordsTable {
  province_id: string
  id: string
  unit_kind: string | null
  of_unit_id: string | null
  layout: string
  valid_from: string
  superior: string
  body: string
  symbol: string
  place: string
  signs_for: string
  signer_title: string
  recipients: string[]
  account_id: string
  person_name: string
  at: Date
  withdrawn_at: Date | null
}

export interface LegalActTable {
  number: string
  issued_on: string | null
  in_force_on: string | null
  issuer: string
  title: string
  source: string
  is_verified: boolean
  local_province_id: string | null
}

export interface LibraryDraftTable {
  province_id: string
  initiative_id: string
  unit_id: string
  said: Json
  photos: Generated<string[]>
  version: Generated<number>
  changed_at: Date
  account_id: string | null
  person_name: string
}

export interface LibraryPageTable {
  province_id: string
  initiative_id: string
  unit_id: string
  name: string
  summary: string
  holder_kind: string
  field: string
  unit_kind: string
  people: number | null
  year_from: number
  year_to: number
  is_outstanding: boolean
  parent_province_id: string | null
  parent_id: string | null
  content: Json
  words: string
  likeness: string
  published_at: Date
  withdrawn_on: string | null
  withdrawn_notice: string | null
  version: Generated<number>
}

export interface LibraryPhotoTable {
  province_id: string
  id: string
  initiative_id: string
  unit_id: string
  position: number
  sha256: string
  name: string
  kind: string
  bytes: number
  width: number
  height: number
  alt: string
  caption: string
}

export interface LocalDirectiveTable {
  province_id: string
  id: string
  unit_id: string
  day: string
  title: string
  number: string
  kind: string
  issuer: string
  subject: string
  in_force_from: string | null
  in_force_to: string | null
  replaced_by: Generated<string>
  amends: Generated<string>
  source: Generated<string>
  search_text: Generated<string>
  void_reason: string | null
  version: Generated<number>
  created_at: Date
  changed_at: Date
}

export interface MailTable {
  province_id: string
  id: string
  unit_id: string
  account_id: string
  purpose: string
  state: string
  attempts: Generated<number>
  fault: string | null
  made_at: Date
  next_at: Date
  settled_at: Date | null
}

export interface MeetingTable {
  province_id: string
  id: string
  unit_id: string
  kind: string
  held_on: string
  until_on: string | null
  subject: string
  organiser: Generated<string>
  place: Generated<string>
  document: Generated<string>
  agenda: Generated<string>
  conclusions: Generated<string>
  attendances: number | null
  opinions: number | null
  answered: number | null
  training_kind: string | null
  classes: number | null
  is_for_staff: boolean | null
  congress_of: string | null
  delegates_of: string | null
  session: string | null
  helper: string | null
  helped_unit_id: string | null
  helped_place: Generated<string>
  is_mountain: boolean | null
  result: Generated<string>
  search_text: Generated<string>
  void_reason: string | null
  version: Generated<number>
  created_at: Date
  changed_at: Date
}

export interface MeetingSpeechTable {
  province_id: string
  meeting_id: string
  position: number
  unit_id: string
  speaker: string
  subject: string
}

export interface MeetingTaskTable {
  province_id: string
  id: string
  meeting_id: string
  unit_id: string
  owner: string
  owner_unit_id: string | null
  content: string
  due_on: string
  done_on: string | null
  result: Generated<string>
  void_reason: string | null
  version: Generated<number>
  created_at: Date
  changed_at: Date
}

export interface MovementWordTable {
  list: string
  code: string
  label: string
  valid: string
  certainty: string
  source: string
  sort_order: number
}

export interface NamedPeriodTable {
  code: string
  regime: string
  name: string
  period_from: string
  period_to: string
  source: string
  certainty: string
}

export interface NoticeTable {
  province_id: string
  id: string
  unit_id: string
  account_id: string
  event_id: string
  topic: string
  title: string
  path: string
  at: Date
  read_at: Date | null
  mail_id: string | null
}

export interface NoticeSettingTable {
  province_id: string
  account_id: string
  unit_id: string
  by_mail: boolean
  quiet_from: number | null
  quiet_until: number | null
  changed_at: Date
}

export interface NumberingTable {
  province_id: string
  unit_id: string
  layout: string
  way: string
  term: Generated<string>
  start_series: Generated<string>
  last_report: Generated<number>
  last_letter: Generated<number>
  version: Generated<number>
  account_id: string | null
  person_name: string
  at: Date
}

export interface ObligationTable {
  province_id: string
  id: string
  unit_id: string
  template_code: string
  regime: string
  period_from: string
  period_to: string
  rule_id: string
  due: string
  arose_at: Date
  waived_for: string | null
  waived_at: Date | null
  waived_account_id: string | null
  waived_name: string | null
  version: Generated<number>
}

export interface ObligationClockTable {
  province_id: string
  through: string
  mark: string
}

export interface ObligationExtensionTable {
  province_id: string
  id: string
  obligation_id: string
  unit_id: string
  until: string
  reason: string
  given_at: Date
  account_id: string | null
  person_name: string
  withdrawn_at: Date | null
  withdrawn_account_id: string | null
  withdrawn_name: string | null
}

export interface ObligationRuleTable {
  province_id: string
  id: string
  template_code: string
  tree: Generated<string>
  levels: string[]
  regime: string
  due_by: string
  due_count: number
  due_month: Generated<number>
  valid: string
  source: string
  is_certain: Generated<boolean>
  end_reason: string | null
  version: Generated<number>
  account_id: string | null
  person_name: string
  created_at: Date
  least_answered: Generated<number>
}

export interface PeriodClosingTable {
  province_id: string
  id: string
  template_code: string
  period_from: string
  period_to: string
  note: Generated<string>
  closed_at: Date
  account_id: string | null
  person_name: string
  reopened_at: Date | null
  reopened_for: string | null
  reopened_account_id: string | null
  reopened_name: string | null
}

export interface PeriodClosingGapTable {
  province_id: string
  closing_id: string
  unit_id: string
  reason: string
}

export interface PeriodRegimeTable {
  regime: string
  name: string
  anchor_day: number | null
  month_offset: number | null
  months: number | null
  counted_from: string
  is_offered: boolean
  source: string
  certainty: string
  valid: string
}

export interface PledgeTable {
  province_id: string
  id: string
  unit_id: string
  day: string
  title: string
  year: number
  wording: string
  campaign_id: string | null
  signers: Json
  search_text: Generated<string>
  void_reason: string | null
  version: Generated<number>
  created_at: Date
  changed_at: Date
}

export interface PraiseTable {
  province_id: string
  id: string
  unit_id: string
  praised_on: string
  recipient_kind: string
  recipient: string
  what: string
  occasion: Generated<string>
  void_reason: string | null
  version: Generated<number>
  created_at: Date
  changed_at: Date
}

export interface ProgrammeRowTable {
  set_version: string
  position: number
  key: string
  kind: string
  of_row: string | null
  relation: string | null
  name: Generated<string>
  unit_of_count: Generated<string>
  indicator_code: string | null
  dimension: Generated<string>
  change_code: string | null
  unit_kind: string | null
  note: Generated<string>
}

export interface ProgrammeSetTable {
  code: string
}

export interface ProgrammeSetVersionTable {
  id: string
  set_code: string
  version: number
  valid: string
  name: string
  about: string
  source: string
}

export interface ProvinceMovementWordTable {
  province_id: string
  list: string
  code: string
  from_day: string
  label: string
  is_offered: boolean
  source: string
  created_at: Date
}

export interface ProvincePatternTable {
  province_id: string
  id: string
  level: string
  function: string
  kind: string
  tree: string
  name: string
  from_day: string
  until_day: string | null
  act: string
  void_reason: string | null
  created_at: Date
}

export interface PublicClockTable {
  province_id: string
  n: number
}

export interface PublicationTable {
  province_id: string
  report_id: string
  unit_id: string
  title: string
  unit_name: string
  search_text: string
  unit_until: string | null
  figure_count: number
  origin: string
  regime: string
  period_from: string
  period_to: string
  published_at: Date
  accepted_at: Date | null
  content: Json
  amendment: Generated<number | null>
  handed_in_on: string | null
}

export interface PublicationFileTable {
  province_id: string
  id: string
  report_id: string
  unit_id: string
  position: number
  sha256: string
  name: string
  kind: string
  bytes: number
  caption: string
}

export interface PublicationPlanTable {
  province_id: string
  report_id: string
  unit_id: string
  publish_at: Date
  account_id: string | null
  person_name: string
  at: Date
}

export interface PublicationVersionTable {
  province_id: string
  report_id: string
  n: number
  unit_id: string
  content: Json
  published_at: Date
  accepted_at: Date | null
  replaced_at: Date
  replaced_why: string
}

export interface PublicationWithdrawalTable {
  province_id: string
  report_id: string
  unit_id: string
  title: string
  unit_name: string
  period_from: string
  period_to: string
  published_at: Date
  withdrawn_at: Date
  why: string
}

export interface PublishedMovementTable {
  code: string
  report_key: string
  unit_code: string
  kind: string
  year: number
  told_when: string
  told: string
}

export interface PublishedQuestionTable {
  unit_code: string
  period_from: string
  period_to: string
  position: number
  question: string
}

export interface ReferenceHoldTable {
  table_name: string
  group_key: string
  province_id: string
}

export interface ReferenceLoadTable {
  file: string
  sha256: string
  at: Generated<Date>
}

export interface RegisterStartTable {
  is_the_one: Generated<boolean>
  begins_on: string
  source: string
}

export interface ReminderLadderTable {
  province_id: string
  is_on: boolean
  rungs: Json
  version: Generated<number>
  changed_at: Date
}

export interface ReorganisationTable {
  province_id: string
  id: string
  status: string
  version: Generated<number>
  title: string
  effective_on: string | null
  act_number: Generated<string>
  act_issued_on: string | null
  act_issuer: Generated<string>
  act_article: Generated<string>
  steps: Json
  successors: Json
  written: Json | null
  created_at: Date
  changed_at: Date
  decided_at: Date | null
  applied_at: Date | null
}

export interface ReorganisationTaskTable {
  province_id: string
  id: string
  reorganisation_id: string
  n: number
  kind: string
  about_unit_id: string
  owner_account_id: string | null
  is_done: Generated<boolean>
  changed_at: Date
}

export interface ReportTable {
  province_id: string
  id: string
  unit_id: string
  template_version: string
  regime: string
  period_from: string
  period_to: string
  origin: Generated<string>
  source_title: Generated<string>
  source_note: Generated<string>
  status: string
  version: Generated<number>
  created_at: Date
  changed_at: Date
}

export interface ReportCopyTable {
  province_id: string
  report_id: string
  n: number
  unit_id: string
  content: Json
  at: Date
  figures_through: number | null
  asking: Generated<number>
  amendment: number | null
  cells_asked: Generated<number>
  cells_answered: Generated<number>
  appendix: Json | null
}

export interface ReportEventTable {
  province_id: string
  report_id: string
  n: number
  unit_id: string
  move: string
  from_status: string
  to_status: string
  at: Date
  account_id: string | null
  person_name: string
  note: Generated<string>
}

export interface ReportExplanationTable {
  province_id: string
  report_id: string
  unit_id: string
  rule: string
  text: string
  about: string
  at: Date
  account_id: string | null
  person_name: string
}

export interface ReportFileTable {
  province_id: string
  id: string
  report_id: string
  unit_id: string
  sha256: string
  name: string
  kind: string
  bytes: number
  caption: Generated<string>
  people: string
  is_public: Generated<boolean>
  first_copy: number | null
  last_copy: number | null
  added_at: Date
  account_id: string | null
  person_name: string
}

export interface ReportMessageTable {
  province_id: string
  question_id: string
  n: number
  unit_id: string
  text: string
  at: Date
  account_id: string | null
  person_name: string
  from_reviewer: boolean
}

export interface ReportParagraphTable {
  province_id: string
  report_id: string
  section: string
  n: number
  unit_id: string
  parts: Json
  account_id: string | null
  person_name: string
  at: Date
}

export interface ReportPresenceTable {
  province_id: string
  report_id: string
  account_id: string
  unit_id: string
  cell: Generated<string>
  at: Date
}

export interface ReportQuestionTable {
  province_id: string
  id: string
  report_id: string
  unit_id: string
  indicator_version: string
  dimension: Generated<string>
  status: string
  at: Date
  assigned_duty: string | null
  assigned_account: string | null
  assigned_name: string | null
  due_on: string | null
  reopened: Generated<number>
}

export interface ReportReminderTable {
  province_id: string
  unit_id: string
  template_code: string
  period_from: string
  period_to: string
  n: number
  sending_id: string
  due_on: string
  rung: number | null
  to_leaders: boolean
  words: Generated<string>
  account_id: string | null
  person_name: Generated<string>
  at: Date
}

export interface ReportTaskTable {
  province_id: string
  id: string
  report_id: string
  unit_id: string
  text: string
  owner: string
  due_on: string | null
  indicator_code: string | null
  dimension: Generated<string>
  carried_from: string | null
  void_reason: string | null
  version: Generated<number>
  account_id: string | null
  person_name: string
  created_at: Date
  changed_at: Date
}

export interface ReportTaskOutcomeTable {
  province_id: string
  report_id: string
  task_id: string
  unit_id: string
  outcome: string
  why: Generated<string>
  version: Generated<number>
  account_id: string | null
  person_name: string
  at: Date
}

export interface RetentionTable {
  kind: string
  months: number
  happens: string
  basis: string
  verified: boolean
}

export interface ReviewRuleTable {
  code: string
  after_years: number
  kind: string
  directive_kinds: string[]
  source: string
  certainty: string
}

export interface SavedQuestionTable {
  province_id: string
  id: string
  account_id: string
  unit_id: string
  name: string
  address: string
  saved_at: Date
}

export interface SchemaMigrationTable {
  name: string
  sha256: string
  at: Generated<Date>
}

export interface ScoringPatternTable {
  code: string
  name: string
  issuer: string
  valid_from: string
  valid_to: string | null
  applies_to: string[]
  source: string
  certainty: string
  note: Generated<string>
}

export interface ScoringPatternLineTable {
  pattern_code: string
  position: number
  kind: string
  name: Generated<string>
  points: Generated<string>
  levels: Generated<string>
  part: Generated<string>
  passes: Generated<boolean>
  area: string | null
  evidence: Generated<string>
  note: Generated<string>
}

export interface ScoringSetTable {
  province_id: string
  id: string
  name: string
  newest: Generated<number>
  revision: Generated<number>
  created_at: Date
  changed_at: Date
}

export interface ScoringSetVersionTable {
  province_id: string
  set_id: string
  version: number
  name: string
  issuer: string
  valid_from: string
  valid_to: string | null
  applies_to: string[]
  source: string
  note: Generated<string>
  lines: Json
  reason: string
  account_id: string | null
  at: Date
}

export interface StatedDivisionTable {
  province_id: string
  id: string
  from_unit_id: string
  basis: string
  measure: string
  source: string
  stated_at: Date
  stated_by: string
  ended_at: Date | null
  ended_by: string | null
  replaced_by_id: string | null
  void_reason: string | null
}

export interface StatedShareTable {
  province_id: string
  division_id: string
  event_id: string
  to_unit_id: string
  amount: DecimalOrNull
  share_ppm: number
}

export interface StructureClockTable {
  province_id: string
  unit_id: string
  n: number
}

export interface StructureWordTable {
  province_id: string
  list: string
  code: string
  label: string
  source: string
  is_retired: Generated<boolean>
  created_at: Date
}

export interface SubCommuneHouseholdsTable {
  province_id: string
  sub_commune_id: string
  counted_on: string
  unit_id: string
  households: number
  source: string
  created_at: Date
}

export interface SubCommuneKindTable {
  code: string
  label: string
  of_kinds: string[]
  regions: string
  certainty: string
  source: string
  sort_order: number
}

export interface SubCommuneLinkTable {
  province_id: string
  id: string
  unit_id: string
  from_id: string
  to_id: string
  on_day: string
  void_reason: string | null
  created_at: Date
}

export interface SubCommuneVersionTable {
  province_id: string
  sub_commune_id: string
  n: number
  unit_id: string
  change: string
  from_day: string
  is_in_force: boolean
  name: string
  kind: string
  act: string
  act_on: string | null
  void_reason: string | null
  created_at: Date
}

export interface TemplateTable {
  code: string
  province_id: string | null
}

export interface TemplateLineTable {
  template_version: string
  position: number
  section: string
  indicator_version: string
  dimension: Generated<string>
  province_id: string | null
}

export interface TemplateSectionTable {
  province_id: string | null
  template_version: string
  position: number
  code: string
  title: string
  kind: string
  hint: Generated<string>
}

export interface TemplateVersionTable {
  id: string
  template_code: string
  version: number
  valid: string
  name: string
  carried_by: string[]
  days_to_submit: number
  source: string
  owed_for: Generated<string[]>
  province_id: string | null
  status: Generated<string>
  edit: Generated<number>
  copied_from: Generated<string>
  before_last_edit: Json | null
  changed_at: Date | null
}

export interface TerritorialEventTable {
  id: string
  kind: string
  happened_on: string
  act_number: string | null
  act_article: string | null
  aggregation: string
  note: Generated<string>
  province_id: string | null
}

export interface TerritorialLinkTable {
  event_id: string
  from_unit_id: string
  to_unit_id: string
  extent: string
  share_ppm: number | null
  back_share_ppm: number | null
  share_source: Generated<string>
  local_province_id: string | null
}

export interface TerritoryClockTable {
  is_the_one: Generated<boolean>
  n: Generated<number>
}

export interface TileTable {
  unit_code: string
  valid: string
  column_at: number
  row_at: number
  label: string
  named_beside: string | null
}

export interface TreeMembershipTable {
  province_id: string
  id: string
  member_id: string
  tree: string
  parent_id: string
  from_day: string
  until_day: string | null
  act: string
  act_on: string | null
  void_reason: string | null
  created_at: Date
}

export interface UnitTable {
  id: string
  code: string
  local_province_id: string | null
}

export interface UnitCompositionTable {
  unit_id: string
  kind: string
  valid: string
  count: number
  source: string
}

export interface UnitSizeTable {
  province_id: string
  id: string
  unit_id: string
  counted_on: string
  people: number
  source: string
  certainty: string
  stated_at: Date
  stated_by: string | null
  ended_at: Date | null
  ended_by: string | null
  replaced_by_id: string | null
  void_reason: string | null
}

export interface UnitVersionTable {
  unit_id: string
  tree: Generated<string>
  valid: string
  name: string
  kind: string
  level: string
  parent_id: string | null
  province_id: string
  official_code: string | null
  until_is_known: Generated<boolean>
  act_number: string | null
  act_article: string | null
  is_local: Generated<boolean>
}

export interface VaultItemTable {
  province_id: string
  id: string
  unit_id: string
  kind: string
  key_id: string
  body: Buffer
  lookup: Buffer
  kept_at: Date
}

export interface VaultKeyTable {
  id: string
  proof: Buffer
  made_at: Date
}

export interface VisitTable {
  province_id: string
  id: string
  unit_id: string
  kind: string
  led_by: string
  is_surprise: boolean
  plan_id: string | null
  held_on: string
  last_on: string
  subject: string
  leading_body: string
  members: Generated<string>
  topics: Generated<string[]>
  minutes: Generated<string>
  conclusion_number: Generated<string>
  conclusion_on: string | null
  visited_units: Generated<string[]>
  search_text: Generated<string>
  void_reason: string | null
  version: Generated<number>
  created_at: Date
  changed_at: Date
}

export interface VisitInitiativeTable {
  province_id: string
  visit_id: string
  initiative_province_id: string
  initiative_id: string
  unit_id: string
  on_day: string
  name: string
}

export interface VisitPlanTable {
  province_id: string
  id: string
  unit_id: string
  year: number
  quarter: number | null
  kind: string
  subject: string
  units_planned: number | null
  void_reason: string | null
  version: Generated<number>
  created_at: Date
  changed_at: Date
}

export interface VisitStopTable {
  province_id: string
  visit_id: string
  position: number
  unit_id: string
  place_unit_id: string | null
  place_name: string
  on_day: string
}

export interface VisitTopicTable {
  province_id: string
  id: string
  name: string
  is_used: Generated<boolean>
  version: Generated<number>
  changed_at: Date
}

export interface WorkItemTable {
  province_id: string
  id: string
  unit_id: string
  day: string
  title: string
  purpose: string
  campaign_id: string | null
  done_on: string | null
  place: Generated<string>
  cost_million: DecimalOrNull
  labour_days: DecimalOrNull
  result: Generated<string>
  search_text: Generated<string>
  void_reason: string | null
  version: Generated<number>
  created_at: Date
  changed_at: Date
}

export interface WorkbookMapTable {
  province_id: string
  id: string
  name: string
  shape: string
  layout: Json
  account_id: string
  at: Date
  dropped_at: Date | null
}

export interface Database {
  account: AccountTable
  account_review: AccountReviewTable
  activity_file: ActivityFileTable
  amendment: AmendmentTable
  amendment_cell: AmendmentCellTable
  amendment_event: AmendmentEventTable
  amendment_explanation: AmendmentExplanationTable
  appraisal_appraiser: AppraisalAppraiserTable
  appraisal_mark: AppraisalMarkTable
  appraisal_mark_change: AppraisalMarkChangeTable
  appraisal_round: AppraisalRoundTable
  appraisal_sheet: AppraisalSheetTable
  appraisal_subject: AppraisalSubjectTable
  audit: AuditTable
  audit_head: AuditHeadTable
  award: AwardTable
  award_book: AwardBookTable
  award_file: AwardFileTable
  award_move: AwardMoveTable
  body_function: BodyFunctionTable
  body_kind: BodyKindTable
  body_link: BodyLinkTable
  body_pattern: BodyPatternTable
  body_version: BodyVersionTable
  boundary: BoundaryTable
  boundary_file: BoundaryFileTable
  brief_choice: BriefChoiceTable
  brief_default: BriefDefaultTable
  calendar_confirmation: CalendarConfirmationTable
  calendar_day: CalendarDayTable
  calendar_notice: CalendarNoticeTable
  calendar_notice_day: CalendarNoticeDayTable
  campaign: CampaignTable
  ceremony: CeremonyTable
  ceremony_award: CeremonyAwardTable
  check_rule: CheckRuleTable
  check_rule_version: CheckRuleVersionTable
  commendation_act: CommendationActTable
  commendation_competence: CommendationCompetenceTable
  commendation_form: CommendationFormTable
  commendation_line: CommendationLineTable
  commendation_rule: CommendationRuleTable
  commendation_setting: CommendationSettingTable
  commitment: CommitmentTable
  commitment_event: CommitmentEventTable
  commitment_file: CommitmentFileTable
  contact: ContactTable
  contest: ContestTable
  count_correction: CountCorrectionTable
  counted_fact: CountedFactTable
  dialogue: DialogueTable
  dialogue_publication: DialoguePublicationTable
  dialogue_question: DialogueQuestionTable
  dialogue_session: DialogueSessionTable
  directive: DirectiveTable
  directive_file: DirectiveFileTable
  directive_publication: DirectivePublicationTable
  directive_review: DirectiveReviewTable
  directive_reviewed: DirectiveReviewedTable
  document_number: DocumentNumberTable
  duty: DutyTable
  entry_step: EntryStepTable
  figure_change: FigureChangeTable
  figure_clock: FigureClockTable
  figure_set: FigureSetTable
  figure_target: FigureTargetTable
  figure_target_version: FigureTargetVersionTable
  figure_value: FigureValueTable
  finding: FindingTable
  finding_move: FindingMoveTable
  follow_up: FollowUpTable
  follow_up_past: FollowUpPastTable
  formula: FormulaTable
  formula_version: FormulaVersionTable
  handover: HandoverTable
  indicator: IndicatorTable
  indicator_version: IndicatorVersionTable
  initiative: InitiativeTable
  initiative_file: InitiativeFileTable
  initiative_move: InitiativeMoveTable
  initiative_setting: InitiativeSettingTable
  initiative_window: InitiativeWindowTable
  initiative_year: InitiativeYearTable
  issuing_body: IssuingBodyTable
  issuing_words: IssuingWordsTable
  legal_act: LegalActTable
  library_draft: LibraryDraftTable
  library_page: LibraryPageTable
  library_photo: LibraryPhotoTable
  local_directive: LocalDirectiveTable
  mail: MailTable
  meeting: MeetingTable
  meeting_speech: MeetingSpeechTable
  meeting_task: MeetingTaskTable
  movement_word: MovementWordTable
  named_period: NamedPeriodTable
  notice: NoticeTable
  notice_setting: NoticeSettingTable
  numbering: NumberingTable
  obligation: ObligationTable
  obligation_clock: ObligationClockTable
  obligation_extension: ObligationExtensionTable
  obligation_rule: ObligationRuleTable
  period_closing: PeriodClosingTable
  period_closing_gap: PeriodClosingGapTable
  period_regime: PeriodRegimeTable
  pledge: PledgeTable
  praise: PraiseTable
  programme_row: ProgrammeRowTable
  programme_set: ProgrammeSetTable
  programme_set_version: ProgrammeSetVersionTable
  province_movement_word: ProvinceMovementWordTable
  province_pattern: ProvincePatternTable
  public_clock: PublicClockTable
  publication: PublicationTable
  publication_file: PublicationFileTable
  publication_plan: PublicationPlanTable
  publication_version: PublicationVersionTable
  publication_withdrawal: PublicationWithdrawalTable
  published_movement: PublishedMovementTable
  published_question: PublishedQuestionTable
  reference_hold: ReferenceHoldTable
  reference_load: ReferenceLoadTable
  register_start: RegisterStartTable
  reminder_ladder: ReminderLadderTable
  reorganisation: ReorganisationTable
  reorganisation_task: ReorganisationTaskTable
  report: ReportTable
  report_copy: ReportCopyTable
  report_event: ReportEventTable
  report_explanation: ReportExplanationTable
  report_file: ReportFileTable
  report_message: ReportMessageTable
  report_paragraph: ReportParagraphTable
  report_presence: ReportPresenceTable
  report_question: ReportQuestionTable
  report_reminder: ReportReminderTable
  report_task: ReportTaskTable
  report_task_outcome: ReportTaskOutcomeTable
  retention: RetentionTable
  review_rule: ReviewRuleTable
  saved_question: SavedQuestionTable
  schema_migration: SchemaMigrationTable
  scoring_pattern: ScoringPatternTable
  scoring_pattern_line: ScoringPatternLineTable
  scoring_set: ScoringSetTable
  scoring_set_version: ScoringSetVersionTable
  stated_division: StatedDivisionTable
  stated_share: StatedShareTable
  structure_clock: StructureClockTable
  structure_word: StructureWordTable
  sub_commune_households: SubCommuneHouseholdsTable
  sub_commune_kind: SubCommuneKindTable
  sub_commune_link: SubCommuneLinkTable
  sub_commune_version: SubCommuneVersionTable
  template: TemplateTable
  template_line: TemplateLineTable
  template_section: TemplateSectionTable
  template_version: TemplateVersionTable
  territorial_event: TerritorialEventTable
  territorial_link: TerritorialLinkTable
  territory_clock: TerritoryClockTable
  tile: TileTable
  tree_membership: TreeMembershipTable
  unit: UnitTable
  unit_composition: UnitCompositionTable
  unit_size: UnitSizeTable
  unit_version: UnitVersionTable
  vault_item: VaultItemTable
  vault_key: VaultKeyTable
  visit: VisitTable
  visit_initiative: VisitInitiativeTable
  visit_plan: VisitPlanTable
  visit_stop: VisitStopTable
  visit_topic: VisitTopicTable
  work_item: WorkItemTable
  workbook_map: WorkbookMapTable
}
