-- Bodies within a unit (committee, board, bloc, helping group, commission), which work each of them owns, and who follows whom.
create table body_kind (
  code text primary key,
  label text not null,
  tree text not null,
  certainty text not null,
  source text not null,
  sort_order integer not null,
  constraint body_kind_tree_is_known check (tree in ('state', 'party', 'front')),
  constraint body_kind_certainty_is_known check (certainty in ('article', 'second-hand', 'unverified', 'ours'))
);
comment on table body_kind is 'Loại tổ chức: the national list; a province adds its own in structure_word';
comment on column body_kind.tree is 'the tree it usually belongs to; a body says its own';
comment on column body_kind.sort_order is 'where it stands in a list of choices';

create table body_function (
  code text primary key,
  label text not null,
  certainty text not null,
  source text not null,
  sort_order integer not null,
  constraint body_function_certainty_is_known check (certainty in ('article', 'second-hand', 'unverified', 'ours'))
);
comment on table body_function is 'Việc mà một tổ chức phụ trách: công tác dân vận, tiếp công dân, giám sát…';

create table body_pattern (
  id text primary key,
  level text not null,
  function text not null references body_function,
  kind text not null references body_kind,
  tree text not null,
  name text not null,
  sort_order integer not null,
  from_day date,
  until_day date,
  certainty text not null,
  source text not null,
  constraint body_pattern_level_is_known check (level in ('province', 'district', 'commune')),
  constraint body_pattern_tree_is_known check (tree in ('state', 'party', 'front')),
  constraint body_pattern_certainty_is_known check (certainty in ('article', 'second-hand', 'unverified', 'ours'))
);
comment on table body_pattern is 'Which body owns a work in every unit of a level where nobody said otherwise; {unit} {place} {committee} are filled in';
comment on column body_pattern.sort_order is '1 is answered first; the others are named beside it as possible';
comment on column body_pattern.until_day is 'the last day; null while it still is so';

create table province_pattern (
  province_id uuid not null references unit,
  id uuid not null,
  level text not null,
  function text not null,
  kind text not null,
  tree text not null,
  name text not null,
  from_day date not null,
  until_day date,
  act text not null,
  void_reason text,
  created_at timestamptz not null,
  primary key (province_id, id),
  constraint province_pattern_level_is_known check (level in ('province', 'district', 'commune')),
  constraint province_pattern_tree_is_known check (tree in ('state', 'party', 'front')),
  constraint province_pattern_ends_after_it_began check (until_day is null or until_day >= from_day),
  constraint province_pattern_names_its_act check (act <> ''),
  constraint province_pattern_is_voided_with_a_reason check (void_reason is null or void_reason <> '')
);
comment on table province_pattern is 'A province''s own answer to which body owns a work in its units of a level; goes before body_pattern';

alter table province_pattern owner to kheo_owner;
alter table province_pattern enable row level security;
create policy province_pattern_is_read_by_all on province_pattern for select to kheo_app using (true);
create policy province_pattern_is_stated_by_its_province on province_pattern for insert to kheo_app
  with check (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province' then true else false end
  );
create policy province_pattern_is_changed_by_its_province on province_pattern for update to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province' then true else false end
  );

create table body_version (
  province_id uuid not null references unit,
  body_id uuid not null,
  n integer not null,
  unit_id uuid not null references unit,
  change text not null,
  from_day date not null,
  is_in_force boolean not null,
  name text not null,
  kind text not null,
  tree text not null,
  functions text[] not null,
  act text not null,
  act_on date,
  void_reason text,
  created_at timestamptz not null,
  primary key (province_id, body_id, n),
  constraint body_version_change_is_known check (change in ('established', 'renamed', 'functions-changed', 'taken-over', 'ended', 'merged', 'corrected')),
  constraint body_version_tree_is_known check (tree in ('state', 'party', 'front')),
  constraint body_version_has_a_name check (name <> ''),
  constraint body_version_is_voided_with_a_reason check (void_reason is null or void_reason <> '')
);
create unique index body_has_one_version_a_day on body_version (province_id, body_id, from_day) where void_reason is null;
create index body_version_by_unit on body_version (province_id, unit_id);
comment on table body_version is 'A body within a unit as it was from a day on, until its next version: name, kind, tree, functions, or that it ended';
comment on column body_version.unit_id is 'the unit it belongs to, the same in all its versions: a body does not outlive its unit, its work goes to the unit''s successor';
comment on column body_version.is_in_force is 'false: from this day on it is no more';
comment on column body_version.void_reason is 'why this version never held (a slip of the pen); null while it stands';

create table body_link (
  province_id uuid not null references unit,
  id uuid not null,
  unit_id uuid not null references unit,
  from_body_id uuid not null,
  to_body_id uuid not null,
  on_day date not null,
  is_merger boolean not null,
  functions text[] not null,
  act text not null,
  act_on date,
  void_reason text,
  created_at timestamptz not null,
  primary key (province_id, id),
  constraint body_link_joins_two_bodies check (from_body_id <> to_body_id),
  constraint body_link_is_voided_with_a_reason check (void_reason is null or void_reason <> '')
);
create index body_link_by_unit on body_link (province_id, unit_id);
comment on table body_link is 'Which body took over from which: the whole of it (merger) or the functions named, from a day on';

alter table body_kind owner to kheo_owner;
alter table body_function owner to kheo_owner;
alter table body_pattern owner to kheo_owner;
alter table body_version owner to kheo_owner;
alter table body_version enable row level security;
create policy body_version_is_read_by_all on body_version for select to kheo_app using (true);
create policy body_version_is_written_by_its_unit on body_version for insert to kheo_app
  with check (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
create policy body_version_is_voided_by_its_unit on body_version for update to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
alter table body_link owner to kheo_owner;
alter table body_link enable row level security;
create policy body_link_is_read_by_all on body_link for select to kheo_app using (true);
create policy body_link_is_written_by_its_unit on body_link for insert to kheo_app
  with check (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
create policy body_link_is_voided_by_its_unit on body_link for update to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
grant select on body_kind, body_function, body_pattern to kheo_app;
grant select, insert, update on province_pattern, body_version, body_link to kheo_app;
