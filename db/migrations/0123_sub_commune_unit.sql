-- Hamlets and residential groups below communes: created by the commune, dated, with the act. No person stands here.
create table sub_commune_kind (
  code text primary key,
  label text not null,
  of_kinds text[] not null,
  regions text not null,
  certainty text not null,
  source text not null,
  sort_order integer not null,
  constraint sub_commune_kind_certainty_is_known check (certainty in ('article', 'second-hand', 'unverified', 'ours'))
);
comment on table sub_commune_kind is 'Loại thôn, tổ dân phố: the words by region; a province adds its own in structure_word';
comment on column sub_commune_kind.of_kinds is 'kinds of units in which it is usual; another is accepted as well, names follow local custom';

create table sub_commune_version (
  province_id uuid not null references unit,
  sub_commune_id uuid not null,
  n integer not null,
  unit_id uuid not null references unit,
  change text not null,
  from_day date not null,
  is_in_force boolean not null,
  name text not null,
  kind text not null,
  act text not null,
  act_on date,
  void_reason text,
  created_at timestamptz not null,
  primary key (province_id, sub_commune_id, n),
  constraint sub_commune_version_change_is_known check (change in ('created', 'renamed', 'kind-changed', 'assigned', 'merged', 'split', 'ended', 'corrected')),
  constraint sub_commune_version_has_a_name check (name <> ''),
  constraint sub_commune_version_is_voided_with_a_reason check (void_reason is null or void_reason <> '')
);
create unique index sub_commune_has_one_version_a_day on sub_commune_version (province_id, sub_commune_id, from_day) where void_reason is null;
create index sub_commune_version_by_unit on sub_commune_version (province_id, unit_id);
comment on table sub_commune_version is 'A hamlet or residential group as it was from a day on, until its next version: commune, name, kind, or that it ended';
comment on column sub_commune_version.unit_id is 'the commune when this was written; after a merger of communes it is read under the successor, the row stays as it is';
comment on column sub_commune_version.void_reason is 'why this version never held (a slip of the pen); null while it stands';

create table sub_commune_link (
  province_id uuid not null references unit,
  id uuid not null,
  unit_id uuid not null references unit,
  from_id uuid not null,
  to_id uuid not null,
  on_day date not null,
  void_reason text,
  created_at timestamptz not null,
  primary key (province_id, id),
  constraint sub_commune_link_joins_two check (from_id <> to_id),
  constraint sub_commune_link_is_voided_with_a_reason check (void_reason is null or void_reason <> '')
);
create index sub_commune_link_by_unit on sub_commune_link (province_id, unit_id);
comment on table sub_commune_link is 'Which hamlet went into which, by a merger or a split';

create table sub_commune_households (
  province_id uuid not null references unit,
  sub_commune_id uuid not null,
  counted_on date not null,
  unit_id uuid not null references unit,
  households integer not null,
  source text not null,
  created_at timestamptz not null,
  primary key (province_id, sub_commune_id, counted_on),
  constraint sub_commune_households_are_natural check (households >= 0),
  constraint sub_commune_households_have_a_source check (source <> '')
);
comment on table sub_commune_households is 'How many households a hamlet had on a day, and where the count comes from; a count, never a list';

alter table sub_commune_kind owner to kheo_owner;
grant select on sub_commune_kind to kheo_app;
alter table sub_commune_version owner to kheo_owner;
alter table sub_commune_version enable row level security;
create policy sub_commune_version_is_read_by_all on sub_commune_version for select to kheo_app using (true);
create policy sub_commune_version_is_written_by_its_unit on sub_commune_version for insert to kheo_app
  with check (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
create policy sub_commune_version_is_corrected_by_its_unit on sub_commune_version for update to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
grant select, insert, update on sub_commune_version to kheo_app;
alter table sub_commune_link owner to kheo_owner;
alter table sub_commune_link enable row level security;
create policy sub_commune_link_is_read_by_all on sub_commune_link for select to kheo_app using (true);
create policy sub_commune_link_is_written_by_its_unit on sub_commune_link for insert to kheo_app
  with check (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
create policy sub_commune_link_is_corrected_by_its_unit on sub_commune_link for update to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
grant select, insert, update on sub_commune_link to kheo_app;
alter table sub_commune_households owner to kheo_owner;
alter table sub_commune_households enable row level security;
create policy sub_commune_households_is_read_by_all on sub_commune_households for select to kheo_app using (true);
create policy sub_commune_households_is_written_by_its_unit on sub_commune_households for insert to kheo_app
  with check (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
create policy sub_commune_households_is_corrected_by_its_unit on sub_commune_households for update to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
grant select, insert, update on sub_commune_households to kheo_app;
