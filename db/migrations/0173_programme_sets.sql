-- Bộ chỉ tiêu chương trình (docs/adr/0049): which figures of the ledger a programme is read by, and how they hang together. It adds
-- no figure: what it shows was typed once, in a report. Safe while the old version runs, which reads none of it.
create table programme_set (
  code text primary key
);
comment on table programme_set is 'Bộ chỉ tiêu của một chương trình: nông thôn mới, OCOP, chính quyền thân thiện';

create table programme_set_version (
  id text primary key,
  set_code text not null references programme_set,
  version integer not null,
  valid daterange not null,
  name text not null,
  about text not null,
  source text not null,
  unique (set_code, version),
  constraint programme_set_has_one_version_a_day exclude using gist (set_code with =, valid with &&)
);
comment on column programme_set_version.id is 'code@version, e.g. ocop@1';
comment on column programme_set_version.valid is 'the last days of the periods that are read by this version';
comment on column programme_set_version.source is 'where its rows come from and how surely that is known';

create table programme_row (
  set_version text not null references programme_set_version,
  position integer not null,
  key text not null,
  kind text not null,
  of_row text,
  relation text,
  name text not null default '',
  unit_of_count text not null default '',
  indicator_code text references indicator,
  dimension text not null default '',
  change_code text references indicator,
  unit_kind text,
  note text not null default '',
  primary key (set_version, position),
  constraint programme_row_key_is_of_one_row unique (set_version, key),
  constraint programme_row_belongs_to_a_row_of_its_version foreign key (set_version, of_row) references programme_row (set_version, key) deferrable initially deferred,
  constraint programme_row_kind_is_known check (kind in ('stock', 'average', 'total', 'group')),
  constraint programme_row_relation_is_known check (relation in ('component', 'part', 'state')),
  constraint programme_row_relates_to_something check ((relation is null and kind <> 'average') = (of_row is null)),
  constraint programme_row_has_a_cell_or_a_name check ((kind in ('stock', 'average')) = (indicator_code is not null) and (indicator_code is not null or name <> '')),
  constraint programme_row_of_a_change_is_a_stock check (change_code is null or kind = 'stock'),
  constraint programme_row_unit_kind_is_known check (unit_kind in ('commune', 'commune-level')),
  constraint programme_row_average_names_its_unit check (kind <> 'average' or unit_kind is not null)
);
comment on table programme_row is 'Một dòng của bộ chỉ tiêu: a stock of the ledger, an average derived from one, a total of rows, or a group of states that are never summed';
comment on column programme_row.key is 'names the row within its version, in addresses and relations';
comment on column programme_row.of_row is 'the row it belongs to: what it is a component, a part or a state of; for an average, what is divided';
comment on column programme_row.relation is 'component: with its sisters it makes up the whole; part: some of the whole; state: never added to its sisters';
comment on column programme_row.indicator_code is 'the cell of the ledger, by code: a figure keeps the version of the definition it was given by';
comment on column programme_row.change_code is 'the indicator of the change of this stock since the end of last year';
comment on column programme_row.unit_kind is 'average: what divides it; stock that counts units: what it counts, so that it cannot exceed how many there are. commune: xã alone; commune-level: xã, phường, thị trấn, đặc khu';

do $$
declare
  t text;
begin
  foreach t in array array['programme_set', 'programme_set_version', 'programme_row']
  loop
    execute format('alter table %I owner to kheo_owner', t);
  end loop;
end
$$;
grant select on programme_set, programme_set_version, programme_row to kheo_app;
