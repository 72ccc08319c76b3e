-- The version of everything that is public, so that a page kept by a server process is never shown after it changed.
create table public_clock (
  province_id uuid primary key references unit,
  n bigint not null
);
comment on table public_clock is 'The number of the last change of anything public in a province; taken by update and held to commit, after figure_clock and before the audit head';

alter table public_clock owner to kheo_owner;
alter table public_clock enable row level security;
create policy public_clock_is_read_by_all on public_clock for select to kheo_app using (true);
create policy public_clock_is_begun_in_my_province on public_clock for insert to kheo_app
  with check (province_id = nullif(current_setting('app.province_id', true), '')::uuid);
create policy public_clock_is_moved_in_my_province on public_clock for update to kheo_app
  using (province_id = nullif(current_setting('app.province_id', true), '')::uuid);
grant select, insert, update on public_clock to kheo_app;
grant select on reference_load to kheo_app;
