-- A province's own formulas over indicators (docs/adr/0043): written down once, dated, and never changed afterwards.
create table formula (
  province_id uuid not null references unit (id),
  code text not null,
  name text not null,
  version integer not null default 1,
  retired_from date,
  retire_reason text,
  changed_at timestamptz not null,
  primary key (province_id, code),
  constraint formula_code_is_of_a_province check (code ~ '^CT[0-9]{2,4}$'),
  constraint formula_is_retired_with_a_reason check ((retired_from is null) = (retire_reason is null) and retire_reason <> '')
);
create unique index formula_name_is_taken_once on formula (province_id, lower(name)) where retired_from is null;
comment on table formula is 'Công thức của tỉnh: a number worked out of indicators, which a province named';
comment on column formula.code is 'CT01 onwards, given by the program; never given again';
comment on column formula.name is 'as its newest version calls it; no two that are in use are called alike';
comment on column formula.version is 'the newest version; a form sends back the one it saw';
comment on column formula.retired_from is 'the first day on which it is no longer used; null while it is';

create table formula_version (
  province_id uuid not null,
  code text not null,
  version integer not null,
  name text not null,
  expression text not null,
  unit_of_count text not null,
  reason text not null,
  valid_from date not null,
  account_id uuid,
  at timestamptz not null,
  primary key (province_id, code, version),
  foreign key (province_id, code) references formula (province_id, code),
  constraint formula_version_has_a_name check (name <> ''),
  constraint formula_version_has_an_expression check (expression <> '' and length(expression) <= 1000),
  constraint formula_version_says_why check (reason <> '')
);
comment on table formula_version is 'A formula as it was written one time; the newest whose day has come is the one in use';
comment on column formula_version.expression is 'as figures/expression-text.ts reads and writes it';
comment on column formula_version.unit_of_count is 'worked out from what its indicators count when it was saved';
comment on column formula_version.reason is 'why the province counts this, or why it changed';
comment on column formula_version.account_id is 'who wrote it; null for an invented example';
comment on column formula_version.valid_from is 'the first day of its use; a later version never begins earlier';

alter table formula owner to kheo_owner;
alter table formula_version owner to kheo_owner;
alter table formula enable row level security;
alter table formula_version enable row level security;
create policy formula_is_read_in_its_province on formula for select to kheo_app
  using (province_id = nullif(current_setting('app.province_id', true), '')::uuid);
create policy formula_is_defined_by_its_province on formula for insert to kheo_app
  with check (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province' then true else false end
  );
create policy formula_is_changed_by_its_province on formula for update to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province' then true else false end
  );
create policy formula_version_is_read_in_its_province on formula_version for select to kheo_app
  using (province_id = nullif(current_setting('app.province_id', true), '')::uuid);
create policy formula_version_is_written_by_its_province on formula_version for insert to kheo_app
  with check (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province' then true else false end
  );
grant select, insert, update on formula to kheo_app;
grant select, insert on formula_version to kheo_app;
