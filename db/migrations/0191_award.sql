-- The proposal of one award for one collective or one person, from its draft to its decision.
create table award (
  province_id uuid not null references unit,
  id uuid not null,
  unit_id uuid not null references unit,
  by_province boolean not null,
  form_code text not null references commendation_form,
  level text not null,
  line_code text not null references commendation_line,
  year integer not null,
  recipient_kind text not null,
  recipient text not null,
  recipient_item uuid,
  is_leader boolean,
  may_be_public boolean not null default false,
  years_of_service integer,
  source_kind text not null,
  source_id uuid,
  source_name text not null default '',
  achievement text not null,
  report text not null default '',
  state text not null,
  submitted_on date,
  received_on date,
  newer_law_reason text,
  members integer,
  present integer,
  votes_for integer,
  votes_against integer,
  abstentions integer,
  voted_on date,
  decision text,
  decided_on date,
  book_number integer,
  reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (province_id, id),
  constraint award_level_is_known check (level in ('commune', 'province', 'central')),
  constraint award_year_is_plausible check (year between 1990 and 2100),
  constraint award_recipient_is_known check (recipient_kind in ('collective', 'individual')),
  constraint award_says_whom check (recipient <> ''),
  constraint award_name_in_the_vault_is_of_a_person check (recipient_item is null or recipient_kind = 'individual'),
  constraint award_leader_is_a_person check (is_leader is null or recipient_kind = 'individual'),
  constraint award_is_public_of_a_person_who_agreed check (not may_be_public or recipient_kind = 'individual'),
  constraint award_service_is_of_a_person check (years_of_service is null or recipient_kind = 'individual' and years_of_service between 0 and 80),
  constraint award_source_is_known check (source_kind in ('initiative', 'dialogue', 'free')),
  constraint award_source_is_named check ((source_kind = 'free') = (source_id is null)),
  constraint award_state_is_known check (state in ('draft', 'submitted', 'returned', 'received', 'voted', 'decided', 'rejected', 'dropped', 'revoked')),
  constraint award_votes_are_within_those_present check (
    members is null and present is null and votes_for is null and votes_against is null and abstentions is null and voted_on is null
    or members >= present and present > 0 and votes_for >= 0 and votes_against >= 0 and abstentions >= 0
      and votes_for + votes_against + abstentions = present and voted_on is not null),
  constraint award_is_decided_whole check ((state in ('decided', 'revoked')) = (decision is not null) and (decision is null) = (decided_on is null) and (decision is null) = (book_number is null)),
  constraint award_is_decided_after_a_vote check (decision is null or votes_for is not null),
  constraint award_says_why_not check (state not in ('returned', 'rejected', 'dropped', 'revoked') or reason <> '')
);
create index award_by_unit on award (province_id, unit_id, year, id);
create index award_by_state on award (province_id, state, changed_at desc, id);
create index award_by_decision on award (province_id, decided_on, id) where decided_on is not null;
create index award_by_source on award (province_id, source_id) where source_id is not null;
create index award_by_name on award (province_id, recipient_item) where recipient_item is not null;
comment on table award is 'Đề nghị khen thưởng of one collective or one person: dossier, council vote as counts, decision; granted when decided';
comment on column award.unit_id is 'the unit whose achievement it is, also where the province proposes it; it never changes';
comment on column award.by_province is 'the province''s own people wrote the proposal; else the unit did';
comment on column award.level is 'the level that grants it';
comment on column award.year is 'the year of the achievement';
comment on column award.recipient is 'the collective; of a person what may be said without a name, e.g. a function';
comment on column award.recipient_item is 'a person''s name, in the vault; printed on the certificate and in the list of those entitled';
comment on column award.is_leader is 'whether the person holds a leading office (K05); null where nobody said';
comment on column award.source_id is 'the initiative (of this province) or the dialogue that the achievement report began from';
comment on column award.achievement is 'the one line that stands on the certificate';
comment on column award.newer_law_reason is 'why the newer law is more favourable to a dossier received under the older one; null where the law of its day holds';
comment on column award.book_number is 'số vào sổ: by deciding unit and year, given at the decision';
comment on column award.reason is 'why it was sent back, refused, dropped or revoked';

create table award_move (
  province_id uuid not null references unit,
  id uuid not null,
  award_id uuid not null,
  unit_id uuid not null references unit,
  move text not null,
  from_state text,
  to_state text not null,
  reason text not null default '',
  account_id uuid,
  at timestamptz not null,
  primary key (province_id, id),
  foreign key (province_id, award_id) references award
);
create index award_move_by_award on award_move (province_id, award_id, at);
comment on table award_move is 'Every step of a proposal with who made it; rows are only added';

create table award_file (
  province_id uuid not null references unit,
  id uuid not null,
  award_id uuid not null,
  unit_id uuid not null references unit,
  sha256 text not null,
  name text not null,
  kind text not null,
  bytes integer not null,
  caption text not null default '',
  added_at timestamptz not null,
  account_id uuid,
  removed_at timestamptz,
  primary key (province_id, id),
  foreign key (province_id, award_id) references award,
  constraint award_file_kind_is_known check (kind in ('pdf', 'docx', 'xlsx', 'jpeg', 'png', 'webp', 'csv', 'txt')),
  constraint award_file_is_named_by_its_content check (sha256 ~ '^[0-9a-f]{64}$')
);
create index award_file_by_award on award_file (province_id, award_id);
create index award_file_by_content on award_file (province_id, sha256);
comment on table award_file is 'Tài liệu minh chứng of a proposal; the content is kept under its sha256 outside the database';
comment on column award_file.removed_at is 'taken away while the proposal was open; the content is no longer served';

create table award_book (
  province_id uuid not null references unit,
  unit_id uuid not null references unit,
  year integer not null,
  last_number integer not null default 0,
  primary key (province_id, unit_id, year),
  constraint award_book_counts_up check (last_number >= 0)
);
comment on table award_book is 'Sổ khen thưởng of a unit in a year: gives numbers, and is locked while a proposal is held against the others';

do $$
declare t text;
begin
  foreach t in array array['award', 'award_move', 'award_file', 'award_book']
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
grant select, insert, update on award to kheo_app;
grant select, insert on award_move to kheo_app;
grant select, insert, update on award_file to kheo_app;
grant select, insert, update on award_book to kheo_app;
