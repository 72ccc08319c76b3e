-- The working calendar as an administrator enters it from the yearly notice, and an estimate confirmed for a while.
-- It stands beside the calendar that comes with the program (calendar_day) and goes before it, in its own province only.
create table calendar_notice (
  province_id uuid not null references unit,
  year integer not null,
  version integer not null,
  state text not null,
  number text not null,
  issued_on date,
  reason text not null,
  account_id uuid not null,
  person_name text not null,
  at timestamptz not null,
  primary key (province_id, year, version),
  constraint calendar_notice_year_can_be_written check (year between 2000 and 2100),
  constraint calendar_notice_state_is_known check (state in ('in-force', 'withdrawn')),
  constraint calendar_notice_in_force_has_number_and_day check (state = 'withdrawn' or (number <> '' and issued_on is not null)),
  constraint calendar_notice_is_corrected_with_a_reason check (version = 1 or reason <> '')
);
comment on table calendar_notice is 'Thông báo lịch nghỉ của một năm, as entered; every correction is a new version, the last one holds, none is changed';
comment on column calendar_notice.state is 'withdrawn: from this version on the calendar that comes with the program holds again';
comment on column calendar_notice.person_name is 'the administrator''s name on that day, as it is printed in the history';

create table calendar_notice_day (
  province_id uuid not null,
  year integer not null,
  version integer not null,
  day date not null,
  kind text not null,
  name text not null,
  pair date,
  primary key (province_id, year, version, day),
  foreign key (province_id, year, version) references calendar_notice,
  constraint calendar_notice_day_kind_is_known check (kind in ('off', 'compensation', 'swap', 'worked-saturday')),
  constraint calendar_notice_day_stands_in_its_year check (year = extract(year from day)),
  constraint calendar_notice_day_off_is_a_weekday_and_a_worked_day_a_saturday
    check (case kind when 'worked-saturday' then extract(isodow from day) = 6 else extract(isodow from day) < 6 end),
  constraint calendar_notice_day_pairs_a_swap_with_its_saturday check ((pair is not null) = (kind in ('swap', 'worked-saturday')))
);
comment on table calendar_notice_day is 'The days of one version of a notice';
comment on column calendar_notice_day.pair is 'for a swap the Saturday worked instead, for that Saturday the day off';

create table calendar_confirmation (
  province_id uuid not null references unit,
  id uuid not null,
  year integer not null,
  reason text not null,
  until date not null,
  account_id uuid not null,
  person_name text not null,
  at timestamptz not null,
  ended_at timestamptz,
  primary key (province_id, id),
  constraint calendar_confirmation_has_a_reason check (reason <> '')
);
create index calendar_confirmation_by_year on calendar_confirmation (province_id, year);
comment on table calendar_confirmation is 'Xác nhận dùng tạm lịch ước tính của một năm for legal deadlines, with a reason and an end';
comment on column calendar_confirmation.until is 'the last day on which the estimate may be used so';
comment on column calendar_confirmation.ended_at is 'when it was taken back before that day; null while it was not';

do $$
declare t text;
begin
  foreach t in array array['calendar_notice', 'calendar_notice_day', 'calendar_confirmation']
  loop
    execute format('alter table %I owner to kheo_owner', t);
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy %I on %I for select to kheo_app
         using (province_id = nullif(current_setting(''app.province_id'', true), '''')::uuid)', t || '_is_read_in_my_province', t);
    execute format(
      'create policy %I on %I for insert to kheo_app
         with check (province_id = nullif(current_setting(''app.province_id'', true), '''')::uuid
           and case when current_setting(''app.reach'', true) = ''province'' then true else false end)', t || '_is_written_in_my_province', t);
    execute format('grant select, insert on %I to kheo_app', t);
  end loop;
end $$;
create policy calendar_notice_is_locked_in_my_province on calendar_notice for update to kheo_app
  using (province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province' then true else false end);
create policy calendar_confirmation_is_ended_in_my_province on calendar_confirmation for update to kheo_app
  using (province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province' then true else false end);
-- FOR UPDATE needs the right to update; a version is never changed, so only its state could be.
grant update (state) on calendar_notice to kheo_app;
grant update (ended_at) on calendar_confirmation to kheo_app;
