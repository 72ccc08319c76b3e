-- More time for a unit: until which day and why; taken back it stays readable (docs/adr/0061).
create table obligation_extension (
  province_id uuid not null references unit,
  id uuid not null,
  obligation_id uuid not null,
  unit_id uuid not null references unit,
  until date not null,
  reason text not null,
  given_at timestamptz not null,
  account_id uuid,
  person_name text not null,
  withdrawn_at timestamptz,
  withdrawn_account_id uuid,
  withdrawn_name text,
  primary key (province_id, id),
  foreign key (province_id, obligation_id) references obligation,
  constraint obligation_extension_gives_a_reason check (reason <> ''),
  constraint obligation_extension_is_withdrawn_by_somebody check ((withdrawn_at is null) = (withdrawn_name is null))
);
create unique index obligation_extension_stands_once on obligation_extension (province_id, obligation_id)
  where withdrawn_at is null;
comment on table obligation_extension is 'Gia hạn: another last day for one obligation; the newest that was not withdrawn counts';

alter table obligation_extension owner to kheo_owner;
alter table obligation_extension enable row level security;
create policy obligation_extension_in_scope on obligation_extension to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid
  and case when current_setting('app.reach', true) = 'province'
             or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
      then true else false end);
grant select, insert, update on obligation_extension to kheo_app;
