-- One row a unit: what a change of its bodies, hamlets or places in a tree takes first, so that two changes of one unit follow each other.
create table structure_clock (
  province_id uuid not null references unit,
  unit_id uuid not null references unit,
  n bigint not null,
  primary key (province_id, unit_id)
);
comment on table structure_clock is 'The number of the last change of a unit''s bodies, hamlets and places in the trees; held to commit';

alter table structure_clock owner to kheo_owner;
alter table structure_clock enable row level security;
create policy structure_clock_in_scope on structure_clock to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
grant select, insert, update on structure_clock to kheo_app;

-- A province's own words: kinds of bodies, kinds of hamlets and functions that the national lists do not have.
create table structure_word (
  province_id uuid not null references unit,
  list text not null,
  code text not null,
  label text not null,
  source text not null,
  is_retired boolean not null default false,
  created_at timestamptz not null,
  primary key (province_id, list, code),
  constraint structure_word_list_is_known check (list in ('body-kind', 'body-function', 'sub-commune-kind')),
  constraint structure_word_has_a_label check (label <> ''),
  constraint structure_word_has_a_source check (source <> '')
);
comment on table structure_word is 'Words that a province''s administrator added to the national lists; a retired one stays for what already uses it';
comment on column structure_word.source is 'which document calls it so';

alter table structure_word owner to kheo_owner;
alter table structure_word enable row level security;
create policy structure_word_is_read_by_all on structure_word for select to kheo_app using (true);
create policy structure_word_is_added_by_its_province on structure_word for insert to kheo_app
  with check (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province' then true else false end
  );
create policy structure_word_is_retired_by_its_province on structure_word for update to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province' then true else false end
  );
grant select, insert, update on structure_word to kheo_app;
