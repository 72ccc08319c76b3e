-- Themes and drives, and pledges to emulate.
create table campaign (
  province_id uuid not null references unit,
  id uuid not null,
  unit_id uuid not null references unit,
  day date not null,
  title text not null,
  kind text not null,
  ends_on date not null,
  subject text not null default '',
  participants jsonb not null default '[]',
  result text not null default '',
  search_text text not null default '',
  void_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (province_id, id),
  constraint campaign_kind_is_known check (kind in ('theme', 'drive', 'surprise')),
  constraint campaign_ends_after_it_began check (ends_on >= day),
  constraint campaign_has_a_title check (title <> ''),
  constraint campaign_void_has_a_reason check (void_reason <> '')
);
create index campaign_by_unit on campaign (province_id, unit_id, day desc, id desc);
create index campaign_by_day on campaign (province_id, day desc, id desc);
create index campaign_by_words on campaign using gin (search_text gin_trgm_ops);
comment on table campaign is 'A years theme or a drive with its days';
comment on column campaign.void_reason is 'why the row does not count; null while it stands';
comment on column campaign.search_text is 'title and words without marks, written by the application';
create unique index campaign_theme_stands_once_a_year on campaign (province_id, unit_id, (extract(year from day)))
  where kind = 'theme' and void_reason is null;
comment on column campaign.day is 'its first day';
comment on column campaign.participants is 'units and bodies that take part: unit id or null, and the name';
create table pledge (
  province_id uuid not null references unit,
  id uuid not null,
  unit_id uuid not null references unit,
  day date not null,
  title text not null,
  year integer not null,
  wording text not null,
  campaign_id uuid,
  signers jsonb not null default '[]',
  search_text text not null default '',
  void_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (province_id, id),
  constraint pledge_year_is_plausible check (year between 1990 and 2100),
  constraint pledge_has_a_title check (title <> ''),
  constraint pledge_void_has_a_reason check (void_reason <> '')
);
create index pledge_by_unit on pledge (province_id, unit_id, day desc, id desc);
create index pledge_by_day on pledge (province_id, day desc, id desc);
create index pledge_by_words on pledge using gin (search_text gin_trgm_ops);
comment on table pledge is 'Ký cam kết thi đua: one text signed by units on one day';
comment on column pledge.void_reason is 'why the row does not count; null while it stands';
comment on column pledge.search_text is 'title and words without marks, written by the application';
comment on column pledge.signers is 'unit id or null, the name of the unit or body, and how it was fulfilled at the end of the year; never a person';

create table published_movement (
  code text primary key,
  report_key text not null,
  unit_code text not null,
  kind text not null,
  year integer not null,
  told_when text not null,
  told text not null,
  constraint published_movement_kind_is_known check (kind in ('theme', 'drive', 'pledge', 'contest', 'work-item', 'dialogue', 'visit'))
);
alter table published_movement owner to kheo_owner;
grant select on published_movement to kheo_app;
comment on table published_movement is 'Themes, drives, pledges, contests, work items, dialogues and visits as published texts tell them, loaded from db/reference/published_movement.csv';

do $$
declare t text;
begin
  foreach t in array array['campaign', 'pledge']
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
grant select, insert, update on campaign to kheo_app;
grant select, insert, update on pledge to kheo_app;
