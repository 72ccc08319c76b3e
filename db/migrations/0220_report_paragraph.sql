-- The words of a report, section by section: each saving is a row of its own, and the newest stands.
create table report_paragraph (
  province_id uuid not null references unit,
  report_id uuid not null,
  section text not null,
  n integer not null,
  unit_id uuid not null references unit,
  parts jsonb not null,
  account_id uuid,
  person_name text not null,
  at timestamptz not null,
  primary key (province_id, report_id, section, n),
  foreign key (province_id, report_id) references report,
  constraint report_paragraph_is_counted_from_one check (n >= 1),
  constraint report_paragraph_is_of_a_section check (section <> ''),
  constraint report_paragraph_is_a_list_of_parts check (jsonb_typeof(parts) = 'array')
);
comment on table report_paragraph is 'Lời văn: what an officer wrote in one section of a report, a row a saving; nothing in it is ever changed (docs/adr/0065)';
comment on column report_paragraph.section is 'code of the section in the version of the template that the report is made by';
comment on column report_paragraph.n is 'its place in the history of this section; the greatest stands';
comment on column report_paragraph.parts is 'words, and between them the cells whose numbers are printed there, each with what it said when it was saved';

alter table report_paragraph owner to kheo_owner;
alter table report_paragraph enable row level security;
create policy report_paragraph_in_scope on report_paragraph to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid
  and case when current_setting('app.reach', true) = 'province'
             or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
      then true else false end);
create policy report_paragraph_of_predecessors_is_read on report_paragraph for select to kheo_app using (
  case when unit_id = any (string_to_array(nullif(current_setting('app.also_units', true), ''), ',')::uuid[])
         or province_id = any (string_to_array(nullif(current_setting('app.also_provinces', true), ''), ',')::uuid[])
      then true else false end);
grant select, insert on report_paragraph to kheo_app;
