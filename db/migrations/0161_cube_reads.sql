-- The cube (docs/adr/0041) reads the register as everybody does, and the register's state is known by the reference files loaded.
grant select on reference_load to kheo_reader;

-- All sets of a year stand together: what fills the frames of the cube reads no other row.
create index figure_set_by_period on figure_set (period_to, period_from)
  include (province_id, id, unit_id, standing, origin);
