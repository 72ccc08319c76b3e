-- What stands before the sign-in library: server-side calls of it have no lock, no replay guard and no idle end.
create table auth.sign_in_attempt (
  key text primary key,
  failures integer not null,
  last_at timestamptz not null,
  constraint sign_in_attempt_counts_something check (failures >= 0)
);
comment on table auth.sign_in_attempt is 'Wrong passwords and codes, by sign-in name and by truncated address';
comment on column auth.sign_in_attempt.key is 'a keyed hash: a password typed into the wrong field must not stand here';

create table auth.totp_step_used (
  user_id uuid not null references auth."user" on delete cascade,
  step bigint not null,
  primary key (user_id, step)
);
comment on table auth.totp_step_used is 'A code signs in once: the 30-second steps whose code was taken';

create table auth.session_state (
  session_id uuid primary key references auth.session on delete cascade,
  last_seen_at timestamptz not null,
  ended_at timestamptz,
  duty_id uuid
);
comment on column auth.session_state.ended_at is 'ended by idleness; kept so that a form posted late can be kept for the same person';
comment on column auth.session_state.duty_id is 'the duty the officer chose to act in';

create table auth.kept_post (
  key text primary key,
  user_id uuid not null references auth."user" on delete cascade,
  action text not null,
  body bytea not null,
  expires_at timestamptz not null
);
comment on table auth.kept_post is 'A form that met an ended session, ten minutes, for the same person';
comment on column auth.kept_post.key is 'a hash of the token in the person''s cookie; the token itself opens the body and is not stored';

do $$
declare t text;
begin
  foreach t in array array['sign_in_attempt', 'totp_step_used', 'session_state', 'kept_post']
  loop
    execute format('alter table auth.%I owner to kheo_owner', t);
    execute format('grant select, insert, update, delete on auth.%I to kheo_auth', t);
  end loop;
end
$$;
