-- What was done, by whom, chained so that a row cannot be taken out or changed unseen.
create table audit_head (
  province_id uuid primary key references unit,
  n bigint not null,
  hash bytea not null
);
comment on table audit_head is 'The last link of each province''s chain; locked last in every transaction that writes';

create table audit (
  province_id uuid not null references unit,
  n bigint not null,
  at timestamptz not null,
  account_id uuid,
  unit_id uuid references unit,
  kind text not null,
  object_kind text not null,
  object_id text not null,
  changed jsonb not null default '{}',
  previous_hash bytea not null,
  hash bytea not null,
  primary key (province_id, n)
);
create index audit_by_object on audit (province_id, object_kind, object_id, n);
comment on table audit is 'Append-only: the application role has no update and no delete here';
comment on column audit.changed is 'names of the changed fields, and values of non-personal fields only';
comment on column audit.account_id is 'null when the system itself did it, e.g. loading reference data';

alter table audit_head owner to kheo_owner;
alter table audit owner to kheo_owner;
alter table audit_head enable row level security;
alter table audit enable row level security;
create policy audit_head_of_my_province on audit_head
  using (province_id = nullif(current_setting('app.province_id', true), '')::uuid);
create policy audit_in_scope on audit to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
grant select, insert, update on audit_head to kheo_app;
grant select, insert on audit to kheo_app;
