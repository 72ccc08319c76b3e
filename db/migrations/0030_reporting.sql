-- Templates, and the life of a report from a commune's draft to the public page.
create table template (
  code text primary key
);
create table template_version (
  id text primary key,
  template_code text not null references template,
  version integer not null,
  valid daterange not null,
  name text not null,
  carried_by text[] not null,
  days_to_submit integer not null,
  source text not null,
  unique (template_code, version)
);
comment on column template_version.carried_by is 'the levels of unit that report by it';
comment on column template_version.days_to_submit is 'calendar days after the last day of the period; an arrangement of the province, not a rule of law';

create table template_line (
  template_version text not null references template_version,
  position integer not null,
  section text not null,
  indicator_version text not null references indicator_version,
  dimension text not null default '',
  primary key (template_version, position),
  unique (template_version, indicator_version, dimension)
);

create table report (
  province_id uuid not null references unit,
  id uuid not null,
  unit_id uuid not null references unit,
  template_version text not null references template_version,
  regime text not null,
  period_from date not null,
  period_to date not null,
  origin text not null default 'entered',
  source_title text not null default '',
  source_note text not null default '',
  status text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (province_id, id),
  unique (province_id, unit_id, template_version, regime, period_from, period_to),
  constraint report_regime_is_known check (regime in ('quarter', 'year', 'range')),
  constraint report_status_is_known check (status in ('draft', 'submitted', 'returned', 'accepted', 'published')),
  constraint report_origin_is_known check (origin in ('entered', 'published-source')),
  constraint report_from_a_published_source_is_published check (origin = 'entered' or status = 'published')
);
create index report_by_period on report (province_id, template_version, regime, period_from, period_to, status);
comment on table report is 'Báo cáo of one unit for one period by one template';
comment on column report.version is 'rises with every move and every save; a form sends back the one it saw';
comment on column report.origin is 'entered by officers here, or figures already published elsewhere (số liệu đã công bố)';

create table report_event (
  province_id uuid not null,
  report_id uuid not null,
  n integer not null,
  unit_id uuid not null references unit,
  move text not null,
  from_status text not null,
  to_status text not null,
  at timestamptz not null,
  account_id uuid,
  person_name text not null,
  primary key (province_id, report_id, n),
  foreign key (province_id, report_id) references report
);
comment on column report_event.person_name is 'the officer''s name on that day, as it is printed in the history';

create table report_explanation (
  province_id uuid not null,
  report_id uuid not null,
  unit_id uuid not null references unit,
  rule text not null,
  text text not null,
  at timestamptz not null,
  account_id uuid,
  person_name text not null,
  primary key (province_id, report_id, rule),
  foreign key (province_id, report_id) references report
);
comment on table report_explanation is 'Lời giải thích kèm một chỗ chưa khớp; at least 20 characters, printed in the reviewer''s copy';

create table report_question (
  province_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  unit_id uuid not null references unit,
  indicator_version text not null references indicator_version,
  dimension text not null default '',
  status text not null,
  at timestamptz not null,
  primary key (province_id, id),
  foreign key (province_id, report_id) references report,
  constraint report_question_status_is_known check (status in ('open', 'answered', 'settled'))
);
create index report_question_by_report on report_question (province_id, report_id);
create table report_message (
  province_id uuid not null,
  question_id uuid not null,
  n integer not null,
  unit_id uuid not null references unit,
  text text not null,
  at timestamptz not null,
  account_id uuid,
  person_name text not null,
  from_reviewer boolean not null,
  primary key (province_id, question_id, n),
  foreign key (province_id, question_id) references report_question
);

create table report_copy (
  province_id uuid not null,
  report_id uuid not null,
  n integer not null,
  unit_id uuid not null references unit,
  content jsonb not null,
  at timestamptz not null,
  primary key (province_id, report_id, n),
  foreign key (province_id, report_id) references report
);
comment on table report_copy is 'What the reviewer decides on and the public gets: one for each submission, never changed';

create table publication (
  province_id uuid not null,
  report_id uuid not null,
  unit_id uuid not null references unit,
  title text not null,
  unit_name text not null,
  unit_until date,
  figure_count integer not null,
  origin text not null,
  regime text not null,
  period_from date not null,
  period_to date not null,
  published_at timestamptz not null,
  accepted_at timestamptz,
  content jsonb not null,
  primary key (province_id, report_id),
  foreign key (province_id, report_id) references report
);
create index publication_by_unit on publication (unit_id, period_to);
comment on table publication is 'A published report as everybody may read it; readable by all, written only inside the province';
comment on column publication.unit_name is 'the unit as it was called on the last day of the period';
comment on column publication.unit_until is 'the last day of that unit; null while it stands';
comment on column publication.accepted_at is 'null for figures taken from a source published elsewhere';

do $$
declare t text;
begin
  foreach t in array array['template', 'template_version', 'template_line', 'report', 'report_event', 'report_explanation',
    'report_question', 'report_message', 'report_copy', 'publication']
  loop
    execute format('alter table %I owner to kheo_owner', t);
  end loop;
  foreach t in array array['report', 'report_event', 'report_explanation', 'report_question', 'report_message', 'report_copy']
  loop
    execute format('alter table %I enable row level security', t);
    execute format($p$create policy %I on %I to kheo_app using (
        province_id = nullif(current_setting('app.province_id', true), '')::uuid
        and case when current_setting('app.reach', true) = 'province'
                   or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
            then true else false end)$p$, t || '_in_scope', t);
  end loop;
end
$$;
alter table publication enable row level security;
create policy publication_is_read_by_all on publication for select to kheo_app using (true);
create policy publication_is_written_in_scope on publication for insert to kheo_app
  with check (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );

grant select on template, template_version, template_line to kheo_app, kheo_reader;
grant select, insert, update on report, report_question, report_explanation to kheo_app;
grant delete on report_explanation to kheo_app;
grant select, insert on report_event, report_message, report_copy, publication to kheo_app;
