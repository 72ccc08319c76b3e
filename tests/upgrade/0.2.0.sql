--
-- PostgreSQL database dump
--



SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: auth; Type: SCHEMA; Schema: -; Owner: kheo_owner
--

CREATE SCHEMA auth;


ALTER SCHEMA auth OWNER TO kheo_owner;

--
-- Name: graphile_worker; Type: SCHEMA; Schema: -; Owner: kheo_owner
--

CREATE SCHEMA graphile_worker;


ALTER SCHEMA graphile_worker OWNER TO kheo_owner;

--
-- Name: jobs; Type: SCHEMA; Schema: -; Owner: kheo_owner
--

CREATE SCHEMA jobs;


ALTER SCHEMA jobs OWNER TO kheo_owner;

--
-- Name: btree_gist; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;


--
-- Name: EXTENSION btree_gist; Type: COMMENT; Schema: -; Owner: 
--

COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';


--
-- Name: pg_trgm; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;


--
-- Name: EXTENSION pg_trgm; Type: COMMENT; Schema: -; Owner: 
--

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';


--
-- Name: job_spec; Type: TYPE; Schema: graphile_worker; Owner: kheo_owner
--

CREATE TYPE graphile_worker.job_spec AS (
	identifier text,
	payload json,
	queue_name text,
	run_at timestamp with time zone,
	max_attempts smallint,
	job_key text,
	priority smallint,
	flags text[]
);


ALTER TYPE graphile_worker.job_spec OWNER TO kheo_owner;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: _private_jobs; Type: TABLE; Schema: graphile_worker; Owner: kheo_owner
--

CREATE TABLE graphile_worker._private_jobs (
    id bigint NOT NULL,
    job_queue_id integer,
    task_id integer NOT NULL,
    payload json DEFAULT '{}'::json NOT NULL,
    priority smallint DEFAULT 0 NOT NULL,
    run_at timestamp with time zone DEFAULT now() NOT NULL,
    attempts smallint DEFAULT 0 NOT NULL,
    max_attempts smallint DEFAULT 25 NOT NULL,
    last_error text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    key text,
    locked_at timestamp with time zone,
    locked_by text,
    revision integer DEFAULT 0 NOT NULL,
    flags jsonb,
    is_available boolean GENERATED ALWAYS AS (((locked_at IS NULL) AND (attempts < max_attempts))) STORED NOT NULL,
    CONSTRAINT jobs_key_check CHECK (((length(key) > 0) AND (length(key) <= 512))),
    CONSTRAINT jobs_max_attempts_check CHECK ((max_attempts >= 1))
);


ALTER TABLE graphile_worker._private_jobs OWNER TO kheo_owner;

--
-- Name: add_job(text, json, text, timestamp with time zone, integer, text, integer, text[], text); Type: FUNCTION; Schema: graphile_worker; Owner: kheo_owner
--

CREATE FUNCTION graphile_worker.add_job(identifier text, payload json DEFAULT NULL::json, queue_name text DEFAULT NULL::text, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, max_attempts integer DEFAULT NULL::integer, job_key text DEFAULT NULL::text, priority integer DEFAULT NULL::integer, flags text[] DEFAULT NULL::text[], job_key_mode text DEFAULT 'replace'::text) RETURNS graphile_worker._private_jobs
    LANGUAGE plpgsql
    AS $$
declare
  v_job "graphile_worker"._private_jobs;
begin
  if (job_key is null or job_key_mode is null or job_key_mode in ('replace', 'preserve_run_at')) then
    select * into v_job
    from "graphile_worker".add_jobs(
      ARRAY[(
        identifier,
        payload,
        queue_name,
        run_at,
        max_attempts::smallint,
        job_key,
        priority::smallint,
        flags
      )::"graphile_worker".job_spec],
      (job_key_mode = 'preserve_run_at')
    )
    limit 1;
    return v_job;
  elsif job_key_mode = 'unsafe_dedupe' then
    -- Ensure all the tasks exist (insert only missing identifiers so identity is not consumed)
    insert into "graphile_worker"._private_tasks as tasks (identifier)
    select add_job.identifier
    where not exists (
      select 1
      from "graphile_worker"._private_tasks as existing
      where existing.identifier = add_job.identifier
    )
    on conflict do nothing;
    -- Ensure all the queues exist
    if add_job.queue_name is not null then
      insert into "graphile_worker"._private_job_queues as job_queues (queue_name)
      select add_job.queue_name
      where not exists (
        select 1
        from "graphile_worker"._private_job_queues as existing
        where existing.queue_name = add_job.queue_name
      )
      on conflict do nothing;
    end if;
    -- Insert job, but if one already exists then do nothing, even if the
    -- existing job has already started (and thus represents an out-of-date
    -- world state). This is dangerous because it means that whatever state
    -- change triggered this add_job may not be acted upon (since it happened
    -- after the existing job started executing, but no further job is being
    -- scheduled), but it is useful in very rare circumstances for
    -- de-duplication. If in doubt, DO NOT USE THIS.
    insert into "graphile_worker"._private_jobs as jobs (
      job_queue_id,
      task_id,
      payload,
      run_at,
      max_attempts,
      key,
      priority,
      flags
    )
      select
        job_queues.id,
        tasks.id,
        coalesce(add_job.payload, '{}'::json),
        coalesce(add_job.run_at, now()),
        coalesce(add_job.max_attempts::smallint, 25::smallint),
        add_job.job_key,
        coalesce(add_job.priority::smallint, 0::smallint),
        (
          select jsonb_object_agg(flag, true)
          from unnest(add_job.flags) as item(flag)
        )
      from "graphile_worker"._private_tasks as tasks
      left join "graphile_worker"._private_job_queues as job_queues
      on job_queues.queue_name = add_job.queue_name
      where tasks.identifier = add_job.identifier
    on conflict (key)
      -- Bump the updated_at so that there's something to return
      do update set
        revision = jobs.revision + 1,
        updated_at = now()
      returning *
      into v_job;
    if v_job.revision = 0 then
      perform pg_notify('jobs:insert', '{"r":' || random()::text || ',"count":1}');
    end if;
    return v_job;
  else
    raise exception 'Invalid job_key_mode value, expected ''replace'', ''preserve_run_at'' or ''unsafe_dedupe''.' using errcode = 'GWBKM';
  end if;
end;
$$;


ALTER FUNCTION graphile_worker.add_job(identifier text, payload json, queue_name text, run_at timestamp with time zone, max_attempts integer, job_key text, priority integer, flags text[], job_key_mode text) OWNER TO kheo_owner;

--
-- Name: add_jobs(graphile_worker.job_spec[], boolean); Type: FUNCTION; Schema: graphile_worker; Owner: kheo_owner
--

CREATE FUNCTION graphile_worker.add_jobs(specs graphile_worker.job_spec[], job_key_preserve_run_at boolean DEFAULT false) RETURNS SETOF graphile_worker._private_jobs
    LANGUAGE plpgsql
    AS $$
begin
  -- Ensure all the tasks exist (insert only missing identifiers so identity is not consumed)
  insert into "graphile_worker"._private_tasks as tasks (identifier)
  select distinct spec.identifier
  from unnest(specs) spec
  where not exists (
    select 1
    from "graphile_worker"._private_tasks as existing
    where existing.identifier = spec.identifier
  )
  on conflict do nothing;
  -- Ensure all the queues exist
  insert into "graphile_worker"._private_job_queues as job_queues (queue_name)
  select distinct spec.queue_name
  from unnest(specs) spec
  where spec.queue_name is not null
  and not exists (
    select 1
    from "graphile_worker"._private_job_queues as existing
    where existing.queue_name = spec.queue_name
  )
  on conflict do nothing;
  -- Ensure any locked jobs have their key cleared - in the case of locked
  -- existing job create a new job instead as it must have already started
  -- executing (i.e. it's world state is out of date, and the fact add_job
  -- has been called again implies there's new information that needs to be
  -- acted upon).
  update "graphile_worker"._private_jobs as jobs
  set
    key = null,
    attempts = jobs.max_attempts,
    updated_at = now()
  from unnest(specs) spec
  where spec.job_key is not null
  and jobs.key = spec.job_key
  and is_available is not true;

  -- WARNING: this count is not 100% accurate; 'on conflict' clause will cause it to be an overestimate
  perform pg_notify('jobs:insert', '{"r":' || random()::text || ',"count":' || array_length(specs, 1)::text || '}');

  -- TODO: is there a risk that a conflict could occur depending on the
  -- isolation level?
  return query insert into "graphile_worker"._private_jobs as jobs (
    job_queue_id,
    task_id,
    payload,
    run_at,
    max_attempts,
    key,
    priority,
    flags
  )
    select
      job_queues.id,
      tasks.id,
      coalesce(spec.payload, '{}'::json),
      coalesce(spec.run_at, now()),
      coalesce(spec.max_attempts, 25),
      spec.job_key,
      coalesce(spec.priority, 0),
      (
        select jsonb_object_agg(flag, true)
        from unnest(spec.flags) as item(flag)
      )
    from unnest(specs) spec
    inner join "graphile_worker"._private_tasks as tasks
    on tasks.identifier = spec.identifier
    left join "graphile_worker"._private_job_queues as job_queues
    on job_queues.queue_name = spec.queue_name
  on conflict (key) do update set
    job_queue_id = excluded.job_queue_id,
    task_id = excluded.task_id,
    payload =
      case
      when json_typeof(jobs.payload) = 'array' and json_typeof(excluded.payload) = 'array' then
        (jobs.payload::jsonb || excluded.payload::jsonb)::json
      else
        excluded.payload
      end,
    max_attempts = excluded.max_attempts,
    run_at = (case
      when job_key_preserve_run_at is true and jobs.attempts = 0 then jobs.run_at
      else excluded.run_at
    end),
    priority = excluded.priority,
    revision = jobs.revision + 1,
    flags = excluded.flags,
    -- always reset error/retry state
    attempts = 0,
    last_error = null,
    updated_at = now()
  where jobs.locked_at is null
  returning *;
end;
$$;


ALTER FUNCTION graphile_worker.add_jobs(specs graphile_worker.job_spec[], job_key_preserve_run_at boolean) OWNER TO kheo_owner;

--
-- Name: complete_jobs(bigint[]); Type: FUNCTION; Schema: graphile_worker; Owner: kheo_owner
--

CREATE FUNCTION graphile_worker.complete_jobs(job_ids bigint[]) RETURNS SETOF graphile_worker._private_jobs
    LANGUAGE sql
    AS $$
  delete from "graphile_worker"._private_jobs as jobs
    where id = any(job_ids)
    and (
      locked_at is null
    or
      locked_at < now() - interval '4 hours'
    )
    returning *;
$$;


ALTER FUNCTION graphile_worker.complete_jobs(job_ids bigint[]) OWNER TO kheo_owner;

--
-- Name: force_unlock_workers(text[]); Type: FUNCTION; Schema: graphile_worker; Owner: kheo_owner
--

CREATE FUNCTION graphile_worker.force_unlock_workers(worker_ids text[]) RETURNS void
    LANGUAGE sql
    AS $$
update "graphile_worker"._private_jobs as jobs
set locked_at = null, locked_by = null
where locked_by = any(worker_ids);
update "graphile_worker"._private_job_queues as job_queues
set locked_at = null, locked_by = null
where locked_by = any(worker_ids);
$$;


ALTER FUNCTION graphile_worker.force_unlock_workers(worker_ids text[]) OWNER TO kheo_owner;

--
-- Name: permanently_fail_jobs(bigint[], text); Type: FUNCTION; Schema: graphile_worker; Owner: kheo_owner
--

CREATE FUNCTION graphile_worker.permanently_fail_jobs(job_ids bigint[], error_message text DEFAULT NULL::text) RETURNS SETOF graphile_worker._private_jobs
    LANGUAGE sql
    AS $$
  update "graphile_worker"._private_jobs as jobs
    set
      last_error = coalesce(error_message, 'Manually marked as failed'),
      attempts = max_attempts,
      updated_at = now()
    where id = any(job_ids)
    and (
      locked_at is null
    or
      locked_at < NOW() - interval '4 hours'
    )
    returning *;
$$;


ALTER FUNCTION graphile_worker.permanently_fail_jobs(job_ids bigint[], error_message text) OWNER TO kheo_owner;

--
-- Name: remove_job(text); Type: FUNCTION; Schema: graphile_worker; Owner: kheo_owner
--

CREATE FUNCTION graphile_worker.remove_job(job_key text) RETURNS graphile_worker._private_jobs
    LANGUAGE plpgsql STRICT
    AS $$
declare
  v_job "graphile_worker"._private_jobs;
begin
  -- Delete job if not locked
  delete from "graphile_worker"._private_jobs as jobs
    where key = job_key
    and (
      locked_at is null
    or
      locked_at < NOW() - interval '4 hours'
    )
  returning * into v_job;
  if not (v_job is null) then
    perform pg_notify('jobs:insert', '{"r":' || random()::text || ',"count":-1}');
    return v_job;
  end if;
  -- Otherwise prevent job from retrying, and clear the key
  update "graphile_worker"._private_jobs as jobs
  set
    key = null,
    attempts = jobs.max_attempts,
    updated_at = now()
  where key = job_key
  returning * into v_job;
  return v_job;
end;
$$;


ALTER FUNCTION graphile_worker.remove_job(job_key text) OWNER TO kheo_owner;

--
-- Name: reschedule_jobs(bigint[], timestamp with time zone, integer, integer, integer); Type: FUNCTION; Schema: graphile_worker; Owner: kheo_owner
--

CREATE FUNCTION graphile_worker.reschedule_jobs(job_ids bigint[], run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, priority integer DEFAULT NULL::integer, attempts integer DEFAULT NULL::integer, max_attempts integer DEFAULT NULL::integer) RETURNS SETOF graphile_worker._private_jobs
    LANGUAGE sql
    AS $$
  update "graphile_worker"._private_jobs as jobs
    set
      run_at = coalesce(reschedule_jobs.run_at, jobs.run_at),
      priority = coalesce(reschedule_jobs.priority::smallint, jobs.priority),
      attempts = coalesce(reschedule_jobs.attempts::smallint, jobs.attempts),
      max_attempts = coalesce(reschedule_jobs.max_attempts::smallint, jobs.max_attempts),
      updated_at = now()
    where id = any(job_ids)
    and (
      locked_at is null
    or
      locked_at < NOW() - interval '4 hours'
    )
    returning *;
$$;


ALTER FUNCTION graphile_worker.reschedule_jobs(job_ids bigint[], run_at timestamp with time zone, priority integer, attempts integer, max_attempts integer) OWNER TO kheo_owner;

--
-- Name: enqueue(text, json, text); Type: FUNCTION; Schema: jobs; Owner: kheo_owner
--

CREATE FUNCTION jobs.enqueue(task text, payload json, key text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
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
$_$;


ALTER FUNCTION jobs.enqueue(task text, payload json, key text) OWNER TO kheo_owner;

--
-- Name: FUNCTION enqueue(task text, payload json, key text); Type: COMMENT; Schema: jobs; Owner: kheo_owner
--

COMMENT ON FUNCTION jobs.enqueue(task text, payload json, key text) IS 'Adds a job in the caller''s transaction; with a key it replaces a job of that key that has not begun';


--
-- Name: account; Type: TABLE; Schema: auth; Owner: kheo_owner
--

CREATE TABLE auth.account (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    "accountId" text NOT NULL,
    "providerId" text NOT NULL,
    "userId" uuid NOT NULL,
    "accessToken" text,
    "refreshToken" text,
    "idToken" text,
    "accessTokenExpiresAt" timestamp with time zone,
    "refreshTokenExpiresAt" timestamp with time zone,
    scope text,
    password text,
    "createdAt" timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "updatedAt" timestamp with time zone NOT NULL
);


ALTER TABLE auth.account OWNER TO kheo_owner;

--
-- Name: TABLE account; Type: COMMENT; Schema: auth; Owner: kheo_owner
--

COMMENT ON TABLE auth.account IS 'a way to sign in: here the password hash (scrypt)';


--
-- Name: kept_post; Type: TABLE; Schema: auth; Owner: kheo_owner
--

CREATE TABLE auth.kept_post (
    key text NOT NULL,
    user_id uuid NOT NULL,
    action text NOT NULL,
    body bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL
);


ALTER TABLE auth.kept_post OWNER TO kheo_owner;

--
-- Name: TABLE kept_post; Type: COMMENT; Schema: auth; Owner: kheo_owner
--

COMMENT ON TABLE auth.kept_post IS 'A form that met an ended session, ten minutes, for the same person';


--
-- Name: COLUMN kept_post.key; Type: COMMENT; Schema: auth; Owner: kheo_owner
--

COMMENT ON COLUMN auth.kept_post.key IS 'a hash of the token in the person''s cookie; the token itself opens the body and is not stored';


--
-- Name: recovery_code; Type: TABLE; Schema: auth; Owner: kheo_owner
--

CREATE TABLE auth.recovery_code (
    user_id uuid NOT NULL,
    key text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);


ALTER TABLE auth.recovery_code OWNER TO kheo_owner;

--
-- Name: TABLE recovery_code; Type: COMMENT; Schema: auth; Owner: kheo_owner
--

COMMENT ON TABLE auth.recovery_code IS 'Mã khôi phục: opens the second step without the telephone, each once';


--
-- Name: COLUMN recovery_code.key; Type: COMMENT; Schema: auth; Owner: kheo_owner
--

COMMENT ON COLUMN auth.recovery_code.key IS 'a keyed hash (KHEO_SECRET): the code itself was shown once and is kept nowhere';


--
-- Name: session; Type: TABLE; Schema: auth; Owner: kheo_owner
--

CREATE TABLE auth.session (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    "expiresAt" timestamp with time zone NOT NULL,
    token text NOT NULL,
    "createdAt" timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "updatedAt" timestamp with time zone NOT NULL,
    "ipAddress" text,
    "userAgent" text,
    "userId" uuid NOT NULL
);


ALTER TABLE auth.session OWNER TO kheo_owner;

--
-- Name: COLUMN session."ipAddress"; Type: COMMENT; Schema: auth; Owner: kheo_owner
--

COMMENT ON COLUMN auth.session."ipAddress" IS 'truncated before it comes here: 203.0.113.0, 2001:db8:1::';


--
-- Name: session_state; Type: TABLE; Schema: auth; Owner: kheo_owner
--

CREATE TABLE auth.session_state (
    session_id uuid NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    duty_id uuid
);


ALTER TABLE auth.session_state OWNER TO kheo_owner;

--
-- Name: COLUMN session_state.ended_at; Type: COMMENT; Schema: auth; Owner: kheo_owner
--

COMMENT ON COLUMN auth.session_state.ended_at IS 'ended by idleness; kept so that a form posted late can be kept for the same person';


--
-- Name: COLUMN session_state.duty_id; Type: COMMENT; Schema: auth; Owner: kheo_owner
--

COMMENT ON COLUMN auth.session_state.duty_id IS 'the duty the officer chose to act in';


--
-- Name: sign_in_attempt; Type: TABLE; Schema: auth; Owner: kheo_owner
--

CREATE TABLE auth.sign_in_attempt (
    key text NOT NULL,
    failures integer NOT NULL,
    last_at timestamp with time zone NOT NULL,
    CONSTRAINT sign_in_attempt_counts_something CHECK ((failures >= 0))
);


ALTER TABLE auth.sign_in_attempt OWNER TO kheo_owner;

--
-- Name: TABLE sign_in_attempt; Type: COMMENT; Schema: auth; Owner: kheo_owner
--

COMMENT ON TABLE auth.sign_in_attempt IS 'Wrong passwords and codes, by sign-in name and by truncated address';


--
-- Name: COLUMN sign_in_attempt.key; Type: COMMENT; Schema: auth; Owner: kheo_owner
--

COMMENT ON COLUMN auth.sign_in_attempt.key IS 'a keyed hash: a password typed into the wrong field must not stand here';


--
-- Name: totp_step_used; Type: TABLE; Schema: auth; Owner: kheo_owner
--

CREATE TABLE auth.totp_step_used (
    user_id uuid NOT NULL,
    step bigint NOT NULL
);


ALTER TABLE auth.totp_step_used OWNER TO kheo_owner;

--
-- Name: TABLE totp_step_used; Type: COMMENT; Schema: auth; Owner: kheo_owner
--

COMMENT ON TABLE auth.totp_step_used IS 'A code signs in once: the 30-second steps whose code was taken';


--
-- Name: twoFactor; Type: TABLE; Schema: auth; Owner: kheo_owner
--

CREATE TABLE auth."twoFactor" (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    secret text NOT NULL,
    "backupCodes" text NOT NULL,
    "userId" uuid NOT NULL,
    verified boolean,
    "failedVerificationCount" integer,
    "lockedUntil" timestamp with time zone
);


ALTER TABLE auth."twoFactor" OWNER TO kheo_owner;

--
-- Name: COLUMN "twoFactor".secret; Type: COMMENT; Schema: auth; Owner: kheo_owner
--

COMMENT ON COLUMN auth."twoFactor".secret IS 'encrypted with KHEO_SECRET';


--
-- Name: user; Type: TABLE; Schema: auth; Owner: kheo_owner
--

CREATE TABLE auth."user" (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    "emailVerified" boolean NOT NULL,
    image text,
    "createdAt" timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "updatedAt" timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    username text,
    "twoFactorEnabled" boolean,
    "accountId" text NOT NULL,
    "provinceId" text NOT NULL
);


ALTER TABLE auth."user" OWNER TO kheo_owner;

--
-- Name: TABLE "user"; Type: COMMENT; Schema: auth; Owner: kheo_owner
--

COMMENT ON TABLE auth."user" IS 'One for each account of any province: sign-in names are unique in the whole installation';


--
-- Name: COLUMN "user".name; Type: COMMENT; Schema: auth; Owner: kheo_owner
--

COMMENT ON COLUMN auth."user".name IS 'the sign-in name again; the person''s name is in account';


--
-- Name: COLUMN "user".email; Type: COMMENT; Schema: auth; Owner: kheo_owner
--

COMMENT ON COLUMN auth."user".email IS 'made up from the account''s id, never shown and never written to: the library asks for one';


--
-- Name: verification; Type: TABLE; Schema: auth; Owner: kheo_owner
--

CREATE TABLE auth.verification (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    identifier text NOT NULL,
    value text NOT NULL,
    "expiresAt" timestamp with time zone NOT NULL,
    "createdAt" timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "updatedAt" timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);


ALTER TABLE auth.verification OWNER TO kheo_owner;

--
-- Name: TABLE verification; Type: COMMENT; Schema: auth; Owner: kheo_owner
--

COMMENT ON TABLE auth.verification IS 'a sign-in between its password and its code';


--
-- Name: _private_job_queues; Type: TABLE; Schema: graphile_worker; Owner: kheo_owner
--

CREATE TABLE graphile_worker._private_job_queues (
    id integer NOT NULL,
    queue_name text NOT NULL,
    locked_at timestamp with time zone,
    locked_by text,
    is_available boolean GENERATED ALWAYS AS ((locked_at IS NULL)) STORED NOT NULL,
    CONSTRAINT job_queues_queue_name_check CHECK ((length(queue_name) <= 128))
);


ALTER TABLE graphile_worker._private_job_queues OWNER TO kheo_owner;

--
-- Name: _private_known_crontabs; Type: TABLE; Schema: graphile_worker; Owner: kheo_owner
--

CREATE TABLE graphile_worker._private_known_crontabs (
    identifier text NOT NULL,
    known_since timestamp with time zone NOT NULL,
    last_execution timestamp with time zone
);


ALTER TABLE graphile_worker._private_known_crontabs OWNER TO kheo_owner;

--
-- Name: _private_tasks; Type: TABLE; Schema: graphile_worker; Owner: kheo_owner
--

CREATE TABLE graphile_worker._private_tasks (
    id integer NOT NULL,
    identifier text NOT NULL,
    CONSTRAINT tasks_identifier_check CHECK ((length(identifier) <= 128))
);


ALTER TABLE graphile_worker._private_tasks OWNER TO kheo_owner;

--
-- Name: job_queues_id_seq; Type: SEQUENCE; Schema: graphile_worker; Owner: kheo_owner
--

ALTER TABLE graphile_worker._private_job_queues ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME graphile_worker.job_queues_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: jobs; Type: VIEW; Schema: graphile_worker; Owner: kheo_owner
--

CREATE VIEW graphile_worker.jobs AS
 SELECT jobs.id,
    job_queues.queue_name,
    tasks.identifier AS task_identifier,
    jobs.priority,
    jobs.run_at,
    jobs.attempts,
    jobs.max_attempts,
    jobs.last_error,
    jobs.created_at,
    jobs.updated_at,
    jobs.key,
    jobs.locked_at,
    jobs.locked_by,
    jobs.revision,
    jobs.flags
   FROM ((graphile_worker._private_jobs jobs
     JOIN graphile_worker._private_tasks tasks ON ((tasks.id = jobs.task_id)))
     LEFT JOIN graphile_worker._private_job_queues job_queues ON ((job_queues.id = jobs.job_queue_id)));


ALTER TABLE graphile_worker.jobs OWNER TO kheo_owner;

--
-- Name: jobs_id_seq1; Type: SEQUENCE; Schema: graphile_worker; Owner: kheo_owner
--

ALTER TABLE graphile_worker._private_jobs ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME graphile_worker.jobs_id_seq1
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: migrations; Type: TABLE; Schema: graphile_worker; Owner: kheo_owner
--

CREATE TABLE graphile_worker.migrations (
    id integer NOT NULL,
    ts timestamp with time zone DEFAULT now() NOT NULL,
    breaking boolean DEFAULT false NOT NULL
);


ALTER TABLE graphile_worker.migrations OWNER TO kheo_owner;

--
-- Name: tasks_id_seq; Type: SEQUENCE; Schema: graphile_worker; Owner: kheo_owner
--

ALTER TABLE graphile_worker._private_tasks ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME graphile_worker.tasks_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: worker; Type: TABLE; Schema: jobs; Owner: kheo_owner
--

CREATE TABLE jobs.worker (
    worker_id text NOT NULL,
    holder text NOT NULL,
    began_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE jobs.worker OWNER TO kheo_owner;

--
-- Name: TABLE worker; Type: COMMENT; Schema: jobs; Owner: kheo_owner
--

COMMENT ON TABLE jobs.worker IS 'Workers that may hold jobs; one whose connections are gone has died, and its jobs run again';


--
-- Name: COLUMN worker.holder; Type: COMMENT; Schema: jobs; Owner: kheo_owner
--

COMMENT ON COLUMN jobs.worker.holder IS 'the application_name of its connections in pg_stat_activity';


--
-- Name: account; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.account (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    sign_in_name text NOT NULL,
    display_name text NOT NULL,
    auth_user_id uuid NOT NULL,
    password_is_one_time boolean DEFAULT true NOT NULL,
    last_active_at timestamp with time zone NOT NULL,
    turned_off_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT account_sign_in_name_is_plain CHECK ((sign_in_name ~ '^[a-z0-9]+([._][a-z0-9]+)*$'::text))
);


ALTER TABLE public.account OWNER TO kheo_owner;

--
-- Name: TABLE account; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.account IS 'Tài khoản of one officer; passwords, sessions and second factors are in schema auth, out of kheo_app''s reach';


--
-- Name: COLUMN account.unit_id; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.account.unit_id IS 'the unit it was opened for; what the officer does, and where, is duty';


--
-- Name: COLUMN account.display_name; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.account.display_name IS 'the officer''s name as it is printed in histories';


--
-- Name: COLUMN account.auth_user_id; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.account.auth_user_id IS 'auth."user".id';


--
-- Name: COLUMN account.password_is_one_time; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.account.password_is_one_time IS 'given by an administrator; the officer chooses another before anything else';


--
-- Name: COLUMN account.last_active_at; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.account.last_active_at IS 'the last sign-in, or the day an administrator turned it on; 45 days later it is off';


--
-- Name: account_review; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.account_review (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    completed_at timestamp with time zone NOT NULL,
    completed_by uuid NOT NULL,
    looked_at integer NOT NULL,
    kept integer NOT NULL,
    turned_off integer NOT NULL,
    CONSTRAINT account_review_decides_on_every_account CHECK ((looked_at = (kept + turned_off)))
);


ALTER TABLE public.account_review OWNER TO kheo_owner;

--
-- Name: TABLE account_review; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.account_review IS 'Rà soát tài khoản: the yearly look at who may sign in; what it turned off stands in audit';


--
-- Name: audit; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.audit (
    province_id uuid NOT NULL,
    n bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id uuid,
    unit_id uuid,
    kind text NOT NULL,
    object_kind text NOT NULL,
    object_id text NOT NULL,
    changed jsonb DEFAULT '{}'::jsonb NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL
);


ALTER TABLE public.audit OWNER TO kheo_owner;

--
-- Name: TABLE audit; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.audit IS 'Append-only: the application role has no update and no delete here';


--
-- Name: COLUMN audit.account_id; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.audit.account_id IS 'null when the system itself did it, e.g. loading reference data';


--
-- Name: COLUMN audit.changed; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.audit.changed IS 'names of the changed fields, and values of non-personal fields only';


--
-- Name: audit_head; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.audit_head (
    province_id uuid NOT NULL,
    n bigint NOT NULL,
    hash bytea NOT NULL
);


ALTER TABLE public.audit_head OWNER TO kheo_owner;

--
-- Name: TABLE audit_head; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.audit_head IS 'The last link of each province''s chain; locked last in every transaction that writes';


--
-- Name: calendar_day; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.calendar_day (
    day date NOT NULL,
    year integer NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    basis text NOT NULL,
    official boolean NOT NULL,
    CONSTRAINT calendar_day_kind_is_known CHECK ((kind = ANY (ARRAY['off'::text, 'compensation'::text, 'swap'::text, 'worked-saturday'::text]))),
    CONSTRAINT calendar_day_off_is_a_weekday_and_a_worked_day_a_saturday CHECK (
CASE kind
    WHEN 'worked-saturday'::text THEN (EXTRACT(isodow FROM day) = (6)::numeric)
    ELSE (EXTRACT(isodow FROM day) < (6)::numeric)
END),
    CONSTRAINT calendar_day_stands_in_its_year CHECK (((year)::numeric = EXTRACT(year FROM day)))
);


ALTER TABLE public.calendar_day OWNER TO kheo_owner;

--
-- Name: TABLE calendar_day; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.calendar_day IS 'Lịch làm việc: nghỉ lễ, nghỉ bù, hoán đổi, làm bù; a year without a row is not known';


--
-- Name: COLUMN calendar_day.basis; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.calendar_day.basis IS 'the notice or article by which the day is so';


--
-- Name: COLUMN calendar_day.official; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.calendar_day.official IS 'false while the year is an estimate that no notice has confirmed';


--
-- Name: contact; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.contact (
    province_id uuid NOT NULL,
    account_id uuid NOT NULL,
    kind text NOT NULL,
    unit_id uuid NOT NULL,
    vault_id uuid NOT NULL,
    state text NOT NULL,
    code_mail_id uuid,
    code_tries integer DEFAULT 0 NOT NULL,
    verified_at timestamp with time zone,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT contact_kind_is_known CHECK ((kind = ANY (ARRAY['work-email'::text, 'office-phone'::text]))),
    CONSTRAINT contact_state_is_known CHECK ((state = ANY (ARRAY['stated'::text, 'unverified'::text, 'verified'::text, 'bounced'::text]))),
    CONSTRAINT contact_telephone_is_only_stated CHECK (((kind = 'office-phone'::text) = (state = 'stated'::text))),
    CONSTRAINT contact_verified_has_its_moment CHECK (((state <> 'verified'::text) OR (verified_at IS NOT NULL)))
);


ALTER TABLE public.contact OWNER TO kheo_owner;

--
-- Name: TABLE contact; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.contact IS 'Liên hệ: an officer''s work e-mail (verified by a code sent to it) and office telephone';


--
-- Name: COLUMN contact.code_mail_id; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.contact.code_mail_id IS 'the mail that carries the newest code; the code is computed from it and stored nowhere';


--
-- Name: COLUMN contact.code_tries; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.contact.code_tries IS 'wrong codes typed for that mail';


--
-- Name: counted_fact; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.counted_fact (
    province_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    record_kind text NOT NULL,
    record_id uuid NOT NULL,
    indicator_code text NOT NULL,
    dimension text DEFAULT ''::text NOT NULL,
    day date NOT NULL,
    amount numeric(20,4) NOT NULL,
    label text NOT NULL,
    CONSTRAINT counted_fact_counts_something CHECK ((amount > (0)::numeric))
);


ALTER TABLE public.counted_fact OWNER TO kheo_owner;

--
-- Name: TABLE counted_fact; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.counted_fact IS 'One record counted towards one indicator on one day; replaced whenever the record is corrected, gone when it is voided';


--
-- Name: COLUMN counted_fact.record_kind; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.counted_fact.record_kind IS 'the register it stands in, e.g. dialogue';


--
-- Name: COLUMN counted_fact.label; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.counted_fact.label IS 'what a reader who opens the figure sees of the record: its subject, never a person';


--
-- Name: dialogue; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.dialogue (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    held_on date NOT NULL,
    subject text NOT NULL,
    place text DEFAULT ''::text NOT NULL,
    is_thematic boolean NOT NULL,
    attendances integer,
    opinions integer,
    void_reason text,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT dialogue_attendances_are_natural CHECK ((attendances >= 0)),
    CONSTRAINT dialogue_has_a_subject CHECK ((subject <> ''::text)),
    CONSTRAINT dialogue_is_voided_with_a_reason CHECK (((void_reason IS NULL) OR (void_reason <> ''::text))),
    CONSTRAINT dialogue_opinions_are_natural CHECK ((opinions >= 0))
);


ALTER TABLE public.dialogue OWNER TO kheo_owner;

--
-- Name: TABLE dialogue; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.dialogue IS 'Cuộc đối thoại held by a commune; counts towards D03, and D05 when it had one theme';


--
-- Name: COLUMN dialogue.attendances; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.dialogue.attendances IS 'person-times (lượt người), a count and never a list; null when nobody counted';


--
-- Name: COLUMN dialogue.opinions; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.dialogue.opinions IS 'how many opinions were raised; null when nobody counted';


--
-- Name: COLUMN dialogue.void_reason; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.dialogue.void_reason IS 'why the row does not count (recorded twice, not held); null while it stands. A row is never deleted';


--
-- Name: COLUMN dialogue.version; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.dialogue.version IS 'rises with every correction; a form sends back the one it saw';


--
-- Name: duty; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.duty (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    kind text NOT NULL,
    valid daterange NOT NULL,
    CONSTRAINT duty_has_a_first_day CHECK ((isempty(valid) OR (lower(valid) IS NOT NULL))),
    CONSTRAINT duty_kind_is_known CHECK ((kind = ANY (ARRAY['commune-officer'::text, 'commune-leader'::text, 'province-officer'::text, 'province-leader'::text, 'administrator'::text, 'auditor'::text])))
);


ALTER TABLE public.duty OWNER TO kheo_owner;

--
-- Name: TABLE duty; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.duty IS 'Nhiệm vụ: what an account does for a unit, and when';


--
-- Name: COLUMN duty.valid; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.duty.valid IS 'first day included, last day excluded';


--
-- Name: entry_step; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.entry_step (
    province_id uuid NOT NULL,
    report_id uuid NOT NULL,
    n integer NOT NULL,
    unit_id uuid NOT NULL,
    account_id uuid NOT NULL,
    stretch integer NOT NULL,
    first_change bigint NOT NULL,
    last_change bigint NOT NULL,
    written_through bigint NOT NULL,
    standing text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT entry_step_has_at_least_one_change CHECK ((first_change <= last_change)),
    CONSTRAINT entry_step_standing_is_known CHECK ((standing = ANY (ARRAY['done'::text, 'undone'::text, 'dropped'::text]))),
    CONSTRAINT entry_step_was_written_after_it_was_made CHECK ((last_change <= written_through))
);


ALTER TABLE public.entry_step OWNER TO kheo_owner;

--
-- Name: TABLE entry_step; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.entry_step IS 'Bước nhập: one save of one officer in one report, as figures first_change to last_change of figure_change; what undo and redo walk along (docs/adr/0014)';


--
-- Name: COLUMN entry_step.stretch; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.entry_step.stretch IS 'the number of the report''s last move when it was made: undo does not reach behind a submission or a return';


--
-- Name: COLUMN entry_step.written_through; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.entry_step.written_through IS 'the last figure_change that the save, its undo or its redo wrote; a later one of somebody else stands in the way';


--
-- Name: COLUMN entry_step.standing; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.entry_step.standing IS 'done; undone, so that it may be redone; dropped, because its officer went on typing after undoing it';


--
-- Name: figure_change; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.figure_change (
    province_id uuid NOT NULL,
    n bigint NOT NULL,
    unit_id uuid NOT NULL,
    indicator_version text NOT NULL,
    dimension text NOT NULL,
    period_from date NOT NULL,
    period_to date NOT NULL,
    state text NOT NULL,
    qualifier text NOT NULL,
    amount numeric(20,4),
    raw text NOT NULL,
    note text NOT NULL,
    basis text NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid
);


ALTER TABLE public.figure_change OWNER TO kheo_owner;

--
-- Name: TABLE figure_change; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.figure_change IS 'Every value a figure ever had, in the order of figure_clock; written only together with its figure_value, whose keys are checked there';


--
-- Name: figure_clock; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.figure_clock (
    province_id uuid NOT NULL,
    n bigint NOT NULL
);


ALTER TABLE public.figure_clock OWNER TO kheo_owner;

--
-- Name: TABLE figure_clock; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.figure_clock IS 'The number of the last change of any figure in a province; taken by update and held to commit';


--
-- Name: figure_value; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.figure_value (
    province_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    indicator_version text NOT NULL,
    dimension text DEFAULT ''::text NOT NULL,
    period_from date NOT NULL,
    period_to date NOT NULL,
    state text NOT NULL,
    qualifier text DEFAULT 'exact'::text NOT NULL,
    amount numeric(20,4),
    raw text DEFAULT ''::text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    basis text NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    changed_by uuid,
    CONSTRAINT figure_value_basis_is_known CHECK ((basis = ANY (ARRAY['typed'::text, 'counted'::text, 'imported'::text, 'read'::text, 'published'::text]))),
    CONSTRAINT figure_value_has_an_amount_only_when_reported CHECK (((state = 'reported'::text) = (amount IS NOT NULL))),
    CONSTRAINT figure_value_of_zero_is_its_own_state CHECK (((amount IS NULL) OR (amount <> (0)::numeric))),
    CONSTRAINT figure_value_period_runs_forward CHECK ((period_from <= period_to)),
    CONSTRAINT figure_value_qualifier_is_known CHECK ((qualifier = ANY (ARRAY['exact'::text, 'over'::text, 'about'::text, 'under'::text, 'estimate'::text]))),
    CONSTRAINT figure_value_state_is_known CHECK ((state = ANY (ARRAY['reported'::text, 'zero'::text, 'not-applicable'::text, 'not-yet-known'::text])))
);


ALTER TABLE public.figure_value OWNER TO kheo_owner;

--
-- Name: TABLE figure_value; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.figure_value IS 'Số liệu: belongs for ever to (indicator version, unit as it was, period, dimension)';


--
-- Name: COLUMN figure_value.raw; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.figure_value.raw IS 'the text as it was typed or published, kept whatever it was read as';


--
-- Name: COLUMN figure_value.changed_by; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.figure_value.changed_by IS 'the account; null for a figure taken from a published source';


--
-- Name: handover; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.handover (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    kind text NOT NULL,
    from_account_id uuid NOT NULL,
    to_account_id uuid NOT NULL,
    from_duty_id uuid NOT NULL,
    to_duty_id uuid NOT NULL,
    first_day date NOT NULL,
    open_reports integer NOT NULL,
    open_questions integer NOT NULL,
    made_by uuid NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT handover_counts_open_work CHECK (((open_reports >= 0) AND (open_questions >= 0))),
    CONSTRAINT handover_is_between_two_people CHECK ((from_account_id <> to_account_id))
);


ALTER TABLE public.handover OWNER TO kheo_owner;

--
-- Name: TABLE handover; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.handover IS 'Bàn giao: a duty that went from one person to another on a day, with how much work was open';


--
-- Name: COLUMN handover.first_day; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.handover.first_day IS 'the first day of the one who takes over; the other''s last day is the day before';


--
-- Name: indicator; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.indicator (
    code text NOT NULL,
    section text NOT NULL
);


ALTER TABLE public.indicator OWNER TO kheo_owner;

--
-- Name: TABLE indicator; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.indicator IS 'Chỉ tiêu: what is counted; its name, unit and rules are in indicator_version';


--
-- Name: indicator_version; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.indicator_version (
    id text NOT NULL,
    indicator_code text NOT NULL,
    version integer NOT NULL,
    valid daterange DEFAULT '(,)'::daterange NOT NULL,
    name text NOT NULL,
    english_name text NOT NULL,
    unit_of_count text NOT NULL,
    numeral text NOT NULL,
    nature text NOT NULL,
    over_time text NOT NULL,
    over_territory text NOT NULL,
    direction text NOT NULL,
    sensitivity text NOT NULL,
    numerator text[] DEFAULT '{}'::text[] NOT NULL,
    denominator text[] DEFAULT '{}'::text[] NOT NULL,
    denominator_kind text,
    dimensions text[] DEFAULT '{}'::text[] NOT NULL,
    counts text NOT NULL,
    frequency text NOT NULL,
    source text NOT NULL,
    CONSTRAINT indicator_version_direction_is_known CHECK ((direction = ANY (ARRAY['more-is-better'::text, 'less-is-better'::text, 'context'::text]))),
    CONSTRAINT indicator_version_nature_is_known CHECK ((nature = ANY (ARRAY['flow'::text, 'stock'::text, 'change'::text, 'ratio'::text, 'score'::text]))),
    CONSTRAINT indicator_version_numeral_is_known CHECK ((numeral = ANY (ARRAY['count'::text, 'decimal'::text, 'percent'::text, 'change'::text]))),
    CONSTRAINT indicator_version_over_territory_is_known CHECK ((over_territory = ANY (ARRAY['sum'::text, 'ratio-of-sums'::text, 'none'::text]))),
    CONSTRAINT indicator_version_over_time_is_known CHECK ((over_time = ANY (ARRAY['sum'::text, 'last'::text, 'first'::text, 'ratio-of-sums'::text, 'median'::text, 'difference'::text, 'none'::text]))),
    CONSTRAINT indicator_version_sensitivity_is_known CHECK ((sensitivity = ANY (ARRAY['public'::text, 'internal'::text, 'total-only'::text])))
);


ALTER TABLE public.indicator_version OWNER TO kheo_owner;

--
-- Name: COLUMN indicator_version.id; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.indicator_version.id IS 'code@version, e.g. F01@1';


--
-- Name: COLUMN indicator_version.numeral; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.indicator_version.numeral IS 'how a typed number is read: a count, a number with decimals, a percentage, or a signed change';


--
-- Name: COLUMN indicator_version.denominator_kind; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.indicator_version.denominator_kind IS 'for an average per unit: the kinds of unit that divide it, e.g. commune for criteria per xã';


--
-- Name: COLUMN indicator_version.dimensions; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.indicator_version.dimensions IS 'the parts a figure may be given in, e.g. {collective,individual}';


--
-- Name: COLUMN indicator_version.counts; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.indicator_version.counts IS 'what one unit of this figure is, in the words a reader gets';


--
-- Name: issuing_body; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.issuing_body (
    id text NOT NULL,
    unit_kind text,
    unit_id uuid,
    layout text NOT NULL,
    is_default boolean NOT NULL,
    superior text NOT NULL,
    body text NOT NULL,
    symbol text NOT NULL,
    signs_for text NOT NULL,
    signer_title text NOT NULL,
    recipients text[] NOT NULL,
    certainty text NOT NULL,
    source text NOT NULL,
    CONSTRAINT issuing_body_certainty_is_known CHECK ((certainty = ANY (ARRAY['article'::text, 'second-hand'::text, 'unverified'::text, 'ours'::text]))),
    CONSTRAINT issuing_body_is_of_a_kind_or_of_one_unit CHECK (((unit_kind IS NULL) <> (unit_id IS NULL))),
    CONSTRAINT issuing_body_layout_is_known CHECK ((layout = ANY (ARRAY['state'::text, 'party'::text])))
);


ALTER TABLE public.issuing_body OWNER TO kheo_owner;

--
-- Name: TABLE issuing_body; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.issuing_body IS 'Cơ quan ban hành: under which names a unit''s report is printed in each layout; {unit} {place} {province} {provincial} are filled in';


--
-- Name: COLUMN issuing_body.unit_kind; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.issuing_body.unit_kind IS 'for every unit of this kind; null for the one unit of unit_id, which goes before its kind';


--
-- Name: COLUMN issuing_body.is_default; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.issuing_body.is_default IS 'the layout offered first; the officer may take another';


--
-- Name: COLUMN issuing_body.superior; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.issuing_body.superior IS 'printed above the body; empty for none. {provincial} is the body of the unit''s province in the same layout';


--
-- Name: COLUMN issuing_body.body; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.issuing_body.body IS 'in sentence case; | is where a long name goes on in the next line of the heading';


--
-- Name: COLUMN issuing_body.symbol; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.issuing_body.symbol IS 'after the number, e.g. BC-UBND or BC/ĐU';


--
-- Name: COLUMN issuing_body.recipients; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.issuing_body.recipients IS 'the last one says where the file copy stays';


--
-- Name: mail; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.mail (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    account_id uuid NOT NULL,
    purpose text NOT NULL,
    state text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    fault text,
    made_at timestamp with time zone NOT NULL,
    next_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    CONSTRAINT mail_is_settled_at_a_moment CHECK (((state = ANY (ARRAY['waiting'::text, 'sending'::text])) = (settled_at IS NULL))),
    CONSTRAINT mail_purpose_is_known CHECK ((purpose = ANY (ARRAY['digest'::text, 'code'::text]))),
    CONSTRAINT mail_state_is_known CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'refused'::text, 'failed'::text, 'unknown'::text, 'dropped'::text])))
);


ALTER TABLE public.mail OWNER TO kheo_owner;

--
-- Name: TABLE mail; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.mail IS 'What became of each mail: neither address nor text';


--
-- Name: COLUMN mail.state; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.mail.state IS 'sending: handed to the server now, or we died meanwhile; unknown: perhaps delivered, never sent again; dropped: no longer wanted when its turn came';


--
-- Name: COLUMN mail.fault; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.mail.fault IS 'a code word, never the server''s own text, which repeats addresses';


--
-- Name: notice; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.notice (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    account_id uuid NOT NULL,
    event_id uuid NOT NULL,
    topic text NOT NULL,
    title text NOT NULL,
    path text NOT NULL,
    at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    mail_id uuid,
    CONSTRAINT notice_leads_to_a_page_of_ours CHECK (((path ~ '^/[^/\\]'::text) AND (path !~ '[[:cntrl:]]'::text)))
);


ALTER TABLE public.notice OWNER TO kheo_owner;

--
-- Name: TABLE notice; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.notice IS 'Thông báo to one officer about one event, in the duty at that unit';


--
-- Name: COLUMN notice.event_id; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.notice.event_id IS 'made with the event; its time is the event''s';


--
-- Name: COLUMN notice.title; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.notice.title IS 'a sentence without personal data';


--
-- Name: COLUMN notice.mail_id; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.notice.mail_id IS 'the mail that carried it: set before sending and never taken back, so that nothing is mailed twice';


--
-- Name: notice_setting; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.notice_setting (
    province_id uuid NOT NULL,
    account_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    by_mail boolean NOT NULL,
    quiet_from integer,
    quiet_until integer,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT notice_setting_is_an_hour_of_the_day CHECK ((((quiet_from >= 0) AND (quiet_from <= 23)) AND ((quiet_until >= 0) AND (quiet_until <= 23)))),
    CONSTRAINT notice_setting_of_quiet_hours_has_both_ends CHECK (((quiet_from IS NULL) = (quiet_until IS NULL)))
);


ALTER TABLE public.notice_setting OWNER TO kheo_owner;

--
-- Name: TABLE notice_setting; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.notice_setting IS 'An officer''s own wish about mail; without a row the installation''s quiet hours hold';


--
-- Name: COLUMN notice_setting.quiet_from; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.notice_setting.quiet_from IS 'hour in Vietnam; equal ends mean no quiet hours';


--
-- Name: public_clock; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.public_clock (
    province_id uuid NOT NULL,
    n bigint NOT NULL
);


ALTER TABLE public.public_clock OWNER TO kheo_owner;

--
-- Name: TABLE public_clock; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.public_clock IS 'The number of the last change of anything public in a province; taken by update and held to commit, after figure_clock and before the audit head';


--
-- Name: publication; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.publication (
    province_id uuid NOT NULL,
    report_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    title text NOT NULL,
    unit_name text NOT NULL,
    search_text text NOT NULL,
    unit_until date,
    figure_count integer NOT NULL,
    origin text NOT NULL,
    regime text NOT NULL,
    period_from date NOT NULL,
    period_to date NOT NULL,
    published_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    content jsonb NOT NULL
);


ALTER TABLE public.publication OWNER TO kheo_owner;

--
-- Name: TABLE publication; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.publication IS 'A published report as everybody may read it; readable by all, written only inside the province';


--
-- Name: COLUMN publication.unit_name; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.publication.unit_name IS 'the unit as it was called on the last day of the period';


--
-- Name: COLUMN publication.search_text; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.publication.search_text IS 'the words of unit, title and period in lower case without marks, then “|”, then the same words as they are spelled, the tone last';


--
-- Name: COLUMN publication.unit_until; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.publication.unit_until IS 'the last day of that unit; null while it stands';


--
-- Name: COLUMN publication.accepted_at; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.publication.accepted_at IS 'null for figures taken from a source published elsewhere';


--
-- Name: publication_file; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.publication_file (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    report_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    "position" integer NOT NULL,
    sha256 text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    bytes integer NOT NULL,
    caption text NOT NULL
);


ALTER TABLE public.publication_file OWNER TO kheo_owner;

--
-- Name: TABLE publication_file; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.publication_file IS 'What of report_file everybody may download; written once, with the publication';


--
-- Name: reference_load; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.reference_load (
    file text NOT NULL,
    sha256 text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.reference_load OWNER TO kheo_owner;

--
-- Name: TABLE reference_load; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.reference_load IS 'The last load of each file of db/reference and db/example, e.g. reference/unit.csv';


--
-- Name: COLUMN reference_load.sha256; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.reference_load.sha256 IS 'of the file and of its line in ORDER; another one means that the file is loaded again';


--
-- Name: report; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.report (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    template_version text NOT NULL,
    regime text NOT NULL,
    period_from date NOT NULL,
    period_to date NOT NULL,
    origin text DEFAULT 'entered'::text NOT NULL,
    source_title text DEFAULT ''::text NOT NULL,
    source_note text DEFAULT ''::text NOT NULL,
    status text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT report_from_a_published_source_is_published CHECK (((origin = 'entered'::text) OR (status = 'published'::text))),
    CONSTRAINT report_origin_is_known CHECK ((origin = ANY (ARRAY['entered'::text, 'published-source'::text]))),
    CONSTRAINT report_regime_is_known CHECK ((regime = ANY (ARRAY['quarter'::text, 'half-year'::text, 'nine-months'::text, 'year'::text, 'range'::text]))),
    CONSTRAINT report_status_is_known CHECK ((status = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'accepted'::text, 'published'::text])))
);


ALTER TABLE public.report OWNER TO kheo_owner;

--
-- Name: TABLE report; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.report IS 'Báo cáo of one unit for one period by one template';


--
-- Name: COLUMN report.regime; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.report.regime IS 'how the period is called; its two days decide, so 1/1 to 30/9 is nine-months whatever stands here';


--
-- Name: COLUMN report.origin; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.report.origin IS 'entered by officers here, or figures already published elsewhere (số liệu đã công bố)';


--
-- Name: COLUMN report.version; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.report.version IS 'rises with every move and every save; a form sends back the one it saw';


--
-- Name: report_copy; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.report_copy (
    province_id uuid NOT NULL,
    report_id uuid NOT NULL,
    n integer NOT NULL,
    unit_id uuid NOT NULL,
    content jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    figures_through bigint
);


ALTER TABLE public.report_copy OWNER TO kheo_owner;

--
-- Name: TABLE report_copy; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.report_copy IS 'What the reviewer decides on and the public gets: one for each submission, never changed';


--
-- Name: COLUMN report_copy.figures_through; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.report_copy.figures_through IS 'the province''s figure_clock at the submission: a reviewer reads the history of a cell up to it; null for copies older than this column, where the hour decides';


--
-- Name: report_event; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.report_event (
    province_id uuid NOT NULL,
    report_id uuid NOT NULL,
    n integer NOT NULL,
    unit_id uuid NOT NULL,
    move text NOT NULL,
    from_status text NOT NULL,
    to_status text NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id uuid,
    person_name text NOT NULL
);


ALTER TABLE public.report_event OWNER TO kheo_owner;

--
-- Name: COLUMN report_event.person_name; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.report_event.person_name IS 'the officer''s name on that day, as it is printed in the history';


--
-- Name: report_explanation; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.report_explanation (
    province_id uuid NOT NULL,
    report_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    rule text NOT NULL,
    text text NOT NULL,
    about text NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id uuid,
    person_name text NOT NULL
);


ALTER TABLE public.report_explanation OWNER TO kheo_owner;

--
-- Name: TABLE report_explanation; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.report_explanation IS 'Lời giải thích kèm một chỗ chưa khớp; at least 20 characters, printed in the reviewer''s copy';


--
-- Name: COLUMN report_explanation.about; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.report_explanation.about IS 'the numbers it was written about; when they change it no longer stands';


--
-- Name: report_file; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.report_file (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    report_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    sha256 text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    bytes integer NOT NULL,
    caption text DEFAULT ''::text NOT NULL,
    people text NOT NULL,
    is_public boolean DEFAULT false NOT NULL,
    first_copy integer,
    last_copy integer,
    added_at timestamp with time zone NOT NULL,
    account_id uuid,
    person_name text NOT NULL,
    CONSTRAINT report_file_is_named_by_its_content CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT report_file_kind_is_known CHECK ((kind = ANY (ARRAY['pdf'::text, 'docx'::text, 'xlsx'::text, 'jpeg'::text, 'png'::text, 'webp'::text, 'csv'::text, 'txt'::text]))),
    CONSTRAINT report_file_leaves_only_after_a_copy CHECK (((last_copy IS NULL) OR (last_copy >= first_copy))),
    CONSTRAINT report_file_of_people_not_asked_is_not_public CHECK (((NOT is_public) OR (people <> 'unasked'::text))),
    CONSTRAINT report_file_people_is_known CHECK ((people = ANY (ARRAY['none'::text, 'consented'::text, 'unasked'::text])))
);


ALTER TABLE public.report_file OWNER TO kheo_owner;

--
-- Name: TABLE report_file; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.report_file IS 'Tài liệu kèm theo of a report; the content is kept under its sha256 outside the database';


--
-- Name: COLUMN report_file.people; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.report_file.people IS 'who can be seen: nobody, people who consented, or people not asked (Luật 91/2025/QH15)';


--
-- Name: COLUMN report_file.is_public; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.report_file.is_public IS 'a leader of the unit chose it for the public page; it goes there when the report is published';


--
-- Name: COLUMN report_file.first_copy; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.report_file.first_copy IS 'the first submitted copy it stood in; null while it was never submitted';


--
-- Name: COLUMN report_file.last_copy; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.report_file.last_copy IS 'the last submitted copy it stood in, once the unit took it away; null while it stands';


--
-- Name: report_message; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.report_message (
    province_id uuid NOT NULL,
    question_id uuid NOT NULL,
    n integer NOT NULL,
    unit_id uuid NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id uuid,
    person_name text NOT NULL,
    from_reviewer boolean NOT NULL
);


ALTER TABLE public.report_message OWNER TO kheo_owner;

--
-- Name: report_presence; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.report_presence (
    province_id uuid NOT NULL,
    report_id uuid NOT NULL,
    account_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    cell text DEFAULT ''::text NOT NULL,
    at timestamp with time zone NOT NULL
);


ALTER TABLE public.report_presence OWNER TO kheo_owner;

--
-- Name: TABLE report_presence; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.report_presence IS 'Who has a report open for entry and in which cell; a courtesy to colleagues, not a record: one row a person, forgotten after an hour';


--
-- Name: COLUMN report_presence.cell; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.report_presence.cell IS 'the cell key the officer stands in; empty when in none';


--
-- Name: report_question; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.report_question (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    report_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    indicator_version text NOT NULL,
    dimension text DEFAULT ''::text NOT NULL,
    status text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT report_question_status_is_known CHECK ((status = ANY (ARRAY['open'::text, 'answered'::text, 'settled'::text])))
);


ALTER TABLE public.report_question OWNER TO kheo_owner;

--
-- Name: retention; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.retention (
    kind text NOT NULL,
    months integer NOT NULL,
    happens text NOT NULL,
    basis text NOT NULL,
    verified boolean NOT NULL,
    CONSTRAINT retention_kind_is_a_code_word CHECK ((kind ~ '^[a-z][a-z-]*$'::text)),
    CONSTRAINT retention_months_are_natural CHECK ((months >= 0))
);


ALTER TABLE public.retention OWNER TO kheo_owner;

--
-- Name: TABLE retention; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.retention IS 'Thời hạn lưu: what the nightly task erases; audit, figures and reports are no kind of it';


--
-- Name: COLUMN retention.months; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.retention.months IS '0: in the night after it is over';


--
-- Name: COLUMN retention.verified; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.retention.verified IS 'whether the basis was read in the original';


--
-- Name: schema_migration; Type: TABLE; Schema: public; Owner: kheo
--

CREATE TABLE public.schema_migration (
    name text NOT NULL,
    sha256 text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.schema_migration OWNER TO kheo;

--
-- Name: template; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.template (
    code text NOT NULL
);


ALTER TABLE public.template OWNER TO kheo_owner;

--
-- Name: template_line; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.template_line (
    template_version text NOT NULL,
    "position" integer NOT NULL,
    section text NOT NULL,
    indicator_version text NOT NULL,
    dimension text DEFAULT ''::text NOT NULL
);


ALTER TABLE public.template_line OWNER TO kheo_owner;

--
-- Name: template_version; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.template_version (
    id text NOT NULL,
    template_code text NOT NULL,
    version integer NOT NULL,
    valid daterange NOT NULL,
    name text NOT NULL,
    carried_by text[] NOT NULL,
    days_to_submit integer NOT NULL,
    source text NOT NULL,
    owed_for text[] DEFAULT '{quarter}'::text[] NOT NULL,
    CONSTRAINT template_version_is_owed_for_known_regimes CHECK ((owed_for <@ ARRAY['quarter'::text, 'half-year'::text, 'nine-months'::text, 'year'::text]))
);


ALTER TABLE public.template_version OWNER TO kheo_owner;

--
-- Name: COLUMN template_version.carried_by; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.template_version.carried_by IS 'the levels of unit that report by it';


--
-- Name: COLUMN template_version.days_to_submit; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.template_version.days_to_submit IS 'calendar days after the last day of the period; an arrangement of the province, not a rule of law';


--
-- Name: COLUMN template_version.owed_for; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.template_version.owed_for IS 'the periods a unit is reminded of once they have ended; an arrangement of the province, not a rule of law';


--
-- Name: unit; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.unit (
    id uuid NOT NULL,
    code text NOT NULL
);


ALTER TABLE public.unit OWNER TO kheo_owner;

--
-- Name: TABLE unit; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.unit IS 'Đơn vị: whatever reports or contains others, once for ever; its names and parents are unit_version';


--
-- Name: COLUMN unit.code; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.unit.code IS 'a stable short name for addresses and files, e.g. vi-du-song-xanh';


--
-- Name: unit_composition; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.unit_composition (
    unit_id uuid NOT NULL,
    kind text NOT NULL,
    valid daterange NOT NULL,
    count integer NOT NULL,
    source text NOT NULL,
    CONSTRAINT unit_composition_count_is_natural CHECK ((count >= 0))
);


ALTER TABLE public.unit_composition OWNER TO kheo_owner;

--
-- Name: TABLE unit_composition; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.unit_composition IS 'How many units of a kind a unit contained, where they are not recorded one by one';


--
-- Name: unit_version; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.unit_version (
    unit_id uuid NOT NULL,
    tree text DEFAULT 'state'::text NOT NULL,
    valid daterange NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    level text NOT NULL,
    parent_id uuid,
    province_id uuid NOT NULL,
    CONSTRAINT unit_version_kind_is_known CHECK ((kind = ANY (ARRAY['province'::text, 'city'::text, 'rural-district'::text, 'district-town'::text, 'commune'::text, 'ward'::text, 'township'::text, 'special-zone'::text]))),
    CONSTRAINT unit_version_level_is_known CHECK ((level = ANY (ARRAY['province'::text, 'district'::text, 'commune'::text]))),
    CONSTRAINT unit_version_only_a_province_has_no_parent CHECK (((level = 'province'::text) = (parent_id IS NULL))),
    CONSTRAINT unit_version_tree_is_known CHECK ((tree = ANY (ARRAY['state'::text, 'party'::text, 'front'::text])))
);


ALTER TABLE public.unit_version OWNER TO kheo_owner;

--
-- Name: TABLE unit_version; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.unit_version IS 'The unit as it was: name, kind, level, parent and province while valid';


--
-- Name: COLUMN unit_version.valid; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.unit_version.valid IS 'first day included, last day excluded; a district ends with 2025-07-01';


--
-- Name: vault_item; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.vault_item (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    kind text NOT NULL,
    key_id text NOT NULL,
    body bytea NOT NULL,
    lookup bytea NOT NULL,
    kept_at timestamp with time zone NOT NULL,
    CONSTRAINT vault_item_kind_is_a_code_word CHECK ((kind ~ '^[a-z][a-z-]*$'::text))
);


ALTER TABLE public.vault_item OWNER TO kheo_owner;

--
-- Name: TABLE vault_item; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.vault_item IS 'Két: one piece of personal data, AES-256-GCM, bound to its province, id and kind; opened with a reason that the audit keeps';


--
-- Name: COLUMN vault_item.unit_id; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.vault_item.unit_id IS 'whose unit it belongs to, for row security';


--
-- Name: COLUMN vault_item.lookup; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.vault_item.lookup IS 'a hash keyed per province, for equality search';


--
-- Name: vault_key; Type: TABLE; Schema: public; Owner: kheo_owner
--

CREATE TABLE public.vault_key (
    id text NOT NULL,
    proof bytea NOT NULL,
    made_at timestamp with time zone NOT NULL
);


ALTER TABLE public.vault_key OWNER TO kheo_owner;

--
-- Name: TABLE vault_key; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON TABLE public.vault_key IS 'Which keys have encrypted something here; never a key itself';


--
-- Name: COLUMN vault_key.proof; Type: COMMENT; Schema: public; Owner: kheo_owner
--

COMMENT ON COLUMN public.vault_key.proof IS 'a keyed hash of a fixed word: a start with a wrong key is refused';


--
-- Name: account account_pkey; Type: CONSTRAINT; Schema: auth; Owner: kheo_owner
--

ALTER TABLE ONLY auth.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);


--
-- Name: kept_post kept_post_pkey; Type: CONSTRAINT; Schema: auth; Owner: kheo_owner
--

ALTER TABLE ONLY auth.kept_post
    ADD CONSTRAINT kept_post_pkey PRIMARY KEY (key);


--
-- Name: recovery_code recovery_code_pkey; Type: CONSTRAINT; Schema: auth; Owner: kheo_owner
--

ALTER TABLE ONLY auth.recovery_code
    ADD CONSTRAINT recovery_code_pkey PRIMARY KEY (user_id, key);


--
-- Name: session session_pkey; Type: CONSTRAINT; Schema: auth; Owner: kheo_owner
--

ALTER TABLE ONLY auth.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (id);


--
-- Name: session_state session_state_pkey; Type: CONSTRAINT; Schema: auth; Owner: kheo_owner
--

ALTER TABLE ONLY auth.session_state
    ADD CONSTRAINT session_state_pkey PRIMARY KEY (session_id);


--
-- Name: session session_token_key; Type: CONSTRAINT; Schema: auth; Owner: kheo_owner
--

ALTER TABLE ONLY auth.session
    ADD CONSTRAINT session_token_key UNIQUE (token);


--
-- Name: sign_in_attempt sign_in_attempt_pkey; Type: CONSTRAINT; Schema: auth; Owner: kheo_owner
--

ALTER TABLE ONLY auth.sign_in_attempt
    ADD CONSTRAINT sign_in_attempt_pkey PRIMARY KEY (key);


--
-- Name: totp_step_used totp_step_used_pkey; Type: CONSTRAINT; Schema: auth; Owner: kheo_owner
--

ALTER TABLE ONLY auth.totp_step_used
    ADD CONSTRAINT totp_step_used_pkey PRIMARY KEY (user_id, step);


--
-- Name: twoFactor twoFactor_pkey; Type: CONSTRAINT; Schema: auth; Owner: kheo_owner
--

ALTER TABLE ONLY auth."twoFactor"
    ADD CONSTRAINT "twoFactor_pkey" PRIMARY KEY (id);


--
-- Name: user user_email_key; Type: CONSTRAINT; Schema: auth; Owner: kheo_owner
--

ALTER TABLE ONLY auth."user"
    ADD CONSTRAINT user_email_key UNIQUE (email);


--
-- Name: user user_pkey; Type: CONSTRAINT; Schema: auth; Owner: kheo_owner
--

ALTER TABLE ONLY auth."user"
    ADD CONSTRAINT user_pkey PRIMARY KEY (id);


--
-- Name: user user_username_key; Type: CONSTRAINT; Schema: auth; Owner: kheo_owner
--

ALTER TABLE ONLY auth."user"
    ADD CONSTRAINT user_username_key UNIQUE (username);


--
-- Name: verification verification_pkey; Type: CONSTRAINT; Schema: auth; Owner: kheo_owner
--

ALTER TABLE ONLY auth.verification
    ADD CONSTRAINT verification_pkey PRIMARY KEY (id);


--
-- Name: _private_job_queues job_queues_pkey1; Type: CONSTRAINT; Schema: graphile_worker; Owner: kheo_owner
--

ALTER TABLE ONLY graphile_worker._private_job_queues
    ADD CONSTRAINT job_queues_pkey1 PRIMARY KEY (id);


--
-- Name: _private_job_queues job_queues_queue_name_key; Type: CONSTRAINT; Schema: graphile_worker; Owner: kheo_owner
--

ALTER TABLE ONLY graphile_worker._private_job_queues
    ADD CONSTRAINT job_queues_queue_name_key UNIQUE (queue_name);


--
-- Name: _private_jobs jobs_key_key1; Type: CONSTRAINT; Schema: graphile_worker; Owner: kheo_owner
--

ALTER TABLE ONLY graphile_worker._private_jobs
    ADD CONSTRAINT jobs_key_key1 UNIQUE (key);


--
-- Name: _private_jobs jobs_pkey1; Type: CONSTRAINT; Schema: graphile_worker; Owner: kheo_owner
--

ALTER TABLE ONLY graphile_worker._private_jobs
    ADD CONSTRAINT jobs_pkey1 PRIMARY KEY (id);


--
-- Name: _private_known_crontabs known_crontabs_pkey; Type: CONSTRAINT; Schema: graphile_worker; Owner: kheo_owner
--

ALTER TABLE ONLY graphile_worker._private_known_crontabs
    ADD CONSTRAINT known_crontabs_pkey PRIMARY KEY (identifier);


--
-- Name: migrations migrations_pkey; Type: CONSTRAINT; Schema: graphile_worker; Owner: kheo_owner
--

ALTER TABLE ONLY graphile_worker.migrations
    ADD CONSTRAINT migrations_pkey PRIMARY KEY (id);


--
-- Name: _private_tasks tasks_identifier_key; Type: CONSTRAINT; Schema: graphile_worker; Owner: kheo_owner
--

ALTER TABLE ONLY graphile_worker._private_tasks
    ADD CONSTRAINT tasks_identifier_key UNIQUE (identifier);


--
-- Name: _private_tasks tasks_pkey; Type: CONSTRAINT; Schema: graphile_worker; Owner: kheo_owner
--

ALTER TABLE ONLY graphile_worker._private_tasks
    ADD CONSTRAINT tasks_pkey PRIMARY KEY (id);


--
-- Name: worker worker_pkey; Type: CONSTRAINT; Schema: jobs; Owner: kheo_owner
--

ALTER TABLE ONLY jobs.worker
    ADD CONSTRAINT worker_pkey PRIMARY KEY (worker_id);


--
-- Name: account account_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (province_id, id);


--
-- Name: account account_province_id_auth_user_id_key; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_province_id_auth_user_id_key UNIQUE (province_id, auth_user_id);


--
-- Name: account account_province_id_sign_in_name_key; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_province_id_sign_in_name_key UNIQUE (province_id, sign_in_name);


--
-- Name: account_review account_review_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.account_review
    ADD CONSTRAINT account_review_pkey PRIMARY KEY (province_id, id);


--
-- Name: audit_head audit_head_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.audit_head
    ADD CONSTRAINT audit_head_pkey PRIMARY KEY (province_id);


--
-- Name: audit audit_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (province_id, n);


--
-- Name: calendar_day calendar_day_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.calendar_day
    ADD CONSTRAINT calendar_day_pkey PRIMARY KEY (day);


--
-- Name: contact contact_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT contact_pkey PRIMARY KEY (province_id, account_id, kind);


--
-- Name: counted_fact counted_fact_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.counted_fact
    ADD CONSTRAINT counted_fact_pkey PRIMARY KEY (province_id, record_kind, record_id, indicator_code, dimension);


--
-- Name: dialogue dialogue_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.dialogue
    ADD CONSTRAINT dialogue_pkey PRIMARY KEY (province_id, id);


--
-- Name: duty duty_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.duty
    ADD CONSTRAINT duty_pkey PRIMARY KEY (province_id, id);


--
-- Name: entry_step entry_step_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.entry_step
    ADD CONSTRAINT entry_step_pkey PRIMARY KEY (province_id, report_id, n);


--
-- Name: figure_change figure_change_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.figure_change
    ADD CONSTRAINT figure_change_pkey PRIMARY KEY (province_id, n);


--
-- Name: figure_clock figure_clock_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.figure_clock
    ADD CONSTRAINT figure_clock_pkey PRIMARY KEY (province_id);


--
-- Name: figure_value figure_value_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.figure_value
    ADD CONSTRAINT figure_value_pkey PRIMARY KEY (province_id, unit_id, period_from, period_to, indicator_version, dimension);


--
-- Name: handover handover_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.handover
    ADD CONSTRAINT handover_pkey PRIMARY KEY (province_id, id);


--
-- Name: indicator indicator_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.indicator
    ADD CONSTRAINT indicator_pkey PRIMARY KEY (code);


--
-- Name: indicator_version indicator_version_indicator_code_version_key; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.indicator_version
    ADD CONSTRAINT indicator_version_indicator_code_version_key UNIQUE (indicator_code, version);


--
-- Name: indicator_version indicator_version_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.indicator_version
    ADD CONSTRAINT indicator_version_pkey PRIMARY KEY (id);


--
-- Name: issuing_body issuing_body_is_one_for_a_kind_and_layout; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.issuing_body
    ADD CONSTRAINT issuing_body_is_one_for_a_kind_and_layout UNIQUE (unit_kind, layout);


--
-- Name: issuing_body issuing_body_is_one_for_a_unit_and_layout; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.issuing_body
    ADD CONSTRAINT issuing_body_is_one_for_a_unit_and_layout UNIQUE (unit_id, layout);


--
-- Name: issuing_body issuing_body_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.issuing_body
    ADD CONSTRAINT issuing_body_pkey PRIMARY KEY (id);


--
-- Name: mail mail_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.mail
    ADD CONSTRAINT mail_pkey PRIMARY KEY (province_id, id);


--
-- Name: notice notice_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT notice_pkey PRIMARY KEY (province_id, id);


--
-- Name: notice_setting notice_setting_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.notice_setting
    ADD CONSTRAINT notice_setting_pkey PRIMARY KEY (province_id, account_id);


--
-- Name: notice notice_tells_a_person_once; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT notice_tells_a_person_once UNIQUE (province_id, event_id, account_id, unit_id);


--
-- Name: public_clock public_clock_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.public_clock
    ADD CONSTRAINT public_clock_pkey PRIMARY KEY (province_id);


--
-- Name: publication_file publication_file_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.publication_file
    ADD CONSTRAINT publication_file_pkey PRIMARY KEY (province_id, id);


--
-- Name: publication publication_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.publication
    ADD CONSTRAINT publication_pkey PRIMARY KEY (province_id, report_id);


--
-- Name: reference_load reference_load_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.reference_load
    ADD CONSTRAINT reference_load_pkey PRIMARY KEY (file);


--
-- Name: report_copy report_copy_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.report_copy
    ADD CONSTRAINT report_copy_pkey PRIMARY KEY (province_id, report_id, n);


--
-- Name: report_event report_event_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.report_event
    ADD CONSTRAINT report_event_pkey PRIMARY KEY (province_id, report_id, n);


--
-- Name: report_explanation report_explanation_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.report_explanation
    ADD CONSTRAINT report_explanation_pkey PRIMARY KEY (province_id, report_id, rule);


--
-- Name: report_file report_file_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.report_file
    ADD CONSTRAINT report_file_pkey PRIMARY KEY (province_id, id);


--
-- Name: report report_is_one_for_a_unit_and_its_days; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_is_one_for_a_unit_and_its_days UNIQUE (province_id, unit_id, template_version, period_from, period_to);


--
-- Name: report_message report_message_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.report_message
    ADD CONSTRAINT report_message_pkey PRIMARY KEY (province_id, question_id, n);


--
-- Name: report report_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_pkey PRIMARY KEY (province_id, id);


--
-- Name: report_presence report_presence_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.report_presence
    ADD CONSTRAINT report_presence_pkey PRIMARY KEY (province_id, report_id, account_id);


--
-- Name: report_question report_question_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.report_question
    ADD CONSTRAINT report_question_pkey PRIMARY KEY (province_id, id);


--
-- Name: retention retention_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.retention
    ADD CONSTRAINT retention_pkey PRIMARY KEY (kind);


--
-- Name: schema_migration schema_migration_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo
--

ALTER TABLE ONLY public.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (name);


--
-- Name: template_line template_line_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.template_line
    ADD CONSTRAINT template_line_pkey PRIMARY KEY (template_version, "position");


--
-- Name: template_line template_line_template_version_indicator_version_dimension_key; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.template_line
    ADD CONSTRAINT template_line_template_version_indicator_version_dimension_key UNIQUE (template_version, indicator_version, dimension);


--
-- Name: template template_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.template
    ADD CONSTRAINT template_pkey PRIMARY KEY (code);


--
-- Name: template_version template_version_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.template_version
    ADD CONSTRAINT template_version_pkey PRIMARY KEY (id);


--
-- Name: template_version template_version_template_code_version_key; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.template_version
    ADD CONSTRAINT template_version_template_code_version_key UNIQUE (template_code, version);


--
-- Name: unit unit_code_key; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_code_key UNIQUE (code);


--
-- Name: unit_composition unit_composition_is_stated_once_a_day; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.unit_composition
    ADD CONSTRAINT unit_composition_is_stated_once_a_day EXCLUDE USING gist (unit_id WITH =, kind WITH =, valid WITH &&);


--
-- Name: unit_version unit_has_one_version_a_day; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.unit_version
    ADD CONSTRAINT unit_has_one_version_a_day EXCLUDE USING gist (unit_id WITH =, tree WITH =, valid WITH &&);


--
-- Name: unit unit_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_pkey PRIMARY KEY (id);


--
-- Name: vault_item vault_item_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.vault_item
    ADD CONSTRAINT vault_item_pkey PRIMARY KEY (province_id, id);


--
-- Name: vault_key vault_key_pkey; Type: CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.vault_key
    ADD CONSTRAINT vault_key_pkey PRIMARY KEY (id);


--
-- Name: account_userId_idx; Type: INDEX; Schema: auth; Owner: kheo_owner
--

CREATE INDEX "account_userId_idx" ON auth.account USING btree ("userId");


--
-- Name: session_userId_idx; Type: INDEX; Schema: auth; Owner: kheo_owner
--

CREATE INDEX "session_userId_idx" ON auth.session USING btree ("userId");


--
-- Name: twoFactor_secret_idx; Type: INDEX; Schema: auth; Owner: kheo_owner
--

CREATE INDEX "twoFactor_secret_idx" ON auth."twoFactor" USING btree (secret);


--
-- Name: twoFactor_userId_idx; Type: INDEX; Schema: auth; Owner: kheo_owner
--

CREATE INDEX "twoFactor_userId_idx" ON auth."twoFactor" USING btree ("userId");


--
-- Name: verification_identifier_idx; Type: INDEX; Schema: auth; Owner: kheo_owner
--

CREATE INDEX verification_identifier_idx ON auth.verification USING btree (identifier);


--
-- Name: jobs_main_index; Type: INDEX; Schema: graphile_worker; Owner: kheo_owner
--

CREATE INDEX jobs_main_index ON graphile_worker._private_jobs USING btree (priority, run_at) INCLUDE (id, task_id, job_queue_id) WHERE (is_available = true);


--
-- Name: jobs_no_queue_index; Type: INDEX; Schema: graphile_worker; Owner: kheo_owner
--

CREATE INDEX jobs_no_queue_index ON graphile_worker._private_jobs USING btree (priority, run_at) INCLUDE (id, task_id) WHERE ((is_available = true) AND (job_queue_id IS NULL));


--
-- Name: account_review_by_time; Type: INDEX; Schema: public; Owner: kheo_owner
--

CREATE INDEX account_review_by_time ON public.account_review USING btree (province_id, completed_at);


--
-- Name: audit_by_account; Type: INDEX; Schema: public; Owner: kheo_owner
--

CREATE INDEX audit_by_account ON public.audit USING btree (province_id, account_id, n);


--
-- Name: audit_by_kind; Type: INDEX; Schema: public; Owner: kheo_owner
--

CREATE INDEX audit_by_kind ON public.audit USING btree (province_id, kind, n);


--
-- Name: audit_by_object; Type: INDEX; Schema: public; Owner: kheo_owner
--

CREATE INDEX audit_by_object ON public.audit USING btree (province_id, object_kind, object_id, n);


--
-- Name: audit_by_time; Type: INDEX; Schema: public; Owner: kheo_owner
--

CREATE INDEX audit_by_time ON public.audit USING btree (province_id, at);


--
-- Name: audit_by_unit; Type: INDEX; Schema: public; Owner: kheo_owner
--

CREATE INDEX audit_by_unit ON public.audit USING btree (province_id, unit_id, n);


--
-- Name: counted_fact_by_day; Type: INDEX; Schema: public; Owner: kheo_owner
--

CREATE INDEX counted_fact_by_day ON public.counted_fact USING btree (province_id, unit_id, day);


--
-- Name: dialogue_by_day; Type: INDEX; Schema: public; Owner: kheo_owner
--

CREATE INDEX dialogue_by_day ON public.dialogue USING btree (province_id, unit_id, held_on DESC, id);


--
-- Name: duty_by_account; Type: INDEX; Schema: public; Owner: kheo_owner
--

CREATE INDEX duty_by_account ON public.duty USING btree (province_id, account_id);


--
-- Name: duty_by_unit; Type: INDEX; Schema: public; Owner: kheo_owner
--

CREATE INDEX duty_by_unit ON public.duty USING btree (province_id, unit_id);


--
-- Name: entry_step_of_account; Type: INDEX; Schema: public; Owner: kheo_owner
--

CREATE INDEX entry_step_of_account ON public.entry_step USING btree (province_id, report_id, account_id, stretch, standing, n DESC);


--
-- Name: figure_change_of_cell; Type: INDEX; Schema: public; Owner: kheo_owner
--

CREATE INDEX figure_change_of_cell ON public.figure_change USING btree (province_id, unit_id, period_from, period_to, indicator_version, dimension, n);


--
-- Name: handover_from; Type: INDEX; Schema: public; Owner: kheo_owner
--

CREATE INDEX handover_from ON public.handover USING btree (province_id, from_account_id);


--
-- Name: handover_to; Type: INDEX; Schema: public; Owner: kheo_owner
--

CREATE INDEX handover_to ON public.handover USING btree (province_id, to_account_id);


--
-- Name: mail_of_person; Type: INDEX; Schema: public; Owner: kheo_owner
--

CREATE INDEX mail_of_person ON public.mail USING btree (province_id, account_id, purpose, made_at);


--
-- Name: mail_to_send; Type: INDEX; Schema: public; Owner: kheo_owner
--

CREATE INDEX mail_to_send ON public.mail USING btree (province_id, next_at) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text]));


--
-- Name: notice_of_person; Type: INDEX; Schema: public; Owner: kheo_owner
--

CREATE INDEX notice_of_person ON public.notice USING btree (province_id, account_id, unit_id, at DESC, id);


--
-- Name: notice_unread; Type: INDEX; Schema: public; Owner: kheo_owner
--

CREATE INDEX notice_unread ON public.notice USING btree (province_id, account_id, unit_id) WHERE (read_at IS NULL);


--
-- Name: publication_by_unit; Type: INDEX; Schema: public; Owner: kheo_owner
--

CREATE INDEX publication_by_unit ON public.publication USING btree (unit_id, period_to);


--
-- Name: publication_file_by_report; Type: INDEX; Schema: public; Owner: kheo_owner
--

CREATE INDEX publication_file_by_report ON public.publication_file USING btree (report_id, "position");


--
-- Name: publication_newest; Type: INDEX; Schema: public; Owner: kheo_owner
--

CREATE INDEX publication_newest ON public.publication USING btree (published_at DESC, period_to DESC, report_id);


--
-- Name: publication_search; Type: INDEX; Schema: public; Owner: kheo_owner
--

CREATE INDEX publication_search ON public.publication USING gin (search_text public.gin_trgm_ops);


--
-- Name: report_by_period; Type: INDEX; Schema: public; Owner: kheo_owner
--

CREATE INDEX report_by_period ON public.report USING btree (province_id, template_version, period_from, period_to, status);


--
-- Name: report_file_by_content; Type: INDEX; Schema: public; Owner: kheo_owner
--

CREATE INDEX report_file_by_content ON public.report_file USING btree (province_id, sha256);


--
-- Name: report_file_by_report; Type: INDEX; Schema: public; Owner: kheo_owner
--

CREATE INDEX report_file_by_report ON public.report_file USING btree (province_id, report_id);


--
-- Name: report_question_by_report; Type: INDEX; Schema: public; Owner: kheo_owner
--

CREATE INDEX report_question_by_report ON public.report_question USING btree (province_id, report_id);


--
-- Name: unit_version_by_province; Type: INDEX; Schema: public; Owner: kheo_owner
--

CREATE INDEX unit_version_by_province ON public.unit_version USING gist (province_id, valid);


--
-- Name: vault_item_by_key; Type: INDEX; Schema: public; Owner: kheo_owner
--

CREATE INDEX vault_item_by_key ON public.vault_item USING btree (key_id);


--
-- Name: vault_item_by_lookup; Type: INDEX; Schema: public; Owner: kheo_owner
--

CREATE INDEX vault_item_by_lookup ON public.vault_item USING btree (province_id, kind, lookup);


--
-- Name: account account_userId_fkey; Type: FK CONSTRAINT; Schema: auth; Owner: kheo_owner
--

ALTER TABLE ONLY auth.account
    ADD CONSTRAINT "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE;


--
-- Name: kept_post kept_post_user_id_fkey; Type: FK CONSTRAINT; Schema: auth; Owner: kheo_owner
--

ALTER TABLE ONLY auth.kept_post
    ADD CONSTRAINT kept_post_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE;


--
-- Name: recovery_code recovery_code_user_id_fkey; Type: FK CONSTRAINT; Schema: auth; Owner: kheo_owner
--

ALTER TABLE ONLY auth.recovery_code
    ADD CONSTRAINT recovery_code_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE;


--
-- Name: session_state session_state_session_id_fkey; Type: FK CONSTRAINT; Schema: auth; Owner: kheo_owner
--

ALTER TABLE ONLY auth.session_state
    ADD CONSTRAINT session_state_session_id_fkey FOREIGN KEY (session_id) REFERENCES auth.session(id) ON DELETE CASCADE;


--
-- Name: session session_userId_fkey; Type: FK CONSTRAINT; Schema: auth; Owner: kheo_owner
--

ALTER TABLE ONLY auth.session
    ADD CONSTRAINT "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE;


--
-- Name: totp_step_used totp_step_used_user_id_fkey; Type: FK CONSTRAINT; Schema: auth; Owner: kheo_owner
--

ALTER TABLE ONLY auth.totp_step_used
    ADD CONSTRAINT totp_step_used_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE;


--
-- Name: twoFactor twoFactor_userId_fkey; Type: FK CONSTRAINT; Schema: auth; Owner: kheo_owner
--

ALTER TABLE ONLY auth."twoFactor"
    ADD CONSTRAINT "twoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE;


--
-- Name: account account_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: account_review account_review_province_id_completed_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.account_review
    ADD CONSTRAINT account_review_province_id_completed_by_fkey FOREIGN KEY (province_id, completed_by) REFERENCES public.account(province_id, id);


--
-- Name: account_review account_review_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.account_review
    ADD CONSTRAINT account_review_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: account account_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: audit_head audit_head_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.audit_head
    ADD CONSTRAINT audit_head_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: audit audit_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: audit audit_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: contact contact_province_id_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT contact_province_id_account_id_fkey FOREIGN KEY (province_id, account_id) REFERENCES public.account(province_id, id);


--
-- Name: contact contact_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT contact_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: contact contact_province_id_vault_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT contact_province_id_vault_id_fkey FOREIGN KEY (province_id, vault_id) REFERENCES public.vault_item(province_id, id);


--
-- Name: contact contact_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT contact_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: counted_fact counted_fact_indicator_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.counted_fact
    ADD CONSTRAINT counted_fact_indicator_code_fkey FOREIGN KEY (indicator_code) REFERENCES public.indicator(code);


--
-- Name: counted_fact counted_fact_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.counted_fact
    ADD CONSTRAINT counted_fact_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: counted_fact counted_fact_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.counted_fact
    ADD CONSTRAINT counted_fact_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: dialogue dialogue_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.dialogue
    ADD CONSTRAINT dialogue_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: dialogue dialogue_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.dialogue
    ADD CONSTRAINT dialogue_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: duty duty_province_id_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.duty
    ADD CONSTRAINT duty_province_id_account_id_fkey FOREIGN KEY (province_id, account_id) REFERENCES public.account(province_id, id);


--
-- Name: duty duty_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.duty
    ADD CONSTRAINT duty_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: entry_step entry_step_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.entry_step
    ADD CONSTRAINT entry_step_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: entry_step entry_step_province_id_report_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.entry_step
    ADD CONSTRAINT entry_step_province_id_report_id_fkey FOREIGN KEY (province_id, report_id) REFERENCES public.report(province_id, id);


--
-- Name: entry_step entry_step_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.entry_step
    ADD CONSTRAINT entry_step_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: figure_clock figure_clock_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.figure_clock
    ADD CONSTRAINT figure_clock_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: figure_value figure_value_indicator_version_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.figure_value
    ADD CONSTRAINT figure_value_indicator_version_fkey FOREIGN KEY (indicator_version) REFERENCES public.indicator_version(id);


--
-- Name: figure_value figure_value_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.figure_value
    ADD CONSTRAINT figure_value_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: figure_value figure_value_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.figure_value
    ADD CONSTRAINT figure_value_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: handover handover_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.handover
    ADD CONSTRAINT handover_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: handover handover_province_id_from_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.handover
    ADD CONSTRAINT handover_province_id_from_account_id_fkey FOREIGN KEY (province_id, from_account_id) REFERENCES public.account(province_id, id);


--
-- Name: handover handover_province_id_from_duty_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.handover
    ADD CONSTRAINT handover_province_id_from_duty_id_fkey FOREIGN KEY (province_id, from_duty_id) REFERENCES public.duty(province_id, id);


--
-- Name: handover handover_province_id_made_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.handover
    ADD CONSTRAINT handover_province_id_made_by_fkey FOREIGN KEY (province_id, made_by) REFERENCES public.account(province_id, id);


--
-- Name: handover handover_province_id_to_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.handover
    ADD CONSTRAINT handover_province_id_to_account_id_fkey FOREIGN KEY (province_id, to_account_id) REFERENCES public.account(province_id, id);


--
-- Name: handover handover_province_id_to_duty_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.handover
    ADD CONSTRAINT handover_province_id_to_duty_id_fkey FOREIGN KEY (province_id, to_duty_id) REFERENCES public.duty(province_id, id);


--
-- Name: handover handover_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.handover
    ADD CONSTRAINT handover_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: indicator_version indicator_version_indicator_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.indicator_version
    ADD CONSTRAINT indicator_version_indicator_code_fkey FOREIGN KEY (indicator_code) REFERENCES public.indicator(code);


--
-- Name: issuing_body issuing_body_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.issuing_body
    ADD CONSTRAINT issuing_body_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: mail mail_province_id_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.mail
    ADD CONSTRAINT mail_province_id_account_id_fkey FOREIGN KEY (province_id, account_id) REFERENCES public.account(province_id, id);


--
-- Name: mail mail_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.mail
    ADD CONSTRAINT mail_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: mail mail_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.mail
    ADD CONSTRAINT mail_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: notice notice_province_id_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT notice_province_id_account_id_fkey FOREIGN KEY (province_id, account_id) REFERENCES public.account(province_id, id);


--
-- Name: notice notice_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT notice_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: notice_setting notice_setting_province_id_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.notice_setting
    ADD CONSTRAINT notice_setting_province_id_account_id_fkey FOREIGN KEY (province_id, account_id) REFERENCES public.account(province_id, id);


--
-- Name: notice_setting notice_setting_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.notice_setting
    ADD CONSTRAINT notice_setting_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: notice_setting notice_setting_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.notice_setting
    ADD CONSTRAINT notice_setting_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: notice notice_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT notice_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: public_clock public_clock_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.public_clock
    ADD CONSTRAINT public_clock_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: publication_file publication_file_province_id_report_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.publication_file
    ADD CONSTRAINT publication_file_province_id_report_id_fkey FOREIGN KEY (province_id, report_id) REFERENCES public.publication(province_id, report_id);


--
-- Name: publication_file publication_file_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.publication_file
    ADD CONSTRAINT publication_file_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: publication publication_province_id_report_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.publication
    ADD CONSTRAINT publication_province_id_report_id_fkey FOREIGN KEY (province_id, report_id) REFERENCES public.report(province_id, id);


--
-- Name: publication publication_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.publication
    ADD CONSTRAINT publication_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: report_copy report_copy_province_id_report_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.report_copy
    ADD CONSTRAINT report_copy_province_id_report_id_fkey FOREIGN KEY (province_id, report_id) REFERENCES public.report(province_id, id);


--
-- Name: report_copy report_copy_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.report_copy
    ADD CONSTRAINT report_copy_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: report_event report_event_province_id_report_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.report_event
    ADD CONSTRAINT report_event_province_id_report_id_fkey FOREIGN KEY (province_id, report_id) REFERENCES public.report(province_id, id);


--
-- Name: report_event report_event_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.report_event
    ADD CONSTRAINT report_event_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: report_explanation report_explanation_province_id_report_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.report_explanation
    ADD CONSTRAINT report_explanation_province_id_report_id_fkey FOREIGN KEY (province_id, report_id) REFERENCES public.report(province_id, id);


--
-- Name: report_explanation report_explanation_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.report_explanation
    ADD CONSTRAINT report_explanation_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: report_file report_file_province_id_report_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.report_file
    ADD CONSTRAINT report_file_province_id_report_id_fkey FOREIGN KEY (province_id, report_id) REFERENCES public.report(province_id, id);


--
-- Name: report_file report_file_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.report_file
    ADD CONSTRAINT report_file_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: report_message report_message_province_id_question_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.report_message
    ADD CONSTRAINT report_message_province_id_question_id_fkey FOREIGN KEY (province_id, question_id) REFERENCES public.report_question(province_id, id);


--
-- Name: report_message report_message_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.report_message
    ADD CONSTRAINT report_message_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: report_presence report_presence_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.report_presence
    ADD CONSTRAINT report_presence_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: report_presence report_presence_province_id_report_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.report_presence
    ADD CONSTRAINT report_presence_province_id_report_id_fkey FOREIGN KEY (province_id, report_id) REFERENCES public.report(province_id, id);


--
-- Name: report_presence report_presence_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.report_presence
    ADD CONSTRAINT report_presence_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: report report_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: report_question report_question_indicator_version_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.report_question
    ADD CONSTRAINT report_question_indicator_version_fkey FOREIGN KEY (indicator_version) REFERENCES public.indicator_version(id);


--
-- Name: report_question report_question_province_id_report_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.report_question
    ADD CONSTRAINT report_question_province_id_report_id_fkey FOREIGN KEY (province_id, report_id) REFERENCES public.report(province_id, id);


--
-- Name: report_question report_question_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.report_question
    ADD CONSTRAINT report_question_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: report report_template_version_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_template_version_fkey FOREIGN KEY (template_version) REFERENCES public.template_version(id);


--
-- Name: report report_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: template_line template_line_indicator_version_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.template_line
    ADD CONSTRAINT template_line_indicator_version_fkey FOREIGN KEY (indicator_version) REFERENCES public.indicator_version(id);


--
-- Name: template_line template_line_template_version_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.template_line
    ADD CONSTRAINT template_line_template_version_fkey FOREIGN KEY (template_version) REFERENCES public.template_version(id);


--
-- Name: template_version template_version_template_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.template_version
    ADD CONSTRAINT template_version_template_code_fkey FOREIGN KEY (template_code) REFERENCES public.template(code);


--
-- Name: unit_composition unit_composition_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.unit_composition
    ADD CONSTRAINT unit_composition_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: unit_version unit_version_parent_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.unit_version
    ADD CONSTRAINT unit_version_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.unit(id);


--
-- Name: unit_version unit_version_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.unit_version
    ADD CONSTRAINT unit_version_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: unit_version unit_version_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.unit_version
    ADD CONSTRAINT unit_version_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: vault_item vault_item_key_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.vault_item
    ADD CONSTRAINT vault_item_key_id_fkey FOREIGN KEY (key_id) REFERENCES public.vault_key(id);


--
-- Name: vault_item vault_item_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.vault_item
    ADD CONSTRAINT vault_item_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: vault_item vault_item_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: kheo_owner
--

ALTER TABLE ONLY public.vault_item
    ADD CONSTRAINT vault_item_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: _private_job_queues; Type: ROW SECURITY; Schema: graphile_worker; Owner: kheo_owner
--

ALTER TABLE graphile_worker._private_job_queues ENABLE ROW LEVEL SECURITY;

--
-- Name: _private_jobs; Type: ROW SECURITY; Schema: graphile_worker; Owner: kheo_owner
--

ALTER TABLE graphile_worker._private_jobs ENABLE ROW LEVEL SECURITY;

--
-- Name: _private_known_crontabs; Type: ROW SECURITY; Schema: graphile_worker; Owner: kheo_owner
--

ALTER TABLE graphile_worker._private_known_crontabs ENABLE ROW LEVEL SECURITY;

--
-- Name: _private_tasks; Type: ROW SECURITY; Schema: graphile_worker; Owner: kheo_owner
--

ALTER TABLE graphile_worker._private_tasks ENABLE ROW LEVEL SECURITY;

--
-- Name: account; Type: ROW SECURITY; Schema: public; Owner: kheo_owner
--

ALTER TABLE public.account ENABLE ROW LEVEL SECURITY;

--
-- Name: account account_in_scope; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY account_in_scope ON public.account TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: account_review; Type: ROW SECURITY; Schema: public; Owner: kheo_owner
--

ALTER TABLE public.account_review ENABLE ROW LEVEL SECURITY;

--
-- Name: account_review account_review_of_my_province; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY account_review_of_my_province ON public.account_review TO kheo_app USING ((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid));


--
-- Name: audit; Type: ROW SECURITY; Schema: public; Owner: kheo_owner
--

ALTER TABLE public.audit ENABLE ROW LEVEL SECURITY;

--
-- Name: audit_head; Type: ROW SECURITY; Schema: public; Owner: kheo_owner
--

ALTER TABLE public.audit_head ENABLE ROW LEVEL SECURITY;

--
-- Name: audit_head audit_head_of_my_province; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY audit_head_of_my_province ON public.audit_head USING ((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid));


--
-- Name: audit audit_in_scope; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY audit_in_scope ON public.audit TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: contact; Type: ROW SECURITY; Schema: public; Owner: kheo_owner
--

ALTER TABLE public.contact ENABLE ROW LEVEL SECURITY;

--
-- Name: contact contact_in_scope; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY contact_in_scope ON public.contact TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: counted_fact; Type: ROW SECURITY; Schema: public; Owner: kheo_owner
--

ALTER TABLE public.counted_fact ENABLE ROW LEVEL SECURITY;

--
-- Name: counted_fact counted_fact_in_scope; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY counted_fact_in_scope ON public.counted_fact TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: dialogue; Type: ROW SECURITY; Schema: public; Owner: kheo_owner
--

ALTER TABLE public.dialogue ENABLE ROW LEVEL SECURITY;

--
-- Name: dialogue dialogue_in_scope; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY dialogue_in_scope ON public.dialogue TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: duty; Type: ROW SECURITY; Schema: public; Owner: kheo_owner
--

ALTER TABLE public.duty ENABLE ROW LEVEL SECURITY;

--
-- Name: duty duty_in_scope; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY duty_in_scope ON public.duty TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: entry_step; Type: ROW SECURITY; Schema: public; Owner: kheo_owner
--

ALTER TABLE public.entry_step ENABLE ROW LEVEL SECURITY;

--
-- Name: entry_step entry_step_in_scope; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY entry_step_in_scope ON public.entry_step TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: figure_change; Type: ROW SECURITY; Schema: public; Owner: kheo_owner
--

ALTER TABLE public.figure_change ENABLE ROW LEVEL SECURITY;

--
-- Name: figure_change figure_change_for_the_cube; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY figure_change_for_the_cube ON public.figure_change FOR SELECT TO kheo_reader USING (true);


--
-- Name: figure_change figure_change_in_scope; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY figure_change_in_scope ON public.figure_change TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: figure_clock; Type: ROW SECURITY; Schema: public; Owner: kheo_owner
--

ALTER TABLE public.figure_clock ENABLE ROW LEVEL SECURITY;

--
-- Name: figure_clock figure_clock_for_the_cube; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY figure_clock_for_the_cube ON public.figure_clock FOR SELECT TO kheo_reader USING (true);


--
-- Name: figure_clock figure_clock_of_my_province; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY figure_clock_of_my_province ON public.figure_clock TO kheo_app USING ((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid));


--
-- Name: figure_value; Type: ROW SECURITY; Schema: public; Owner: kheo_owner
--

ALTER TABLE public.figure_value ENABLE ROW LEVEL SECURITY;

--
-- Name: figure_value figure_value_for_the_cube; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY figure_value_for_the_cube ON public.figure_value FOR SELECT TO kheo_reader USING (true);


--
-- Name: figure_value figure_value_in_scope; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY figure_value_in_scope ON public.figure_value TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: handover; Type: ROW SECURITY; Schema: public; Owner: kheo_owner
--

ALTER TABLE public.handover ENABLE ROW LEVEL SECURITY;

--
-- Name: handover handover_in_scope; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY handover_in_scope ON public.handover TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: mail; Type: ROW SECURITY; Schema: public; Owner: kheo_owner
--

ALTER TABLE public.mail ENABLE ROW LEVEL SECURITY;

--
-- Name: mail mail_in_scope; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY mail_in_scope ON public.mail TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: notice; Type: ROW SECURITY; Schema: public; Owner: kheo_owner
--

ALTER TABLE public.notice ENABLE ROW LEVEL SECURITY;

--
-- Name: notice notice_in_scope; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY notice_in_scope ON public.notice TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: notice_setting; Type: ROW SECURITY; Schema: public; Owner: kheo_owner
--

ALTER TABLE public.notice_setting ENABLE ROW LEVEL SECURITY;

--
-- Name: notice_setting notice_setting_in_scope; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY notice_setting_in_scope ON public.notice_setting TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: public_clock; Type: ROW SECURITY; Schema: public; Owner: kheo_owner
--

ALTER TABLE public.public_clock ENABLE ROW LEVEL SECURITY;

--
-- Name: public_clock public_clock_is_begun_in_my_province; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY public_clock_is_begun_in_my_province ON public.public_clock FOR INSERT TO kheo_app WITH CHECK ((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid));


--
-- Name: public_clock public_clock_is_moved_in_my_province; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY public_clock_is_moved_in_my_province ON public.public_clock FOR UPDATE TO kheo_app USING ((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid));


--
-- Name: public_clock public_clock_is_read_by_all; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY public_clock_is_read_by_all ON public.public_clock FOR SELECT TO kheo_app USING (true);


--
-- Name: publication; Type: ROW SECURITY; Schema: public; Owner: kheo_owner
--

ALTER TABLE public.publication ENABLE ROW LEVEL SECURITY;

--
-- Name: publication_file; Type: ROW SECURITY; Schema: public; Owner: kheo_owner
--

ALTER TABLE public.publication_file ENABLE ROW LEVEL SECURITY;

--
-- Name: publication_file publication_file_is_read_by_all; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY publication_file_is_read_by_all ON public.publication_file FOR SELECT TO kheo_app USING (true);


--
-- Name: publication_file publication_file_is_written_in_scope; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY publication_file_is_written_in_scope ON public.publication_file FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: publication publication_is_read_by_all; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY publication_is_read_by_all ON public.publication FOR SELECT TO kheo_app USING (true);


--
-- Name: publication publication_is_written_in_scope; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY publication_is_written_in_scope ON public.publication FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: report; Type: ROW SECURITY; Schema: public; Owner: kheo_owner
--

ALTER TABLE public.report ENABLE ROW LEVEL SECURITY;

--
-- Name: report_copy; Type: ROW SECURITY; Schema: public; Owner: kheo_owner
--

ALTER TABLE public.report_copy ENABLE ROW LEVEL SECURITY;

--
-- Name: report_copy report_copy_in_scope; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY report_copy_in_scope ON public.report_copy TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: report_event; Type: ROW SECURITY; Schema: public; Owner: kheo_owner
--

ALTER TABLE public.report_event ENABLE ROW LEVEL SECURITY;

--
-- Name: report_event report_event_in_scope; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY report_event_in_scope ON public.report_event TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: report_explanation; Type: ROW SECURITY; Schema: public; Owner: kheo_owner
--

ALTER TABLE public.report_explanation ENABLE ROW LEVEL SECURITY;

--
-- Name: report_explanation report_explanation_in_scope; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY report_explanation_in_scope ON public.report_explanation TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: report_file; Type: ROW SECURITY; Schema: public; Owner: kheo_owner
--

ALTER TABLE public.report_file ENABLE ROW LEVEL SECURITY;

--
-- Name: report_file report_file_in_scope; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY report_file_in_scope ON public.report_file TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: report report_in_scope; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY report_in_scope ON public.report TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: report_message; Type: ROW SECURITY; Schema: public; Owner: kheo_owner
--

ALTER TABLE public.report_message ENABLE ROW LEVEL SECURITY;

--
-- Name: report_message report_message_in_scope; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY report_message_in_scope ON public.report_message TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: report_presence; Type: ROW SECURITY; Schema: public; Owner: kheo_owner
--

ALTER TABLE public.report_presence ENABLE ROW LEVEL SECURITY;

--
-- Name: report_presence report_presence_in_scope; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY report_presence_in_scope ON public.report_presence TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: report_question; Type: ROW SECURITY; Schema: public; Owner: kheo_owner
--

ALTER TABLE public.report_question ENABLE ROW LEVEL SECURITY;

--
-- Name: report_question report_question_in_scope; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY report_question_in_scope ON public.report_question TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: vault_item; Type: ROW SECURITY; Schema: public; Owner: kheo_owner
--

ALTER TABLE public.vault_item ENABLE ROW LEVEL SECURITY;

--
-- Name: vault_item vault_item_in_scope; Type: POLICY; Schema: public; Owner: kheo_owner
--

CREATE POLICY vault_item_in_scope ON public.vault_item TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: SCHEMA auth; Type: ACL; Schema: -; Owner: kheo_owner
--

GRANT USAGE ON SCHEMA auth TO kheo_auth;


--
-- Name: SCHEMA jobs; Type: ACL; Schema: -; Owner: kheo_owner
--

GRANT USAGE ON SCHEMA jobs TO kheo_app;


--
-- Name: SCHEMA public; Type: ACL; Schema: -; Owner: pg_database_owner
--

REVOKE USAGE ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO kheo_owner;
GRANT USAGE ON SCHEMA public TO kheo_app;
GRANT USAGE ON SCHEMA public TO kheo_reader;


--
-- Name: FUNCTION enqueue(task text, payload json, key text); Type: ACL; Schema: jobs; Owner: kheo_owner
--

REVOKE ALL ON FUNCTION jobs.enqueue(task text, payload json, key text) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.enqueue(task text, payload json, key text) TO kheo_app;


--
-- Name: TABLE account; Type: ACL; Schema: auth; Owner: kheo_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.account TO kheo_auth;


--
-- Name: TABLE kept_post; Type: ACL; Schema: auth; Owner: kheo_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.kept_post TO kheo_auth;


--
-- Name: TABLE recovery_code; Type: ACL; Schema: auth; Owner: kheo_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.recovery_code TO kheo_auth;


--
-- Name: TABLE session; Type: ACL; Schema: auth; Owner: kheo_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.session TO kheo_auth;


--
-- Name: TABLE session_state; Type: ACL; Schema: auth; Owner: kheo_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.session_state TO kheo_auth;


--
-- Name: TABLE sign_in_attempt; Type: ACL; Schema: auth; Owner: kheo_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.sign_in_attempt TO kheo_auth;


--
-- Name: TABLE totp_step_used; Type: ACL; Schema: auth; Owner: kheo_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.totp_step_used TO kheo_auth;


--
-- Name: TABLE "twoFactor"; Type: ACL; Schema: auth; Owner: kheo_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth."twoFactor" TO kheo_auth;


--
-- Name: TABLE "user"; Type: ACL; Schema: auth; Owner: kheo_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth."user" TO kheo_auth;


--
-- Name: TABLE verification; Type: ACL; Schema: auth; Owner: kheo_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.verification TO kheo_auth;


--
-- Name: TABLE account; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.account TO kheo_app;


--
-- Name: TABLE account_review; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT,INSERT ON TABLE public.account_review TO kheo_app;


--
-- Name: TABLE audit; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT,INSERT ON TABLE public.audit TO kheo_app;


--
-- Name: TABLE audit_head; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.audit_head TO kheo_app;


--
-- Name: TABLE calendar_day; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT ON TABLE public.calendar_day TO kheo_app;


--
-- Name: TABLE contact; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contact TO kheo_app;


--
-- Name: TABLE counted_fact; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE public.counted_fact TO kheo_app;


--
-- Name: TABLE dialogue; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.dialogue TO kheo_app;


--
-- Name: TABLE duty; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.duty TO kheo_app;


--
-- Name: TABLE entry_step; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT,INSERT ON TABLE public.entry_step TO kheo_app;


--
-- Name: COLUMN entry_step.written_through; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT UPDATE(written_through) ON TABLE public.entry_step TO kheo_app;


--
-- Name: COLUMN entry_step.standing; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT UPDATE(standing) ON TABLE public.entry_step TO kheo_app;


--
-- Name: TABLE figure_change; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT,INSERT ON TABLE public.figure_change TO kheo_app;
GRANT SELECT ON TABLE public.figure_change TO kheo_reader;


--
-- Name: TABLE figure_clock; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.figure_clock TO kheo_app;
GRANT SELECT ON TABLE public.figure_clock TO kheo_reader;


--
-- Name: TABLE figure_value; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.figure_value TO kheo_app;
GRANT SELECT ON TABLE public.figure_value TO kheo_reader;


--
-- Name: TABLE handover; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT,INSERT ON TABLE public.handover TO kheo_app;


--
-- Name: TABLE indicator; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT ON TABLE public.indicator TO kheo_app;
GRANT SELECT ON TABLE public.indicator TO kheo_reader;


--
-- Name: TABLE indicator_version; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT ON TABLE public.indicator_version TO kheo_app;
GRANT SELECT ON TABLE public.indicator_version TO kheo_reader;


--
-- Name: TABLE issuing_body; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT ON TABLE public.issuing_body TO kheo_app;


--
-- Name: TABLE mail; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mail TO kheo_app;


--
-- Name: TABLE notice; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.notice TO kheo_app;


--
-- Name: TABLE notice_setting; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.notice_setting TO kheo_app;


--
-- Name: TABLE public_clock; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.public_clock TO kheo_app;


--
-- Name: TABLE publication; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT,INSERT ON TABLE public.publication TO kheo_app;


--
-- Name: TABLE publication_file; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT,INSERT ON TABLE public.publication_file TO kheo_app;


--
-- Name: TABLE reference_load; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT ON TABLE public.reference_load TO kheo_app;


--
-- Name: TABLE report; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.report TO kheo_app;


--
-- Name: TABLE report_copy; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT,INSERT ON TABLE public.report_copy TO kheo_app;


--
-- Name: TABLE report_event; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT,INSERT ON TABLE public.report_event TO kheo_app;


--
-- Name: TABLE report_explanation; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.report_explanation TO kheo_app;


--
-- Name: TABLE report_file; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.report_file TO kheo_app;


--
-- Name: TABLE report_message; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT,INSERT ON TABLE public.report_message TO kheo_app;


--
-- Name: TABLE report_presence; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.report_presence TO kheo_app;


--
-- Name: TABLE report_question; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.report_question TO kheo_app;


--
-- Name: TABLE retention; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT ON TABLE public.retention TO kheo_app;


--
-- Name: TABLE template; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT ON TABLE public.template TO kheo_app;
GRANT SELECT ON TABLE public.template TO kheo_reader;


--
-- Name: TABLE template_line; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT ON TABLE public.template_line TO kheo_app;
GRANT SELECT ON TABLE public.template_line TO kheo_reader;


--
-- Name: TABLE template_version; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT ON TABLE public.template_version TO kheo_app;
GRANT SELECT ON TABLE public.template_version TO kheo_reader;


--
-- Name: TABLE unit; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT ON TABLE public.unit TO kheo_app;
GRANT SELECT ON TABLE public.unit TO kheo_reader;


--
-- Name: TABLE unit_composition; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT ON TABLE public.unit_composition TO kheo_app;
GRANT SELECT ON TABLE public.unit_composition TO kheo_reader;


--
-- Name: TABLE unit_version; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT ON TABLE public.unit_version TO kheo_app;
GRANT SELECT ON TABLE public.unit_version TO kheo_reader;


--
-- Name: TABLE vault_item; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.vault_item TO kheo_app;


--
-- Name: TABLE vault_key; Type: ACL; Schema: public; Owner: kheo_owner
--

GRANT SELECT,INSERT ON TABLE public.vault_key TO kheo_app;


--
-- PostgreSQL database dump complete
--



--
-- PostgreSQL database dump
--



SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Data for Name: user; Type: TABLE DATA; Schema: auth; Owner: kheo_owner
--



--
-- Data for Name: account; Type: TABLE DATA; Schema: auth; Owner: kheo_owner
--



--
-- Data for Name: kept_post; Type: TABLE DATA; Schema: auth; Owner: kheo_owner
--



--
-- Data for Name: recovery_code; Type: TABLE DATA; Schema: auth; Owner: kheo_owner
--



--
-- Data for Name: session; Type: TABLE DATA; Schema: auth; Owner: kheo_owner
--



--
-- Data for Name: session_state; Type: TABLE DATA; Schema: auth; Owner: kheo_owner
--



--
-- Data for Name: sign_in_attempt; Type: TABLE DATA; Schema: auth; Owner: kheo_owner
--



--
-- Data for Name: totp_step_used; Type: TABLE DATA; Schema: auth; Owner: kheo_owner
--



--
-- Data for Name: twoFactor; Type: TABLE DATA; Schema: auth; Owner: kheo_owner
--



--
-- Data for Name: verification; Type: TABLE DATA; Schema: auth; Owner: kheo_owner
--



--
-- Data for Name: _private_job_queues; Type: TABLE DATA; Schema: graphile_worker; Owner: kheo_owner
--



--
-- Data for Name: _private_jobs; Type: TABLE DATA; Schema: graphile_worker; Owner: kheo_owner
--



--
-- Data for Name: _private_known_crontabs; Type: TABLE DATA; Schema: graphile_worker; Owner: kheo_owner
--



--
-- Data for Name: _private_tasks; Type: TABLE DATA; Schema: graphile_worker; Owner: kheo_owner
--



--
-- Data for Name: migrations; Type: TABLE DATA; Schema: graphile_worker; Owner: kheo_owner
--

INSERT INTO graphile_worker.migrations VALUES (1, '2026-11-22 15:33:45.896638+00', true);
INSERT INTO graphile_worker.migrations VALUES (2, '2026-11-22 15:33:45.917324+00', false);
INSERT INTO graphile_worker.migrations VALUES (3, '2026-11-22 15:33:45.927056+00', true);
INSERT INTO graphile_worker.migrations VALUES (4, '2026-11-22 15:33:45.929101+00', false);
INSERT INTO graphile_worker.migrations VALUES (5, '2026-11-22 15:33:45.930345+00', false);
INSERT INTO graphile_worker.migrations VALUES (6, '2026-11-22 15:33:45.93173+00', false);
INSERT INTO graphile_worker.migrations VALUES (7, '2026-11-22 15:33:45.934995+00', false);
INSERT INTO graphile_worker.migrations VALUES (8, '2026-11-22 15:33:45.936104+00', false);
INSERT INTO graphile_worker.migrations VALUES (9, '2026-11-22 15:33:45.949287+00', false);
INSERT INTO graphile_worker.migrations VALUES (10, '2026-11-22 15:33:45.954861+00', false);
INSERT INTO graphile_worker.migrations VALUES (11, '2026-11-22 15:33:45.956468+00', true);
INSERT INTO graphile_worker.migrations VALUES (12, '2026-11-22 15:33:45.995552+00', false);
INSERT INTO graphile_worker.migrations VALUES (13, '2026-11-22 15:33:45.996581+00', true);
INSERT INTO graphile_worker.migrations VALUES (14, '2026-11-22 15:33:45.997717+00', true);
INSERT INTO graphile_worker.migrations VALUES (15, '2026-11-22 15:33:45.999239+00', false);
INSERT INTO graphile_worker.migrations VALUES (16, '2026-11-22 15:33:45.999838+00', true);
INSERT INTO graphile_worker.migrations VALUES (17, '2026-11-22 15:33:46.002049+00', false);
INSERT INTO graphile_worker.migrations VALUES (18, '2026-11-22 15:33:46.003881+00', false);
INSERT INTO graphile_worker.migrations VALUES (19, '2026-11-22 15:33:46.0055+00', true);
INSERT INTO graphile_worker.migrations VALUES (20, '2026-11-22 15:33:46.006117+00', false);


--
-- Data for Name: worker; Type: TABLE DATA; Schema: jobs; Owner: kheo_owner
--



--
-- Data for Name: unit; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: account; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: account_review; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: audit; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: audit_head; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: calendar_day; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: vault_key; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: vault_item; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: contact; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: indicator; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: counted_fact; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: dialogue; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: duty; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: template; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: template_version; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: report; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: entry_step; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: figure_change; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: figure_clock; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: indicator_version; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: figure_value; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: handover; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: issuing_body; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: mail; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: notice; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: notice_setting; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: public_clock; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: publication; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: publication_file; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: reference_load; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: report_copy; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: report_event; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: report_explanation; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: report_file; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: report_question; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: report_message; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: report_presence; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: retention; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: schema_migration; Type: TABLE DATA; Schema: public; Owner: kheo
--

INSERT INTO public.schema_migration VALUES ('0001_ground.sql', '134415eca7d91acac848d467c3c5b222dc912819adb1f82e73e3a86855777013', '2026-11-22 15:33:45.24015+00');
INSERT INTO public.schema_migration VALUES ('0002_territory.sql', 'e14c1e1c7ec10b2ac0ad5a5fb507166152b2fc6886e4df6268bf4468fbdf5223', '2026-11-22 15:33:45.284648+00');
INSERT INTO public.schema_migration VALUES ('0003_audit.sql', '78d7cbb8d32f61ac057bdb66b09538a09bd917c7522d78c73e8719bb45bdaf26', '2026-11-22 15:33:45.308385+00');
INSERT INTO public.schema_migration VALUES ('0004_reference.sql', 'd2f7b9002321f71d4acb229ee1baf99722a80924f3a8539e468104faf65c511d', '2026-11-22 15:33:45.331101+00');
INSERT INTO public.schema_migration VALUES ('0010_access.sql', '9bdac3eb8eaa6f8165aa7a8d5d078315970224d16e4fc902f357c721e7005e34', '2026-11-22 15:33:45.33758+00');
INSERT INTO public.schema_migration VALUES ('0011_auth.sql', '5549ff874fc3c050e93ad0c7395840d03ae029d9d3d4f6d2f8fb602d94a67919', '2026-11-22 15:33:45.358164+00');
INSERT INTO public.schema_migration VALUES ('0012_access_guard.sql', 'ca352d2ccd637b2771fc000ea6ab49ba90908c4d1f11ae2736c9cd272628e1bc', '2026-11-22 15:33:45.420811+00');
INSERT INTO public.schema_migration VALUES ('0020_figures.sql', '4b986ea5b64038ab0331160eb2b88cb2ac7a82d9b29d66300e5b9ffe5d0e9566', '2026-11-22 15:33:45.454596+00');
INSERT INTO public.schema_migration VALUES ('0030_reporting.sql', '6591f4cd93c2788539625cbe50fbf4b3151b5bd57e6c5b2670610de510455829', '2026-11-22 15:33:45.489577+00');
INSERT INTO public.schema_migration VALUES ('0040_account_life.sql', 'e93af85c509fedd5bfab452a444fb6336f740f4d15469e9af040d5104b2a4d98', '2026-11-22 15:33:45.571579+00');
INSERT INTO public.schema_migration VALUES ('0050_jobs.sql', 'ca4e3acb3e1107eb7464221699607102f85edba8b9650c4ffa021206efcaa35f', '2026-11-22 15:33:45.60288+00');
INSERT INTO public.schema_migration VALUES ('0051_vault.sql', '205e6e4a7fdb01d4607bac4a4f8a2cb5a5db4d8a75862c53e2e56d9d8086c7b3', '2026-11-22 15:33:45.628899+00');
INSERT INTO public.schema_migration VALUES ('0052_contact.sql', '2f4da2839374c4f813db7a3b93166dff5205e9889ca537b084c1fed3f4a91f99', '2026-11-22 15:33:45.668734+00');
INSERT INTO public.schema_migration VALUES ('0053_notice.sql', 'fb9a0b7b8bea50d69d6ece05d6b50f33494733a55128ce1babda0cba01a2913c', '2026-11-22 15:33:45.684461+00');
INSERT INTO public.schema_migration VALUES ('0054_retention.sql', 'ea8dd9ce91ad3b8aeb098a16f5043210520b1162d0c9ec3d11f0b4e73c72b595', '2026-11-22 15:33:45.745507+00');
INSERT INTO public.schema_migration VALUES ('0060_working_calendar.sql', 'cf7016eb2b1c1d3e9af03e21089874e2199173761b225ac193bfe59f0926f82a', '2026-11-22 15:33:45.752598+00');
INSERT INTO public.schema_migration VALUES ('0061_search_spelling.sql', '7ed7ee0de5a05ef7e692a5ac333a054e28fefc14046e000287dddcf4d52bb9eb', '2026-11-22 15:33:45.764189+00');
INSERT INTO public.schema_migration VALUES ('0062_report_file.sql', 'ae8b3e371f5c3c9d8d1dab34887793cc6cce2a8a00416a2bba175f3d03de166e', '2026-11-22 15:33:45.765511+00');
INSERT INTO public.schema_migration VALUES ('0075_entry.sql', 'd71cda4443ae78d1a448678c1aa82d176a04cd22911e18627505190f29520cdc', '2026-11-22 15:33:45.795525+00');
INSERT INTO public.schema_migration VALUES ('0080_cumulative_periods.sql', '8ac66b75e5dc147263944275ce5892cfb617098cc809728875720cd7f2fb95ec', '2026-11-22 15:33:45.823322+00');
INSERT INTO public.schema_migration VALUES ('0085_issuing_body.sql', '73d6b5aa7d0b3f1325d269dc3abc89dc81a3ffc4d5f4621e1923f921efa541dd', '2026-11-22 15:33:45.825463+00');
INSERT INTO public.schema_migration VALUES ('0090_public_clock.sql', '1cd1b4b61ef7a6078785f52aa6e1ee7b63357656c78a9fb49526267733392378', '2026-11-22 15:33:45.863004+00');
INSERT INTO public.schema_migration VALUES ('0092_counted_fact.sql', 'ca83969881a55d2e70e25765dc9cd70c0d8a01f14e6245edfa3fba2aff148481', '2026-11-22 15:33:45.869387+00');
INSERT INTO public.schema_migration VALUES ('0093_dialogue.sql', '095dd933a4f32b79b256f37d36706a5e06fd6814e658f838783f5d5d00fce543', '2026-11-22 15:33:45.875098+00');


--
-- Data for Name: template_line; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: unit_composition; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Data for Name: unit_version; Type: TABLE DATA; Schema: public; Owner: kheo_owner
--



--
-- Name: job_queues_id_seq; Type: SEQUENCE SET; Schema: graphile_worker; Owner: kheo_owner
--

SELECT pg_catalog.setval('graphile_worker.job_queues_id_seq', 1, false);


--
-- Name: jobs_id_seq1; Type: SEQUENCE SET; Schema: graphile_worker; Owner: kheo_owner
--

SELECT pg_catalog.setval('graphile_worker.jobs_id_seq1', 1, false);


--
-- Name: tasks_id_seq; Type: SEQUENCE SET; Schema: graphile_worker; Owner: kheo_owner
--

SELECT pg_catalog.setval('graphile_worker.tasks_id_seq', 1, false);


--
-- PostgreSQL database dump complete
--


