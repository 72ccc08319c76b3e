-- Boundaries that an operator loads (kheo boundaries load): a map draws them where all its units have one. None come with Khéo.
-- Safe while the old version still runs: it reads none of this.
create table boundary_file (
  id uuid primary key,
  name text not null,
  sha256 text not null,
  source text not null,
  licence text not null,
  loaded_at timestamptz not null default now(),
  constraint boundary_file_says_where_it_is_from check (length(btrim(source)) > 0),
  constraint boundary_file_says_what_is_allowed check (length(btrim(licence)) > 0)
);
comment on table boundary_file is 'Tệp ranh giới đã nạp: where boundaries come from and what may be done with them';

create table boundary (
  unit_id uuid not null references unit (id),
  valid daterange not null,
  file_id uuid not null references boundary_file (id) on delete cascade,
  path text not null,
  low_x integer not null,
  low_y integer not null,
  high_x integer not null,
  high_y integer not null,
  label_x integer not null,
  label_y integer not null,
  primary key (unit_id, valid),
  constraint unit_has_one_boundary_a_day exclude using gist (unit_id with =, valid with &&),
  constraint boundary_covers_something check (low_x < high_x and low_y < high_y)
);
comment on table boundary is 'Ranh giới của một đơn vị, đã chiếu và đơn giản hóa: for drawing, not for measuring';
comment on column boundary.path is 'an SVG path in the plane of territory/boundary-shape.ts: ten-thousandths of a degree, east and south';
comment on column boundary.label_x is 'a place inside it for its name';
create index boundary_by_file on boundary (file_id);

alter table boundary_file owner to kheo_owner;
alter table boundary owner to kheo_owner;
-- Only the operator's command writes here, as the owner: no page can.
grant select on boundary_file, boundary to kheo_app;
