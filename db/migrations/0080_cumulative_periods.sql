-- Reports of the first six and the first nine months, and which periods a template is owed for.
-- Safe while the old version still runs: it names such a period by its two days.
alter table report drop constraint report_regime_is_known;
alter table report add constraint report_regime_is_known
  check (regime in ('quarter', 'half-year', 'nine-months', 'year', 'range'));
comment on column report.regime is 'how the period is called; its two days decide, so 1/1 to 30/9 is nine-months whatever stands here';

alter table template_version add column owed_for text[] not null default '{quarter}';
alter table template_version add constraint template_version_is_owed_for_known_regimes
  check (owed_for <@ array['quarter', 'half-year', 'nine-months', 'year']);
comment on column template_version.owed_for is 'the periods a unit is reminded of once they have ended; an arrangement of the province, not a rule of law';
