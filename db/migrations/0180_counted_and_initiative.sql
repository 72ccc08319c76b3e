-- A count may be of distinct things, or of what stands on a day; and the initiative, around which the movement turns.
alter table counted_fact add column once_per text not null default '';
alter table counted_fact add column holds boolean not null default false;
alter table counted_fact add column until_day date;
alter table counted_fact drop constraint counted_fact_pkey;
alter table counted_fact add primary key (province_id, record_kind, record_id, indicator_code, dimension, once_per);
alter table counted_fact add constraint counted_fact_ends_only_where_it_holds check (until_day is null or holds);
alter table counted_fact add constraint counted_fact_ends_after_it_began check (until_day is null or until_day > day);
comment on column counted_fact.once_per is 'what is counted once in a period however many records name it, e.g. the code of a unit visited twice; empty: every record counts';
comment on column counted_fact.holds is 'a stock: it counts in every period whose last day falls from `day` on and before `until_day`';

create table initiative (
  province_id uuid not null references unit,
  id uuid not null,
  unit_id uuid not null references unit,
  holder_kind text not null,
  holder text not null,
  holder_item uuid,
  name text not null,
  main_field text not null,
  tags text[] not null default '{}',
  situation text not null default '',
  goals text not null default '',
  content text not null default '',
  area text not null default '',
  lead text not null default '',
  coordinating text not null default '',
  participating text not null default '',
  resources text not null default '',
  time_plan text not null default '',
  outputs text not null default '',
  sustainability text not null default '',
  began_on date,
  parent_province_id uuid,
  parent_id uuid,
  ended_on date,
  end_kind text,
  end_reason text,
  merged_into uuid,
  search_text text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (province_id, id),
  constraint initiative_holder_is_known check (holder_kind in ('collective', 'individual')),
  constraint initiative_has_a_name check (name <> ''),
  constraint initiative_parent_is_whole check ((parent_id is null) = (parent_province_id is null)),
  constraint initiative_end_is_known check (end_kind in ('stopped', 'merged', 'handed-over')),
  constraint initiative_ends_with_a_day_and_a_reason check ((ended_on is null) = (end_kind is null) and (end_kind is null or end_reason <> '')),
  constraint initiative_merges_into_another check (merged_into is null or end_kind = 'merged' and merged_into <> id)
);
create index initiative_by_unit on initiative (province_id, unit_id, changed_at desc, id);
create index initiative_by_words on initiative using gin (search_text gin_trgm_ops);
comment on table initiative is 'Mô hình, điển hình “Dân vận khéo”: what one collective or person does, over years; its yearly life stands in initiative_year';
comment on column initiative.unit_id is 'the unit that registered it; never changed, successors are found through events';
comment on column initiative.holder is 'the collective that does it (a party cell, a hamlet, a school); of an individual what may be said without a name, e.g. a function';
comment on column initiative.holder_item is 'an individual''s name, in the vault; printed in public only with their consent';
comment on column initiative.main_field is 'one field, so that sums hold; further ones are tags';

create table initiative_year (
  province_id uuid not null references unit,
  initiative_id uuid not null,
  year integer not null,
  unit_id uuid not null references unit,
  scope text not null,
  is_new boolean not null,
  state text not null,
  campaign_id uuid,
  registered_on date,
  recognised_on date,
  decision text not null default '',
  version integer not null default 1,
  changed_at timestamptz not null,
  primary key (province_id, initiative_id, year),
  foreign key (province_id, initiative_id) references initiative,
  constraint initiative_year_is_plausible check (year between 1990 and 2100),
  constraint initiative_year_scope_is_known check (scope in ('commune', 'district', 'province', 'central')),
  constraint initiative_year_state_is_known check (state in ('draft', 'registered', 'returned', 'listed', 'launched', 'running', 'self-scored', 'appraised', 'recognised', 'not-recognised', 'not-eligible', 'outstanding', 'proposed', 'stopped', 'merged', 'handed-over'))
);
create index initiative_year_by_state on initiative_year (province_id, year, state);
create index initiative_year_by_unit on initiative_year (province_id, unit_id, year);
comment on table initiative_year is 'One year of an initiative: where it was registered, new or kept, and how far it came; the same initiative may have many';
comment on column initiative_year.scope is 'the level with which it is registered this year: three numbers that are never added';

create table initiative_move (
  province_id uuid not null references unit,
  id uuid not null,
  initiative_id uuid not null,
  year integer not null,
  unit_id uuid not null references unit,
  move text not null,
  from_state text,
  to_state text not null,
  on_day date not null,
  reason text not null default '',
  document text not null default '',
  account_id uuid,
  at timestamptz not null,
  primary key (province_id, id),
  foreign key (province_id, initiative_id, year) references initiative_year
);
create index initiative_move_by_initiative on initiative_move (province_id, initiative_id, year, at);
comment on table initiative_move is 'Every move of an initiative through a year, with who made it; rows are only added';

do $$
declare t text;
begin
  foreach t in array array['initiative', 'initiative_year', 'initiative_move']
  loop
    execute format('alter table %I owner to kheo_owner', t);
    execute format('alter table %I enable row level security', t);
    execute format($p$create policy %I on %I to kheo_app using (
        province_id = nullif(current_setting('app.province_id', true), '')::uuid
        and case when current_setting('app.reach', true) = 'province'
                   or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
            then true else false end)$p$, t || '_in_scope', t);
    execute format($p$create policy %I on %I for select to kheo_app using (
        case when unit_id = any (string_to_array(nullif(current_setting('app.also_units', true), ''), ',')::uuid[])
               or province_id = any (string_to_array(nullif(current_setting('app.also_provinces', true), ''), ',')::uuid[])
            then true else false end)$p$, t || '_of_predecessors_is_read', t);
  end loop;
end
$$;
grant select, insert, update on initiative to kheo_app;
grant select, insert, update on initiative_year to kheo_app;
grant select, insert on initiative_move to kheo_app;
