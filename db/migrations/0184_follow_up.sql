-- What happens to an initiative after it was registered: milestones, progress, outputs, what it moved, and the files that show it.
create table follow_up (
  province_id uuid not null references unit,
  id uuid not null,
  initiative_id uuid not null,
  unit_id uuid not null references unit,
  kind text not null,
  on_day date not null,
  done_on date,
  text text not null,
  measure text not null default '',
  planned numeric(20, 4),
  amount numeric(20, 4),
  evidence text not null default '',
  giver text,
  void_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  account_id uuid,
  person_name text not null,
  primary key (province_id, id),
  foreign key (province_id, initiative_id) references initiative,
  constraint follow_up_kind_is_known check (kind in ('milestone', 'note', 'output', 'money', 'labour', 'land', 'households')),
  constraint follow_up_says_something check (text <> ''),
  constraint follow_up_has_an_amount_where_it_counts check (kind not in ('money', 'labour', 'land', 'households') or amount > 0),
  constraint follow_up_has_a_giver_where_it_counts check ((kind in ('money', 'labour', 'land')) = (giver is not null)),
  constraint follow_up_giver_is_known check (giver in ('people', 'business', 'organisation', 'budget')),
  constraint follow_up_output_has_a_plan check (kind <> 'output' or planned is not null and measure <> ''),
  constraint follow_up_output_reached_has_evidence check (kind <> 'output' or amount is null or evidence <> '' and done_on is not null),
  constraint follow_up_is_done_only_where_it_can_be check (done_on is null or kind in ('milestone', 'output'))
);
create index follow_up_by_initiative on follow_up (province_id, initiative_id, on_day, id);
comment on table follow_up is 'One line of an initiative''s line of time (theo dõi mô hình); counts of things, never a list of people';
comment on column follow_up.on_day is 'the day it happened; of a milestone and an output the day for which it is planned';
comment on column follow_up.amount is 'money in million đồng, labour in days, land in m², households; of an output what was reached';
comment on column follow_up.giver is 'who gave: what the budget paid is kept and not counted in B22 to B24';

create table follow_up_past (
  province_id uuid not null references unit,
  follow_id uuid not null,
  version integer not null,
  unit_id uuid not null references unit,
  was jsonb not null,
  changed_at timestamptz not null,
  account_id uuid,
  person_name text not null,
  primary key (province_id, follow_id, version),
  foreign key (province_id, follow_id) references follow_up
);
comment on table follow_up_past is 'What a line of the line of time said before a correction, and who had written that; rows are only added';

create table initiative_file (
  province_id uuid not null references unit,
  id uuid not null,
  initiative_id uuid not null,
  follow_id uuid,
  unit_id uuid not null references unit,
  sha256 text not null,
  name text not null,
  kind text not null,
  bytes integer not null,
  alt text not null default '',
  caption text not null default '',
  people text not null,
  consent_note text not null default '',
  removed_at timestamptz,
  added_at timestamptz not null,
  account_id uuid,
  person_name text not null,
  primary key (province_id, id),
  foreign key (province_id, initiative_id) references initiative,
  foreign key (province_id, follow_id) references follow_up,
  constraint initiative_file_kind_is_known check (kind in ('pdf', 'docx', 'xlsx', 'jpeg', 'png', 'webp', 'csv', 'txt')),
  constraint initiative_file_people_is_known check (people in ('none', 'consented', 'unasked')),
  constraint initiative_file_picture_is_said_in_words check (kind not in ('jpeg', 'png', 'webp') or alt <> ''),
  constraint initiative_file_consent_is_noted check (people <> 'consented' or consent_note <> ''),
  constraint initiative_file_is_named_by_its_content check (sha256 ~ '^[0-9a-f]{64}$')
);
create index initiative_file_by_initiative on initiative_file (province_id, initiative_id, added_at);
create index initiative_file_by_content on initiative_file (province_id, sha256);
comment on table initiative_file is 'Pictures and documents of an initiative; the content is kept under its sha256 outside the database';
comment on column initiative_file.alt is 'what a picture shows, for those who do not see it';
comment on column initiative_file.people is 'who can be seen: nobody, people who consented, or people not asked (Luật 91/2025/QH15)';
comment on column initiative_file.consent_note is 'how and when those in the picture agreed, without their names';

do $$
declare t text;
begin
  foreach t in array array['follow_up', 'follow_up_past', 'initiative_file']
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
grant select, insert, update on follow_up to kheo_app;
grant select, insert on follow_up_past to kheo_app;
grant select, insert, update on initiative_file to kheo_app;
