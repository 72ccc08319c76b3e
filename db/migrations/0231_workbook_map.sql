-- A workbook of a province's own, described once: which row holds the titles, which column the names and which the figures.
create table workbook_map (
  province_id uuid not null references unit,
  id uuid not null,
  name text not null,
  shape text not null,
  layout jsonb not null,
  account_id uuid not null,
  at timestamptz not null,
  dropped_at timestamptz,
  primary key (province_id, id),
  constraint workbook_map_has_a_name check (name <> ''),
  constraint workbook_map_has_a_shape check (shape <> ''),
  constraint workbook_map_was_dropped_after_it_was_made check (dropped_at is null or dropped_at >= at)
);
create unique index workbook_map_shape_stands_once on workbook_map (province_id, shape) where dropped_at is null;
comment on table workbook_map is 'Biểu riêng của tỉnh: how to read a workbook that is not our form; communes of the province use it';
comment on column workbook_map.shape is 'the titles of its head row without marks, by which a file of the same kind is recognised';
comment on column workbook_map.layout is 'places of titles, names, figures and notes, counted from nothing; figures of one column, or of the column with the unit''s name';
comment on column workbook_map.account_id is 'the officer of the province who described it';
comment on column workbook_map.dropped_at is 'since when it is not used any more; null while it is';

alter table workbook_map owner to kheo_owner;
alter table workbook_map enable row level security;
create policy workbook_map_is_read_in_the_province on workbook_map for select to kheo_app
  using (province_id = nullif(current_setting('app.province_id', true), '')::uuid);
create policy workbook_map_is_made_by_the_province on workbook_map for insert to kheo_app
  with check (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province' then true else false end
  );
create policy workbook_map_is_dropped_by_the_province on workbook_map for update to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province' then true else false end
  );
grant select, insert on workbook_map to kheo_app;
grant update (dropped_at) on workbook_map to kheo_app;
