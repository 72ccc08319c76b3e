-- What records count towards figures: each record states its facts in its own transaction, and a report's cell is their sum.
create table counted_fact (
  province_id uuid not null references unit,
  unit_id uuid not null references unit,
  record_kind text not null,
  record_id uuid not null,
  indicator_code text not null references indicator,
  dimension text not null default '',
  day date not null,
  amount numeric(20, 4) not null,
  label text not null,
  primary key (province_id, record_kind, record_id, indicator_code, dimension),
  constraint counted_fact_counts_something check (amount > 0)
);
create index counted_fact_by_day on counted_fact (province_id, unit_id, day);
comment on table counted_fact is 'One record counted towards one indicator on one day; replaced whenever the record is corrected, gone when it is voided';
comment on column counted_fact.record_kind is 'the register it stands in, e.g. dialogue';
comment on column counted_fact.label is 'what a reader who opens the figure sees of the record: its subject, never a person';

alter table counted_fact owner to kheo_owner;
alter table counted_fact enable row level security;
create policy counted_fact_in_scope on counted_fact to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
grant select, insert, delete on counted_fact to kheo_app;
