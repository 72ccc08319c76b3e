-- Bộ tiêu chí, thang điểm (docs/adr/0054): patterns that are reference data, and the sets that a province scores by, in versions.
create table scoring_pattern (
  code text primary key,
  name text not null,
  issuer text not null,
  valid_from date not null,
  valid_to date,
  applies_to text[] not null,
  source text not null,
  certainty text not null,
  note text not null default '',
  constraint scoring_pattern_certainty_is_known check (certainty in ('document', 'second-hand', 'invented')),
  constraint scoring_pattern_applies_to_something check (cardinality(applies_to) > 0 and applies_to <@ array['collective', 'individual', 'unit'])
);
comment on table scoring_pattern is 'Bộ tiêu chí có sẵn: what was published somewhere, to copy from; nobody scores by it directly';
comment on column scoring_pattern.certainty is 'the document itself was read, it is known through another, or it is invented to try things with';

create table scoring_pattern_line (
  pattern_code text not null references scoring_pattern,
  position integer not null,
  kind text not null,
  name text not null default '',
  points text not null default '',
  levels text not null default '',
  part text not null default 'base',
  passes boolean not null default false,
  area text,
  evidence text not null default '',
  note text not null default '',
  primary key (pattern_code, position),
  constraint scoring_pattern_line_kind_is_known check (kind in ('group', 'criterion', 'bonus', 'penalty', 'band', 'group-floor', 'criterion-floor', 'condition', 'threshold')),
  constraint scoring_pattern_line_part_is_known check (part in ('base', 'superior')),
  constraint scoring_pattern_line_area_is_known check (area in ('urban', 'rural', 'mountain'))
);
comment on column scoring_pattern_line.points is 'as written: the most of a criterion, the lower border of a band, the least of a threshold, the percentage of a floor';
grant select on scoring_pattern, scoring_pattern_line to kheo_app;

create table scoring_set (
  province_id uuid not null references unit,
  id uuid not null,
  name text not null,
  newest integer not null default 1,
  revision integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (province_id, id),
  constraint scoring_set_has_a_name check (name <> '')
);
comment on table scoring_set is 'Bộ tiêu chí của tỉnh: what its rounds are scored by';
comment on column scoring_set.name is 'as its newest version calls it';
comment on column scoring_set.revision is 'counts every saving; a form sends back the one it saw';

create table scoring_set_version (
  province_id uuid not null,
  set_id uuid not null,
  version integer not null,
  name text not null,
  issuer text not null,
  valid_from date not null,
  valid_to date,
  applies_to text[] not null,
  source text not null,
  note text not null default '',
  lines jsonb not null,
  reason text not null,
  account_id uuid,
  at timestamptz not null,
  primary key (province_id, set_id, version),
  foreign key (province_id, set_id) references scoring_set,
  constraint scoring_set_version_has_a_name check (name <> ''),
  constraint scoring_set_version_says_why check (reason <> ''),
  constraint scoring_set_version_ends_after_it_begins check (valid_to is null or valid_to >= valid_from),
  constraint scoring_set_version_applies_to_something check (cardinality(applies_to) > 0 and applies_to <@ array['collective', 'individual', 'unit']),
  constraint scoring_set_version_has_lines check (jsonb_typeof(lines) = 'array' and jsonb_array_length(lines) > 0)
);
comment on table scoring_set_version is 'A set as it was at one time; from the first round that uses it, it is never written again';
comment on column scoring_set_version.lines is 'an array in the shape of scoring_pattern_line, read by movement/scoring-lines.ts';
comment on column scoring_set_version.account_id is 'who wrote it; null for an invented example';

do $$
declare t text;
begin
  foreach t in array array['scoring_set', 'scoring_set_version']
  loop
    execute format('alter table %I owner to kheo_owner', t);
    execute format('alter table %I enable row level security', t);
    execute format($p$create policy %I on %I for select to kheo_app using (
        province_id = nullif(current_setting('app.province_id', true), '')::uuid)$p$, t || '_is_read_in_its_province', t);
    execute format($p$create policy %I on %I for insert to kheo_app with check (
        province_id = nullif(current_setting('app.province_id', true), '')::uuid
        and case when current_setting('app.reach', true) = 'province' then true else false end)$p$, t || '_is_written_by_its_province', t);
    execute format($p$create policy %I on %I for update to kheo_app using (
        province_id = nullif(current_setting('app.province_id', true), '')::uuid
        and case when current_setting('app.reach', true) = 'province' then true else false end)$p$, t || '_is_changed_by_its_province', t);
  end loop;
end
$$;
alter table scoring_pattern owner to kheo_owner;
alter table scoring_pattern_line owner to kheo_owner;
grant select, insert, update on scoring_set to kheo_app;
grant select, insert, update on scoring_set_version to kheo_app;
