-- The register of dialogues with the people: one row a meeting, written once by the commune that held it.
create table dialogue (
  province_id uuid not null references unit,
  id uuid not null,
  unit_id uuid not null references unit,
  held_on date not null,
  subject text not null,
  place text not null default '',
  is_thematic boolean not null,
  attendances integer,
  opinions integer,
  void_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (province_id, id),
  constraint dialogue_has_a_subject check (subject <> ''),
  constraint dialogue_attendances_are_natural check (attendances >= 0),
  constraint dialogue_opinions_are_natural check (opinions >= 0),
  constraint dialogue_is_voided_with_a_reason check (void_reason is null or void_reason <> '')
);
create index dialogue_by_day on dialogue (province_id, unit_id, held_on desc, id);
comment on table dialogue is 'Cuộc đối thoại held by a commune; counts towards D03, and D05 when it had one theme';
comment on column dialogue.attendances is 'person-times (lượt người), a count and never a list; null when nobody counted';
comment on column dialogue.opinions is 'how many opinions were raised; null when nobody counted';
comment on column dialogue.void_reason is 'why the row does not count (recorded twice, not held); null while it stands. A row is never deleted';
comment on column dialogue.version is 'rises with every correction; a form sends back the one it saw';

alter table dialogue owner to kheo_owner;
alter table dialogue enable row level security;
create policy dialogue_in_scope on dialogue to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
grant select, insert, update on dialogue to kheo_app;
