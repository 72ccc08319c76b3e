-- What the people ask in a dialogue, and what is promised them: every question becomes a commitment, followed until it is closed.
create table dialogue_question (
  province_id uuid not null references unit,
  id uuid not null,
  dialogue_id uuid not null,
  unit_id uuid not null references unit,
  source text not null,
  content text not null,
  state text not null,
  reason text not null default '',
  same_as uuid,
  receipt text,
  version integer not null default 1,
  asked_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (province_id, id),
  foreign key (province_id, dialogue_id) references dialogue,
  foreign key (province_id, same_as) references dialogue_question,
  constraint dialogue_question_source_is_known check (source in ('online', 'paper', 'hall')),
  constraint dialogue_question_state_is_known check (state in ('waiting', 'taken', 'set-aside')),
  constraint dialogue_question_says_something check (content <> ''),
  constraint dialogue_question_is_set_aside_with_a_reason check ((state = 'set-aside') = (reason <> '')),
  constraint dialogue_question_is_not_its_own_twin check (same_as is null or same_as <> id),
  constraint dialogue_question_sent_online_has_a_receipt check ((source = 'online') = (receipt is not null))
);
create index dialogue_question_by_dialogue on dialogue_question (province_id, dialogue_id, state, asked_at, id);
create unique index dialogue_question_by_receipt on dialogue_question (province_id, dialogue_id, receipt) where receipt is not null;
comment on table dialogue_question is 'Câu hỏi gathered before a dialogue (public page, paper) or asked in the hall; nobody''s name is kept and there is no column for one';
comment on column dialogue_question.state is 'waiting: nobody but the office has seen it; taken: it is put to the dialogue; set-aside: it is not, with the reason';
comment on column dialogue_question.same_as is 'the question that says the same and is answered for both';
comment on column dialogue_question.receipt is 'the code by which whoever sent it finds it again; it names nobody';

create table commitment (
  province_id uuid not null references unit,
  id uuid not null,
  dialogue_id uuid not null,
  question_id uuid not null,
  unit_id uuid not null references unit,
  kind text not null,
  answer text not null,
  owner text not null default '',
  due_on date,
  due_rule text not null default '',
  state text not null,
  outcome text not null default '',
  done_on date,
  asker text not null default 'unknown',
  reminded text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (province_id, id),
  foreign key (province_id, dialogue_id) references dialogue,
  foreign key (province_id, question_id) references dialogue_question,
  constraint commitment_answers_a_question_once unique (province_id, question_id),
  constraint commitment_kind_is_known check (kind in ('answered', 'passed-on', 'promised')),
  constraint commitment_state_is_known check (state in ('open', 'done', 'closed')),
  constraint commitment_asker_is_known check (asker in ('unknown', 'satisfied', 'not-satisfied')),
  constraint commitment_says_something check (answer <> ''),
  constraint commitment_that_is_open_has_an_owner_and_a_day check (state <> 'open' or (owner <> '' and due_on is not null)),
  constraint commitment_that_is_done_has_an_outcome check (state = 'open' or (outcome <> '' and done_on is not null))
);
create index commitment_by_due on commitment (province_id, unit_id, state, due_on, id);
create index commitment_by_dialogue on commitment (province_id, dialogue_id, created_at, id);
comment on table commitment is 'Cam kết, trả lời: what was promised for one question of a dialogue, by whom it is done and until when';
comment on column commitment.owner is 'the body that does it, by its name or function and never a person';
comment on column commitment.due_rule is 'how the day was found, in words, e.g. 10 ngày làm việc; empty when it was chosen';
comment on column commitment.asker is 'what the asker''s side says of the result; unknown when nobody could ask';
comment on column commitment.reminded is 'the due day about which its officers were reminded, and whether it had passed: each is said once';

create table commitment_event (
  province_id uuid not null references unit,
  id uuid not null,
  commitment_id uuid not null,
  unit_id uuid not null references unit,
  move text not null,
  from_due date,
  to_due date,
  words text not null default '',
  asker text,
  account_id uuid,
  at timestamptz not null,
  primary key (province_id, id),
  foreign key (province_id, commitment_id) references commitment,
  constraint commitment_event_move_is_known check (move in ('made', 'corrected', 'extended', 'finished', 'closed', 'reopened'))
);
create index commitment_event_by_commitment on commitment_event (province_id, commitment_id, at);
comment on table commitment_event is 'Every move of a commitment, with its reason; rows are only added';

create table commitment_file (
  province_id uuid not null references unit,
  id uuid not null,
  commitment_id uuid not null,
  unit_id uuid not null references unit,
  sha256 text not null,
  name text not null,
  kind text not null,
  bytes integer not null,
  caption text not null default '',
  added_at timestamptz not null,
  account_id uuid,
  person_name text not null,
  primary key (province_id, id),
  foreign key (province_id, commitment_id) references commitment,
  constraint commitment_file_kind_is_known check (kind in ('pdf', 'docx', 'xlsx', 'jpeg', 'png', 'webp', 'csv', 'txt')),
  constraint commitment_file_is_named_by_its_content check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint commitment_file_stands_once unique (province_id, commitment_id, sha256)
);
create index commitment_file_by_content on commitment_file (province_id, sha256);
comment on table commitment_file is 'Minh chứng that a commitment was kept; read inside the office, the content is kept under its sha256 outside the database';

create table dialogue_publication (
  province_id uuid not null references unit,
  dialogue_id uuid not null,
  unit_id uuid not null references unit,
  state text not null,
  held_on date not null,
  questions_until date,
  subject text not null,
  content jsonb not null,
  published_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (province_id, dialogue_id),
  foreign key (province_id, dialogue_id) references dialogue,
  constraint dialogue_publication_state_is_known check (state in ('announced', 'held', 'published', 'cancelled', 'withdrawn'))
);
create index dialogue_publication_by_day on dialogue_publication (held_on desc, dialogue_id);
create index dialogue_publication_of_one on dialogue_publication (dialogue_id);
comment on table dialogue_publication is 'What everybody may read of a dialogue: copied here when it is announced and published, rewritten when a promise moves';
comment on column dialogue_publication.state is 'withdrawn: the page says that its minutes were taken back, and nothing else';

do $$
declare t text;
begin
  foreach t in array array['dialogue_question', 'commitment', 'commitment_event', 'commitment_file']
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
alter table dialogue_publication owner to kheo_owner;
alter table dialogue_publication enable row level security;
create policy dialogue_publication_is_read_by_all on dialogue_publication for select to kheo_app using (true);
create policy dialogue_publication_is_written_in_scope on dialogue_publication for insert to kheo_app
  with check (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end);
create policy dialogue_publication_is_rewritten_in_scope on dialogue_publication for update to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end);

grant select, insert, update on dialogue_question to kheo_app;
grant select, insert, update on commitment to kheo_app;
grant select, insert on commitment_event to kheo_app;
grant select, insert, delete on commitment_file to kheo_app;
grant select, insert, update on dialogue_publication to kheo_app;
