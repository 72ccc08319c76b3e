-- Entry by several officers at once: what one person may undo, who has a report open, how far a copy reaches.
create table entry_step (
  province_id uuid not null references unit,
  report_id uuid not null,
  n integer not null,
  unit_id uuid not null references unit,
  account_id uuid not null,
  stretch integer not null,
  first_change bigint not null,
  last_change bigint not null,
  written_through bigint not null,
  standing text not null,
  at timestamptz not null,
  primary key (province_id, report_id, n),
  foreign key (province_id, report_id) references report,
  constraint entry_step_standing_is_known check (standing in ('done', 'undone', 'dropped')),
  constraint entry_step_has_at_least_one_change check (first_change <= last_change),
  constraint entry_step_was_written_after_it_was_made check (last_change <= written_through)
);
create index entry_step_of_account on entry_step (province_id, report_id, account_id, stretch, standing, n desc);
comment on table entry_step is 'Bước nhập: one save of one officer in one report, as figures first_change to last_change of figure_change; what undo and redo walk along (docs/adr/0014)';
comment on column entry_step.stretch is 'the number of the report''s last move when it was made: undo does not reach behind a submission or a return';
comment on column entry_step.written_through is 'the last figure_change that the save, its undo or its redo wrote; a later one of somebody else stands in the way';
comment on column entry_step.standing is 'done; undone, so that it may be redone; dropped, because its officer went on typing after undoing it';

create table report_presence (
  province_id uuid not null references unit,
  report_id uuid not null,
  account_id uuid not null,
  unit_id uuid not null references unit,
  cell text not null default '',
  at timestamptz not null,
  primary key (province_id, report_id, account_id),
  foreign key (province_id, report_id) references report
);
comment on table report_presence is 'Who has a report open for entry and in which cell; a courtesy to colleagues, not a record: one row a person, forgotten after an hour';
comment on column report_presence.cell is 'the cell key the officer stands in; empty when in none';

alter table report_copy add column figures_through bigint;
comment on column report_copy.figures_through is 'the province''s figure_clock at the submission: a reviewer reads the history of a cell up to it; null for copies older than this column, where the hour decides';

alter table entry_step owner to kheo_owner;
alter table report_presence owner to kheo_owner;
alter table entry_step enable row level security;
alter table report_presence enable row level security;
create policy entry_step_in_scope on entry_step to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
create policy report_presence_in_scope on report_presence to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
grant select, insert on entry_step to kheo_app;
grant update (standing, written_through) on entry_step to kheo_app;
grant select, insert, update, delete on report_presence to kheo_app;
