-- A reorganisation of a province's own units: drafted, previewed, decided before its day. What it writes about units stands in
-- the register with its future day; here is who meant what, and exactly which rows were written, so that they can be taken back.
create table reorganisation (
  province_id uuid not null references unit,
  id uuid not null,
  status text not null,
  version integer not null default 1,
  title text not null,
  effective_on date,
  act_number text not null default '',
  act_issued_on date,
  act_issuer text not null default '',
  act_article text not null default '',
  steps jsonb not null default '[]',
  successors jsonb not null default '{}',
  written jsonb,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  decided_at timestamptz,
  applied_at timestamptz,
  primary key (province_id, id),
  constraint reorganisation_status_is_known check (status in ('draft', 'decided', 'applied', 'discarded')),
  constraint reorganisation_knows_what_it_wrote check ((status in ('decided', 'applied')) = (written is not null)),
  constraint reorganisation_is_decided_with_its_day check (status not in ('decided', 'applied') or (effective_on is not null and decided_at is not null)),
  constraint reorganisation_is_applied_at_a_moment check ((status = 'applied') = (applied_at is not null))
);
create index reorganisation_by_day on reorganisation (province_id, effective_on desc, id);
comment on table reorganisation is 'Phương án sắp xếp đơn vị: seen by the administrators and the auditor of its province only';
comment on column reorganisation.effective_on is 'the first day on which it is so';
comment on column reorganisation.steps is 'what happens to which unit, in order; read and checked by draft-text.ts';
comment on column reorganisation.successors is 'of a unit that is divided: duty id to the id of the unit where it goes on';
comment on column reorganisation.written is 'which rows of the register and which duties the decision wrote or closed';

create table reorganisation_task (
  province_id uuid not null,
  id uuid not null,
  reorganisation_id uuid not null,
  n integer not null,
  kind text not null,
  about_unit_id uuid not null references unit,
  owner_account_id uuid,
  is_done boolean not null default false,
  changed_at timestamptz not null,
  primary key (province_id, id),
  foreign key (province_id, reorganisation_id) references reorganisation,
  foreign key (province_id, owner_account_id) references account,
  constraint reorganisation_task_kind_is_known check (kind in ('hand-over', 'open-reports', 'enter-shares', 'tell-residents', 'seal', 'official-code')),
  constraint reorganisation_task_stands_once unique (province_id, reorganisation_id, kind, about_unit_id)
);
comment on table reorganisation_task is 'Việc cần làm that a decided reorganisation raises, for one unit';
comment on column reorganisation_task.owner_account_id is 'who sees to it; null until somebody is named';

alter table reorganisation owner to kheo_owner;
alter table reorganisation_task owner to kheo_owner;
alter table reorganisation enable row level security;
alter table reorganisation_task enable row level security;
create policy reorganisation_of_my_province on reorganisation to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province' then true else false end
  );
create policy reorganisation_task_of_my_province on reorganisation_task to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province' then true else false end
  );
grant select, insert, update on reorganisation to kheo_app;
grant select, insert, update, delete on reorganisation_task to kheo_app;
