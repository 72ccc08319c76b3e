-- A publication may wait for its moment, be replaced by an amended one, and be withdrawn with a notice.
create table publication_plan (
  province_id uuid not null,
  report_id uuid not null,
  unit_id uuid not null references unit,
  publish_at timestamptz not null,
  account_id uuid,
  person_name text not null,
  at timestamptz not null,
  primary key (province_id, report_id),
  foreign key (province_id, report_id) references report
);
create index publication_plan_by_moment on publication_plan (province_id, publish_at);
comment on table publication_plan is 'Hẹn giờ công bố: what is accepted and goes out at a chosen moment; nobody outside reads it';

create table publication_version (
  province_id uuid not null,
  report_id uuid not null,
  n integer not null,
  unit_id uuid not null references unit,
  content jsonb not null,
  published_at timestamptz not null,
  accepted_at timestamptz,
  replaced_at timestamptz not null,
  replaced_why text not null,
  primary key (province_id, report_id, n),
  foreign key (province_id, report_id) references publication on delete cascade,
  constraint publication_version_is_numbered_from_zero check (n >= 0)
);
create index publication_version_by_report on publication_version (report_id, n);
comment on table publication_version is 'What the public page said before an amendment was accepted; goes with the publication when it is withdrawn';
comment on column publication_version.n is 'the number of the amendment it was, 0 for the report as it was first accepted';

create table publication_withdrawal (
  province_id uuid not null,
  report_id uuid not null,
  unit_id uuid not null references unit,
  title text not null,
  unit_name text not null,
  period_from date not null,
  period_to date not null,
  published_at timestamptz not null,
  withdrawn_at timestamptz not null,
  why text not null,
  primary key (province_id, report_id),
  foreign key (province_id, report_id) references report,
  constraint publication_withdrawal_says_why check (why <> '')
);
create index publication_withdrawal_by_report on publication_withdrawal (report_id);
comment on table publication_withdrawal is 'The notice that stands at the address of a withdrawn report: no figure of it, only that, when and why';

alter table publication_plan owner to kheo_owner;
alter table publication_plan enable row level security;
create policy publication_plan_in_scope on publication_plan to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid
  and case when current_setting('app.reach', true) = 'province'
             or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
      then true else false end);
alter table publication_version owner to kheo_owner;
alter table publication_version enable row level security;
create policy publication_version_is_read_by_all on publication_version for select to kheo_app using (true);
create policy publication_version_is_written_in_scope on publication_version for insert to kheo_app
  with check (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end);
create policy publication_version_is_withdrawn_in_scope on publication_version for delete to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end);
alter table publication_withdrawal owner to kheo_owner;
alter table publication_withdrawal enable row level security;
create policy publication_withdrawal_is_read_by_all on publication_withdrawal for select to kheo_app using (true);
create policy publication_withdrawal_is_written_in_scope on publication_withdrawal for insert to kheo_app
  with check (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end);
create policy publication_withdrawal_is_withdrawn_in_scope on publication_withdrawal for delete to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end);
create policy publication_is_rewritten_in_scope on publication for update to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end);
create policy publication_is_withdrawn_in_scope on publication for delete to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end);
create policy publication_file_is_withdrawn_in_scope on publication_file for delete to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end);
grant select, insert, update, delete on publication_plan to kheo_app;
grant select, insert, delete on publication_version, publication_withdrawal to kheo_app;
grant update, delete on publication to kheo_app;
grant delete on publication_file to kheo_app;
