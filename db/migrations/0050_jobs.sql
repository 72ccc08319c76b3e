-- Work that is done after a write, in the same transaction as the write: jobs.enqueue. graphile-worker fills its own schema at start.
create schema if not exists jobs;
alter schema jobs owner to kheo_owner;
create schema if not exists graphile_worker;
alter schema graphile_worker owner to kheo_owner;

-- With this list present graphile-worker does not ask for the right to create schemas, which kheo_owner does not have.
create table if not exists graphile_worker.migrations (
  id int primary key,
  ts timestamptz not null default now(),
  breaking boolean not null default false
);
alter table graphile_worker.migrations owner to kheo_owner;

create table jobs.worker (
  worker_id text primary key,
  holder text not null,
  began_at timestamptz not null default now()
);
comment on table jobs.worker is 'Workers that may hold jobs; one whose connections are gone has died, and its jobs run again';
comment on column jobs.worker.holder is 'the application_name of its connections in pg_stat_activity';
alter table jobs.worker owner to kheo_owner;

create function jobs.enqueue(task text, payload json, key text default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  part record;
begin
  if task !~ '^[a-z][a-z0-9-]{1,60}$' then
    raise exception 'A task is named in small letters' using errcode = 'check_violation';
  end if;
  if key !~ '^[a-z][a-z0-9-]*(:[0-9a-f-]{36})*$' then
    raise exception 'The key of a job is a word and ids' using errcode = 'check_violation';
  end if;
  if payload is null or json_typeof(payload) <> 'object' then
    raise exception 'What a job holds is an object' using errcode = 'check_violation';
  end if;
  for part in select one.key as name, json_typeof(one.value) as kind, one.value #>> '{}' as held from json_each(payload) as one loop
    -- Nobody's name or number: eight digits are fewer than any telephone has.
    if part.name !~ '^[a-z][a-zA-Z]{0,30}$'
      or not (
        (part.kind = 'string' and part.held ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$')
        or (part.kind = 'number' and part.held ~ '^[0-9]{1,8}$')
      )
    then
      raise exception 'A job holds ids and small numbers only' using errcode = 'check_violation';
    end if;
  end loop;
  perform graphile_worker.add_job(identifier => task, payload => payload, max_attempts => 12, job_key => key);
end;
$$;
comment on function jobs.enqueue is 'Adds a job in the caller''s transaction; with a key it replaces a job of that key that has not begun';
alter function jobs.enqueue owner to kheo_owner;
revoke all on function jobs.enqueue from public;
grant usage on schema jobs to kheo_app;
grant execute on function jobs.enqueue to kheo_app;
