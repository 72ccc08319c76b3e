-- Numbers of the documents a unit issues: reserved in order where the unit says so, else typed as the paper office gave them.
create table numbering (
  province_id uuid not null references unit,
  unit_id uuid not null references unit,
  layout text not null,
  way text not null,
  term text not null default '',
  start_series text not null default '',
  last_report integer not null default 0,
  last_letter integer not null default 0,
  version integer not null default 1,
  account_id uuid,
  person_name text not null,
  at timestamptz not null,
  primary key (province_id, unit_id, layout),
  constraint numbering_layout_is_known check (layout in ('state', 'party', 'front')),
  constraint numbering_way_is_known check (way in ('by-hand', 'reserved')),
  constraint numbering_of_the_party_in_order_names_its_term check (layout <> 'party' or way = 'by-hand' or term <> ''),
  constraint numbering_starts_after_a_number check (last_report between 0 and 99999 and last_letter between 0 and 99999)
);
comment on table numbering is 'Cách lấy số văn bản of a unit in one layout: by the paper office, or reserved here in order (docs/adr/0067)';
comment on column numbering.term is 'nhiệm kỳ within which a Party committee counts its documents, e.g. 2025-2030';
comment on column numbering.start_series is 'the year or term in which the paper register had come to last_report and last_letter before numbers were reserved here';

create table document_number (
  province_id uuid not null references unit,
  id uuid not null,
  unit_id uuid not null references unit,
  report_id uuid not null,
  layout text not null,
  type text not null,
  series text not null,
  number integer not null,
  symbol text not null,
  about text not null,
  sent_to text[] not null,
  signed_on date not null,
  way text not null,
  account_id uuid,
  person_name text not null,
  at timestamptz not null,
  cancelled_at timestamptz,
  cancelled_for text,
  primary key (province_id, id),
  foreign key (province_id, report_id) references report,
  constraint document_number_is_given_once unique (province_id, unit_id, layout, type, series, number),
  constraint document_number_layout_is_known check (layout in ('state', 'party', 'front')),
  constraint document_number_type_is_known check (type in ('report', 'letter')),
  constraint document_number_way_is_known check (way in ('by-hand', 'reserved')),
  constraint document_number_is_a_number check (number between 1 and 99999),
  constraint document_number_is_cancelled_for_a_reason check ((cancelled_at is null) = (cancelled_for is null) and cancelled_for is distinct from '')
);
create unique index document_number_of_a_report_is_one on document_number (province_id, report_id, layout, type) where cancelled_at is null;
comment on table document_number is 'Sổ đăng ký văn bản đi: the number a printed report or its letter was given; a cancelled one stays and is never given again (docs/adr/0067)';
comment on column document_number.series is 'the year for the State (Nghị định 30/2020/NĐ-CP, Điều 15) and the Front, the term for the Party';

alter table numbering owner to kheo_owner;
alter table numbering enable row level security;
create policy numbering_in_scope on numbering to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid
  and case when current_setting('app.reach', true) = 'province'
             or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
      then true else false end);
grant select, insert, update on numbering to kheo_app;

alter table document_number owner to kheo_owner;
alter table document_number enable row level security;
create policy document_number_in_scope on document_number to kheo_app using (
  province_id = nullif(current_setting('app.province_id', true), '')::uuid
  and case when current_setting('app.reach', true) = 'province'
             or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
      then true else false end);
create policy document_number_of_predecessors_is_read on document_number for select to kheo_app using (
  case when unit_id = any (string_to_array(nullif(current_setting('app.also_units', true), ''), ',')::uuid[])
         or province_id = any (string_to_array(nullif(current_setting('app.also_provinces', true), ''), ',')::uuid[])
      then true else false end);
grant select, insert, update on document_number to kheo_app;
