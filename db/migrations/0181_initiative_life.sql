-- What a year of an initiative remembers besides its state, who may recognise, and when registration is open.
alter table initiative add column name_folded text not null default '';
alter table initiative add column holder_consents boolean not null default false;
alter table initiative add column continues_province_id uuid;
alter table initiative add column continues_id uuid;
alter table initiative add column discarded_at timestamptz;
alter table initiative add column is_replicated boolean not null default false;
alter table initiative add constraint initiative_continuation_is_whole check ((continues_id is null) = (continues_province_id is null));
create unique index initiative_is_taken_over_once on initiative (province_id, continues_province_id, continues_id) where discarded_at is null;
create index initiative_by_name on initiative (province_id, unit_id, name_folded);
create index initiative_by_parent on initiative (province_id, parent_province_id, parent_id) where parent_id is not null;
comment on column initiative.name_folded is 'the name without diacritics: the same unit, name and year is asked about';
comment on column initiative.holder_consents is 'the individual agreed that the name is printed in public; false for a collective';
comment on column initiative.continues_id is 'the initiative of a unit that ended, which this one carries on; perhaps another province''s';
comment on column initiative.is_replicated is 'another place registered that it does the same; noted in the background, for its own unit cannot see that place';
comment on column initiative.discarded_at is 'a draft that was thrown away before it was ever registered; it stands in no list';

alter table initiative_year add column id uuid not null;
alter table initiative_year add column theme text not null default '';
alter table initiative_year add column started_on date;
alter table initiative_year add column outstanding_on date;
alter table initiative_year add column ended_on date;
alter table initiative_year add column effective_on date;
alter table initiative_year add column is_completed boolean not null default false;
alter table initiative_year add constraint initiative_year_is_known_by_its_id unique (province_id, id);
comment on column initiative_year.id is 'under which the facts of this year stand in counted_fact';
comment on column initiative_year.theme is 'code of a theme of the province''s list; empty where the year has none';
comment on column initiative_year.started_on is 'the day it was first launched or running in this year';
comment on column initiative_year.ended_on is 'the day it was stopped, merged or handed over in this year';
comment on column initiative_year.effective_on is 'the day on which its unit judged it to have effect';
comment on column initiative_year.is_completed is 'it was stopped because its work was done: not one of those that failed';

alter table initiative_move add column n integer not null;
alter table initiative_move add constraint initiative_move_follows_another unique (province_id, initiative_id, year, n);
alter table initiative_move add column list_id uuid;
alter table initiative_move add column undoes uuid;
alter table initiative_move add column is_completion boolean not null default false;
comment on column initiative_move.n is 'the version of the year that was moved: moves of one year stand in this order';
comment on column initiative_move.list_id is 'moves made together, from one list';
comment on column initiative_move.undoes is 'the move that this row takes back';

create table initiative_window (
  province_id uuid not null references unit,
  year integer not null,
  scope text not null,
  from_day date not null,
  to_day date not null,
  changed_at timestamptz not null,
  primary key (province_id, year, scope),
  constraint initiative_window_year_is_plausible check (year between 1990 and 2100),
  constraint initiative_window_scope_is_known check (scope in ('commune', 'district', 'province', 'central')),
  constraint initiative_window_runs_forward check (from_day <= to_day)
);
comment on table initiative_window is 'Đợt đăng ký: when initiatives of a year are registered at a level; open at any time where nothing is stated';

create table initiative_setting (
  province_id uuid not null references unit,
  commune_receiver text not null,
  province_receiver text not null,
  source text not null,
  changed_at timestamptz not null,
  primary key (province_id),
  constraint initiative_setting_commune_receiver_is_known check (commune_receiver in ('own-leader', 'province')),
  constraint initiative_setting_province_receiver_is_known check (province_receiver in ('officer-or-leader', 'leader')),
  constraint initiative_setting_has_a_source check (source <> '')
);
comment on table initiative_setting is 'Who receives registrations and recognises in a province, and which document says so';

do $$
declare t text;
begin
  foreach t in array array['initiative_window', 'initiative_setting']
  loop
    execute format('alter table %I owner to kheo_owner', t);
    execute format('alter table %I enable row level security', t);
    execute format($p$create policy %I on %I for select to kheo_app using (
        province_id = nullif(current_setting('app.province_id', true), '')::uuid)$p$, t || '_is_read_in_its_province', t);
    execute format($p$create policy %I on %I for insert to kheo_app with check (
        province_id = nullif(current_setting('app.province_id', true), '')::uuid
        and case when current_setting('app.reach', true) = 'province' then true else false end)$p$, t || '_is_written_by_its_province', t);
    execute format($p$create policy %I on %I for update to kheo_app using (
        province_id = nullif(current_setting('app.province_id', true), '')::uuid
        and case when current_setting('app.reach', true) = 'province' then true else false end)$p$, t || '_is_changed_by_its_province', t);
  end loop;
end
$$;
grant select, insert, update on initiative_window to kheo_app;
grant select, insert, update on initiative_setting to kheo_app;
