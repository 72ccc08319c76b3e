-- What a province found out of how one of its older units was divided, laid over the register when it is loaded. The national
-- rows stay as they are: loading the published files again wipes none of it. A row is never moved: another statement replaces
-- it, or it is withdrawn with its reason.
create table stated_division (
  province_id uuid not null references unit,
  id uuid not null,
  from_unit_id uuid not null references unit,
  basis text not null,
  measure text not null,
  source text not null,
  stated_at timestamptz not null,
  stated_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  replaced_by_id uuid,
  void_reason text,
  primary key (province_id, id),
  foreign key (province_id, stated_by) references account,
  foreign key (province_id, ended_by) references account,
  foreign key (province_id, replaced_by_id) references stated_division deferrable initially deferred,
  constraint stated_division_basis_is_known check (basis in ('people', 'households', 'area')),
  constraint stated_division_measure_is_known check (measure in ('amount', 'share')),
  constraint stated_division_names_its_source check (source <> ''),
  constraint stated_division_ends_by_somebody check ((ended_at is null) = (ended_by is null)),
  constraint stated_division_ends_replaced_or_with_a_reason check ((ended_at is not null) = (num_nonnulls(replaced_by_id, void_reason) = 1)),
  constraint stated_division_is_withdrawn_with_a_reason check (void_reason <> '')
);
create unique index stated_division_stands_once on stated_division (province_id, from_unit_id) where ended_at is null;
create index stated_division_by_unit on stated_division (province_id, from_unit_id, stated_at desc, id);
comment on table stated_division is 'Tỷ lệ chia do tỉnh nhập: how one older unit of the register was divided, as its province states it with its source';
comment on column stated_division.basis is 'what was counted: people, households, or km² of area';
comment on column stated_division.measure is 'amount: counts of the parts were typed; share: percentages were';
comment on column stated_division.replaced_by_id is 'the statement that took its place; null while it stands, or where it was withdrawn';
comment on column stated_division.void_reason is 'why it was withdrawn; null while it stands, or where another took its place';

create table stated_share (
  province_id uuid not null,
  division_id uuid not null,
  event_id uuid not null,
  to_unit_id uuid not null references unit,
  amount numeric(20,4),
  share_ppm integer not null,
  primary key (province_id, division_id, event_id, to_unit_id),
  foreign key (province_id, division_id) references stated_division,
  constraint stated_share_is_part_of_one check (share_ppm between 0 and 1000000),
  constraint stated_share_amount_is_counted check (amount >= 0)
);
comment on table stated_share is 'One part of a stated division: all of one add to 1,000,000 millionths';
comment on column stated_share.event_id is 'the event of the register by which the part went over; no key, because published events are replaced when they are loaded again';
comment on column stated_share.amount is 'what was counted in the part, as typed; null where percentages were typed';

alter table stated_division owner to kheo_owner;
alter table stated_share owner to kheo_owner;
do $$
declare
  t text;
  mine text := $p$province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province' then true else false end$p$;
begin
  foreach t in array array['stated_division', 'stated_share']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I for select to kheo_app, kheo_reader using (true)', t || '_is_read_by_all', t);
    execute format('create policy %I on %I for insert to kheo_app with check (%s)', t || '_is_stated_by_its_province', t, mine);
  end loop;
  execute 'create policy stated_division_is_ended_by_its_province on stated_division for update to kheo_app using (' || mine || ')';
end
$$;
grant select, insert on stated_division, stated_share to kheo_app;
grant update (ended_at, ended_by, replaced_by_id, void_reason) on stated_division to kheo_app;
grant select on stated_division, stated_share to kheo_reader;
