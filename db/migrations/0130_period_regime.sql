-- Periods as rules: which regimes are in use, by which regulation, and the terms and campaigns whose two days are data.
-- Safe while the old version still runs: it names a period by its two days and reads none of these tables.
create table period_regime (
  regime text primary key,
  name text not null,
  anchor_day integer,
  month_offset integer,
  months integer,
  counted_from text not null,
  is_offered boolean not null,
  source text not null,
  certainty text not null,
  valid daterange not null,
  constraint period_regime_is_counted_from_something_known check (counted_from in ('itself', 'year', 'term', 'its-own-days')),
  constraint period_regime_rule_is_whole_or_absent
    check ((anchor_day is null) = (month_offset is null) and (anchor_day is null) = (months is null)),
  constraint period_regime_begins_on_a_day_of_every_month check (anchor_day between 1 and 28),
  constraint period_regime_begins_within_a_year_of_january check (month_offset between -11 and 11),
  constraint period_regime_divides_its_year check (months in (1, 3, 6, 9, 12)),
  constraint period_regime_certainty_is_known check (certainty in ('article', 'second-hand', 'unverified', 'ours'))
);
comment on table period_regime is 'Chế độ kỳ: how the two days of a period are set, and by which regulation';
comment on column period_regime.anchor_day is 'the day of the month on which a period begins; null where no rule sets the two days';
comment on column period_regime.month_offset is 'months from January to the month in which the first period of a year begins; -1 is December of the year before';
comment on column period_regime.counted_from is 'itself: one after another; year: one a year, counted from its first day; term: from the first day of a term; its-own-days: two days that are data';
comment on column period_regime.is_offered is 'whether a form lists its periods; any of them can be typed';

create table named_period (
  code text primary key,
  regime text not null,
  name text not null,
  period_from date not null,
  period_to date not null,
  source text not null,
  certainty text not null,
  constraint named_period_regime_is_a_term_or_a_campaign check (regime in ('term', 'campaign')),
  constraint named_period_days_stand_in_order check (period_from <= period_to),
  constraint named_period_is_one_for_its_days unique (period_from, period_to),
  constraint named_period_certainty_is_known check (certainty in ('article', 'second-hand', 'unverified', 'ours'))
);
comment on table named_period is 'Nhiệm kỳ, đợt thi đua: two days with a name of their own; an address keeps the days, so a corrected name breaks none';
comment on column named_period.name is 'as it stands within a sentence, e.g. nhiệm kỳ 2020-2025';

alter table period_regime owner to kheo_owner;
alter table named_period owner to kheo_owner;
grant select on period_regime, named_period to kheo_app;

alter table report drop constraint report_regime_is_known;
alter table report add constraint report_regime_is_known check (regime in (
  'month', 'quarter', 'half-year', 'nine-months', 'year',
  'month-15', 'quarter-15', 'half-year-15', 'nine-months-15', 'year-15',
  'year-to-date', 'stage', 'term', 'term-to-date', 'campaign', 'range'
));
alter table template_version drop constraint template_version_is_owed_for_known_regimes;
alter table template_version add constraint template_version_is_owed_for_known_regimes check (owed_for <@ array[
  'month', 'quarter', 'half-year', 'nine-months', 'year',
  'month-15', 'quarter-15', 'half-year-15', 'nine-months-15', 'year-15'
]);
