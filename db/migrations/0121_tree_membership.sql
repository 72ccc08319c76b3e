-- Under whom a unit stands in the Party's and the Front's tree, where that is not as in the State's. A row is never moved: a slip
-- is voided with its reason, a change is another row.
create table tree_membership (
  province_id uuid not null references unit,
  id uuid not null,
  member_id uuid not null references unit,
  tree text not null,
  parent_id uuid not null references unit,
  from_day date not null,
  until_day date,
  act text not null,
  act_on date,
  void_reason text,
  created_at timestamptz not null,
  primary key (province_id, id),
  constraint tree_membership_tree_is_not_the_states check (tree in ('party', 'front')),
  constraint tree_membership_ends_after_it_began check (until_day is null or until_day >= from_day),
  constraint tree_membership_is_under_another_unit check (member_id <> parent_id),
  constraint tree_membership_names_its_act check (act <> ''),
  constraint tree_membership_is_voided_with_a_reason check (void_reason is null or void_reason <> '')
);
create index tree_membership_by_member on tree_membership (member_id, tree, from_day);
comment on table tree_membership is 'Where a unit stands in the Party''s or the Front''s tree while that differs from the State''s tree';
comment on column tree_membership.until_day is 'the last day it is so; null while no end is known';
comment on column tree_membership.act is 'number of the decision, as it is cited';
comment on column tree_membership.void_reason is 'why the row never held (a slip of the pen); null while it stands';

alter table tree_membership owner to kheo_owner;
alter table tree_membership enable row level security;
create policy tree_membership_is_read_by_all on tree_membership for select to kheo_app, kheo_reader using (true);
create policy tree_membership_is_stated_by_its_province on tree_membership for insert to kheo_app
  with check (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province' then true else false end
  );
create policy tree_membership_is_changed_by_its_province on tree_membership for update to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province' then true else false end
  );
grant select, insert, update on tree_membership to kheo_app;
grant select on tree_membership to kheo_reader;
grant update (n) on territory_clock to kheo_app;
