-- People who work here, and what each of them does for which unit from which day to which day.
create table account (
  province_id uuid not null references unit,
  id uuid not null,
  unit_id uuid not null references unit,
  sign_in_name text not null,
  display_name text not null,
  auth_user_id uuid not null,
  password_is_one_time boolean not null default true,
  last_active_at timestamptz not null,
  turned_off_at timestamptz,
  created_at timestamptz not null,
  primary key (province_id, id),
  unique (province_id, sign_in_name),
  unique (province_id, auth_user_id),
  constraint account_sign_in_name_is_plain check (sign_in_name ~ '^[a-z0-9]+([._][a-z0-9]+)*$')
);
comment on table account is 'Tài khoản of one officer; passwords, sessions and second factors are in schema auth, out of kheo_app''s reach';
comment on column account.unit_id is 'the unit it was opened for; what the officer does, and where, is duty';
comment on column account.display_name is 'the officer''s name as it is printed in histories';
comment on column account.auth_user_id is 'auth."user".id';
comment on column account.password_is_one_time is 'given by an administrator; the officer chooses another before anything else';
comment on column account.last_active_at is 'the last sign-in, or the day an administrator turned it on; 45 days later it is off';

create table duty (
  province_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  unit_id uuid not null references unit,
  kind text not null,
  valid daterange not null,
  primary key (province_id, id),
  foreign key (province_id, account_id) references account,
  constraint duty_kind_is_known check (kind in ('commune-officer', 'commune-leader', 'province-officer', 'province-leader', 'administrator')),
  constraint duty_has_a_first_day check (isempty(valid) or lower(valid) is not null)
);
create index duty_by_account on duty (province_id, account_id);
create index duty_by_unit on duty (province_id, unit_id);
comment on table duty is 'Nhiệm vụ: what an account does for a unit, and when';
comment on column duty.valid is 'first day included, last day excluded';

alter table account owner to kheo_owner;
alter table duty owner to kheo_owner;
alter table account enable row level security;
alter table duty enable row level security;
create policy account_in_scope on account to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
create policy duty_in_scope on duty to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
grant select, insert, update on account, duty to kheo_app;
