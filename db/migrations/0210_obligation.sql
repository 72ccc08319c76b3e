-- What is owed is written down when it arises: rules of the province, and an obligation for each unit and period (docs/adr/0061).
create table obligation_rule (
  province_id uuid not null references unit,
  id uuid not null,
  template_code text not null references template,
  tree text not null default 'state',
  levels text[] not null,
  regime text not null,
  due_by text not null,
  due_count integer not null,
  due_month integer not null default 0,
  valid daterange not null,
  source text not null,
  is_certain boolean not null default false,
  end_reason text,
  version integer not null default 1,
  account_id uuid,
  person_name text not null,
  created_at timestamptz not null,
  primary key (province_id, id),
  constraint obligation_rule_tree_is_known check (tree in ('state', 'party', 'front')),
  constraint obligation_rule_levels_are_known
    check (cardinality(levels) > 0 and levels <@ array['commune', 'province']),
  constraint obligation_rule_regime_follows_a_rule check (regime in (
    'month', 'quarter', 'half-year', 'nine-months', 'year',
    'month-15', 'quarter-15', 'half-year-15', 'nine-months-15', 'year-15')),
  constraint obligation_rule_is_due_in_a_known_way check (due_by in ('calendar-days', 'working-days', 'day-of-month')),
  constraint obligation_rule_due_is_within_a_year check (
    case when due_by = 'day-of-month' then due_count between 1 and 31 and due_month between 0 and 12
         else due_count between 0 and 366 and due_month = 0 end),
  constraint obligation_rule_begins_on_a_day check (not lower_inf(valid)),
  constraint obligation_rule_gives_its_source check (source <> '')
);
comment on table obligation_rule is 'Quy định nộp báo cáo của tỉnh: which units owe which template for which periods, due when, from one day to another';
comment on column obligation_rule.due_count is 'days after the last day of the period, or the day of the month';
comment on column obligation_rule.due_month is 'for a day of the month: how many months after the month in which the period ends; 0 the same';
comment on column obligation_rule.valid is 'a period is owed where its last day lies in it';
comment on column obligation_rule.is_certain is 'whether the document that sets it was seen; what came from the program''s defaults was not';

create table obligation_clock (
  province_id uuid not null references unit,
  through date not null,
  mark text not null,
  primary key (province_id)
);
comment on table obligation_clock is 'Up to which day the obligations of a province are written, and of which calendar and units; locked while they are';
comment on column obligation_clock.mark is 'fingerprint of the working calendar and the units by which the due days were counted';

create table obligation (
  province_id uuid not null references unit,
  id uuid not null,
  unit_id uuid not null references unit,
  template_code text not null references template,
  regime text not null,
  period_from date not null,
  period_to date not null,
  rule_id uuid not null,
  due date not null,
  arose_at timestamptz not null,
  waived_for text,
  waived_at timestamptz,
  waived_account_id uuid,
  waived_name text,
  version integer not null default 1,
  primary key (province_id, id),
  foreign key (province_id, rule_id) references obligation_rule,
  constraint obligation_is_once_a_unit_and_period unique (province_id, unit_id, template_code, period_from, period_to),
  constraint obligation_is_of_a_period_that_runs_forward check (period_from <= period_to),
  constraint obligation_waived_has_a_reason check (
    (waived_for is null) = (waived_at is null) and (waived_for is null) = (waived_name is null) and waived_for <> '')
);
create index obligation_by_period on obligation (province_id, period_to, template_code);
comment on table obligation is 'Nghĩa vụ báo cáo: one unit owes one report for one period; written when the period has ended';
comment on column obligation.due is 'the last day in time as it was counted; counted anew with the calendar while the report is not handed in';
comment on column obligation.waived_for is 'why the report need not come; null while it is owed';

alter table obligation_rule owner to kheo_owner;
alter table obligation_rule enable row level security;
create policy obligation_rule_is_read_in_its_province on obligation_rule for select to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid);
create policy obligation_rule_is_written_by_the_province on obligation_rule to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid
  and case when current_setting('app.reach', true) = 'province' then true else false end);
grant select, insert, update on obligation_rule to kheo_app;

alter table obligation_clock owner to kheo_owner;
alter table obligation_clock enable row level security;
create policy obligation_clock_is_read_in_its_province on obligation_clock for select to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid);
create policy obligation_clock_is_written_by_the_province on obligation_clock to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid
  and case when current_setting('app.reach', true) = 'province' then true else false end);
grant select, insert, update on obligation_clock to kheo_app;

alter table obligation owner to kheo_owner;
alter table obligation enable row level security;
create policy obligation_in_scope on obligation to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid
  and case when current_setting('app.reach', true) = 'province'
             or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
      then true else false end);
grant select, insert, update on obligation to kheo_app;
