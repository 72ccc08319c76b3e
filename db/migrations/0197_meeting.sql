-- Meetings of every kind but dialogues: one family with a kind, and the facts of each kind as columns of their own.
create table meeting (
  province_id uuid not null references unit,
  id uuid not null,
  unit_id uuid not null references unit,
  kind text not null,
  held_on date not null,
  until_on date,
  subject text not null,
  organiser text not null default '',
  place text not null default '',
  document text not null default '',
  agenda text not null default '',
  conclusions text not null default '',
  attendances integer,
  opinions integer,
  answered integer,
  training_kind text,
  classes integer,
  is_for_staff boolean,
  congress_of text,
  delegates_of text,
  session text,
  helper text,
  helped_unit_id uuid references unit,
  helped_place text not null default '',
  is_mountain boolean,
  result text not null default '',
  search_text text not null default '',
  void_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (province_id, id),
  constraint meeting_kind_is_known check (kind in ('conference', 'congress', 'training', 'dissemination', 'voters', 'criticism', 'feedback', 'support')),
  constraint meeting_has_a_subject check (subject <> ''),
  constraint meeting_ends_after_it_began check (until_on >= held_on),
  constraint meeting_attendances_are_natural check (attendances >= 0),
  constraint meeting_opinions_are_natural check (opinions >= 0),
  constraint meeting_answers_no_more_than_was_raised check (answered >= 0 and answered <= coalesce(opinions, 0)),
  constraint meeting_training_kind_is_known check (training_kind in ('theory', 'new-members', 'party-awareness', 'cell-leaders', 'front-skills', 'other')),
  constraint meeting_training_has_its_kind check ((training_kind is not null) = (kind = 'training')),
  constraint meeting_training_counts_classes check ((classes is not null) = (kind = 'training') and classes > 0),
  constraint meeting_training_says_for_whom check ((is_for_staff is not null) = (kind = 'training')),
  constraint meeting_congress_says_of_whom check ((congress_of is not null) = (kind = 'congress')),
  constraint meeting_delegates_are_known check (delegates_of in ('national', 'province', 'commune', 'several')),
  constraint meeting_voters_meet_delegates check ((delegates_of is not null) = (kind = 'voters')),
  constraint meeting_session_is_known check (session in ('before', 'after', 'topic')),
  constraint meeting_session_is_of_voters check (session is null or kind = 'voters'),
  constraint meeting_support_names_who_helps check ((helper is not null) = (kind = 'support')),
  constraint meeting_support_says_whom check (kind <> 'support' or helped_unit_id is not null or helped_place <> ''),
  constraint meeting_mountain_is_of_a_helped_unit check (is_mountain is null or kind = 'support'),
  constraint meeting_is_voided_with_a_reason check (void_reason is null or void_reason <> '')
);
create index meeting_by_day on meeting (province_id, unit_id, held_on desc, id);
create index meeting_by_kind on meeting (province_id, kind, held_on desc, id);
create index meeting_by_words on meeting using gin (search_text gin_trgm_ops);
comment on table meeting is 'Hội nghị, đại hội, lớp tập huấn, tiếp xúc cử tri, phản biện, góp ý, phân công giúp đỡ: one row each; counts towards A04, A05, A08, A09, C07, C08, D08-D10, H10';
comment on column meeting.organiser is 'the body that held it, not a person';
comment on column meeting.attendances is 'person-times (lượt người), a count and never a list; null when nobody counted';
comment on column meeting.answered is 'how many of the opinions have a written answer';
comment on column meeting.document is 'what was disseminated, reviewed or criticised';
comment on column meeting.training_kind is 'one of the six kinds of the monthly form of Tuyên Quang (2026, second-hand)';
comment on column meeting.is_for_staff is 'whether the classes are for those who do mobilisation work: only then A08 and A09 count them';
comment on column meeting.congress_of is 'whose congress, and of which term';
comment on column meeting.helper is 'the body that helps; a support stands from held_on to until_on, and is open without it';
comment on column meeting.is_mountain is 'whether the helped commune is one of the mountains (xã miền núi), as its officer says; no list of them is kept here';

create table meeting_speech (
  province_id uuid not null references unit,
  meeting_id uuid not null,
  position integer not null,
  unit_id uuid not null references unit,
  speaker text not null,
  subject text not null,
  primary key (province_id, meeting_id, position),
  foreign key (province_id, meeting_id) references meeting,
  constraint meeting_speech_has_a_speaker check (speaker <> ''),
  constraint meeting_speech_has_a_subject check (subject <> '')
);
comment on table meeting_speech is 'Tham luận: who spoke, by function, and about what';
comment on column meeting_speech.speaker is 'a function in a body, never a name';

create table meeting_task (
  province_id uuid not null references unit,
  id uuid not null,
  meeting_id uuid not null,
  unit_id uuid not null references unit,
  owner text not null,
  owner_unit_id uuid references unit,
  content text not null,
  due_on date not null,
  done_on date,
  result text not null default '',
  void_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (province_id, id),
  foreign key (province_id, meeting_id) references meeting,
  constraint meeting_task_has_an_owner check (owner <> ''),
  constraint meeting_task_says_what check (content <> ''),
  constraint meeting_task_is_done_with_a_result check ((done_on is null) = (result = '')),
  constraint meeting_task_is_voided_with_a_reason check (void_reason is null or void_reason <> '')
);
create index meeting_task_by_due on meeting_task (province_id, unit_id, due_on);
create index meeting_task_by_meeting on meeting_task (province_id, meeting_id);
comment on table meeting_task is 'Việc theo kết luận hội nghị: one conclusion as a task with its owner and due day';
comment on column meeting_task.owner_unit_id is 'the commune that owes it, where it is one; it reads the task and says that it is done';

do $$
declare t text;
begin
  foreach t in array array['meeting', 'meeting_speech', 'meeting_task']
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
create policy meeting_task_is_read_by_its_owner on meeting_task for select to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when owner_unit_id = nullif(current_setting('app.unit_id', true), '')::uuid then true else false end
  );
create policy meeting_task_is_reported_by_its_owner on meeting_task for update to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when owner_unit_id = nullif(current_setting('app.unit_id', true), '')::uuid then true else false end
  );
grant select, insert, update on meeting to kheo_app;
grant select, insert, delete on meeting_speech to kheo_app;
-- The owner says that it is done, and nobody gives a task to somebody else or words it anew.
grant select, insert on meeting_task to kheo_app;
grant update (done_on, result, void_reason, version, changed_at) on meeting_task to kheo_app;
