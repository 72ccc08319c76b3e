-- Units and what they were called, of what kind and under whom, day by day. A fact never moves: a change is a new version.
create table unit (
  id uuid primary key,
  code text not null unique
);
comment on table unit is 'Đơn vị: whatever reports or contains others, once for ever; its names and parents are unit_version';
comment on column unit.code is 'a stable short name for addresses and files, e.g. vi-du-song-xanh';

create table unit_version (
  unit_id uuid not null references unit,
  tree text not null default 'state',
  valid daterange not null,
  name text not null,
  kind text not null,
  level text not null,
  parent_id uuid references unit,
  province_id uuid not null references unit,
  constraint unit_version_tree_is_known check (tree in ('state', 'party', 'front')),
  constraint unit_version_kind_is_known check (kind in ('province', 'city', 'rural-district', 'district-town', 'commune', 'ward', 'township', 'special-zone')),
  constraint unit_version_level_is_known check (level in ('province', 'district', 'commune')),
  constraint unit_version_only_a_province_has_no_parent check ((level = 'province') = (parent_id is null)),
  constraint unit_has_one_version_a_day exclude using gist (unit_id with =, tree with =, valid with &&)
);
create index unit_version_by_province on unit_version using gist (province_id, valid);
comment on table unit_version is 'The unit as it was: name, kind, level, parent and province while valid';
comment on column unit_version.valid is 'first day included, last day excluded; a district ends with 2025-07-01';

create table unit_composition (
  unit_id uuid not null references unit,
  kind text not null,
  valid daterange not null,
  count integer not null,
  source text not null,
  constraint unit_composition_count_is_natural check (count >= 0),
  constraint unit_composition_is_stated_once_a_day exclude using gist (unit_id with =, kind with =, valid with &&)
);
comment on table unit_composition is 'How many units of a kind a unit contained, where they are not recorded one by one';

alter table unit owner to kheo_owner;
alter table unit_version owner to kheo_owner;
alter table unit_composition owner to kheo_owner;
grant select on unit, unit_version, unit_composition to kheo_app, kheo_reader;
