-- Praise is no award and has a list of its own; a ceremony is where decided awards are handed out.
create table praise (
  province_id uuid not null references unit,
  id uuid not null,
  unit_id uuid not null references unit,
  praised_on date not null,
  recipient_kind text not null,
  recipient text not null,
  what text not null,
  occasion text not null default '',
  void_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (province_id, id),
  constraint praise_recipient_is_known check (recipient_kind in ('collective', 'individual')),
  constraint praise_says_whom_and_for_what check (recipient <> '' and what <> ''),
  constraint praise_is_voided_with_a_reason check (void_reason is null or void_reason <> '')
);
create index praise_by_day on praise (province_id, unit_id, praised_on desc, id);
comment on table praise is 'Biểu dương, tuyên dương: praise without legal form, never counted as an award';
comment on column praise.recipient is 'the collective; of a person what may be said without a name';

create table ceremony (
  province_id uuid not null references unit,
  id uuid not null,
  unit_id uuid not null references unit,
  held_on date not null,
  name text not null,
  place text not null default '',
  void_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (province_id, id),
  constraint ceremony_has_a_name check (name <> ''),
  constraint ceremony_is_voided_with_a_reason check (void_reason is null or void_reason <> '')
);
create index ceremony_by_day on ceremony (province_id, unit_id, held_on desc, id);
comment on table ceremony is 'Lễ trao: where and when decided awards are handed out';

create table ceremony_award (
  province_id uuid not null references unit,
  ceremony_id uuid not null,
  award_id uuid not null,
  unit_id uuid not null references unit,
  primary key (province_id, ceremony_id, award_id),
  foreign key (province_id, ceremony_id) references ceremony,
  foreign key (province_id, award_id) references award,
  constraint ceremony_award_is_handed_out_once unique (province_id, award_id)
);
comment on table ceremony_award is 'Which awards were handed out at which ceremony; an award is handed out once';
comment on column ceremony_award.unit_id is 'the unit that held the ceremony';

do $$
declare t text;
begin
  foreach t in array array['praise', 'ceremony', 'ceremony_award']
  loop
    execute format('alter table %I owner to kheo_owner', t);
    execute format('alter table %I enable row level security', t);
    execute format($p$create policy %I on %I to kheo_app using (
        province_id = nullif(current_setting('app.province_id', true), '')::uuid
        and case when current_setting('app.reach', true) = 'province'
                   or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
            then true else false end)$p$, t || '_in_scope', t);
    execute format($p$create policy %I on %I for select to kheo_app using (
        case when unit_id = any (string_to_array(nullif(current_setting('app.also_units', true), ''), ',')::uuid[])
               or province_id = any (string_to_array(nullif(current_setting('app.also_provinces', true), ''), ',')::uuid[])
            then true else false end)$p$, t || '_of_predecessors_is_read', t);
  end loop;
end
$$;
grant select, insert, update on praise to kheo_app;
grant select, insert, update on ceremony to kheo_app;
grant select, insert, delete on ceremony_award to kheo_app;
