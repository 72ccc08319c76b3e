-- A dialogue is planned, announced, held, its minutes drafted, circulated, approved and published; what was written down as held
-- stays so. The province holds dialogues too.
alter table dialogue
  add column state text not null default 'held',
  add column starts_at text not null default '',
  add column chaired_by text not null default '',
  add column invited text not null default '',
  add column announcement text not null default '',
  add column questions_until date,
  add column conclusion text not null default '',
  add column cancel_reason text;
alter table dialogue
  add constraint dialogue_state_is_known check (state in ('planned', 'announced', 'held', 'drafted', 'circulated', 'approved', 'published', 'cancelled')),
  add constraint dialogue_is_cancelled_with_a_reason check ((state = 'cancelled') = (cancel_reason is not null) and (cancel_reason is null or cancel_reason <> '')),
  add constraint dialogue_gathers_questions_before_it_is_held check (questions_until is null or questions_until <= held_on);
comment on table dialogue is 'Cuộc đối thoại held by a commune (D03) or by the province (D01), planned or held; it counts once it was held';
comment on column dialogue.held_on is 'the first day it was held; until then the day it is planned for';
comment on column dialogue.chaired_by is 'who chairs, by function and never by name';
comment on column dialogue.invited is 'the bodies that are invited, one a line';
comment on column dialogue.announcement is 'what the people are told when it is announced';
comment on column dialogue.questions_until is 'the last day on which everybody may send a question; null when none are gathered on the public page';
comment on column dialogue.conclusion is 'the closing words of its minutes';

create table dialogue_session (
  province_id uuid not null,
  dialogue_id uuid not null,
  n integer not null,
  unit_id uuid not null references unit,
  on_day date not null,
  starts_at text not null default '',
  place text not null default '',
  primary key (province_id, dialogue_id, n),
  foreign key (province_id, dialogue_id) references dialogue,
  constraint dialogue_session_comes_after_the_first check (n between 2 and 30)
);
comment on table dialogue_session is 'The further times and places of a dialogue (buổi); the first stands in its row';

alter table dialogue_session owner to kheo_owner;
alter table dialogue_session enable row level security;
create policy dialogue_session_in_scope on dialogue_session to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid
  and case when current_setting('app.reach', true) = 'province'
             or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
      then true else false end);
create policy dialogue_session_of_predecessors_is_read on dialogue_session for select to kheo_app using (
  case when unit_id = any (string_to_array(nullif(current_setting('app.also_units', true), ''), ',')::uuid[])
         or province_id = any (string_to_array(nullif(current_setting('app.also_provinces', true), ''), ',')::uuid[])
      then true else false end);
grant select, insert, delete on dialogue_session to kheo_app;
