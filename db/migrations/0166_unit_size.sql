-- How many people live in a unit, as its province states it: the register knows no population, and like is compared with like
-- by it. A row is never moved: another statement replaces it, or it is withdrawn with its reason.
create table unit_size (
  province_id uuid not null references unit,
  id uuid not null,
  unit_id uuid not null references unit,
  counted_on date not null,
  people integer not null,
  source text not null,
  certainty text not null,
  stated_at timestamptz not null,
  stated_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  replaced_by_id uuid,
  void_reason text,
  primary key (province_id, id),
  foreign key (province_id, stated_by) references account,
  foreign key (province_id, ended_by) references account,
  foreign key (province_id, replaced_by_id) references unit_size deferrable initially deferred,
  constraint unit_size_has_people check (people > 0),
  constraint unit_size_names_its_source check (source <> ''),
  constraint unit_size_certainty_is_known check (certainty in ('document', 'own-count', 'estimate')),
  constraint unit_size_ends_by_somebody check ((ended_at is null) = (ended_by is null)),
  constraint unit_size_ends_replaced_or_with_a_reason check ((ended_at is not null) = (num_nonnulls(replaced_by_id, void_reason) = 1)),
  constraint unit_size_is_withdrawn_with_a_reason check (void_reason <> '')
);
create unique index unit_size_stands_once_a_day on unit_size (province_id, unit_id, counted_on) where ended_at is null;
create index unit_size_by_unit on unit_size (province_id, unit_id, stated_at desc, id);
comment on table unit_size is 'Quy mô: how many people a unit had on a day, with its source and how sure it is; a count, never a list';
comment on column unit_size.certainty is 'document: a published act or yearbook; own-count: counted by the unit; estimate: nobody counted';
comment on column unit_size.stated_by is 'null where the system itself wrote it, as in the example';
comment on column unit_size.replaced_by_id is 'the statement that took its place; null while it stands, or where it was withdrawn';
comment on column unit_size.void_reason is 'why it was withdrawn; null while it stands, or where another took its place';

alter table unit_size owner to kheo_owner;
alter table unit_size enable row level security;
create policy unit_size_is_read_by_all on unit_size for select to kheo_app using (true);
create policy unit_size_is_stated_by_its_province on unit_size for insert to kheo_app
  with check (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province' then true else false end
  );
create policy unit_size_is_ended_by_its_province on unit_size for update to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province' then true else false end
  );
grant select, insert on unit_size to kheo_app;
grant update (ended_at, ended_by, replaced_by_id, void_reason) on unit_size to kheo_app;
