-- Roles, schemas and extensions. Roles belong to the whole server, so each is made only when it is missing.
do $$
begin
  if not exists (select from pg_roles where rolname = 'kheo_owner') then create role kheo_owner nologin; end if;
  if not exists (select from pg_roles where rolname = 'kheo_app') then create role kheo_app nologin; end if;
  if not exists (select from pg_roles where rolname = 'kheo_auth') then create role kheo_auth nologin; end if;
  if not exists (select from pg_roles where rolname = 'kheo_reader') then create role kheo_reader nologin; end if;
  execute format('grant kheo_owner, kheo_app, kheo_auth, kheo_reader to %I', current_user);
end
$$;

create extension if not exists pg_trgm;
create extension if not exists btree_gist;

create schema if not exists auth;
alter schema auth owner to kheo_owner;

revoke all on schema public from public;
grant usage, create on schema public to kheo_owner;
grant usage on schema public to kheo_app, kheo_reader;
grant usage on schema auth to kheo_auth;
