-- Which report each figure stands in and how far that report has come, so that whoever counts figures (docs/adr/0041) reads both
-- from the ledger's own numbered history. The old version must have stopped: it
-- writes figures without their set, which is refused from here on.
create table figure_set (
  province_id uuid not null references unit (id),
  id uuid not null,
  unit_id uuid not null references unit (id),
  period_from date not null,
  period_to date not null,
  standing text not null,
  origin text not null,
  n bigint not null,
  primary key (province_id, id),
  constraint figure_set_period_runs_forward check (period_from <= period_to),
  constraint figure_set_standing_is_known check (standing in ('open', 'handed-in', 'accepted', 'published')),
  constraint figure_set_origin_is_known check (origin in ('entered', 'published-source'))
);
comment on table figure_set is 'Bộ số của một báo cáo: the figures one report gave for a unit and a period, and how far they may be read and counted';
comment on column figure_set.id is 'the id of the report; another module''s, therefore without a foreign key';
comment on column figure_set.standing is 'open: only its own unit reads it; handed-in: its reviewer too; accepted: counted above; published: everybody';
comment on column figure_set.n is 'the number of figure_clock under which it last came to stand so';
create index figure_set_by_change on figure_set (province_id, n);

insert into figure_set (province_id, id, unit_id, period_from, period_to, standing, origin, n)
select province_id, id, unit_id, period_from, period_to,
  case status when 'submitted' then 'handed-in' when 'accepted' then 'accepted' when 'published' then 'published' else 'open' end,
  origin, 0
from report;

alter table figure_value add column set_id uuid;
update figure_value as value set set_id = report.id
from report
where report.province_id = value.province_id and report.unit_id = value.unit_id
  and report.period_from = value.period_from and report.period_to = value.period_to;
alter table figure_value alter column set_id set not null;
alter table figure_value add foreign key (province_id, set_id) references figure_set (province_id, id);
comment on column figure_value.set_id is 'the report the figure stands in: its source';

alter table figure_change add column set_id uuid;
update figure_change as change set set_id = value.set_id
from figure_value as value
where value.province_id = change.province_id and value.unit_id = change.unit_id
  and value.period_from = change.period_from and value.period_to = change.period_to
  and value.indicator_version = change.indicator_version and value.dimension = change.dimension;
alter table figure_change alter column set_id set not null;

-- All units of one indicator and period stand together: what fills the cube reads no other row.
create index figure_value_of_indicator on figure_value (indicator_version, dimension, period_to, period_from)
  include (province_id, unit_id, state, qualifier, amount, set_id);

alter table figure_set owner to kheo_owner;
grant select, insert, update on figure_set to kheo_app;
grant select on figure_set to kheo_reader;
alter table figure_set enable row level security;
create policy figure_set_in_scope on figure_set to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
create policy figure_set_of_predecessors_is_read on figure_set for select to kheo_app using (
  case when unit_id = any (string_to_array(nullif(current_setting('app.also_units', true), ''), ',')::uuid[])
         or province_id = any (string_to_array(nullif(current_setting('app.also_provinces', true), ''), ',')::uuid[])
       then true else false end);
create policy figure_set_for_the_cube on figure_set for select to kheo_reader using (true);
