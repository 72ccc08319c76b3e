-- Chỉ tiêu kế hoạch: what a unit set itself or its superior set for it to reach, for one cell and period. What is said of it
-- is never changed: a revision and a withdrawal are further versions, each with its reason and its hand.
create table figure_target (
  province_id uuid not null references unit,
  id uuid not null,
  unit_id uuid not null references unit,
  set_by text not null,
  indicator_version text not null references indicator_version,
  dimension text not null default '',
  period_from date not null,
  period_to date not null,
  n integer not null,
  is_in_force boolean not null,
  primary key (province_id, id),
  constraint figure_target_is_one_for_a_cell unique (province_id, unit_id, period_from, period_to, indicator_version, dimension, set_by),
  constraint figure_target_is_of_one_unit_and_hand unique (province_id, id, unit_id, set_by),
  constraint figure_target_hand_is_known check (set_by in ('own', 'superior')),
  constraint figure_target_of_a_province_is_its_own check (set_by = 'own' or unit_id <> province_id),
  constraint figure_target_period_runs_forward check (period_from <= period_to),
  constraint figure_target_has_a_first_version check (n >= 1)
);
create index figure_target_by_unit on figure_target (unit_id, period_to, period_from);
comment on table figure_target is 'Chỉ tiêu kế hoạch of one cell, unit and period: which version of it holds, and whether it does';
comment on column figure_target.unit_id is 'the unit that is to reach it';
comment on column figure_target.set_by is 'own: the unit set it itself; superior: the province set it for its commune';
comment on column figure_target.indicator_version is 'the definition that holds on the last day of the period';
comment on column figure_target.n is 'the number of its newest version, the one that holds';
comment on column figure_target.is_in_force is 'false once it was withdrawn; it may be set again, as a further version';

create table figure_target_version (
  province_id uuid not null,
  target_id uuid not null,
  n integer not null,
  unit_id uuid not null,
  set_by text not null,
  change text not null,
  aim text not null,
  amount numeric(20, 4) not null,
  raw text not null,
  reason text not null,
  document_number text not null,
  document_on date,
  account_id uuid,
  person_name text not null,
  at timestamptz not null,
  primary key (province_id, target_id, n),
  foreign key (province_id, target_id, unit_id, set_by) references figure_target (province_id, id, unit_id, set_by),
  foreign key (province_id, account_id) references account,
  constraint figure_target_version_change_is_known check (change in ('set', 'revised', 'withdrawn')),
  constraint figure_target_version_aim_is_known check (aim in ('at-least', 'at-most', 'exactly')),
  constraint figure_target_version_keeps_what_was_typed check (raw <> ''),
  constraint figure_target_version_is_changed_with_a_reason check (change = 'set' or reason <> ''),
  constraint figure_target_version_day_is_of_a_document check (document_on is null or document_number <> '')
);
create index figure_target_version_by_unit on figure_target_version (province_id, unit_id, at);
comment on table figure_target_version is 'Every wording a target ever had: how much, why, by which document, by whom; none is changed';
comment on column figure_target_version.aim is 'at-least: the number is to come to it; at-most: not to pass it; exactly: to be it';
comment on column figure_target_version.raw is 'the amount as it was typed, kept whatever it was read as';
comment on column figure_target_version.reason is 'why it was revised or withdrawn; may be empty where it was set';
comment on column figure_target_version.document_number is 'the plan or decision that sets it; empty where none does';
comment on column figure_target_version.account_id is 'null where the system itself wrote it, as in the example';
comment on column figure_target_version.person_name is 'the officer''s name on that day, as it is printed in the history';

do $$
declare
  t text;
  -- A commune writes its own targets only, its province those from above and its own: neither the other's.
  mine text := $p$province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province' then set_by = 'superior' or unit_id = province_id
             when unit_id = nullif(current_setting('app.unit_id', true), '')::uuid then set_by = 'own'
             else false end$p$;
  seen text := $p$province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end$p$;
  followed text := $p$case when unit_id = any (string_to_array(nullif(current_setting('app.also_units', true), ''), ',')::uuid[])
         or province_id = any (string_to_array(nullif(current_setting('app.also_provinces', true), ''), ',')::uuid[])
       then true else false end$p$;
begin
  foreach t in array array['figure_target', 'figure_target_version']
  loop
    execute format('alter table %I owner to kheo_owner', t);
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I for select to kheo_app using (%s)', t || '_is_read_in_scope', t, seen);
    execute format('create policy %I on %I for select to kheo_app using (%s)', t || '_of_predecessors_is_read', t, followed);
    execute format('create policy %I on %I for insert to kheo_app with check (%s)', t || '_is_written_by_its_hand', t, mine);
    execute format('grant select, insert on %I to kheo_app', t);
  end loop;
  execute 'create policy figure_target_is_moved_by_its_hand on figure_target for update to kheo_app using (' || mine || ')';
end
$$;
grant update (n, is_in_force) on figure_target to kheo_app;
