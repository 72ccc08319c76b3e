-- Evidence beside a report (tài liệu kèm theo): who attached which file, what stood in which submitted copy, what is public.
create table report_file (
  province_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  unit_id uuid not null references unit,
  sha256 text not null,
  name text not null,
  kind text not null,
  bytes integer not null,
  caption text not null default '',
  people text not null,
  is_public boolean not null default false,
  first_copy integer,
  last_copy integer,
  added_at timestamptz not null,
  account_id uuid,
  person_name text not null,
  primary key (province_id, id),
  foreign key (province_id, report_id) references report,
  constraint report_file_kind_is_known check (kind in ('pdf', 'docx', 'xlsx', 'jpeg', 'png', 'webp', 'csv', 'txt')),
  constraint report_file_people_is_known check (people in ('none', 'consented', 'unasked')),
  constraint report_file_of_people_not_asked_is_not_public check (not is_public or people <> 'unasked'),
  constraint report_file_is_named_by_its_content check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint report_file_leaves_only_after_a_copy check (last_copy is null or last_copy >= first_copy)
);
create index report_file_by_report on report_file (province_id, report_id);
create index report_file_by_content on report_file (province_id, sha256);
comment on table report_file is 'Tài liệu kèm theo of a report; the content is kept under its sha256 outside the database';
comment on column report_file.people is 'who can be seen: nobody, people who consented, or people not asked (Luật 91/2025/QH15)';
comment on column report_file.is_public is 'a leader of the unit chose it for the public page; it goes there when the report is published';
comment on column report_file.first_copy is 'the first submitted copy it stood in; null while it was never submitted';
comment on column report_file.last_copy is 'the last submitted copy it stood in, once the unit took it away; null while it stands';

create table publication_file (
  province_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  unit_id uuid not null references unit,
  position integer not null,
  sha256 text not null,
  name text not null,
  kind text not null,
  bytes integer not null,
  caption text not null,
  primary key (province_id, id),
  foreign key (province_id, report_id) references publication
);
create index publication_file_by_report on publication_file (report_id, position);
comment on table publication_file is 'What of report_file everybody may download; written once, with the publication';

alter table report_file owner to kheo_owner;
alter table publication_file owner to kheo_owner;
alter table report_file enable row level security;
create policy report_file_in_scope on report_file to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid
  and case when current_setting('app.reach', true) = 'province'
             or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
      then true else false end);
alter table publication_file enable row level security;
create policy publication_file_is_read_by_all on publication_file for select to kheo_app using (true);
create policy publication_file_is_written_in_scope on publication_file for insert to kheo_app
  with check (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end);

grant select, insert, update, delete on report_file to kheo_app;
grant select, insert on publication_file to kheo_app;
