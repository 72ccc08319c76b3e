-- Files beside a visit, a finding or a meeting: conclusions, minutes, what proves that something was mended.
create table activity_file (
  province_id uuid not null references unit,
  id uuid not null,
  record_kind text not null,
  record_id uuid not null,
  unit_id uuid not null references unit,
  other_unit_id uuid references unit,
  sha256 text not null,
  name text not null,
  kind text not null,
  bytes integer not null,
  caption text not null default '',
  people text not null,
  is_conclusion boolean not null default false,
  removed_at timestamptz,
  added_at timestamptz not null,
  account_id uuid,
  person_name text not null,
  primary key (province_id, id),
  constraint activity_file_record_is_known check (record_kind in ('visit', 'finding', 'meeting')),
  constraint activity_file_conclusion_is_of_a_visit check (record_kind = 'visit' or not is_conclusion),
  constraint activity_file_people_are_known check (people in ('none', 'consented', 'unasked'))
);
create index activity_file_by_record on activity_file (province_id, record_id, added_at);
create index activity_file_by_content on activity_file (sha256);
comment on table activity_file is 'Tài liệu kèm theo of a visit, a finding or a meeting; the content stands under its sha256';
comment on column activity_file.unit_id is 'the unit that gave the file';
comment on column activity_file.other_unit_id is 'the other side of a finding, which reads the file as well';
comment on column activity_file.is_conclusion is 'the conclusion of a visit: the units it went to read the file as well';
comment on column activity_file.removed_at is 'when it was taken away; the row stays';

alter table activity_file owner to kheo_owner;
alter table activity_file enable row level security;
create policy activity_file_in_scope on activity_file to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
create policy activity_file_is_read_by_the_other_side on activity_file for select to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when other_unit_id = nullif(current_setting('app.unit_id', true), '')::uuid then true else false end
  );
create policy activity_file_conclusion_is_read_where_the_visit_went on activity_file for select to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when is_conclusion
               and exists (select from visit v where v.province_id = activity_file.province_id and v.id = activity_file.record_id)
        then true else false end
  );
create policy activity_file_of_predecessors_is_read on activity_file for select to kheo_app
  using (
    case when unit_id = any (string_to_array(nullif(current_setting('app.also_units', true), ''), ',')::uuid[])
           or province_id = any (string_to_array(nullif(current_setting('app.also_provinces', true), ''), ',')::uuid[])
        then true else false end
  );
grant select, insert, update on activity_file to kheo_app;
