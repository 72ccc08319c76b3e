-- Which reference files were loaded, so that a start with nothing new costs one query.
create table reference_load (
  file text primary key,
  sha256 text not null,
  at timestamptz not null default now()
);
comment on table reference_load is 'The last load of each file of db/reference and db/example, e.g. reference/unit.csv';
comment on column reference_load.sha256 is 'of the file and of its line in ORDER; another one means that the file is loaded again';

alter table reference_load owner to kheo_owner;
