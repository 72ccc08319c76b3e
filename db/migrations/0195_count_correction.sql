-- A counted cell of a report may say another number than its records come to: both stand, with the reason.
create table count_correction (
  province_id uuid not null references unit,
  report_id uuid not null,
  indicator_code text not null,
  dimension text not null default '',
  unit_id uuid not null references unit,
  raw text not null,
  reason text not null,
  counted numeric not null,
  account_id uuid,
  person_name text not null,
  at timestamptz not null,
  primary key (province_id, report_id, indicator_code, dimension),
  foreign key (province_id, report_id) references report,
  constraint count_correction_says_a_number check (raw <> ''),
  constraint count_correction_gives_a_reason check (reason <> '')
);
comment on table count_correction is 'Số gõ đè số đếm: the typed number of a counted cell, beside what the records came to when it was typed, and why (docs/adr/0057)';
comment on column count_correction.counted is 'what the records came to when the number was typed; what they come to now is counted anew';

alter table count_correction owner to kheo_owner;
alter table count_correction enable row level security;
create policy count_correction_in_scope on count_correction to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid
  and case when current_setting('app.reach', true) = 'province'
             or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
      then true else false end);
create policy count_correction_of_predecessors_is_read on count_correction for select to kheo_app using (
  case when unit_id = any (string_to_array(nullif(current_setting('app.also_units', true), ''), ',')::uuid[])
         or province_id = any (string_to_array(nullif(current_setting('app.also_provinces', true), ''), ',')::uuid[])
      then true else false end);
grant select, insert, update, delete on count_correction to kheo_app;
