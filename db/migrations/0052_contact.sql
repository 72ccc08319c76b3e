-- How an officer is reached, as far as the officer wants: the address itself stands in the vault.
create table contact (
  province_id uuid not null references unit,
  account_id uuid not null,
  kind text not null,
  unit_id uuid not null references unit,
  vault_id uuid not null,
  state text not null,
  code_mail_id uuid,
  code_tries integer not null default 0,
  verified_at timestamptz,
  changed_at timestamptz not null,
  primary key (province_id, account_id, kind),
  foreign key (province_id, account_id) references account,
  foreign key (province_id, vault_id) references vault_item,
  constraint contact_kind_is_known check (kind in ('work-email', 'office-phone')),
  constraint contact_state_is_known check (state in ('stated', 'unverified', 'verified', 'bounced')),
  constraint contact_telephone_is_only_stated check ((kind = 'office-phone') = (state = 'stated')),
  constraint contact_verified_has_its_moment check (state <> 'verified' or verified_at is not null)
);
comment on table contact is 'Liên hệ: an officer''s work e-mail (verified by a code sent to it) and office telephone';
comment on column contact.code_mail_id is 'the mail that carries the newest code; the code is computed from it and stored nowhere';
comment on column contact.code_tries is 'wrong codes typed for that mail';

alter table contact owner to kheo_owner;
alter table contact enable row level security;
create policy contact_in_scope on contact to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
grant select, insert, update, delete on contact to kheo_app;
