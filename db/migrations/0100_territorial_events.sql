-- What happened to units, by which act, and which unit went into which. A unit is one territory for ever: when its area
-- changes, it ends and another begins, even under the same name and the same official code.
create table legal_act (
  number text primary key,
  issued_on date,
  in_force_on date,
  issuer text not null,
  title text not null,
  source text not null,
  is_verified boolean not null
);
comment on table legal_act is 'Văn bản that created, ended or renamed units';
comment on column legal_act.number is 'as it is cited, e.g. 1659/NQ-UBTVQH15';
comment on column legal_act.is_verified is 'its own text was read; else it is known through another source';

alter table unit_version
  add column official_code text,
  add column until_is_known boolean not null default true,
  add column act_number text references legal_act,
  add column act_article text,
  add constraint unit_version_official_code_is_digits check (official_code ~ '^[0-9]{2,5}$'),
  add constraint unit_version_cites_an_act_for_its_article check (act_article is null or act_number is not null);
create index unit_version_by_official_code on unit_version (official_code);
comment on column unit_version.official_code is 'mã số of the statistics office while this version held: 2 digits a province, 3 a district, 5 a commune; codes are used again';
comment on column unit_version.until_is_known is 'false: it ended on some day before the last one given here, which is not known';
comment on column unit_version.act_number is 'the act by which this version began';

create table territorial_event (
  id uuid primary key,
  kind text not null,
  happened_on date not null,
  act_number text references legal_act,
  act_article text,
  aggregation text not null,
  note text not null default '',
  province_id uuid references unit,
  constraint territorial_event_kind_is_known check (kind in ('merge', 'split', 'partial-transfer', 'rename', 'kind-change', 'parent-change', 'level-abolished', 'created')),
  constraint territorial_event_aggregation_is_known check (aggregation in ('both', 'forward', 'backward', 'neither'))
);
create index territorial_event_by_day on territorial_event (happened_on);
comment on table territorial_event is 'Sự kiện địa giới: one change of units by one clause of an act';
comment on column territorial_event.happened_on is 'the first day on which it is so';
comment on column territorial_event.aggregation is 'whether figures may be added across it: of the units before it to those after it (forward), the other way (backward), both, neither';
comment on column territorial_event.province_id is 'the province whose administrator entered it; null for the national register';

create table territorial_link (
  event_id uuid not null references territorial_event,
  from_unit_id uuid not null references unit,
  to_unit_id uuid not null references unit,
  extent text not null,
  share_ppm integer,
  back_share_ppm integer,
  share_source text not null default '',
  primary key (event_id, from_unit_id, to_unit_id),
  constraint territorial_link_extent_is_known check (extent in ('whole', 'part')),
  constraint territorial_link_joins_two_units check (from_unit_id <> to_unit_id),
  constraint territorial_link_whole_is_all_of_it check (extent <> 'whole' or share_ppm = 1000000),
  constraint territorial_link_share_is_part_of_one check (share_ppm between 0 and 1000000 and back_share_ppm between 0 and 1000000),
  constraint territorial_link_share_has_a_source check (extent = 'whole' or share_ppm is null or share_source <> '')
);
create index territorial_link_by_from on territorial_link (from_unit_id);
create index territorial_link_by_to on territorial_link (to_unit_id);
comment on table territorial_link is 'Which unit went into which, whole or in part, by which event';
comment on column territorial_link.share_ppm is 'millionths of the older unit that went into the newer; all links of one older unit add to 1,000,000; null while not known, then its figures are not comparable';
comment on column territorial_link.back_share_ppm is 'millionths of the newer unit that came from the older; null while not known';
comment on column territorial_link.share_source is 'where a share of a part comes from, e.g. population of a census';

create table territory_clock (
  is_the_one boolean primary key default true,
  n bigint not null default 0,
  constraint territory_clock_has_one_row check (is_the_one)
);
insert into territory_clock default values;
comment on table territory_clock is 'Moved by every change of units, events and shares, in its transaction; the register kept in memory is read again when it moved';

alter table legal_act owner to kheo_owner;
alter table territorial_event owner to kheo_owner;
alter table territorial_link owner to kheo_owner;
alter table territory_clock owner to kheo_owner;
grant select on legal_act, territorial_event, territorial_link, territory_clock to kheo_app, kheo_reader;
