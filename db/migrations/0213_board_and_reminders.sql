-- Who is late and which number is odd: what a copy asks is counted once, and who was reminded of what is kept.
alter table report_copy add column asking integer not null
  generated always as (jsonb_array_length(jsonb_path_query_array(content,
    '$.findings[*] ? (@.verdict == "fails" || @.verdict == "asks")'))) stored;
comment on column report_copy.asking is 'how many findings of the frozen content fail or ask, explained or not; a board of thousands of units cannot open each content';

create table report_reminder (
  province_id uuid not null references unit,
  unit_id uuid not null references unit,
  template_code text not null,
  period_from date not null,
  period_to date not null,
  n integer not null,
  sending_id uuid not null,
  due_on date not null,
  rung integer,
  to_leaders boolean not null,
  words text not null default '',
  account_id uuid,
  person_name text not null default '',
  at timestamptz not null,
  primary key (province_id, unit_id, template_code, period_from, period_to, n),
  constraint report_reminder_is_counted_from_one check (n >= 1),
  constraint report_reminder_is_of_a_rung_or_of_a_person check ((rung is null) = (person_name <> ''))
);
create index report_reminder_of_period on report_reminder (province_id, template_code, period_from, period_to, unit_id);
create index report_reminder_of_sending on report_reminder (province_id, sending_id);
comment on table report_reminder is 'Nhắc nộp báo cáo: one unit reminded once of one period; the key lets two who press at once remind it once (docs/adr/0063)';
comment on column report_reminder.sending_id is 'the units reminded in one go share it';
comment on column report_reminder.due_on is 'the due day of that unit when it was reminded';
comment on column report_reminder.rung is 'the step of the ladder in days from the due day, negative before it; null when an officer sent it';
comment on column report_reminder.words is 'the officer''s own sentence, without personal data';

create table reminder_ladder (
  province_id uuid primary key references unit,
  is_on boolean not null,
  rungs jsonb not null,
  version integer not null default 1,
  changed_at timestamptz not null
);
comment on table reminder_ladder is 'Bậc nhắc tự động of a province: when a unit that has not reported is reminded, and from which step its leader too; no row means off';
comment on column reminder_ladder.rungs is '[{"days": -3, "leaders": false}]: days from the due day, in their order';

alter table report_reminder owner to kheo_owner;
alter table report_reminder enable row level security;
create policy report_reminder_in_scope on report_reminder to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid
  and case when current_setting('app.reach', true) = 'province'
             or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
      then true else false end);
grant select, insert on report_reminder to kheo_app;

-- Whom the province reminds by itself is its own affair: its communes do not read it.
alter table reminder_ladder owner to kheo_owner;
alter table reminder_ladder enable row level security;
create policy reminder_ladder_of_the_province on reminder_ladder to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid
  and case when current_setting('app.reach', true) = 'province' then true else false end);
grant select, insert, update on reminder_ladder to kheo_app;
