-- The plan that a report carries for the period after it, and what became of the tasks of the report before.
create table report_task (
  province_id uuid not null references unit,
  id uuid not null,
  report_id uuid not null,
  unit_id uuid not null references unit,
  text text not null,
  owner text not null,
  due_on date,
  indicator_code text references indicator (code),
  dimension text not null default '',
  carried_from uuid,
  void_reason text,
  version integer not null default 1,
  account_id uuid,
  person_name text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (province_id, id),
  foreign key (province_id, report_id) references report,
  foreign key (province_id, carried_from) references report_task (province_id, id),
  constraint report_task_says_what_is_done check (text <> ''),
  constraint report_task_says_whose_work_it_is check (owner <> ''),
  constraint report_task_void_has_a_reason check (void_reason <> '')
);
create index report_task_by_report on report_task (province_id, report_id, created_at, id);
create unique index report_task_is_carried_once on report_task (province_id, report_id, carried_from)
  where carried_from is not null and void_reason is null;
comment on table report_task is 'Nhiệm vụ kỳ tới: a task of the plan in the last part of a report (docs/adr/0066)';
comment on column report_task.owner is 'chức danh hoặc bộ phận, never a name';
comment on column report_task.indicator_code is 'the cell whose target it serves; null where it serves none';
comment on column report_task.carried_from is 'the task of the plan before that goes on in this one';
comment on column report_task.void_reason is 'why it was taken out of the plan; null while it stands';

create table report_task_outcome (
  province_id uuid not null references unit,
  report_id uuid not null,
  task_id uuid not null,
  unit_id uuid not null references unit,
  outcome text not null,
  why text not null default '',
  version integer not null default 1,
  account_id uuid,
  person_name text not null,
  at timestamptz not null,
  primary key (province_id, report_id, task_id),
  foreign key (province_id, report_id) references report,
  foreign key (province_id, task_id) references report_task (province_id, id),
  constraint report_task_outcome_is_known check (outcome in ('done', 'going-on', 'dropped')),
  constraint report_task_outcome_dropped_says_why check (outcome <> 'dropped' or why <> '')
);
comment on table report_task_outcome is 'Kết quả nhiệm vụ kỳ trước: what a report says became of a task of the plan before it';

do $$
declare t text;
begin
  foreach t in array array['report_task', 'report_task_outcome']
  loop
    execute format('alter table %I owner to kheo_owner', t);
    execute format('alter table %I enable row level security', t);
    execute format($p$create policy %I on %I to kheo_app using (
        province_id = nullif(current_setting('app.province_id', true), '')::uuid
        and case when current_setting('app.reach', true) = 'province'
                   or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
            then true else false end)$p$, t || '_in_scope', t);
    execute format($p$create policy %I on %I for select to kheo_app using (
        case when unit_id = any (string_to_array(nullif(current_setting('app.also_units', true), ''), ',')::uuid[])
               or province_id = any (string_to_array(nullif(current_setting('app.also_provinces', true), ''), ',')::uuid[])
            then true else false end)$p$, t || '_of_predecessors_is_read', t);
    execute format('grant select, insert, update on %I to kheo_app', t);
  end loop;
end
$$;
