-- An accepted report is amended under a number: typed beside the accepted figures, which count until the amendment is accepted.
create table amendment (
  province_id uuid not null,
  report_id uuid not null,
  n integer not null,
  unit_id uuid not null references unit,
  status text not null,
  reason text not null,
  version integer not null default 1,
  base_copy integer not null,
  copy integer,
  at timestamptz not null,
  changed_at timestamptz not null,
  primary key (province_id, report_id, n),
  foreign key (province_id, report_id) references report,
  constraint amendment_status_is_known check (status in ('asked', 'open', 'handed-in', 'returned', 'accepted', 'dropped')),
  constraint amendment_is_numbered_from_one check (n >= 1),
  constraint amendment_gives_a_reason check (reason <> ''),
  constraint amendment_has_a_copy_once_accepted check ((status = 'accepted') = (copy is not null))
);
create unique index amendment_one_at_a_time on amendment (province_id, report_id)
  where status in ('asked', 'open', 'handed-in', 'returned');
create index amendment_by_status on amendment (province_id, status, changed_at desc);
comment on table amendment is 'Bản sửa đổi of an accepted report, numbered 1, 2, …; a dropped one keeps its number (docs/adr/0069)';
comment on column amendment.base_copy is 'the copy that counted when it was opened: what its differences are said against';
comment on column amendment.copy is 'the copy that its acceptance made: what counts since';

create table amendment_cell (
  province_id uuid not null,
  report_id uuid not null,
  n integer not null,
  indicator_version text not null references indicator_version,
  dimension text not null default '',
  unit_id uuid not null references unit,
  raw text not null,
  note text not null,
  why text not null,
  account_id uuid,
  person_name text not null,
  at timestamptz not null,
  primary key (province_id, report_id, n, indicator_version, dimension),
  foreign key (province_id, report_id, n) references amendment
);
comment on table amendment_cell is 'What a cell will say once the amendment is accepted; nothing reads it as a figure before';
comment on column amendment_cell.why is 'why this cell; empty where the reason of the amendment says it';

create table amendment_explanation (
  province_id uuid not null,
  report_id uuid not null,
  n integer not null,
  rule text not null,
  unit_id uuid not null references unit,
  text text not null,
  about text not null,
  account_id uuid,
  person_name text not null,
  at timestamptz not null,
  primary key (province_id, report_id, n, rule),
  foreign key (province_id, report_id, n) references amendment
);
comment on table amendment_explanation is 'Lời giải thích of a finding about the amended numbers; the accepted copy keeps its own';

create table amendment_event (
  province_id uuid not null,
  report_id uuid not null,
  n integer not null,
  step integer not null,
  unit_id uuid not null references unit,
  move text not null,
  to_status text not null,
  note text not null,
  at timestamptz not null,
  account_id uuid,
  person_name text not null,
  primary key (province_id, report_id, n, step),
  foreign key (province_id, report_id, n) references amendment
);
comment on table amendment_event is 'What happened to an amendment, who did it and why';

alter table report_copy add column amendment integer;
comment on column report_copy.amendment is 'the amendment whose acceptance made this copy; null for a submission';

alter table amendment owner to kheo_owner;
alter table amendment enable row level security;
create policy amendment_in_scope on amendment to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid
  and case when current_setting('app.reach', true) = 'province'
             or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
      then true else false end);
create policy amendment_of_predecessors_is_read on amendment for select to kheo_app using (
  case when unit_id = any (string_to_array(nullif(current_setting('app.also_units', true), ''), ',')::uuid[])
         or province_id = any (string_to_array(nullif(current_setting('app.also_provinces', true), ''), ',')::uuid[])
      then true else false end);
alter table amendment_cell owner to kheo_owner;
alter table amendment_cell enable row level security;
create policy amendment_cell_in_scope on amendment_cell to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid
  and case when current_setting('app.reach', true) = 'province'
             or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
      then true else false end);
create policy amendment_cell_of_predecessors_is_read on amendment_cell for select to kheo_app using (
  case when unit_id = any (string_to_array(nullif(current_setting('app.also_units', true), ''), ',')::uuid[])
         or province_id = any (string_to_array(nullif(current_setting('app.also_provinces', true), ''), ',')::uuid[])
      then true else false end);
alter table amendment_explanation owner to kheo_owner;
alter table amendment_explanation enable row level security;
create policy amendment_explanation_in_scope on amendment_explanation to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid
  and case when current_setting('app.reach', true) = 'province'
             or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
      then true else false end);
create policy amendment_explanation_of_predecessors_is_read on amendment_explanation for select to kheo_app using (
  case when unit_id = any (string_to_array(nullif(current_setting('app.also_units', true), ''), ',')::uuid[])
         or province_id = any (string_to_array(nullif(current_setting('app.also_provinces', true), ''), ',')::uuid[])
      then true else false end);
alter table amendment_event owner to kheo_owner;
alter table amendment_event enable row level security;
create policy amendment_event_in_scope on amendment_event to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid
  and case when current_setting('app.reach', true) = 'province'
             or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
      then true else false end);
create policy amendment_event_of_predecessors_is_read on amendment_event for select to kheo_app using (
  case when unit_id = any (string_to_array(nullif(current_setting('app.also_units', true), ''), ',')::uuid[])
         or province_id = any (string_to_array(nullif(current_setting('app.also_provinces', true), ''), ',')::uuid[])
      then true else false end);
grant select, insert, update on amendment, amendment_explanation to kheo_app;
grant select, insert, update, delete on amendment_cell to kheo_app;
grant select, insert on amendment_event to kheo_app;
