-- A province writes its own units into the register, and nobody else's: reading stays open to all.
alter table unit add column local_province_id uuid references unit;
alter table unit_version add column is_local boolean not null default false;
alter table legal_act add column local_province_id uuid references unit;
alter table territorial_link add column local_province_id uuid references unit;
comment on column unit.local_province_id is 'the province whose administrator entered it; null for the national register';
comment on column unit_version.is_local is 'entered by an administrator of its province, not by the national register';
comment on column legal_act.local_province_id is 'the province whose administrator entered it; null for the national register';
comment on column territorial_link.local_province_id is 'as its event''s province_id: row security asks no other table';

create table reference_hold (
  table_name text not null,
  group_key text not null,
  province_id uuid not null references unit,
  primary key (table_name, group_key)
);
comment on table reference_hold is 'Groups of reference rows that were changed here: loading the published files again leaves them alone';
comment on column reference_hold.group_key is 'the value of the column by which the table''s rows are replaced, or its primary key';

-- A duty that was opened because its unit went into another; it may be taken back, and no other duty ever is.
alter table duty add column follows_duty_id uuid;
alter table duty add constraint duty_follows_a_duty foreign key (province_id, follows_duty_id) references duty;
comment on column duty.follows_duty_id is 'the duty at the unit before it, from which this one follows by a reorganisation';
create policy duty_is_taken_back_only_where_it_followed on duty as restrictive for delete to kheo_app
  using (follows_duty_id is not null);
grant delete on duty to kheo_app;

alter table reference_hold owner to kheo_owner;
do $$
declare
  t text;
  mine text := $p$ = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province' then true else false end$p$;
  own text;
begin
  foreach t in array array['unit', 'unit_version', 'legal_act', 'territorial_event', 'territorial_link', 'territory_clock', 'reference_hold']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I for select to kheo_app, kheo_reader using (true)', t || '_is_read_by_all', t);
    continue when t = 'territory_clock';
    own := case
      when t in ('unit', 'legal_act', 'territorial_link') then 'local_province_id' || mine
      when t = 'unit_version' then 'province_id' || mine || ' and is_local'
      else 'province_id' || mine
    end;
    execute format('create policy %I on %I for delete to kheo_app using (%s)', t || '_is_taken_back_by_its_province', t, own);
    own := own || case t
      -- A version goes on from one of this province that ends that day, or is of a unit born here; and stands under one of ours.
      when 'unit_version' then $p$
        and exists (
          select from unit as u left join unit_version as w
            on w.unit_id = u.id and w.tree = unit_version.tree and w.province_id = unit_version.province_id
              and upper(w.valid) = lower(unit_version.valid)
          where u.id = unit_version.unit_id and (u.local_province_id = unit_version.province_id or w.unit_id is not null))
        and (level = 'province' or exists (
          select from unit_version as w where w.unit_id = unit_version.parent_id and w.province_id = unit_version.province_id))$p$
      -- Whose unit goes into a unit reads what it recorded (0112): only a unit of this province goes on, into one born here.
      when 'territorial_link' then $p$
        and exists (
          select from territorial_event as e join unit_version as w on upper(w.valid) = e.happened_on
          where e.id = territorial_link.event_id and e.province_id = territorial_link.local_province_id
            and w.unit_id = territorial_link.from_unit_id and w.province_id = territorial_link.local_province_id)
        and exists (
          select from unit as u
          where u.id = territorial_link.to_unit_id and u.local_province_id = territorial_link.local_province_id)$p$
      when 'reference_hold' then $p$
        and exists (
          select from unit_version as w where w.unit_id::text = group_key and w.province_id = reference_hold.province_id)$p$
      else '' end;
    execute format('create policy %I on %I for insert to kheo_app with check (%s)', t || '_is_written_by_its_province', t, own);
  end loop;
  -- What the national register said ends or goes on: the days of a version, and nothing else of it.
  execute 'create policy unit_version_ends_in_its_province on unit_version for update to kheo_app using (province_id' || mine || ')';
  execute 'create policy territorial_link_is_measured_by_its_province on territorial_link for update to kheo_app using (local_province_id' || mine || ')';
end
$$;
create policy territory_clock_is_moved_by_a_province on territory_clock for update to kheo_app
  using (case when current_setting('app.reach', true) = 'province' then true else false end);
grant insert, delete on unit, unit_version, legal_act, territorial_event, territorial_link to kheo_app;
grant update (valid) on unit_version to kheo_app;
grant update (share_ppm, back_share_ppm, share_source) on territorial_link to kheo_app;
grant update (n) on territory_clock to kheo_app;
grant select on reference_hold to kheo_app;
grant insert, delete on reference_hold to kheo_app;
