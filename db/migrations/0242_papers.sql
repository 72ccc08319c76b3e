-- What a paper prints behind its report stands beside the copy, not in it: a hundred communes by 160 indicators would be read by
-- every page that shows a copy. Copies made before this column have none, and the old version goes on writing none.
alter table report_copy add column appendix jsonb;
comment on column report_copy.appendix is 'Phụ lục: the figures of each unit of a sum and the years of a longer review, as they stood when the copy was made; null where the paper has none (docs/adr/0076)';

-- What everybody may not read of a report, and its public paper needs: the day whose words stand at its head and its foot.
alter table publication add column handed_in_on date;
comment on column publication.handed_in_on is 'the day the report was handed in, by which its issuing words are chosen; null for figures of a published source, and for what was published before this column';

-- How a province has its issuing bodies named on paper, in place of the words that come with the program: for every unit of a kind,
-- or for one unit, from a day on.
create table issuing_words (
  province_id uuid not null references unit,
  id uuid not null,
  unit_kind text,
  of_unit_id uuid references unit,
  layout text not null,
  valid_from date not null,
  superior text not null,
  body text not null,
  symbol text not null,
  place text not null,
  signs_for text not null,
  signer_title text not null,
  recipients text[] not null,
  account_id uuid not null,
  person_name text not null,
  at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (province_id, id),
  constraint issuing_words_are_of_a_kind_or_of_one_unit check ((unit_kind is null) <> (of_unit_id is null)),
  constraint issuing_words_layout_is_known check (layout in ('state', 'party', 'front')),
  constraint issuing_words_name_somebody check (body <> '' and symbol <> '' and place <> '' and signs_for <> '' and signer_title <> ''),
  constraint issuing_words_go_somewhere check (cardinality(recipients) between 1 and 12)
);
create unique index issuing_words_begin_once_a_day on issuing_words (province_id, coalesce(of_unit_id::text, unit_kind), layout, valid_from)
  where withdrawn_at is null;
comment on table issuing_words is 'Lời của nơi ban hành: under which names a province has reports printed in one layout, from a day on; goes before issuing_body (docs/adr/0076)';
comment on column issuing_words.unit_kind is 'for every unit of this kind in the province; null for the one unit of of_unit_id, which goes before its kind';
comment on column issuing_words.valid_from is 'a paper has the words of the day it was handed in: what went out before keeps its own';
comment on column issuing_words.superior is 'printed above the body; empty for none; {unit} {place} {province} {provincial} are filled in here and in the other words';
comment on column issuing_words.recipients is 'the last one says where the file copy stays';
comment on column issuing_words.withdrawn_at is 'taken back before the day it was to begin; null while it stands';

alter table issuing_words owner to kheo_owner;
alter table issuing_words enable row level security;
-- What stands at the head and the foot of papers is read by whoever reads a paper, published ones included.
create policy issuing_words_are_read_by_everybody on issuing_words for select to kheo_app using (true);
create policy issuing_words_are_set_by_the_province on issuing_words for insert to kheo_app with check (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid
  and case when current_setting('app.reach', true) = 'province' then true else false end);
create policy issuing_words_are_withdrawn_by_the_province on issuing_words for update to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid
  and case when current_setting('app.reach', true) = 'province' then true else false end);
grant select, insert on issuing_words to kheo_app;
grant update (withdrawn_at) on issuing_words to kheo_app;
