-- The only place of personal data: encrypted by the application, found by equality only.
create table vault_key (
  id text primary key,
  proof bytea not null,
  made_at timestamptz not null
);
comment on table vault_key is 'Which keys have encrypted something here; never a key itself';
comment on column vault_key.proof is 'a keyed hash of a fixed word: a start with a wrong key is refused';

create table vault_item (
  province_id uuid not null references unit,
  id uuid not null,
  unit_id uuid not null references unit,
  kind text not null,
  key_id text not null references vault_key,
  body bytea not null,
  lookup bytea not null,
  kept_at timestamptz not null,
  primary key (province_id, id),
  constraint vault_item_kind_is_a_code_word check (kind ~ '^[a-z][a-z-]*$')
);
create index vault_item_by_lookup on vault_item (province_id, kind, lookup);
create index vault_item_by_key on vault_item (key_id);
comment on table vault_item is 'Két: one piece of personal data, AES-256-GCM, bound to its province, id and kind; opened with a reason that the audit keeps';
comment on column vault_item.lookup is 'a hash keyed per province, for equality search';
comment on column vault_item.unit_id is 'whose unit it belongs to, for row security';

alter table vault_key owner to kheo_owner;
alter table vault_item owner to kheo_owner;
alter table vault_item enable row level security;
create policy vault_item_in_scope on vault_item to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
grant select, insert on vault_key to kheo_app;
grant select, insert, update, delete on vault_item to kheo_app;
