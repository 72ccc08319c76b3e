-- Templates that a province writes itself, beside those of the house, and the sections of every template (docs/adr/0064).
-- A draft is valid on no day, so whoever asks by which template a period is reported never meets one.
-- Safe while the old version still runs: it reads the rows of the house as before.
alter table template add column province_id uuid references unit (id);
alter table template add constraint template_of_a_province_is_told_by_its_code
  check ((province_id is not null) = (code like 'rieng-%'));
comment on table template is 'Mẫu báo cáo, whatever its version';
comment on column template.province_id is 'whose it is; null for the house''s, which come with the program and are changed by no province';

alter table template_version add column province_id uuid references unit (id);
alter table template_version add column status text not null default 'in-use';
alter table template_version add column edit integer not null default 1;
alter table template_version add column copied_from text not null default '';
alter table template_version add column before_last_edit jsonb;
alter table template_version add column changed_at timestamptz;
alter table template_version add constraint template_version_status_is_known check (status in ('draft', 'in-use'));
alter table template_version add constraint template_version_draft_is_valid_on_no_day
  check ((status = 'draft') = isempty(valid));
alter table template_version add constraint template_version_of_the_house_is_in_use
  check (province_id is not null or status = 'in-use');
alter table template_version add constraint template_version_is_counted_in_days
  check (days_to_submit between 0 and 366);
alter table template_version add constraint template_has_one_version_a_day
  exclude using gist (template_code with =, valid with &&) deferrable initially deferred;
create unique index template_has_one_draft on template_version (template_code) where status = 'draft';
comment on table template_version is 'A template as it stood while reports were made by it; once in use it is never changed, a change is the next version';
comment on column template_version.province_id is 'that of its template';
comment on column template_version.valid is 'by the last day of a period; empty while it is a draft';
comment on column template_version.edit is 'rises with every change of a draft; a form sends back the one it saw';
comment on column template_version.copied_from is 'the version or file it was begun from; empty where it was begun from nothing';
comment on column template_version.before_last_edit is 'the draft as it stood before its last change, so that one change can be taken back; null once in use';

alter table template_line add column province_id uuid references unit (id);
comment on table template_line is 'Dòng của mẫu: one cell that a report carries';
comment on column template_line.province_id is 'that of its version';
comment on column template_line.section is 'the title of its section (template_section.title), as reports print it';

create table template_section (
  province_id uuid references unit (id),
  template_version text not null references template_version (id),
  position integer not null,
  code text not null,
  title text not null,
  kind text not null,
  hint text not null default '',
  primary key (template_version, position),
  constraint template_section_is_named_once unique (template_version, title),
  constraint template_section_code_is_given_once unique (template_version, code),
  constraint template_section_kind_is_known check (kind in ('figures', 'narrative')),
  constraint template_section_has_a_title check (title <> '' and length(title) <= 200),
  constraint template_section_code_is_short check (code ~ '^[A-Za-z0-9-]{1,40}$'),
  constraint template_section_hint_is_short check (length(hint) <= 1000)
);
comment on table template_section is 'Mục của mẫu: figures, or a text that is written; in the order of the form';
comment on column template_section.province_id is 'that of its version; null for the house''s';
comment on column template_section.code is 'stays the same when the title changes, so that a text written under it is found again in the next version';
comment on column template_section.hint is 'what the officer who fills it in reads above it';
alter table template_section owner to kheo_owner;
grant select on template_section to kheo_app;
grant insert, update on template, template_version to kheo_app;
grant insert, delete on template_line, template_section to kheo_app;
grant delete on template, template_version to kheo_app;

do $$
declare t text;
begin
  foreach t in array array['template', 'template_version', 'template_line', 'template_section']
  loop
    execute format('alter table %I enable row level security', t);
    execute format($p$create policy %I on %I for select to kheo_app using (
        case when province_id is null
               or province_id = nullif(current_setting('app.province_id', true), '')::uuid
               or province_id = any (string_to_array(nullif(current_setting('app.also_provinces', true), ''), ',')::uuid[])
            then true else false end)$p$, t || '_is_read_in_its_province', t);
  end loop;
  foreach t in array array['template', 'template_version', 'template_line']
  loop
    execute format($p$create policy %I on %I for select to kheo_reader using (true)$p$, t || '_for_the_cube', t);
  end loop;
  foreach t in array array['template', 'template_version']
  loop
    execute format($p$create policy %I on %I for insert to kheo_app with check (
        province_id = nullif(current_setting('app.province_id', true), '')::uuid
        and case when current_setting('app.reach', true) = 'province' then true else false end)$p$, t || '_is_written_by_its_province', t);
    execute format($p$create policy %I on %I for update to kheo_app using (
        province_id = nullif(current_setting('app.province_id', true), '')::uuid
        and case when current_setting('app.reach', true) = 'province' then true else false end)$p$, t || '_is_changed_by_its_province', t);
  end loop;
  -- Once in use the lines are those of every report made by them: only a draft's are written and taken away.
  foreach t in array array['template_line', 'template_section']
  loop
    execute format($p$create policy %2$I on %1$I for insert to kheo_app with check (
        province_id = nullif(current_setting('app.province_id', true), '')::uuid
        and case when current_setting('app.reach', true) = 'province'
                   and exists (select 1 from template_version as version
                     where version.id = %1$I.template_version and version.status = 'draft' and version.province_id = %1$I.province_id)
            then true else false end)$p$, t, t || '_of_a_draft_is_written');
    execute format($p$create policy %2$I on %1$I for delete to kheo_app using (
        province_id = nullif(current_setting('app.province_id', true), '')::uuid
        and case when current_setting('app.reach', true) = 'province'
                   and exists (select 1 from template_version as version
                     where version.id = %1$I.template_version and version.status = 'draft' and version.province_id = %1$I.province_id)
            then true else false end)$p$, t, t || '_of_a_draft_is_taken_away');
  end loop;
end
$$;
create policy template_version_that_is_a_draft_is_withdrawn on template_version for delete to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid
  and case when current_setting('app.reach', true) = 'province' and status = 'draft' then true else false end);
create policy template_never_used_is_withdrawn on template for delete to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid
  and case when current_setting('app.reach', true) = 'province' then true else false end);
