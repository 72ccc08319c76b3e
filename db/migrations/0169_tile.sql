-- A square for each province, so that a figure is seen on the country without a boundary file.
-- Safe while the old version still runs: it reads none of this.
create table tile (
  unit_code text not null references unit (code),
  valid daterange not null,
  column_at integer not null,
  row_at integer not null,
  label text not null,
  named_beside text,
  primary key (unit_code, valid),
  constraint tile_stands_on_the_ground check (column_at between 1 and 40 and row_at between 1 and 60),
  constraint unit_has_one_tile_a_day exclude using gist (unit_code with =, valid with &&),
  constraint no_two_tiles_on_one_square exclude using gist (column_at with =, row_at with =, valid with &&)
);
comment on table tile is 'Ô bản đồ: where a unit stands among equal squares that resemble the country. Made by us, no survey: neighbours are kept roughly';
comment on column tile.valid is 'the map it belongs to: 63 provinces until 30 June 2025, 34 from 1 July 2025';
comment on column tile.label is 'its name without its kind, short enough for a square';
comment on column tile.named_beside is 'what is named beside the square: Hoàng Sa, Trường Sa';

alter table tile owner to kheo_owner;
grant select on tile to kheo_app;
