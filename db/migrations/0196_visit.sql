-- Inspections, supervisions and surveys, what they found, and the year's plan of them.
-- One record may count on several days (the units of one visit): the day becomes part of the key of a fact.
alter table counted_fact drop constraint counted_fact_pkey;
alter table counted_fact add primary key (province_id, record_kind, record_id, indicator_code, dimension, once_per, day);

create table visit_topic (
  province_id uuid not null references unit,
  id uuid not null,
  name text not null,
  is_used boolean not null default true,
  version integer not null default 1,
  changed_at timestamptz not null,
  primary key (province_id, id),
  constraint visit_topic_has_a_name check (name <> ''),
  constraint visit_topic_name_stands_once unique (province_id, name)
);
comment on table visit_topic is 'What a province inspects and surveys, in its own words; a word no longer used stays on the visits that carry it';

create table visit_plan (
  province_id uuid not null references unit,
  id uuid not null,
  unit_id uuid not null references unit,
  year integer not null,
  quarter integer,
  kind text not null,
  subject text not null,
  units_planned integer,
  void_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (province_id, id),
  constraint visit_plan_year_is_plausible check (year between 2000 and 2100),
  constraint visit_plan_quarter_is_one_of_four check (quarter between 1 and 4),
  constraint visit_plan_kind_is_known check (kind in ('inspection', 'supervision', 'survey')),
  constraint visit_plan_has_a_subject check (subject <> ''),
  constraint visit_plan_units_are_natural check (units_planned > 0),
  constraint visit_plan_is_voided_with_a_reason check (void_reason is null or void_reason <> '')
);
create index visit_plan_by_year on visit_plan (province_id, unit_id, year);
comment on table visit_plan is 'One line of the year''s programme of visits; what was done of it are the visits that name it';
comment on column visit_plan.units_planned is 'to how many units it means to go; null when the programme does not say';

create table visit (
  province_id uuid not null references unit,
  id uuid not null,
  unit_id uuid not null references unit,
  kind text not null,
  led_by text not null,
  is_surprise boolean not null,
  plan_id uuid,
  held_on date not null,
  last_on date not null,
  subject text not null,
  leading_body text not null,
  members text not null default '',
  topics text[] not null default '{}',
  minutes text not null default '',
  conclusion_number text not null default '',
  conclusion_on date,
  visited_units uuid[] not null default '{}',
  search_text text not null default '',
  void_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (province_id, id),
  foreign key (province_id, plan_id) references visit_plan,
  constraint visit_kind_is_known check (kind in ('inspection', 'supervision', 'survey')),
  constraint visit_leader_is_known check (led_by in ('upper', 'bloc', 'front')),
  constraint visit_has_a_subject check (subject <> ''),
  constraint visit_has_a_leading_body check (leading_body <> ''),
  constraint visit_ends_after_it_began check (last_on >= held_on),
  constraint visit_is_planned_or_a_surprise check (plan_id is null or not is_surprise),
  constraint visit_conclusion_is_not_before_it check (conclusion_on is null or conclusion_on >= held_on),
  constraint visit_conclusion_has_number_and_day check ((conclusion_number = '') = (conclusion_on is null)),
  constraint visit_is_voided_with_a_reason check (void_reason is null or void_reason <> '')
);
create index visit_by_day on visit (province_id, unit_id, held_on desc, id);
create index visit_by_words on visit using gin (search_text gin_trgm_ops);
create index visit_by_visited on visit using gin (visited_units);
comment on table visit is 'Cuộc kiểm tra, giám sát, khảo sát: one mission, however many units and topics it covers; counts towards C01-C06';
comment on column visit.unit_id is 'the unit that went; the units it went to read the row through visited_units';
comment on column visit.led_by is 'upper: a body of the level above; bloc: the mobilisation bloc of a commune; front: the Fatherland Front';
comment on column visit.members is 'by function, never by name';
comment on column visit.topics is 'the province''s words as they were written that day';
comment on column visit.minutes is 'the visitors'' own notes; the visited units do not read them';
comment on column visit.visited_units is 'the units it went to, so that row security can show them the visit; each with its day stands in visit_stop';

create table visit_stop (
  province_id uuid not null references unit,
  visit_id uuid not null,
  position integer not null,
  unit_id uuid not null references unit,
  place_unit_id uuid references unit,
  place_name text not null,
  on_day date not null,
  primary key (province_id, visit_id, position),
  foreign key (province_id, visit_id) references visit,
  constraint visit_stop_has_a_name check (place_name <> '')
);
create index visit_stop_by_place on visit_stop (province_id, place_unit_id);
comment on table visit_stop is 'One unit visited on one day; the same unit may stand in many visits, and twice in one on two days';
comment on column visit_stop.place_unit_id is 'the commune, where the place is one; null for an office, a school or a hamlet';
comment on column visit_stop.place_name is 'as it was called that day';

create table visit_initiative (
  province_id uuid not null references unit,
  visit_id uuid not null,
  initiative_province_id uuid not null,
  initiative_id uuid not null,
  unit_id uuid not null references unit,
  on_day date not null,
  name text not null,
  primary key (province_id, visit_id, initiative_province_id, initiative_id),
  foreign key (province_id, visit_id) references visit
);
create index visit_initiative_by_initiative on visit_initiative (initiative_province_id, initiative_id);
comment on table visit_initiative is 'An initiative that a visit went to see; the link is a pair without a foreign key';
comment on column visit_initiative.name is 'what the initiative was called when it was seen';

create table finding (
  province_id uuid not null references unit,
  id uuid not null,
  visit_id uuid not null,
  unit_id uuid not null references unit,
  owner_unit_id uuid references unit,
  owner_name text not null,
  said text not null,
  severity text not null,
  raised_on date not null,
  due_on date,
  state text not null default 'open',
  closed_on date,
  void_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (province_id, id),
  foreign key (province_id, visit_id) references visit,
  constraint finding_says_something check (said <> ''),
  constraint finding_has_an_owner check (owner_name <> ''),
  constraint finding_severity_is_known check (severity in ('light', 'serious', 'grave')),
  constraint finding_state_is_known check (state in ('open', 'answered', 'closed')),
  constraint finding_is_due_after_it_was_raised check (due_on is null or due_on >= raised_on),
  constraint finding_closes_on_a_day check ((closed_on is null) = (state <> 'closed')),
  constraint finding_closes_after_it_was_raised check (closed_on is null or closed_on >= raised_on),
  constraint finding_is_voided_with_a_reason check (void_reason is null or void_reason <> '')
);
create index finding_by_visit on finding (province_id, visit_id);
create index finding_by_owner on finding (province_id, owner_unit_id, state, due_on);
create index finding_by_unit on finding (province_id, unit_id, state, due_on);
comment on table finding is 'Việc phải khắc phục: what a visit found, whose it is to mend, until when, and when it was closed; counts towards C05';
comment on column finding.unit_id is 'the unit that went and that closes it; the owner answers';

create table finding_move (
  province_id uuid not null references unit,
  id uuid not null,
  finding_id uuid not null,
  n integer not null,
  unit_id uuid not null references unit,
  visitor_unit_id uuid not null references unit,
  owner_unit_id uuid references unit,
  move text not null,
  on_day date not null,
  said text not null default '',
  account_id uuid,
  at timestamptz not null,
  primary key (province_id, id),
  foreign key (province_id, finding_id) references finding,
  constraint finding_move_follows_one_version unique (province_id, finding_id, n),
  constraint finding_move_is_known check (move in ('raise', 'answer', 'close', 'reopen', 'correct', 'void'))
);
comment on table finding_move is 'Every step of a finding: raised, answered, closed, opened again; rows are only added';
comment on column finding_move.n is 'the version of the finding that the step made';
comment on column finding_move.unit_id is 'the unit whose person made the step: the visitors or the visited';

do $$
declare t text;
begin
  foreach t in array array['visit_plan', 'visit', 'visit_stop', 'visit_initiative', 'finding']
  loop
    execute format('alter table %I owner to kheo_owner', t);
    execute format('alter table %I enable row level security', t);
    execute format($p$create policy %I on %I to kheo_app using (
        province_id = nullif(current_setting('app.province_id', true), '')::uuid
        and case when current_setting('app.reach', true) = 'province'
                   or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
            then true else false end)$p$, t || '_in_scope', t);
  end loop;
  foreach t in array array['visit', 'visit_stop', 'visit_initiative', 'finding', 'finding_move']
  loop
    execute format($p$create policy %I on %I for select to kheo_app using (
        case when unit_id = any (string_to_array(nullif(current_setting('app.also_units', true), ''), ',')::uuid[])
               or province_id = any (string_to_array(nullif(current_setting('app.also_provinces', true), ''), ',')::uuid[])
            then true else false end)$p$, t || '_of_predecessors_is_read', t);
  end loop;
end
$$;
alter table visit_topic owner to kheo_owner;
alter table visit_topic enable row level security;
create policy visit_topic_is_read on visit_topic for select to kheo_app
  using (province_id = nullif(current_setting('app.province_id', true), '')::uuid);
create policy visit_topic_in_scope on visit_topic to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province' then true else false end
  );
create policy visit_is_read_where_it_went on visit for select to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when nullif(current_setting('app.unit_id', true), '')::uuid = any (visited_units) then true else false end
  );
create policy visit_stop_is_read_where_it_was on visit_stop for select to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when place_unit_id = nullif(current_setting('app.unit_id', true), '')::uuid then true else false end
  );
-- Who reads the visit and the initiative reads that the one went to see the other: no name of another unit's initiative.
create policy visit_initiative_is_read_where_it_went on visit_initiative for select to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and exists (select from visit v where v.province_id = visit_initiative.province_id and v.id = visit_initiative.visit_id)
    and exists (select from initiative i
                where i.province_id = visit_initiative.province_id and i.id = visit_initiative.initiative_id)
  );
create policy finding_is_read_by_its_owner on finding for select to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when owner_unit_id = nullif(current_setting('app.unit_id', true), '')::uuid then true else false end
  );
create policy finding_is_answered_by_its_owner on finding for update to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when owner_unit_id = nullif(current_setting('app.unit_id', true), '')::uuid then true else false end
  );
alter table finding_move owner to kheo_owner;
alter table finding_move enable row level security;
create policy finding_move_in_scope on finding_move to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
create policy finding_move_is_read_by_both on finding_move for select to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when nullif(current_setting('app.unit_id', true), '')::uuid in (visitor_unit_id, owner_unit_id)
        then true else false end
  );
grant select, insert, update on visit_topic to kheo_app;
grant select, insert, update on visit_plan to kheo_app;
grant select, insert, update on visit to kheo_app;
grant select, insert, delete on visit_stop to kheo_app;
grant select, insert, delete on visit_initiative to kheo_app;
-- The owner may take a step, and nobody may give a finding to somebody else.
grant select, insert on finding to kheo_app;
grant update (said, severity, due_on, state, closed_on, void_reason, version, changed_at) on finding to kheo_app;
grant select, insert on finding_move to kheo_app;
