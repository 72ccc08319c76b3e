-- A province closes a period and names who is missing; the gaps travel with the total (docs/adr/0062).
create table period_closing (
  province_id uuid not null references unit,
  id uuid not null,
  template_code text not null references template,
  period_from date not null,
  period_to date not null,
  note text not null default '',
  closed_at timestamptz not null,
  account_id uuid,
  person_name text not null,
  reopened_at timestamptz,
  reopened_for text,
  reopened_account_id uuid,
  reopened_name text,
  primary key (province_id, id),
  constraint period_closing_is_of_a_period_that_runs_forward check (period_from <= period_to),
  constraint period_closing_is_reopened_with_a_reason check (
    (reopened_at is null) = (reopened_for is null) and (reopened_at is null) = (reopened_name is null)
    and reopened_for <> '')
);
create unique index period_closing_stands_once on period_closing (province_id, template_code, period_from, period_to)
  where reopened_at is null;
comment on table period_closing is 'Chốt kỳ: the province closed a period with the reports it had; reopened it stays readable';

create table period_closing_gap (
  province_id uuid not null references unit,
  closing_id uuid not null,
  unit_id uuid not null references unit,
  reason text not null,
  primary key (province_id, closing_id, unit_id),
  foreign key (province_id, closing_id) references period_closing,
  constraint period_closing_gap_gives_a_reason check (reason <> '')
);
comment on table period_closing_gap is 'Đơn vị còn thiếu khi chốt kỳ, with the reason; printed beside every total of that period';

alter table period_closing owner to kheo_owner;
alter table period_closing enable row level security;
create policy period_closing_is_read_in_its_province on period_closing for select to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid);
create policy period_closing_is_written_by_the_province on period_closing to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid
  and case when current_setting('app.reach', true) = 'province' then true else false end);
grant select, insert, update on period_closing to kheo_app;

alter table period_closing_gap owner to kheo_owner;
alter table period_closing_gap enable row level security;
create policy period_closing_gap_in_scope on period_closing_gap to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid
  and case when current_setting('app.reach', true) = 'province'
             or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
      then true else false end);
grant select, insert on period_closing_gap to kheo_app;
