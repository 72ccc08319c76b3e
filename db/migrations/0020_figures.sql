-- Indicators with versions, and the values that belong to them for ever.
create table indicator (
  code text primary key,
  section text not null
);
comment on table indicator is 'Chỉ tiêu: what is counted; its name, unit and rules are in indicator_version';

create table indicator_version (
  id text primary key,
  indicator_code text not null references indicator,
  version integer not null,
  valid daterange not null default '(,)',
  name text not null,
  english_name text not null,
  unit_of_count text not null,
  numeral text not null,
  nature text not null,
  over_time text not null,
  over_territory text not null,
  direction text not null,
  sensitivity text not null,
  numerator text[] not null default '{}',
  denominator text[] not null default '{}',
  denominator_kind text,
  dimensions text[] not null default '{}',
  counts text not null,
  frequency text not null,
  source text not null,
  constraint indicator_version_numeral_is_known check (numeral in ('count', 'decimal', 'percent', 'change')),
  constraint indicator_version_nature_is_known check (nature in ('flow', 'stock', 'change', 'ratio', 'score')),
  constraint indicator_version_over_time_is_known check (over_time in ('sum', 'last', 'first', 'ratio-of-sums', 'median', 'difference', 'none')),
  constraint indicator_version_over_territory_is_known check (over_territory in ('sum', 'ratio-of-sums', 'none')),
  constraint indicator_version_direction_is_known check (direction in ('more-is-better', 'less-is-better', 'context')),
  constraint indicator_version_sensitivity_is_known check (sensitivity in ('public', 'internal', 'total-only')),
  unique (indicator_code, version)
);
comment on column indicator_version.id is 'code@version, e.g. F01@1';
comment on column indicator_version.numeral is 'how a typed number is read: a count, a number with decimals, a percentage, or a signed change';
comment on column indicator_version.denominator_kind is 'for an average per unit: the kinds of unit that divide it, e.g. commune for criteria per xã';
comment on column indicator_version.dimensions is 'the parts a figure may be given in, e.g. {collective,individual}';
comment on column indicator_version.counts is 'what one unit of this figure is, in the words a reader gets';

create table figure_clock (
  province_id uuid primary key references unit,
  n bigint not null
);
comment on table figure_clock is 'The number of the last change of any figure in a province; taken by update and held to commit';

create table figure_value (
  province_id uuid not null references unit,
  unit_id uuid not null references unit,
  indicator_version text not null references indicator_version,
  dimension text not null default '',
  period_from date not null,
  period_to date not null,
  state text not null,
  qualifier text not null default 'exact',
  amount numeric(20, 4),
  raw text not null default '',
  note text not null default '',
  basis text not null,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (province_id, unit_id, period_from, period_to, indicator_version, dimension),
  constraint figure_value_state_is_known check (state in ('reported', 'zero', 'not-applicable', 'not-yet-known')),
  constraint figure_value_qualifier_is_known check (qualifier in ('exact', 'over', 'about', 'under', 'estimate')),
  constraint figure_value_basis_is_known check (basis in ('typed', 'counted', 'imported', 'read', 'published')),
  constraint figure_value_has_an_amount_only_when_reported check ((state = 'reported') = (amount is not null)),
  constraint figure_value_of_zero_is_its_own_state check (amount is null or amount <> 0),
  constraint figure_value_period_runs_forward check (period_from <= period_to)
);
comment on table figure_value is 'Số liệu: belongs for ever to (indicator version, unit as it was, period, dimension)';
comment on column figure_value.raw is 'the text as it was typed or published, kept whatever it was read as';
comment on column figure_value.changed_by is 'the account; null for a figure taken from a published source';

create table figure_change (
  province_id uuid not null,
  n bigint not null,
  unit_id uuid not null,
  indicator_version text not null,
  dimension text not null,
  period_from date not null,
  period_to date not null,
  state text not null,
  qualifier text not null,
  amount numeric(20, 4),
  raw text not null,
  note text not null,
  basis text not null,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (province_id, n)
);
create index figure_change_of_cell on figure_change (province_id, unit_id, period_from, period_to, indicator_version, dimension, n);
comment on table figure_change is 'Every value a figure ever had, in the order of figure_clock; written only together with its figure_value, whose keys are checked there';

alter table indicator owner to kheo_owner;
alter table indicator_version owner to kheo_owner;
alter table figure_clock owner to kheo_owner;
alter table figure_value owner to kheo_owner;
alter table figure_change owner to kheo_owner;
grant select on indicator, indicator_version to kheo_app, kheo_reader;
grant select, insert, update on figure_clock to kheo_app;
grant select, insert, update on figure_value to kheo_app;
grant select, insert on figure_change to kheo_app;
grant select on figure_clock, figure_value, figure_change to kheo_reader;

alter table figure_clock enable row level security;
alter table figure_value enable row level security;
alter table figure_change enable row level security;
create policy figure_clock_of_my_province on figure_clock to kheo_app
  using (province_id = nullif(current_setting('app.province_id', true), '')::uuid);
create policy figure_value_in_scope on figure_value to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
create policy figure_change_in_scope on figure_change to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
create policy figure_clock_for_the_cube on figure_clock for select to kheo_reader using (true);
create policy figure_value_for_the_cube on figure_value for select to kheo_reader using (true);
create policy figure_change_for_the_cube on figure_change for select to kheo_reader using (true);
