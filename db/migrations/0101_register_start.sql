-- From which day on the register of units can answer: an earlier day is refused in words instead of answered by guess.
create table register_start (
  is_the_one boolean primary key default true,
  begins_on date not null,
  source text not null,
  constraint register_start_is_one check (is_the_one)
);
comment on table register_start is 'The first day for which the register of units can answer';
comment on column register_start.source is 'why not earlier: what the oldest list of units is';

alter table register_start owner to kheo_owner;
grant select on register_start to kheo_app, kheo_reader;
