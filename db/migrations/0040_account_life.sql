-- An account's whole life: codes for a lost telephone, a duty that only reads, duties handed over, and the yearly review.
-- Safe while the old version still runs: a wider check, new tables and indexes that it does not ask for.
alter table duty drop constraint duty_kind_is_known;
alter table duty add constraint duty_kind_is_known check (
  kind in ('commune-officer', 'commune-leader', 'province-officer', 'province-leader', 'administrator', 'auditor')
);

create table auth.recovery_code (
  user_id uuid not null references auth."user" on delete cascade,
  key text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (user_id, key)
);
comment on table auth.recovery_code is 'Mã khôi phục: opens the second step without the telephone, each once';
comment on column auth.recovery_code.key is 'a keyed hash (KHEO_SECRET): the code itself was shown once and is kept nowhere';
alter table auth.recovery_code owner to kheo_owner;
grant select, insert, update, delete on auth.recovery_code to kheo_auth;

create table handover (
  province_id uuid not null references unit,
  id uuid not null,
  unit_id uuid not null references unit,
  kind text not null,
  from_account_id uuid not null,
  to_account_id uuid not null,
  from_duty_id uuid not null,
  to_duty_id uuid not null,
  first_day date not null,
  open_reports integer not null,
  open_questions integer not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (province_id, id),
  foreign key (province_id, from_account_id) references account,
  foreign key (province_id, to_account_id) references account,
  foreign key (province_id, made_by) references account,
  foreign key (province_id, from_duty_id) references duty,
  foreign key (province_id, to_duty_id) references duty,
  constraint handover_is_between_two_people check (from_account_id <> to_account_id),
  constraint handover_counts_open_work check (open_reports >= 0 and open_questions >= 0)
);
create index handover_from on handover (province_id, from_account_id);
create index handover_to on handover (province_id, to_account_id);
comment on table handover is 'Bàn giao: a duty that went from one person to another on a day, with how much work was open';
comment on column handover.first_day is 'the first day of the one who takes over; the other''s last day is the day before';

create table account_review (
  province_id uuid not null references unit,
  id uuid not null,
  completed_at timestamptz not null,
  completed_by uuid not null,
  looked_at integer not null,
  kept integer not null,
  turned_off integer not null,
  primary key (province_id, id),
  foreign key (province_id, completed_by) references account,
  constraint account_review_decides_on_every_account check (looked_at = kept + turned_off)
);
create index account_review_by_time on account_review (province_id, completed_at);
comment on table account_review is 'Rà soát tài khoản: the yearly look at who may sign in; what it turned off stands in audit';

alter table handover owner to kheo_owner;
alter table account_review owner to kheo_owner;
alter table handover enable row level security;
alter table account_review enable row level security;
create policy handover_in_scope on handover to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
-- Counts of a whole province that name nobody: equality on the province is enough.
create policy account_review_of_my_province on account_review to kheo_app
  using (province_id = nullif(current_setting('app.province_id', true), '')::uuid);
grant select, insert on handover, account_review to kheo_app;

-- The audit is read by person, by unit and by kind, newest first.
create index audit_by_account on audit (province_id, account_id, n);
create index audit_by_unit on audit (province_id, unit_id, n);
create index audit_by_kind on audit (province_id, kind, n);
create index audit_by_time on audit (province_id, at);
