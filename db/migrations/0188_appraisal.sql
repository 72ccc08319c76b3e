-- Đợt chấm điểm, thẩm định (docs/adr/0054): a round scores many subjects by one version of a set; every number stays, with its reason.
create table appraisal_round (
  province_id uuid not null references unit,
  id uuid not null,
  holder_id uuid not null references unit,
  title text not null,
  year integer not null,
  subject_kind text not null,
  scope text,
  set_id uuid not null,
  set_version integer not null,
  status text not null default 'open',
  met_on date,
  members integer,
  present integer,
  minutes text not null default '',
  decision text not null default '',
  decided_on date,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (province_id, id),
  foreign key (province_id, set_id, set_version) references scoring_set_version,
  constraint appraisal_round_has_a_title check (title <> ''),
  constraint appraisal_round_year_is_plausible check (year between 1990 and 2100),
  constraint appraisal_round_status_is_known check (status in ('open', 'closed', 'decided')),
  constraint appraisal_round_subject_kind_is_known check (subject_kind in ('initiative', 'unit')),
  constraint appraisal_round_of_initiatives_has_a_scope check ((scope is not null) = (subject_kind = 'initiative')),
  constraint appraisal_round_scope_is_known check (scope in ('commune', 'district', 'province', 'central')),
  constraint appraisal_round_council_is_counted check (present >= 0 and members > 0 and present <= members),
  constraint appraisal_round_is_decided_by_a_document check ((status = 'decided') = (decided_on is not null) and (status <> 'decided' or decision <> ''))
);
create index appraisal_round_by_holder on appraisal_round (province_id, holder_id, year desc);
comment on table appraisal_round is 'Đợt chấm điểm, thẩm định của một đơn vị trong một năm';
comment on column appraisal_round.holder_id is 'the unit that holds it: the province, or a commune over what is registered with it';
comment on column appraisal_round.members is 'of the council, as a count; no list of people';

create table appraisal_subject (
  province_id uuid not null,
  round_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  unit_id uuid not null references unit,
  name text not null,
  scored_kind text not null,
  area text not null,
  not_eligible text,
  result jsonb,
  place integer,
  added_at timestamptz not null,
  primary key (province_id, round_id, kind, subject_id),
  foreign key (province_id, round_id) references appraisal_round,
  constraint appraisal_subject_kind_is_known check (kind in ('initiative', 'unit')),
  constraint appraisal_subject_scored_kind_is_known check (scored_kind in ('collective', 'individual', 'unit')),
  constraint appraisal_subject_area_is_known check (area in ('urban', 'rural', 'mountain')),
  constraint appraisal_subject_not_eligible_says_why check (not_eligible <> '')
);
create index appraisal_subject_by_unit on appraisal_subject (province_id, unit_id);
comment on table appraisal_subject is 'What is scored in a round: a pair of kind and id, under the name it had then';
comment on column appraisal_subject.not_eligible is 'why it is not considered; that is a result and no score of 0';
comment on column appraisal_subject.result is 'what the scores came to when the round was closed; never worked out again';

create table appraisal_appraiser (
  province_id uuid not null,
  round_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  unit_id uuid not null references unit,
  account_id uuid not null,
  assigned_at timestamptz not null,
  primary key (province_id, round_id, kind, subject_id, account_id),
  foreign key (province_id, round_id, kind, subject_id) references appraisal_subject
);
create index appraisal_appraiser_by_account on appraisal_appraiser (province_id, account_id);
comment on table appraisal_appraiser is 'Who appraises which subject; several may appraise one';

create table appraisal_sheet (
  province_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  unit_id uuid not null references unit,
  part text not null,
  account_id uuid,
  status text not null default 'open',
  was_handed_in boolean not null default false,
  handed_in_at timestamptz,
  primary key (province_id, id),
  unique nulls not distinct (province_id, round_id, kind, subject_id, part, account_id),
  foreign key (province_id, round_id, kind, subject_id) references appraisal_subject,
  constraint appraisal_sheet_part_is_known check (part in ('self', 'appraiser', 'council', 'superior')),
  constraint appraisal_sheet_status_is_known check (status in ('open', 'handed-in')),
  constraint appraisal_sheet_of_an_appraiser_is_his check ((part = 'appraiser') = (account_id is not null)),
  constraint appraisal_sheet_is_handed_in_at_a_moment check ((status = 'handed-in') = (handed_in_at is not null))
);
comment on table appraisal_sheet is 'Phiếu chấm: one hand''s points for one subject; an appraiser has his own, so that two never write over each other';
comment on column appraisal_sheet.was_handed_in is 'from the first handing in on, every change says why';

create table appraisal_mark (
  province_id uuid not null,
  sheet_id uuid not null,
  criterion text not null,
  unit_id uuid not null references unit,
  hundredths integer not null,
  note text not null default '',
  version integer not null default 1,
  primary key (province_id, sheet_id, criterion),
  foreign key (province_id, sheet_id) references appraisal_sheet,
  constraint appraisal_mark_is_not_negative check (hundredths >= 0)
);
comment on table appraisal_mark is 'The points that stand for a criterion on a sheet, in hundredths';

create table appraisal_mark_change (
  province_id uuid not null,
  id uuid not null,
  sheet_id uuid not null,
  criterion text not null,
  unit_id uuid not null references unit,
  from_hundredths integer,
  to_hundredths integer,
  reason text not null default '',
  account_id uuid,
  at timestamptz not null,
  primary key (province_id, id),
  foreign key (province_id, sheet_id) references appraisal_sheet,
  constraint appraisal_mark_change_changes_something check (from_hundredths is distinct from to_hundredths)
);
create index appraisal_mark_change_by_sheet on appraisal_mark_change (province_id, sheet_id, at);
comment on table appraisal_mark_change is 'Every number that was ever given, with the reason for its change (87 → 78); rows are only added';
comment on column appraisal_mark_change.to_hundredths is 'null where the council took its own number back';

alter table appraisal_round owner to kheo_owner;
alter table appraisal_round enable row level security;
create policy appraisal_round_is_read_where_it_concerns on appraisal_round for select to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid
  and case when current_setting('app.reach', true) = 'province' or holder_id = province_id
             or holder_id = nullif(current_setting('app.unit_id', true), '')::uuid
      then true else false end);
create policy appraisal_round_is_opened_by_its_holder on appraisal_round for insert to kheo_app with check (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid
  and case when current_setting('app.reach', true) = 'province'
             or holder_id = nullif(current_setting('app.unit_id', true), '')::uuid
      then true else false end);
create policy appraisal_round_is_changed_by_its_holder on appraisal_round for update to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid
  and case when current_setting('app.reach', true) = 'province'
             or holder_id = nullif(current_setting('app.unit_id', true), '')::uuid
      then true else false end);
do $$
declare t text;
begin
  foreach t in array array['appraisal_subject', 'appraisal_appraiser', 'appraisal_sheet', 'appraisal_mark', 'appraisal_mark_change']
  loop
    execute format('alter table %I owner to kheo_owner', t);
    execute format('alter table %I enable row level security', t);
    execute format($p$create policy %I on %I to kheo_app using (
        province_id = nullif(current_setting('app.province_id', true), '')::uuid
        and case when current_setting('app.reach', true) = 'province'
                   or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
            then true else false end)$p$, t || '_in_scope', t);
  end loop;
end
$$;
grant select, insert, update on appraisal_round to kheo_app;
grant select, insert, update, delete on appraisal_subject to kheo_app;
grant select, insert, delete on appraisal_appraiser to kheo_app;
grant select, insert, update on appraisal_sheet to kheo_app;
grant select, insert, update, delete on appraisal_mark to kheo_app;
grant select, insert on appraisal_mark_change to kheo_app;
