-- Directives with numbers: a list for the country, and what a province or a commune adds with its file.
create table directive (
  code text primary key,
  number text not null,
  kind text not null,
  issuer text not null,
  issued_on date,
  subject text not null,
  in_force_from date,
  in_force_to date,
  replaced_by text not null default '',
  amends text not null default '',
  source text not null,
  certainty text not null,
  note text not null default '',
  constraint directive_kind_is_known check (kind in ('resolution', 'directive', 'conclusion', 'decision', 'regulation', 'instruction', 'plan', 'programme', 'report', 'announcement', 'official-letter', 'law', 'decree', 'circular', 'other')),
  constraint directive_certainty_is_known check (certainty in ('text', 'secondary', 'unverified')),
  constraint directive_is_in_force_for_a_time check (in_force_to is null or in_force_from is null or in_force_to >= in_force_from)
);
alter table directive owner to kheo_owner;
grant select on directive to kheo_app;
comment on table directive is 'Văn bản chỉ đạo of the whole country, loaded from db/reference/directive.csv';
comment on column directive.code is 'the number in small letters without marks, e.g. 25-nq-tw; with the year where a number is used every year';
comment on column directive.certainty is 'text: read in the document itself; secondary: as another document cites it; unverified';

create table review_rule (
  code text primary key,
  after_years integer not null,
  kind text not null,
  directive_kinds text[] not null,
  source text not null,
  certainty text not null,
  constraint review_rule_comes_after_years check (after_years between 1 and 50),
  constraint review_rule_kind_is_known check (kind in ('interim', 'final')),
  constraint review_rule_certainty_is_known check (certainty in ('text', 'secondary', 'unverified'))
);
alter table review_rule owner to kheo_owner;
grant select on review_rule to kheo_app;
comment on table review_rule is 'After how many years a directive is reviewed, loaded from db/reference/review_rule.csv';

create table directive_reviewed (
  directive_code text not null references directive,
  report_key text not null,
  unit_code text not null,
  kind text not null,
  years integer,
  year integer not null,
  told text not null,
  primary key (directive_code, report_key),
  constraint directive_reviewed_kind_is_known check (kind in ('interim', 'final', 'unsaid'))
);
alter table directive_reviewed owner to kheo_owner;
grant select on directive_reviewed to kheo_app;
comment on table directive_reviewed is 'Who is known from a published text to have reviewed a directive, loaded from db/reference/directive_reviewed.csv';
comment on column directive_reviewed.years is 'the years the text speaks of, which may not be those of the calendar; null: none said';

create table local_directive (
  province_id uuid not null references unit,
  id uuid not null,
  unit_id uuid not null references unit,
  day date not null,
  title text not null,
  number text not null,
  kind text not null,
  issuer text not null,
  subject text not null,
  in_force_from date,
  in_force_to date,
  replaced_by text not null default '',
  amends text not null default '',
  source text not null default '',
  search_text text not null default '',
  void_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (province_id, id),
  constraint local_directive_kind_is_known check (kind in ('resolution', 'directive', 'conclusion', 'decision', 'regulation', 'instruction', 'plan', 'programme', 'report', 'announcement', 'official-letter', 'law', 'decree', 'circular', 'other')),
  constraint local_directive_is_in_force_for_a_time check (in_force_to is null or in_force_from is null or in_force_to >= in_force_from),
  constraint local_directive_has_a_title check (title <> ''),
  constraint local_directive_void_has_a_reason check (void_reason <> '')
);
create index local_directive_by_unit on local_directive (province_id, unit_id, day desc, id desc);
create index local_directive_by_day on local_directive (province_id, day desc, id desc);
create index local_directive_by_words on local_directive using gin (search_text gin_trgm_ops);
comment on table local_directive is 'Văn bản chỉ đạo a province or a commune keeps itself';
comment on column local_directive.void_reason is 'why the row does not count; null while it stands';
comment on column local_directive.search_text is 'title and words without marks, written by the application';
comment on column local_directive.day is 'the day it was issued';
create unique index local_directive_number_stands_once on local_directive (province_id, unit_id, number, day) where void_reason is null;

create table directive_file (
  province_id uuid not null references unit,
  id uuid not null,
  unit_id uuid not null references unit,
  directive_id uuid not null,
  sha256 text not null,
  name text not null,
  kind text not null,
  bytes integer not null,
  body text not null default '',
  added_at timestamptz not null,
  account_id uuid,
  primary key (province_id, id),
  foreign key (province_id, directive_id) references local_directive,
  constraint directive_file_is_named_by_its_content check (sha256 ~ '^[0-9a-f]{64}$')
);
create index directive_file_by_directive on directive_file (province_id, directive_id);
create index directive_file_by_content on directive_file (province_id, sha256);
comment on table directive_file is 'The text of a directive as it was sent; the content is kept under its sha256 outside the database';
comment on column directive_file.body is 'the words of it where they can be read, for searching';

create table directive_publication (
  province_id uuid not null references unit,
  id uuid not null,
  unit_id uuid not null references unit,
  number text not null,
  kind text not null,
  issuer text not null,
  issued_on date not null,
  subject text not null,
  in_force_from date,
  in_force_to date,
  replaced_by text not null default '',
  amends text not null default '',
  files jsonb not null default '[]',
  search_text text not null default '',
  published_at timestamptz not null,
  withdrawn_on date,
  withdrawn_because text not null default '',
  primary key (province_id, id),
  constraint directive_publication_is_withdrawn_with_a_reason check ((withdrawn_on is null) = (withdrawn_because = ''))
);
create index directive_publication_by_words on directive_publication using gin (search_text gin_trgm_ops);
comment on table directive_publication is 'What of local_directive everybody may read; a copy, written when it is published';
comment on column directive_publication.files is 'id, name, kind, bytes and sha256 of the files that go with it';
alter table directive_publication owner to kheo_owner;
alter table directive_publication enable row level security;
create policy directive_publication_is_read_by_all on directive_publication for select to kheo_app using (true);
create policy directive_publication_is_written_in_scope on directive_publication to kheo_app using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end);
grant select, insert, update on directive_publication to kheo_app;

do $$
declare t text;
begin
  foreach t in array array['local_directive', 'directive_file']
  loop
    execute format('alter table %I owner to kheo_owner', t);
    execute format('alter table %I enable row level security', t);
    execute format($p$create policy %I on %I to kheo_app using (
        province_id = nullif(current_setting('app.province_id', true), '')::uuid
        and case when current_setting('app.reach', true) = 'province'
                   or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
            then true else false end)$p$, t || '_in_scope', t);
    -- What the province keeps concerns all its communes: they read it.
    execute format($p$create policy %I on %I for select to kheo_app using (
        province_id = nullif(current_setting('app.province_id', true), '')::uuid
        and case when unit_id = province_id then true else false end)$p$, t || '_of_the_province_is_read', t);
    execute format($p$create policy %I on %I for select to kheo_app using (
        case when unit_id = any (string_to_array(nullif(current_setting('app.also_units', true), ''), ',')::uuid[])
               or province_id = any (string_to_array(nullif(current_setting('app.also_provinces', true), ''), ',')::uuid[])
            then true else false end)$p$, t || '_of_predecessors_is_read', t);
  end loop;
end
$$;
grant select, insert, update on local_directive to kheo_app;
grant select, insert, delete on directive_file to kheo_app;
