-- Contests with teams, rounds and scores; work items and works.
create table contest (
  province_id uuid not null references unit,
  id uuid not null,
  unit_id uuid not null references unit,
  day date not null,
  title text not null,
  place text not null default '',
  rounds jsonb not null default '[]',
  teams jsonb not null default '[]',
  results_on date,
  search_text text not null default '',
  void_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (province_id, id),
  constraint contest_has_a_title check (title <> ''),
  constraint contest_void_has_a_reason check (void_reason <> '')
);
create index contest_by_unit on contest (province_id, unit_id, day desc, id desc);
create index contest_by_day on contest (province_id, day desc, id desc);
create index contest_by_words on contest using gin (search_text gin_trgm_ops);
comment on table contest is 'Hội thi “Dân vận khéo” and its results';
comment on column contest.void_reason is 'why the row does not count; null while it stands';
comment on column contest.search_text is 'title and words without marks, written by the application';
comment on column contest.rounds is 'name and maximum of each round';
comment on column contest.teams is 'unit id or null, the name, a score or null for each round, and the prize given';
comment on column contest.results_on is 'the day its results were settled; null while scores may change';
create table work_item (
  province_id uuid not null references unit,
  id uuid not null,
  unit_id uuid not null references unit,
  day date not null,
  title text not null,
  purpose text not null,
  campaign_id uuid,
  done_on date,
  place text not null default '',
  cost_million numeric(14, 3),
  labour_days numeric(12, 1),
  result text not null default '',
  search_text text not null default '',
  void_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (province_id, id),
  constraint work_item_purpose_is_known check (purpose in ('theme', 'new-rural', 'other')),
  constraint work_item_is_done_after_it_began check (done_on is null or done_on >= day),
  constraint work_item_amounts_are_not_negative check (coalesce(cost_million, 0) >= 0 and coalesce(labour_days, 0) >= 0),
  constraint work_item_has_a_title check (title <> ''),
  constraint work_item_void_has_a_reason check (void_reason <> '')
);
create index work_item_by_unit on work_item (province_id, unit_id, day desc, id desc);
create index work_item_by_day on work_item (province_id, day desc, id desc);
create index work_item_by_words on work_item using gin (search_text gin_trgm_ops);
comment on table work_item is 'Phần việc, công trình: planned, and done on a day';
comment on column work_item.void_reason is 'why the row does not count; null while it stands';
comment on column work_item.search_text is 'title and words without marks, written by the application';
comment on column work_item.day is 'the day from which it is planned';
comment on column work_item.cost_million is 'triệu đồng';

do $$
declare t text;
begin
  foreach t in array array['contest', 'work_item']
  loop
    execute format('alter table %I owner to kheo_owner', t);
    execute format('alter table %I enable row level security', t);
    execute format($p$create policy %I on %I to kheo_app using (
        province_id = nullif(current_setting('app.province_id', true), '')::uuid
        and case when current_setting('app.reach', true) = 'province'
                   or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
            then true else false end)$p$, t || '_in_scope', t);
    -- What the province keeps concerns all its communes: they read it.
    execute format($p$create policy %I on %I for select to kheo_app using (
        province_id = nullif(current_setting('app.province_id', true), '')::uuid
        and case when unit_id = province_id then true else false end)$p$, t || '_of_the_province_is_read', t);
    execute format($p$create policy %I on %I for select to kheo_app using (
        case when unit_id = any (string_to_array(nullif(current_setting('app.also_units', true), ''), ',')::uuid[])
               or province_id = any (string_to_array(nullif(current_setting('app.also_provinces', true), ''), ',')::uuid[])
            then true else false end)$p$, t || '_of_predecessors_is_read', t);
  end loop;
end
$$;
grant select, insert, update on contest to kheo_app;
grant select, insert, update on work_item to kheo_app;
