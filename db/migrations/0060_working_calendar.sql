-- The days on which State offices rest or work otherwise than their weekday says, as announced year by year.
create table calendar_day (
  day date primary key,
  year integer not null,
  kind text not null,
  name text not null,
  basis text not null,
  official boolean not null,
  constraint calendar_day_kind_is_known check (kind in ('off', 'compensation', 'swap', 'worked-saturday')),
  constraint calendar_day_stands_in_its_year check (year = extract(year from day)),
  constraint calendar_day_off_is_a_weekday_and_a_worked_day_a_saturday
    check (case kind when 'worked-saturday' then extract(isodow from day) = 6 else extract(isodow from day) < 6 end)
);
comment on table calendar_day is 'Lịch làm việc: nghỉ lễ, nghỉ bù, hoán đổi, làm bù; a year without a row is not known';
comment on column calendar_day.basis is 'the notice or article by which the day is so';
comment on column calendar_day.official is 'false while the year is an estimate that no notice has confirmed';

alter table calendar_day owner to kheo_owner;
grant select on calendar_day to kheo_app;
