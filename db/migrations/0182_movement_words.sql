-- The words of the movement: fields, tags, levels and themes. The country's usual ones, and what a province says from a day on.
create table movement_word (
  list text not null,
  code text not null,
  label text not null,
  valid daterange not null,
  certainty text not null,
  source text not null,
  sort_order integer not null,
  primary key (list, code),
  constraint movement_word_list_is_known check (list in ('field', 'tag', 'level', 'theme')),
  constraint movement_word_certainty_is_known check (certainty in ('article', 'second-hand', 'unverified', 'ours')),
  constraint movement_word_has_a_label check (label <> ''),
  constraint movement_word_has_a_source check (source <> '')
);
alter table movement_word owner to kheo_owner;
grant select on movement_word to kheo_app;
comment on table movement_word is 'Reference: words of the movement that are usual in the country, with how surely that is known';

create table province_movement_word (
  province_id uuid not null references unit,
  list text not null,
  code text not null,
  from_day date not null,
  label text not null,
  is_offered boolean not null,
  source text not null,
  created_at timestamptz not null,
  primary key (province_id, list, code, from_day),
  constraint province_movement_word_list_is_known check (list in ('field', 'tag', 'level', 'theme')),
  constraint province_movement_word_has_a_label check (label <> ''),
  constraint province_movement_word_has_a_source check (source <> '')
);
comment on table province_movement_word is 'What a province says of a word of the movement from a day on: its label, and whether it may be chosen; earlier years keep what was said then';

alter table province_movement_word owner to kheo_owner;
alter table province_movement_word enable row level security;
create policy province_movement_word_is_read_by_all on province_movement_word for select to kheo_app using (true);
create policy province_movement_word_is_added_by_its_province on province_movement_word for insert to kheo_app
  with check (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province' then true else false end
  );
create policy province_movement_word_is_changed_by_its_province on province_movement_word for update to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province' then true else false end
  );
grant select, insert, update on province_movement_word to kheo_app;
