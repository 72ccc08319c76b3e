-- The library of good practice: what a leader published of an initiative, readable by all; and what is being prepared for it.
create table library_draft (
  province_id uuid not null references unit,
  initiative_id uuid not null,
  unit_id uuid not null references unit,
  said jsonb not null,
  photos uuid[] not null default '{}',
  version integer not null default 1,
  changed_at timestamptz not null,
  account_id uuid,
  person_name text not null,
  primary key (province_id, initiative_id),
  foreign key (province_id, initiative_id) references initiative
);
comment on table library_draft is 'What officers prepare for the public page of an initiative; nobody outside reads it';
comment on column library_draft.photos is 'the pictures chosen one by one, in the order of the page';

create table library_page (
  province_id uuid not null references unit,
  initiative_id uuid not null,
  unit_id uuid not null references unit,
  name text not null,
  summary text not null,
  holder_kind text not null,
  field text not null,
  unit_kind text not null,
  people integer,
  year_from integer not null,
  year_to integer not null,
  is_outstanding boolean not null,
  parent_province_id uuid,
  parent_id uuid,
  content jsonb not null,
  words tsvector not null,
  likeness text not null,
  published_at timestamptz not null,
  withdrawn_on date,
  withdrawn_notice text,
  version integer not null default 1,
  primary key (province_id, initiative_id),
  constraint library_page_is_withdrawn_with_a_notice check ((withdrawn_on is null) = (withdrawn_notice is null)),
  constraint library_page_withdrawn_says_nothing_more
    check (withdrawn_on is null or name = '' and summary = '' and likeness = '' and content = '{}'::jsonb),
  constraint library_page_standing_has_a_name check (withdrawn_on is not null or name <> ''),
  constraint library_page_parent_is_whole check ((parent_id is null) = (parent_province_id is null)),
  constraint library_page_years_follow check (year_to >= year_from)
);
create index library_page_by_id on library_page (initiative_id);
create index library_page_newest on library_page (published_at desc, initiative_id) where withdrawn_on is null;
create index library_page_by_unit on library_page (unit_id, published_at desc) where withdrawn_on is null;
create index library_page_by_words on library_page using gin (words) where withdrawn_on is null;
create index library_page_by_likeness on library_page using gin (likeness gin_trgm_ops) where withdrawn_on is null;
create index library_page_by_parent on library_page (parent_id, parent_province_id) where parent_id is not null;
comment on table library_page is 'A published initiative as everybody may read it (thư viện cách làm hay); written only inside the province';
comment on column library_page.words is 'every word without marks and, of the short texts, every two that stand together; A is the name, B what it is about, D the rest';
comment on column library_page.likeness is 'name and problem without marks, in which initiatives like a new one are looked for';
comment on column library_page.people is 'how many people the unit had when this was published; null where nobody said';
comment on column library_page.content is 'what the page prints; empty once it was withdrawn';

create table library_photo (
  province_id uuid not null references unit,
  id uuid not null,
  initiative_id uuid not null,
  unit_id uuid not null references unit,
  position integer not null,
  sha256 text not null,
  name text not null,
  kind text not null,
  bytes integer not null,
  width integer not null,
  height integer not null,
  alt text not null,
  caption text not null,
  primary key (province_id, id),
  foreign key (province_id, initiative_id) references library_page,
  constraint library_photo_is_a_picture check (kind in ('jpeg', 'png', 'webp')),
  constraint library_photo_is_said_in_words check (alt <> '')
);
create index library_photo_by_initiative on library_photo (initiative_id, position);
create index library_photo_by_content on library_photo (province_id, sha256);
comment on table library_photo is 'The pictures of a published initiative; they go when the page is withdrawn';

alter table library_draft owner to kheo_owner;
alter table library_page owner to kheo_owner;
alter table library_photo owner to kheo_owner;
alter table library_draft enable row level security;
create policy library_draft_in_scope on library_draft to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid
  and case when current_setting('app.reach', true) = 'province'
             or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
      then true else false end);
do $$
declare t text;
begin
  foreach t in array array['library_page', 'library_photo']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I for select to kheo_app using (true)', t || '_is_read_by_all', t);
    execute format($p$create policy %I on %I for insert to kheo_app with check (
        province_id = nullif(current_setting('app.province_id', true), '')::uuid
        and case when current_setting('app.reach', true) = 'province'
                   or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
            then true else false end)$p$, t || '_is_written_in_scope', t);
  end loop;
end
$$;
create policy library_page_is_changed_in_scope on library_page for update to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid
  and case when current_setting('app.reach', true) = 'province'
             or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
      then true else false end);
create policy library_photo_leaves_in_scope on library_photo for delete to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid
  and case when current_setting('app.reach', true) = 'province'
             or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
      then true else false end);
grant select, insert, update on library_draft to kheo_app;
grant select, insert, update on library_page to kheo_app;
grant select, insert, delete on library_photo to kheo_app;
-- What is printed and the words stand outside the row: a search that finds thousands looks only at their heads.
alter table library_page set (toast_tuple_target = 512);
