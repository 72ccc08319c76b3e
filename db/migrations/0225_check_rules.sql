-- The rules that figures are checked by, as data (docs/adr/0068): the house's, and what a province wrote over them or beside them.
create table check_rule (
  key text primary key,
  position integer not null unique,
  rule text not null,
  name text not null,
  kind text not null,
  severity text not null,
  missing text not null,
  parameters jsonb not null,
  cause text not null default '',
  remedy text not null default '',
  is_fixed boolean not null,
  valid daterange not null,
  source text not null,
  certainty text not null,
  constraint check_rule_is_numbered check (rule ~ '^Q[0-9]{2}$'),
  constraint check_rule_severity_is_known check (severity in ('must-match', 'may-explain', 'asks')),
  constraint check_rule_missing_is_known check (missing in ('skip-if-any', 'skip-if-all', 'never-skip')),
  constraint check_rule_certainty_is_known check (certainty in ('certain', 'practice', 'unverified')),
  constraint check_rule_has_a_source check (source <> '')
);
comment on table check_rule is 'Quy tắc kiểm tra số liệu that every province starts with; the same for all of them';
comment on column check_rule.key is 'Q06-K01: one relation; several may stand under one number';
comment on column check_rule.kind is 'how it is computed: figures/check-rule.ts';
comment on column check_rule.missing is 'what it does with a cell that has no number';
comment on column check_rule.parameters is 'cells, thresholds or an expression, by its kind: figures/check-rule-reader.ts';
comment on column check_rule.cause is 'likely cause in words; empty where the program says it for what was found';
comment on column check_rule.is_fixed is 'no province turns it off or makes it lighter: without it numbers cannot be added';
comment on column check_rule.valid is 'for reports whose period ends on these days';
comment on column check_rule.certainty is 'certain: arithmetic or law read · practice · unverified: a threshold of ours';

create table check_rule_version (
  province_id uuid not null references unit (id),
  key text not null,
  version integer not null,
  origin text not null,
  name text,
  kind text,
  is_on boolean not null,
  severity text,
  parameters jsonb,
  cause text not null default '',
  remedy text not null default '',
  reason text not null,
  account_id uuid,
  at timestamptz not null,
  primary key (province_id, key, version),
  constraint check_rule_version_counts_from_one check (version >= 1),
  constraint check_rule_version_origin_is_known check (origin in ('changed', 'own', 'reset')),
  constraint check_rule_version_own_has_all_of_a_rule check ((origin = 'own') = (name is not null and kind is not null)),
  constraint check_rule_version_says_what_holds check ((origin = 'reset') = (severity is null) and (origin = 'reset') = (parameters is null)),
  constraint check_rule_version_key_fits check ((origin = 'own') = (key ~ '^T[0-9]{2,}$')),
  constraint check_rule_version_severity_is_known check (severity in ('must-match', 'may-explain', 'asks')),
  constraint check_rule_version_says_why check (reason <> '')
);
comment on table check_rule_version is 'What a province made of a rule one time; the newest counts for every report that is still open';
comment on column check_rule_version.key is 'of check_rule, or T01 for a rule of the province''s own';
comment on column check_rule_version.origin is 'changed: over a rule of the house · own: beside them · reset: as the house has it again';
comment on column check_rule_version.parameters is 'all of them, those that were not changed too';
comment on column check_rule_version.reason is 'why; read by everybody who is checked by it';
comment on column check_rule_version.account_id is 'who wrote it; null for an invented example';

alter table check_rule owner to kheo_owner;
alter table check_rule_version owner to kheo_owner;
alter table check_rule_version enable row level security;
create policy check_rule_version_is_read_in_its_province on check_rule_version for select to kheo_app
  using (province_id = nullif(current_setting('app.province_id', true), '')::uuid);
create policy check_rule_version_is_written_by_its_province on check_rule_version for insert to kheo_app
  with check (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province' then true else false end
  );
grant select on check_rule to kheo_app;
grant select, insert on check_rule_version to kheo_app;
