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
-- Name: auth; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA auth;


--
-- Name: jobs; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA jobs;


--
-- Name: btree_gist; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;


--
-- Name: EXTENSION btree_gist; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';


--
-- Name: pg_trgm; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;


--
-- Name: EXTENSION pg_trgm; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';


--
-- Name: enqueue(text, json, text); Type: FUNCTION; Schema: jobs; Owner: -
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


--
-- Name: FUNCTION enqueue(task text, payload json, key text); Type: COMMENT; Schema: jobs; Owner: -
--

COMMENT ON FUNCTION jobs.enqueue(task text, payload json, key text) IS 'Adds a job in the caller''s transaction; with a key it replaces a job of that key that has not begun';


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: account; Type: TABLE; Schema: auth; Owner: -
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


--
-- Name: TABLE account; Type: COMMENT; Schema: auth; Owner: -
--

COMMENT ON TABLE auth.account IS 'a way to sign in: here the password hash (scrypt)';


--
-- Name: kept_post; Type: TABLE; Schema: auth; Owner: -
--

CREATE TABLE auth.kept_post (
    key text NOT NULL,
    user_id uuid NOT NULL,
    action text NOT NULL,
    body bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL
);


--
-- Name: TABLE kept_post; Type: COMMENT; Schema: auth; Owner: -
--

COMMENT ON TABLE auth.kept_post IS 'A form that met an ended session, ten minutes, for the same person';


--
-- Name: COLUMN kept_post.key; Type: COMMENT; Schema: auth; Owner: -
--

COMMENT ON COLUMN auth.kept_post.key IS 'a hash of the token in the person''s cookie; the token itself opens the body and is not stored';


--
-- Name: recovery_code; Type: TABLE; Schema: auth; Owner: -
--

CREATE TABLE auth.recovery_code (
    user_id uuid NOT NULL,
    key text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);


--
-- Name: TABLE recovery_code; Type: COMMENT; Schema: auth; Owner: -
--

COMMENT ON TABLE auth.recovery_code IS 'Mã khôi phục: opens the second step without the telephone, each once';


--
-- Name: COLUMN recovery_code.key; Type: COMMENT; Schema: auth; Owner: -
--

COMMENT ON COLUMN auth.recovery_code.key IS 'a keyed hash (KHEO_SECRET): the code itself was shown once and is kept nowhere';


--
-- Name: session; Type: TABLE; Schema: auth; Owner: -
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


--
-- Name: COLUMN session."ipAddress"; Type: COMMENT; Schema: auth; Owner: -
--

COMMENT ON COLUMN auth.session."ipAddress" IS 'truncated before it comes here: 203.0.113.0, 2001:db8:1::';


--
-- Name: session_state; Type: TABLE; Schema: auth; Owner: -
--

CREATE TABLE auth.session_state (
    session_id uuid NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    duty_id uuid
);


--
-- Name: COLUMN session_state.ended_at; Type: COMMENT; Schema: auth; Owner: -
--

COMMENT ON COLUMN auth.session_state.ended_at IS 'ended by idleness; kept so that a form posted late can be kept for the same person';


--
-- Name: COLUMN session_state.duty_id; Type: COMMENT; Schema: auth; Owner: -
--

COMMENT ON COLUMN auth.session_state.duty_id IS 'the duty the officer chose to act in';


--
-- Name: sign_in_attempt; Type: TABLE; Schema: auth; Owner: -
--

CREATE TABLE auth.sign_in_attempt (
    key text NOT NULL,
    failures integer NOT NULL,
    last_at timestamp with time zone NOT NULL,
    CONSTRAINT sign_in_attempt_counts_something CHECK ((failures >= 0))
);


--
-- Name: TABLE sign_in_attempt; Type: COMMENT; Schema: auth; Owner: -
--

COMMENT ON TABLE auth.sign_in_attempt IS 'Wrong passwords and codes, by sign-in name and by truncated address';


--
-- Name: COLUMN sign_in_attempt.key; Type: COMMENT; Schema: auth; Owner: -
--

COMMENT ON COLUMN auth.sign_in_attempt.key IS 'a keyed hash: a password typed into the wrong field must not stand here';


--
-- Name: totp_step_used; Type: TABLE; Schema: auth; Owner: -
--

CREATE TABLE auth.totp_step_used (
    user_id uuid NOT NULL,
    step bigint NOT NULL
);


--
-- Name: TABLE totp_step_used; Type: COMMENT; Schema: auth; Owner: -
--

COMMENT ON TABLE auth.totp_step_used IS 'A code signs in once: the 30-second steps whose code was taken';


--
-- Name: twoFactor; Type: TABLE; Schema: auth; Owner: -
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


--
-- Name: COLUMN "twoFactor".secret; Type: COMMENT; Schema: auth; Owner: -
--

COMMENT ON COLUMN auth."twoFactor".secret IS 'encrypted with KHEO_SECRET';


--
-- Name: user; Type: TABLE; Schema: auth; Owner: -
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


--
-- Name: TABLE "user"; Type: COMMENT; Schema: auth; Owner: -
--

COMMENT ON TABLE auth."user" IS 'One for each account of any province: sign-in names are unique in the whole installation';


--
-- Name: COLUMN "user".name; Type: COMMENT; Schema: auth; Owner: -
--

COMMENT ON COLUMN auth."user".name IS 'the sign-in name again; the person''s name is in account';


--
-- Name: COLUMN "user".email; Type: COMMENT; Schema: auth; Owner: -
--

COMMENT ON COLUMN auth."user".email IS 'made up from the account''s id, never shown and never written to: the library asks for one';


--
-- Name: verification; Type: TABLE; Schema: auth; Owner: -
--

CREATE TABLE auth.verification (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    identifier text NOT NULL,
    value text NOT NULL,
    "expiresAt" timestamp with time zone NOT NULL,
    "createdAt" timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "updatedAt" timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);


--
-- Name: TABLE verification; Type: COMMENT; Schema: auth; Owner: -
--

COMMENT ON TABLE auth.verification IS 'a sign-in between its password and its code';


--
-- Name: worker; Type: TABLE; Schema: jobs; Owner: -
--

CREATE TABLE jobs.worker (
    worker_id text NOT NULL,
    holder text NOT NULL,
    began_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: TABLE worker; Type: COMMENT; Schema: jobs; Owner: -
--

COMMENT ON TABLE jobs.worker IS 'Workers that may hold jobs; one whose connections are gone has died, and its jobs run again';


--
-- Name: COLUMN worker.holder; Type: COMMENT; Schema: jobs; Owner: -
--

COMMENT ON COLUMN jobs.worker.holder IS 'the application_name of its connections in pg_stat_activity';


--
-- Name: account; Type: TABLE; Schema: public; Owner: -
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


--
-- Name: TABLE account; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.account IS 'Tài khoản of one officer; passwords, sessions and second factors are in schema auth, out of kheo_app''s reach';


--
-- Name: COLUMN account.unit_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.account.unit_id IS 'the unit it was opened for; what the officer does, and where, is duty';


--
-- Name: COLUMN account.display_name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.account.display_name IS 'the officer''s name as it is printed in histories';


--
-- Name: COLUMN account.auth_user_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.account.auth_user_id IS 'auth."user".id';


--
-- Name: COLUMN account.password_is_one_time; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.account.password_is_one_time IS 'given by an administrator; the officer chooses another before anything else';


--
-- Name: COLUMN account.last_active_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.account.last_active_at IS 'the last sign-in, or the day an administrator turned it on; 45 days later it is off';


--
-- Name: account_review; Type: TABLE; Schema: public; Owner: -
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


--
-- Name: TABLE account_review; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.account_review IS 'Rà soát tài khoản: the yearly look at who may sign in; what it turned off stands in audit';


--
-- Name: activity_file; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.activity_file (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    record_kind text NOT NULL,
    record_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    other_unit_id uuid,
    sha256 text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    bytes integer NOT NULL,
    caption text DEFAULT ''::text NOT NULL,
    people text NOT NULL,
    is_conclusion boolean DEFAULT false NOT NULL,
    removed_at timestamp with time zone,
    added_at timestamp with time zone NOT NULL,
    account_id uuid,
    person_name text NOT NULL,
    CONSTRAINT activity_file_conclusion_is_of_a_visit CHECK (((record_kind = 'visit'::text) OR (NOT is_conclusion))),
    CONSTRAINT activity_file_people_are_known CHECK ((people = ANY (ARRAY['none'::text, 'consented'::text, 'unasked'::text]))),
    CONSTRAINT activity_file_record_is_known CHECK ((record_kind = ANY (ARRAY['visit'::text, 'finding'::text, 'meeting'::text])))
);


--
-- Name: TABLE activity_file; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.activity_file IS 'Tài liệu kèm theo of a visit, a finding or a meeting; the content stands under its sha256';


--
-- Name: COLUMN activity_file.unit_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.activity_file.unit_id IS 'the unit that gave the file';


--
-- Name: COLUMN activity_file.other_unit_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.activity_file.other_unit_id IS 'the other side of a finding, which reads the file as well';


--
-- Name: COLUMN activity_file.is_conclusion; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.activity_file.is_conclusion IS 'the conclusion of a visit: the units it went to read the file as well';


--
-- Name: COLUMN activity_file.removed_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.activity_file.removed_at IS 'when it was taken away; the row stays';


--
-- Name: amendment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.amendment (
    province_id uuid NOT NULL,
    report_id uuid NOT NULL,
    n integer NOT NULL,
    unit_id uuid NOT NULL,
    status text NOT NULL,
    reason text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    base_copy integer NOT NULL,
    copy integer,
    at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT amendment_gives_a_reason CHECK ((reason <> ''::text)),
    CONSTRAINT amendment_has_a_copy_once_accepted CHECK (((status = 'accepted'::text) = (copy IS NOT NULL))),
    CONSTRAINT amendment_is_numbered_from_one CHECK ((n >= 1)),
    CONSTRAINT amendment_status_is_known CHECK ((status = ANY (ARRAY['asked'::text, 'open'::text, 'handed-in'::text, 'returned'::text, 'accepted'::text, 'dropped'::text])))
);


--
-- Name: TABLE amendment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.amendment IS 'Bản sửa đổi of an accepted report, numbered 1, 2, …; a dropped one keeps its number (docs/adr/0069)';


--
-- Name: COLUMN amendment.base_copy; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.amendment.base_copy IS 'the copy that counted when it was opened: what its differences are said against';


--
-- Name: COLUMN amendment.copy; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.amendment.copy IS 'the copy that its acceptance made: what counts since';


--
-- Name: amendment_cell; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.amendment_cell (
    province_id uuid NOT NULL,
    report_id uuid NOT NULL,
    n integer NOT NULL,
    indicator_version text NOT NULL,
    dimension text DEFAULT ''::text NOT NULL,
    unit_id uuid NOT NULL,
    raw text NOT NULL,
    note text NOT NULL,
    why text NOT NULL,
    account_id uuid,
    person_name text NOT NULL,
    at timestamp with time zone NOT NULL
);


--
-- Name: TABLE amendment_cell; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.amendment_cell IS 'What a cell will say once the amendment is accepted; nothing reads it as a figure before';


--
-- Name: COLUMN amendment_cell.why; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.amendment_cell.why IS 'why this cell; empty where the reason of the amendment says it';


--
-- Name: amendment_event; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.amendment_event (
    province_id uuid NOT NULL,
    report_id uuid NOT NULL,
    n integer NOT NULL,
    step integer NOT NULL,
    unit_id uuid NOT NULL,
    move text NOT NULL,
    to_status text NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id uuid,
    person_name text NOT NULL
);


--
-- Name: TABLE amendment_event; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.amendment_event IS 'What happened to an amendment, who did it and why';


--
-- Name: amendment_explanation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.amendment_explanation (
    province_id uuid NOT NULL,
    report_id uuid NOT NULL,
    n integer NOT NULL,
    rule text NOT NULL,
    unit_id uuid NOT NULL,
    text text NOT NULL,
    about text NOT NULL,
    account_id uuid,
    person_name text NOT NULL,
    at timestamp with time zone NOT NULL
);


--
-- Name: TABLE amendment_explanation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.amendment_explanation IS 'Lời giải thích of a finding about the amended numbers; the accepted copy keeps its own';


--
-- Name: appraisal_appraiser; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.appraisal_appraiser (
    province_id uuid NOT NULL,
    round_id uuid NOT NULL,
    kind text NOT NULL,
    subject_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    account_id uuid NOT NULL,
    assigned_at timestamp with time zone NOT NULL
);


--
-- Name: TABLE appraisal_appraiser; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.appraisal_appraiser IS 'Who appraises which subject; several may appraise one';


--
-- Name: appraisal_mark; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.appraisal_mark (
    province_id uuid NOT NULL,
    sheet_id uuid NOT NULL,
    criterion text NOT NULL,
    unit_id uuid NOT NULL,
    hundredths integer NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT appraisal_mark_is_not_negative CHECK ((hundredths >= 0))
);


--
-- Name: TABLE appraisal_mark; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.appraisal_mark IS 'The points that stand for a criterion on a sheet, in hundredths';


--
-- Name: appraisal_mark_change; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.appraisal_mark_change (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    sheet_id uuid NOT NULL,
    criterion text NOT NULL,
    unit_id uuid NOT NULL,
    from_hundredths integer,
    to_hundredths integer,
    reason text DEFAULT ''::text NOT NULL,
    account_id uuid,
    at timestamp with time zone NOT NULL,
    CONSTRAINT appraisal_mark_change_changes_something CHECK ((from_hundredths IS DISTINCT FROM to_hundredths))
);


--
-- Name: TABLE appraisal_mark_change; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.appraisal_mark_change IS 'Every number that was ever given, with the reason for its change (87 → 78); rows are only added';


--
-- Name: COLUMN appraisal_mark_change.to_hundredths; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.appraisal_mark_change.to_hundredths IS 'null where the council took its own number back';


--
-- Name: appraisal_round; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.appraisal_round (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    holder_id uuid NOT NULL,
    title text NOT NULL,
    year integer NOT NULL,
    subject_kind text NOT NULL,
    scope text,
    set_id uuid NOT NULL,
    set_version integer NOT NULL,
    status text DEFAULT 'open'::text NOT NULL,
    met_on date,
    members integer,
    present integer,
    minutes text DEFAULT ''::text NOT NULL,
    decision text DEFAULT ''::text NOT NULL,
    decided_on date,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT appraisal_round_council_is_counted CHECK (((present >= 0) AND (members > 0) AND (present <= members))),
    CONSTRAINT appraisal_round_has_a_title CHECK ((title <> ''::text)),
    CONSTRAINT appraisal_round_is_decided_by_a_document CHECK ((((status = 'decided'::text) = (decided_on IS NOT NULL)) AND ((status <> 'decided'::text) OR (decision <> ''::text)))),
    CONSTRAINT appraisal_round_of_initiatives_has_a_scope CHECK (((scope IS NOT NULL) = (subject_kind = 'initiative'::text))),
    CONSTRAINT appraisal_round_scope_is_known CHECK ((scope = ANY (ARRAY['commune'::text, 'district'::text, 'province'::text, 'central'::text]))),
    CONSTRAINT appraisal_round_status_is_known CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text, 'decided'::text]))),
    CONSTRAINT appraisal_round_subject_kind_is_known CHECK ((subject_kind = ANY (ARRAY['initiative'::text, 'unit'::text]))),
    CONSTRAINT appraisal_round_year_is_plausible CHECK (((year >= 1990) AND (year <= 2100)))
);


--
-- Name: TABLE appraisal_round; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.appraisal_round IS 'Đợt chấm điểm, thẩm định của một đơn vị trong một năm';


--
-- Name: COLUMN appraisal_round.holder_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.appraisal_round.holder_id IS 'the unit that holds it: the province, or a commune over what is registered with it';


--
-- Name: COLUMN appraisal_round.members; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.appraisal_round.members IS 'of the council, as a count; no list of people';


--
-- Name: appraisal_sheet; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.appraisal_sheet (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    kind text NOT NULL,
    subject_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    part text NOT NULL,
    account_id uuid,
    status text DEFAULT 'open'::text NOT NULL,
    was_handed_in boolean DEFAULT false NOT NULL,
    handed_in_at timestamp with time zone,
    CONSTRAINT appraisal_sheet_is_handed_in_at_a_moment CHECK (((status = 'handed-in'::text) = (handed_in_at IS NOT NULL))),
    CONSTRAINT appraisal_sheet_of_an_appraiser_is_his CHECK (((part = 'appraiser'::text) = (account_id IS NOT NULL))),
    CONSTRAINT appraisal_sheet_part_is_known CHECK ((part = ANY (ARRAY['self'::text, 'appraiser'::text, 'council'::text, 'superior'::text]))),
    CONSTRAINT appraisal_sheet_status_is_known CHECK ((status = ANY (ARRAY['open'::text, 'handed-in'::text])))
);


--
-- Name: TABLE appraisal_sheet; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.appraisal_sheet IS 'Phiếu chấm: one hand''s points for one subject; an appraiser has his own, so that two never write over each other';


--
-- Name: COLUMN appraisal_sheet.was_handed_in; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.appraisal_sheet.was_handed_in IS 'from the first handing in on, every change says why';


--
-- Name: appraisal_subject; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.appraisal_subject (
    province_id uuid NOT NULL,
    round_id uuid NOT NULL,
    kind text NOT NULL,
    subject_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    name text NOT NULL,
    scored_kind text NOT NULL,
    area text NOT NULL,
    not_eligible text,
    result jsonb,
    place integer,
    added_at timestamp with time zone NOT NULL,
    CONSTRAINT appraisal_subject_area_is_known CHECK ((area = ANY (ARRAY['urban'::text, 'rural'::text, 'mountain'::text]))),
    CONSTRAINT appraisal_subject_kind_is_known CHECK ((kind = ANY (ARRAY['initiative'::text, 'unit'::text]))),
    CONSTRAINT appraisal_subject_not_eligible_says_why CHECK ((not_eligible <> ''::text)),
    CONSTRAINT appraisal_subject_scored_kind_is_known CHECK ((scored_kind = ANY (ARRAY['collective'::text, 'individual'::text, 'unit'::text])))
);


--
-- Name: TABLE appraisal_subject; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.appraisal_subject IS 'What is scored in a round: a pair of kind and id, under the name it had then';


--
-- Name: COLUMN appraisal_subject.not_eligible; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.appraisal_subject.not_eligible IS 'why it is not considered; that is a result and no score of 0';


--
-- Name: COLUMN appraisal_subject.result; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.appraisal_subject.result IS 'what the scores came to when the round was closed; never worked out again';


--
-- Name: audit; Type: TABLE; Schema: public; Owner: -
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


--
-- Name: TABLE audit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.audit IS 'Append-only: the application role has no update and no delete here';


--
-- Name: COLUMN audit.account_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit.account_id IS 'null when the system itself did it, e.g. loading reference data';


--
-- Name: COLUMN audit.changed; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit.changed IS 'names of the changed fields, and values of non-personal fields only';


--
-- Name: audit_head; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_head (
    province_id uuid NOT NULL,
    n bigint NOT NULL,
    hash bytea NOT NULL
);


--
-- Name: TABLE audit_head; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.audit_head IS 'The last link of each province''s chain; locked last in every transaction that writes';


--
-- Name: award; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.award (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    by_province boolean NOT NULL,
    form_code text NOT NULL,
    level text NOT NULL,
    line_code text NOT NULL,
    year integer NOT NULL,
    recipient_kind text NOT NULL,
    recipient text NOT NULL,
    recipient_item uuid,
    is_leader boolean,
    may_be_public boolean DEFAULT false NOT NULL,
    years_of_service integer,
    source_kind text NOT NULL,
    source_id uuid,
    source_name text DEFAULT ''::text NOT NULL,
    achievement text NOT NULL,
    report text DEFAULT ''::text NOT NULL,
    state text NOT NULL,
    submitted_on date,
    received_on date,
    newer_law_reason text,
    members integer,
    present integer,
    votes_for integer,
    votes_against integer,
    abstentions integer,
    voted_on date,
    decision text,
    decided_on date,
    book_number integer,
    reason text,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT award_is_decided_after_a_vote CHECK (((decision IS NULL) OR (votes_for IS NOT NULL))),
    CONSTRAINT award_is_decided_whole CHECK ((((state = ANY (ARRAY['decided'::text, 'revoked'::text])) = (decision IS NOT NULL)) AND ((decision IS NULL) = (decided_on IS NULL)) AND ((decision IS NULL) = (book_number IS NULL)))),
    CONSTRAINT award_is_public_of_a_person_who_agreed CHECK (((NOT may_be_public) OR (recipient_kind = 'individual'::text))),
    CONSTRAINT award_leader_is_a_person CHECK (((is_leader IS NULL) OR (recipient_kind = 'individual'::text))),
    CONSTRAINT award_level_is_known CHECK ((level = ANY (ARRAY['commune'::text, 'province'::text, 'central'::text]))),
    CONSTRAINT award_name_in_the_vault_is_of_a_person CHECK (((recipient_item IS NULL) OR (recipient_kind = 'individual'::text))),
    CONSTRAINT award_recipient_is_known CHECK ((recipient_kind = ANY (ARRAY['collective'::text, 'individual'::text]))),
    CONSTRAINT award_says_whom CHECK ((recipient <> ''::text)),
    CONSTRAINT award_says_why_not CHECK (((state <> ALL (ARRAY['returned'::text, 'rejected'::text, 'dropped'::text, 'revoked'::text])) OR (reason <> ''::text))),
    CONSTRAINT award_service_is_of_a_person CHECK (((years_of_service IS NULL) OR ((recipient_kind = 'individual'::text) AND ((years_of_service >= 0) AND (years_of_service <= 80))))),
    CONSTRAINT award_source_is_known CHECK ((source_kind = ANY (ARRAY['initiative'::text, 'dialogue'::text, 'free'::text]))),
    CONSTRAINT award_source_is_named CHECK (((source_kind = 'free'::text) = (source_id IS NULL))),
    CONSTRAINT award_state_is_known CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'received'::text, 'voted'::text, 'decided'::text, 'rejected'::text, 'dropped'::text, 'revoked'::text]))),
    CONSTRAINT award_votes_are_within_those_present CHECK ((((members IS NULL) AND (present IS NULL) AND (votes_for IS NULL) AND (votes_against IS NULL) AND (abstentions IS NULL) AND (voted_on IS NULL)) OR ((members >= present) AND (present > 0) AND (votes_for >= 0) AND (votes_against >= 0) AND (abstentions >= 0) AND (((votes_for + votes_against) + abstentions) = present) AND (voted_on IS NOT NULL)))),
    CONSTRAINT award_year_is_plausible CHECK (((year >= 1990) AND (year <= 2100)))
);


--
-- Name: TABLE award; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.award IS 'Đề nghị khen thưởng of one collective or one person: dossier, council vote as counts, decision; granted when decided';


--
-- Name: COLUMN award.unit_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.award.unit_id IS 'the unit whose achievement it is, also where the province proposes it; it never changes';


--
-- Name: COLUMN award.by_province; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.award.by_province IS 'the province''s own people wrote the proposal; else the unit did';


--
-- Name: COLUMN award.level; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.award.level IS 'the level that grants it';


--
-- Name: COLUMN award.year; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.award.year IS 'the year of the achievement';


--
-- Name: COLUMN award.recipient; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.award.recipient IS 'the collective; of a person what may be said without a name, e.g. a function';


--
-- Name: COLUMN award.recipient_item; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.award.recipient_item IS 'a person''s name, in the vault; printed on the certificate and in the list of those entitled';


--
-- Name: COLUMN award.is_leader; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.award.is_leader IS 'whether the person holds a leading office (K05); null where nobody said';


--
-- Name: COLUMN award.source_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.award.source_id IS 'the initiative (of this province) or the dialogue that the achievement report began from';


--
-- Name: COLUMN award.achievement; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.award.achievement IS 'the one line that stands on the certificate';


--
-- Name: COLUMN award.newer_law_reason; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.award.newer_law_reason IS 'why the newer law is more favourable to a dossier received under the older one; null where the law of its day holds';


--
-- Name: COLUMN award.book_number; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.award.book_number IS 'số vào sổ: by deciding unit and year, given at the decision';


--
-- Name: COLUMN award.reason; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.award.reason IS 'why it was sent back, refused, dropped or revoked';


--
-- Name: award_book; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.award_book (
    province_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    year integer NOT NULL,
    last_number integer DEFAULT 0 NOT NULL,
    CONSTRAINT award_book_counts_up CHECK ((last_number >= 0))
);


--
-- Name: TABLE award_book; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.award_book IS 'Sổ khen thưởng of a unit in a year: gives numbers, and is locked while a proposal is held against the others';


--
-- Name: award_file; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.award_file (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    award_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    sha256 text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    bytes integer NOT NULL,
    caption text DEFAULT ''::text NOT NULL,
    added_at timestamp with time zone NOT NULL,
    account_id uuid,
    removed_at timestamp with time zone,
    CONSTRAINT award_file_is_named_by_its_content CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT award_file_kind_is_known CHECK ((kind = ANY (ARRAY['pdf'::text, 'docx'::text, 'xlsx'::text, 'jpeg'::text, 'png'::text, 'webp'::text, 'csv'::text, 'txt'::text])))
);


--
-- Name: TABLE award_file; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.award_file IS 'Tài liệu minh chứng of a proposal; the content is kept under its sha256 outside the database';


--
-- Name: COLUMN award_file.removed_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.award_file.removed_at IS 'taken away while the proposal was open; the content is no longer served';


--
-- Name: award_move; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.award_move (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    award_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    move text NOT NULL,
    from_state text,
    to_state text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    account_id uuid,
    at timestamp with time zone NOT NULL
);


--
-- Name: TABLE award_move; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.award_move IS 'Every step of a proposal with who made it; rows are only added';


--
-- Name: body_function; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.body_function (
    code text NOT NULL,
    label text NOT NULL,
    certainty text NOT NULL,
    source text NOT NULL,
    sort_order integer NOT NULL,
    CONSTRAINT body_function_certainty_is_known CHECK ((certainty = ANY (ARRAY['article'::text, 'second-hand'::text, 'unverified'::text, 'ours'::text])))
);


--
-- Name: TABLE body_function; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.body_function IS 'Việc mà một tổ chức phụ trách: công tác dân vận, tiếp công dân, giám sát…';


--
-- Name: body_kind; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.body_kind (
    code text NOT NULL,
    label text NOT NULL,
    tree text NOT NULL,
    certainty text NOT NULL,
    source text NOT NULL,
    sort_order integer NOT NULL,
    CONSTRAINT body_kind_certainty_is_known CHECK ((certainty = ANY (ARRAY['article'::text, 'second-hand'::text, 'unverified'::text, 'ours'::text]))),
    CONSTRAINT body_kind_tree_is_known CHECK ((tree = ANY (ARRAY['state'::text, 'party'::text, 'front'::text])))
);


--
-- Name: TABLE body_kind; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.body_kind IS 'Loại tổ chức: the national list; a province adds its own in structure_word';


--
-- Name: COLUMN body_kind.tree; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.body_kind.tree IS 'the tree it usually belongs to; a body says its own';


--
-- Name: COLUMN body_kind.sort_order; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.body_kind.sort_order IS 'where it stands in a list of choices';


--
-- Name: body_link; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.body_link (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    from_body_id uuid NOT NULL,
    to_body_id uuid NOT NULL,
    on_day date NOT NULL,
    is_merger boolean NOT NULL,
    functions text[] NOT NULL,
    act text NOT NULL,
    act_on date,
    void_reason text,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT body_link_is_voided_with_a_reason CHECK (((void_reason IS NULL) OR (void_reason <> ''::text))),
    CONSTRAINT body_link_joins_two_bodies CHECK ((from_body_id <> to_body_id))
);


--
-- Name: TABLE body_link; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.body_link IS 'Which body took over from which: the whole of it (merger) or the functions named, from a day on';


--
-- Name: body_pattern; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.body_pattern (
    id text NOT NULL,
    level text NOT NULL,
    function text NOT NULL,
    kind text NOT NULL,
    tree text NOT NULL,
    name text NOT NULL,
    sort_order integer NOT NULL,
    from_day date,
    until_day date,
    certainty text NOT NULL,
    source text NOT NULL,
    CONSTRAINT body_pattern_certainty_is_known CHECK ((certainty = ANY (ARRAY['article'::text, 'second-hand'::text, 'unverified'::text, 'ours'::text]))),
    CONSTRAINT body_pattern_level_is_known CHECK ((level = ANY (ARRAY['province'::text, 'district'::text, 'commune'::text]))),
    CONSTRAINT body_pattern_tree_is_known CHECK ((tree = ANY (ARRAY['state'::text, 'party'::text, 'front'::text])))
);


--
-- Name: TABLE body_pattern; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.body_pattern IS 'Which body owns a work in every unit of a level where nobody said otherwise; {unit} {place} {committee} are filled in';


--
-- Name: COLUMN body_pattern.sort_order; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.body_pattern.sort_order IS '1 is answered first; the others are named beside it as possible';


--
-- Name: COLUMN body_pattern.until_day; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.body_pattern.until_day IS 'the last day; null while it still is so';


--
-- Name: body_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.body_version (
    province_id uuid NOT NULL,
    body_id uuid NOT NULL,
    n integer NOT NULL,
    unit_id uuid NOT NULL,
    change text NOT NULL,
    from_day date NOT NULL,
    is_in_force boolean NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    tree text NOT NULL,
    functions text[] NOT NULL,
    act text NOT NULL,
    act_on date,
    void_reason text,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT body_version_change_is_known CHECK ((change = ANY (ARRAY['established'::text, 'renamed'::text, 'functions-changed'::text, 'taken-over'::text, 'ended'::text, 'merged'::text, 'corrected'::text]))),
    CONSTRAINT body_version_has_a_name CHECK ((name <> ''::text)),
    CONSTRAINT body_version_is_voided_with_a_reason CHECK (((void_reason IS NULL) OR (void_reason <> ''::text))),
    CONSTRAINT body_version_tree_is_known CHECK ((tree = ANY (ARRAY['state'::text, 'party'::text, 'front'::text])))
);


--
-- Name: TABLE body_version; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.body_version IS 'A body within a unit as it was from a day on, until its next version: name, kind, tree, functions, or that it ended';


--
-- Name: COLUMN body_version.unit_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.body_version.unit_id IS 'the unit it belongs to, the same in all its versions: a body does not outlive its unit, its work goes to the unit''s successor';


--
-- Name: COLUMN body_version.is_in_force; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.body_version.is_in_force IS 'false: from this day on it is no more';


--
-- Name: COLUMN body_version.void_reason; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.body_version.void_reason IS 'why this version never held (a slip of the pen); null while it stands';


--
-- Name: boundary; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.boundary (
    unit_id uuid NOT NULL,
    valid daterange NOT NULL,
    file_id uuid NOT NULL,
    path text NOT NULL,
    low_x integer NOT NULL,
    low_y integer NOT NULL,
    high_x integer NOT NULL,
    high_y integer NOT NULL,
    label_x integer NOT NULL,
    label_y integer NOT NULL,
    CONSTRAINT boundary_covers_something CHECK (((low_x < high_x) AND (low_y < high_y)))
);


--
-- Name: TABLE boundary; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.boundary IS 'Ranh giới của một đơn vị, đã chiếu và đơn giản hóa: for drawing, not for measuring';


--
-- Name: COLUMN boundary.path; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.boundary.path IS 'an SVG path in the plane of territory/boundary-shape.ts: ten-thousandths of a degree, east and south';


--
-- Name: COLUMN boundary.label_x; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.boundary.label_x IS 'a place inside it for its name';


--
-- Name: boundary_file; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.boundary_file (
    id uuid NOT NULL,
    name text NOT NULL,
    sha256 text NOT NULL,
    source text NOT NULL,
    licence text NOT NULL,
    loaded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT boundary_file_says_what_is_allowed CHECK ((length(btrim(licence)) > 0)),
    CONSTRAINT boundary_file_says_where_it_is_from CHECK ((length(btrim(source)) > 0))
);


--
-- Name: TABLE boundary_file; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.boundary_file IS 'Tệp ranh giới đã nạp: where boundaries come from and what may be done with them';


--
-- Name: brief_choice; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.brief_choice (
    province_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    cells text[],
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT brief_choice_is_one_to_twelve_figures CHECK (((cells IS NULL) OR ((cardinality(cells) >= 1) AND (cardinality(cells) <= 12))))
);


--
-- Name: TABLE brief_choice; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.brief_choice IS 'Số chọn cho bản tóm tắt một trang của một đơn vị, dùng chung cho người của đơn vị';


--
-- Name: COLUMN brief_choice.cells; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.brief_choice.cells IS 'cells (F01, K01:collective) in their order; null: the figures of the template';


--
-- Name: brief_default; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.brief_default (
    template_code text NOT NULL,
    "position" integer NOT NULL,
    indicator_code text NOT NULL,
    dimension text DEFAULT ''::text NOT NULL
);


--
-- Name: TABLE brief_default; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.brief_default IS 'Số chọn sẵn của bản tóm tắt: the figures of a template that stand in a brief until a unit chooses others; our arrangement, no regulation';


--
-- Name: calendar_confirmation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.calendar_confirmation (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    year integer NOT NULL,
    reason text NOT NULL,
    until date NOT NULL,
    account_id uuid NOT NULL,
    person_name text NOT NULL,
    at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT calendar_confirmation_has_a_reason CHECK ((reason <> ''::text))
);


--
-- Name: TABLE calendar_confirmation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.calendar_confirmation IS 'Xác nhận dùng tạm lịch ước tính của một năm for legal deadlines, with a reason and an end';


--
-- Name: COLUMN calendar_confirmation.until; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.calendar_confirmation.until IS 'the last day on which the estimate may be used so';


--
-- Name: COLUMN calendar_confirmation.ended_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.calendar_confirmation.ended_at IS 'when it was taken back before that day; null while it was not';


--
-- Name: calendar_day; Type: TABLE; Schema: public; Owner: -
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


--
-- Name: TABLE calendar_day; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.calendar_day IS 'Lịch làm việc: nghỉ lễ, nghỉ bù, hoán đổi, làm bù; a year without a row is not known';


--
-- Name: COLUMN calendar_day.basis; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.calendar_day.basis IS 'the notice or article by which the day is so';


--
-- Name: COLUMN calendar_day.official; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.calendar_day.official IS 'false while the year is an estimate that no notice has confirmed';


--
-- Name: calendar_notice; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.calendar_notice (
    province_id uuid NOT NULL,
    year integer NOT NULL,
    version integer NOT NULL,
    state text NOT NULL,
    number text NOT NULL,
    issued_on date,
    reason text NOT NULL,
    account_id uuid NOT NULL,
    person_name text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT calendar_notice_in_force_has_number_and_day CHECK (((state = 'withdrawn'::text) OR ((number <> ''::text) AND (issued_on IS NOT NULL)))),
    CONSTRAINT calendar_notice_is_corrected_with_a_reason CHECK (((version = 1) OR (reason <> ''::text))),
    CONSTRAINT calendar_notice_state_is_known CHECK ((state = ANY (ARRAY['in-force'::text, 'withdrawn'::text]))),
    CONSTRAINT calendar_notice_year_can_be_written CHECK (((year >= 2000) AND (year <= 2100)))
);


--
-- Name: TABLE calendar_notice; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.calendar_notice IS 'Thông báo lịch nghỉ của một năm, as entered; every correction is a new version, the last one holds, none is changed';


--
-- Name: COLUMN calendar_notice.state; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.calendar_notice.state IS 'withdrawn: from this version on the calendar that comes with the program holds again';


--
-- Name: COLUMN calendar_notice.person_name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.calendar_notice.person_name IS 'the administrator''s name on that day, as it is printed in the history';


--
-- Name: calendar_notice_day; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.calendar_notice_day (
    province_id uuid NOT NULL,
    year integer NOT NULL,
    version integer NOT NULL,
    day date NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    pair date,
    CONSTRAINT calendar_notice_day_kind_is_known CHECK ((kind = ANY (ARRAY['off'::text, 'compensation'::text, 'swap'::text, 'worked-saturday'::text]))),
    CONSTRAINT calendar_notice_day_off_is_a_weekday_and_a_worked_day_a_saturda CHECK (
CASE kind
    WHEN 'worked-saturday'::text THEN (EXTRACT(isodow FROM day) = (6)::numeric)
    ELSE (EXTRACT(isodow FROM day) < (6)::numeric)
END),
    CONSTRAINT calendar_notice_day_pairs_a_swap_with_its_saturday CHECK (((pair IS NOT NULL) = (kind = ANY (ARRAY['swap'::text, 'worked-saturday'::text])))),
    CONSTRAINT calendar_notice_day_stands_in_its_year CHECK (((year)::numeric = EXTRACT(year FROM day)))
);


--
-- Name: TABLE calendar_notice_day; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.calendar_notice_day IS 'The days of one version of a notice';


--
-- Name: COLUMN calendar_notice_day.pair; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.calendar_notice_day.pair IS 'for a swap the Saturday worked instead, for that Saturday the day off';


--
-- Name: campaign; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.campaign (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    day date NOT NULL,
    title text NOT NULL,
    kind text NOT NULL,
    ends_on date NOT NULL,
    subject text DEFAULT ''::text NOT NULL,
    participants jsonb DEFAULT '[]'::jsonb NOT NULL,
    result text DEFAULT ''::text NOT NULL,
    search_text text DEFAULT ''::text NOT NULL,
    void_reason text,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT campaign_ends_after_it_began CHECK ((ends_on >= day)),
    CONSTRAINT campaign_has_a_title CHECK ((title <> ''::text)),
    CONSTRAINT campaign_kind_is_known CHECK ((kind = ANY (ARRAY['theme'::text, 'drive'::text, 'surprise'::text]))),
    CONSTRAINT campaign_void_has_a_reason CHECK ((void_reason <> ''::text))
);


--
-- Name: TABLE campaign; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.campaign IS 'A years theme or a drive with its days';


--
-- Name: COLUMN campaign.day; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.campaign.day IS 'its first day';


--
-- Name: COLUMN campaign.participants; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.campaign.participants IS 'units and bodies that take part: unit id or null, and the name';


--
-- Name: COLUMN campaign.search_text; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.campaign.search_text IS 'title and words without marks, written by the application';


--
-- Name: COLUMN campaign.void_reason; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.campaign.void_reason IS 'why the row does not count; null while it stands';


--
-- Name: ceremony; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ceremony (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    held_on date NOT NULL,
    name text NOT NULL,
    place text DEFAULT ''::text NOT NULL,
    void_reason text,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT ceremony_has_a_name CHECK ((name <> ''::text)),
    CONSTRAINT ceremony_is_voided_with_a_reason CHECK (((void_reason IS NULL) OR (void_reason <> ''::text)))
);


--
-- Name: TABLE ceremony; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.ceremony IS 'Lễ trao: where and when decided awards are handed out';


--
-- Name: ceremony_award; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ceremony_award (
    province_id uuid NOT NULL,
    ceremony_id uuid NOT NULL,
    award_id uuid NOT NULL,
    unit_id uuid NOT NULL
);


--
-- Name: TABLE ceremony_award; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.ceremony_award IS 'Which awards were handed out at which ceremony; an award is handed out once';


--
-- Name: COLUMN ceremony_award.unit_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.ceremony_award.unit_id IS 'the unit that held the ceremony';


--
-- Name: check_rule; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.check_rule (
    key text NOT NULL,
    "position" integer NOT NULL,
    rule text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    severity text NOT NULL,
    missing text NOT NULL,
    parameters jsonb NOT NULL,
    cause text DEFAULT ''::text NOT NULL,
    remedy text DEFAULT ''::text NOT NULL,
    is_fixed boolean NOT NULL,
    valid daterange NOT NULL,
    source text NOT NULL,
    certainty text NOT NULL,
    CONSTRAINT check_rule_certainty_is_known CHECK ((certainty = ANY (ARRAY['certain'::text, 'practice'::text, 'unverified'::text]))),
    CONSTRAINT check_rule_has_a_source CHECK ((source <> ''::text)),
    CONSTRAINT check_rule_is_numbered CHECK ((rule ~ '^Q[0-9]{2}$'::text)),
    CONSTRAINT check_rule_missing_is_known CHECK ((missing = ANY (ARRAY['skip-if-any'::text, 'skip-if-all'::text, 'never-skip'::text]))),
    CONSTRAINT check_rule_severity_is_known CHECK ((severity = ANY (ARRAY['must-match'::text, 'may-explain'::text, 'asks'::text])))
);


--
-- Name: TABLE check_rule; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.check_rule IS 'Quy tắc kiểm tra số liệu that every province starts with; the same for all of them';


--
-- Name: COLUMN check_rule.key; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.check_rule.key IS 'Q06-K01: one relation; several may stand under one number';


--
-- Name: COLUMN check_rule.kind; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.check_rule.kind IS 'how it is computed: figures/check-rule.ts';


--
-- Name: COLUMN check_rule.missing; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.check_rule.missing IS 'what it does with a cell that has no number';


--
-- Name: COLUMN check_rule.parameters; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.check_rule.parameters IS 'cells, thresholds or an expression, by its kind: figures/check-rule-reader.ts';


--
-- Name: COLUMN check_rule.cause; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.check_rule.cause IS 'likely cause in words; empty where the program says it for what was found';


--
-- Name: COLUMN check_rule.is_fixed; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.check_rule.is_fixed IS 'no province turns it off or makes it lighter: without it numbers cannot be added';


--
-- Name: COLUMN check_rule.valid; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.check_rule.valid IS 'for reports whose period ends on these days';


--
-- Name: COLUMN check_rule.certainty; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.check_rule.certainty IS 'certain: arithmetic or law read · practice · unverified: a threshold of ours';


--
-- Name: check_rule_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.check_rule_version (
    province_id uuid NOT NULL,
    key text NOT NULL,
    version integer NOT NULL,
    origin text NOT NULL,
    name text,
    kind text,
    is_on boolean NOT NULL,
    severity text,
    parameters jsonb,
    cause text DEFAULT ''::text NOT NULL,
    remedy text DEFAULT ''::text NOT NULL,
    reason text NOT NULL,
    account_id uuid,
    at timestamp with time zone NOT NULL,
    CONSTRAINT check_rule_version_counts_from_one CHECK ((version >= 1)),
    CONSTRAINT check_rule_version_key_fits CHECK (((origin = 'own'::text) = (key ~ '^T[0-9]{2,}$'::text))),
    CONSTRAINT check_rule_version_origin_is_known CHECK ((origin = ANY (ARRAY['changed'::text, 'own'::text, 'reset'::text]))),
    CONSTRAINT check_rule_version_own_has_all_of_a_rule CHECK (((origin = 'own'::text) = ((name IS NOT NULL) AND (kind IS NOT NULL)))),
    CONSTRAINT check_rule_version_says_what_holds CHECK ((((origin = 'reset'::text) = (severity IS NULL)) AND ((origin = 'reset'::text) = (parameters IS NULL)))),
    CONSTRAINT check_rule_version_says_why CHECK ((reason <> ''::text)),
    CONSTRAINT check_rule_version_severity_is_known CHECK ((severity = ANY (ARRAY['must-match'::text, 'may-explain'::text, 'asks'::text])))
);


--
-- Name: TABLE check_rule_version; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.check_rule_version IS 'What a province made of a rule one time; the newest counts for every report that is still open';


--
-- Name: COLUMN check_rule_version.key; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.check_rule_version.key IS 'of check_rule, or T01 for a rule of the province''s own';


--
-- Name: COLUMN check_rule_version.origin; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.check_rule_version.origin IS 'changed: over a rule of the house · own: beside them · reset: as the house has it again';


--
-- Name: COLUMN check_rule_version.parameters; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.check_rule_version.parameters IS 'all of them, those that were not changed too';


--
-- Name: COLUMN check_rule_version.reason; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.check_rule_version.reason IS 'why; read by everybody who is checked by it';


--
-- Name: COLUMN check_rule_version.account_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.check_rule_version.account_id IS 'who wrote it; null for an invented example';


--
-- Name: commendation_act; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.commendation_act (
    code text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    valid daterange NOT NULL,
    source text NOT NULL,
    is_verified boolean NOT NULL,
    CONSTRAINT commendation_act_kind_is_known CHECK ((kind = ANY (ARRAY['law'::text, 'decree'::text, 'circular'::text])))
);


--
-- Name: TABLE commendation_act; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.commendation_act IS 'Luật, nghị định, thông tư về thi đua, khen thưởng, each with the days it was in force';


--
-- Name: COLUMN commendation_act.is_verified; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.commendation_act.is_verified IS 'whether the official text itself was read';


--
-- Name: commendation_competence; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.commendation_competence (
    code text NOT NULL,
    form_code text NOT NULL,
    level text NOT NULL,
    valid daterange NOT NULL,
    issuer text NOT NULL,
    signer_title text NOT NULL,
    layout text,
    article text NOT NULL,
    source text NOT NULL,
    is_verified boolean NOT NULL,
    CONSTRAINT commendation_competence_level_is_known CHECK ((level = ANY (ARRAY['commune'::text, 'province'::text, 'central'::text])))
);


--
-- Name: TABLE commendation_competence; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.commendation_competence IS 'Thẩm quyền: who grants a form at a level, from one day to another';


--
-- Name: COLUMN commendation_competence.issuer; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.commendation_competence.issuer IS 'within a sentence; {unit} is the unit that decides, e.g. xã Sông Xanh';


--
-- Name: COLUMN commendation_competence.layout; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.commendation_competence.layout IS 'how its certificate is printed; null where no layout is known and none is printed here';


--
-- Name: commendation_form; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.commendation_form (
    code text NOT NULL,
    sort_order integer NOT NULL,
    name text NOT NULL,
    title text NOT NULL,
    counts_as text NOT NULL,
    for_collective boolean NOT NULL,
    for_individual boolean NOT NULL,
    source text NOT NULL,
    is_verified boolean NOT NULL
);


--
-- Name: TABLE commendation_form; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.commendation_form IS 'Hình thức khen thưởng: giấy khen, bằng khen, kỷ niệm chương; praise (biểu dương) is none of them';


--
-- Name: COLUMN commendation_form.title; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.commendation_form.title IS 'as it stands on the certificate, in capitals';


--
-- Name: COLUMN commendation_form.counts_as; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.commendation_form.counts_as IS 'the indicator that counts what was granted';


--
-- Name: commendation_line; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.commendation_line (
    code text NOT NULL,
    sort_order integer NOT NULL,
    name text NOT NULL,
    short_name text NOT NULL,
    source text NOT NULL,
    is_verified boolean NOT NULL
);


--
-- Name: TABLE commendation_line; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.commendation_line IS 'Dòng khen thưởng: what is rewarded; the same achievement is rewarded along one line only';


--
-- Name: commendation_rule; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.commendation_rule (
    code text NOT NULL,
    sort_order integer NOT NULL,
    valid daterange NOT NULL,
    sentence text NOT NULL,
    article text NOT NULL,
    value text,
    unit_of_value text DEFAULT ''::text NOT NULL,
    source text NOT NULL,
    is_verified boolean NOT NULL,
    CONSTRAINT commendation_rule_code_is_a_word CHECK ((code ~ '^[a-z][a-z0-9-]*$'::text))
);


--
-- Name: TABLE commendation_rule; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.commendation_rule IS 'Điều kiện, nguyên tắc khen thưởng as a sentence a person reads when a proposal meets it';


--
-- Name: COLUMN commendation_rule.value; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.commendation_rule.value IS 'the number in the rule, which a province may set otherwise (commendation_setting); null where there is none or none is known';


--
-- Name: COLUMN commendation_rule.unit_of_value; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.commendation_rule.unit_of_value IS 'what the number counts; empty where the rule has no number';


--
-- Name: commendation_setting; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.commendation_setting (
    province_id uuid NOT NULL,
    rule_code text NOT NULL,
    value text NOT NULL,
    source text NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT commendation_setting_is_a_small_number CHECK ((value ~ '^[0-9]{1,4}$'::text)),
    CONSTRAINT commendation_setting_says_where_it_is_from CHECK ((source <> ''::text))
);


--
-- Name: TABLE commendation_setting; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.commendation_setting IS 'What a province set in the place of a number that is not known here, with the document it took it from';


--
-- Name: commitment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.commitment (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    dialogue_id uuid NOT NULL,
    question_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    kind text NOT NULL,
    answer text NOT NULL,
    owner text DEFAULT ''::text NOT NULL,
    due_on date,
    due_rule text DEFAULT ''::text NOT NULL,
    state text NOT NULL,
    outcome text DEFAULT ''::text NOT NULL,
    done_on date,
    asker text DEFAULT 'unknown'::text NOT NULL,
    reminded text DEFAULT ''::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT commitment_asker_is_known CHECK ((asker = ANY (ARRAY['unknown'::text, 'satisfied'::text, 'not-satisfied'::text]))),
    CONSTRAINT commitment_kind_is_known CHECK ((kind = ANY (ARRAY['answered'::text, 'passed-on'::text, 'promised'::text]))),
    CONSTRAINT commitment_says_something CHECK ((answer <> ''::text)),
    CONSTRAINT commitment_state_is_known CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'closed'::text]))),
    CONSTRAINT commitment_that_is_done_has_an_outcome CHECK (((state = 'open'::text) OR ((outcome <> ''::text) AND (done_on IS NOT NULL)))),
    CONSTRAINT commitment_that_is_open_has_an_owner_and_a_day CHECK (((state <> 'open'::text) OR ((owner <> ''::text) AND (due_on IS NOT NULL))))
);


--
-- Name: TABLE commitment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.commitment IS 'Cam kết, trả lời: what was promised for one question of a dialogue, by whom it is done and until when';


--
-- Name: COLUMN commitment.owner; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.commitment.owner IS 'the body that does it, by its name or function and never a person';


--
-- Name: COLUMN commitment.due_rule; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.commitment.due_rule IS 'how the day was found, in words, e.g. 10 ngày làm việc; empty when it was chosen';


--
-- Name: COLUMN commitment.asker; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.commitment.asker IS 'what the asker''s side says of the result; unknown when nobody could ask';


--
-- Name: COLUMN commitment.reminded; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.commitment.reminded IS 'the due day about which its officers were reminded, and whether it had passed: each is said once';


--
-- Name: commitment_event; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.commitment_event (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    commitment_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    move text NOT NULL,
    from_due date,
    to_due date,
    words text DEFAULT ''::text NOT NULL,
    asker text,
    account_id uuid,
    at timestamp with time zone NOT NULL,
    CONSTRAINT commitment_event_move_is_known CHECK ((move = ANY (ARRAY['made'::text, 'corrected'::text, 'extended'::text, 'finished'::text, 'closed'::text, 'reopened'::text])))
);


--
-- Name: TABLE commitment_event; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.commitment_event IS 'Every move of a commitment, with its reason; rows are only added';


--
-- Name: commitment_file; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.commitment_file (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    commitment_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    sha256 text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    bytes integer NOT NULL,
    caption text DEFAULT ''::text NOT NULL,
    added_at timestamp with time zone NOT NULL,
    account_id uuid,
    person_name text NOT NULL,
    CONSTRAINT commitment_file_is_named_by_its_content CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT commitment_file_kind_is_known CHECK ((kind = ANY (ARRAY['pdf'::text, 'docx'::text, 'xlsx'::text, 'jpeg'::text, 'png'::text, 'webp'::text, 'csv'::text, 'txt'::text])))
);


--
-- Name: TABLE commitment_file; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.commitment_file IS 'Minh chứng that a commitment was kept; read inside the office, the content is kept under its sha256 outside the database';


--
-- Name: contact; Type: TABLE; Schema: public; Owner: -
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


--
-- Name: TABLE contact; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.contact IS 'Liên hệ: an officer''s work e-mail (verified by a code sent to it) and office telephone';


--
-- Name: COLUMN contact.code_mail_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.contact.code_mail_id IS 'the mail that carries the newest code; the code is computed from it and stored nowhere';


--
-- Name: COLUMN contact.code_tries; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.contact.code_tries IS 'wrong codes typed for that mail';


--
-- Name: contest; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.contest (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    day date NOT NULL,
    title text NOT NULL,
    place text DEFAULT ''::text NOT NULL,
    rounds jsonb DEFAULT '[]'::jsonb NOT NULL,
    teams jsonb DEFAULT '[]'::jsonb NOT NULL,
    results_on date,
    search_text text DEFAULT ''::text NOT NULL,
    void_reason text,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT contest_has_a_title CHECK ((title <> ''::text)),
    CONSTRAINT contest_void_has_a_reason CHECK ((void_reason <> ''::text))
);


--
-- Name: TABLE contest; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.contest IS 'Hội thi “Dân vận khéo” and its results';


--
-- Name: COLUMN contest.rounds; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.contest.rounds IS 'name and maximum of each round';


--
-- Name: COLUMN contest.teams; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.contest.teams IS 'unit id or null, the name, a score or null for each round, and the prize given';


--
-- Name: COLUMN contest.results_on; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.contest.results_on IS 'the day its results were settled; null while scores may change';


--
-- Name: COLUMN contest.search_text; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.contest.search_text IS 'title and words without marks, written by the application';


--
-- Name: COLUMN contest.void_reason; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.contest.void_reason IS 'why the row does not count; null while it stands';


--
-- Name: count_correction; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.count_correction (
    province_id uuid NOT NULL,
    report_id uuid NOT NULL,
    indicator_code text NOT NULL,
    dimension text DEFAULT ''::text NOT NULL,
    unit_id uuid NOT NULL,
    raw text NOT NULL,
    reason text NOT NULL,
    counted numeric NOT NULL,
    account_id uuid,
    person_name text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT count_correction_gives_a_reason CHECK ((reason <> ''::text)),
    CONSTRAINT count_correction_says_a_number CHECK ((raw <> ''::text))
);


--
-- Name: TABLE count_correction; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.count_correction IS 'Số gõ đè số đếm: the typed number of a counted cell, beside what the records came to when it was typed, and why (docs/adr/0057)';


--
-- Name: COLUMN count_correction.counted; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.count_correction.counted IS 'what the records came to when the number was typed; what they come to now is counted anew';


--
-- Name: counted_fact; Type: TABLE; Schema: public; Owner: -
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
    once_per text DEFAULT ''::text NOT NULL,
    holds boolean DEFAULT false NOT NULL,
    until_day date,
    CONSTRAINT counted_fact_counts_something CHECK ((amount > (0)::numeric)),
    CONSTRAINT counted_fact_ends_after_it_began CHECK (((until_day IS NULL) OR (until_day > day))),
    CONSTRAINT counted_fact_ends_only_where_it_holds CHECK (((until_day IS NULL) OR holds))
);


--
-- Name: TABLE counted_fact; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.counted_fact IS 'One record counted towards one indicator on one day; replaced whenever the record is corrected, gone when it is voided';


--
-- Name: COLUMN counted_fact.record_kind; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.counted_fact.record_kind IS 'the register it stands in, e.g. dialogue';


--
-- Name: COLUMN counted_fact.label; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.counted_fact.label IS 'what a reader who opens the figure sees of the record: its subject, never a person';


--
-- Name: COLUMN counted_fact.once_per; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.counted_fact.once_per IS 'what is counted once in a period however many records name it, e.g. the code of a unit visited twice; empty: every record counts';


--
-- Name: COLUMN counted_fact.holds; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.counted_fact.holds IS 'a stock: it counts in every period whose last day falls from `day` on and before `until_day`';


--
-- Name: dialogue; Type: TABLE; Schema: public; Owner: -
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
    state text DEFAULT 'held'::text NOT NULL,
    starts_at text DEFAULT ''::text NOT NULL,
    chaired_by text DEFAULT ''::text NOT NULL,
    invited text DEFAULT ''::text NOT NULL,
    announcement text DEFAULT ''::text NOT NULL,
    questions_until date,
    conclusion text DEFAULT ''::text NOT NULL,
    cancel_reason text,
    CONSTRAINT dialogue_attendances_are_natural CHECK ((attendances >= 0)),
    CONSTRAINT dialogue_gathers_questions_before_it_is_held CHECK (((questions_until IS NULL) OR (questions_until <= held_on))),
    CONSTRAINT dialogue_has_a_subject CHECK ((subject <> ''::text)),
    CONSTRAINT dialogue_is_cancelled_with_a_reason CHECK ((((state = 'cancelled'::text) = (cancel_reason IS NOT NULL)) AND ((cancel_reason IS NULL) OR (cancel_reason <> ''::text)))),
    CONSTRAINT dialogue_is_voided_with_a_reason CHECK (((void_reason IS NULL) OR (void_reason <> ''::text))),
    CONSTRAINT dialogue_opinions_are_natural CHECK ((opinions >= 0)),
    CONSTRAINT dialogue_state_is_known CHECK ((state = ANY (ARRAY['planned'::text, 'announced'::text, 'held'::text, 'drafted'::text, 'circulated'::text, 'approved'::text, 'published'::text, 'cancelled'::text])))
);


--
-- Name: TABLE dialogue; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.dialogue IS 'Cuộc đối thoại held by a commune (D03) or by the province (D01), planned or held; it counts once it was held';


--
-- Name: COLUMN dialogue.held_on; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.dialogue.held_on IS 'the first day it was held; until then the day it is planned for';


--
-- Name: COLUMN dialogue.attendances; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.dialogue.attendances IS 'person-times (lượt người), a count and never a list; null when nobody counted';


--
-- Name: COLUMN dialogue.opinions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.dialogue.opinions IS 'how many opinions were raised; null when nobody counted';


--
-- Name: COLUMN dialogue.void_reason; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.dialogue.void_reason IS 'why the row does not count (recorded twice, not held); null while it stands. A row is never deleted';


--
-- Name: COLUMN dialogue.version; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.dialogue.version IS 'rises with every correction; a form sends back the one it saw';


--
-- Name: COLUMN dialogue.chaired_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.dialogue.chaired_by IS 'who chairs, by function and never by name';


--
-- Name: COLUMN dialogue.invited; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.dialogue.invited IS 'the bodies that are invited, one a line';


--
-- Name: COLUMN dialogue.announcement; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.dialogue.announcement IS 'what the people are told when it is announced';


--
-- Name: COLUMN dialogue.questions_until; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.dialogue.questions_until IS 'the last day on which everybody may send a question; null when none are gathered on the public page';


--
-- Name: COLUMN dialogue.conclusion; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.dialogue.conclusion IS 'the closing words of its minutes';


--
-- Name: dialogue_publication; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.dialogue_publication (
    province_id uuid NOT NULL,
    dialogue_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    state text NOT NULL,
    held_on date NOT NULL,
    questions_until date,
    subject text NOT NULL,
    content jsonb NOT NULL,
    published_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT dialogue_publication_state_is_known CHECK ((state = ANY (ARRAY['announced'::text, 'held'::text, 'published'::text, 'cancelled'::text, 'withdrawn'::text])))
);


--
-- Name: TABLE dialogue_publication; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.dialogue_publication IS 'What everybody may read of a dialogue: copied here when it is announced and published, rewritten when a promise moves';


--
-- Name: COLUMN dialogue_publication.state; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.dialogue_publication.state IS 'withdrawn: the page says that its minutes were taken back, and nothing else';


--
-- Name: dialogue_question; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.dialogue_question (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    dialogue_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    source text NOT NULL,
    content text NOT NULL,
    state text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    same_as uuid,
    receipt text,
    version integer DEFAULT 1 NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT dialogue_question_is_not_its_own_twin CHECK (((same_as IS NULL) OR (same_as <> id))),
    CONSTRAINT dialogue_question_is_set_aside_with_a_reason CHECK (((state = 'set-aside'::text) = (reason <> ''::text))),
    CONSTRAINT dialogue_question_says_something CHECK ((content <> ''::text)),
    CONSTRAINT dialogue_question_sent_online_has_a_receipt CHECK (((source = 'online'::text) = (receipt IS NOT NULL))),
    CONSTRAINT dialogue_question_source_is_known CHECK ((source = ANY (ARRAY['online'::text, 'paper'::text, 'hall'::text]))),
    CONSTRAINT dialogue_question_state_is_known CHECK ((state = ANY (ARRAY['waiting'::text, 'taken'::text, 'set-aside'::text])))
);


--
-- Name: TABLE dialogue_question; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.dialogue_question IS 'Câu hỏi gathered before a dialogue (public page, paper) or asked in the hall; nobody''s name is kept and there is no column for one';


--
-- Name: COLUMN dialogue_question.state; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.dialogue_question.state IS 'waiting: nobody but the office has seen it; taken: it is put to the dialogue; set-aside: it is not, with the reason';


--
-- Name: COLUMN dialogue_question.same_as; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.dialogue_question.same_as IS 'the question that says the same and is answered for both';


--
-- Name: COLUMN dialogue_question.receipt; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.dialogue_question.receipt IS 'the code by which whoever sent it finds it again; it names nobody';


--
-- Name: dialogue_session; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.dialogue_session (
    province_id uuid NOT NULL,
    dialogue_id uuid NOT NULL,
    n integer NOT NULL,
    unit_id uuid NOT NULL,
    on_day date NOT NULL,
    starts_at text DEFAULT ''::text NOT NULL,
    place text DEFAULT ''::text NOT NULL,
    CONSTRAINT dialogue_session_comes_after_the_first CHECK (((n >= 2) AND (n <= 30)))
);


--
-- Name: TABLE dialogue_session; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.dialogue_session IS 'The further times and places of a dialogue (buổi); the first stands in its row';


--
-- Name: directive; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directive (
    code text NOT NULL,
    number text NOT NULL,
    kind text NOT NULL,
    issuer text NOT NULL,
    issued_on date,
    subject text NOT NULL,
    in_force_from date,
    in_force_to date,
    replaced_by text DEFAULT ''::text NOT NULL,
    amends text DEFAULT ''::text NOT NULL,
    source text NOT NULL,
    certainty text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    CONSTRAINT directive_certainty_is_known CHECK ((certainty = ANY (ARRAY['text'::text, 'secondary'::text, 'unverified'::text]))),
    CONSTRAINT directive_is_in_force_for_a_time CHECK (((in_force_to IS NULL) OR (in_force_from IS NULL) OR (in_force_to >= in_force_from))),
    CONSTRAINT directive_kind_is_known CHECK ((kind = ANY (ARRAY['resolution'::text, 'directive'::text, 'conclusion'::text, 'decision'::text, 'regulation'::text, 'instruction'::text, 'plan'::text, 'programme'::text, 'report'::text, 'announcement'::text, 'official-letter'::text, 'law'::text, 'decree'::text, 'circular'::text, 'other'::text])))
);


--
-- Name: TABLE directive; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.directive IS 'Văn bản chỉ đạo of the whole country, loaded from db/reference/directive.csv';


--
-- Name: COLUMN directive.code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.directive.code IS 'the number in small letters without marks, e.g. 25-nq-tw; with the year where a number is used every year';


--
-- Name: COLUMN directive.certainty; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.directive.certainty IS 'text: read in the document itself; secondary: as another document cites it; unverified';


--
-- Name: directive_file; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directive_file (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    directive_id uuid NOT NULL,
    sha256 text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    bytes integer NOT NULL,
    body text DEFAULT ''::text NOT NULL,
    added_at timestamp with time zone NOT NULL,
    account_id uuid,
    CONSTRAINT directive_file_is_named_by_its_content CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);


--
-- Name: TABLE directive_file; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.directive_file IS 'The text of a directive as it was sent; the content is kept under its sha256 outside the database';


--
-- Name: COLUMN directive_file.body; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.directive_file.body IS 'the words of it where they can be read, for searching';


--
-- Name: directive_publication; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directive_publication (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    number text NOT NULL,
    kind text NOT NULL,
    issuer text NOT NULL,
    issued_on date NOT NULL,
    subject text NOT NULL,
    in_force_from date,
    in_force_to date,
    replaced_by text DEFAULT ''::text NOT NULL,
    amends text DEFAULT ''::text NOT NULL,
    files jsonb DEFAULT '[]'::jsonb NOT NULL,
    search_text text DEFAULT ''::text NOT NULL,
    published_at timestamp with time zone NOT NULL,
    withdrawn_on date,
    withdrawn_because text DEFAULT ''::text NOT NULL,
    CONSTRAINT directive_publication_is_withdrawn_with_a_reason CHECK (((withdrawn_on IS NULL) = (withdrawn_because = ''::text)))
);


--
-- Name: TABLE directive_publication; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.directive_publication IS 'What of local_directive everybody may read; a copy, written when it is published';


--
-- Name: COLUMN directive_publication.files; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.directive_publication.files IS 'id, name, kind, bytes and sha256 of the files that go with it';


--
-- Name: directive_review; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directive_review (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    day date NOT NULL,
    title text NOT NULL,
    directive_code text NOT NULL,
    number text NOT NULL,
    issued_on date,
    kind text NOT NULL,
    years integer,
    period_from date,
    period_to date,
    document text DEFAULT ''::text NOT NULL,
    conclusions text DEFAULT ''::text NOT NULL,
    search_text text DEFAULT ''::text NOT NULL,
    void_reason text,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT directive_review_has_a_title CHECK ((title <> ''::text)),
    CONSTRAINT directive_review_kind_is_known CHECK ((kind = ANY (ARRAY['interim'::text, 'final'::text]))),
    CONSTRAINT directive_review_period_is_whole CHECK ((((period_from IS NULL) = (period_to IS NULL)) AND ((period_from IS NULL) OR (period_to >= period_from)))),
    CONSTRAINT directive_review_void_has_a_reason CHECK ((void_reason <> ''::text))
);


--
-- Name: TABLE directive_review; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.directive_review IS 'Sơ kết, tổng kết of a directive that a unit held';


--
-- Name: COLUMN directive_review.directive_code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.directive_review.directive_code IS 'code of the country list, or the id of a local_directive of the province';


--
-- Name: COLUMN directive_review.issued_on; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.directive_review.issued_on IS 'the day of the directive as it stood when the review was written down';


--
-- Name: COLUMN directive_review.years; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.directive_review.years IS 'the years the review says it is about';


--
-- Name: COLUMN directive_review.search_text; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.directive_review.search_text IS 'title and words without marks, written by the application';


--
-- Name: COLUMN directive_review.void_reason; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.directive_review.void_reason IS 'why the row does not count; null while it stands';


--
-- Name: directive_reviewed; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directive_reviewed (
    directive_code text NOT NULL,
    report_key text NOT NULL,
    unit_code text NOT NULL,
    kind text NOT NULL,
    years integer,
    year integer NOT NULL,
    told text NOT NULL,
    CONSTRAINT directive_reviewed_kind_is_known CHECK ((kind = ANY (ARRAY['interim'::text, 'final'::text, 'unsaid'::text])))
);


--
-- Name: TABLE directive_reviewed; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.directive_reviewed IS 'Who is known from a published text to have reviewed a directive, loaded from db/reference/directive_reviewed.csv';


--
-- Name: COLUMN directive_reviewed.years; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.directive_reviewed.years IS 'the years the text speaks of, which may not be those of the calendar; null: none said';


--
-- Name: document_number; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.document_number (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    report_id uuid NOT NULL,
    layout text NOT NULL,
    type text NOT NULL,
    series text NOT NULL,
    number integer NOT NULL,
    symbol text NOT NULL,
    about text NOT NULL,
    sent_to text[] NOT NULL,
    signed_on date NOT NULL,
    way text NOT NULL,
    account_id uuid,
    person_name text NOT NULL,
    at timestamp with time zone NOT NULL,
    cancelled_at timestamp with time zone,
    cancelled_for text,
    CONSTRAINT document_number_is_a_number CHECK (((number >= 1) AND (number <= 99999))),
    CONSTRAINT document_number_is_cancelled_for_a_reason CHECK ((((cancelled_at IS NULL) = (cancelled_for IS NULL)) AND (cancelled_for IS DISTINCT FROM ''::text))),
    CONSTRAINT document_number_layout_is_known CHECK ((layout = ANY (ARRAY['state'::text, 'party'::text, 'front'::text]))),
    CONSTRAINT document_number_type_is_known CHECK ((type = ANY (ARRAY['report'::text, 'letter'::text]))),
    CONSTRAINT document_number_way_is_known CHECK ((way = ANY (ARRAY['by-hand'::text, 'reserved'::text])))
);


--
-- Name: TABLE document_number; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.document_number IS 'Sổ đăng ký văn bản đi: the number a printed report or its letter was given; a cancelled one stays and is never given again (docs/adr/0067)';


--
-- Name: COLUMN document_number.series; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.document_number.series IS 'the year for the State (Nghị định 30/2020/NĐ-CP, Điều 15) and the Front, the term for the Party';


--
-- Name: duty; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.duty (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    kind text NOT NULL,
    valid daterange NOT NULL,
    follows_duty_id uuid,
    CONSTRAINT duty_has_a_first_day CHECK ((isempty(valid) OR (lower(valid) IS NOT NULL))),
    CONSTRAINT duty_kind_is_known CHECK ((kind = ANY (ARRAY['commune-officer'::text, 'commune-leader'::text, 'province-officer'::text, 'province-leader'::text, 'administrator'::text, 'auditor'::text])))
);


--
-- Name: TABLE duty; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.duty IS 'Nhiệm vụ: what an account does for a unit, and when';


--
-- Name: COLUMN duty.valid; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.duty.valid IS 'first day included, last day excluded';


--
-- Name: COLUMN duty.follows_duty_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.duty.follows_duty_id IS 'the duty at the unit before it, from which this one follows by a reorganisation';


--
-- Name: entry_step; Type: TABLE; Schema: public; Owner: -
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


--
-- Name: TABLE entry_step; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.entry_step IS 'Bước nhập: one save of one officer in one report, as figures first_change to last_change of figure_change; what undo and redo walk along (docs/adr/0014)';


--
-- Name: COLUMN entry_step.stretch; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.entry_step.stretch IS 'the number of the report''s last move when it was made: undo does not reach behind a submission or a return';


--
-- Name: COLUMN entry_step.written_through; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.entry_step.written_through IS 'the last figure_change that the save, its undo or its redo wrote; a later one of somebody else stands in the way';


--
-- Name: COLUMN entry_step.standing; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.entry_step.standing IS 'done; undone, so that it may be redone; dropped, because its officer went on typing after undoing it';


--
-- Name: figure_change; Type: TABLE; Schema: public; Owner: -
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
    changed_by uuid,
    set_id uuid NOT NULL
);


--
-- Name: TABLE figure_change; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.figure_change IS 'Every value a figure ever had, in the order of figure_clock; written only together with its figure_value, whose keys are checked there';


--
-- Name: figure_clock; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.figure_clock (
    province_id uuid NOT NULL,
    n bigint NOT NULL
);


--
-- Name: TABLE figure_clock; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.figure_clock IS 'The number of the last change of any figure in a province; taken by update and held to commit';


--
-- Name: figure_set; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.figure_set (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    period_from date NOT NULL,
    period_to date NOT NULL,
    standing text NOT NULL,
    origin text NOT NULL,
    n bigint NOT NULL,
    CONSTRAINT figure_set_origin_is_known CHECK ((origin = ANY (ARRAY['entered'::text, 'published-source'::text]))),
    CONSTRAINT figure_set_period_runs_forward CHECK ((period_from <= period_to)),
    CONSTRAINT figure_set_standing_is_known CHECK ((standing = ANY (ARRAY['open'::text, 'handed-in'::text, 'accepted'::text, 'published'::text])))
);


--
-- Name: TABLE figure_set; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.figure_set IS 'Bộ số của một báo cáo: the figures one report gave for a unit and a period, and how far they may be read and counted';


--
-- Name: COLUMN figure_set.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.figure_set.id IS 'the id of the report; another module''s, therefore without a foreign key';


--
-- Name: COLUMN figure_set.standing; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.figure_set.standing IS 'open: only its own unit reads it; handed-in: its reviewer too; accepted: counted above; published: everybody';


--
-- Name: COLUMN figure_set.n; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.figure_set.n IS 'the number of figure_clock under which it last came to stand so';


--
-- Name: figure_target; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.figure_target (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    set_by text NOT NULL,
    indicator_version text NOT NULL,
    dimension text DEFAULT ''::text NOT NULL,
    period_from date NOT NULL,
    period_to date NOT NULL,
    n integer NOT NULL,
    is_in_force boolean NOT NULL,
    CONSTRAINT figure_target_hand_is_known CHECK ((set_by = ANY (ARRAY['own'::text, 'superior'::text]))),
    CONSTRAINT figure_target_has_a_first_version CHECK ((n >= 1)),
    CONSTRAINT figure_target_of_a_province_is_its_own CHECK (((set_by = 'own'::text) OR (unit_id <> province_id))),
    CONSTRAINT figure_target_period_runs_forward CHECK ((period_from <= period_to))
);


--
-- Name: TABLE figure_target; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.figure_target IS 'Chỉ tiêu kế hoạch of one cell, unit and period: which version of it holds, and whether it does';


--
-- Name: COLUMN figure_target.unit_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.figure_target.unit_id IS 'the unit that is to reach it';


--
-- Name: COLUMN figure_target.set_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.figure_target.set_by IS 'own: the unit set it itself; superior: the province set it for its commune';


--
-- Name: COLUMN figure_target.indicator_version; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.figure_target.indicator_version IS 'the definition that holds on the last day of the period';


--
-- Name: COLUMN figure_target.n; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.figure_target.n IS 'the number of its newest version, the one that holds';


--
-- Name: COLUMN figure_target.is_in_force; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.figure_target.is_in_force IS 'false once it was withdrawn; it may be set again, as a further version';


--
-- Name: figure_target_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.figure_target_version (
    province_id uuid NOT NULL,
    target_id uuid NOT NULL,
    n integer NOT NULL,
    unit_id uuid NOT NULL,
    set_by text NOT NULL,
    change text NOT NULL,
    aim text NOT NULL,
    amount numeric(20,4) NOT NULL,
    raw text NOT NULL,
    reason text NOT NULL,
    document_number text NOT NULL,
    document_on date,
    account_id uuid,
    person_name text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT figure_target_version_aim_is_known CHECK ((aim = ANY (ARRAY['at-least'::text, 'at-most'::text, 'exactly'::text]))),
    CONSTRAINT figure_target_version_change_is_known CHECK ((change = ANY (ARRAY['set'::text, 'revised'::text, 'withdrawn'::text]))),
    CONSTRAINT figure_target_version_day_is_of_a_document CHECK (((document_on IS NULL) OR (document_number <> ''::text))),
    CONSTRAINT figure_target_version_is_changed_with_a_reason CHECK (((change = 'set'::text) OR (reason <> ''::text))),
    CONSTRAINT figure_target_version_keeps_what_was_typed CHECK ((raw <> ''::text))
);


--
-- Name: TABLE figure_target_version; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.figure_target_version IS 'Every wording a target ever had: how much, why, by which document, by whom; none is changed';


--
-- Name: COLUMN figure_target_version.aim; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.figure_target_version.aim IS 'at-least: the number is to come to it; at-most: not to pass it; exactly: to be it';


--
-- Name: COLUMN figure_target_version.raw; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.figure_target_version.raw IS 'the amount as it was typed, kept whatever it was read as';


--
-- Name: COLUMN figure_target_version.reason; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.figure_target_version.reason IS 'why it was revised or withdrawn; may be empty where it was set';


--
-- Name: COLUMN figure_target_version.document_number; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.figure_target_version.document_number IS 'the plan or decision that sets it; empty where none does';


--
-- Name: COLUMN figure_target_version.account_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.figure_target_version.account_id IS 'null where the system itself wrote it, as in the example';


--
-- Name: COLUMN figure_target_version.person_name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.figure_target_version.person_name IS 'the officer''s name on that day, as it is printed in the history';


--
-- Name: figure_value; Type: TABLE; Schema: public; Owner: -
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
    set_id uuid NOT NULL,
    CONSTRAINT figure_value_basis_is_known CHECK ((basis = ANY (ARRAY['typed'::text, 'counted'::text, 'imported'::text, 'read'::text, 'published'::text]))),
    CONSTRAINT figure_value_has_an_amount_only_when_reported CHECK (((state = 'reported'::text) = (amount IS NOT NULL))),
    CONSTRAINT figure_value_of_zero_is_its_own_state CHECK (((amount IS NULL) OR (amount <> (0)::numeric))),
    CONSTRAINT figure_value_period_runs_forward CHECK ((period_from <= period_to)),
    CONSTRAINT figure_value_qualifier_is_known CHECK ((qualifier = ANY (ARRAY['exact'::text, 'over'::text, 'about'::text, 'under'::text, 'estimate'::text]))),
    CONSTRAINT figure_value_state_is_known CHECK ((state = ANY (ARRAY['reported'::text, 'zero'::text, 'not-applicable'::text, 'not-yet-known'::text])))
);


--
-- Name: TABLE figure_value; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.figure_value IS 'Số liệu: belongs for ever to (indicator version, unit as it was, period, dimension)';


--
-- Name: COLUMN figure_value.raw; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.figure_value.raw IS 'the text as it was typed or published, kept whatever it was read as';


--
-- Name: COLUMN figure_value.changed_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.figure_value.changed_by IS 'the account; null for a figure taken from a published source';


--
-- Name: COLUMN figure_value.set_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.figure_value.set_id IS 'the report the figure stands in: its source';


--
-- Name: finding; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.finding (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    visit_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    owner_unit_id uuid,
    owner_name text NOT NULL,
    said text NOT NULL,
    severity text NOT NULL,
    raised_on date NOT NULL,
    due_on date,
    state text DEFAULT 'open'::text NOT NULL,
    closed_on date,
    void_reason text,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT finding_closes_after_it_was_raised CHECK (((closed_on IS NULL) OR (closed_on >= raised_on))),
    CONSTRAINT finding_closes_on_a_day CHECK (((closed_on IS NULL) = (state <> 'closed'::text))),
    CONSTRAINT finding_has_an_owner CHECK ((owner_name <> ''::text)),
    CONSTRAINT finding_is_due_after_it_was_raised CHECK (((due_on IS NULL) OR (due_on >= raised_on))),
    CONSTRAINT finding_is_voided_with_a_reason CHECK (((void_reason IS NULL) OR (void_reason <> ''::text))),
    CONSTRAINT finding_says_something CHECK ((said <> ''::text)),
    CONSTRAINT finding_severity_is_known CHECK ((severity = ANY (ARRAY['light'::text, 'serious'::text, 'grave'::text]))),
    CONSTRAINT finding_state_is_known CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'closed'::text])))
);


--
-- Name: TABLE finding; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.finding IS 'Việc phải khắc phục: what a visit found, whose it is to mend, until when, and when it was closed; counts towards C05';


--
-- Name: COLUMN finding.unit_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.finding.unit_id IS 'the unit that went and that closes it; the owner answers';


--
-- Name: finding_move; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.finding_move (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    finding_id uuid NOT NULL,
    n integer NOT NULL,
    unit_id uuid NOT NULL,
    visitor_unit_id uuid NOT NULL,
    owner_unit_id uuid,
    move text NOT NULL,
    on_day date NOT NULL,
    said text DEFAULT ''::text NOT NULL,
    account_id uuid,
    at timestamp with time zone NOT NULL,
    CONSTRAINT finding_move_is_known CHECK ((move = ANY (ARRAY['raise'::text, 'answer'::text, 'close'::text, 'reopen'::text, 'correct'::text, 'void'::text])))
);


--
-- Name: TABLE finding_move; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.finding_move IS 'Every step of a finding: raised, answered, closed, opened again; rows are only added';


--
-- Name: COLUMN finding_move.n; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.finding_move.n IS 'the version of the finding that the step made';


--
-- Name: COLUMN finding_move.unit_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.finding_move.unit_id IS 'the unit whose person made the step: the visitors or the visited';


--
-- Name: follow_up; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.follow_up (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    initiative_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    kind text NOT NULL,
    on_day date NOT NULL,
    done_on date,
    text text NOT NULL,
    measure text DEFAULT ''::text NOT NULL,
    planned numeric(20,4),
    amount numeric(20,4),
    evidence text DEFAULT ''::text NOT NULL,
    giver text,
    void_reason text,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    account_id uuid,
    person_name text NOT NULL,
    CONSTRAINT follow_up_giver_is_known CHECK ((giver = ANY (ARRAY['people'::text, 'business'::text, 'organisation'::text, 'budget'::text]))),
    CONSTRAINT follow_up_has_a_giver_where_it_counts CHECK (((kind = ANY (ARRAY['money'::text, 'labour'::text, 'land'::text])) = (giver IS NOT NULL))),
    CONSTRAINT follow_up_has_an_amount_where_it_counts CHECK (((kind <> ALL (ARRAY['money'::text, 'labour'::text, 'land'::text, 'households'::text])) OR (amount > (0)::numeric))),
    CONSTRAINT follow_up_is_done_only_where_it_can_be CHECK (((done_on IS NULL) OR (kind = ANY (ARRAY['milestone'::text, 'output'::text])))),
    CONSTRAINT follow_up_kind_is_known CHECK ((kind = ANY (ARRAY['milestone'::text, 'note'::text, 'output'::text, 'money'::text, 'labour'::text, 'land'::text, 'households'::text]))),
    CONSTRAINT follow_up_output_has_a_plan CHECK (((kind <> 'output'::text) OR ((planned IS NOT NULL) AND (measure <> ''::text)))),
    CONSTRAINT follow_up_output_reached_has_evidence CHECK (((kind <> 'output'::text) OR (amount IS NULL) OR ((evidence <> ''::text) AND (done_on IS NOT NULL)))),
    CONSTRAINT follow_up_says_something CHECK ((text <> ''::text))
);


--
-- Name: TABLE follow_up; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.follow_up IS 'One line of an initiative''s line of time (theo dõi mô hình); counts of things, never a list of people';


--
-- Name: COLUMN follow_up.on_day; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.follow_up.on_day IS 'the day it happened; of a milestone and an output the day for which it is planned';


--
-- Name: COLUMN follow_up.amount; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.follow_up.amount IS 'money in million đồng, labour in days, land in m², households; of an output what was reached';


--
-- Name: COLUMN follow_up.giver; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.follow_up.giver IS 'who gave: what the budget paid is kept and not counted in B22 to B24';


--
-- Name: follow_up_past; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.follow_up_past (
    province_id uuid NOT NULL,
    follow_id uuid NOT NULL,
    version integer NOT NULL,
    unit_id uuid NOT NULL,
    was jsonb NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    account_id uuid,
    person_name text NOT NULL
);


--
-- Name: TABLE follow_up_past; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.follow_up_past IS 'What a line of the line of time said before a correction, and who had written that; rows are only added';


--
-- Name: formula; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.formula (
    province_id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    retired_from date,
    retire_reason text,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT formula_code_is_of_a_province CHECK ((code ~ '^CT[0-9]{2,4}$'::text)),
    CONSTRAINT formula_is_retired_with_a_reason CHECK ((((retired_from IS NULL) = (retire_reason IS NULL)) AND (retire_reason <> ''::text)))
);


--
-- Name: TABLE formula; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.formula IS 'Công thức của tỉnh: a number worked out of indicators, which a province named';


--
-- Name: COLUMN formula.code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.formula.code IS 'CT01 onwards, given by the program; never given again';


--
-- Name: COLUMN formula.name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.formula.name IS 'as its newest version calls it; no two that are in use are called alike';


--
-- Name: COLUMN formula.version; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.formula.version IS 'the newest version; a form sends back the one it saw';


--
-- Name: COLUMN formula.retired_from; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.formula.retired_from IS 'the first day on which it is no longer used; null while it is';


--
-- Name: formula_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.formula_version (
    province_id uuid NOT NULL,
    code text NOT NULL,
    version integer NOT NULL,
    name text NOT NULL,
    expression text NOT NULL,
    unit_of_count text NOT NULL,
    reason text NOT NULL,
    valid_from date NOT NULL,
    account_id uuid,
    at timestamp with time zone NOT NULL,
    CONSTRAINT formula_version_has_a_name CHECK ((name <> ''::text)),
    CONSTRAINT formula_version_has_an_expression CHECK (((expression <> ''::text) AND (length(expression) <= 1000))),
    CONSTRAINT formula_version_says_why CHECK ((reason <> ''::text))
);


--
-- Name: TABLE formula_version; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.formula_version IS 'A formula as it was written one time; the newest whose day has come is the one in use';


--
-- Name: COLUMN formula_version.expression; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.formula_version.expression IS 'as figures/expression-text.ts reads and writes it';


--
-- Name: COLUMN formula_version.unit_of_count; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.formula_version.unit_of_count IS 'worked out from what its indicators count when it was saved';


--
-- Name: COLUMN formula_version.reason; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.formula_version.reason IS 'why the province counts this, or why it changed';


--
-- Name: COLUMN formula_version.valid_from; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.formula_version.valid_from IS 'the first day of its use; a later version never begins earlier';


--
-- Name: COLUMN formula_version.account_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.formula_version.account_id IS 'who wrote it; null for an invented example';


--
-- Name: handover; Type: TABLE; Schema: public; Owner: -
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


--
-- Name: TABLE handover; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.handover IS 'Bàn giao: a duty that went from one person to another on a day, with how much work was open';


--
-- Name: COLUMN handover.first_day; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.handover.first_day IS 'the first day of the one who takes over; the other''s last day is the day before';


--
-- Name: indicator; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.indicator (
    code text NOT NULL,
    section text NOT NULL
);


--
-- Name: TABLE indicator; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.indicator IS 'Chỉ tiêu: what is counted; its name, unit and rules are in indicator_version';


--
-- Name: indicator_version; Type: TABLE; Schema: public; Owner: -
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
    comparable_with_previous boolean DEFAULT true NOT NULL,
    change_note text DEFAULT ''::text NOT NULL,
    CONSTRAINT indicator_version_direction_is_known CHECK ((direction = ANY (ARRAY['more-is-better'::text, 'less-is-better'::text, 'context'::text]))),
    CONSTRAINT indicator_version_nature_is_known CHECK ((nature = ANY (ARRAY['flow'::text, 'stock'::text, 'change'::text, 'ratio'::text, 'score'::text]))),
    CONSTRAINT indicator_version_numeral_is_known CHECK ((numeral = ANY (ARRAY['count'::text, 'decimal'::text, 'percent'::text, 'change'::text]))),
    CONSTRAINT indicator_version_over_territory_is_known CHECK ((over_territory = ANY (ARRAY['sum'::text, 'ratio-of-sums'::text, 'none'::text]))),
    CONSTRAINT indicator_version_over_time_is_known CHECK ((over_time = ANY (ARRAY['sum'::text, 'last'::text, 'first'::text, 'ratio-of-sums'::text, 'median'::text, 'difference'::text, 'none'::text]))),
    CONSTRAINT indicator_version_sensitivity_is_known CHECK ((sensitivity = ANY (ARRAY['public'::text, 'internal'::text, 'total-only'::text]))),
    CONSTRAINT indicator_version_that_breaks_its_series_says_why CHECK ((comparable_with_previous OR (change_note <> ''::text)))
);


--
-- Name: COLUMN indicator_version.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.indicator_version.id IS 'code@version, e.g. F01@1';


--
-- Name: COLUMN indicator_version.numeral; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.indicator_version.numeral IS 'how a typed number is read: a count, a number with decimals, a percentage, or a signed change';


--
-- Name: COLUMN indicator_version.denominator_kind; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.indicator_version.denominator_kind IS 'for an average per unit: the kinds of unit that divide it, e.g. commune for criteria per xã';


--
-- Name: COLUMN indicator_version.dimensions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.indicator_version.dimensions IS 'the parts a figure may be given in, e.g. {collective,individual}';


--
-- Name: COLUMN indicator_version.counts; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.indicator_version.counts IS 'what one unit of this figure is, in the words a reader gets';


--
-- Name: COLUMN indicator_version.comparable_with_previous; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.indicator_version.comparable_with_previous IS 'false where the same word counts something else from here on: the series breaks, and no growth is told across it';


--
-- Name: COLUMN indicator_version.change_note; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.indicator_version.change_note IS 'what changed against the version before, in the words a reader gets; also where days lie between the two';


--
-- Name: initiative; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.initiative (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    holder_kind text NOT NULL,
    holder text NOT NULL,
    holder_item uuid,
    name text NOT NULL,
    main_field text NOT NULL,
    tags text[] DEFAULT '{}'::text[] NOT NULL,
    situation text DEFAULT ''::text NOT NULL,
    goals text DEFAULT ''::text NOT NULL,
    content text DEFAULT ''::text NOT NULL,
    area text DEFAULT ''::text NOT NULL,
    lead text DEFAULT ''::text NOT NULL,
    coordinating text DEFAULT ''::text NOT NULL,
    participating text DEFAULT ''::text NOT NULL,
    resources text DEFAULT ''::text NOT NULL,
    time_plan text DEFAULT ''::text NOT NULL,
    outputs text DEFAULT ''::text NOT NULL,
    sustainability text DEFAULT ''::text NOT NULL,
    began_on date,
    parent_province_id uuid,
    parent_id uuid,
    ended_on date,
    end_kind text,
    end_reason text,
    merged_into uuid,
    search_text text DEFAULT ''::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    name_folded text DEFAULT ''::text NOT NULL,
    holder_consents boolean DEFAULT false NOT NULL,
    continues_province_id uuid,
    continues_id uuid,
    discarded_at timestamp with time zone,
    is_replicated boolean DEFAULT false NOT NULL,
    CONSTRAINT initiative_continuation_is_whole CHECK (((continues_id IS NULL) = (continues_province_id IS NULL))),
    CONSTRAINT initiative_end_is_known CHECK ((end_kind = ANY (ARRAY['stopped'::text, 'merged'::text, 'handed-over'::text]))),
    CONSTRAINT initiative_ends_with_a_day_and_a_reason CHECK ((((ended_on IS NULL) = (end_kind IS NULL)) AND ((end_kind IS NULL) OR (end_reason <> ''::text)))),
    CONSTRAINT initiative_has_a_name CHECK ((name <> ''::text)),
    CONSTRAINT initiative_holder_is_known CHECK ((holder_kind = ANY (ARRAY['collective'::text, 'individual'::text]))),
    CONSTRAINT initiative_merges_into_another CHECK (((merged_into IS NULL) OR ((end_kind = 'merged'::text) AND (merged_into <> id)))),
    CONSTRAINT initiative_parent_is_whole CHECK (((parent_id IS NULL) = (parent_province_id IS NULL)))
);


--
-- Name: TABLE initiative; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.initiative IS 'Mô hình, điển hình “Dân vận khéo”: what one collective or person does, over years; its yearly life stands in initiative_year';


--
-- Name: COLUMN initiative.unit_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.initiative.unit_id IS 'the unit that registered it; never changed, successors are found through events';


--
-- Name: COLUMN initiative.holder; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.initiative.holder IS 'the collective that does it (a party cell, a hamlet, a school); of an individual what may be said without a name, e.g. a function';


--
-- Name: COLUMN initiative.holder_item; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.initiative.holder_item IS 'an individual''s name, in the vault; printed in public only with their consent';


--
-- Name: COLUMN initiative.main_field; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.initiative.main_field IS 'one field, so that sums hold; further ones are tags';


--
-- Name: COLUMN initiative.name_folded; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.initiative.name_folded IS 'the name without diacritics: the same unit, name and year is asked about';


--
-- Name: COLUMN initiative.holder_consents; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.initiative.holder_consents IS 'the individual agreed that the name is printed in public; false for a collective';


--
-- Name: COLUMN initiative.continues_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.initiative.continues_id IS 'the initiative of a unit that ended, which this one carries on; perhaps another province''s';


--
-- Name: COLUMN initiative.discarded_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.initiative.discarded_at IS 'a draft that was thrown away before it was ever registered; it stands in no list';


--
-- Name: COLUMN initiative.is_replicated; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.initiative.is_replicated IS 'another place registered that it does the same; noted in the background, for its own unit cannot see that place';


--
-- Name: initiative_file; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.initiative_file (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    initiative_id uuid NOT NULL,
    follow_id uuid,
    unit_id uuid NOT NULL,
    sha256 text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    bytes integer NOT NULL,
    alt text DEFAULT ''::text NOT NULL,
    caption text DEFAULT ''::text NOT NULL,
    people text NOT NULL,
    consent_note text DEFAULT ''::text NOT NULL,
    removed_at timestamp with time zone,
    added_at timestamp with time zone NOT NULL,
    account_id uuid,
    person_name text NOT NULL,
    CONSTRAINT initiative_file_consent_is_noted CHECK (((people <> 'consented'::text) OR (consent_note <> ''::text))),
    CONSTRAINT initiative_file_is_named_by_its_content CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT initiative_file_kind_is_known CHECK ((kind = ANY (ARRAY['pdf'::text, 'docx'::text, 'xlsx'::text, 'jpeg'::text, 'png'::text, 'webp'::text, 'csv'::text, 'txt'::text]))),
    CONSTRAINT initiative_file_people_is_known CHECK ((people = ANY (ARRAY['none'::text, 'consented'::text, 'unasked'::text]))),
    CONSTRAINT initiative_file_picture_is_said_in_words CHECK (((kind <> ALL (ARRAY['jpeg'::text, 'png'::text, 'webp'::text])) OR (alt <> ''::text)))
);


--
-- Name: TABLE initiative_file; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.initiative_file IS 'Pictures and documents of an initiative; the content is kept under its sha256 outside the database';


--
-- Name: COLUMN initiative_file.alt; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.initiative_file.alt IS 'what a picture shows, for those who do not see it';


--
-- Name: COLUMN initiative_file.people; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.initiative_file.people IS 'who can be seen: nobody, people who consented, or people not asked (Luật 91/2025/QH15)';


--
-- Name: COLUMN initiative_file.consent_note; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.initiative_file.consent_note IS 'how and when those in the picture agreed, without their names';


--
-- Name: initiative_move; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.initiative_move (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    initiative_id uuid NOT NULL,
    year integer NOT NULL,
    unit_id uuid NOT NULL,
    move text NOT NULL,
    from_state text,
    to_state text NOT NULL,
    on_day date NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    document text DEFAULT ''::text NOT NULL,
    account_id uuid,
    at timestamp with time zone NOT NULL,
    n integer NOT NULL,
    list_id uuid,
    undoes uuid,
    is_completion boolean DEFAULT false NOT NULL
);


--
-- Name: TABLE initiative_move; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.initiative_move IS 'Every move of an initiative through a year, with who made it; rows are only added';


--
-- Name: COLUMN initiative_move.n; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.initiative_move.n IS 'the version of the year that was moved: moves of one year stand in this order';


--
-- Name: COLUMN initiative_move.list_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.initiative_move.list_id IS 'moves made together, from one list';


--
-- Name: COLUMN initiative_move.undoes; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.initiative_move.undoes IS 'the move that this row takes back';


--
-- Name: initiative_setting; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.initiative_setting (
    province_id uuid NOT NULL,
    commune_receiver text NOT NULL,
    province_receiver text NOT NULL,
    source text NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT initiative_setting_commune_receiver_is_known CHECK ((commune_receiver = ANY (ARRAY['own-leader'::text, 'province'::text]))),
    CONSTRAINT initiative_setting_has_a_source CHECK ((source <> ''::text)),
    CONSTRAINT initiative_setting_province_receiver_is_known CHECK ((province_receiver = ANY (ARRAY['officer-or-leader'::text, 'leader'::text])))
);


--
-- Name: TABLE initiative_setting; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.initiative_setting IS 'Who receives registrations and recognises in a province, and which document says so';


--
-- Name: initiative_window; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.initiative_window (
    province_id uuid NOT NULL,
    year integer NOT NULL,
    scope text NOT NULL,
    from_day date NOT NULL,
    to_day date NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT initiative_window_runs_forward CHECK ((from_day <= to_day)),
    CONSTRAINT initiative_window_scope_is_known CHECK ((scope = ANY (ARRAY['commune'::text, 'district'::text, 'province'::text, 'central'::text]))),
    CONSTRAINT initiative_window_year_is_plausible CHECK (((year >= 1990) AND (year <= 2100)))
);


--
-- Name: TABLE initiative_window; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.initiative_window IS 'Đợt đăng ký: when initiatives of a year are registered at a level; open at any time where nothing is stated';


--
-- Name: initiative_year; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.initiative_year (
    province_id uuid NOT NULL,
    initiative_id uuid NOT NULL,
    year integer NOT NULL,
    unit_id uuid NOT NULL,
    scope text NOT NULL,
    is_new boolean NOT NULL,
    state text NOT NULL,
    campaign_id uuid,
    registered_on date,
    recognised_on date,
    decision text DEFAULT ''::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    id uuid NOT NULL,
    theme text DEFAULT ''::text NOT NULL,
    started_on date,
    outstanding_on date,
    ended_on date,
    effective_on date,
    is_completed boolean DEFAULT false NOT NULL,
    CONSTRAINT initiative_year_is_plausible CHECK (((year >= 1990) AND (year <= 2100))),
    CONSTRAINT initiative_year_scope_is_known CHECK ((scope = ANY (ARRAY['commune'::text, 'district'::text, 'province'::text, 'central'::text]))),
    CONSTRAINT initiative_year_state_is_known CHECK ((state = ANY (ARRAY['draft'::text, 'registered'::text, 'returned'::text, 'listed'::text, 'launched'::text, 'running'::text, 'self-scored'::text, 'appraised'::text, 'recognised'::text, 'not-recognised'::text, 'not-eligible'::text, 'outstanding'::text, 'proposed'::text, 'stopped'::text, 'merged'::text, 'handed-over'::text])))
);


--
-- Name: TABLE initiative_year; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.initiative_year IS 'One year of an initiative: where it was registered, new or kept, and how far it came; the same initiative may have many';


--
-- Name: COLUMN initiative_year.scope; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.initiative_year.scope IS 'the level with which it is registered this year: three numbers that are never added';


--
-- Name: COLUMN initiative_year.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.initiative_year.id IS 'under which the facts of this year stand in counted_fact';


--
-- Name: COLUMN initiative_year.theme; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.initiative_year.theme IS 'code of a theme of the province''s list; empty where the year has none';


--
-- Name: COLUMN initiative_year.started_on; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.initiative_year.started_on IS 'the day it was first launched or running in this year';


--
-- Name: COLUMN initiative_year.ended_on; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.initiative_year.ended_on IS 'the day it was stopped, merged or handed over in this year';


--
-- Name: COLUMN initiative_year.effective_on; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.initiative_year.effective_on IS 'the day on which its unit judged it to have effect';


--
-- Name: COLUMN initiative_year.is_completed; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.initiative_year.is_completed IS 'it was stopped because its work was done: not one of those that failed';


--
-- Name: issuing_body; Type: TABLE; Schema: public; Owner: -
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
    CONSTRAINT issuing_body_layout_is_known CHECK ((layout = ANY (ARRAY['state'::text, 'party'::text, 'front'::text])))
);


--
-- Name: TABLE issuing_body; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.issuing_body IS 'Cơ quan ban hành: under which names a unit''s report is printed in each layout; {unit} {place} {province} {provincial} are filled in';


--
-- Name: COLUMN issuing_body.unit_kind; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.issuing_body.unit_kind IS 'for every unit of this kind; null for the one unit of unit_id, which goes before its kind';


--
-- Name: COLUMN issuing_body.is_default; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.issuing_body.is_default IS 'the layout offered first; the officer may take another';


--
-- Name: COLUMN issuing_body.superior; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.issuing_body.superior IS 'printed above the body; empty for none. {provincial} is the body of the unit''s province in the same layout';


--
-- Name: COLUMN issuing_body.body; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.issuing_body.body IS 'in sentence case; | is where a long name goes on in the next line of the heading';


--
-- Name: COLUMN issuing_body.symbol; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.issuing_body.symbol IS 'after the number, e.g. BC-UBND or BC/ĐU';


--
-- Name: COLUMN issuing_body.recipients; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.issuing_body.recipients IS 'the last one says where the file copy stays';


--
-- Name: issuing_words; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.issuing_words (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_kind text,
    of_unit_id uuid,
    layout text NOT NULL,
    valid_from date NOT NULL,
    superior text NOT NULL,
    body text NOT NULL,
    symbol text NOT NULL,
    place text NOT NULL,
    signs_for text NOT NULL,
    signer_title text NOT NULL,
    recipients text[] NOT NULL,
    account_id uuid NOT NULL,
    person_name text NOT NULL,
    at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    CONSTRAINT issuing_words_are_of_a_kind_or_of_one_unit CHECK (((unit_kind IS NULL) <> (of_unit_id IS NULL))),
    CONSTRAINT issuing_words_go_somewhere CHECK (((cardinality(recipients) >= 1) AND (cardinality(recipients) <= 12))),
    CONSTRAINT issuing_words_layout_is_known CHECK ((layout = ANY (ARRAY['state'::text, 'party'::text, 'front'::text]))),
    CONSTRAINT issuing_words_name_somebody CHECK (((body <> ''::text) AND (symbol <> ''::text) AND (place <> ''::text) AND (signs_for <> ''::text) AND (signer_title <> ''::text)))
);


--
-- Name: TABLE issuing_words; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.issuing_words IS 'Lời của nơi ban hành: under which names a province has reports printed in one layout, from a day on; goes before issuing_body (docs/adr/0076)';


--
-- Name: COLUMN issuing_words.unit_kind; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.issuing_words.unit_kind IS 'for every unit of this kind in the province; null for the one unit of of_unit_id, which goes before its kind';


--
-- Name: COLUMN issuing_words.valid_from; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.issuing_words.valid_from IS 'a paper has the words of the day it was handed in: what went out before keeps its own';


--
-- Name: COLUMN issuing_words.superior; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.issuing_words.superior IS 'printed above the body; empty for none; {unit} {place} {province} {provincial} are filled in here and in the other words';


--
-- Name: COLUMN issuing_words.recipients; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.issuing_words.recipients IS 'the last one says where the file copy stays';


--
-- Name: COLUMN issuing_words.withdrawn_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.issuing_words.withdrawn_at IS 'taken back before the day it was to begin; null while it stands';


--
-- Name: legal_act; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.legal_act (
    number text NOT NULL,
    issued_on date,
    in_force_on date,
    issuer text NOT NULL,
    title text NOT NULL,
    source text NOT NULL,
    is_verified boolean NOT NULL,
    local_province_id uuid
);


--
-- Name: TABLE legal_act; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.legal_act IS 'Văn bản that created, ended or renamed units';


--
-- Name: COLUMN legal_act.number; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.legal_act.number IS 'as it is cited, e.g. 1659/NQ-UBTVQH15';


--
-- Name: COLUMN legal_act.is_verified; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.legal_act.is_verified IS 'its own text was read; else it is known through another source';


--
-- Name: COLUMN legal_act.local_province_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.legal_act.local_province_id IS 'the province whose administrator entered it; null for the national register';


--
-- Name: library_draft; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.library_draft (
    province_id uuid NOT NULL,
    initiative_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    said jsonb NOT NULL,
    photos uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    account_id uuid,
    person_name text NOT NULL
);


--
-- Name: TABLE library_draft; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.library_draft IS 'What officers prepare for the public page of an initiative; nobody outside reads it';


--
-- Name: COLUMN library_draft.photos; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.library_draft.photos IS 'the pictures chosen one by one, in the order of the page';


--
-- Name: library_page; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.library_page (
    province_id uuid NOT NULL,
    initiative_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    name text NOT NULL,
    summary text NOT NULL,
    holder_kind text NOT NULL,
    field text NOT NULL,
    unit_kind text NOT NULL,
    people integer,
    year_from integer NOT NULL,
    year_to integer NOT NULL,
    is_outstanding boolean NOT NULL,
    parent_province_id uuid,
    parent_id uuid,
    content jsonb NOT NULL,
    words tsvector NOT NULL,
    likeness text NOT NULL,
    published_at timestamp with time zone NOT NULL,
    withdrawn_on date,
    withdrawn_notice text,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT library_page_is_withdrawn_with_a_notice CHECK (((withdrawn_on IS NULL) = (withdrawn_notice IS NULL))),
    CONSTRAINT library_page_parent_is_whole CHECK (((parent_id IS NULL) = (parent_province_id IS NULL))),
    CONSTRAINT library_page_standing_has_a_name CHECK (((withdrawn_on IS NOT NULL) OR (name <> ''::text))),
    CONSTRAINT library_page_withdrawn_says_nothing_more CHECK (((withdrawn_on IS NULL) OR ((name = ''::text) AND (summary = ''::text) AND (likeness = ''::text) AND (content = '{}'::jsonb)))),
    CONSTRAINT library_page_years_follow CHECK ((year_to >= year_from))
)
WITH (toast_tuple_target='512');


--
-- Name: TABLE library_page; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.library_page IS 'A published initiative as everybody may read it (thư viện cách làm hay); written only inside the province';


--
-- Name: COLUMN library_page.people; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.library_page.people IS 'how many people the unit had when this was published; null where nobody said';


--
-- Name: COLUMN library_page.content; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.library_page.content IS 'what the page prints; empty once it was withdrawn';


--
-- Name: COLUMN library_page.words; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.library_page.words IS 'every word without marks and, of the short texts, every two that stand together; A is the name, B what it is about, D the rest';


--
-- Name: COLUMN library_page.likeness; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.library_page.likeness IS 'name and problem without marks, in which initiatives like a new one are looked for';


--
-- Name: library_photo; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.library_photo (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    initiative_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    "position" integer NOT NULL,
    sha256 text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    bytes integer NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    alt text NOT NULL,
    caption text NOT NULL,
    CONSTRAINT library_photo_is_a_picture CHECK ((kind = ANY (ARRAY['jpeg'::text, 'png'::text, 'webp'::text]))),
    CONSTRAINT library_photo_is_said_in_words CHECK ((alt <> ''::text))
);


--
-- Name: TABLE library_photo; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.library_photo IS 'The pictures of a published initiative; they go when the page is withdrawn';


--
-- Name: local_directive; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.local_directive (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    day date NOT NULL,
    title text NOT NULL,
    number text NOT NULL,
    kind text NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    in_force_from date,
    in_force_to date,
    replaced_by text DEFAULT ''::text NOT NULL,
    amends text DEFAULT ''::text NOT NULL,
    source text DEFAULT ''::text NOT NULL,
    search_text text DEFAULT ''::text NOT NULL,
    void_reason text,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT local_directive_has_a_title CHECK ((title <> ''::text)),
    CONSTRAINT local_directive_is_in_force_for_a_time CHECK (((in_force_to IS NULL) OR (in_force_from IS NULL) OR (in_force_to >= in_force_from))),
    CONSTRAINT local_directive_kind_is_known CHECK ((kind = ANY (ARRAY['resolution'::text, 'directive'::text, 'conclusion'::text, 'decision'::text, 'regulation'::text, 'instruction'::text, 'plan'::text, 'programme'::text, 'report'::text, 'announcement'::text, 'official-letter'::text, 'law'::text, 'decree'::text, 'circular'::text, 'other'::text]))),
    CONSTRAINT local_directive_void_has_a_reason CHECK ((void_reason <> ''::text))
);


--
-- Name: TABLE local_directive; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.local_directive IS 'Văn bản chỉ đạo a province or a commune keeps itself';


--
-- Name: COLUMN local_directive.day; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.local_directive.day IS 'the day it was issued';


--
-- Name: COLUMN local_directive.search_text; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.local_directive.search_text IS 'title and words without marks, written by the application';


--
-- Name: COLUMN local_directive.void_reason; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.local_directive.void_reason IS 'why the row does not count; null while it stands';


--
-- Name: mail; Type: TABLE; Schema: public; Owner: -
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


--
-- Name: TABLE mail; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.mail IS 'What became of each mail: neither address nor text';


--
-- Name: COLUMN mail.state; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.mail.state IS 'sending: handed to the server now, or we died meanwhile; unknown: perhaps delivered, never sent again; dropped: no longer wanted when its turn came';


--
-- Name: COLUMN mail.fault; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.mail.fault IS 'a code word, never the server''s own text, which repeats addresses';


--
-- Name: meeting; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.meeting (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    kind text NOT NULL,
    held_on date NOT NULL,
    until_on date,
    subject text NOT NULL,
    organiser text DEFAULT ''::text NOT NULL,
    place text DEFAULT ''::text NOT NULL,
    document text DEFAULT ''::text NOT NULL,
    agenda text DEFAULT ''::text NOT NULL,
    conclusions text DEFAULT ''::text NOT NULL,
    attendances integer,
    opinions integer,
    answered integer,
    training_kind text,
    classes integer,
    is_for_staff boolean,
    congress_of text,
    delegates_of text,
    session text,
    helper text,
    helped_unit_id uuid,
    helped_place text DEFAULT ''::text NOT NULL,
    is_mountain boolean,
    result text DEFAULT ''::text NOT NULL,
    search_text text DEFAULT ''::text NOT NULL,
    void_reason text,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT meeting_answers_no_more_than_was_raised CHECK (((answered >= 0) AND (answered <= COALESCE(opinions, 0)))),
    CONSTRAINT meeting_attendances_are_natural CHECK ((attendances >= 0)),
    CONSTRAINT meeting_congress_says_of_whom CHECK (((congress_of IS NOT NULL) = (kind = 'congress'::text))),
    CONSTRAINT meeting_delegates_are_known CHECK ((delegates_of = ANY (ARRAY['national'::text, 'province'::text, 'commune'::text, 'several'::text]))),
    CONSTRAINT meeting_ends_after_it_began CHECK ((until_on >= held_on)),
    CONSTRAINT meeting_has_a_subject CHECK ((subject <> ''::text)),
    CONSTRAINT meeting_is_voided_with_a_reason CHECK (((void_reason IS NULL) OR (void_reason <> ''::text))),
    CONSTRAINT meeting_kind_is_known CHECK ((kind = ANY (ARRAY['conference'::text, 'congress'::text, 'training'::text, 'dissemination'::text, 'voters'::text, 'criticism'::text, 'feedback'::text, 'support'::text]))),
    CONSTRAINT meeting_mountain_is_of_a_helped_unit CHECK (((is_mountain IS NULL) OR (kind = 'support'::text))),
    CONSTRAINT meeting_opinions_are_natural CHECK ((opinions >= 0)),
    CONSTRAINT meeting_session_is_known CHECK ((session = ANY (ARRAY['before'::text, 'after'::text, 'topic'::text]))),
    CONSTRAINT meeting_session_is_of_voters CHECK (((session IS NULL) OR (kind = 'voters'::text))),
    CONSTRAINT meeting_support_names_who_helps CHECK (((helper IS NOT NULL) = (kind = 'support'::text))),
    CONSTRAINT meeting_support_says_whom CHECK (((kind <> 'support'::text) OR (helped_unit_id IS NOT NULL) OR (helped_place <> ''::text))),
    CONSTRAINT meeting_training_counts_classes CHECK ((((classes IS NOT NULL) = (kind = 'training'::text)) AND (classes > 0))),
    CONSTRAINT meeting_training_has_its_kind CHECK (((training_kind IS NOT NULL) = (kind = 'training'::text))),
    CONSTRAINT meeting_training_kind_is_known CHECK ((training_kind = ANY (ARRAY['theory'::text, 'new-members'::text, 'party-awareness'::text, 'cell-leaders'::text, 'front-skills'::text, 'other'::text]))),
    CONSTRAINT meeting_training_says_for_whom CHECK (((is_for_staff IS NOT NULL) = (kind = 'training'::text))),
    CONSTRAINT meeting_voters_meet_delegates CHECK (((delegates_of IS NOT NULL) = (kind = 'voters'::text)))
);


--
-- Name: TABLE meeting; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.meeting IS 'Hội nghị, đại hội, lớp tập huấn, tiếp xúc cử tri, phản biện, góp ý, phân công giúp đỡ: one row each; counts towards A04, A05, A08, A09, C07, C08, D08-D10, H10';


--
-- Name: COLUMN meeting.organiser; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.meeting.organiser IS 'the body that held it, not a person';


--
-- Name: COLUMN meeting.document; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.meeting.document IS 'what was disseminated, reviewed or criticised';


--
-- Name: COLUMN meeting.attendances; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.meeting.attendances IS 'person-times (lượt người), a count and never a list; null when nobody counted';


--
-- Name: COLUMN meeting.answered; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.meeting.answered IS 'how many of the opinions have a written answer';


--
-- Name: COLUMN meeting.training_kind; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.meeting.training_kind IS 'one of the six kinds of the monthly form of Tuyên Quang (2026, second-hand)';


--
-- Name: COLUMN meeting.is_for_staff; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.meeting.is_for_staff IS 'whether the classes are for those who do mobilisation work: only then A08 and A09 count them';


--
-- Name: COLUMN meeting.congress_of; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.meeting.congress_of IS 'whose congress, and of which term';


--
-- Name: COLUMN meeting.helper; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.meeting.helper IS 'the body that helps; a support stands from held_on to until_on, and is open without it';


--
-- Name: COLUMN meeting.is_mountain; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.meeting.is_mountain IS 'whether the helped commune is one of the mountains (xã miền núi), as its officer says; no list of them is kept here';


--
-- Name: meeting_speech; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.meeting_speech (
    province_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    "position" integer NOT NULL,
    unit_id uuid NOT NULL,
    speaker text NOT NULL,
    subject text NOT NULL,
    CONSTRAINT meeting_speech_has_a_speaker CHECK ((speaker <> ''::text)),
    CONSTRAINT meeting_speech_has_a_subject CHECK ((subject <> ''::text))
);


--
-- Name: TABLE meeting_speech; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.meeting_speech IS 'Tham luận: who spoke, by function, and about what';


--
-- Name: COLUMN meeting_speech.speaker; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.meeting_speech.speaker IS 'a function in a body, never a name';


--
-- Name: meeting_task; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.meeting_task (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    owner text NOT NULL,
    owner_unit_id uuid,
    content text NOT NULL,
    due_on date NOT NULL,
    done_on date,
    result text DEFAULT ''::text NOT NULL,
    void_reason text,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT meeting_task_has_an_owner CHECK ((owner <> ''::text)),
    CONSTRAINT meeting_task_is_done_with_a_result CHECK (((done_on IS NULL) = (result = ''::text))),
    CONSTRAINT meeting_task_is_voided_with_a_reason CHECK (((void_reason IS NULL) OR (void_reason <> ''::text))),
    CONSTRAINT meeting_task_says_what CHECK ((content <> ''::text))
);


--
-- Name: TABLE meeting_task; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.meeting_task IS 'Việc theo kết luận hội nghị: one conclusion as a task with its owner and due day';


--
-- Name: COLUMN meeting_task.owner_unit_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.meeting_task.owner_unit_id IS 'the commune that owes it, where it is one; it reads the task and says that it is done';


--
-- Name: movement_word; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.movement_word (
    list text NOT NULL,
    code text NOT NULL,
    label text NOT NULL,
    valid daterange NOT NULL,
    certainty text NOT NULL,
    source text NOT NULL,
    sort_order integer NOT NULL,
    CONSTRAINT movement_word_certainty_is_known CHECK ((certainty = ANY (ARRAY['article'::text, 'second-hand'::text, 'unverified'::text, 'ours'::text]))),
    CONSTRAINT movement_word_has_a_label CHECK ((label <> ''::text)),
    CONSTRAINT movement_word_has_a_source CHECK ((source <> ''::text)),
    CONSTRAINT movement_word_list_is_known CHECK ((list = ANY (ARRAY['field'::text, 'tag'::text, 'level'::text, 'theme'::text])))
);


--
-- Name: TABLE movement_word; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.movement_word IS 'Reference: words of the movement that are usual in the country, with how surely that is known';


--
-- Name: named_period; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.named_period (
    code text NOT NULL,
    regime text NOT NULL,
    name text NOT NULL,
    period_from date NOT NULL,
    period_to date NOT NULL,
    source text NOT NULL,
    certainty text NOT NULL,
    CONSTRAINT named_period_certainty_is_known CHECK ((certainty = ANY (ARRAY['article'::text, 'second-hand'::text, 'unverified'::text, 'ours'::text]))),
    CONSTRAINT named_period_days_stand_in_order CHECK ((period_from <= period_to)),
    CONSTRAINT named_period_regime_is_a_term_or_a_campaign CHECK ((regime = ANY (ARRAY['term'::text, 'campaign'::text])))
);


--
-- Name: TABLE named_period; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.named_period IS 'Nhiệm kỳ, đợt thi đua: two days with a name of their own; an address keeps the days, so a corrected name breaks none';


--
-- Name: COLUMN named_period.name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.named_period.name IS 'as it stands within a sentence, e.g. nhiệm kỳ 2020-2025';


--
-- Name: notice; Type: TABLE; Schema: public; Owner: -
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


--
-- Name: TABLE notice; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.notice IS 'Thông báo to one officer about one event, in the duty at that unit';


--
-- Name: COLUMN notice.event_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.notice.event_id IS 'made with the event; its time is the event''s';


--
-- Name: COLUMN notice.title; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.notice.title IS 'a sentence without personal data';


--
-- Name: COLUMN notice.mail_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.notice.mail_id IS 'the mail that carried it: set before sending and never taken back, so that nothing is mailed twice';


--
-- Name: notice_setting; Type: TABLE; Schema: public; Owner: -
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


--
-- Name: TABLE notice_setting; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.notice_setting IS 'An officer''s own wish about mail; without a row the installation''s quiet hours hold';


--
-- Name: COLUMN notice_setting.quiet_from; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.notice_setting.quiet_from IS 'hour in Vietnam; equal ends mean no quiet hours';


--
-- Name: numbering; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.numbering (
    province_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    layout text NOT NULL,
    way text NOT NULL,
    term text DEFAULT ''::text NOT NULL,
    start_series text DEFAULT ''::text NOT NULL,
    last_report integer DEFAULT 0 NOT NULL,
    last_letter integer DEFAULT 0 NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    account_id uuid,
    person_name text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT numbering_layout_is_known CHECK ((layout = ANY (ARRAY['state'::text, 'party'::text, 'front'::text]))),
    CONSTRAINT numbering_of_the_party_in_order_names_its_term CHECK (((layout <> 'party'::text) OR (way = 'by-hand'::text) OR (term <> ''::text))),
    CONSTRAINT numbering_starts_after_a_number CHECK ((((last_report >= 0) AND (last_report <= 99999)) AND ((last_letter >= 0) AND (last_letter <= 99999)))),
    CONSTRAINT numbering_way_is_known CHECK ((way = ANY (ARRAY['by-hand'::text, 'reserved'::text])))
);


--
-- Name: TABLE numbering; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.numbering IS 'Cách lấy số văn bản of a unit in one layout: by the paper office, or reserved here in order (docs/adr/0067)';


--
-- Name: COLUMN numbering.term; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.numbering.term IS 'nhiệm kỳ within which a Party committee counts its documents, e.g. 2025-2030';


--
-- Name: COLUMN numbering.start_series; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.numbering.start_series IS 'the year or term in which the paper register had come to last_report and last_letter before numbers were reserved here';


--
-- Name: obligation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.obligation (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    template_code text NOT NULL,
    regime text NOT NULL,
    period_from date NOT NULL,
    period_to date NOT NULL,
    rule_id uuid NOT NULL,
    due date NOT NULL,
    arose_at timestamp with time zone NOT NULL,
    waived_for text,
    waived_at timestamp with time zone,
    waived_account_id uuid,
    waived_name text,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT obligation_is_of_a_period_that_runs_forward CHECK ((period_from <= period_to)),
    CONSTRAINT obligation_waived_has_a_reason CHECK ((((waived_for IS NULL) = (waived_at IS NULL)) AND ((waived_for IS NULL) = (waived_name IS NULL)) AND (waived_for <> ''::text)))
);


--
-- Name: TABLE obligation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.obligation IS 'Nghĩa vụ báo cáo: one unit owes one report for one period; written when the period has ended';


--
-- Name: COLUMN obligation.due; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.obligation.due IS 'the last day in time as it was counted; counted anew with the calendar while the report is not handed in';


--
-- Name: COLUMN obligation.waived_for; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.obligation.waived_for IS 'why the report need not come; null while it is owed';


--
-- Name: obligation_clock; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.obligation_clock (
    province_id uuid NOT NULL,
    through date NOT NULL,
    mark text NOT NULL
);


--
-- Name: TABLE obligation_clock; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.obligation_clock IS 'Up to which day the obligations of a province are written, and of which calendar and units; locked while they are';


--
-- Name: COLUMN obligation_clock.mark; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.obligation_clock.mark IS 'fingerprint of the working calendar and the units by which the due days were counted';


--
-- Name: obligation_extension; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.obligation_extension (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    obligation_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    until date NOT NULL,
    reason text NOT NULL,
    given_at timestamp with time zone NOT NULL,
    account_id uuid,
    person_name text NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_account_id uuid,
    withdrawn_name text,
    CONSTRAINT obligation_extension_gives_a_reason CHECK ((reason <> ''::text)),
    CONSTRAINT obligation_extension_is_withdrawn_by_somebody CHECK (((withdrawn_at IS NULL) = (withdrawn_name IS NULL)))
);


--
-- Name: TABLE obligation_extension; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.obligation_extension IS 'Gia hạn: another last day for one obligation; the newest that was not withdrawn counts';


--
-- Name: obligation_rule; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.obligation_rule (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    template_code text NOT NULL,
    tree text DEFAULT 'state'::text NOT NULL,
    levels text[] NOT NULL,
    regime text NOT NULL,
    due_by text NOT NULL,
    due_count integer NOT NULL,
    due_month integer DEFAULT 0 NOT NULL,
    valid daterange NOT NULL,
    source text NOT NULL,
    is_certain boolean DEFAULT false NOT NULL,
    end_reason text,
    version integer DEFAULT 1 NOT NULL,
    account_id uuid,
    person_name text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    least_answered integer DEFAULT 100 NOT NULL,
    CONSTRAINT obligation_rule_begins_on_a_day CHECK ((NOT lower_inf(valid))),
    CONSTRAINT obligation_rule_due_is_within_a_year CHECK (
CASE
    WHEN (due_by = 'day-of-month'::text) THEN (((due_count >= 1) AND (due_count <= 31)) AND ((due_month >= 0) AND (due_month <= 12)))
    ELSE (((due_count >= 0) AND (due_count <= 366)) AND (due_month = 0))
END),
    CONSTRAINT obligation_rule_gives_its_source CHECK ((source <> ''::text)),
    CONSTRAINT obligation_rule_is_due_in_a_known_way CHECK ((due_by = ANY (ARRAY['calendar-days'::text, 'working-days'::text, 'day-of-month'::text]))),
    CONSTRAINT obligation_rule_least_answered_is_a_percentage CHECK (((least_answered >= 1) AND (least_answered <= 100))),
    CONSTRAINT obligation_rule_levels_are_known CHECK (((cardinality(levels) > 0) AND (levels <@ ARRAY['commune'::text, 'province'::text]))),
    CONSTRAINT obligation_rule_regime_follows_a_rule CHECK ((regime = ANY (ARRAY['month'::text, 'quarter'::text, 'half-year'::text, 'nine-months'::text, 'year'::text, 'month-15'::text, 'quarter-15'::text, 'half-year-15'::text, 'nine-months-15'::text, 'year-15'::text]))),
    CONSTRAINT obligation_rule_tree_is_known CHECK ((tree = ANY (ARRAY['state'::text, 'party'::text, 'front'::text])))
);


--
-- Name: TABLE obligation_rule; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.obligation_rule IS 'Quy định nộp báo cáo của tỉnh: which units owe which template for which periods, due when, from one day to another';


--
-- Name: COLUMN obligation_rule.due_count; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.obligation_rule.due_count IS 'days after the last day of the period, or the day of the month';


--
-- Name: COLUMN obligation_rule.due_month; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.obligation_rule.due_month IS 'for a day of the month: how many months after the month in which the period ends; 0 the same';


--
-- Name: COLUMN obligation_rule.valid; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.obligation_rule.valid IS 'a period is owed where its last day lies in it';


--
-- Name: COLUMN obligation_rule.is_certain; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.obligation_rule.is_certain IS 'whether the document that sets it was seen; what came from the program''s defaults was not';


--
-- Name: COLUMN obligation_rule.least_answered; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.obligation_rule.least_answered IS 'a report is complete from this percentage of its asked cells on; 100 every cell';


--
-- Name: period_closing; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.period_closing (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    template_code text NOT NULL,
    period_from date NOT NULL,
    period_to date NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    closed_at timestamp with time zone NOT NULL,
    account_id uuid,
    person_name text NOT NULL,
    reopened_at timestamp with time zone,
    reopened_for text,
    reopened_account_id uuid,
    reopened_name text,
    CONSTRAINT period_closing_is_of_a_period_that_runs_forward CHECK ((period_from <= period_to)),
    CONSTRAINT period_closing_is_reopened_with_a_reason CHECK ((((reopened_at IS NULL) = (reopened_for IS NULL)) AND ((reopened_at IS NULL) = (reopened_name IS NULL)) AND (reopened_for <> ''::text)))
);


--
-- Name: TABLE period_closing; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.period_closing IS 'Chốt kỳ: the province closed a period with the reports it had; reopened it stays readable';


--
-- Name: period_closing_gap; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.period_closing_gap (
    province_id uuid NOT NULL,
    closing_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    reason text NOT NULL,
    CONSTRAINT period_closing_gap_gives_a_reason CHECK ((reason <> ''::text))
);


--
-- Name: TABLE period_closing_gap; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.period_closing_gap IS 'Đơn vị còn thiếu khi chốt kỳ, with the reason; printed beside every total of that period';


--
-- Name: period_regime; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.period_regime (
    regime text NOT NULL,
    name text NOT NULL,
    anchor_day integer,
    month_offset integer,
    months integer,
    counted_from text NOT NULL,
    is_offered boolean NOT NULL,
    source text NOT NULL,
    certainty text NOT NULL,
    valid daterange NOT NULL,
    CONSTRAINT period_regime_begins_on_a_day_of_every_month CHECK (((anchor_day >= 1) AND (anchor_day <= 28))),
    CONSTRAINT period_regime_begins_within_a_year_of_january CHECK (((month_offset >= '-11'::integer) AND (month_offset <= 11))),
    CONSTRAINT period_regime_certainty_is_known CHECK ((certainty = ANY (ARRAY['article'::text, 'second-hand'::text, 'unverified'::text, 'ours'::text]))),
    CONSTRAINT period_regime_divides_its_year CHECK ((months = ANY (ARRAY[1, 3, 6, 9, 12]))),
    CONSTRAINT period_regime_is_counted_from_something_known CHECK ((counted_from = ANY (ARRAY['itself'::text, 'year'::text, 'term'::text, 'its-own-days'::text]))),
    CONSTRAINT period_regime_rule_is_whole_or_absent CHECK ((((anchor_day IS NULL) = (month_offset IS NULL)) AND ((anchor_day IS NULL) = (months IS NULL))))
);


--
-- Name: TABLE period_regime; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.period_regime IS 'Chế độ kỳ: how the two days of a period are set, and by which regulation';


--
-- Name: COLUMN period_regime.anchor_day; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.period_regime.anchor_day IS 'the day of the month on which a period begins; null where no rule sets the two days';


--
-- Name: COLUMN period_regime.month_offset; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.period_regime.month_offset IS 'months from January to the month in which the first period of a year begins; -1 is December of the year before';


--
-- Name: COLUMN period_regime.counted_from; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.period_regime.counted_from IS 'itself: one after another; year: one a year, counted from its first day; term: from the first day of a term; its-own-days: two days that are data';


--
-- Name: COLUMN period_regime.is_offered; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.period_regime.is_offered IS 'whether a form lists its periods; any of them can be typed';


--
-- Name: pledge; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.pledge (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    day date NOT NULL,
    title text NOT NULL,
    year integer NOT NULL,
    wording text NOT NULL,
    campaign_id uuid,
    signers jsonb DEFAULT '[]'::jsonb NOT NULL,
    search_text text DEFAULT ''::text NOT NULL,
    void_reason text,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT pledge_has_a_title CHECK ((title <> ''::text)),
    CONSTRAINT pledge_void_has_a_reason CHECK ((void_reason <> ''::text)),
    CONSTRAINT pledge_year_is_plausible CHECK (((year >= 1990) AND (year <= 2100)))
);


--
-- Name: TABLE pledge; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.pledge IS 'Ký cam kết thi đua: one text signed by units on one day';


--
-- Name: COLUMN pledge.signers; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.pledge.signers IS 'unit id or null, the name of the unit or body, and how it was fulfilled at the end of the year; never a person';


--
-- Name: COLUMN pledge.search_text; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.pledge.search_text IS 'title and words without marks, written by the application';


--
-- Name: COLUMN pledge.void_reason; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.pledge.void_reason IS 'why the row does not count; null while it stands';


--
-- Name: praise; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.praise (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    praised_on date NOT NULL,
    recipient_kind text NOT NULL,
    recipient text NOT NULL,
    what text NOT NULL,
    occasion text DEFAULT ''::text NOT NULL,
    void_reason text,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT praise_is_voided_with_a_reason CHECK (((void_reason IS NULL) OR (void_reason <> ''::text))),
    CONSTRAINT praise_recipient_is_known CHECK ((recipient_kind = ANY (ARRAY['collective'::text, 'individual'::text]))),
    CONSTRAINT praise_says_whom_and_for_what CHECK (((recipient <> ''::text) AND (what <> ''::text)))
);


--
-- Name: TABLE praise; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.praise IS 'Biểu dương, tuyên dương: praise without legal form, never counted as an award';


--
-- Name: COLUMN praise.recipient; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.praise.recipient IS 'the collective; of a person what may be said without a name';


--
-- Name: programme_row; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.programme_row (
    set_version text NOT NULL,
    "position" integer NOT NULL,
    key text NOT NULL,
    kind text NOT NULL,
    of_row text,
    relation text,
    name text DEFAULT ''::text NOT NULL,
    unit_of_count text DEFAULT ''::text NOT NULL,
    indicator_code text,
    dimension text DEFAULT ''::text NOT NULL,
    change_code text,
    unit_kind text,
    note text DEFAULT ''::text NOT NULL,
    CONSTRAINT programme_row_average_names_its_unit CHECK (((kind <> 'average'::text) OR (unit_kind IS NOT NULL))),
    CONSTRAINT programme_row_has_a_cell_or_a_name CHECK ((((kind = ANY (ARRAY['stock'::text, 'average'::text])) = (indicator_code IS NOT NULL)) AND ((indicator_code IS NOT NULL) OR (name <> ''::text)))),
    CONSTRAINT programme_row_kind_is_known CHECK ((kind = ANY (ARRAY['stock'::text, 'average'::text, 'total'::text, 'group'::text]))),
    CONSTRAINT programme_row_of_a_change_is_a_stock CHECK (((change_code IS NULL) OR (kind = 'stock'::text))),
    CONSTRAINT programme_row_relates_to_something CHECK ((((relation IS NULL) AND (kind <> 'average'::text)) = (of_row IS NULL))),
    CONSTRAINT programme_row_relation_is_known CHECK ((relation = ANY (ARRAY['component'::text, 'part'::text, 'state'::text]))),
    CONSTRAINT programme_row_unit_kind_is_known CHECK ((unit_kind = ANY (ARRAY['commune'::text, 'commune-level'::text])))
);


--
-- Name: TABLE programme_row; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.programme_row IS 'Một dòng của bộ chỉ tiêu: a stock of the ledger, an average derived from one, a total of rows, or a group of states that are never summed';


--
-- Name: COLUMN programme_row.key; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.programme_row.key IS 'names the row within its version, in addresses and relations';


--
-- Name: COLUMN programme_row.of_row; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.programme_row.of_row IS 'the row it belongs to: what it is a component, a part or a state of; for an average, what is divided';


--
-- Name: COLUMN programme_row.relation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.programme_row.relation IS 'component: with its sisters it makes up the whole; part: some of the whole; state: never added to its sisters';


--
-- Name: COLUMN programme_row.indicator_code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.programme_row.indicator_code IS 'the cell of the ledger, by code: a figure keeps the version of the definition it was given by';


--
-- Name: COLUMN programme_row.change_code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.programme_row.change_code IS 'the indicator of the change of this stock since the end of last year';


--
-- Name: COLUMN programme_row.unit_kind; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.programme_row.unit_kind IS 'average: what divides it; stock that counts units: what it counts, so that it cannot exceed how many there are. commune: xã alone; commune-level: xã, phường, thị trấn, đặc khu';


--
-- Name: programme_set; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.programme_set (
    code text NOT NULL
);


--
-- Name: TABLE programme_set; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.programme_set IS 'Bộ chỉ tiêu của một chương trình: nông thôn mới, OCOP, chính quyền thân thiện';


--
-- Name: programme_set_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.programme_set_version (
    id text NOT NULL,
    set_code text NOT NULL,
    version integer NOT NULL,
    valid daterange NOT NULL,
    name text NOT NULL,
    about text NOT NULL,
    source text NOT NULL
);


--
-- Name: COLUMN programme_set_version.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.programme_set_version.id IS 'code@version, e.g. ocop@1';


--
-- Name: COLUMN programme_set_version.valid; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.programme_set_version.valid IS 'the last days of the periods that are read by this version';


--
-- Name: COLUMN programme_set_version.source; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.programme_set_version.source IS 'where its rows come from and how surely that is known';


--
-- Name: province_movement_word; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.province_movement_word (
    province_id uuid NOT NULL,
    list text NOT NULL,
    code text NOT NULL,
    from_day date NOT NULL,
    label text NOT NULL,
    is_offered boolean NOT NULL,
    source text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT province_movement_word_has_a_label CHECK ((label <> ''::text)),
    CONSTRAINT province_movement_word_has_a_source CHECK ((source <> ''::text)),
    CONSTRAINT province_movement_word_list_is_known CHECK ((list = ANY (ARRAY['field'::text, 'tag'::text, 'level'::text, 'theme'::text])))
);


--
-- Name: TABLE province_movement_word; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.province_movement_word IS 'What a province says of a word of the movement from a day on: its label, and whether it may be chosen; earlier years keep what was said then';


--
-- Name: province_pattern; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.province_pattern (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    level text NOT NULL,
    function text NOT NULL,
    kind text NOT NULL,
    tree text NOT NULL,
    name text NOT NULL,
    from_day date NOT NULL,
    until_day date,
    act text NOT NULL,
    void_reason text,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT province_pattern_ends_after_it_began CHECK (((until_day IS NULL) OR (until_day >= from_day))),
    CONSTRAINT province_pattern_is_voided_with_a_reason CHECK (((void_reason IS NULL) OR (void_reason <> ''::text))),
    CONSTRAINT province_pattern_level_is_known CHECK ((level = ANY (ARRAY['province'::text, 'district'::text, 'commune'::text]))),
    CONSTRAINT province_pattern_names_its_act CHECK ((act <> ''::text)),
    CONSTRAINT province_pattern_tree_is_known CHECK ((tree = ANY (ARRAY['state'::text, 'party'::text, 'front'::text])))
);


--
-- Name: TABLE province_pattern; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.province_pattern IS 'A province''s own answer to which body owns a work in its units of a level; goes before body_pattern';


--
-- Name: public_clock; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.public_clock (
    province_id uuid NOT NULL,
    n bigint NOT NULL
);


--
-- Name: TABLE public_clock; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.public_clock IS 'The number of the last change of anything public in a province; taken by update and held to commit, after figure_clock and before the audit head';


--
-- Name: publication; Type: TABLE; Schema: public; Owner: -
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
    content jsonb NOT NULL,
    amendment integer GENERATED ALWAYS AS (((content #>> '{amendment,n}'::text[]))::integer) STORED,
    handed_in_on date
);


--
-- Name: TABLE publication; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.publication IS 'A published report as everybody may read it; readable by all, written only inside the province';


--
-- Name: COLUMN publication.unit_name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.publication.unit_name IS 'the unit as it was called on the last day of the period';


--
-- Name: COLUMN publication.search_text; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.publication.search_text IS 'the words of unit, title and period in lower case without marks, then “|”, then the same words as they are spelled, the tone last';


--
-- Name: COLUMN publication.unit_until; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.publication.unit_until IS 'the last day of that unit; null while it stands';


--
-- Name: COLUMN publication.accepted_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.publication.accepted_at IS 'null for figures taken from a source published elsewhere';


--
-- Name: COLUMN publication.amendment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.publication.amendment IS 'the amendment whose figures these are; null for what was accepted first';


--
-- Name: COLUMN publication.handed_in_on; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.publication.handed_in_on IS 'the day the report was handed in, by which its issuing words are chosen; null for figures of a published source, and for what was published before this column';


--
-- Name: publication_file; Type: TABLE; Schema: public; Owner: -
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


--
-- Name: TABLE publication_file; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.publication_file IS 'What of report_file everybody may download; written once, with the publication';


--
-- Name: publication_plan; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.publication_plan (
    province_id uuid NOT NULL,
    report_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    publish_at timestamp with time zone NOT NULL,
    account_id uuid,
    person_name text NOT NULL,
    at timestamp with time zone NOT NULL
);


--
-- Name: TABLE publication_plan; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.publication_plan IS 'Hẹn giờ công bố: what is accepted and goes out at a chosen moment; nobody outside reads it';


--
-- Name: publication_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.publication_version (
    province_id uuid NOT NULL,
    report_id uuid NOT NULL,
    n integer NOT NULL,
    unit_id uuid NOT NULL,
    content jsonb NOT NULL,
    published_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    replaced_at timestamp with time zone NOT NULL,
    replaced_why text NOT NULL,
    CONSTRAINT publication_version_is_numbered_from_zero CHECK ((n >= 0))
);


--
-- Name: TABLE publication_version; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.publication_version IS 'What the public page said before an amendment was accepted; goes with the publication when it is withdrawn';


--
-- Name: COLUMN publication_version.n; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.publication_version.n IS 'the number of the amendment it was, 0 for the report as it was first accepted';


--
-- Name: publication_withdrawal; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.publication_withdrawal (
    province_id uuid NOT NULL,
    report_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    title text NOT NULL,
    unit_name text NOT NULL,
    period_from date NOT NULL,
    period_to date NOT NULL,
    published_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone NOT NULL,
    why text NOT NULL,
    CONSTRAINT publication_withdrawal_says_why CHECK ((why <> ''::text))
);


--
-- Name: TABLE publication_withdrawal; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.publication_withdrawal IS 'The notice that stands at the address of a withdrawn report: no figure of it, only that, when and why';


--
-- Name: published_movement; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.published_movement (
    code text NOT NULL,
    report_key text NOT NULL,
    unit_code text NOT NULL,
    kind text NOT NULL,
    year integer NOT NULL,
    told_when text NOT NULL,
    told text NOT NULL,
    CONSTRAINT published_movement_kind_is_known CHECK ((kind = ANY (ARRAY['theme'::text, 'drive'::text, 'pledge'::text, 'contest'::text, 'work-item'::text, 'dialogue'::text, 'visit'::text])))
);


--
-- Name: TABLE published_movement; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.published_movement IS 'Themes, drives, pledges, contests, work items, dialogues and visits as published texts tell them, loaded from db/reference/published_movement.csv';


--
-- Name: published_question; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.published_question (
    unit_code text NOT NULL,
    period_from date NOT NULL,
    period_to date NOT NULL,
    "position" integer NOT NULL,
    question text NOT NULL
);


--
-- Name: TABLE published_question; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.published_question IS 'Chỗ còn phải làm rõ of a published text, loaded from db/reference/published_question.csv; nothing of it is a figure';


--
-- Name: reference_hold; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reference_hold (
    table_name text NOT NULL,
    group_key text NOT NULL,
    province_id uuid NOT NULL
);


--
-- Name: TABLE reference_hold; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.reference_hold IS 'Groups of reference rows that were changed here: loading the published files again leaves them alone';


--
-- Name: COLUMN reference_hold.group_key; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.reference_hold.group_key IS 'the value of the column by which the table''s rows are replaced, or its primary key';


--
-- Name: reference_load; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reference_load (
    file text NOT NULL,
    sha256 text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: TABLE reference_load; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.reference_load IS 'The last load of each file of db/reference and db/example, e.g. reference/unit.csv';


--
-- Name: COLUMN reference_load.sha256; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.reference_load.sha256 IS 'of the file and of its line in ORDER; another one means that the file is loaded again';


--
-- Name: register_start; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.register_start (
    is_the_one boolean DEFAULT true NOT NULL,
    begins_on date NOT NULL,
    source text NOT NULL,
    CONSTRAINT register_start_is_one CHECK (is_the_one)
);


--
-- Name: TABLE register_start; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.register_start IS 'The first day for which the register of units can answer';


--
-- Name: COLUMN register_start.source; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.register_start.source IS 'why not earlier: what the oldest list of units is';


--
-- Name: reminder_ladder; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reminder_ladder (
    province_id uuid NOT NULL,
    is_on boolean NOT NULL,
    rungs jsonb NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    changed_at timestamp with time zone NOT NULL
);


--
-- Name: TABLE reminder_ladder; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.reminder_ladder IS 'Bậc nhắc tự động of a province: when a unit that has not reported is reminded, and from which step its leader too; no row means off';


--
-- Name: COLUMN reminder_ladder.rungs; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.reminder_ladder.rungs IS '[{"days": -3, "leaders": false}]: days from the due day, in their order';


--
-- Name: reorganisation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reorganisation (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    status text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    title text NOT NULL,
    effective_on date,
    act_number text DEFAULT ''::text NOT NULL,
    act_issued_on date,
    act_issuer text DEFAULT ''::text NOT NULL,
    act_article text DEFAULT ''::text NOT NULL,
    steps jsonb DEFAULT '[]'::jsonb NOT NULL,
    successors jsonb DEFAULT '{}'::jsonb NOT NULL,
    written jsonb,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    applied_at timestamp with time zone,
    CONSTRAINT reorganisation_is_applied_at_a_moment CHECK (((status = 'applied'::text) = (applied_at IS NOT NULL))),
    CONSTRAINT reorganisation_is_decided_with_its_day CHECK (((status <> ALL (ARRAY['decided'::text, 'applied'::text])) OR ((effective_on IS NOT NULL) AND (decided_at IS NOT NULL)))),
    CONSTRAINT reorganisation_knows_what_it_wrote CHECK (((status = ANY (ARRAY['decided'::text, 'applied'::text])) = (written IS NOT NULL))),
    CONSTRAINT reorganisation_status_is_known CHECK ((status = ANY (ARRAY['draft'::text, 'decided'::text, 'applied'::text, 'discarded'::text])))
);


--
-- Name: TABLE reorganisation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.reorganisation IS 'Phương án sắp xếp đơn vị: seen by the administrators and the auditor of its province only';


--
-- Name: COLUMN reorganisation.effective_on; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.reorganisation.effective_on IS 'the first day on which it is so';


--
-- Name: COLUMN reorganisation.steps; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.reorganisation.steps IS 'what happens to which unit, in order; read and checked by draft-text.ts';


--
-- Name: COLUMN reorganisation.successors; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.reorganisation.successors IS 'of a unit that is divided: duty id to the id of the unit where it goes on';


--
-- Name: COLUMN reorganisation.written; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.reorganisation.written IS 'which rows of the register and which duties the decision wrote or closed';


--
-- Name: reorganisation_task; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reorganisation_task (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    reorganisation_id uuid NOT NULL,
    n integer NOT NULL,
    kind text NOT NULL,
    about_unit_id uuid NOT NULL,
    owner_account_id uuid,
    is_done boolean DEFAULT false NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT reorganisation_task_kind_is_known CHECK ((kind = ANY (ARRAY['hand-over'::text, 'open-reports'::text, 'enter-shares'::text, 'tell-residents'::text, 'seal'::text, 'official-code'::text])))
);


--
-- Name: TABLE reorganisation_task; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.reorganisation_task IS 'Việc cần làm that a decided reorganisation raises, for one unit';


--
-- Name: COLUMN reorganisation_task.owner_account_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.reorganisation_task.owner_account_id IS 'who sees to it; null until somebody is named';


--
-- Name: report; Type: TABLE; Schema: public; Owner: -
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
    CONSTRAINT report_regime_is_known CHECK ((regime = ANY (ARRAY['month'::text, 'quarter'::text, 'half-year'::text, 'nine-months'::text, 'year'::text, 'month-15'::text, 'quarter-15'::text, 'half-year-15'::text, 'nine-months-15'::text, 'year-15'::text, 'year-to-date'::text, 'stage'::text, 'term'::text, 'term-to-date'::text, 'campaign'::text, 'range'::text]))),
    CONSTRAINT report_status_is_known CHECK ((status = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'accepted'::text, 'published'::text])))
);


--
-- Name: TABLE report; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.report IS 'Báo cáo of one unit for one period by one template';


--
-- Name: COLUMN report.regime; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report.regime IS 'how the period is called; its two days decide, so 1/1 to 30/9 is nine-months whatever stands here';


--
-- Name: COLUMN report.origin; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report.origin IS 'entered by officers here, or figures already published elsewhere (số liệu đã công bố)';


--
-- Name: COLUMN report.version; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report.version IS 'rises with every move and every save; a form sends back the one it saw';


--
-- Name: report_copy; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.report_copy (
    province_id uuid NOT NULL,
    report_id uuid NOT NULL,
    n integer NOT NULL,
    unit_id uuid NOT NULL,
    content jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    figures_through bigint,
    asking integer GENERATED ALWAYS AS (jsonb_array_length(jsonb_path_query_array(content, '$."findings"[*]?(@."verdict" == "fails" || @."verdict" == "asks")'::jsonpath))) STORED NOT NULL,
    amendment integer,
    cells_asked integer GENERATED ALWAYS AS (jsonb_array_length(jsonb_path_query_array(content, '$."lines"[*]'::jsonpath))) STORED NOT NULL,
    cells_answered integer GENERATED ALWAYS AS (jsonb_array_length(jsonb_path_query_array(content, '$."lines"[*]?(@."figure"."value"."state" != "not-yet-known")'::jsonpath))) STORED NOT NULL,
    appendix jsonb
);


--
-- Name: TABLE report_copy; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.report_copy IS 'What the reviewer decides on and the public gets: one for each submission, never changed';


--
-- Name: COLUMN report_copy.figures_through; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_copy.figures_through IS 'the province''s figure_clock at the submission: a reviewer reads the history of a cell up to it; null for copies older than this column, where the hour decides';


--
-- Name: COLUMN report_copy.asking; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_copy.asking IS 'how many findings of the frozen content fail or ask, explained or not; a board of thousands of units cannot open each content';


--
-- Name: COLUMN report_copy.amendment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_copy.amendment IS 'the amendment whose acceptance made this copy; null for a submission';


--
-- Name: COLUMN report_copy.cells_asked; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_copy.cells_asked IS 'how many cells the template asked of the unit when it handed this in';


--
-- Name: COLUMN report_copy.cells_answered; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_copy.cells_answered IS 'how many of them have an answer: a number, a zero, or not applicable; an empty cell has none';


--
-- Name: COLUMN report_copy.appendix; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_copy.appendix IS 'Phụ lục: the figures of each unit of a sum and the years of a longer review, as they stood when the copy was made; null where the paper has none (docs/adr/0076)';


--
-- Name: report_event; Type: TABLE; Schema: public; Owner: -
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
    person_name text NOT NULL,
    note text DEFAULT ''::text NOT NULL
);


--
-- Name: COLUMN report_event.person_name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_event.person_name IS 'the officer''s name on that day, as it is printed in the history';


--
-- Name: COLUMN report_event.note; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_event.note IS 'why a report was returned, accepted or withdrawn, as the person wrote it';


--
-- Name: report_explanation; Type: TABLE; Schema: public; Owner: -
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


--
-- Name: TABLE report_explanation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.report_explanation IS 'Lời giải thích kèm một chỗ chưa khớp; at least 20 characters, printed in the reviewer''s copy';


--
-- Name: COLUMN report_explanation.about; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_explanation.about IS 'the numbers it was written about; when they change it no longer stands';


--
-- Name: report_file; Type: TABLE; Schema: public; Owner: -
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


--
-- Name: TABLE report_file; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.report_file IS 'Tài liệu kèm theo of a report; the content is kept under its sha256 outside the database';


--
-- Name: COLUMN report_file.people; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_file.people IS 'who can be seen: nobody, people who consented, or people not asked (Luật 91/2025/QH15)';


--
-- Name: COLUMN report_file.is_public; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_file.is_public IS 'a leader of the unit chose it for the public page; it goes there when the report is published';


--
-- Name: COLUMN report_file.first_copy; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_file.first_copy IS 'the first submitted copy it stood in; null while it was never submitted';


--
-- Name: COLUMN report_file.last_copy; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_file.last_copy IS 'the last submitted copy it stood in, once the unit took it away; null while it stands';


--
-- Name: report_message; Type: TABLE; Schema: public; Owner: -
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


--
-- Name: report_paragraph; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.report_paragraph (
    province_id uuid NOT NULL,
    report_id uuid NOT NULL,
    section text NOT NULL,
    n integer NOT NULL,
    unit_id uuid NOT NULL,
    parts jsonb NOT NULL,
    account_id uuid,
    person_name text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT report_paragraph_is_a_list_of_parts CHECK ((jsonb_typeof(parts) = 'array'::text)),
    CONSTRAINT report_paragraph_is_counted_from_one CHECK ((n >= 1)),
    CONSTRAINT report_paragraph_is_of_a_section CHECK ((section <> ''::text))
);


--
-- Name: TABLE report_paragraph; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.report_paragraph IS 'Lời văn: what an officer wrote in one section of a report, a row a saving; nothing in it is ever changed (docs/adr/0065)';


--
-- Name: COLUMN report_paragraph.section; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_paragraph.section IS 'code of the section in the version of the template that the report is made by';


--
-- Name: COLUMN report_paragraph.n; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_paragraph.n IS 'its place in the history of this section; the greatest stands';


--
-- Name: COLUMN report_paragraph.parts; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_paragraph.parts IS 'words, and between them the cells whose numbers are printed there, each with what it said when it was saved';


--
-- Name: report_presence; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.report_presence (
    province_id uuid NOT NULL,
    report_id uuid NOT NULL,
    account_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    cell text DEFAULT ''::text NOT NULL,
    at timestamp with time zone NOT NULL
);


--
-- Name: TABLE report_presence; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.report_presence IS 'Who has a report open for entry and in which cell; a courtesy to colleagues, not a record: one row a person, forgotten after an hour';


--
-- Name: COLUMN report_presence.cell; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_presence.cell IS 'the cell key the officer stands in; empty when in none';


--
-- Name: report_question; Type: TABLE; Schema: public; Owner: -
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
    assigned_duty text,
    assigned_account uuid,
    assigned_name text,
    due_on date,
    reopened integer DEFAULT 0 NOT NULL,
    CONSTRAINT report_question_assigned_duty_is_known CHECK ((assigned_duty = ANY (ARRAY['commune-officer'::text, 'commune-leader'::text, 'province-officer'::text, 'province-leader'::text]))),
    CONSTRAINT report_question_is_assigned_once CHECK (((assigned_duty IS NULL) OR (assigned_account IS NULL))),
    CONSTRAINT report_question_status_is_known CHECK ((status = ANY (ARRAY['open'::text, 'answered'::text, 'settled'::text])))
);


--
-- Name: COLUMN report_question.assigned_duty; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_question.assigned_duty IS 'whose function answers; with assigned_account null anybody of the unit';


--
-- Name: COLUMN report_question.assigned_name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_question.assigned_name IS 'the officer as they were called when the question was given to them';


--
-- Name: COLUMN report_question.due_on; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_question.due_on IS 'the day by which an answer is asked for; null where none was set';


--
-- Name: COLUMN report_question.reopened; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_question.reopened IS 'how often it was opened again after it was settled';


--
-- Name: report_reminder; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.report_reminder (
    province_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    template_code text NOT NULL,
    period_from date NOT NULL,
    period_to date NOT NULL,
    n integer NOT NULL,
    sending_id uuid NOT NULL,
    due_on date NOT NULL,
    rung integer,
    to_leaders boolean NOT NULL,
    words text DEFAULT ''::text NOT NULL,
    account_id uuid,
    person_name text DEFAULT ''::text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT report_reminder_is_counted_from_one CHECK ((n >= 1)),
    CONSTRAINT report_reminder_is_of_a_rung_or_of_a_person CHECK (((rung IS NULL) = (person_name <> ''::text)))
);


--
-- Name: TABLE report_reminder; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.report_reminder IS 'Nhắc nộp báo cáo: one unit reminded once of one period; the key lets two who press at once remind it once (docs/adr/0063)';


--
-- Name: COLUMN report_reminder.sending_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_reminder.sending_id IS 'the units reminded in one go share it';


--
-- Name: COLUMN report_reminder.due_on; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_reminder.due_on IS 'the due day of that unit when it was reminded';


--
-- Name: COLUMN report_reminder.rung; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_reminder.rung IS 'the step of the ladder in days from the due day, negative before it; null when an officer sent it';


--
-- Name: COLUMN report_reminder.words; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_reminder.words IS 'the officer''s own sentence, without personal data';


--
-- Name: report_task; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.report_task (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    report_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    text text NOT NULL,
    owner text NOT NULL,
    due_on date,
    indicator_code text,
    dimension text DEFAULT ''::text NOT NULL,
    carried_from uuid,
    void_reason text,
    version integer DEFAULT 1 NOT NULL,
    account_id uuid,
    person_name text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT report_task_says_what_is_done CHECK ((text <> ''::text)),
    CONSTRAINT report_task_says_whose_work_it_is CHECK ((owner <> ''::text)),
    CONSTRAINT report_task_void_has_a_reason CHECK ((void_reason <> ''::text))
);


--
-- Name: TABLE report_task; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.report_task IS 'Nhiệm vụ kỳ tới: a task of the plan in the last part of a report (docs/adr/0066)';


--
-- Name: COLUMN report_task.owner; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_task.owner IS 'chức danh hoặc bộ phận, never a name';


--
-- Name: COLUMN report_task.indicator_code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_task.indicator_code IS 'the cell whose target it serves; null where it serves none';


--
-- Name: COLUMN report_task.carried_from; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_task.carried_from IS 'the task of the plan before that goes on in this one';


--
-- Name: COLUMN report_task.void_reason; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_task.void_reason IS 'why it was taken out of the plan; null while it stands';


--
-- Name: report_task_outcome; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.report_task_outcome (
    province_id uuid NOT NULL,
    report_id uuid NOT NULL,
    task_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    outcome text NOT NULL,
    why text DEFAULT ''::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    account_id uuid,
    person_name text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT report_task_outcome_dropped_says_why CHECK (((outcome <> 'dropped'::text) OR (why <> ''::text))),
    CONSTRAINT report_task_outcome_is_known CHECK ((outcome = ANY (ARRAY['done'::text, 'going-on'::text, 'dropped'::text])))
);


--
-- Name: TABLE report_task_outcome; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.report_task_outcome IS 'Kết quả nhiệm vụ kỳ trước: what a report says became of a task of the plan before it';


--
-- Name: retention; Type: TABLE; Schema: public; Owner: -
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


--
-- Name: TABLE retention; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.retention IS 'Thời hạn lưu: what the nightly task erases; audit, figures and reports are no kind of it';


--
-- Name: COLUMN retention.months; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.retention.months IS '0: in the night after it is over';


--
-- Name: COLUMN retention.verified; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.retention.verified IS 'whether the basis was read in the original';


--
-- Name: review_rule; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.review_rule (
    code text NOT NULL,
    after_years integer NOT NULL,
    kind text NOT NULL,
    directive_kinds text[] NOT NULL,
    source text NOT NULL,
    certainty text NOT NULL,
    CONSTRAINT review_rule_certainty_is_known CHECK ((certainty = ANY (ARRAY['text'::text, 'secondary'::text, 'unverified'::text]))),
    CONSTRAINT review_rule_comes_after_years CHECK (((after_years >= 1) AND (after_years <= 50))),
    CONSTRAINT review_rule_kind_is_known CHECK ((kind = ANY (ARRAY['interim'::text, 'final'::text])))
);


--
-- Name: TABLE review_rule; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.review_rule IS 'After how many years a directive is reviewed, loaded from db/reference/review_rule.csv';


--
-- Name: saved_question; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.saved_question (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    name text NOT NULL,
    address text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    CONSTRAINT saved_question_address_is_bounded CHECK (((length(address) >= 1) AND (length(address) <= 4000))),
    CONSTRAINT saved_question_name_fits_one_line CHECK (((length(name) >= 1) AND (length(name) <= 160)))
);


--
-- Name: TABLE saved_question; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.saved_question IS 'Câu hỏi đã lưu: a question of the exploring page that an account keeps under a name; it holds no figure';


--
-- Name: COLUMN saved_question.unit_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.saved_question.unit_id IS 'the unit the officer served when it was saved';


--
-- Name: COLUMN saved_question.address; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.saved_question.address IS 'the part of the address behind the question mark, as figures/question-text.ts writes it';


--
-- Name: schema_migration; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.schema_migration (
    name text NOT NULL,
    sha256 text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: scoring_pattern; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.scoring_pattern (
    code text NOT NULL,
    name text NOT NULL,
    issuer text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    applies_to text[] NOT NULL,
    source text NOT NULL,
    certainty text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    CONSTRAINT scoring_pattern_applies_to_something CHECK (((cardinality(applies_to) > 0) AND (applies_to <@ ARRAY['collective'::text, 'individual'::text, 'unit'::text]))),
    CONSTRAINT scoring_pattern_certainty_is_known CHECK ((certainty = ANY (ARRAY['document'::text, 'second-hand'::text, 'invented'::text])))
);


--
-- Name: TABLE scoring_pattern; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.scoring_pattern IS 'Bộ tiêu chí có sẵn: what was published somewhere, to copy from; nobody scores by it directly';


--
-- Name: COLUMN scoring_pattern.certainty; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.scoring_pattern.certainty IS 'the document itself was read, it is known through another, or it is invented to try things with';


--
-- Name: scoring_pattern_line; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.scoring_pattern_line (
    pattern_code text NOT NULL,
    "position" integer NOT NULL,
    kind text NOT NULL,
    name text DEFAULT ''::text NOT NULL,
    points text DEFAULT ''::text NOT NULL,
    levels text DEFAULT ''::text NOT NULL,
    part text DEFAULT 'base'::text NOT NULL,
    passes boolean DEFAULT false NOT NULL,
    area text,
    evidence text DEFAULT ''::text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    CONSTRAINT scoring_pattern_line_area_is_known CHECK ((area = ANY (ARRAY['urban'::text, 'rural'::text, 'mountain'::text]))),
    CONSTRAINT scoring_pattern_line_kind_is_known CHECK ((kind = ANY (ARRAY['group'::text, 'criterion'::text, 'bonus'::text, 'penalty'::text, 'band'::text, 'group-floor'::text, 'criterion-floor'::text, 'condition'::text, 'threshold'::text]))),
    CONSTRAINT scoring_pattern_line_part_is_known CHECK ((part = ANY (ARRAY['base'::text, 'superior'::text])))
);


--
-- Name: COLUMN scoring_pattern_line.points; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.scoring_pattern_line.points IS 'as written: the most of a criterion, the lower border of a band, the least of a threshold, the percentage of a floor';


--
-- Name: scoring_set; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.scoring_set (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    newest integer DEFAULT 1 NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT scoring_set_has_a_name CHECK ((name <> ''::text))
);


--
-- Name: TABLE scoring_set; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.scoring_set IS 'Bộ tiêu chí của tỉnh: what its rounds are scored by';


--
-- Name: COLUMN scoring_set.name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.scoring_set.name IS 'as its newest version calls it';


--
-- Name: COLUMN scoring_set.revision; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.scoring_set.revision IS 'counts every saving; a form sends back the one it saw';


--
-- Name: scoring_set_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.scoring_set_version (
    province_id uuid NOT NULL,
    set_id uuid NOT NULL,
    version integer NOT NULL,
    name text NOT NULL,
    issuer text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    applies_to text[] NOT NULL,
    source text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    lines jsonb NOT NULL,
    reason text NOT NULL,
    account_id uuid,
    at timestamp with time zone NOT NULL,
    CONSTRAINT scoring_set_version_applies_to_something CHECK (((cardinality(applies_to) > 0) AND (applies_to <@ ARRAY['collective'::text, 'individual'::text, 'unit'::text]))),
    CONSTRAINT scoring_set_version_ends_after_it_begins CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
    CONSTRAINT scoring_set_version_has_a_name CHECK ((name <> ''::text)),
    CONSTRAINT scoring_set_version_has_lines CHECK (((jsonb_typeof(lines) = 'array'::text) AND (jsonb_array_length(lines) > 0))),
    CONSTRAINT scoring_set_version_says_why CHECK ((reason <> ''::text))
);


--
-- Name: TABLE scoring_set_version; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.scoring_set_version IS 'A set as it was at one time; from the first round that uses it, it is never written again';


--
-- Name: COLUMN scoring_set_version.lines; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.scoring_set_version.lines IS 'an array in the shape of scoring_pattern_line, read by movement/scoring-lines.ts';


--
-- Name: COLUMN scoring_set_version.account_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.scoring_set_version.account_id IS 'who wrote it; null for an invented example';


--
-- Name: stated_division; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.stated_division (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    from_unit_id uuid NOT NULL,
    basis text NOT NULL,
    measure text NOT NULL,
    source text NOT NULL,
    stated_at timestamp with time zone NOT NULL,
    stated_by uuid NOT NULL,
    ended_at timestamp with time zone,
    ended_by uuid,
    replaced_by_id uuid,
    void_reason text,
    CONSTRAINT stated_division_basis_is_known CHECK ((basis = ANY (ARRAY['people'::text, 'households'::text, 'area'::text]))),
    CONSTRAINT stated_division_ends_by_somebody CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
    CONSTRAINT stated_division_ends_replaced_or_with_a_reason CHECK (((ended_at IS NOT NULL) = (num_nonnulls(replaced_by_id, void_reason) = 1))),
    CONSTRAINT stated_division_is_withdrawn_with_a_reason CHECK ((void_reason <> ''::text)),
    CONSTRAINT stated_division_measure_is_known CHECK ((measure = ANY (ARRAY['amount'::text, 'share'::text]))),
    CONSTRAINT stated_division_names_its_source CHECK ((source <> ''::text))
);


--
-- Name: TABLE stated_division; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.stated_division IS 'Tỷ lệ chia do tỉnh nhập: how one older unit of the register was divided, as its province states it with its source';


--
-- Name: COLUMN stated_division.basis; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.stated_division.basis IS 'what was counted: people, households, or km² of area';


--
-- Name: COLUMN stated_division.measure; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.stated_division.measure IS 'amount: counts of the parts were typed; share: percentages were';


--
-- Name: COLUMN stated_division.replaced_by_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.stated_division.replaced_by_id IS 'the statement that took its place; null while it stands, or where it was withdrawn';


--
-- Name: COLUMN stated_division.void_reason; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.stated_division.void_reason IS 'why it was withdrawn; null while it stands, or where another took its place';


--
-- Name: stated_share; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.stated_share (
    province_id uuid NOT NULL,
    division_id uuid NOT NULL,
    event_id uuid NOT NULL,
    to_unit_id uuid NOT NULL,
    amount numeric(20,4),
    share_ppm integer NOT NULL,
    CONSTRAINT stated_share_amount_is_counted CHECK ((amount >= (0)::numeric)),
    CONSTRAINT stated_share_is_part_of_one CHECK (((share_ppm >= 0) AND (share_ppm <= 1000000)))
);


--
-- Name: TABLE stated_share; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.stated_share IS 'One part of a stated division: all of one add to 1,000,000 millionths';


--
-- Name: COLUMN stated_share.event_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.stated_share.event_id IS 'the event of the register by which the part went over; no key, because published events are replaced when they are loaded again';


--
-- Name: COLUMN stated_share.amount; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.stated_share.amount IS 'what was counted in the part, as typed; null where percentages were typed';


--
-- Name: structure_clock; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.structure_clock (
    province_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    n bigint NOT NULL
);


--
-- Name: TABLE structure_clock; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.structure_clock IS 'The number of the last change of a unit''s bodies, hamlets and places in the trees; held to commit';


--
-- Name: structure_word; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.structure_word (
    province_id uuid NOT NULL,
    list text NOT NULL,
    code text NOT NULL,
    label text NOT NULL,
    source text NOT NULL,
    is_retired boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT structure_word_has_a_label CHECK ((label <> ''::text)),
    CONSTRAINT structure_word_has_a_source CHECK ((source <> ''::text)),
    CONSTRAINT structure_word_list_is_known CHECK ((list = ANY (ARRAY['body-kind'::text, 'body-function'::text, 'sub-commune-kind'::text])))
);


--
-- Name: TABLE structure_word; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.structure_word IS 'Words that a province''s administrator added to the national lists; a retired one stays for what already uses it';


--
-- Name: COLUMN structure_word.source; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.structure_word.source IS 'which document calls it so';


--
-- Name: sub_commune_households; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sub_commune_households (
    province_id uuid NOT NULL,
    sub_commune_id uuid NOT NULL,
    counted_on date NOT NULL,
    unit_id uuid NOT NULL,
    households integer NOT NULL,
    source text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT sub_commune_households_are_natural CHECK ((households >= 0)),
    CONSTRAINT sub_commune_households_have_a_source CHECK ((source <> ''::text))
);


--
-- Name: TABLE sub_commune_households; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.sub_commune_households IS 'How many households a hamlet had on a day, and where the count comes from; a count, never a list';


--
-- Name: sub_commune_kind; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sub_commune_kind (
    code text NOT NULL,
    label text NOT NULL,
    of_kinds text[] NOT NULL,
    regions text NOT NULL,
    certainty text NOT NULL,
    source text NOT NULL,
    sort_order integer NOT NULL,
    CONSTRAINT sub_commune_kind_certainty_is_known CHECK ((certainty = ANY (ARRAY['article'::text, 'second-hand'::text, 'unverified'::text, 'ours'::text])))
);


--
-- Name: TABLE sub_commune_kind; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.sub_commune_kind IS 'Loại thôn, tổ dân phố: the words by region; a province adds its own in structure_word';


--
-- Name: COLUMN sub_commune_kind.of_kinds; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.sub_commune_kind.of_kinds IS 'kinds of units in which it is usual; another is accepted as well, names follow local custom';


--
-- Name: sub_commune_link; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sub_commune_link (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    from_id uuid NOT NULL,
    to_id uuid NOT NULL,
    on_day date NOT NULL,
    void_reason text,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT sub_commune_link_is_voided_with_a_reason CHECK (((void_reason IS NULL) OR (void_reason <> ''::text))),
    CONSTRAINT sub_commune_link_joins_two CHECK ((from_id <> to_id))
);


--
-- Name: TABLE sub_commune_link; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.sub_commune_link IS 'Which hamlet went into which, by a merger or a split';


--
-- Name: sub_commune_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sub_commune_version (
    province_id uuid NOT NULL,
    sub_commune_id uuid NOT NULL,
    n integer NOT NULL,
    unit_id uuid NOT NULL,
    change text NOT NULL,
    from_day date NOT NULL,
    is_in_force boolean NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    act text NOT NULL,
    act_on date,
    void_reason text,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT sub_commune_version_change_is_known CHECK ((change = ANY (ARRAY['created'::text, 'renamed'::text, 'kind-changed'::text, 'assigned'::text, 'merged'::text, 'split'::text, 'ended'::text, 'corrected'::text]))),
    CONSTRAINT sub_commune_version_has_a_name CHECK ((name <> ''::text)),
    CONSTRAINT sub_commune_version_is_voided_with_a_reason CHECK (((void_reason IS NULL) OR (void_reason <> ''::text)))
);


--
-- Name: TABLE sub_commune_version; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.sub_commune_version IS 'A hamlet or residential group as it was from a day on, until its next version: commune, name, kind, or that it ended';


--
-- Name: COLUMN sub_commune_version.unit_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.sub_commune_version.unit_id IS 'the commune when this was written; after a merger of communes it is read under the successor, the row stays as it is';


--
-- Name: COLUMN sub_commune_version.void_reason; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.sub_commune_version.void_reason IS 'why this version never held (a slip of the pen); null while it stands';


--
-- Name: template; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.template (
    code text NOT NULL,
    province_id uuid,
    CONSTRAINT template_of_a_province_is_told_by_its_code CHECK (((province_id IS NOT NULL) = (code ~~ 'rieng-%'::text)))
);


--
-- Name: TABLE template; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.template IS 'Mẫu báo cáo, whatever its version';


--
-- Name: COLUMN template.province_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.template.province_id IS 'whose it is; null for the house''s, which come with the program and are changed by no province';


--
-- Name: template_line; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.template_line (
    template_version text NOT NULL,
    "position" integer NOT NULL,
    section text NOT NULL,
    indicator_version text NOT NULL,
    dimension text DEFAULT ''::text NOT NULL,
    province_id uuid
);


--
-- Name: TABLE template_line; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.template_line IS 'Dòng của mẫu: one cell that a report carries';


--
-- Name: COLUMN template_line.section; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.template_line.section IS 'the title of its section (template_section.title), as reports print it';


--
-- Name: COLUMN template_line.province_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.template_line.province_id IS 'that of its version';


--
-- Name: template_section; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.template_section (
    province_id uuid,
    template_version text NOT NULL,
    "position" integer NOT NULL,
    code text NOT NULL,
    title text NOT NULL,
    kind text NOT NULL,
    hint text DEFAULT ''::text NOT NULL,
    CONSTRAINT template_section_code_is_short CHECK ((code ~ '^[A-Za-z0-9-]{1,40}$'::text)),
    CONSTRAINT template_section_has_a_title CHECK (((title <> ''::text) AND (length(title) <= 200))),
    CONSTRAINT template_section_hint_is_short CHECK ((length(hint) <= 1000)),
    CONSTRAINT template_section_kind_is_known CHECK ((kind = ANY (ARRAY['figures'::text, 'narrative'::text])))
);


--
-- Name: TABLE template_section; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.template_section IS 'Mục của mẫu: figures, or a text that is written; in the order of the form';


--
-- Name: COLUMN template_section.province_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.template_section.province_id IS 'that of its version; null for the house''s';


--
-- Name: COLUMN template_section.code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.template_section.code IS 'stays the same when the title changes, so that a text written under it is found again in the next version';


--
-- Name: COLUMN template_section.hint; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.template_section.hint IS 'what the officer who fills it in reads above it';


--
-- Name: template_version; Type: TABLE; Schema: public; Owner: -
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
    province_id uuid,
    status text DEFAULT 'in-use'::text NOT NULL,
    edit integer DEFAULT 1 NOT NULL,
    copied_from text DEFAULT ''::text NOT NULL,
    before_last_edit jsonb,
    changed_at timestamp with time zone,
    CONSTRAINT template_version_draft_is_valid_on_no_day CHECK (((status = 'draft'::text) = isempty(valid))),
    CONSTRAINT template_version_is_counted_in_days CHECK (((days_to_submit >= 0) AND (days_to_submit <= 366))),
    CONSTRAINT template_version_is_owed_for_known_regimes CHECK ((owed_for <@ ARRAY['month'::text, 'quarter'::text, 'half-year'::text, 'nine-months'::text, 'year'::text, 'month-15'::text, 'quarter-15'::text, 'half-year-15'::text, 'nine-months-15'::text, 'year-15'::text])),
    CONSTRAINT template_version_of_the_house_is_in_use CHECK (((province_id IS NOT NULL) OR (status = 'in-use'::text))),
    CONSTRAINT template_version_status_is_known CHECK ((status = ANY (ARRAY['draft'::text, 'in-use'::text])))
);


--
-- Name: TABLE template_version; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.template_version IS 'A template as it stood while reports were made by it; once in use it is never changed, a change is the next version';


--
-- Name: COLUMN template_version.valid; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.template_version.valid IS 'by the last day of a period; empty while it is a draft';


--
-- Name: COLUMN template_version.carried_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.template_version.carried_by IS 'the levels of unit that report by it';


--
-- Name: COLUMN template_version.days_to_submit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.template_version.days_to_submit IS 'calendar days after the last day of the period; an arrangement of the province, not a rule of law';


--
-- Name: COLUMN template_version.owed_for; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.template_version.owed_for IS 'the periods a unit is reminded of once they have ended; an arrangement of the province, not a rule of law';


--
-- Name: COLUMN template_version.province_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.template_version.province_id IS 'that of its template';


--
-- Name: COLUMN template_version.edit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.template_version.edit IS 'rises with every change of a draft; a form sends back the one it saw';


--
-- Name: COLUMN template_version.copied_from; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.template_version.copied_from IS 'the version or file it was begun from; empty where it was begun from nothing';


--
-- Name: COLUMN template_version.before_last_edit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.template_version.before_last_edit IS 'the draft as it stood before its last change, so that one change can be taken back; null once in use';


--
-- Name: territorial_event; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.territorial_event (
    id uuid NOT NULL,
    kind text NOT NULL,
    happened_on date NOT NULL,
    act_number text,
    act_article text,
    aggregation text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    province_id uuid,
    CONSTRAINT territorial_event_aggregation_is_known CHECK ((aggregation = ANY (ARRAY['both'::text, 'forward'::text, 'backward'::text, 'neither'::text]))),
    CONSTRAINT territorial_event_kind_is_known CHECK ((kind = ANY (ARRAY['merge'::text, 'split'::text, 'partial-transfer'::text, 'rename'::text, 'kind-change'::text, 'parent-change'::text, 'level-abolished'::text, 'created'::text])))
);


--
-- Name: TABLE territorial_event; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.territorial_event IS 'Sự kiện địa giới: one change of units by one clause of an act';


--
-- Name: COLUMN territorial_event.happened_on; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.territorial_event.happened_on IS 'the first day on which it is so';


--
-- Name: COLUMN territorial_event.aggregation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.territorial_event.aggregation IS 'whether figures may be added across it: of the units before it to those after it (forward), the other way (backward), both, neither';


--
-- Name: COLUMN territorial_event.province_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.territorial_event.province_id IS 'the province whose administrator entered it; null for the national register';


--
-- Name: territorial_link; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.territorial_link (
    event_id uuid NOT NULL,
    from_unit_id uuid NOT NULL,
    to_unit_id uuid NOT NULL,
    extent text NOT NULL,
    share_ppm integer,
    back_share_ppm integer,
    share_source text DEFAULT ''::text NOT NULL,
    local_province_id uuid,
    CONSTRAINT territorial_link_extent_is_known CHECK ((extent = ANY (ARRAY['whole'::text, 'part'::text]))),
    CONSTRAINT territorial_link_joins_two_units CHECK ((from_unit_id <> to_unit_id)),
    CONSTRAINT territorial_link_share_has_a_source CHECK (((extent = 'whole'::text) OR (share_ppm IS NULL) OR (share_source <> ''::text))),
    CONSTRAINT territorial_link_share_is_part_of_one CHECK ((((share_ppm >= 0) AND (share_ppm <= 1000000)) AND ((back_share_ppm >= 0) AND (back_share_ppm <= 1000000)))),
    CONSTRAINT territorial_link_whole_is_all_of_it CHECK (((extent <> 'whole'::text) OR (share_ppm = 1000000)))
);


--
-- Name: TABLE territorial_link; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.territorial_link IS 'Which unit went into which, whole or in part, by which event';


--
-- Name: COLUMN territorial_link.share_ppm; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.territorial_link.share_ppm IS 'millionths of the older unit that went into the newer; all links of one older unit add to 1,000,000; null while not known, then its figures are not comparable';


--
-- Name: COLUMN territorial_link.back_share_ppm; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.territorial_link.back_share_ppm IS 'millionths of the newer unit that came from the older; null while not known';


--
-- Name: COLUMN territorial_link.share_source; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.territorial_link.share_source IS 'where a share of a part comes from, e.g. population of a census';


--
-- Name: COLUMN territorial_link.local_province_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.territorial_link.local_province_id IS 'as its event''s province_id: row security asks no other table';


--
-- Name: territory_clock; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.territory_clock (
    is_the_one boolean DEFAULT true NOT NULL,
    n bigint DEFAULT 0 NOT NULL,
    CONSTRAINT territory_clock_has_one_row CHECK (is_the_one)
);


--
-- Name: TABLE territory_clock; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.territory_clock IS 'Moved by every change of units, events and shares, in its transaction; the register kept in memory is read again when it moved';


--
-- Name: tile; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tile (
    unit_code text NOT NULL,
    valid daterange NOT NULL,
    column_at integer NOT NULL,
    row_at integer NOT NULL,
    label text NOT NULL,
    named_beside text,
    CONSTRAINT tile_stands_on_the_ground CHECK ((((column_at >= 1) AND (column_at <= 40)) AND ((row_at >= 1) AND (row_at <= 60))))
);


--
-- Name: TABLE tile; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.tile IS 'Ô bản đồ: where a unit stands among equal squares that resemble the country. Made by us, no survey: neighbours are kept roughly';


--
-- Name: COLUMN tile.valid; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tile.valid IS 'the map it belongs to: 63 provinces until 30 June 2025, 34 from 1 July 2025';


--
-- Name: COLUMN tile.label; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tile.label IS 'its name without its kind, short enough for a square';


--
-- Name: COLUMN tile.named_beside; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tile.named_beside IS 'what is named beside the square: Hoàng Sa, Trường Sa';


--
-- Name: tree_membership; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tree_membership (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    tree text NOT NULL,
    parent_id uuid NOT NULL,
    from_day date NOT NULL,
    until_day date,
    act text NOT NULL,
    act_on date,
    void_reason text,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT tree_membership_ends_after_it_began CHECK (((until_day IS NULL) OR (until_day >= from_day))),
    CONSTRAINT tree_membership_is_under_another_unit CHECK ((member_id <> parent_id)),
    CONSTRAINT tree_membership_is_voided_with_a_reason CHECK (((void_reason IS NULL) OR (void_reason <> ''::text))),
    CONSTRAINT tree_membership_names_its_act CHECK ((act <> ''::text)),
    CONSTRAINT tree_membership_tree_is_not_the_states CHECK ((tree = ANY (ARRAY['party'::text, 'front'::text])))
);


--
-- Name: TABLE tree_membership; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.tree_membership IS 'Where a unit stands in the Party''s or the Front''s tree while that differs from the State''s tree';


--
-- Name: COLUMN tree_membership.until_day; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tree_membership.until_day IS 'the last day it is so; null while no end is known';


--
-- Name: COLUMN tree_membership.act; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tree_membership.act IS 'number of the decision, as it is cited';


--
-- Name: COLUMN tree_membership.void_reason; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.tree_membership.void_reason IS 'why the row never held (a slip of the pen); null while it stands';


--
-- Name: unit; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.unit (
    id uuid NOT NULL,
    code text NOT NULL,
    local_province_id uuid
);


--
-- Name: TABLE unit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.unit IS 'Đơn vị: whatever reports or contains others, once for ever; its names and parents are unit_version';


--
-- Name: COLUMN unit.code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit.code IS 'a stable short name for addresses and files, e.g. vi-du-song-xanh';


--
-- Name: COLUMN unit.local_province_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit.local_province_id IS 'the province whose administrator entered it; null for the national register';


--
-- Name: unit_composition; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.unit_composition (
    unit_id uuid NOT NULL,
    kind text NOT NULL,
    valid daterange NOT NULL,
    count integer NOT NULL,
    source text NOT NULL,
    CONSTRAINT unit_composition_count_is_natural CHECK ((count >= 0))
);


--
-- Name: TABLE unit_composition; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.unit_composition IS 'How many units of a kind a unit contained, where they are not recorded one by one';


--
-- Name: unit_size; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.unit_size (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    counted_on date NOT NULL,
    people integer NOT NULL,
    source text NOT NULL,
    certainty text NOT NULL,
    stated_at timestamp with time zone NOT NULL,
    stated_by uuid,
    ended_at timestamp with time zone,
    ended_by uuid,
    replaced_by_id uuid,
    void_reason text,
    CONSTRAINT unit_size_certainty_is_known CHECK ((certainty = ANY (ARRAY['document'::text, 'own-count'::text, 'estimate'::text]))),
    CONSTRAINT unit_size_ends_by_somebody CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
    CONSTRAINT unit_size_ends_replaced_or_with_a_reason CHECK (((ended_at IS NOT NULL) = (num_nonnulls(replaced_by_id, void_reason) = 1))),
    CONSTRAINT unit_size_has_people CHECK ((people > 0)),
    CONSTRAINT unit_size_is_withdrawn_with_a_reason CHECK ((void_reason <> ''::text)),
    CONSTRAINT unit_size_names_its_source CHECK ((source <> ''::text))
);


--
-- Name: TABLE unit_size; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.unit_size IS 'Quy mô: how many people a unit had on a day, with its source and how sure it is; a count, never a list';


--
-- Name: COLUMN unit_size.certainty; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit_size.certainty IS 'document: a published act or yearbook; own-count: counted by the unit; estimate: nobody counted';


--
-- Name: COLUMN unit_size.stated_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit_size.stated_by IS 'null where the system itself wrote it, as in the example';


--
-- Name: COLUMN unit_size.replaced_by_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit_size.replaced_by_id IS 'the statement that took its place; null while it stands, or where it was withdrawn';


--
-- Name: COLUMN unit_size.void_reason; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit_size.void_reason IS 'why it was withdrawn; null while it stands, or where another took its place';


--
-- Name: unit_version; Type: TABLE; Schema: public; Owner: -
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
    official_code text,
    until_is_known boolean DEFAULT true NOT NULL,
    act_number text,
    act_article text,
    is_local boolean DEFAULT false NOT NULL,
    CONSTRAINT unit_version_cites_an_act_for_its_article CHECK (((act_article IS NULL) OR (act_number IS NOT NULL))),
    CONSTRAINT unit_version_holds_on_some_day CHECK ((NOT isempty(valid))),
    CONSTRAINT unit_version_kind_is_known CHECK ((kind = ANY (ARRAY['province'::text, 'city'::text, 'rural-district'::text, 'urban-district'::text, 'district-town'::text, 'commune'::text, 'ward'::text, 'township'::text, 'special-zone'::text]))),
    CONSTRAINT unit_version_level_is_known CHECK ((level = ANY (ARRAY['province'::text, 'district'::text, 'commune'::text]))),
    CONSTRAINT unit_version_official_code_is_digits CHECK ((official_code ~ '^[0-9]{2,5}$'::text)),
    CONSTRAINT unit_version_official_code_is_of_its_level CHECK (((official_code IS NULL) OR (length(official_code) =
CASE level
    WHEN 'province'::text THEN 2
    WHEN 'district'::text THEN 3
    ELSE 5
END))),
    CONSTRAINT unit_version_only_a_province_has_no_parent CHECK (((level = 'province'::text) = (parent_id IS NULL))),
    CONSTRAINT unit_version_only_a_province_is_its_own CHECK (((level = 'province'::text) = (province_id = unit_id))),
    CONSTRAINT unit_version_stands_under_another_unit CHECK ((parent_id <> unit_id)),
    CONSTRAINT unit_version_tree_is_known CHECK ((tree = ANY (ARRAY['state'::text, 'party'::text, 'front'::text])))
);


--
-- Name: TABLE unit_version; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.unit_version IS 'The unit as it was: name, kind, level, parent and province while valid';


--
-- Name: COLUMN unit_version.valid; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit_version.valid IS 'first day included, last day excluded; a district ends with 2025-07-01';


--
-- Name: COLUMN unit_version.official_code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit_version.official_code IS 'mã số of the statistics office while this version held: 2 digits a province, 3 a district, 5 a commune; codes are used again';


--
-- Name: COLUMN unit_version.until_is_known; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit_version.until_is_known IS 'false: it ended on some day before the last one given here, which is not known';


--
-- Name: COLUMN unit_version.act_number; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit_version.act_number IS 'the act by which this version began';


--
-- Name: COLUMN unit_version.is_local; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit_version.is_local IS 'entered by an administrator of its province, not by the national register';


--
-- Name: vault_item; Type: TABLE; Schema: public; Owner: -
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


--
-- Name: TABLE vault_item; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.vault_item IS 'Két: one piece of personal data, AES-256-GCM, bound to its province, id and kind; opened with a reason that the audit keeps';


--
-- Name: COLUMN vault_item.unit_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.vault_item.unit_id IS 'whose unit it belongs to, for row security';


--
-- Name: COLUMN vault_item.lookup; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.vault_item.lookup IS 'a hash keyed per province, for equality search';


--
-- Name: vault_key; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.vault_key (
    id text NOT NULL,
    proof bytea NOT NULL,
    made_at timestamp with time zone NOT NULL
);


--
-- Name: TABLE vault_key; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.vault_key IS 'Which keys have encrypted something here; never a key itself';


--
-- Name: COLUMN vault_key.proof; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.vault_key.proof IS 'a keyed hash of a fixed word: a start with a wrong key is refused';


--
-- Name: visit; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.visit (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    kind text NOT NULL,
    led_by text NOT NULL,
    is_surprise boolean NOT NULL,
    plan_id uuid,
    held_on date NOT NULL,
    last_on date NOT NULL,
    subject text NOT NULL,
    leading_body text NOT NULL,
    members text DEFAULT ''::text NOT NULL,
    topics text[] DEFAULT '{}'::text[] NOT NULL,
    minutes text DEFAULT ''::text NOT NULL,
    conclusion_number text DEFAULT ''::text NOT NULL,
    conclusion_on date,
    visited_units uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    search_text text DEFAULT ''::text NOT NULL,
    void_reason text,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT visit_conclusion_has_number_and_day CHECK (((conclusion_number = ''::text) = (conclusion_on IS NULL))),
    CONSTRAINT visit_conclusion_is_not_before_it CHECK (((conclusion_on IS NULL) OR (conclusion_on >= held_on))),
    CONSTRAINT visit_ends_after_it_began CHECK ((last_on >= held_on)),
    CONSTRAINT visit_has_a_leading_body CHECK ((leading_body <> ''::text)),
    CONSTRAINT visit_has_a_subject CHECK ((subject <> ''::text)),
    CONSTRAINT visit_is_planned_or_a_surprise CHECK (((plan_id IS NULL) OR (NOT is_surprise))),
    CONSTRAINT visit_is_voided_with_a_reason CHECK (((void_reason IS NULL) OR (void_reason <> ''::text))),
    CONSTRAINT visit_kind_is_known CHECK ((kind = ANY (ARRAY['inspection'::text, 'supervision'::text, 'survey'::text]))),
    CONSTRAINT visit_leader_is_known CHECK ((led_by = ANY (ARRAY['upper'::text, 'bloc'::text, 'front'::text])))
);


--
-- Name: TABLE visit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.visit IS 'Cuộc kiểm tra, giám sát, khảo sát: one mission, however many units and topics it covers; counts towards C01-C06';


--
-- Name: COLUMN visit.unit_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.visit.unit_id IS 'the unit that went; the units it went to read the row through visited_units';


--
-- Name: COLUMN visit.led_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.visit.led_by IS 'upper: a body of the level above; bloc: the mobilisation bloc of a commune; front: the Fatherland Front';


--
-- Name: COLUMN visit.members; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.visit.members IS 'by function, never by name';


--
-- Name: COLUMN visit.topics; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.visit.topics IS 'the province''s words as they were written that day';


--
-- Name: COLUMN visit.minutes; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.visit.minutes IS 'the visitors'' own notes; the visited units do not read them';


--
-- Name: COLUMN visit.visited_units; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.visit.visited_units IS 'the units it went to, so that row security can show them the visit; each with its day stands in visit_stop';


--
-- Name: visit_initiative; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.visit_initiative (
    province_id uuid NOT NULL,
    visit_id uuid NOT NULL,
    initiative_province_id uuid NOT NULL,
    initiative_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    on_day date NOT NULL,
    name text NOT NULL
);


--
-- Name: TABLE visit_initiative; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.visit_initiative IS 'An initiative that a visit went to see; the link is a pair without a foreign key';


--
-- Name: COLUMN visit_initiative.name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.visit_initiative.name IS 'what the initiative was called when it was seen';


--
-- Name: visit_plan; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.visit_plan (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    year integer NOT NULL,
    quarter integer,
    kind text NOT NULL,
    subject text NOT NULL,
    units_planned integer,
    void_reason text,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT visit_plan_has_a_subject CHECK ((subject <> ''::text)),
    CONSTRAINT visit_plan_is_voided_with_a_reason CHECK (((void_reason IS NULL) OR (void_reason <> ''::text))),
    CONSTRAINT visit_plan_kind_is_known CHECK ((kind = ANY (ARRAY['inspection'::text, 'supervision'::text, 'survey'::text]))),
    CONSTRAINT visit_plan_quarter_is_one_of_four CHECK (((quarter >= 1) AND (quarter <= 4))),
    CONSTRAINT visit_plan_units_are_natural CHECK ((units_planned > 0)),
    CONSTRAINT visit_plan_year_is_plausible CHECK (((year >= 2000) AND (year <= 2100)))
);


--
-- Name: TABLE visit_plan; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.visit_plan IS 'One line of the year''s programme of visits; what was done of it are the visits that name it';


--
-- Name: COLUMN visit_plan.units_planned; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.visit_plan.units_planned IS 'to how many units it means to go; null when the programme does not say';


--
-- Name: visit_stop; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.visit_stop (
    province_id uuid NOT NULL,
    visit_id uuid NOT NULL,
    "position" integer NOT NULL,
    unit_id uuid NOT NULL,
    place_unit_id uuid,
    place_name text NOT NULL,
    on_day date NOT NULL,
    CONSTRAINT visit_stop_has_a_name CHECK ((place_name <> ''::text))
);


--
-- Name: TABLE visit_stop; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.visit_stop IS 'One unit visited on one day; the same unit may stand in many visits, and twice in one on two days';


--
-- Name: COLUMN visit_stop.place_unit_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.visit_stop.place_unit_id IS 'the commune, where the place is one; null for an office, a school or a hamlet';


--
-- Name: COLUMN visit_stop.place_name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.visit_stop.place_name IS 'as it was called that day';


--
-- Name: visit_topic; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.visit_topic (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    is_used boolean DEFAULT true NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT visit_topic_has_a_name CHECK ((name <> ''::text))
);


--
-- Name: TABLE visit_topic; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.visit_topic IS 'What a province inspects and surveys, in its own words; a word no longer used stays on the visits that carry it';


--
-- Name: work_item; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.work_item (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    day date NOT NULL,
    title text NOT NULL,
    purpose text NOT NULL,
    campaign_id uuid,
    done_on date,
    place text DEFAULT ''::text NOT NULL,
    cost_million numeric(14,3),
    labour_days numeric(12,1),
    result text DEFAULT ''::text NOT NULL,
    search_text text DEFAULT ''::text NOT NULL,
    void_reason text,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT work_item_amounts_are_not_negative CHECK (((COALESCE(cost_million, (0)::numeric) >= (0)::numeric) AND (COALESCE(labour_days, (0)::numeric) >= (0)::numeric))),
    CONSTRAINT work_item_has_a_title CHECK ((title <> ''::text)),
    CONSTRAINT work_item_is_done_after_it_began CHECK (((done_on IS NULL) OR (done_on >= day))),
    CONSTRAINT work_item_purpose_is_known CHECK ((purpose = ANY (ARRAY['theme'::text, 'new-rural'::text, 'other'::text]))),
    CONSTRAINT work_item_void_has_a_reason CHECK ((void_reason <> ''::text))
);


--
-- Name: TABLE work_item; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.work_item IS 'Phần việc, công trình: planned, and done on a day';


--
-- Name: COLUMN work_item.day; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.work_item.day IS 'the day from which it is planned';


--
-- Name: COLUMN work_item.cost_million; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.work_item.cost_million IS 'triệu đồng';


--
-- Name: COLUMN work_item.search_text; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.work_item.search_text IS 'title and words without marks, written by the application';


--
-- Name: COLUMN work_item.void_reason; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.work_item.void_reason IS 'why the row does not count; null while it stands';


--
-- Name: workbook_map; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.workbook_map (
    province_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    shape text NOT NULL,
    layout jsonb NOT NULL,
    account_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    dropped_at timestamp with time zone,
    CONSTRAINT workbook_map_has_a_name CHECK ((name <> ''::text)),
    CONSTRAINT workbook_map_has_a_shape CHECK ((shape <> ''::text)),
    CONSTRAINT workbook_map_was_dropped_after_it_was_made CHECK (((dropped_at IS NULL) OR (dropped_at >= at)))
);


--
-- Name: TABLE workbook_map; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.workbook_map IS 'Biểu riêng của tỉnh: how to read a workbook that is not our form; communes of the province use it';


--
-- Name: COLUMN workbook_map.shape; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.workbook_map.shape IS 'the titles of its head row without marks, by which a file of the same kind is recognised';


--
-- Name: COLUMN workbook_map.layout; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.workbook_map.layout IS 'places of titles, names, figures and notes, counted from nothing; figures of one column, or of the column with the unit''s name';


--
-- Name: COLUMN workbook_map.account_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.workbook_map.account_id IS 'the officer of the province who described it';


--
-- Name: COLUMN workbook_map.dropped_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.workbook_map.dropped_at IS 'since when it is not used any more; null while it is';


--
-- Name: account account_pkey; Type: CONSTRAINT; Schema: auth; Owner: -
--

ALTER TABLE ONLY auth.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);


--
-- Name: kept_post kept_post_pkey; Type: CONSTRAINT; Schema: auth; Owner: -
--

ALTER TABLE ONLY auth.kept_post
    ADD CONSTRAINT kept_post_pkey PRIMARY KEY (key);


--
-- Name: recovery_code recovery_code_pkey; Type: CONSTRAINT; Schema: auth; Owner: -
--

ALTER TABLE ONLY auth.recovery_code
    ADD CONSTRAINT recovery_code_pkey PRIMARY KEY (user_id, key);


--
-- Name: session session_pkey; Type: CONSTRAINT; Schema: auth; Owner: -
--

ALTER TABLE ONLY auth.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (id);


--
-- Name: session_state session_state_pkey; Type: CONSTRAINT; Schema: auth; Owner: -
--

ALTER TABLE ONLY auth.session_state
    ADD CONSTRAINT session_state_pkey PRIMARY KEY (session_id);


--
-- Name: session session_token_key; Type: CONSTRAINT; Schema: auth; Owner: -
--

ALTER TABLE ONLY auth.session
    ADD CONSTRAINT session_token_key UNIQUE (token);


--
-- Name: sign_in_attempt sign_in_attempt_pkey; Type: CONSTRAINT; Schema: auth; Owner: -
--

ALTER TABLE ONLY auth.sign_in_attempt
    ADD CONSTRAINT sign_in_attempt_pkey PRIMARY KEY (key);


--
-- Name: totp_step_used totp_step_used_pkey; Type: CONSTRAINT; Schema: auth; Owner: -
--

ALTER TABLE ONLY auth.totp_step_used
    ADD CONSTRAINT totp_step_used_pkey PRIMARY KEY (user_id, step);


--
-- Name: twoFactor twoFactor_pkey; Type: CONSTRAINT; Schema: auth; Owner: -
--

ALTER TABLE ONLY auth."twoFactor"
    ADD CONSTRAINT "twoFactor_pkey" PRIMARY KEY (id);


--
-- Name: user user_email_key; Type: CONSTRAINT; Schema: auth; Owner: -
--

ALTER TABLE ONLY auth."user"
    ADD CONSTRAINT user_email_key UNIQUE (email);


--
-- Name: user user_pkey; Type: CONSTRAINT; Schema: auth; Owner: -
--

ALTER TABLE ONLY auth."user"
    ADD CONSTRAINT user_pkey PRIMARY KEY (id);


--
-- Name: user user_username_key; Type: CONSTRAINT; Schema: auth; Owner: -
--

ALTER TABLE ONLY auth."user"
    ADD CONSTRAINT user_username_key UNIQUE (username);


--
-- Name: verification verification_pkey; Type: CONSTRAINT; Schema: auth; Owner: -
--

ALTER TABLE ONLY auth.verification
    ADD CONSTRAINT verification_pkey PRIMARY KEY (id);


--
-- Name: worker worker_pkey; Type: CONSTRAINT; Schema: jobs; Owner: -
--

ALTER TABLE ONLY jobs.worker
    ADD CONSTRAINT worker_pkey PRIMARY KEY (worker_id);


--
-- Name: account account_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (province_id, id);


--
-- Name: account account_province_id_auth_user_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_province_id_auth_user_id_key UNIQUE (province_id, auth_user_id);


--
-- Name: account account_province_id_sign_in_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_province_id_sign_in_name_key UNIQUE (province_id, sign_in_name);


--
-- Name: account_review account_review_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_review
    ADD CONSTRAINT account_review_pkey PRIMARY KEY (province_id, id);


--
-- Name: activity_file activity_file_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activity_file
    ADD CONSTRAINT activity_file_pkey PRIMARY KEY (province_id, id);


--
-- Name: amendment_cell amendment_cell_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.amendment_cell
    ADD CONSTRAINT amendment_cell_pkey PRIMARY KEY (province_id, report_id, n, indicator_version, dimension);


--
-- Name: amendment_event amendment_event_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.amendment_event
    ADD CONSTRAINT amendment_event_pkey PRIMARY KEY (province_id, report_id, n, step);


--
-- Name: amendment_explanation amendment_explanation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.amendment_explanation
    ADD CONSTRAINT amendment_explanation_pkey PRIMARY KEY (province_id, report_id, n, rule);


--
-- Name: amendment amendment_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.amendment
    ADD CONSTRAINT amendment_pkey PRIMARY KEY (province_id, report_id, n);


--
-- Name: appraisal_appraiser appraisal_appraiser_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appraisal_appraiser
    ADD CONSTRAINT appraisal_appraiser_pkey PRIMARY KEY (province_id, round_id, kind, subject_id, account_id);


--
-- Name: appraisal_mark_change appraisal_mark_change_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appraisal_mark_change
    ADD CONSTRAINT appraisal_mark_change_pkey PRIMARY KEY (province_id, id);


--
-- Name: appraisal_mark appraisal_mark_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appraisal_mark
    ADD CONSTRAINT appraisal_mark_pkey PRIMARY KEY (province_id, sheet_id, criterion);


--
-- Name: appraisal_round appraisal_round_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appraisal_round
    ADD CONSTRAINT appraisal_round_pkey PRIMARY KEY (province_id, id);


--
-- Name: appraisal_sheet appraisal_sheet_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appraisal_sheet
    ADD CONSTRAINT appraisal_sheet_pkey PRIMARY KEY (province_id, id);


--
-- Name: appraisal_sheet appraisal_sheet_province_id_round_id_kind_subject_id_part_a_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appraisal_sheet
    ADD CONSTRAINT appraisal_sheet_province_id_round_id_kind_subject_id_part_a_key UNIQUE NULLS NOT DISTINCT (province_id, round_id, kind, subject_id, part, account_id);


--
-- Name: appraisal_subject appraisal_subject_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appraisal_subject
    ADD CONSTRAINT appraisal_subject_pkey PRIMARY KEY (province_id, round_id, kind, subject_id);


--
-- Name: audit_head audit_head_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_head
    ADD CONSTRAINT audit_head_pkey PRIMARY KEY (province_id);


--
-- Name: audit audit_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (province_id, n);


--
-- Name: award_book award_book_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.award_book
    ADD CONSTRAINT award_book_pkey PRIMARY KEY (province_id, unit_id, year);


--
-- Name: award_file award_file_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.award_file
    ADD CONSTRAINT award_file_pkey PRIMARY KEY (province_id, id);


--
-- Name: award_move award_move_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.award_move
    ADD CONSTRAINT award_move_pkey PRIMARY KEY (province_id, id);


--
-- Name: award award_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.award
    ADD CONSTRAINT award_pkey PRIMARY KEY (province_id, id);


--
-- Name: body_function body_function_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.body_function
    ADD CONSTRAINT body_function_pkey PRIMARY KEY (code);


--
-- Name: body_kind body_kind_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.body_kind
    ADD CONSTRAINT body_kind_pkey PRIMARY KEY (code);


--
-- Name: body_link body_link_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.body_link
    ADD CONSTRAINT body_link_pkey PRIMARY KEY (province_id, id);


--
-- Name: body_pattern body_pattern_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.body_pattern
    ADD CONSTRAINT body_pattern_pkey PRIMARY KEY (id);


--
-- Name: body_version body_version_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.body_version
    ADD CONSTRAINT body_version_pkey PRIMARY KEY (province_id, body_id, n);


--
-- Name: boundary_file boundary_file_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.boundary_file
    ADD CONSTRAINT boundary_file_pkey PRIMARY KEY (id);


--
-- Name: boundary boundary_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.boundary
    ADD CONSTRAINT boundary_pkey PRIMARY KEY (unit_id, valid);


--
-- Name: brief_choice brief_choice_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.brief_choice
    ADD CONSTRAINT brief_choice_pkey PRIMARY KEY (province_id, unit_id);


--
-- Name: brief_default brief_default_names_a_figure_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.brief_default
    ADD CONSTRAINT brief_default_names_a_figure_once UNIQUE (template_code, indicator_code, dimension);


--
-- Name: brief_default brief_default_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.brief_default
    ADD CONSTRAINT brief_default_pkey PRIMARY KEY (template_code, "position");


--
-- Name: calendar_confirmation calendar_confirmation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.calendar_confirmation
    ADD CONSTRAINT calendar_confirmation_pkey PRIMARY KEY (province_id, id);


--
-- Name: calendar_day calendar_day_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.calendar_day
    ADD CONSTRAINT calendar_day_pkey PRIMARY KEY (day);


--
-- Name: calendar_notice_day calendar_notice_day_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.calendar_notice_day
    ADD CONSTRAINT calendar_notice_day_pkey PRIMARY KEY (province_id, year, version, day);


--
-- Name: calendar_notice calendar_notice_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.calendar_notice
    ADD CONSTRAINT calendar_notice_pkey PRIMARY KEY (province_id, year, version);


--
-- Name: campaign campaign_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.campaign
    ADD CONSTRAINT campaign_pkey PRIMARY KEY (province_id, id);


--
-- Name: ceremony_award ceremony_award_is_handed_out_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ceremony_award
    ADD CONSTRAINT ceremony_award_is_handed_out_once UNIQUE (province_id, award_id);


--
-- Name: ceremony_award ceremony_award_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ceremony_award
    ADD CONSTRAINT ceremony_award_pkey PRIMARY KEY (province_id, ceremony_id, award_id);


--
-- Name: ceremony ceremony_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ceremony
    ADD CONSTRAINT ceremony_pkey PRIMARY KEY (province_id, id);


--
-- Name: check_rule check_rule_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.check_rule
    ADD CONSTRAINT check_rule_pkey PRIMARY KEY (key);


--
-- Name: check_rule check_rule_position_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.check_rule
    ADD CONSTRAINT check_rule_position_key UNIQUE ("position");


--
-- Name: check_rule_version check_rule_version_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.check_rule_version
    ADD CONSTRAINT check_rule_version_pkey PRIMARY KEY (province_id, key, version);


--
-- Name: commendation_act commendation_act_is_one_of_its_kind_a_day; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commendation_act
    ADD CONSTRAINT commendation_act_is_one_of_its_kind_a_day EXCLUDE USING gist (kind WITH =, valid WITH &&);


--
-- Name: commendation_act commendation_act_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commendation_act
    ADD CONSTRAINT commendation_act_pkey PRIMARY KEY (code);


--
-- Name: commendation_competence commendation_competence_is_one_a_day; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commendation_competence
    ADD CONSTRAINT commendation_competence_is_one_a_day EXCLUDE USING gist (form_code WITH =, level WITH =, valid WITH &&);


--
-- Name: commendation_competence commendation_competence_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commendation_competence
    ADD CONSTRAINT commendation_competence_pkey PRIMARY KEY (code);


--
-- Name: commendation_form commendation_form_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commendation_form
    ADD CONSTRAINT commendation_form_pkey PRIMARY KEY (code);


--
-- Name: commendation_line commendation_line_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commendation_line
    ADD CONSTRAINT commendation_line_pkey PRIMARY KEY (code);


--
-- Name: commendation_rule commendation_rule_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commendation_rule
    ADD CONSTRAINT commendation_rule_pkey PRIMARY KEY (code);


--
-- Name: commendation_setting commendation_setting_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commendation_setting
    ADD CONSTRAINT commendation_setting_pkey PRIMARY KEY (province_id, rule_code);


--
-- Name: commitment commitment_answers_a_question_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commitment
    ADD CONSTRAINT commitment_answers_a_question_once UNIQUE (province_id, question_id);


--
-- Name: commitment_event commitment_event_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commitment_event
    ADD CONSTRAINT commitment_event_pkey PRIMARY KEY (province_id, id);


--
-- Name: commitment_file commitment_file_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commitment_file
    ADD CONSTRAINT commitment_file_pkey PRIMARY KEY (province_id, id);


--
-- Name: commitment_file commitment_file_stands_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commitment_file
    ADD CONSTRAINT commitment_file_stands_once UNIQUE (province_id, commitment_id, sha256);


--
-- Name: commitment commitment_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commitment
    ADD CONSTRAINT commitment_pkey PRIMARY KEY (province_id, id);


--
-- Name: contact contact_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT contact_pkey PRIMARY KEY (province_id, account_id, kind);


--
-- Name: contest contest_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.contest
    ADD CONSTRAINT contest_pkey PRIMARY KEY (province_id, id);


--
-- Name: count_correction count_correction_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.count_correction
    ADD CONSTRAINT count_correction_pkey PRIMARY KEY (province_id, report_id, indicator_code, dimension);


--
-- Name: counted_fact counted_fact_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.counted_fact
    ADD CONSTRAINT counted_fact_pkey PRIMARY KEY (province_id, record_kind, record_id, indicator_code, dimension, once_per, day);


--
-- Name: dialogue dialogue_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dialogue
    ADD CONSTRAINT dialogue_pkey PRIMARY KEY (province_id, id);


--
-- Name: dialogue_publication dialogue_publication_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dialogue_publication
    ADD CONSTRAINT dialogue_publication_pkey PRIMARY KEY (province_id, dialogue_id);


--
-- Name: dialogue_question dialogue_question_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dialogue_question
    ADD CONSTRAINT dialogue_question_pkey PRIMARY KEY (province_id, id);


--
-- Name: dialogue_session dialogue_session_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dialogue_session
    ADD CONSTRAINT dialogue_session_pkey PRIMARY KEY (province_id, dialogue_id, n);


--
-- Name: directive_file directive_file_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directive_file
    ADD CONSTRAINT directive_file_pkey PRIMARY KEY (province_id, id);


--
-- Name: directive directive_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directive
    ADD CONSTRAINT directive_pkey PRIMARY KEY (code);


--
-- Name: directive_publication directive_publication_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directive_publication
    ADD CONSTRAINT directive_publication_pkey PRIMARY KEY (province_id, id);


--
-- Name: directive_review directive_review_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directive_review
    ADD CONSTRAINT directive_review_pkey PRIMARY KEY (province_id, id);


--
-- Name: directive_reviewed directive_reviewed_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directive_reviewed
    ADD CONSTRAINT directive_reviewed_pkey PRIMARY KEY (directive_code, report_key);


--
-- Name: document_number document_number_is_given_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.document_number
    ADD CONSTRAINT document_number_is_given_once UNIQUE (province_id, unit_id, layout, type, series, number);


--
-- Name: document_number document_number_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.document_number
    ADD CONSTRAINT document_number_pkey PRIMARY KEY (province_id, id);


--
-- Name: duty duty_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.duty
    ADD CONSTRAINT duty_pkey PRIMARY KEY (province_id, id);


--
-- Name: entry_step entry_step_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entry_step
    ADD CONSTRAINT entry_step_pkey PRIMARY KEY (province_id, report_id, n);


--
-- Name: figure_change figure_change_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_change
    ADD CONSTRAINT figure_change_pkey PRIMARY KEY (province_id, n);


--
-- Name: figure_clock figure_clock_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_clock
    ADD CONSTRAINT figure_clock_pkey PRIMARY KEY (province_id);


--
-- Name: figure_set figure_set_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_set
    ADD CONSTRAINT figure_set_pkey PRIMARY KEY (province_id, id);


--
-- Name: figure_target figure_target_is_of_one_unit_and_hand; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_target
    ADD CONSTRAINT figure_target_is_of_one_unit_and_hand UNIQUE (province_id, id, unit_id, set_by);


--
-- Name: figure_target figure_target_is_one_for_a_cell; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_target
    ADD CONSTRAINT figure_target_is_one_for_a_cell UNIQUE (province_id, unit_id, period_from, period_to, indicator_version, dimension, set_by);


--
-- Name: figure_target figure_target_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_target
    ADD CONSTRAINT figure_target_pkey PRIMARY KEY (province_id, id);


--
-- Name: figure_target_version figure_target_version_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_target_version
    ADD CONSTRAINT figure_target_version_pkey PRIMARY KEY (province_id, target_id, n);


--
-- Name: figure_value figure_value_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_value
    ADD CONSTRAINT figure_value_pkey PRIMARY KEY (province_id, unit_id, period_from, period_to, indicator_version, dimension);


--
-- Name: finding_move finding_move_follows_one_version; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.finding_move
    ADD CONSTRAINT finding_move_follows_one_version UNIQUE (province_id, finding_id, n);


--
-- Name: finding_move finding_move_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.finding_move
    ADD CONSTRAINT finding_move_pkey PRIMARY KEY (province_id, id);


--
-- Name: finding finding_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.finding
    ADD CONSTRAINT finding_pkey PRIMARY KEY (province_id, id);


--
-- Name: follow_up_past follow_up_past_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.follow_up_past
    ADD CONSTRAINT follow_up_past_pkey PRIMARY KEY (province_id, follow_id, version);


--
-- Name: follow_up follow_up_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.follow_up
    ADD CONSTRAINT follow_up_pkey PRIMARY KEY (province_id, id);


--
-- Name: formula formula_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.formula
    ADD CONSTRAINT formula_pkey PRIMARY KEY (province_id, code);


--
-- Name: formula_version formula_version_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.formula_version
    ADD CONSTRAINT formula_version_pkey PRIMARY KEY (province_id, code, version);


--
-- Name: handover handover_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.handover
    ADD CONSTRAINT handover_pkey PRIMARY KEY (province_id, id);


--
-- Name: indicator indicator_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.indicator
    ADD CONSTRAINT indicator_pkey PRIMARY KEY (code);


--
-- Name: indicator_version indicator_version_indicator_code_version_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.indicator_version
    ADD CONSTRAINT indicator_version_indicator_code_version_key UNIQUE (indicator_code, version);


--
-- Name: indicator_version indicator_version_is_the_only_one_of_a_day; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.indicator_version
    ADD CONSTRAINT indicator_version_is_the_only_one_of_a_day EXCLUDE USING gist (indicator_code WITH =, valid WITH &&) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: indicator_version indicator_version_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.indicator_version
    ADD CONSTRAINT indicator_version_pkey PRIMARY KEY (id);


--
-- Name: initiative_file initiative_file_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.initiative_file
    ADD CONSTRAINT initiative_file_pkey PRIMARY KEY (province_id, id);


--
-- Name: initiative_move initiative_move_follows_another; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.initiative_move
    ADD CONSTRAINT initiative_move_follows_another UNIQUE (province_id, initiative_id, year, n);


--
-- Name: initiative_move initiative_move_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.initiative_move
    ADD CONSTRAINT initiative_move_pkey PRIMARY KEY (province_id, id);


--
-- Name: initiative initiative_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.initiative
    ADD CONSTRAINT initiative_pkey PRIMARY KEY (province_id, id);


--
-- Name: initiative_setting initiative_setting_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.initiative_setting
    ADD CONSTRAINT initiative_setting_pkey PRIMARY KEY (province_id);


--
-- Name: initiative_window initiative_window_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.initiative_window
    ADD CONSTRAINT initiative_window_pkey PRIMARY KEY (province_id, year, scope);


--
-- Name: initiative_year initiative_year_is_known_by_its_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.initiative_year
    ADD CONSTRAINT initiative_year_is_known_by_its_id UNIQUE (province_id, id);


--
-- Name: initiative_year initiative_year_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.initiative_year
    ADD CONSTRAINT initiative_year_pkey PRIMARY KEY (province_id, initiative_id, year);


--
-- Name: issuing_body issuing_body_is_one_for_a_kind_and_layout; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.issuing_body
    ADD CONSTRAINT issuing_body_is_one_for_a_kind_and_layout UNIQUE (unit_kind, layout);


--
-- Name: issuing_body issuing_body_is_one_for_a_unit_and_layout; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.issuing_body
    ADD CONSTRAINT issuing_body_is_one_for_a_unit_and_layout UNIQUE (unit_id, layout);


--
-- Name: issuing_body issuing_body_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.issuing_body
    ADD CONSTRAINT issuing_body_pkey PRIMARY KEY (id);


--
-- Name: issuing_words issuing_words_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.issuing_words
    ADD CONSTRAINT issuing_words_pkey PRIMARY KEY (province_id, id);


--
-- Name: legal_act legal_act_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.legal_act
    ADD CONSTRAINT legal_act_pkey PRIMARY KEY (number);


--
-- Name: library_draft library_draft_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_draft
    ADD CONSTRAINT library_draft_pkey PRIMARY KEY (province_id, initiative_id);


--
-- Name: library_page library_page_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_page
    ADD CONSTRAINT library_page_pkey PRIMARY KEY (province_id, initiative_id);


--
-- Name: library_photo library_photo_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_photo
    ADD CONSTRAINT library_photo_pkey PRIMARY KEY (province_id, id);


--
-- Name: local_directive local_directive_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.local_directive
    ADD CONSTRAINT local_directive_pkey PRIMARY KEY (province_id, id);


--
-- Name: mail mail_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mail
    ADD CONSTRAINT mail_pkey PRIMARY KEY (province_id, id);


--
-- Name: meeting meeting_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meeting
    ADD CONSTRAINT meeting_pkey PRIMARY KEY (province_id, id);


--
-- Name: meeting_speech meeting_speech_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meeting_speech
    ADD CONSTRAINT meeting_speech_pkey PRIMARY KEY (province_id, meeting_id, "position");


--
-- Name: meeting_task meeting_task_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meeting_task
    ADD CONSTRAINT meeting_task_pkey PRIMARY KEY (province_id, id);


--
-- Name: movement_word movement_word_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.movement_word
    ADD CONSTRAINT movement_word_pkey PRIMARY KEY (list, code);


--
-- Name: named_period named_period_is_one_for_its_days; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.named_period
    ADD CONSTRAINT named_period_is_one_for_its_days UNIQUE (period_from, period_to);


--
-- Name: named_period named_period_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.named_period
    ADD CONSTRAINT named_period_pkey PRIMARY KEY (code);


--
-- Name: tile no_two_tiles_on_one_square; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tile
    ADD CONSTRAINT no_two_tiles_on_one_square EXCLUDE USING gist (column_at WITH =, row_at WITH =, valid WITH &&);


--
-- Name: notice notice_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT notice_pkey PRIMARY KEY (province_id, id);


--
-- Name: notice_setting notice_setting_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice_setting
    ADD CONSTRAINT notice_setting_pkey PRIMARY KEY (province_id, account_id);


--
-- Name: notice notice_tells_a_person_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT notice_tells_a_person_once UNIQUE (province_id, event_id, account_id, unit_id);


--
-- Name: numbering numbering_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.numbering
    ADD CONSTRAINT numbering_pkey PRIMARY KEY (province_id, unit_id, layout);


--
-- Name: obligation_clock obligation_clock_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.obligation_clock
    ADD CONSTRAINT obligation_clock_pkey PRIMARY KEY (province_id);


--
-- Name: obligation_extension obligation_extension_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.obligation_extension
    ADD CONSTRAINT obligation_extension_pkey PRIMARY KEY (province_id, id);


--
-- Name: obligation obligation_is_once_a_unit_and_period; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.obligation
    ADD CONSTRAINT obligation_is_once_a_unit_and_period UNIQUE (province_id, unit_id, template_code, period_from, period_to);


--
-- Name: obligation obligation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.obligation
    ADD CONSTRAINT obligation_pkey PRIMARY KEY (province_id, id);


--
-- Name: obligation_rule obligation_rule_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.obligation_rule
    ADD CONSTRAINT obligation_rule_pkey PRIMARY KEY (province_id, id);


--
-- Name: unit_version official_code_is_of_one_unit_a_day; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_version
    ADD CONSTRAINT official_code_is_of_one_unit_a_day EXCLUDE USING gist (official_code WITH =, tree WITH =, valid WITH &&);


--
-- Name: period_closing_gap period_closing_gap_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.period_closing_gap
    ADD CONSTRAINT period_closing_gap_pkey PRIMARY KEY (province_id, closing_id, unit_id);


--
-- Name: period_closing period_closing_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.period_closing
    ADD CONSTRAINT period_closing_pkey PRIMARY KEY (province_id, id);


--
-- Name: period_regime period_regime_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.period_regime
    ADD CONSTRAINT period_regime_pkey PRIMARY KEY (regime);


--
-- Name: pledge pledge_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pledge
    ADD CONSTRAINT pledge_pkey PRIMARY KEY (province_id, id);


--
-- Name: praise praise_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.praise
    ADD CONSTRAINT praise_pkey PRIMARY KEY (province_id, id);


--
-- Name: programme_row programme_row_key_is_of_one_row; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.programme_row
    ADD CONSTRAINT programme_row_key_is_of_one_row UNIQUE (set_version, key);


--
-- Name: programme_row programme_row_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.programme_row
    ADD CONSTRAINT programme_row_pkey PRIMARY KEY (set_version, "position");


--
-- Name: programme_set_version programme_set_has_one_version_a_day; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.programme_set_version
    ADD CONSTRAINT programme_set_has_one_version_a_day EXCLUDE USING gist (set_code WITH =, valid WITH &&);


--
-- Name: programme_set programme_set_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.programme_set
    ADD CONSTRAINT programme_set_pkey PRIMARY KEY (code);


--
-- Name: programme_set_version programme_set_version_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.programme_set_version
    ADD CONSTRAINT programme_set_version_pkey PRIMARY KEY (id);


--
-- Name: programme_set_version programme_set_version_set_code_version_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.programme_set_version
    ADD CONSTRAINT programme_set_version_set_code_version_key UNIQUE (set_code, version);


--
-- Name: province_movement_word province_movement_word_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.province_movement_word
    ADD CONSTRAINT province_movement_word_pkey PRIMARY KEY (province_id, list, code, from_day);


--
-- Name: province_pattern province_pattern_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.province_pattern
    ADD CONSTRAINT province_pattern_pkey PRIMARY KEY (province_id, id);


--
-- Name: public_clock public_clock_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.public_clock
    ADD CONSTRAINT public_clock_pkey PRIMARY KEY (province_id);


--
-- Name: publication_file publication_file_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.publication_file
    ADD CONSTRAINT publication_file_pkey PRIMARY KEY (province_id, id);


--
-- Name: publication publication_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.publication
    ADD CONSTRAINT publication_pkey PRIMARY KEY (province_id, report_id);


--
-- Name: publication_plan publication_plan_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.publication_plan
    ADD CONSTRAINT publication_plan_pkey PRIMARY KEY (province_id, report_id);


--
-- Name: publication_version publication_version_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.publication_version
    ADD CONSTRAINT publication_version_pkey PRIMARY KEY (province_id, report_id, n);


--
-- Name: publication_withdrawal publication_withdrawal_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.publication_withdrawal
    ADD CONSTRAINT publication_withdrawal_pkey PRIMARY KEY (province_id, report_id);


--
-- Name: published_movement published_movement_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.published_movement
    ADD CONSTRAINT published_movement_pkey PRIMARY KEY (code);


--
-- Name: published_question published_question_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.published_question
    ADD CONSTRAINT published_question_pkey PRIMARY KEY (unit_code, period_from, period_to, "position");


--
-- Name: reference_hold reference_hold_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reference_hold
    ADD CONSTRAINT reference_hold_pkey PRIMARY KEY (table_name, group_key);


--
-- Name: reference_load reference_load_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reference_load
    ADD CONSTRAINT reference_load_pkey PRIMARY KEY (file);


--
-- Name: register_start register_start_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.register_start
    ADD CONSTRAINT register_start_pkey PRIMARY KEY (is_the_one);


--
-- Name: reminder_ladder reminder_ladder_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reminder_ladder
    ADD CONSTRAINT reminder_ladder_pkey PRIMARY KEY (province_id);


--
-- Name: reorganisation reorganisation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation
    ADD CONSTRAINT reorganisation_pkey PRIMARY KEY (province_id, id);


--
-- Name: reorganisation_task reorganisation_task_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_task
    ADD CONSTRAINT reorganisation_task_pkey PRIMARY KEY (province_id, id);


--
-- Name: reorganisation_task reorganisation_task_stands_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_task
    ADD CONSTRAINT reorganisation_task_stands_once UNIQUE (province_id, reorganisation_id, kind, about_unit_id);


--
-- Name: report_copy report_copy_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_copy
    ADD CONSTRAINT report_copy_pkey PRIMARY KEY (province_id, report_id, n);


--
-- Name: report_event report_event_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_event
    ADD CONSTRAINT report_event_pkey PRIMARY KEY (province_id, report_id, n);


--
-- Name: report_explanation report_explanation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_explanation
    ADD CONSTRAINT report_explanation_pkey PRIMARY KEY (province_id, report_id, rule);


--
-- Name: report_file report_file_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_file
    ADD CONSTRAINT report_file_pkey PRIMARY KEY (province_id, id);


--
-- Name: report report_is_one_for_a_unit_and_its_days; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_is_one_for_a_unit_and_its_days UNIQUE (province_id, unit_id, template_version, period_from, period_to);


--
-- Name: report_message report_message_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_message
    ADD CONSTRAINT report_message_pkey PRIMARY KEY (province_id, question_id, n);


--
-- Name: report_paragraph report_paragraph_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_paragraph
    ADD CONSTRAINT report_paragraph_pkey PRIMARY KEY (province_id, report_id, section, n);


--
-- Name: report report_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_pkey PRIMARY KEY (province_id, id);


--
-- Name: report_presence report_presence_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_presence
    ADD CONSTRAINT report_presence_pkey PRIMARY KEY (province_id, report_id, account_id);


--
-- Name: report_question report_question_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_question
    ADD CONSTRAINT report_question_pkey PRIMARY KEY (province_id, id);


--
-- Name: report_reminder report_reminder_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_reminder
    ADD CONSTRAINT report_reminder_pkey PRIMARY KEY (province_id, unit_id, template_code, period_from, period_to, n);


--
-- Name: report_task_outcome report_task_outcome_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_task_outcome
    ADD CONSTRAINT report_task_outcome_pkey PRIMARY KEY (province_id, report_id, task_id);


--
-- Name: report_task report_task_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_task
    ADD CONSTRAINT report_task_pkey PRIMARY KEY (province_id, id);


--
-- Name: retention retention_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.retention
    ADD CONSTRAINT retention_pkey PRIMARY KEY (kind);


--
-- Name: review_rule review_rule_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.review_rule
    ADD CONSTRAINT review_rule_pkey PRIMARY KEY (code);


--
-- Name: saved_question saved_question_name_is_said_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.saved_question
    ADD CONSTRAINT saved_question_name_is_said_once UNIQUE (province_id, account_id, name);


--
-- Name: saved_question saved_question_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.saved_question
    ADD CONSTRAINT saved_question_pkey PRIMARY KEY (province_id, id);


--
-- Name: schema_migration schema_migration_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (name);


--
-- Name: scoring_pattern_line scoring_pattern_line_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.scoring_pattern_line
    ADD CONSTRAINT scoring_pattern_line_pkey PRIMARY KEY (pattern_code, "position");


--
-- Name: scoring_pattern scoring_pattern_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.scoring_pattern
    ADD CONSTRAINT scoring_pattern_pkey PRIMARY KEY (code);


--
-- Name: scoring_set scoring_set_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.scoring_set
    ADD CONSTRAINT scoring_set_pkey PRIMARY KEY (province_id, id);


--
-- Name: scoring_set_version scoring_set_version_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.scoring_set_version
    ADD CONSTRAINT scoring_set_version_pkey PRIMARY KEY (province_id, set_id, version);


--
-- Name: stated_division stated_division_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stated_division
    ADD CONSTRAINT stated_division_pkey PRIMARY KEY (province_id, id);


--
-- Name: stated_share stated_share_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stated_share
    ADD CONSTRAINT stated_share_pkey PRIMARY KEY (province_id, division_id, event_id, to_unit_id);


--
-- Name: structure_clock structure_clock_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.structure_clock
    ADD CONSTRAINT structure_clock_pkey PRIMARY KEY (province_id, unit_id);


--
-- Name: structure_word structure_word_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.structure_word
    ADD CONSTRAINT structure_word_pkey PRIMARY KEY (province_id, list, code);


--
-- Name: sub_commune_households sub_commune_households_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sub_commune_households
    ADD CONSTRAINT sub_commune_households_pkey PRIMARY KEY (province_id, sub_commune_id, counted_on);


--
-- Name: sub_commune_kind sub_commune_kind_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sub_commune_kind
    ADD CONSTRAINT sub_commune_kind_pkey PRIMARY KEY (code);


--
-- Name: sub_commune_link sub_commune_link_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sub_commune_link
    ADD CONSTRAINT sub_commune_link_pkey PRIMARY KEY (province_id, id);


--
-- Name: sub_commune_version sub_commune_version_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sub_commune_version
    ADD CONSTRAINT sub_commune_version_pkey PRIMARY KEY (province_id, sub_commune_id, n);


--
-- Name: template_version template_has_one_version_a_day; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.template_version
    ADD CONSTRAINT template_has_one_version_a_day EXCLUDE USING gist (template_code WITH =, valid WITH &&) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: template_line template_line_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.template_line
    ADD CONSTRAINT template_line_pkey PRIMARY KEY (template_version, "position");


--
-- Name: template_line template_line_template_version_indicator_version_dimension_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.template_line
    ADD CONSTRAINT template_line_template_version_indicator_version_dimension_key UNIQUE (template_version, indicator_version, dimension);


--
-- Name: template template_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.template
    ADD CONSTRAINT template_pkey PRIMARY KEY (code);


--
-- Name: template_section template_section_code_is_given_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.template_section
    ADD CONSTRAINT template_section_code_is_given_once UNIQUE (template_version, code);


--
-- Name: template_section template_section_is_named_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.template_section
    ADD CONSTRAINT template_section_is_named_once UNIQUE (template_version, title);


--
-- Name: template_section template_section_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.template_section
    ADD CONSTRAINT template_section_pkey PRIMARY KEY (template_version, "position");


--
-- Name: template_version template_version_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.template_version
    ADD CONSTRAINT template_version_pkey PRIMARY KEY (id);


--
-- Name: template_version template_version_template_code_version_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.template_version
    ADD CONSTRAINT template_version_template_code_version_key UNIQUE (template_code, version);


--
-- Name: territorial_event territorial_event_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.territorial_event
    ADD CONSTRAINT territorial_event_pkey PRIMARY KEY (id);


--
-- Name: territorial_link territorial_link_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.territorial_link
    ADD CONSTRAINT territorial_link_pkey PRIMARY KEY (event_id, from_unit_id, to_unit_id);


--
-- Name: territory_clock territory_clock_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.territory_clock
    ADD CONSTRAINT territory_clock_pkey PRIMARY KEY (is_the_one);


--
-- Name: tile tile_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tile
    ADD CONSTRAINT tile_pkey PRIMARY KEY (unit_code, valid);


--
-- Name: tree_membership tree_membership_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tree_membership
    ADD CONSTRAINT tree_membership_pkey PRIMARY KEY (province_id, id);


--
-- Name: unit unit_code_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_code_key UNIQUE (code);


--
-- Name: unit_composition unit_composition_is_stated_once_a_day; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_composition
    ADD CONSTRAINT unit_composition_is_stated_once_a_day EXCLUDE USING gist (unit_id WITH =, kind WITH =, valid WITH &&);


--
-- Name: boundary unit_has_one_boundary_a_day; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.boundary
    ADD CONSTRAINT unit_has_one_boundary_a_day EXCLUDE USING gist (unit_id WITH =, valid WITH &&);


--
-- Name: tile unit_has_one_tile_a_day; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tile
    ADD CONSTRAINT unit_has_one_tile_a_day EXCLUDE USING gist (unit_code WITH =, valid WITH &&);


--
-- Name: unit_version unit_has_one_version_a_day; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_version
    ADD CONSTRAINT unit_has_one_version_a_day EXCLUDE USING gist (unit_id WITH =, tree WITH =, valid WITH &&);


--
-- Name: unit unit_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_pkey PRIMARY KEY (id);


--
-- Name: unit_size unit_size_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_size
    ADD CONSTRAINT unit_size_pkey PRIMARY KEY (province_id, id);


--
-- Name: vault_item vault_item_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.vault_item
    ADD CONSTRAINT vault_item_pkey PRIMARY KEY (province_id, id);


--
-- Name: vault_key vault_key_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.vault_key
    ADD CONSTRAINT vault_key_pkey PRIMARY KEY (id);


--
-- Name: visit_initiative visit_initiative_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visit_initiative
    ADD CONSTRAINT visit_initiative_pkey PRIMARY KEY (province_id, visit_id, initiative_province_id, initiative_id);


--
-- Name: visit visit_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visit
    ADD CONSTRAINT visit_pkey PRIMARY KEY (province_id, id);


--
-- Name: visit_plan visit_plan_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visit_plan
    ADD CONSTRAINT visit_plan_pkey PRIMARY KEY (province_id, id);


--
-- Name: visit_stop visit_stop_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visit_stop
    ADD CONSTRAINT visit_stop_pkey PRIMARY KEY (province_id, visit_id, "position");


--
-- Name: visit_topic visit_topic_name_stands_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visit_topic
    ADD CONSTRAINT visit_topic_name_stands_once UNIQUE (province_id, name);


--
-- Name: visit_topic visit_topic_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visit_topic
    ADD CONSTRAINT visit_topic_pkey PRIMARY KEY (province_id, id);


--
-- Name: work_item work_item_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.work_item
    ADD CONSTRAINT work_item_pkey PRIMARY KEY (province_id, id);


--
-- Name: workbook_map workbook_map_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.workbook_map
    ADD CONSTRAINT workbook_map_pkey PRIMARY KEY (province_id, id);


--
-- Name: account_userId_idx; Type: INDEX; Schema: auth; Owner: -
--

CREATE INDEX "account_userId_idx" ON auth.account USING btree ("userId");


--
-- Name: session_userId_idx; Type: INDEX; Schema: auth; Owner: -
--

CREATE INDEX "session_userId_idx" ON auth.session USING btree ("userId");


--
-- Name: twoFactor_secret_idx; Type: INDEX; Schema: auth; Owner: -
--

CREATE INDEX "twoFactor_secret_idx" ON auth."twoFactor" USING btree (secret);


--
-- Name: twoFactor_userId_idx; Type: INDEX; Schema: auth; Owner: -
--

CREATE INDEX "twoFactor_userId_idx" ON auth."twoFactor" USING btree ("userId");


--
-- Name: verification_identifier_idx; Type: INDEX; Schema: auth; Owner: -
--

CREATE INDEX verification_identifier_idx ON auth.verification USING btree (identifier);


--
-- Name: account_review_by_time; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_review_by_time ON public.account_review USING btree (province_id, completed_at);


--
-- Name: activity_file_by_content; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX activity_file_by_content ON public.activity_file USING btree (sha256);


--
-- Name: activity_file_by_record; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX activity_file_by_record ON public.activity_file USING btree (province_id, record_id, added_at);


--
-- Name: amendment_by_status; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX amendment_by_status ON public.amendment USING btree (province_id, status, changed_at DESC);


--
-- Name: amendment_one_at_a_time; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX amendment_one_at_a_time ON public.amendment USING btree (province_id, report_id) WHERE (status = ANY (ARRAY['asked'::text, 'open'::text, 'handed-in'::text, 'returned'::text]));


--
-- Name: appraisal_appraiser_by_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX appraisal_appraiser_by_account ON public.appraisal_appraiser USING btree (province_id, account_id);


--
-- Name: appraisal_mark_change_by_sheet; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX appraisal_mark_change_by_sheet ON public.appraisal_mark_change USING btree (province_id, sheet_id, at);


--
-- Name: appraisal_round_by_holder; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX appraisal_round_by_holder ON public.appraisal_round USING btree (province_id, holder_id, year DESC);


--
-- Name: appraisal_subject_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX appraisal_subject_by_unit ON public.appraisal_subject USING btree (province_id, unit_id);


--
-- Name: audit_by_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_by_account ON public.audit USING btree (province_id, account_id, n);


--
-- Name: audit_by_kind; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_by_kind ON public.audit USING btree (province_id, kind, n);


--
-- Name: audit_by_object; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_by_object ON public.audit USING btree (province_id, object_kind, object_id, n);


--
-- Name: audit_by_time; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_by_time ON public.audit USING btree (province_id, at);


--
-- Name: audit_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_by_unit ON public.audit USING btree (province_id, unit_id, n);


--
-- Name: award_by_decision; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX award_by_decision ON public.award USING btree (province_id, decided_on, id) WHERE (decided_on IS NOT NULL);


--
-- Name: award_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX award_by_name ON public.award USING btree (province_id, recipient_item) WHERE (recipient_item IS NOT NULL);


--
-- Name: award_by_source; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX award_by_source ON public.award USING btree (province_id, source_id) WHERE (source_id IS NOT NULL);


--
-- Name: award_by_state; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX award_by_state ON public.award USING btree (province_id, state, changed_at DESC, id);


--
-- Name: award_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX award_by_unit ON public.award USING btree (province_id, unit_id, year, id);


--
-- Name: award_file_by_award; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX award_file_by_award ON public.award_file USING btree (province_id, award_id);


--
-- Name: award_file_by_content; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX award_file_by_content ON public.award_file USING btree (province_id, sha256);


--
-- Name: award_move_by_award; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX award_move_by_award ON public.award_move USING btree (province_id, award_id, at);


--
-- Name: body_has_one_version_a_day; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX body_has_one_version_a_day ON public.body_version USING btree (province_id, body_id, from_day) WHERE (void_reason IS NULL);


--
-- Name: body_link_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX body_link_by_unit ON public.body_link USING btree (province_id, unit_id);


--
-- Name: body_version_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX body_version_by_unit ON public.body_version USING btree (province_id, unit_id);


--
-- Name: boundary_by_file; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX boundary_by_file ON public.boundary USING btree (file_id);


--
-- Name: calendar_confirmation_by_year; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX calendar_confirmation_by_year ON public.calendar_confirmation USING btree (province_id, year);


--
-- Name: campaign_by_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX campaign_by_day ON public.campaign USING btree (province_id, day DESC, id DESC);


--
-- Name: campaign_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX campaign_by_unit ON public.campaign USING btree (province_id, unit_id, day DESC, id DESC);


--
-- Name: campaign_by_words; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX campaign_by_words ON public.campaign USING gin (search_text public.gin_trgm_ops);


--
-- Name: campaign_theme_stands_once_a_year; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX campaign_theme_stands_once_a_year ON public.campaign USING btree (province_id, unit_id, EXTRACT(year FROM day)) WHERE ((kind = 'theme'::text) AND (void_reason IS NULL));


--
-- Name: ceremony_by_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ceremony_by_day ON public.ceremony USING btree (province_id, unit_id, held_on DESC, id);


--
-- Name: commitment_by_dialogue; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX commitment_by_dialogue ON public.commitment USING btree (province_id, dialogue_id, created_at, id);


--
-- Name: commitment_by_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX commitment_by_due ON public.commitment USING btree (province_id, unit_id, state, due_on, id);


--
-- Name: commitment_event_by_commitment; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX commitment_event_by_commitment ON public.commitment_event USING btree (province_id, commitment_id, at);


--
-- Name: commitment_file_by_content; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX commitment_file_by_content ON public.commitment_file USING btree (province_id, sha256);


--
-- Name: contest_by_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX contest_by_day ON public.contest USING btree (province_id, day DESC, id DESC);


--
-- Name: contest_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX contest_by_unit ON public.contest USING btree (province_id, unit_id, day DESC, id DESC);


--
-- Name: contest_by_words; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX contest_by_words ON public.contest USING gin (search_text public.gin_trgm_ops);


--
-- Name: counted_fact_by_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX counted_fact_by_day ON public.counted_fact USING btree (province_id, unit_id, day);


--
-- Name: dialogue_by_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX dialogue_by_day ON public.dialogue USING btree (province_id, unit_id, held_on DESC, id);


--
-- Name: dialogue_publication_by_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX dialogue_publication_by_day ON public.dialogue_publication USING btree (held_on DESC, dialogue_id);


--
-- Name: dialogue_publication_of_one; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX dialogue_publication_of_one ON public.dialogue_publication USING btree (dialogue_id);


--
-- Name: dialogue_question_by_dialogue; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX dialogue_question_by_dialogue ON public.dialogue_question USING btree (province_id, dialogue_id, state, asked_at, id);


--
-- Name: dialogue_question_by_receipt; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX dialogue_question_by_receipt ON public.dialogue_question USING btree (province_id, dialogue_id, receipt) WHERE (receipt IS NOT NULL);


--
-- Name: directive_file_by_content; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX directive_file_by_content ON public.directive_file USING btree (province_id, sha256);


--
-- Name: directive_file_by_directive; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX directive_file_by_directive ON public.directive_file USING btree (province_id, directive_id);


--
-- Name: directive_publication_by_words; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX directive_publication_by_words ON public.directive_publication USING gin (search_text public.gin_trgm_ops);


--
-- Name: directive_review_by_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX directive_review_by_day ON public.directive_review USING btree (province_id, day DESC, id DESC);


--
-- Name: directive_review_by_directive; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX directive_review_by_directive ON public.directive_review USING btree (province_id, directive_code);


--
-- Name: directive_review_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX directive_review_by_unit ON public.directive_review USING btree (province_id, unit_id, day DESC, id DESC);


--
-- Name: directive_review_by_words; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX directive_review_by_words ON public.directive_review USING gin (search_text public.gin_trgm_ops);


--
-- Name: document_number_of_a_report_is_one; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX document_number_of_a_report_is_one ON public.document_number USING btree (province_id, report_id, layout, type) WHERE (cancelled_at IS NULL);


--
-- Name: duty_by_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX duty_by_account ON public.duty USING btree (province_id, account_id);


--
-- Name: duty_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX duty_by_unit ON public.duty USING btree (province_id, unit_id);


--
-- Name: entry_step_of_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entry_step_of_account ON public.entry_step USING btree (province_id, report_id, account_id, stretch, standing, n DESC);


--
-- Name: figure_change_of_cell; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX figure_change_of_cell ON public.figure_change USING btree (province_id, unit_id, period_from, period_to, indicator_version, dimension, n);


--
-- Name: figure_set_by_change; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX figure_set_by_change ON public.figure_set USING btree (province_id, n);


--
-- Name: figure_set_by_period; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX figure_set_by_period ON public.figure_set USING btree (period_to, period_from) INCLUDE (province_id, id, unit_id, standing, origin);


--
-- Name: figure_target_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX figure_target_by_unit ON public.figure_target USING btree (unit_id, period_to, period_from);


--
-- Name: figure_target_version_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX figure_target_version_by_unit ON public.figure_target_version USING btree (province_id, unit_id, at);


--
-- Name: figure_value_of_indicator; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX figure_value_of_indicator ON public.figure_value USING btree (indicator_version, dimension, period_to, period_from) INCLUDE (province_id, unit_id, state, qualifier, amount, set_id);


--
-- Name: finding_by_owner; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX finding_by_owner ON public.finding USING btree (province_id, owner_unit_id, state, due_on);


--
-- Name: finding_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX finding_by_unit ON public.finding USING btree (province_id, unit_id, state, due_on);


--
-- Name: finding_by_visit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX finding_by_visit ON public.finding USING btree (province_id, visit_id);


--
-- Name: follow_up_by_initiative; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX follow_up_by_initiative ON public.follow_up USING btree (province_id, initiative_id, on_day, id);


--
-- Name: formula_name_is_taken_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX formula_name_is_taken_once ON public.formula USING btree (province_id, lower(name)) WHERE (retired_from IS NULL);


--
-- Name: handover_from; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX handover_from ON public.handover USING btree (province_id, from_account_id);


--
-- Name: handover_to; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX handover_to ON public.handover USING btree (province_id, to_account_id);


--
-- Name: initiative_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX initiative_by_name ON public.initiative USING btree (province_id, unit_id, name_folded);


--
-- Name: initiative_by_parent; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX initiative_by_parent ON public.initiative USING btree (province_id, parent_province_id, parent_id) WHERE (parent_id IS NOT NULL);


--
-- Name: initiative_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX initiative_by_unit ON public.initiative USING btree (province_id, unit_id, changed_at DESC, id);


--
-- Name: initiative_by_words; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX initiative_by_words ON public.initiative USING gin (search_text public.gin_trgm_ops);


--
-- Name: initiative_file_by_content; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX initiative_file_by_content ON public.initiative_file USING btree (province_id, sha256);


--
-- Name: initiative_file_by_initiative; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX initiative_file_by_initiative ON public.initiative_file USING btree (province_id, initiative_id, added_at);


--
-- Name: initiative_is_taken_over_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX initiative_is_taken_over_once ON public.initiative USING btree (province_id, continues_province_id, continues_id) WHERE (discarded_at IS NULL);


--
-- Name: initiative_move_by_initiative; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX initiative_move_by_initiative ON public.initiative_move USING btree (province_id, initiative_id, year, at);


--
-- Name: initiative_year_by_state; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX initiative_year_by_state ON public.initiative_year USING btree (province_id, year, state);


--
-- Name: initiative_year_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX initiative_year_by_unit ON public.initiative_year USING btree (province_id, unit_id, year);


--
-- Name: issuing_words_begin_once_a_day; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX issuing_words_begin_once_a_day ON public.issuing_words USING btree (province_id, COALESCE((of_unit_id)::text, unit_kind), layout, valid_from) WHERE (withdrawn_at IS NULL);


--
-- Name: library_page_by_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX library_page_by_id ON public.library_page USING btree (initiative_id);


--
-- Name: library_page_by_likeness; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX library_page_by_likeness ON public.library_page USING gin (likeness public.gin_trgm_ops) WHERE (withdrawn_on IS NULL);


--
-- Name: library_page_by_parent; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX library_page_by_parent ON public.library_page USING btree (parent_id, parent_province_id) WHERE (parent_id IS NOT NULL);


--
-- Name: library_page_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX library_page_by_unit ON public.library_page USING btree (unit_id, published_at DESC) WHERE (withdrawn_on IS NULL);


--
-- Name: library_page_by_words; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX library_page_by_words ON public.library_page USING gin (words) WHERE (withdrawn_on IS NULL);


--
-- Name: library_page_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX library_page_newest ON public.library_page USING btree (published_at DESC, initiative_id) WHERE (withdrawn_on IS NULL);


--
-- Name: library_photo_by_content; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX library_photo_by_content ON public.library_photo USING btree (province_id, sha256);


--
-- Name: library_photo_by_initiative; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX library_photo_by_initiative ON public.library_photo USING btree (initiative_id, "position");


--
-- Name: local_directive_by_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX local_directive_by_day ON public.local_directive USING btree (province_id, day DESC, id DESC);


--
-- Name: local_directive_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX local_directive_by_unit ON public.local_directive USING btree (province_id, unit_id, day DESC, id DESC);


--
-- Name: local_directive_by_words; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX local_directive_by_words ON public.local_directive USING gin (search_text public.gin_trgm_ops);


--
-- Name: local_directive_number_stands_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX local_directive_number_stands_once ON public.local_directive USING btree (province_id, unit_id, number, day) WHERE (void_reason IS NULL);


--
-- Name: mail_of_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX mail_of_person ON public.mail USING btree (province_id, account_id, purpose, made_at);


--
-- Name: mail_to_send; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX mail_to_send ON public.mail USING btree (province_id, next_at) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text]));


--
-- Name: meeting_by_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meeting_by_day ON public.meeting USING btree (province_id, unit_id, held_on DESC, id);


--
-- Name: meeting_by_kind; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meeting_by_kind ON public.meeting USING btree (province_id, kind, held_on DESC, id);


--
-- Name: meeting_by_words; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meeting_by_words ON public.meeting USING gin (search_text public.gin_trgm_ops);


--
-- Name: meeting_task_by_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meeting_task_by_due ON public.meeting_task USING btree (province_id, unit_id, due_on);


--
-- Name: meeting_task_by_meeting; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX meeting_task_by_meeting ON public.meeting_task USING btree (province_id, meeting_id);


--
-- Name: notice_of_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notice_of_person ON public.notice USING btree (province_id, account_id, unit_id, at DESC, id);


--
-- Name: notice_unread; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notice_unread ON public.notice USING btree (province_id, account_id, unit_id) WHERE (read_at IS NULL);


--
-- Name: obligation_by_period; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX obligation_by_period ON public.obligation USING btree (province_id, period_to, template_code);


--
-- Name: obligation_extension_stands_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX obligation_extension_stands_once ON public.obligation_extension USING btree (province_id, obligation_id) WHERE (withdrawn_at IS NULL);


--
-- Name: period_closing_stands_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX period_closing_stands_once ON public.period_closing USING btree (province_id, template_code, period_from, period_to) WHERE (reopened_at IS NULL);


--
-- Name: pledge_by_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX pledge_by_day ON public.pledge USING btree (province_id, day DESC, id DESC);


--
-- Name: pledge_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX pledge_by_unit ON public.pledge USING btree (province_id, unit_id, day DESC, id DESC);


--
-- Name: pledge_by_words; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX pledge_by_words ON public.pledge USING gin (search_text public.gin_trgm_ops);


--
-- Name: praise_by_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX praise_by_day ON public.praise USING btree (province_id, unit_id, praised_on DESC, id);


--
-- Name: publication_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX publication_by_unit ON public.publication USING btree (unit_id, period_to);


--
-- Name: publication_file_by_report; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX publication_file_by_report ON public.publication_file USING btree (report_id, "position");


--
-- Name: publication_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX publication_newest ON public.publication USING btree (published_at DESC, period_to DESC, report_id);


--
-- Name: publication_plan_by_moment; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX publication_plan_by_moment ON public.publication_plan USING btree (province_id, publish_at);


--
-- Name: publication_search; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX publication_search ON public.publication USING gin (search_text public.gin_trgm_ops);


--
-- Name: publication_version_by_report; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX publication_version_by_report ON public.publication_version USING btree (report_id, n);


--
-- Name: publication_withdrawal_by_report; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX publication_withdrawal_by_report ON public.publication_withdrawal USING btree (report_id);


--
-- Name: reorganisation_by_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reorganisation_by_day ON public.reorganisation USING btree (province_id, effective_on DESC, id);


--
-- Name: report_by_period; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX report_by_period ON public.report USING btree (province_id, template_version, period_from, period_to, status);


--
-- Name: report_file_by_content; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX report_file_by_content ON public.report_file USING btree (province_id, sha256);


--
-- Name: report_file_by_report; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX report_file_by_report ON public.report_file USING btree (province_id, report_id);


--
-- Name: report_question_by_report; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX report_question_by_report ON public.report_question USING btree (province_id, report_id);


--
-- Name: report_question_waiting; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX report_question_waiting ON public.report_question USING btree (province_id, unit_id, due_on) WHERE (status <> 'settled'::text);


--
-- Name: report_reminder_of_period; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX report_reminder_of_period ON public.report_reminder USING btree (province_id, template_code, period_from, period_to, unit_id);


--
-- Name: report_reminder_of_sending; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX report_reminder_of_sending ON public.report_reminder USING btree (province_id, sending_id);


--
-- Name: report_task_by_report; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX report_task_by_report ON public.report_task USING btree (province_id, report_id, created_at, id);


--
-- Name: report_task_is_carried_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX report_task_is_carried_once ON public.report_task USING btree (province_id, report_id, carried_from) WHERE ((carried_from IS NOT NULL) AND (void_reason IS NULL));


--
-- Name: stated_division_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX stated_division_by_unit ON public.stated_division USING btree (province_id, from_unit_id, stated_at DESC, id);


--
-- Name: stated_division_stands_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX stated_division_stands_once ON public.stated_division USING btree (province_id, from_unit_id) WHERE (ended_at IS NULL);


--
-- Name: sub_commune_has_one_version_a_day; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX sub_commune_has_one_version_a_day ON public.sub_commune_version USING btree (province_id, sub_commune_id, from_day) WHERE (void_reason IS NULL);


--
-- Name: sub_commune_link_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sub_commune_link_by_unit ON public.sub_commune_link USING btree (province_id, unit_id);


--
-- Name: sub_commune_version_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sub_commune_version_by_unit ON public.sub_commune_version USING btree (province_id, unit_id);


--
-- Name: template_has_one_draft; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX template_has_one_draft ON public.template_version USING btree (template_code) WHERE (status = 'draft'::text);


--
-- Name: territorial_event_by_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX territorial_event_by_day ON public.territorial_event USING btree (happened_on);


--
-- Name: territorial_link_by_from; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX territorial_link_by_from ON public.territorial_link USING btree (from_unit_id);


--
-- Name: territorial_link_by_to; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX territorial_link_by_to ON public.territorial_link USING btree (to_unit_id);


--
-- Name: tree_membership_by_member; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tree_membership_by_member ON public.tree_membership USING btree (member_id, tree, from_day);


--
-- Name: unit_size_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unit_size_by_unit ON public.unit_size USING btree (province_id, unit_id, stated_at DESC, id);


--
-- Name: unit_size_stands_once_a_day; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX unit_size_stands_once_a_day ON public.unit_size USING btree (province_id, unit_id, counted_on) WHERE (ended_at IS NULL);


--
-- Name: unit_version_by_official_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unit_version_by_official_code ON public.unit_version USING btree (official_code);


--
-- Name: unit_version_by_province; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unit_version_by_province ON public.unit_version USING gist (province_id, valid);


--
-- Name: vault_item_by_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX vault_item_by_key ON public.vault_item USING btree (key_id);


--
-- Name: vault_item_by_lookup; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX vault_item_by_lookup ON public.vault_item USING btree (province_id, kind, lookup);


--
-- Name: visit_by_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX visit_by_day ON public.visit USING btree (province_id, unit_id, held_on DESC, id);


--
-- Name: visit_by_visited; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX visit_by_visited ON public.visit USING gin (visited_units);


--
-- Name: visit_by_words; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX visit_by_words ON public.visit USING gin (search_text public.gin_trgm_ops);


--
-- Name: visit_initiative_by_initiative; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX visit_initiative_by_initiative ON public.visit_initiative USING btree (initiative_province_id, initiative_id);


--
-- Name: visit_plan_by_year; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX visit_plan_by_year ON public.visit_plan USING btree (province_id, unit_id, year);


--
-- Name: visit_stop_by_place; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX visit_stop_by_place ON public.visit_stop USING btree (province_id, place_unit_id);


--
-- Name: work_item_by_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX work_item_by_day ON public.work_item USING btree (province_id, day DESC, id DESC);


--
-- Name: work_item_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX work_item_by_unit ON public.work_item USING btree (province_id, unit_id, day DESC, id DESC);


--
-- Name: work_item_by_words; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX work_item_by_words ON public.work_item USING gin (search_text public.gin_trgm_ops);


--
-- Name: workbook_map_shape_stands_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX workbook_map_shape_stands_once ON public.workbook_map USING btree (province_id, shape) WHERE (dropped_at IS NULL);


--
-- Name: account account_userId_fkey; Type: FK CONSTRAINT; Schema: auth; Owner: -
--

ALTER TABLE ONLY auth.account
    ADD CONSTRAINT "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE;


--
-- Name: kept_post kept_post_user_id_fkey; Type: FK CONSTRAINT; Schema: auth; Owner: -
--

ALTER TABLE ONLY auth.kept_post
    ADD CONSTRAINT kept_post_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE;


--
-- Name: recovery_code recovery_code_user_id_fkey; Type: FK CONSTRAINT; Schema: auth; Owner: -
--

ALTER TABLE ONLY auth.recovery_code
    ADD CONSTRAINT recovery_code_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE;


--
-- Name: session_state session_state_session_id_fkey; Type: FK CONSTRAINT; Schema: auth; Owner: -
--

ALTER TABLE ONLY auth.session_state
    ADD CONSTRAINT session_state_session_id_fkey FOREIGN KEY (session_id) REFERENCES auth.session(id) ON DELETE CASCADE;


--
-- Name: session session_userId_fkey; Type: FK CONSTRAINT; Schema: auth; Owner: -
--

ALTER TABLE ONLY auth.session
    ADD CONSTRAINT "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE;


--
-- Name: totp_step_used totp_step_used_user_id_fkey; Type: FK CONSTRAINT; Schema: auth; Owner: -
--

ALTER TABLE ONLY auth.totp_step_used
    ADD CONSTRAINT totp_step_used_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE;


--
-- Name: twoFactor twoFactor_userId_fkey; Type: FK CONSTRAINT; Schema: auth; Owner: -
--

ALTER TABLE ONLY auth."twoFactor"
    ADD CONSTRAINT "twoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE;


--
-- Name: account account_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: account_review account_review_province_id_completed_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_review
    ADD CONSTRAINT account_review_province_id_completed_by_fkey FOREIGN KEY (province_id, completed_by) REFERENCES public.account(province_id, id);


--
-- Name: account_review account_review_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_review
    ADD CONSTRAINT account_review_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: account account_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: activity_file activity_file_other_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activity_file
    ADD CONSTRAINT activity_file_other_unit_id_fkey FOREIGN KEY (other_unit_id) REFERENCES public.unit(id);


--
-- Name: activity_file activity_file_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activity_file
    ADD CONSTRAINT activity_file_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: activity_file activity_file_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activity_file
    ADD CONSTRAINT activity_file_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: amendment_cell amendment_cell_indicator_version_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.amendment_cell
    ADD CONSTRAINT amendment_cell_indicator_version_fkey FOREIGN KEY (indicator_version) REFERENCES public.indicator_version(id);


--
-- Name: amendment_cell amendment_cell_province_id_report_id_n_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.amendment_cell
    ADD CONSTRAINT amendment_cell_province_id_report_id_n_fkey FOREIGN KEY (province_id, report_id, n) REFERENCES public.amendment(province_id, report_id, n);


--
-- Name: amendment_cell amendment_cell_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.amendment_cell
    ADD CONSTRAINT amendment_cell_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: amendment_event amendment_event_province_id_report_id_n_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.amendment_event
    ADD CONSTRAINT amendment_event_province_id_report_id_n_fkey FOREIGN KEY (province_id, report_id, n) REFERENCES public.amendment(province_id, report_id, n);


--
-- Name: amendment_event amendment_event_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.amendment_event
    ADD CONSTRAINT amendment_event_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: amendment_explanation amendment_explanation_province_id_report_id_n_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.amendment_explanation
    ADD CONSTRAINT amendment_explanation_province_id_report_id_n_fkey FOREIGN KEY (province_id, report_id, n) REFERENCES public.amendment(province_id, report_id, n);


--
-- Name: amendment_explanation amendment_explanation_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.amendment_explanation
    ADD CONSTRAINT amendment_explanation_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: amendment amendment_province_id_report_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.amendment
    ADD CONSTRAINT amendment_province_id_report_id_fkey FOREIGN KEY (province_id, report_id) REFERENCES public.report(province_id, id);


--
-- Name: amendment amendment_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.amendment
    ADD CONSTRAINT amendment_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: appraisal_appraiser appraisal_appraiser_province_id_round_id_kind_subject_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appraisal_appraiser
    ADD CONSTRAINT appraisal_appraiser_province_id_round_id_kind_subject_id_fkey FOREIGN KEY (province_id, round_id, kind, subject_id) REFERENCES public.appraisal_subject(province_id, round_id, kind, subject_id);


--
-- Name: appraisal_appraiser appraisal_appraiser_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appraisal_appraiser
    ADD CONSTRAINT appraisal_appraiser_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: appraisal_mark_change appraisal_mark_change_province_id_sheet_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appraisal_mark_change
    ADD CONSTRAINT appraisal_mark_change_province_id_sheet_id_fkey FOREIGN KEY (province_id, sheet_id) REFERENCES public.appraisal_sheet(province_id, id);


--
-- Name: appraisal_mark_change appraisal_mark_change_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appraisal_mark_change
    ADD CONSTRAINT appraisal_mark_change_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: appraisal_mark appraisal_mark_province_id_sheet_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appraisal_mark
    ADD CONSTRAINT appraisal_mark_province_id_sheet_id_fkey FOREIGN KEY (province_id, sheet_id) REFERENCES public.appraisal_sheet(province_id, id);


--
-- Name: appraisal_mark appraisal_mark_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appraisal_mark
    ADD CONSTRAINT appraisal_mark_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: appraisal_round appraisal_round_holder_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appraisal_round
    ADD CONSTRAINT appraisal_round_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES public.unit(id);


--
-- Name: appraisal_round appraisal_round_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appraisal_round
    ADD CONSTRAINT appraisal_round_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: appraisal_round appraisal_round_province_id_set_id_set_version_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appraisal_round
    ADD CONSTRAINT appraisal_round_province_id_set_id_set_version_fkey FOREIGN KEY (province_id, set_id, set_version) REFERENCES public.scoring_set_version(province_id, set_id, version);


--
-- Name: appraisal_sheet appraisal_sheet_province_id_round_id_kind_subject_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appraisal_sheet
    ADD CONSTRAINT appraisal_sheet_province_id_round_id_kind_subject_id_fkey FOREIGN KEY (province_id, round_id, kind, subject_id) REFERENCES public.appraisal_subject(province_id, round_id, kind, subject_id);


--
-- Name: appraisal_sheet appraisal_sheet_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appraisal_sheet
    ADD CONSTRAINT appraisal_sheet_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: appraisal_subject appraisal_subject_province_id_round_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appraisal_subject
    ADD CONSTRAINT appraisal_subject_province_id_round_id_fkey FOREIGN KEY (province_id, round_id) REFERENCES public.appraisal_round(province_id, id);


--
-- Name: appraisal_subject appraisal_subject_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.appraisal_subject
    ADD CONSTRAINT appraisal_subject_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: audit_head audit_head_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_head
    ADD CONSTRAINT audit_head_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: audit audit_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: audit audit_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: award_book award_book_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.award_book
    ADD CONSTRAINT award_book_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: award_book award_book_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.award_book
    ADD CONSTRAINT award_book_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: award_file award_file_province_id_award_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.award_file
    ADD CONSTRAINT award_file_province_id_award_id_fkey FOREIGN KEY (province_id, award_id) REFERENCES public.award(province_id, id);


--
-- Name: award_file award_file_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.award_file
    ADD CONSTRAINT award_file_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: award_file award_file_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.award_file
    ADD CONSTRAINT award_file_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: award award_form_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.award
    ADD CONSTRAINT award_form_code_fkey FOREIGN KEY (form_code) REFERENCES public.commendation_form(code);


--
-- Name: award award_line_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.award
    ADD CONSTRAINT award_line_code_fkey FOREIGN KEY (line_code) REFERENCES public.commendation_line(code);


--
-- Name: award_move award_move_province_id_award_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.award_move
    ADD CONSTRAINT award_move_province_id_award_id_fkey FOREIGN KEY (province_id, award_id) REFERENCES public.award(province_id, id);


--
-- Name: award_move award_move_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.award_move
    ADD CONSTRAINT award_move_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: award_move award_move_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.award_move
    ADD CONSTRAINT award_move_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: award award_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.award
    ADD CONSTRAINT award_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: award award_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.award
    ADD CONSTRAINT award_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: body_link body_link_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.body_link
    ADD CONSTRAINT body_link_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: body_link body_link_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.body_link
    ADD CONSTRAINT body_link_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: body_pattern body_pattern_function_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.body_pattern
    ADD CONSTRAINT body_pattern_function_fkey FOREIGN KEY (function) REFERENCES public.body_function(code);


--
-- Name: body_pattern body_pattern_kind_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.body_pattern
    ADD CONSTRAINT body_pattern_kind_fkey FOREIGN KEY (kind) REFERENCES public.body_kind(code);


--
-- Name: body_version body_version_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.body_version
    ADD CONSTRAINT body_version_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: body_version body_version_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.body_version
    ADD CONSTRAINT body_version_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: boundary boundary_file_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.boundary
    ADD CONSTRAINT boundary_file_id_fkey FOREIGN KEY (file_id) REFERENCES public.boundary_file(id) ON DELETE CASCADE;


--
-- Name: boundary boundary_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.boundary
    ADD CONSTRAINT boundary_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: brief_choice brief_choice_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.brief_choice
    ADD CONSTRAINT brief_choice_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: brief_choice brief_choice_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.brief_choice
    ADD CONSTRAINT brief_choice_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: brief_default brief_default_indicator_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.brief_default
    ADD CONSTRAINT brief_default_indicator_code_fkey FOREIGN KEY (indicator_code) REFERENCES public.indicator(code);


--
-- Name: brief_default brief_default_template_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.brief_default
    ADD CONSTRAINT brief_default_template_code_fkey FOREIGN KEY (template_code) REFERENCES public.template(code);


--
-- Name: calendar_confirmation calendar_confirmation_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.calendar_confirmation
    ADD CONSTRAINT calendar_confirmation_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: calendar_notice_day calendar_notice_day_province_id_year_version_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.calendar_notice_day
    ADD CONSTRAINT calendar_notice_day_province_id_year_version_fkey FOREIGN KEY (province_id, year, version) REFERENCES public.calendar_notice(province_id, year, version);


--
-- Name: calendar_notice calendar_notice_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.calendar_notice
    ADD CONSTRAINT calendar_notice_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: campaign campaign_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.campaign
    ADD CONSTRAINT campaign_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: campaign campaign_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.campaign
    ADD CONSTRAINT campaign_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: ceremony_award ceremony_award_province_id_award_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ceremony_award
    ADD CONSTRAINT ceremony_award_province_id_award_id_fkey FOREIGN KEY (province_id, award_id) REFERENCES public.award(province_id, id);


--
-- Name: ceremony_award ceremony_award_province_id_ceremony_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ceremony_award
    ADD CONSTRAINT ceremony_award_province_id_ceremony_id_fkey FOREIGN KEY (province_id, ceremony_id) REFERENCES public.ceremony(province_id, id);


--
-- Name: ceremony_award ceremony_award_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ceremony_award
    ADD CONSTRAINT ceremony_award_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: ceremony_award ceremony_award_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ceremony_award
    ADD CONSTRAINT ceremony_award_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: ceremony ceremony_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ceremony
    ADD CONSTRAINT ceremony_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: ceremony ceremony_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ceremony
    ADD CONSTRAINT ceremony_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: check_rule_version check_rule_version_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.check_rule_version
    ADD CONSTRAINT check_rule_version_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: commendation_competence commendation_competence_form_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commendation_competence
    ADD CONSTRAINT commendation_competence_form_code_fkey FOREIGN KEY (form_code) REFERENCES public.commendation_form(code);


--
-- Name: commendation_setting commendation_setting_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commendation_setting
    ADD CONSTRAINT commendation_setting_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: commendation_setting commendation_setting_rule_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commendation_setting
    ADD CONSTRAINT commendation_setting_rule_code_fkey FOREIGN KEY (rule_code) REFERENCES public.commendation_rule(code);


--
-- Name: commitment_event commitment_event_province_id_commitment_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commitment_event
    ADD CONSTRAINT commitment_event_province_id_commitment_id_fkey FOREIGN KEY (province_id, commitment_id) REFERENCES public.commitment(province_id, id);


--
-- Name: commitment_event commitment_event_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commitment_event
    ADD CONSTRAINT commitment_event_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: commitment_event commitment_event_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commitment_event
    ADD CONSTRAINT commitment_event_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: commitment_file commitment_file_province_id_commitment_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commitment_file
    ADD CONSTRAINT commitment_file_province_id_commitment_id_fkey FOREIGN KEY (province_id, commitment_id) REFERENCES public.commitment(province_id, id);


--
-- Name: commitment_file commitment_file_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commitment_file
    ADD CONSTRAINT commitment_file_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: commitment_file commitment_file_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commitment_file
    ADD CONSTRAINT commitment_file_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: commitment commitment_province_id_dialogue_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commitment
    ADD CONSTRAINT commitment_province_id_dialogue_id_fkey FOREIGN KEY (province_id, dialogue_id) REFERENCES public.dialogue(province_id, id);


--
-- Name: commitment commitment_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commitment
    ADD CONSTRAINT commitment_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: commitment commitment_province_id_question_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commitment
    ADD CONSTRAINT commitment_province_id_question_id_fkey FOREIGN KEY (province_id, question_id) REFERENCES public.dialogue_question(province_id, id);


--
-- Name: commitment commitment_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.commitment
    ADD CONSTRAINT commitment_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: contact contact_province_id_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT contact_province_id_account_id_fkey FOREIGN KEY (province_id, account_id) REFERENCES public.account(province_id, id);


--
-- Name: contact contact_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT contact_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: contact contact_province_id_vault_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT contact_province_id_vault_id_fkey FOREIGN KEY (province_id, vault_id) REFERENCES public.vault_item(province_id, id);


--
-- Name: contact contact_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT contact_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: contest contest_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.contest
    ADD CONSTRAINT contest_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: contest contest_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.contest
    ADD CONSTRAINT contest_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: count_correction count_correction_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.count_correction
    ADD CONSTRAINT count_correction_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: count_correction count_correction_province_id_report_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.count_correction
    ADD CONSTRAINT count_correction_province_id_report_id_fkey FOREIGN KEY (province_id, report_id) REFERENCES public.report(province_id, id);


--
-- Name: count_correction count_correction_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.count_correction
    ADD CONSTRAINT count_correction_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: counted_fact counted_fact_indicator_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.counted_fact
    ADD CONSTRAINT counted_fact_indicator_code_fkey FOREIGN KEY (indicator_code) REFERENCES public.indicator(code);


--
-- Name: counted_fact counted_fact_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.counted_fact
    ADD CONSTRAINT counted_fact_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: counted_fact counted_fact_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.counted_fact
    ADD CONSTRAINT counted_fact_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: dialogue dialogue_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dialogue
    ADD CONSTRAINT dialogue_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: dialogue_publication dialogue_publication_province_id_dialogue_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dialogue_publication
    ADD CONSTRAINT dialogue_publication_province_id_dialogue_id_fkey FOREIGN KEY (province_id, dialogue_id) REFERENCES public.dialogue(province_id, id);


--
-- Name: dialogue_publication dialogue_publication_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dialogue_publication
    ADD CONSTRAINT dialogue_publication_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: dialogue_publication dialogue_publication_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dialogue_publication
    ADD CONSTRAINT dialogue_publication_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: dialogue_question dialogue_question_province_id_dialogue_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dialogue_question
    ADD CONSTRAINT dialogue_question_province_id_dialogue_id_fkey FOREIGN KEY (province_id, dialogue_id) REFERENCES public.dialogue(province_id, id);


--
-- Name: dialogue_question dialogue_question_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dialogue_question
    ADD CONSTRAINT dialogue_question_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: dialogue_question dialogue_question_province_id_same_as_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dialogue_question
    ADD CONSTRAINT dialogue_question_province_id_same_as_fkey FOREIGN KEY (province_id, same_as) REFERENCES public.dialogue_question(province_id, id);


--
-- Name: dialogue_question dialogue_question_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dialogue_question
    ADD CONSTRAINT dialogue_question_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: dialogue_session dialogue_session_province_id_dialogue_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dialogue_session
    ADD CONSTRAINT dialogue_session_province_id_dialogue_id_fkey FOREIGN KEY (province_id, dialogue_id) REFERENCES public.dialogue(province_id, id);


--
-- Name: dialogue_session dialogue_session_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dialogue_session
    ADD CONSTRAINT dialogue_session_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: dialogue dialogue_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dialogue
    ADD CONSTRAINT dialogue_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: directive_file directive_file_province_id_directive_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directive_file
    ADD CONSTRAINT directive_file_province_id_directive_id_fkey FOREIGN KEY (province_id, directive_id) REFERENCES public.local_directive(province_id, id);


--
-- Name: directive_file directive_file_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directive_file
    ADD CONSTRAINT directive_file_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: directive_file directive_file_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directive_file
    ADD CONSTRAINT directive_file_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: directive_publication directive_publication_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directive_publication
    ADD CONSTRAINT directive_publication_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: directive_publication directive_publication_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directive_publication
    ADD CONSTRAINT directive_publication_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: directive_review directive_review_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directive_review
    ADD CONSTRAINT directive_review_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: directive_review directive_review_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directive_review
    ADD CONSTRAINT directive_review_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: directive_reviewed directive_reviewed_directive_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directive_reviewed
    ADD CONSTRAINT directive_reviewed_directive_code_fkey FOREIGN KEY (directive_code) REFERENCES public.directive(code);


--
-- Name: document_number document_number_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.document_number
    ADD CONSTRAINT document_number_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: document_number document_number_province_id_report_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.document_number
    ADD CONSTRAINT document_number_province_id_report_id_fkey FOREIGN KEY (province_id, report_id) REFERENCES public.report(province_id, id);


--
-- Name: document_number document_number_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.document_number
    ADD CONSTRAINT document_number_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: duty duty_follows_a_duty; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.duty
    ADD CONSTRAINT duty_follows_a_duty FOREIGN KEY (province_id, follows_duty_id) REFERENCES public.duty(province_id, id);


--
-- Name: duty duty_province_id_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.duty
    ADD CONSTRAINT duty_province_id_account_id_fkey FOREIGN KEY (province_id, account_id) REFERENCES public.account(province_id, id);


--
-- Name: duty duty_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.duty
    ADD CONSTRAINT duty_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: entry_step entry_step_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entry_step
    ADD CONSTRAINT entry_step_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: entry_step entry_step_province_id_report_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entry_step
    ADD CONSTRAINT entry_step_province_id_report_id_fkey FOREIGN KEY (province_id, report_id) REFERENCES public.report(province_id, id);


--
-- Name: entry_step entry_step_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entry_step
    ADD CONSTRAINT entry_step_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: figure_clock figure_clock_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_clock
    ADD CONSTRAINT figure_clock_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: figure_set figure_set_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_set
    ADD CONSTRAINT figure_set_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: figure_set figure_set_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_set
    ADD CONSTRAINT figure_set_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: figure_target figure_target_indicator_version_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_target
    ADD CONSTRAINT figure_target_indicator_version_fkey FOREIGN KEY (indicator_version) REFERENCES public.indicator_version(id);


--
-- Name: figure_target figure_target_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_target
    ADD CONSTRAINT figure_target_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: figure_target figure_target_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_target
    ADD CONSTRAINT figure_target_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: figure_target_version figure_target_version_province_id_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_target_version
    ADD CONSTRAINT figure_target_version_province_id_account_id_fkey FOREIGN KEY (province_id, account_id) REFERENCES public.account(province_id, id);


--
-- Name: figure_target_version figure_target_version_province_id_target_id_unit_id_set_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_target_version
    ADD CONSTRAINT figure_target_version_province_id_target_id_unit_id_set_by_fkey FOREIGN KEY (province_id, target_id, unit_id, set_by) REFERENCES public.figure_target(province_id, id, unit_id, set_by);


--
-- Name: figure_value figure_value_indicator_version_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_value
    ADD CONSTRAINT figure_value_indicator_version_fkey FOREIGN KEY (indicator_version) REFERENCES public.indicator_version(id);


--
-- Name: figure_value figure_value_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_value
    ADD CONSTRAINT figure_value_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: figure_value figure_value_province_id_set_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_value
    ADD CONSTRAINT figure_value_province_id_set_id_fkey FOREIGN KEY (province_id, set_id) REFERENCES public.figure_set(province_id, id);


--
-- Name: figure_value figure_value_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_value
    ADD CONSTRAINT figure_value_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: finding_move finding_move_owner_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.finding_move
    ADD CONSTRAINT finding_move_owner_unit_id_fkey FOREIGN KEY (owner_unit_id) REFERENCES public.unit(id);


--
-- Name: finding_move finding_move_province_id_finding_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.finding_move
    ADD CONSTRAINT finding_move_province_id_finding_id_fkey FOREIGN KEY (province_id, finding_id) REFERENCES public.finding(province_id, id);


--
-- Name: finding_move finding_move_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.finding_move
    ADD CONSTRAINT finding_move_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: finding_move finding_move_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.finding_move
    ADD CONSTRAINT finding_move_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: finding_move finding_move_visitor_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.finding_move
    ADD CONSTRAINT finding_move_visitor_unit_id_fkey FOREIGN KEY (visitor_unit_id) REFERENCES public.unit(id);


--
-- Name: finding finding_owner_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.finding
    ADD CONSTRAINT finding_owner_unit_id_fkey FOREIGN KEY (owner_unit_id) REFERENCES public.unit(id);


--
-- Name: finding finding_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.finding
    ADD CONSTRAINT finding_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: finding finding_province_id_visit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.finding
    ADD CONSTRAINT finding_province_id_visit_id_fkey FOREIGN KEY (province_id, visit_id) REFERENCES public.visit(province_id, id);


--
-- Name: finding finding_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.finding
    ADD CONSTRAINT finding_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: follow_up_past follow_up_past_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.follow_up_past
    ADD CONSTRAINT follow_up_past_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: follow_up_past follow_up_past_province_id_follow_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.follow_up_past
    ADD CONSTRAINT follow_up_past_province_id_follow_id_fkey FOREIGN KEY (province_id, follow_id) REFERENCES public.follow_up(province_id, id);


--
-- Name: follow_up_past follow_up_past_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.follow_up_past
    ADD CONSTRAINT follow_up_past_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: follow_up follow_up_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.follow_up
    ADD CONSTRAINT follow_up_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: follow_up follow_up_province_id_initiative_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.follow_up
    ADD CONSTRAINT follow_up_province_id_initiative_id_fkey FOREIGN KEY (province_id, initiative_id) REFERENCES public.initiative(province_id, id);


--
-- Name: follow_up follow_up_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.follow_up
    ADD CONSTRAINT follow_up_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: formula formula_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.formula
    ADD CONSTRAINT formula_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: formula_version formula_version_province_id_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.formula_version
    ADD CONSTRAINT formula_version_province_id_code_fkey FOREIGN KEY (province_id, code) REFERENCES public.formula(province_id, code);


--
-- Name: handover handover_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.handover
    ADD CONSTRAINT handover_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: handover handover_province_id_from_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.handover
    ADD CONSTRAINT handover_province_id_from_account_id_fkey FOREIGN KEY (province_id, from_account_id) REFERENCES public.account(province_id, id);


--
-- Name: handover handover_province_id_from_duty_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.handover
    ADD CONSTRAINT handover_province_id_from_duty_id_fkey FOREIGN KEY (province_id, from_duty_id) REFERENCES public.duty(province_id, id);


--
-- Name: handover handover_province_id_made_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.handover
    ADD CONSTRAINT handover_province_id_made_by_fkey FOREIGN KEY (province_id, made_by) REFERENCES public.account(province_id, id);


--
-- Name: handover handover_province_id_to_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.handover
    ADD CONSTRAINT handover_province_id_to_account_id_fkey FOREIGN KEY (province_id, to_account_id) REFERENCES public.account(province_id, id);


--
-- Name: handover handover_province_id_to_duty_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.handover
    ADD CONSTRAINT handover_province_id_to_duty_id_fkey FOREIGN KEY (province_id, to_duty_id) REFERENCES public.duty(province_id, id);


--
-- Name: handover handover_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.handover
    ADD CONSTRAINT handover_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: indicator_version indicator_version_indicator_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.indicator_version
    ADD CONSTRAINT indicator_version_indicator_code_fkey FOREIGN KEY (indicator_code) REFERENCES public.indicator(code);


--
-- Name: initiative_file initiative_file_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.initiative_file
    ADD CONSTRAINT initiative_file_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: initiative_file initiative_file_province_id_follow_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.initiative_file
    ADD CONSTRAINT initiative_file_province_id_follow_id_fkey FOREIGN KEY (province_id, follow_id) REFERENCES public.follow_up(province_id, id);


--
-- Name: initiative_file initiative_file_province_id_initiative_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.initiative_file
    ADD CONSTRAINT initiative_file_province_id_initiative_id_fkey FOREIGN KEY (province_id, initiative_id) REFERENCES public.initiative(province_id, id);


--
-- Name: initiative_file initiative_file_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.initiative_file
    ADD CONSTRAINT initiative_file_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: initiative_move initiative_move_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.initiative_move
    ADD CONSTRAINT initiative_move_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: initiative_move initiative_move_province_id_initiative_id_year_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.initiative_move
    ADD CONSTRAINT initiative_move_province_id_initiative_id_year_fkey FOREIGN KEY (province_id, initiative_id, year) REFERENCES public.initiative_year(province_id, initiative_id, year);


--
-- Name: initiative_move initiative_move_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.initiative_move
    ADD CONSTRAINT initiative_move_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: initiative initiative_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.initiative
    ADD CONSTRAINT initiative_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: initiative_setting initiative_setting_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.initiative_setting
    ADD CONSTRAINT initiative_setting_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: initiative initiative_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.initiative
    ADD CONSTRAINT initiative_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: initiative_window initiative_window_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.initiative_window
    ADD CONSTRAINT initiative_window_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: initiative_year initiative_year_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.initiative_year
    ADD CONSTRAINT initiative_year_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: initiative_year initiative_year_province_id_initiative_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.initiative_year
    ADD CONSTRAINT initiative_year_province_id_initiative_id_fkey FOREIGN KEY (province_id, initiative_id) REFERENCES public.initiative(province_id, id);


--
-- Name: initiative_year initiative_year_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.initiative_year
    ADD CONSTRAINT initiative_year_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: issuing_body issuing_body_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.issuing_body
    ADD CONSTRAINT issuing_body_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: issuing_words issuing_words_of_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.issuing_words
    ADD CONSTRAINT issuing_words_of_unit_id_fkey FOREIGN KEY (of_unit_id) REFERENCES public.unit(id);


--
-- Name: issuing_words issuing_words_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.issuing_words
    ADD CONSTRAINT issuing_words_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: legal_act legal_act_local_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.legal_act
    ADD CONSTRAINT legal_act_local_province_id_fkey FOREIGN KEY (local_province_id) REFERENCES public.unit(id);


--
-- Name: library_draft library_draft_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_draft
    ADD CONSTRAINT library_draft_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: library_draft library_draft_province_id_initiative_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_draft
    ADD CONSTRAINT library_draft_province_id_initiative_id_fkey FOREIGN KEY (province_id, initiative_id) REFERENCES public.initiative(province_id, id);


--
-- Name: library_draft library_draft_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_draft
    ADD CONSTRAINT library_draft_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: library_page library_page_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_page
    ADD CONSTRAINT library_page_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: library_page library_page_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_page
    ADD CONSTRAINT library_page_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: library_photo library_photo_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_photo
    ADD CONSTRAINT library_photo_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: library_photo library_photo_province_id_initiative_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_photo
    ADD CONSTRAINT library_photo_province_id_initiative_id_fkey FOREIGN KEY (province_id, initiative_id) REFERENCES public.library_page(province_id, initiative_id);


--
-- Name: library_photo library_photo_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.library_photo
    ADD CONSTRAINT library_photo_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: local_directive local_directive_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.local_directive
    ADD CONSTRAINT local_directive_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: local_directive local_directive_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.local_directive
    ADD CONSTRAINT local_directive_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: mail mail_province_id_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mail
    ADD CONSTRAINT mail_province_id_account_id_fkey FOREIGN KEY (province_id, account_id) REFERENCES public.account(province_id, id);


--
-- Name: mail mail_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mail
    ADD CONSTRAINT mail_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: mail mail_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mail
    ADD CONSTRAINT mail_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: meeting meeting_helped_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meeting
    ADD CONSTRAINT meeting_helped_unit_id_fkey FOREIGN KEY (helped_unit_id) REFERENCES public.unit(id);


--
-- Name: meeting meeting_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meeting
    ADD CONSTRAINT meeting_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: meeting_speech meeting_speech_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meeting_speech
    ADD CONSTRAINT meeting_speech_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: meeting_speech meeting_speech_province_id_meeting_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meeting_speech
    ADD CONSTRAINT meeting_speech_province_id_meeting_id_fkey FOREIGN KEY (province_id, meeting_id) REFERENCES public.meeting(province_id, id);


--
-- Name: meeting_speech meeting_speech_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meeting_speech
    ADD CONSTRAINT meeting_speech_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: meeting_task meeting_task_owner_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meeting_task
    ADD CONSTRAINT meeting_task_owner_unit_id_fkey FOREIGN KEY (owner_unit_id) REFERENCES public.unit(id);


--
-- Name: meeting_task meeting_task_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meeting_task
    ADD CONSTRAINT meeting_task_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: meeting_task meeting_task_province_id_meeting_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meeting_task
    ADD CONSTRAINT meeting_task_province_id_meeting_id_fkey FOREIGN KEY (province_id, meeting_id) REFERENCES public.meeting(province_id, id);


--
-- Name: meeting_task meeting_task_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meeting_task
    ADD CONSTRAINT meeting_task_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: meeting meeting_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meeting
    ADD CONSTRAINT meeting_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: notice notice_province_id_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT notice_province_id_account_id_fkey FOREIGN KEY (province_id, account_id) REFERENCES public.account(province_id, id);


--
-- Name: notice notice_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT notice_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: notice_setting notice_setting_province_id_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice_setting
    ADD CONSTRAINT notice_setting_province_id_account_id_fkey FOREIGN KEY (province_id, account_id) REFERENCES public.account(province_id, id);


--
-- Name: notice_setting notice_setting_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice_setting
    ADD CONSTRAINT notice_setting_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: notice_setting notice_setting_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice_setting
    ADD CONSTRAINT notice_setting_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: notice notice_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT notice_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: numbering numbering_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.numbering
    ADD CONSTRAINT numbering_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: numbering numbering_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.numbering
    ADD CONSTRAINT numbering_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: obligation_clock obligation_clock_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.obligation_clock
    ADD CONSTRAINT obligation_clock_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: obligation_extension obligation_extension_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.obligation_extension
    ADD CONSTRAINT obligation_extension_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: obligation_extension obligation_extension_province_id_obligation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.obligation_extension
    ADD CONSTRAINT obligation_extension_province_id_obligation_id_fkey FOREIGN KEY (province_id, obligation_id) REFERENCES public.obligation(province_id, id);


--
-- Name: obligation_extension obligation_extension_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.obligation_extension
    ADD CONSTRAINT obligation_extension_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: obligation obligation_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.obligation
    ADD CONSTRAINT obligation_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: obligation obligation_province_id_rule_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.obligation
    ADD CONSTRAINT obligation_province_id_rule_id_fkey FOREIGN KEY (province_id, rule_id) REFERENCES public.obligation_rule(province_id, id);


--
-- Name: obligation_rule obligation_rule_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.obligation_rule
    ADD CONSTRAINT obligation_rule_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: obligation_rule obligation_rule_template_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.obligation_rule
    ADD CONSTRAINT obligation_rule_template_code_fkey FOREIGN KEY (template_code) REFERENCES public.template(code);


--
-- Name: obligation obligation_template_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.obligation
    ADD CONSTRAINT obligation_template_code_fkey FOREIGN KEY (template_code) REFERENCES public.template(code);


--
-- Name: obligation obligation_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.obligation
    ADD CONSTRAINT obligation_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: period_closing_gap period_closing_gap_province_id_closing_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.period_closing_gap
    ADD CONSTRAINT period_closing_gap_province_id_closing_id_fkey FOREIGN KEY (province_id, closing_id) REFERENCES public.period_closing(province_id, id);


--
-- Name: period_closing_gap period_closing_gap_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.period_closing_gap
    ADD CONSTRAINT period_closing_gap_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: period_closing_gap period_closing_gap_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.period_closing_gap
    ADD CONSTRAINT period_closing_gap_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: period_closing period_closing_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.period_closing
    ADD CONSTRAINT period_closing_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: period_closing period_closing_template_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.period_closing
    ADD CONSTRAINT period_closing_template_code_fkey FOREIGN KEY (template_code) REFERENCES public.template(code);


--
-- Name: pledge pledge_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pledge
    ADD CONSTRAINT pledge_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: pledge pledge_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pledge
    ADD CONSTRAINT pledge_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: praise praise_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.praise
    ADD CONSTRAINT praise_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: praise praise_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.praise
    ADD CONSTRAINT praise_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: programme_row programme_row_belongs_to_a_row_of_its_version; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.programme_row
    ADD CONSTRAINT programme_row_belongs_to_a_row_of_its_version FOREIGN KEY (set_version, of_row) REFERENCES public.programme_row(set_version, key) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: programme_row programme_row_change_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.programme_row
    ADD CONSTRAINT programme_row_change_code_fkey FOREIGN KEY (change_code) REFERENCES public.indicator(code);


--
-- Name: programme_row programme_row_indicator_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.programme_row
    ADD CONSTRAINT programme_row_indicator_code_fkey FOREIGN KEY (indicator_code) REFERENCES public.indicator(code);


--
-- Name: programme_row programme_row_set_version_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.programme_row
    ADD CONSTRAINT programme_row_set_version_fkey FOREIGN KEY (set_version) REFERENCES public.programme_set_version(id);


--
-- Name: programme_set_version programme_set_version_set_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.programme_set_version
    ADD CONSTRAINT programme_set_version_set_code_fkey FOREIGN KEY (set_code) REFERENCES public.programme_set(code);


--
-- Name: province_movement_word province_movement_word_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.province_movement_word
    ADD CONSTRAINT province_movement_word_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: province_pattern province_pattern_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.province_pattern
    ADD CONSTRAINT province_pattern_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: public_clock public_clock_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.public_clock
    ADD CONSTRAINT public_clock_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: publication_file publication_file_province_id_report_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.publication_file
    ADD CONSTRAINT publication_file_province_id_report_id_fkey FOREIGN KEY (province_id, report_id) REFERENCES public.publication(province_id, report_id);


--
-- Name: publication_file publication_file_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.publication_file
    ADD CONSTRAINT publication_file_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: publication_plan publication_plan_province_id_report_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.publication_plan
    ADD CONSTRAINT publication_plan_province_id_report_id_fkey FOREIGN KEY (province_id, report_id) REFERENCES public.report(province_id, id);


--
-- Name: publication_plan publication_plan_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.publication_plan
    ADD CONSTRAINT publication_plan_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: publication publication_province_id_report_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.publication
    ADD CONSTRAINT publication_province_id_report_id_fkey FOREIGN KEY (province_id, report_id) REFERENCES public.report(province_id, id);


--
-- Name: publication publication_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.publication
    ADD CONSTRAINT publication_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: publication_version publication_version_province_id_report_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.publication_version
    ADD CONSTRAINT publication_version_province_id_report_id_fkey FOREIGN KEY (province_id, report_id) REFERENCES public.publication(province_id, report_id) ON DELETE CASCADE;


--
-- Name: publication_version publication_version_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.publication_version
    ADD CONSTRAINT publication_version_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: publication_withdrawal publication_withdrawal_province_id_report_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.publication_withdrawal
    ADD CONSTRAINT publication_withdrawal_province_id_report_id_fkey FOREIGN KEY (province_id, report_id) REFERENCES public.report(province_id, id);


--
-- Name: publication_withdrawal publication_withdrawal_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.publication_withdrawal
    ADD CONSTRAINT publication_withdrawal_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: reference_hold reference_hold_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reference_hold
    ADD CONSTRAINT reference_hold_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: reminder_ladder reminder_ladder_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reminder_ladder
    ADD CONSTRAINT reminder_ladder_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: reorganisation reorganisation_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation
    ADD CONSTRAINT reorganisation_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: reorganisation_task reorganisation_task_about_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_task
    ADD CONSTRAINT reorganisation_task_about_unit_id_fkey FOREIGN KEY (about_unit_id) REFERENCES public.unit(id);


--
-- Name: reorganisation_task reorganisation_task_province_id_owner_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_task
    ADD CONSTRAINT reorganisation_task_province_id_owner_account_id_fkey FOREIGN KEY (province_id, owner_account_id) REFERENCES public.account(province_id, id);


--
-- Name: reorganisation_task reorganisation_task_province_id_reorganisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reorganisation_task
    ADD CONSTRAINT reorganisation_task_province_id_reorganisation_id_fkey FOREIGN KEY (province_id, reorganisation_id) REFERENCES public.reorganisation(province_id, id);


--
-- Name: report_copy report_copy_province_id_report_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_copy
    ADD CONSTRAINT report_copy_province_id_report_id_fkey FOREIGN KEY (province_id, report_id) REFERENCES public.report(province_id, id);


--
-- Name: report_copy report_copy_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_copy
    ADD CONSTRAINT report_copy_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: report_event report_event_province_id_report_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_event
    ADD CONSTRAINT report_event_province_id_report_id_fkey FOREIGN KEY (province_id, report_id) REFERENCES public.report(province_id, id);


--
-- Name: report_event report_event_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_event
    ADD CONSTRAINT report_event_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: report_explanation report_explanation_province_id_report_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_explanation
    ADD CONSTRAINT report_explanation_province_id_report_id_fkey FOREIGN KEY (province_id, report_id) REFERENCES public.report(province_id, id);


--
-- Name: report_explanation report_explanation_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_explanation
    ADD CONSTRAINT report_explanation_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: report_file report_file_province_id_report_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_file
    ADD CONSTRAINT report_file_province_id_report_id_fkey FOREIGN KEY (province_id, report_id) REFERENCES public.report(province_id, id);


--
-- Name: report_file report_file_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_file
    ADD CONSTRAINT report_file_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: report_message report_message_province_id_question_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_message
    ADD CONSTRAINT report_message_province_id_question_id_fkey FOREIGN KEY (province_id, question_id) REFERENCES public.report_question(province_id, id);


--
-- Name: report_message report_message_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_message
    ADD CONSTRAINT report_message_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: report_paragraph report_paragraph_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_paragraph
    ADD CONSTRAINT report_paragraph_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: report_paragraph report_paragraph_province_id_report_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_paragraph
    ADD CONSTRAINT report_paragraph_province_id_report_id_fkey FOREIGN KEY (province_id, report_id) REFERENCES public.report(province_id, id);


--
-- Name: report_paragraph report_paragraph_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_paragraph
    ADD CONSTRAINT report_paragraph_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: report_presence report_presence_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_presence
    ADD CONSTRAINT report_presence_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: report_presence report_presence_province_id_report_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_presence
    ADD CONSTRAINT report_presence_province_id_report_id_fkey FOREIGN KEY (province_id, report_id) REFERENCES public.report(province_id, id);


--
-- Name: report_presence report_presence_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_presence
    ADD CONSTRAINT report_presence_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: report report_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: report_question report_question_indicator_version_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_question
    ADD CONSTRAINT report_question_indicator_version_fkey FOREIGN KEY (indicator_version) REFERENCES public.indicator_version(id);


--
-- Name: report_question report_question_province_id_report_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_question
    ADD CONSTRAINT report_question_province_id_report_id_fkey FOREIGN KEY (province_id, report_id) REFERENCES public.report(province_id, id);


--
-- Name: report_question report_question_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_question
    ADD CONSTRAINT report_question_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: report_reminder report_reminder_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_reminder
    ADD CONSTRAINT report_reminder_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: report_reminder report_reminder_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_reminder
    ADD CONSTRAINT report_reminder_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: report_task report_task_indicator_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_task
    ADD CONSTRAINT report_task_indicator_code_fkey FOREIGN KEY (indicator_code) REFERENCES public.indicator(code);


--
-- Name: report_task_outcome report_task_outcome_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_task_outcome
    ADD CONSTRAINT report_task_outcome_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: report_task_outcome report_task_outcome_province_id_report_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_task_outcome
    ADD CONSTRAINT report_task_outcome_province_id_report_id_fkey FOREIGN KEY (province_id, report_id) REFERENCES public.report(province_id, id);


--
-- Name: report_task_outcome report_task_outcome_province_id_task_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_task_outcome
    ADD CONSTRAINT report_task_outcome_province_id_task_id_fkey FOREIGN KEY (province_id, task_id) REFERENCES public.report_task(province_id, id);


--
-- Name: report_task_outcome report_task_outcome_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_task_outcome
    ADD CONSTRAINT report_task_outcome_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: report_task report_task_province_id_carried_from_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_task
    ADD CONSTRAINT report_task_province_id_carried_from_fkey FOREIGN KEY (province_id, carried_from) REFERENCES public.report_task(province_id, id);


--
-- Name: report_task report_task_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_task
    ADD CONSTRAINT report_task_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: report_task report_task_province_id_report_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_task
    ADD CONSTRAINT report_task_province_id_report_id_fkey FOREIGN KEY (province_id, report_id) REFERENCES public.report(province_id, id);


--
-- Name: report_task report_task_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_task
    ADD CONSTRAINT report_task_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: report report_template_version_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_template_version_fkey FOREIGN KEY (template_version) REFERENCES public.template_version(id);


--
-- Name: report report_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: saved_question saved_question_province_id_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.saved_question
    ADD CONSTRAINT saved_question_province_id_account_id_fkey FOREIGN KEY (province_id, account_id) REFERENCES public.account(province_id, id);


--
-- Name: saved_question saved_question_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.saved_question
    ADD CONSTRAINT saved_question_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: saved_question saved_question_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.saved_question
    ADD CONSTRAINT saved_question_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: scoring_pattern_line scoring_pattern_line_pattern_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.scoring_pattern_line
    ADD CONSTRAINT scoring_pattern_line_pattern_code_fkey FOREIGN KEY (pattern_code) REFERENCES public.scoring_pattern(code);


--
-- Name: scoring_set scoring_set_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.scoring_set
    ADD CONSTRAINT scoring_set_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: scoring_set_version scoring_set_version_province_id_set_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.scoring_set_version
    ADD CONSTRAINT scoring_set_version_province_id_set_id_fkey FOREIGN KEY (province_id, set_id) REFERENCES public.scoring_set(province_id, id);


--
-- Name: stated_division stated_division_from_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stated_division
    ADD CONSTRAINT stated_division_from_unit_id_fkey FOREIGN KEY (from_unit_id) REFERENCES public.unit(id);


--
-- Name: stated_division stated_division_province_id_ended_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stated_division
    ADD CONSTRAINT stated_division_province_id_ended_by_fkey FOREIGN KEY (province_id, ended_by) REFERENCES public.account(province_id, id);


--
-- Name: stated_division stated_division_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stated_division
    ADD CONSTRAINT stated_division_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: stated_division stated_division_province_id_replaced_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stated_division
    ADD CONSTRAINT stated_division_province_id_replaced_by_id_fkey FOREIGN KEY (province_id, replaced_by_id) REFERENCES public.stated_division(province_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: stated_division stated_division_province_id_stated_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stated_division
    ADD CONSTRAINT stated_division_province_id_stated_by_fkey FOREIGN KEY (province_id, stated_by) REFERENCES public.account(province_id, id);


--
-- Name: stated_share stated_share_province_id_division_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stated_share
    ADD CONSTRAINT stated_share_province_id_division_id_fkey FOREIGN KEY (province_id, division_id) REFERENCES public.stated_division(province_id, id);


--
-- Name: stated_share stated_share_to_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stated_share
    ADD CONSTRAINT stated_share_to_unit_id_fkey FOREIGN KEY (to_unit_id) REFERENCES public.unit(id);


--
-- Name: structure_clock structure_clock_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.structure_clock
    ADD CONSTRAINT structure_clock_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: structure_clock structure_clock_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.structure_clock
    ADD CONSTRAINT structure_clock_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: structure_word structure_word_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.structure_word
    ADD CONSTRAINT structure_word_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: sub_commune_households sub_commune_households_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sub_commune_households
    ADD CONSTRAINT sub_commune_households_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: sub_commune_households sub_commune_households_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sub_commune_households
    ADD CONSTRAINT sub_commune_households_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: sub_commune_link sub_commune_link_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sub_commune_link
    ADD CONSTRAINT sub_commune_link_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: sub_commune_link sub_commune_link_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sub_commune_link
    ADD CONSTRAINT sub_commune_link_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: sub_commune_version sub_commune_version_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sub_commune_version
    ADD CONSTRAINT sub_commune_version_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: sub_commune_version sub_commune_version_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sub_commune_version
    ADD CONSTRAINT sub_commune_version_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: template_line template_line_indicator_version_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.template_line
    ADD CONSTRAINT template_line_indicator_version_fkey FOREIGN KEY (indicator_version) REFERENCES public.indicator_version(id);


--
-- Name: template_line template_line_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.template_line
    ADD CONSTRAINT template_line_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: template_line template_line_template_version_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.template_line
    ADD CONSTRAINT template_line_template_version_fkey FOREIGN KEY (template_version) REFERENCES public.template_version(id);


--
-- Name: template template_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.template
    ADD CONSTRAINT template_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: template_section template_section_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.template_section
    ADD CONSTRAINT template_section_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: template_section template_section_template_version_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.template_section
    ADD CONSTRAINT template_section_template_version_fkey FOREIGN KEY (template_version) REFERENCES public.template_version(id);


--
-- Name: template_version template_version_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.template_version
    ADD CONSTRAINT template_version_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: template_version template_version_template_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.template_version
    ADD CONSTRAINT template_version_template_code_fkey FOREIGN KEY (template_code) REFERENCES public.template(code);


--
-- Name: territorial_event territorial_event_act_number_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.territorial_event
    ADD CONSTRAINT territorial_event_act_number_fkey FOREIGN KEY (act_number) REFERENCES public.legal_act(number);


--
-- Name: territorial_event territorial_event_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.territorial_event
    ADD CONSTRAINT territorial_event_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: territorial_link territorial_link_event_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.territorial_link
    ADD CONSTRAINT territorial_link_event_id_fkey FOREIGN KEY (event_id) REFERENCES public.territorial_event(id);


--
-- Name: territorial_link territorial_link_from_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.territorial_link
    ADD CONSTRAINT territorial_link_from_unit_id_fkey FOREIGN KEY (from_unit_id) REFERENCES public.unit(id);


--
-- Name: territorial_link territorial_link_local_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.territorial_link
    ADD CONSTRAINT territorial_link_local_province_id_fkey FOREIGN KEY (local_province_id) REFERENCES public.unit(id);


--
-- Name: territorial_link territorial_link_to_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.territorial_link
    ADD CONSTRAINT territorial_link_to_unit_id_fkey FOREIGN KEY (to_unit_id) REFERENCES public.unit(id);


--
-- Name: tile tile_unit_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tile
    ADD CONSTRAINT tile_unit_code_fkey FOREIGN KEY (unit_code) REFERENCES public.unit(code);


--
-- Name: tree_membership tree_membership_member_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tree_membership
    ADD CONSTRAINT tree_membership_member_id_fkey FOREIGN KEY (member_id) REFERENCES public.unit(id);


--
-- Name: tree_membership tree_membership_parent_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tree_membership
    ADD CONSTRAINT tree_membership_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.unit(id);


--
-- Name: tree_membership tree_membership_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tree_membership
    ADD CONSTRAINT tree_membership_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: unit_composition unit_composition_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_composition
    ADD CONSTRAINT unit_composition_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: unit unit_local_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_local_province_id_fkey FOREIGN KEY (local_province_id) REFERENCES public.unit(id);


--
-- Name: unit_size unit_size_province_id_ended_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_size
    ADD CONSTRAINT unit_size_province_id_ended_by_fkey FOREIGN KEY (province_id, ended_by) REFERENCES public.account(province_id, id);


--
-- Name: unit_size unit_size_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_size
    ADD CONSTRAINT unit_size_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: unit_size unit_size_province_id_replaced_by_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_size
    ADD CONSTRAINT unit_size_province_id_replaced_by_id_fkey FOREIGN KEY (province_id, replaced_by_id) REFERENCES public.unit_size(province_id, id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: unit_size unit_size_province_id_stated_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_size
    ADD CONSTRAINT unit_size_province_id_stated_by_fkey FOREIGN KEY (province_id, stated_by) REFERENCES public.account(province_id, id);


--
-- Name: unit_size unit_size_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_size
    ADD CONSTRAINT unit_size_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: unit_version unit_version_act_number_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_version
    ADD CONSTRAINT unit_version_act_number_fkey FOREIGN KEY (act_number) REFERENCES public.legal_act(number);


--
-- Name: unit_version unit_version_parent_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_version
    ADD CONSTRAINT unit_version_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.unit(id);


--
-- Name: unit_version unit_version_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_version
    ADD CONSTRAINT unit_version_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: unit_version unit_version_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_version
    ADD CONSTRAINT unit_version_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: vault_item vault_item_key_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.vault_item
    ADD CONSTRAINT vault_item_key_id_fkey FOREIGN KEY (key_id) REFERENCES public.vault_key(id);


--
-- Name: vault_item vault_item_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.vault_item
    ADD CONSTRAINT vault_item_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: vault_item vault_item_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.vault_item
    ADD CONSTRAINT vault_item_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: visit_initiative visit_initiative_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visit_initiative
    ADD CONSTRAINT visit_initiative_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: visit_initiative visit_initiative_province_id_visit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visit_initiative
    ADD CONSTRAINT visit_initiative_province_id_visit_id_fkey FOREIGN KEY (province_id, visit_id) REFERENCES public.visit(province_id, id);


--
-- Name: visit_initiative visit_initiative_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visit_initiative
    ADD CONSTRAINT visit_initiative_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: visit_plan visit_plan_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visit_plan
    ADD CONSTRAINT visit_plan_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: visit_plan visit_plan_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visit_plan
    ADD CONSTRAINT visit_plan_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: visit visit_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visit
    ADD CONSTRAINT visit_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: visit visit_province_id_plan_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visit
    ADD CONSTRAINT visit_province_id_plan_id_fkey FOREIGN KEY (province_id, plan_id) REFERENCES public.visit_plan(province_id, id);


--
-- Name: visit_stop visit_stop_place_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visit_stop
    ADD CONSTRAINT visit_stop_place_unit_id_fkey FOREIGN KEY (place_unit_id) REFERENCES public.unit(id);


--
-- Name: visit_stop visit_stop_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visit_stop
    ADD CONSTRAINT visit_stop_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: visit_stop visit_stop_province_id_visit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visit_stop
    ADD CONSTRAINT visit_stop_province_id_visit_id_fkey FOREIGN KEY (province_id, visit_id) REFERENCES public.visit(province_id, id);


--
-- Name: visit_stop visit_stop_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visit_stop
    ADD CONSTRAINT visit_stop_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: visit_topic visit_topic_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visit_topic
    ADD CONSTRAINT visit_topic_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: visit visit_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.visit
    ADD CONSTRAINT visit_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: work_item work_item_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.work_item
    ADD CONSTRAINT work_item_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: work_item work_item_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.work_item
    ADD CONSTRAINT work_item_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


--
-- Name: workbook_map workbook_map_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.workbook_map
    ADD CONSTRAINT workbook_map_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


--
-- Name: account; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.account ENABLE ROW LEVEL SECURITY;

--
-- Name: account account_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY account_in_scope ON public.account TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: account_review; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.account_review ENABLE ROW LEVEL SECURITY;

--
-- Name: account_review account_review_of_my_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY account_review_of_my_province ON public.account_review TO kheo_app USING ((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid));


--
-- Name: activity_file; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.activity_file ENABLE ROW LEVEL SECURITY;

--
-- Name: activity_file activity_file_conclusion_is_read_where_the_visit_went; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY activity_file_conclusion_is_read_where_the_visit_went ON public.activity_file FOR SELECT TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (is_conclusion AND (EXISTS ( SELECT
       FROM public.visit v
      WHERE ((v.province_id = activity_file.province_id) AND (v.id = activity_file.record_id))))) THEN true
    ELSE false
END));


--
-- Name: activity_file activity_file_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY activity_file_in_scope ON public.activity_file TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: activity_file activity_file_is_read_by_the_other_side; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY activity_file_is_read_by_the_other_side ON public.activity_file FOR SELECT TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (other_unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid) THEN true
    ELSE false
END));


--
-- Name: activity_file activity_file_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY activity_file_of_predecessors_is_read ON public.activity_file FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: amendment; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.amendment ENABLE ROW LEVEL SECURITY;

--
-- Name: amendment_cell; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.amendment_cell ENABLE ROW LEVEL SECURITY;

--
-- Name: amendment_cell amendment_cell_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY amendment_cell_in_scope ON public.amendment_cell TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: amendment_cell amendment_cell_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY amendment_cell_of_predecessors_is_read ON public.amendment_cell FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: amendment_event; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.amendment_event ENABLE ROW LEVEL SECURITY;

--
-- Name: amendment_event amendment_event_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY amendment_event_in_scope ON public.amendment_event TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: amendment_event amendment_event_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY amendment_event_of_predecessors_is_read ON public.amendment_event FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: amendment_explanation; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.amendment_explanation ENABLE ROW LEVEL SECURITY;

--
-- Name: amendment_explanation amendment_explanation_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY amendment_explanation_in_scope ON public.amendment_explanation TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: amendment_explanation amendment_explanation_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY amendment_explanation_of_predecessors_is_read ON public.amendment_explanation FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: amendment amendment_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY amendment_in_scope ON public.amendment TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: amendment amendment_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY amendment_of_predecessors_is_read ON public.amendment FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: appraisal_appraiser; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.appraisal_appraiser ENABLE ROW LEVEL SECURITY;

--
-- Name: appraisal_appraiser appraisal_appraiser_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY appraisal_appraiser_in_scope ON public.appraisal_appraiser TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: appraisal_mark; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.appraisal_mark ENABLE ROW LEVEL SECURITY;

--
-- Name: appraisal_mark_change; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.appraisal_mark_change ENABLE ROW LEVEL SECURITY;

--
-- Name: appraisal_mark_change appraisal_mark_change_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY appraisal_mark_change_in_scope ON public.appraisal_mark_change TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: appraisal_mark appraisal_mark_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY appraisal_mark_in_scope ON public.appraisal_mark TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: appraisal_round; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.appraisal_round ENABLE ROW LEVEL SECURITY;

--
-- Name: appraisal_round appraisal_round_is_changed_by_its_holder; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY appraisal_round_is_changed_by_its_holder ON public.appraisal_round FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (holder_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: appraisal_round appraisal_round_is_opened_by_its_holder; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY appraisal_round_is_opened_by_its_holder ON public.appraisal_round FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (holder_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: appraisal_round appraisal_round_is_read_where_it_concerns; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY appraisal_round_is_read_where_it_concerns ON public.appraisal_round FOR SELECT TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (holder_id = province_id) OR (holder_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: appraisal_sheet; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.appraisal_sheet ENABLE ROW LEVEL SECURITY;

--
-- Name: appraisal_sheet appraisal_sheet_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY appraisal_sheet_in_scope ON public.appraisal_sheet TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: appraisal_subject; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.appraisal_subject ENABLE ROW LEVEL SECURITY;

--
-- Name: appraisal_subject appraisal_subject_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY appraisal_subject_in_scope ON public.appraisal_subject TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: audit; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.audit ENABLE ROW LEVEL SECURITY;

--
-- Name: audit_head; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.audit_head ENABLE ROW LEVEL SECURITY;

--
-- Name: audit_head audit_head_of_my_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY audit_head_of_my_province ON public.audit_head USING ((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid));


--
-- Name: audit audit_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY audit_in_scope ON public.audit TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: award; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.award ENABLE ROW LEVEL SECURITY;

--
-- Name: award_book; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.award_book ENABLE ROW LEVEL SECURITY;

--
-- Name: award_book award_book_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY award_book_in_scope ON public.award_book TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: award_book award_book_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY award_book_of_predecessors_is_read ON public.award_book FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: award_file; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.award_file ENABLE ROW LEVEL SECURITY;

--
-- Name: award_file award_file_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY award_file_in_scope ON public.award_file TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: award_file award_file_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY award_file_of_predecessors_is_read ON public.award_file FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: award award_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY award_in_scope ON public.award TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: award_move; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.award_move ENABLE ROW LEVEL SECURITY;

--
-- Name: award_move award_move_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY award_move_in_scope ON public.award_move TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: award_move award_move_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY award_move_of_predecessors_is_read ON public.award_move FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: award award_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY award_of_predecessors_is_read ON public.award FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: body_link; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.body_link ENABLE ROW LEVEL SECURITY;

--
-- Name: body_link body_link_is_read_by_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY body_link_is_read_by_all ON public.body_link FOR SELECT TO kheo_app USING (true);


--
-- Name: body_link body_link_is_voided_by_its_unit; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY body_link_is_voided_by_its_unit ON public.body_link FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: body_link body_link_is_written_by_its_unit; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY body_link_is_written_by_its_unit ON public.body_link FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: body_version; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.body_version ENABLE ROW LEVEL SECURITY;

--
-- Name: body_version body_version_is_read_by_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY body_version_is_read_by_all ON public.body_version FOR SELECT TO kheo_app USING (true);


--
-- Name: body_version body_version_is_voided_by_its_unit; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY body_version_is_voided_by_its_unit ON public.body_version FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: body_version body_version_is_written_by_its_unit; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY body_version_is_written_by_its_unit ON public.body_version FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: brief_choice; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.brief_choice ENABLE ROW LEVEL SECURITY;

--
-- Name: brief_choice brief_choice_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY brief_choice_in_scope ON public.brief_choice TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: calendar_confirmation; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.calendar_confirmation ENABLE ROW LEVEL SECURITY;

--
-- Name: calendar_confirmation calendar_confirmation_is_ended_in_my_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY calendar_confirmation_is_ended_in_my_province ON public.calendar_confirmation FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: calendar_confirmation calendar_confirmation_is_read_in_my_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY calendar_confirmation_is_read_in_my_province ON public.calendar_confirmation FOR SELECT TO kheo_app USING ((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid));


--
-- Name: calendar_confirmation calendar_confirmation_is_written_in_my_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY calendar_confirmation_is_written_in_my_province ON public.calendar_confirmation FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: calendar_notice; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.calendar_notice ENABLE ROW LEVEL SECURITY;

--
-- Name: calendar_notice_day; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.calendar_notice_day ENABLE ROW LEVEL SECURITY;

--
-- Name: calendar_notice_day calendar_notice_day_is_read_in_my_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY calendar_notice_day_is_read_in_my_province ON public.calendar_notice_day FOR SELECT TO kheo_app USING ((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid));


--
-- Name: calendar_notice_day calendar_notice_day_is_written_in_my_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY calendar_notice_day_is_written_in_my_province ON public.calendar_notice_day FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: calendar_notice calendar_notice_is_locked_in_my_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY calendar_notice_is_locked_in_my_province ON public.calendar_notice FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: calendar_notice calendar_notice_is_read_in_my_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY calendar_notice_is_read_in_my_province ON public.calendar_notice FOR SELECT TO kheo_app USING ((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid));


--
-- Name: calendar_notice calendar_notice_is_written_in_my_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY calendar_notice_is_written_in_my_province ON public.calendar_notice FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: campaign; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.campaign ENABLE ROW LEVEL SECURITY;

--
-- Name: campaign campaign_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY campaign_in_scope ON public.campaign TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: campaign campaign_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY campaign_of_predecessors_is_read ON public.campaign FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: campaign campaign_of_the_province_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY campaign_of_the_province_is_read ON public.campaign FOR SELECT TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (unit_id = province_id) THEN true
    ELSE false
END));


--
-- Name: ceremony; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ceremony ENABLE ROW LEVEL SECURITY;

--
-- Name: ceremony_award; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.ceremony_award ENABLE ROW LEVEL SECURITY;

--
-- Name: ceremony_award ceremony_award_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY ceremony_award_in_scope ON public.ceremony_award TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: ceremony_award ceremony_award_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY ceremony_award_of_predecessors_is_read ON public.ceremony_award FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: ceremony ceremony_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY ceremony_in_scope ON public.ceremony TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: ceremony ceremony_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY ceremony_of_predecessors_is_read ON public.ceremony FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: check_rule_version; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.check_rule_version ENABLE ROW LEVEL SECURITY;

--
-- Name: check_rule_version check_rule_version_is_read_in_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY check_rule_version_is_read_in_its_province ON public.check_rule_version FOR SELECT TO kheo_app USING ((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid));


--
-- Name: check_rule_version check_rule_version_is_written_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY check_rule_version_is_written_by_its_province ON public.check_rule_version FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: commendation_setting; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.commendation_setting ENABLE ROW LEVEL SECURITY;

--
-- Name: commendation_setting commendation_setting_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY commendation_setting_is_read ON public.commendation_setting FOR SELECT TO kheo_app USING ((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid));


--
-- Name: commendation_setting commendation_setting_of_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY commendation_setting_of_province ON public.commendation_setting TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: commitment; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.commitment ENABLE ROW LEVEL SECURITY;

--
-- Name: commitment_event; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.commitment_event ENABLE ROW LEVEL SECURITY;

--
-- Name: commitment_event commitment_event_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY commitment_event_in_scope ON public.commitment_event TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: commitment_event commitment_event_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY commitment_event_of_predecessors_is_read ON public.commitment_event FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: commitment_file; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.commitment_file ENABLE ROW LEVEL SECURITY;

--
-- Name: commitment_file commitment_file_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY commitment_file_in_scope ON public.commitment_file TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: commitment_file commitment_file_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY commitment_file_of_predecessors_is_read ON public.commitment_file FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: commitment commitment_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY commitment_in_scope ON public.commitment TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: commitment commitment_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY commitment_of_predecessors_is_read ON public.commitment FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: contact; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.contact ENABLE ROW LEVEL SECURITY;

--
-- Name: contact contact_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY contact_in_scope ON public.contact TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: contest; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.contest ENABLE ROW LEVEL SECURITY;

--
-- Name: contest contest_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY contest_in_scope ON public.contest TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: contest contest_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY contest_of_predecessors_is_read ON public.contest FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: contest contest_of_the_province_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY contest_of_the_province_is_read ON public.contest FOR SELECT TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (unit_id = province_id) THEN true
    ELSE false
END));


--
-- Name: count_correction; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.count_correction ENABLE ROW LEVEL SECURITY;

--
-- Name: count_correction count_correction_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY count_correction_in_scope ON public.count_correction TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: count_correction count_correction_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY count_correction_of_predecessors_is_read ON public.count_correction FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: counted_fact; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.counted_fact ENABLE ROW LEVEL SECURITY;

--
-- Name: counted_fact counted_fact_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY counted_fact_in_scope ON public.counted_fact TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: counted_fact counted_fact_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY counted_fact_of_predecessors_is_read ON public.counted_fact FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: dialogue; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.dialogue ENABLE ROW LEVEL SECURITY;

--
-- Name: dialogue dialogue_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY dialogue_in_scope ON public.dialogue TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: dialogue dialogue_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY dialogue_of_predecessors_is_read ON public.dialogue FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: dialogue_publication; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.dialogue_publication ENABLE ROW LEVEL SECURITY;

--
-- Name: dialogue_publication dialogue_publication_is_read_by_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY dialogue_publication_is_read_by_all ON public.dialogue_publication FOR SELECT TO kheo_app USING (true);


--
-- Name: dialogue_publication dialogue_publication_is_rewritten_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY dialogue_publication_is_rewritten_in_scope ON public.dialogue_publication FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: dialogue_publication dialogue_publication_is_written_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY dialogue_publication_is_written_in_scope ON public.dialogue_publication FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: dialogue_question; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.dialogue_question ENABLE ROW LEVEL SECURITY;

--
-- Name: dialogue_question dialogue_question_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY dialogue_question_in_scope ON public.dialogue_question TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: dialogue_question dialogue_question_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY dialogue_question_of_predecessors_is_read ON public.dialogue_question FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: dialogue_session; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.dialogue_session ENABLE ROW LEVEL SECURITY;

--
-- Name: dialogue_session dialogue_session_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY dialogue_session_in_scope ON public.dialogue_session TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: dialogue_session dialogue_session_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY dialogue_session_of_predecessors_is_read ON public.dialogue_session FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: directive_file; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.directive_file ENABLE ROW LEVEL SECURITY;

--
-- Name: directive_file directive_file_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY directive_file_in_scope ON public.directive_file TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: directive_file directive_file_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY directive_file_of_predecessors_is_read ON public.directive_file FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: directive_file directive_file_of_the_province_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY directive_file_of_the_province_is_read ON public.directive_file FOR SELECT TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (unit_id = province_id) THEN true
    ELSE false
END));


--
-- Name: directive_publication; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.directive_publication ENABLE ROW LEVEL SECURITY;

--
-- Name: directive_publication directive_publication_is_read_by_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY directive_publication_is_read_by_all ON public.directive_publication FOR SELECT TO kheo_app USING (true);


--
-- Name: directive_publication directive_publication_is_written_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY directive_publication_is_written_in_scope ON public.directive_publication TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: directive_review; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.directive_review ENABLE ROW LEVEL SECURITY;

--
-- Name: directive_review directive_review_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY directive_review_in_scope ON public.directive_review TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: directive_review directive_review_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY directive_review_of_predecessors_is_read ON public.directive_review FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: directive_review directive_review_of_the_province_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY directive_review_of_the_province_is_read ON public.directive_review FOR SELECT TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (unit_id = province_id) THEN true
    ELSE false
END));


--
-- Name: document_number; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.document_number ENABLE ROW LEVEL SECURITY;

--
-- Name: document_number document_number_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY document_number_in_scope ON public.document_number TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: document_number document_number_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY document_number_of_predecessors_is_read ON public.document_number FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: duty; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.duty ENABLE ROW LEVEL SECURITY;

--
-- Name: duty duty_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY duty_in_scope ON public.duty TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: duty duty_is_taken_back_only_where_it_followed; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY duty_is_taken_back_only_where_it_followed ON public.duty AS RESTRICTIVE FOR DELETE TO kheo_app USING ((follows_duty_id IS NOT NULL));


--
-- Name: entry_step; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.entry_step ENABLE ROW LEVEL SECURITY;

--
-- Name: entry_step entry_step_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY entry_step_in_scope ON public.entry_step TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: figure_change; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.figure_change ENABLE ROW LEVEL SECURITY;

--
-- Name: figure_change figure_change_for_the_cube; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY figure_change_for_the_cube ON public.figure_change FOR SELECT TO kheo_reader USING (true);


--
-- Name: figure_change figure_change_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY figure_change_in_scope ON public.figure_change TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: figure_change figure_change_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY figure_change_of_predecessors_is_read ON public.figure_change FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: figure_clock; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.figure_clock ENABLE ROW LEVEL SECURITY;

--
-- Name: figure_clock figure_clock_for_the_cube; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY figure_clock_for_the_cube ON public.figure_clock FOR SELECT TO kheo_reader USING (true);


--
-- Name: figure_clock figure_clock_of_my_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY figure_clock_of_my_province ON public.figure_clock TO kheo_app USING ((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid));


--
-- Name: figure_set; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.figure_set ENABLE ROW LEVEL SECURITY;

--
-- Name: figure_set figure_set_for_the_cube; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY figure_set_for_the_cube ON public.figure_set FOR SELECT TO kheo_reader USING (true);


--
-- Name: figure_set figure_set_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY figure_set_in_scope ON public.figure_set TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: figure_set figure_set_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY figure_set_of_predecessors_is_read ON public.figure_set FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: figure_target; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.figure_target ENABLE ROW LEVEL SECURITY;

--
-- Name: figure_target figure_target_is_moved_by_its_hand; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY figure_target_is_moved_by_its_hand ON public.figure_target FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN ((set_by = 'superior'::text) OR (unit_id = province_id))
    WHEN (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid) THEN (set_by = 'own'::text)
    ELSE false
END));


--
-- Name: figure_target figure_target_is_read_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY figure_target_is_read_in_scope ON public.figure_target FOR SELECT TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: figure_target figure_target_is_written_by_its_hand; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY figure_target_is_written_by_its_hand ON public.figure_target FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN ((set_by = 'superior'::text) OR (unit_id = province_id))
    WHEN (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid) THEN (set_by = 'own'::text)
    ELSE false
END));


--
-- Name: figure_target figure_target_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY figure_target_of_predecessors_is_read ON public.figure_target FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: figure_target_version; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.figure_target_version ENABLE ROW LEVEL SECURITY;

--
-- Name: figure_target_version figure_target_version_is_read_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY figure_target_version_is_read_in_scope ON public.figure_target_version FOR SELECT TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: figure_target_version figure_target_version_is_written_by_its_hand; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY figure_target_version_is_written_by_its_hand ON public.figure_target_version FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN ((set_by = 'superior'::text) OR (unit_id = province_id))
    WHEN (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid) THEN (set_by = 'own'::text)
    ELSE false
END));


--
-- Name: figure_target_version figure_target_version_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY figure_target_version_of_predecessors_is_read ON public.figure_target_version FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: figure_value; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.figure_value ENABLE ROW LEVEL SECURITY;

--
-- Name: figure_value figure_value_for_the_cube; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY figure_value_for_the_cube ON public.figure_value FOR SELECT TO kheo_reader USING (true);


--
-- Name: figure_value figure_value_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY figure_value_in_scope ON public.figure_value TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: figure_value figure_value_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY figure_value_of_predecessors_is_read ON public.figure_value FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: finding; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.finding ENABLE ROW LEVEL SECURITY;

--
-- Name: finding finding_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY finding_in_scope ON public.finding TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: finding finding_is_answered_by_its_owner; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY finding_is_answered_by_its_owner ON public.finding FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (owner_unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid) THEN true
    ELSE false
END));


--
-- Name: finding finding_is_read_by_its_owner; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY finding_is_read_by_its_owner ON public.finding FOR SELECT TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (owner_unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid) THEN true
    ELSE false
END));


--
-- Name: finding_move; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.finding_move ENABLE ROW LEVEL SECURITY;

--
-- Name: finding_move finding_move_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY finding_move_in_scope ON public.finding_move TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: finding_move finding_move_is_read_by_both; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY finding_move_is_read_by_both ON public.finding_move FOR SELECT TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (((NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid = visitor_unit_id) OR ((NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid = owner_unit_id)) THEN true
    ELSE false
END));


--
-- Name: finding_move finding_move_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY finding_move_of_predecessors_is_read ON public.finding_move FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: finding finding_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY finding_of_predecessors_is_read ON public.finding FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: follow_up; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.follow_up ENABLE ROW LEVEL SECURITY;

--
-- Name: follow_up follow_up_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY follow_up_in_scope ON public.follow_up TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: follow_up follow_up_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY follow_up_of_predecessors_is_read ON public.follow_up FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: follow_up_past; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.follow_up_past ENABLE ROW LEVEL SECURITY;

--
-- Name: follow_up_past follow_up_past_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY follow_up_past_in_scope ON public.follow_up_past TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: follow_up_past follow_up_past_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY follow_up_past_of_predecessors_is_read ON public.follow_up_past FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: formula; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.formula ENABLE ROW LEVEL SECURITY;

--
-- Name: formula formula_is_changed_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY formula_is_changed_by_its_province ON public.formula FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: formula formula_is_defined_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY formula_is_defined_by_its_province ON public.formula FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: formula formula_is_read_in_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY formula_is_read_in_its_province ON public.formula FOR SELECT TO kheo_app USING ((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid));


--
-- Name: formula_version; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.formula_version ENABLE ROW LEVEL SECURITY;

--
-- Name: formula_version formula_version_is_read_in_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY formula_version_is_read_in_its_province ON public.formula_version FOR SELECT TO kheo_app USING ((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid));


--
-- Name: formula_version formula_version_is_written_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY formula_version_is_written_by_its_province ON public.formula_version FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: handover; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.handover ENABLE ROW LEVEL SECURITY;

--
-- Name: handover handover_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY handover_in_scope ON public.handover TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: initiative; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.initiative ENABLE ROW LEVEL SECURITY;

--
-- Name: initiative_file; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.initiative_file ENABLE ROW LEVEL SECURITY;

--
-- Name: initiative_file initiative_file_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY initiative_file_in_scope ON public.initiative_file TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: initiative_file initiative_file_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY initiative_file_of_predecessors_is_read ON public.initiative_file FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: initiative initiative_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY initiative_in_scope ON public.initiative TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: initiative_move; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.initiative_move ENABLE ROW LEVEL SECURITY;

--
-- Name: initiative_move initiative_move_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY initiative_move_in_scope ON public.initiative_move TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: initiative_move initiative_move_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY initiative_move_of_predecessors_is_read ON public.initiative_move FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: initiative initiative_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY initiative_of_predecessors_is_read ON public.initiative FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: initiative_setting; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.initiative_setting ENABLE ROW LEVEL SECURITY;

--
-- Name: initiative_setting initiative_setting_is_changed_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY initiative_setting_is_changed_by_its_province ON public.initiative_setting FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: initiative_setting initiative_setting_is_read_in_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY initiative_setting_is_read_in_its_province ON public.initiative_setting FOR SELECT TO kheo_app USING ((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid));


--
-- Name: initiative_setting initiative_setting_is_written_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY initiative_setting_is_written_by_its_province ON public.initiative_setting FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: initiative_window; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.initiative_window ENABLE ROW LEVEL SECURITY;

--
-- Name: initiative_window initiative_window_is_changed_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY initiative_window_is_changed_by_its_province ON public.initiative_window FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: initiative_window initiative_window_is_read_in_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY initiative_window_is_read_in_its_province ON public.initiative_window FOR SELECT TO kheo_app USING ((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid));


--
-- Name: initiative_window initiative_window_is_written_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY initiative_window_is_written_by_its_province ON public.initiative_window FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: initiative_year; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.initiative_year ENABLE ROW LEVEL SECURITY;

--
-- Name: initiative_year initiative_year_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY initiative_year_in_scope ON public.initiative_year TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: initiative_year initiative_year_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY initiative_year_of_predecessors_is_read ON public.initiative_year FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: issuing_words; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.issuing_words ENABLE ROW LEVEL SECURITY;

--
-- Name: issuing_words issuing_words_are_read_by_everybody; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY issuing_words_are_read_by_everybody ON public.issuing_words FOR SELECT TO kheo_app USING (true);


--
-- Name: issuing_words issuing_words_are_set_by_the_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY issuing_words_are_set_by_the_province ON public.issuing_words FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: issuing_words issuing_words_are_withdrawn_by_the_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY issuing_words_are_withdrawn_by_the_province ON public.issuing_words FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: legal_act; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.legal_act ENABLE ROW LEVEL SECURITY;

--
-- Name: legal_act legal_act_is_read_by_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY legal_act_is_read_by_all ON public.legal_act FOR SELECT TO kheo_app, kheo_reader USING (true);


--
-- Name: legal_act legal_act_is_taken_back_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY legal_act_is_taken_back_by_its_province ON public.legal_act FOR DELETE TO kheo_app USING (((local_province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: legal_act legal_act_is_written_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY legal_act_is_written_by_its_province ON public.legal_act FOR INSERT TO kheo_app WITH CHECK (((local_province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: library_draft; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.library_draft ENABLE ROW LEVEL SECURITY;

--
-- Name: library_draft library_draft_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY library_draft_in_scope ON public.library_draft TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: library_page; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.library_page ENABLE ROW LEVEL SECURITY;

--
-- Name: library_page library_page_is_changed_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY library_page_is_changed_in_scope ON public.library_page FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: library_page library_page_is_read_by_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY library_page_is_read_by_all ON public.library_page FOR SELECT TO kheo_app USING (true);


--
-- Name: library_page library_page_is_written_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY library_page_is_written_in_scope ON public.library_page FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: library_photo; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.library_photo ENABLE ROW LEVEL SECURITY;

--
-- Name: library_photo library_photo_is_read_by_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY library_photo_is_read_by_all ON public.library_photo FOR SELECT TO kheo_app USING (true);


--
-- Name: library_photo library_photo_is_written_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY library_photo_is_written_in_scope ON public.library_photo FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: library_photo library_photo_leaves_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY library_photo_leaves_in_scope ON public.library_photo FOR DELETE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: local_directive; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.local_directive ENABLE ROW LEVEL SECURITY;

--
-- Name: local_directive local_directive_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY local_directive_in_scope ON public.local_directive TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: local_directive local_directive_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY local_directive_of_predecessors_is_read ON public.local_directive FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: local_directive local_directive_of_the_province_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY local_directive_of_the_province_is_read ON public.local_directive FOR SELECT TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (unit_id = province_id) THEN true
    ELSE false
END));


--
-- Name: mail; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.mail ENABLE ROW LEVEL SECURITY;

--
-- Name: mail mail_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY mail_in_scope ON public.mail TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: meeting; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.meeting ENABLE ROW LEVEL SECURITY;

--
-- Name: meeting meeting_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY meeting_in_scope ON public.meeting TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: meeting meeting_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY meeting_of_predecessors_is_read ON public.meeting FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: meeting_speech; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.meeting_speech ENABLE ROW LEVEL SECURITY;

--
-- Name: meeting_speech meeting_speech_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY meeting_speech_in_scope ON public.meeting_speech TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: meeting_speech meeting_speech_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY meeting_speech_of_predecessors_is_read ON public.meeting_speech FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: meeting_task; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.meeting_task ENABLE ROW LEVEL SECURITY;

--
-- Name: meeting_task meeting_task_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY meeting_task_in_scope ON public.meeting_task TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: meeting_task meeting_task_is_read_by_its_owner; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY meeting_task_is_read_by_its_owner ON public.meeting_task FOR SELECT TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (owner_unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid) THEN true
    ELSE false
END));


--
-- Name: meeting_task meeting_task_is_reported_by_its_owner; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY meeting_task_is_reported_by_its_owner ON public.meeting_task FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (owner_unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid) THEN true
    ELSE false
END));


--
-- Name: meeting_task meeting_task_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY meeting_task_of_predecessors_is_read ON public.meeting_task FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: notice; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.notice ENABLE ROW LEVEL SECURITY;

--
-- Name: notice notice_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY notice_in_scope ON public.notice TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: notice_setting; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.notice_setting ENABLE ROW LEVEL SECURITY;

--
-- Name: notice_setting notice_setting_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY notice_setting_in_scope ON public.notice_setting TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: numbering; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.numbering ENABLE ROW LEVEL SECURITY;

--
-- Name: numbering numbering_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY numbering_in_scope ON public.numbering TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: obligation; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.obligation ENABLE ROW LEVEL SECURITY;

--
-- Name: obligation_clock; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.obligation_clock ENABLE ROW LEVEL SECURITY;

--
-- Name: obligation_clock obligation_clock_is_read_in_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY obligation_clock_is_read_in_its_province ON public.obligation_clock FOR SELECT TO kheo_app USING ((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid));


--
-- Name: obligation_clock obligation_clock_is_written_by_the_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY obligation_clock_is_written_by_the_province ON public.obligation_clock TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: obligation_extension; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.obligation_extension ENABLE ROW LEVEL SECURITY;

--
-- Name: obligation_extension obligation_extension_is_changed_by_the_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY obligation_extension_is_changed_by_the_province ON public.obligation_extension FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: obligation_extension obligation_extension_is_read_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY obligation_extension_is_read_in_scope ON public.obligation_extension FOR SELECT TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: obligation_extension obligation_extension_is_written_by_the_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY obligation_extension_is_written_by_the_province ON public.obligation_extension FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: obligation obligation_is_changed_by_the_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY obligation_is_changed_by_the_province ON public.obligation FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: obligation obligation_is_read_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY obligation_is_read_in_scope ON public.obligation FOR SELECT TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: obligation obligation_is_written_by_the_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY obligation_is_written_by_the_province ON public.obligation FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: obligation_rule; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.obligation_rule ENABLE ROW LEVEL SECURITY;

--
-- Name: obligation_rule obligation_rule_is_read_in_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY obligation_rule_is_read_in_its_province ON public.obligation_rule FOR SELECT TO kheo_app USING ((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid));


--
-- Name: obligation_rule obligation_rule_is_written_by_the_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY obligation_rule_is_written_by_the_province ON public.obligation_rule TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: period_closing; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.period_closing ENABLE ROW LEVEL SECURITY;

--
-- Name: period_closing_gap; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.period_closing_gap ENABLE ROW LEVEL SECURITY;

--
-- Name: period_closing_gap period_closing_gap_is_read_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY period_closing_gap_is_read_in_scope ON public.period_closing_gap FOR SELECT TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: period_closing_gap period_closing_gap_is_written_by_the_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY period_closing_gap_is_written_by_the_province ON public.period_closing_gap FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: period_closing period_closing_is_read_in_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY period_closing_is_read_in_its_province ON public.period_closing FOR SELECT TO kheo_app USING ((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid));


--
-- Name: period_closing period_closing_is_written_by_the_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY period_closing_is_written_by_the_province ON public.period_closing TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: pledge; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.pledge ENABLE ROW LEVEL SECURITY;

--
-- Name: pledge pledge_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY pledge_in_scope ON public.pledge TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: pledge pledge_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY pledge_of_predecessors_is_read ON public.pledge FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: pledge pledge_of_the_province_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY pledge_of_the_province_is_read ON public.pledge FOR SELECT TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (unit_id = province_id) THEN true
    ELSE false
END));


--
-- Name: praise; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.praise ENABLE ROW LEVEL SECURITY;

--
-- Name: praise praise_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY praise_in_scope ON public.praise TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: praise praise_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY praise_of_predecessors_is_read ON public.praise FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: province_movement_word; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.province_movement_word ENABLE ROW LEVEL SECURITY;

--
-- Name: province_movement_word province_movement_word_is_added_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY province_movement_word_is_added_by_its_province ON public.province_movement_word FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: province_movement_word province_movement_word_is_changed_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY province_movement_word_is_changed_by_its_province ON public.province_movement_word FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: province_movement_word province_movement_word_is_read_by_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY province_movement_word_is_read_by_all ON public.province_movement_word FOR SELECT TO kheo_app USING (true);


--
-- Name: province_pattern; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.province_pattern ENABLE ROW LEVEL SECURITY;

--
-- Name: province_pattern province_pattern_is_changed_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY province_pattern_is_changed_by_its_province ON public.province_pattern FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: province_pattern province_pattern_is_read_by_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY province_pattern_is_read_by_all ON public.province_pattern FOR SELECT TO kheo_app USING (true);


--
-- Name: province_pattern province_pattern_is_stated_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY province_pattern_is_stated_by_its_province ON public.province_pattern FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: public_clock; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.public_clock ENABLE ROW LEVEL SECURITY;

--
-- Name: public_clock public_clock_is_begun_in_my_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY public_clock_is_begun_in_my_province ON public.public_clock FOR INSERT TO kheo_app WITH CHECK ((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid));


--
-- Name: public_clock public_clock_is_moved_in_my_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY public_clock_is_moved_in_my_province ON public.public_clock FOR UPDATE TO kheo_app USING ((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid));


--
-- Name: public_clock public_clock_is_read_by_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY public_clock_is_read_by_all ON public.public_clock FOR SELECT TO kheo_app USING (true);


--
-- Name: publication; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.publication ENABLE ROW LEVEL SECURITY;

--
-- Name: publication_file; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.publication_file ENABLE ROW LEVEL SECURITY;

--
-- Name: publication_file publication_file_is_read_by_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY publication_file_is_read_by_all ON public.publication_file FOR SELECT TO kheo_app USING (true);


--
-- Name: publication_file publication_file_is_withdrawn_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY publication_file_is_withdrawn_in_scope ON public.publication_file FOR DELETE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: publication_file publication_file_is_written_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY publication_file_is_written_in_scope ON public.publication_file FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: publication publication_is_read_by_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY publication_is_read_by_all ON public.publication FOR SELECT TO kheo_app USING (true);


--
-- Name: publication publication_is_rewritten_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY publication_is_rewritten_in_scope ON public.publication FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: publication publication_is_withdrawn_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY publication_is_withdrawn_in_scope ON public.publication FOR DELETE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: publication publication_is_written_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY publication_is_written_in_scope ON public.publication FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: publication_plan; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.publication_plan ENABLE ROW LEVEL SECURITY;

--
-- Name: publication_plan publication_plan_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY publication_plan_in_scope ON public.publication_plan TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: publication_version; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.publication_version ENABLE ROW LEVEL SECURITY;

--
-- Name: publication_version publication_version_is_read_by_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY publication_version_is_read_by_all ON public.publication_version FOR SELECT TO kheo_app USING (true);


--
-- Name: publication_version publication_version_is_withdrawn_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY publication_version_is_withdrawn_in_scope ON public.publication_version FOR DELETE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: publication_version publication_version_is_written_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY publication_version_is_written_in_scope ON public.publication_version FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: publication_withdrawal; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.publication_withdrawal ENABLE ROW LEVEL SECURITY;

--
-- Name: publication_withdrawal publication_withdrawal_is_read_by_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY publication_withdrawal_is_read_by_all ON public.publication_withdrawal FOR SELECT TO kheo_app USING (true);


--
-- Name: publication_withdrawal publication_withdrawal_is_withdrawn_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY publication_withdrawal_is_withdrawn_in_scope ON public.publication_withdrawal FOR DELETE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: publication_withdrawal publication_withdrawal_is_written_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY publication_withdrawal_is_written_in_scope ON public.publication_withdrawal FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: reference_hold; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.reference_hold ENABLE ROW LEVEL SECURITY;

--
-- Name: reference_hold reference_hold_is_read_by_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY reference_hold_is_read_by_all ON public.reference_hold FOR SELECT TO kheo_app, kheo_reader USING (true);


--
-- Name: reference_hold reference_hold_is_taken_back_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY reference_hold_is_taken_back_by_its_province ON public.reference_hold FOR DELETE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: reference_hold reference_hold_is_written_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY reference_hold_is_written_by_its_province ON public.reference_hold FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END AND (EXISTS ( SELECT
   FROM public.unit_version w
  WHERE (((w.unit_id)::text = reference_hold.group_key) AND (w.province_id = reference_hold.province_id))))));


--
-- Name: reminder_ladder; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.reminder_ladder ENABLE ROW LEVEL SECURITY;

--
-- Name: reminder_ladder reminder_ladder_of_the_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY reminder_ladder_of_the_province ON public.reminder_ladder TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: reorganisation; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.reorganisation ENABLE ROW LEVEL SECURITY;

--
-- Name: reorganisation reorganisation_of_my_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY reorganisation_of_my_province ON public.reorganisation TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: reorganisation_task; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.reorganisation_task ENABLE ROW LEVEL SECURITY;

--
-- Name: reorganisation_task reorganisation_task_of_my_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY reorganisation_task_of_my_province ON public.reorganisation_task TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: report; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.report ENABLE ROW LEVEL SECURITY;

--
-- Name: report_copy; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.report_copy ENABLE ROW LEVEL SECURITY;

--
-- Name: report_copy report_copy_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY report_copy_in_scope ON public.report_copy TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: report_copy report_copy_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY report_copy_of_predecessors_is_read ON public.report_copy FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: report_event; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.report_event ENABLE ROW LEVEL SECURITY;

--
-- Name: report_event report_event_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY report_event_in_scope ON public.report_event TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: report_event report_event_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY report_event_of_predecessors_is_read ON public.report_event FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: report_explanation; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.report_explanation ENABLE ROW LEVEL SECURITY;

--
-- Name: report_explanation report_explanation_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY report_explanation_in_scope ON public.report_explanation TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: report_explanation report_explanation_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY report_explanation_of_predecessors_is_read ON public.report_explanation FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: report_file; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.report_file ENABLE ROW LEVEL SECURITY;

--
-- Name: report_file report_file_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY report_file_in_scope ON public.report_file TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: report_file report_file_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY report_file_of_predecessors_is_read ON public.report_file FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: report report_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY report_in_scope ON public.report TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: report_message; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.report_message ENABLE ROW LEVEL SECURITY;

--
-- Name: report_message report_message_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY report_message_in_scope ON public.report_message TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: report_message report_message_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY report_message_of_predecessors_is_read ON public.report_message FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: report report_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY report_of_predecessors_is_read ON public.report FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: report_paragraph; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.report_paragraph ENABLE ROW LEVEL SECURITY;

--
-- Name: report_paragraph report_paragraph_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY report_paragraph_in_scope ON public.report_paragraph TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: report_paragraph report_paragraph_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY report_paragraph_of_predecessors_is_read ON public.report_paragraph FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: report_presence; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.report_presence ENABLE ROW LEVEL SECURITY;

--
-- Name: report_presence report_presence_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY report_presence_in_scope ON public.report_presence TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: report_question; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.report_question ENABLE ROW LEVEL SECURITY;

--
-- Name: report_question report_question_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY report_question_in_scope ON public.report_question TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: report_question report_question_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY report_question_of_predecessors_is_read ON public.report_question FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: report_reminder; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.report_reminder ENABLE ROW LEVEL SECURITY;

--
-- Name: report_reminder report_reminder_is_read_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY report_reminder_is_read_in_scope ON public.report_reminder FOR SELECT TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: report_reminder report_reminder_is_written_by_the_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY report_reminder_is_written_by_the_province ON public.report_reminder FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: report_task; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.report_task ENABLE ROW LEVEL SECURITY;

--
-- Name: report_task report_task_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY report_task_in_scope ON public.report_task TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: report_task report_task_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY report_task_of_predecessors_is_read ON public.report_task FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: report_task_outcome; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.report_task_outcome ENABLE ROW LEVEL SECURITY;

--
-- Name: report_task_outcome report_task_outcome_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY report_task_outcome_in_scope ON public.report_task_outcome TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: report_task_outcome report_task_outcome_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY report_task_outcome_of_predecessors_is_read ON public.report_task_outcome FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: saved_question; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.saved_question ENABLE ROW LEVEL SECURITY;

--
-- Name: saved_question saved_question_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY saved_question_in_scope ON public.saved_question TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: scoring_set; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.scoring_set ENABLE ROW LEVEL SECURITY;

--
-- Name: scoring_set scoring_set_is_changed_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY scoring_set_is_changed_by_its_province ON public.scoring_set FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: scoring_set scoring_set_is_read_in_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY scoring_set_is_read_in_its_province ON public.scoring_set FOR SELECT TO kheo_app USING ((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid));


--
-- Name: scoring_set scoring_set_is_written_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY scoring_set_is_written_by_its_province ON public.scoring_set FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: scoring_set_version; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.scoring_set_version ENABLE ROW LEVEL SECURITY;

--
-- Name: scoring_set_version scoring_set_version_is_changed_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY scoring_set_version_is_changed_by_its_province ON public.scoring_set_version FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: scoring_set_version scoring_set_version_is_read_in_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY scoring_set_version_is_read_in_its_province ON public.scoring_set_version FOR SELECT TO kheo_app USING ((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid));


--
-- Name: scoring_set_version scoring_set_version_is_written_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY scoring_set_version_is_written_by_its_province ON public.scoring_set_version FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: stated_division; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.stated_division ENABLE ROW LEVEL SECURITY;

--
-- Name: stated_division stated_division_is_ended_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY stated_division_is_ended_by_its_province ON public.stated_division FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: stated_division stated_division_is_read_by_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY stated_division_is_read_by_all ON public.stated_division FOR SELECT TO kheo_app, kheo_reader USING (true);


--
-- Name: stated_division stated_division_is_stated_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY stated_division_is_stated_by_its_province ON public.stated_division FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: stated_share; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.stated_share ENABLE ROW LEVEL SECURITY;

--
-- Name: stated_share stated_share_is_read_by_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY stated_share_is_read_by_all ON public.stated_share FOR SELECT TO kheo_app, kheo_reader USING (true);


--
-- Name: stated_share stated_share_is_stated_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY stated_share_is_stated_by_its_province ON public.stated_share FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: structure_clock; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.structure_clock ENABLE ROW LEVEL SECURITY;

--
-- Name: structure_clock structure_clock_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY structure_clock_in_scope ON public.structure_clock TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: structure_word; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.structure_word ENABLE ROW LEVEL SECURITY;

--
-- Name: structure_word structure_word_is_added_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY structure_word_is_added_by_its_province ON public.structure_word FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: structure_word structure_word_is_read_by_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY structure_word_is_read_by_all ON public.structure_word FOR SELECT TO kheo_app USING (true);


--
-- Name: structure_word structure_word_is_retired_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY structure_word_is_retired_by_its_province ON public.structure_word FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: sub_commune_households; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.sub_commune_households ENABLE ROW LEVEL SECURITY;

--
-- Name: sub_commune_households sub_commune_households_is_corrected_by_its_unit; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY sub_commune_households_is_corrected_by_its_unit ON public.sub_commune_households FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: sub_commune_households sub_commune_households_is_read_by_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY sub_commune_households_is_read_by_all ON public.sub_commune_households FOR SELECT TO kheo_app USING (true);


--
-- Name: sub_commune_households sub_commune_households_is_written_by_its_unit; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY sub_commune_households_is_written_by_its_unit ON public.sub_commune_households FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: sub_commune_link; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.sub_commune_link ENABLE ROW LEVEL SECURITY;

--
-- Name: sub_commune_link sub_commune_link_is_corrected_by_its_unit; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY sub_commune_link_is_corrected_by_its_unit ON public.sub_commune_link FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: sub_commune_link sub_commune_link_is_read_by_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY sub_commune_link_is_read_by_all ON public.sub_commune_link FOR SELECT TO kheo_app USING (true);


--
-- Name: sub_commune_link sub_commune_link_is_written_by_its_unit; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY sub_commune_link_is_written_by_its_unit ON public.sub_commune_link FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: sub_commune_version; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.sub_commune_version ENABLE ROW LEVEL SECURITY;

--
-- Name: sub_commune_version sub_commune_version_is_corrected_by_its_unit; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY sub_commune_version_is_corrected_by_its_unit ON public.sub_commune_version FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: sub_commune_version sub_commune_version_is_read_by_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY sub_commune_version_is_read_by_all ON public.sub_commune_version FOR SELECT TO kheo_app USING (true);


--
-- Name: sub_commune_version sub_commune_version_is_written_by_its_unit; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY sub_commune_version_is_written_by_its_unit ON public.sub_commune_version FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: template; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.template ENABLE ROW LEVEL SECURITY;

--
-- Name: template template_for_the_cube; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY template_for_the_cube ON public.template FOR SELECT TO kheo_reader USING (true);


--
-- Name: template template_is_changed_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY template_is_changed_by_its_province ON public.template FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: template template_is_read_in_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY template_is_read_in_its_province ON public.template FOR SELECT TO kheo_app USING (
CASE
    WHEN ((province_id IS NULL) OR (province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: template template_is_written_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY template_is_written_by_its_province ON public.template FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: template_line; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.template_line ENABLE ROW LEVEL SECURITY;

--
-- Name: template_line template_line_for_the_cube; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY template_line_for_the_cube ON public.template_line FOR SELECT TO kheo_reader USING (true);


--
-- Name: template_line template_line_is_read_in_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY template_line_is_read_in_its_province ON public.template_line FOR SELECT TO kheo_app USING (
CASE
    WHEN ((province_id IS NULL) OR (province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: template_line template_line_of_a_draft_is_taken_away; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY template_line_of_a_draft_is_taken_away ON public.template_line FOR DELETE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) AND (EXISTS ( SELECT 1
       FROM public.template_version version
      WHERE ((version.id = template_line.template_version) AND (version.status = 'draft'::text) AND (version.province_id = template_line.province_id))))) THEN true
    ELSE false
END));


--
-- Name: template_line template_line_of_a_draft_is_written; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY template_line_of_a_draft_is_written ON public.template_line FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) AND (EXISTS ( SELECT 1
       FROM public.template_version version
      WHERE ((version.id = template_line.template_version) AND (version.status = 'draft'::text) AND (version.province_id = template_line.province_id))))) THEN true
    ELSE false
END));


--
-- Name: template template_never_used_is_withdrawn; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY template_never_used_is_withdrawn ON public.template FOR DELETE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: template_section; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.template_section ENABLE ROW LEVEL SECURITY;

--
-- Name: template_section template_section_is_read_in_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY template_section_is_read_in_its_province ON public.template_section FOR SELECT TO kheo_app USING (
CASE
    WHEN ((province_id IS NULL) OR (province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: template_section template_section_of_a_draft_is_taken_away; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY template_section_of_a_draft_is_taken_away ON public.template_section FOR DELETE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) AND (EXISTS ( SELECT 1
       FROM public.template_version version
      WHERE ((version.id = template_section.template_version) AND (version.status = 'draft'::text) AND (version.province_id = template_section.province_id))))) THEN true
    ELSE false
END));


--
-- Name: template_section template_section_of_a_draft_is_written; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY template_section_of_a_draft_is_written ON public.template_section FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) AND (EXISTS ( SELECT 1
       FROM public.template_version version
      WHERE ((version.id = template_section.template_version) AND (version.status = 'draft'::text) AND (version.province_id = template_section.province_id))))) THEN true
    ELSE false
END));


--
-- Name: template_version; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.template_version ENABLE ROW LEVEL SECURITY;

--
-- Name: template_version template_version_for_the_cube; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY template_version_for_the_cube ON public.template_version FOR SELECT TO kheo_reader USING (true);


--
-- Name: template_version template_version_is_changed_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY template_version_is_changed_by_its_province ON public.template_version FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: template_version template_version_is_read_in_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY template_version_is_read_in_its_province ON public.template_version FOR SELECT TO kheo_app USING (
CASE
    WHEN ((province_id IS NULL) OR (province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: template_version template_version_is_written_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY template_version_is_written_by_its_province ON public.template_version FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: template_version template_version_that_is_a_draft_is_withdrawn; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY template_version_that_is_a_draft_is_withdrawn ON public.template_version FOR DELETE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) AND (status = 'draft'::text)) THEN true
    ELSE false
END));


--
-- Name: territorial_event; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.territorial_event ENABLE ROW LEVEL SECURITY;

--
-- Name: territorial_event territorial_event_is_read_by_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY territorial_event_is_read_by_all ON public.territorial_event FOR SELECT TO kheo_app, kheo_reader USING (true);


--
-- Name: territorial_event territorial_event_is_taken_back_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY territorial_event_is_taken_back_by_its_province ON public.territorial_event FOR DELETE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: territorial_event territorial_event_is_written_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY territorial_event_is_written_by_its_province ON public.territorial_event FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: territorial_link; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.territorial_link ENABLE ROW LEVEL SECURITY;

--
-- Name: territorial_link territorial_link_is_measured_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY territorial_link_is_measured_by_its_province ON public.territorial_link FOR UPDATE TO kheo_app USING (((local_province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: territorial_link territorial_link_is_read_by_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY territorial_link_is_read_by_all ON public.territorial_link FOR SELECT TO kheo_app, kheo_reader USING (true);


--
-- Name: territorial_link territorial_link_is_taken_back_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY territorial_link_is_taken_back_by_its_province ON public.territorial_link FOR DELETE TO kheo_app USING (((local_province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: territorial_link territorial_link_is_written_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY territorial_link_is_written_by_its_province ON public.territorial_link FOR INSERT TO kheo_app WITH CHECK (((local_province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END AND (EXISTS ( SELECT
   FROM (public.territorial_event e
     JOIN public.unit_version w ON ((upper(w.valid) = e.happened_on)))
  WHERE ((e.id = territorial_link.event_id) AND (e.province_id = territorial_link.local_province_id) AND (w.unit_id = territorial_link.from_unit_id) AND (w.province_id = territorial_link.local_province_id)))) AND (EXISTS ( SELECT
   FROM public.unit u
  WHERE ((u.id = territorial_link.to_unit_id) AND (u.local_province_id = territorial_link.local_province_id))))));


--
-- Name: territory_clock; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.territory_clock ENABLE ROW LEVEL SECURITY;

--
-- Name: territory_clock territory_clock_is_moved_by_a_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY territory_clock_is_moved_by_a_province ON public.territory_clock FOR UPDATE TO kheo_app USING (
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END);


--
-- Name: territory_clock territory_clock_is_read_by_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY territory_clock_is_read_by_all ON public.territory_clock FOR SELECT TO kheo_app, kheo_reader USING (true);


--
-- Name: tree_membership; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.tree_membership ENABLE ROW LEVEL SECURITY;

--
-- Name: tree_membership tree_membership_is_changed_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tree_membership_is_changed_by_its_province ON public.tree_membership FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: tree_membership tree_membership_is_read_by_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tree_membership_is_read_by_all ON public.tree_membership FOR SELECT TO kheo_app, kheo_reader USING (true);


--
-- Name: tree_membership tree_membership_is_stated_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tree_membership_is_stated_by_its_province ON public.tree_membership FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: unit; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.unit ENABLE ROW LEVEL SECURITY;

--
-- Name: unit unit_is_read_by_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY unit_is_read_by_all ON public.unit FOR SELECT TO kheo_app, kheo_reader USING (true);


--
-- Name: unit unit_is_taken_back_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY unit_is_taken_back_by_its_province ON public.unit FOR DELETE TO kheo_app USING (((local_province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: unit unit_is_written_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY unit_is_written_by_its_province ON public.unit FOR INSERT TO kheo_app WITH CHECK (((local_province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: unit_size; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.unit_size ENABLE ROW LEVEL SECURITY;

--
-- Name: unit_size unit_size_is_ended_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY unit_size_is_ended_by_its_province ON public.unit_size FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: unit_size unit_size_is_read_by_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY unit_size_is_read_by_all ON public.unit_size FOR SELECT TO kheo_app USING (true);


--
-- Name: unit_size unit_size_is_stated_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY unit_size_is_stated_by_its_province ON public.unit_size FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: unit_version; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.unit_version ENABLE ROW LEVEL SECURITY;

--
-- Name: unit_version unit_version_ends_in_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY unit_version_ends_in_its_province ON public.unit_version FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: unit_version unit_version_is_read_by_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY unit_version_is_read_by_all ON public.unit_version FOR SELECT TO kheo_app, kheo_reader USING (true);


--
-- Name: unit_version unit_version_is_taken_back_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY unit_version_is_taken_back_by_its_province ON public.unit_version FOR DELETE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END AND is_local));


--
-- Name: unit_version unit_version_is_written_by_its_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY unit_version_is_written_by_its_province ON public.unit_version FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END AND is_local AND (EXISTS ( SELECT
   FROM (public.unit u
     LEFT JOIN public.unit_version w ON (((w.unit_id = u.id) AND (w.tree = unit_version.tree) AND (w.province_id = unit_version.province_id) AND (upper(w.valid) = lower(unit_version.valid)))))
  WHERE ((u.id = unit_version.unit_id) AND ((u.local_province_id = unit_version.province_id) OR (w.unit_id IS NOT NULL))))) AND ((level = 'province'::text) OR (EXISTS ( SELECT
   FROM public.unit_version w
  WHERE ((w.unit_id = unit_version.parent_id) AND (w.province_id = unit_version.province_id)))))));


--
-- Name: vault_item; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.vault_item ENABLE ROW LEVEL SECURITY;

--
-- Name: vault_item vault_item_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY vault_item_in_scope ON public.vault_item TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: visit; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.visit ENABLE ROW LEVEL SECURITY;

--
-- Name: visit visit_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY visit_in_scope ON public.visit TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: visit_initiative; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.visit_initiative ENABLE ROW LEVEL SECURITY;

--
-- Name: visit_initiative visit_initiative_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY visit_initiative_in_scope ON public.visit_initiative TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: visit_initiative visit_initiative_is_read_where_it_went; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY visit_initiative_is_read_where_it_went ON public.visit_initiative FOR SELECT TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT
   FROM public.visit v
  WHERE ((v.province_id = visit_initiative.province_id) AND (v.id = visit_initiative.visit_id)))) AND (EXISTS ( SELECT
   FROM public.initiative i
  WHERE ((i.province_id = visit_initiative.province_id) AND (i.id = visit_initiative.initiative_id))))));


--
-- Name: visit_initiative visit_initiative_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY visit_initiative_of_predecessors_is_read ON public.visit_initiative FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: visit visit_is_read_where_it_went; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY visit_is_read_where_it_went ON public.visit FOR SELECT TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid = ANY (visited_units)) THEN true
    ELSE false
END));


--
-- Name: visit visit_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY visit_of_predecessors_is_read ON public.visit FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: visit_plan; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.visit_plan ENABLE ROW LEVEL SECURITY;

--
-- Name: visit_plan visit_plan_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY visit_plan_in_scope ON public.visit_plan TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: visit_stop; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.visit_stop ENABLE ROW LEVEL SECURITY;

--
-- Name: visit_stop visit_stop_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY visit_stop_in_scope ON public.visit_stop TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: visit_stop visit_stop_is_read_where_it_was; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY visit_stop_is_read_where_it_was ON public.visit_stop FOR SELECT TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (place_unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid) THEN true
    ELSE false
END));


--
-- Name: visit_stop visit_stop_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY visit_stop_of_predecessors_is_read ON public.visit_stop FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: visit_topic; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.visit_topic ENABLE ROW LEVEL SECURITY;

--
-- Name: visit_topic visit_topic_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY visit_topic_in_scope ON public.visit_topic TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: visit_topic visit_topic_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY visit_topic_is_read ON public.visit_topic FOR SELECT TO kheo_app USING ((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid));


--
-- Name: work_item; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.work_item ENABLE ROW LEVEL SECURITY;

--
-- Name: work_item work_item_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY work_item_in_scope ON public.work_item TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
    ELSE false
END));


--
-- Name: work_item work_item_of_predecessors_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY work_item_of_predecessors_is_read ON public.work_item FOR SELECT TO kheo_app USING (
CASE
    WHEN ((unit_id = ANY ((string_to_array(NULLIF(current_setting('app.also_units'::text, true), ''::text), ','::text))::uuid[])) OR (province_id = ANY ((string_to_array(NULLIF(current_setting('app.also_provinces'::text, true), ''::text), ','::text))::uuid[]))) THEN true
    ELSE false
END);


--
-- Name: work_item work_item_of_the_province_is_read; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY work_item_of_the_province_is_read ON public.work_item FOR SELECT TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (unit_id = province_id) THEN true
    ELSE false
END));


--
-- Name: workbook_map; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.workbook_map ENABLE ROW LEVEL SECURITY;

--
-- Name: workbook_map workbook_map_is_dropped_by_the_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY workbook_map_is_dropped_by_the_province ON public.workbook_map FOR UPDATE TO kheo_app USING (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: workbook_map workbook_map_is_made_by_the_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY workbook_map_is_made_by_the_province ON public.workbook_map FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN (current_setting('app.reach'::text, true) = 'province'::text) THEN true
    ELSE false
END));


--
-- Name: workbook_map workbook_map_is_read_in_the_province; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY workbook_map_is_read_in_the_province ON public.workbook_map FOR SELECT TO kheo_app USING ((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid));


--
-- Name: SCHEMA auth; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA auth TO kheo_auth;


--
-- Name: SCHEMA jobs; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA jobs TO kheo_app;


--
-- Name: SCHEMA public; Type: ACL; Schema: -; Owner: -
--

REVOKE USAGE ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO kheo_owner;
GRANT USAGE ON SCHEMA public TO kheo_app;
GRANT USAGE ON SCHEMA public TO kheo_reader;


--
-- Name: FUNCTION enqueue(task text, payload json, key text); Type: ACL; Schema: jobs; Owner: -
--

REVOKE ALL ON FUNCTION jobs.enqueue(task text, payload json, key text) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.enqueue(task text, payload json, key text) TO kheo_app;


--
-- Name: TABLE account; Type: ACL; Schema: auth; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.account TO kheo_auth;


--
-- Name: TABLE kept_post; Type: ACL; Schema: auth; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.kept_post TO kheo_auth;


--
-- Name: TABLE recovery_code; Type: ACL; Schema: auth; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.recovery_code TO kheo_auth;


--
-- Name: TABLE session; Type: ACL; Schema: auth; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.session TO kheo_auth;


--
-- Name: TABLE session_state; Type: ACL; Schema: auth; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.session_state TO kheo_auth;


--
-- Name: TABLE sign_in_attempt; Type: ACL; Schema: auth; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.sign_in_attempt TO kheo_auth;


--
-- Name: TABLE totp_step_used; Type: ACL; Schema: auth; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.totp_step_used TO kheo_auth;


--
-- Name: TABLE "twoFactor"; Type: ACL; Schema: auth; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth."twoFactor" TO kheo_auth;


--
-- Name: TABLE "user"; Type: ACL; Schema: auth; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth."user" TO kheo_auth;


--
-- Name: TABLE verification; Type: ACL; Schema: auth; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.verification TO kheo_auth;


--
-- Name: TABLE account; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.account TO kheo_app;


--
-- Name: TABLE account_review; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.account_review TO kheo_app;


--
-- Name: TABLE activity_file; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.activity_file TO kheo_app;


--
-- Name: TABLE amendment; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.amendment TO kheo_app;


--
-- Name: TABLE amendment_cell; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.amendment_cell TO kheo_app;


--
-- Name: TABLE amendment_event; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.amendment_event TO kheo_app;


--
-- Name: TABLE amendment_explanation; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.amendment_explanation TO kheo_app;


--
-- Name: TABLE appraisal_appraiser; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.appraisal_appraiser TO kheo_app;


--
-- Name: TABLE appraisal_mark; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.appraisal_mark TO kheo_app;


--
-- Name: TABLE appraisal_mark_change; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.appraisal_mark_change TO kheo_app;


--
-- Name: TABLE appraisal_round; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.appraisal_round TO kheo_app;


--
-- Name: TABLE appraisal_sheet; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.appraisal_sheet TO kheo_app;


--
-- Name: TABLE appraisal_subject; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.appraisal_subject TO kheo_app;


--
-- Name: TABLE audit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.audit TO kheo_app;


--
-- Name: TABLE audit_head; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.audit_head TO kheo_app;


--
-- Name: TABLE award; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.award TO kheo_app;


--
-- Name: TABLE award_book; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.award_book TO kheo_app;


--
-- Name: TABLE award_file; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.award_file TO kheo_app;


--
-- Name: TABLE award_move; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.award_move TO kheo_app;


--
-- Name: TABLE body_function; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.body_function TO kheo_app;


--
-- Name: TABLE body_kind; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.body_kind TO kheo_app;


--
-- Name: TABLE body_link; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.body_link TO kheo_app;


--
-- Name: TABLE body_pattern; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.body_pattern TO kheo_app;


--
-- Name: TABLE body_version; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.body_version TO kheo_app;


--
-- Name: TABLE boundary; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.boundary TO kheo_app;


--
-- Name: TABLE boundary_file; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.boundary_file TO kheo_app;


--
-- Name: TABLE brief_choice; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.brief_choice TO kheo_app;


--
-- Name: TABLE brief_default; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.brief_default TO kheo_app;


--
-- Name: TABLE calendar_confirmation; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.calendar_confirmation TO kheo_app;


--
-- Name: COLUMN calendar_confirmation.ended_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(ended_at) ON TABLE public.calendar_confirmation TO kheo_app;


--
-- Name: TABLE calendar_day; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.calendar_day TO kheo_app;


--
-- Name: TABLE calendar_notice; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.calendar_notice TO kheo_app;


--
-- Name: COLUMN calendar_notice.state; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(state) ON TABLE public.calendar_notice TO kheo_app;


--
-- Name: TABLE calendar_notice_day; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.calendar_notice_day TO kheo_app;


--
-- Name: TABLE campaign; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.campaign TO kheo_app;


--
-- Name: TABLE ceremony; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.ceremony TO kheo_app;


--
-- Name: TABLE ceremony_award; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.ceremony_award TO kheo_app;


--
-- Name: TABLE check_rule; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.check_rule TO kheo_app;


--
-- Name: TABLE check_rule_version; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.check_rule_version TO kheo_app;


--
-- Name: TABLE commendation_act; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.commendation_act TO kheo_app;


--
-- Name: TABLE commendation_competence; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.commendation_competence TO kheo_app;


--
-- Name: TABLE commendation_form; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.commendation_form TO kheo_app;


--
-- Name: TABLE commendation_line; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.commendation_line TO kheo_app;


--
-- Name: TABLE commendation_rule; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.commendation_rule TO kheo_app;


--
-- Name: TABLE commendation_setting; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.commendation_setting TO kheo_app;


--
-- Name: TABLE commitment; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.commitment TO kheo_app;


--
-- Name: TABLE commitment_event; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.commitment_event TO kheo_app;


--
-- Name: TABLE commitment_file; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.commitment_file TO kheo_app;


--
-- Name: TABLE contact; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contact TO kheo_app;


--
-- Name: TABLE contest; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.contest TO kheo_app;


--
-- Name: TABLE count_correction; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.count_correction TO kheo_app;


--
-- Name: TABLE counted_fact; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.counted_fact TO kheo_app;


--
-- Name: TABLE dialogue; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.dialogue TO kheo_app;


--
-- Name: TABLE dialogue_publication; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.dialogue_publication TO kheo_app;


--
-- Name: TABLE dialogue_question; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.dialogue_question TO kheo_app;


--
-- Name: TABLE dialogue_session; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.dialogue_session TO kheo_app;


--
-- Name: TABLE directive; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.directive TO kheo_app;


--
-- Name: TABLE directive_file; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.directive_file TO kheo_app;


--
-- Name: TABLE directive_publication; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.directive_publication TO kheo_app;


--
-- Name: TABLE directive_review; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.directive_review TO kheo_app;


--
-- Name: TABLE directive_reviewed; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.directive_reviewed TO kheo_app;


--
-- Name: TABLE document_number; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.document_number TO kheo_app;


--
-- Name: TABLE duty; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.duty TO kheo_app;


--
-- Name: TABLE entry_step; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.entry_step TO kheo_app;


--
-- Name: COLUMN entry_step.written_through; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(written_through) ON TABLE public.entry_step TO kheo_app;


--
-- Name: COLUMN entry_step.standing; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(standing) ON TABLE public.entry_step TO kheo_app;


--
-- Name: TABLE figure_change; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.figure_change TO kheo_app;
GRANT SELECT ON TABLE public.figure_change TO kheo_reader;


--
-- Name: TABLE figure_clock; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.figure_clock TO kheo_app;
GRANT SELECT ON TABLE public.figure_clock TO kheo_reader;


--
-- Name: TABLE figure_set; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.figure_set TO kheo_app;
GRANT SELECT ON TABLE public.figure_set TO kheo_reader;


--
-- Name: TABLE figure_target; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.figure_target TO kheo_app;


--
-- Name: COLUMN figure_target.n; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(n) ON TABLE public.figure_target TO kheo_app;


--
-- Name: COLUMN figure_target.is_in_force; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(is_in_force) ON TABLE public.figure_target TO kheo_app;


--
-- Name: TABLE figure_target_version; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.figure_target_version TO kheo_app;


--
-- Name: TABLE figure_value; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.figure_value TO kheo_app;
GRANT SELECT ON TABLE public.figure_value TO kheo_reader;


--
-- Name: TABLE finding; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.finding TO kheo_app;


--
-- Name: COLUMN finding.said; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(said) ON TABLE public.finding TO kheo_app;


--
-- Name: COLUMN finding.severity; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(severity) ON TABLE public.finding TO kheo_app;


--
-- Name: COLUMN finding.due_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(due_on) ON TABLE public.finding TO kheo_app;


--
-- Name: COLUMN finding.state; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(state) ON TABLE public.finding TO kheo_app;


--
-- Name: COLUMN finding.closed_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(closed_on) ON TABLE public.finding TO kheo_app;


--
-- Name: COLUMN finding.void_reason; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(void_reason) ON TABLE public.finding TO kheo_app;


--
-- Name: COLUMN finding.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.finding TO kheo_app;


--
-- Name: COLUMN finding.changed_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(changed_at) ON TABLE public.finding TO kheo_app;


--
-- Name: TABLE finding_move; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.finding_move TO kheo_app;


--
-- Name: TABLE follow_up; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.follow_up TO kheo_app;


--
-- Name: TABLE follow_up_past; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.follow_up_past TO kheo_app;


--
-- Name: TABLE formula; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.formula TO kheo_app;


--
-- Name: TABLE formula_version; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.formula_version TO kheo_app;


--
-- Name: TABLE handover; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.handover TO kheo_app;


--
-- Name: TABLE indicator; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.indicator TO kheo_app;
GRANT SELECT ON TABLE public.indicator TO kheo_reader;


--
-- Name: TABLE indicator_version; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.indicator_version TO kheo_app;
GRANT SELECT ON TABLE public.indicator_version TO kheo_reader;


--
-- Name: TABLE initiative; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.initiative TO kheo_app;


--
-- Name: TABLE initiative_file; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.initiative_file TO kheo_app;


--
-- Name: TABLE initiative_move; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.initiative_move TO kheo_app;


--
-- Name: TABLE initiative_setting; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.initiative_setting TO kheo_app;


--
-- Name: TABLE initiative_window; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.initiative_window TO kheo_app;


--
-- Name: TABLE initiative_year; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.initiative_year TO kheo_app;


--
-- Name: TABLE issuing_body; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.issuing_body TO kheo_app;


--
-- Name: TABLE issuing_words; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.issuing_words TO kheo_app;


--
-- Name: COLUMN issuing_words.withdrawn_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(withdrawn_at) ON TABLE public.issuing_words TO kheo_app;


--
-- Name: TABLE legal_act; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.legal_act TO kheo_app;
GRANT SELECT ON TABLE public.legal_act TO kheo_reader;


--
-- Name: TABLE library_draft; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.library_draft TO kheo_app;


--
-- Name: TABLE library_page; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.library_page TO kheo_app;


--
-- Name: TABLE library_photo; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.library_photo TO kheo_app;


--
-- Name: TABLE local_directive; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.local_directive TO kheo_app;


--
-- Name: TABLE mail; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mail TO kheo_app;


--
-- Name: TABLE meeting; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.meeting TO kheo_app;


--
-- Name: TABLE meeting_speech; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.meeting_speech TO kheo_app;


--
-- Name: TABLE meeting_task; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.meeting_task TO kheo_app;


--
-- Name: COLUMN meeting_task.done_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(done_on) ON TABLE public.meeting_task TO kheo_app;


--
-- Name: COLUMN meeting_task.result; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(result) ON TABLE public.meeting_task TO kheo_app;


--
-- Name: COLUMN meeting_task.void_reason; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(void_reason) ON TABLE public.meeting_task TO kheo_app;


--
-- Name: COLUMN meeting_task.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.meeting_task TO kheo_app;


--
-- Name: COLUMN meeting_task.changed_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(changed_at) ON TABLE public.meeting_task TO kheo_app;


--
-- Name: TABLE movement_word; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.movement_word TO kheo_app;


--
-- Name: TABLE named_period; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.named_period TO kheo_app;


--
-- Name: TABLE notice; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.notice TO kheo_app;


--
-- Name: TABLE notice_setting; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.notice_setting TO kheo_app;


--
-- Name: TABLE numbering; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.numbering TO kheo_app;


--
-- Name: TABLE obligation; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.obligation TO kheo_app;


--
-- Name: TABLE obligation_clock; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.obligation_clock TO kheo_app;


--
-- Name: TABLE obligation_extension; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.obligation_extension TO kheo_app;


--
-- Name: TABLE obligation_rule; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.obligation_rule TO kheo_app;


--
-- Name: TABLE period_closing; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.period_closing TO kheo_app;


--
-- Name: TABLE period_closing_gap; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.period_closing_gap TO kheo_app;


--
-- Name: TABLE period_regime; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.period_regime TO kheo_app;


--
-- Name: TABLE pledge; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.pledge TO kheo_app;


--
-- Name: TABLE praise; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.praise TO kheo_app;


--
-- Name: TABLE programme_row; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.programme_row TO kheo_app;


--
-- Name: TABLE programme_set; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.programme_set TO kheo_app;


--
-- Name: TABLE programme_set_version; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.programme_set_version TO kheo_app;


--
-- Name: TABLE province_movement_word; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.province_movement_word TO kheo_app;


--
-- Name: TABLE province_pattern; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.province_pattern TO kheo_app;


--
-- Name: TABLE public_clock; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.public_clock TO kheo_app;


--
-- Name: TABLE publication; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.publication TO kheo_app;


--
-- Name: COLUMN publication.figure_count; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(figure_count) ON TABLE public.publication TO kheo_app;


--
-- Name: COLUMN publication.accepted_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(accepted_at) ON TABLE public.publication TO kheo_app;


--
-- Name: COLUMN publication.content; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(content) ON TABLE public.publication TO kheo_app;


--
-- Name: TABLE publication_file; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.publication_file TO kheo_app;


--
-- Name: TABLE publication_plan; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.publication_plan TO kheo_app;


--
-- Name: TABLE publication_version; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.publication_version TO kheo_app;


--
-- Name: TABLE publication_withdrawal; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.publication_withdrawal TO kheo_app;


--
-- Name: TABLE published_movement; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.published_movement TO kheo_app;


--
-- Name: TABLE published_question; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.published_question TO kheo_app;


--
-- Name: TABLE reference_hold; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.reference_hold TO kheo_app;


--
-- Name: TABLE reference_load; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.reference_load TO kheo_app;
GRANT SELECT ON TABLE public.reference_load TO kheo_reader;


--
-- Name: TABLE register_start; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.register_start TO kheo_app;
GRANT SELECT ON TABLE public.register_start TO kheo_reader;


--
-- Name: TABLE reminder_ladder; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.reminder_ladder TO kheo_app;


--
-- Name: TABLE reorganisation; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.reorganisation TO kheo_app;


--
-- Name: TABLE reorganisation_task; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reorganisation_task TO kheo_app;


--
-- Name: TABLE report; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.report TO kheo_app;


--
-- Name: TABLE report_copy; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.report_copy TO kheo_app;


--
-- Name: TABLE report_event; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.report_event TO kheo_app;


--
-- Name: TABLE report_explanation; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.report_explanation TO kheo_app;


--
-- Name: TABLE report_file; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.report_file TO kheo_app;


--
-- Name: TABLE report_message; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.report_message TO kheo_app;


--
-- Name: TABLE report_paragraph; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.report_paragraph TO kheo_app;


--
-- Name: TABLE report_presence; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.report_presence TO kheo_app;


--
-- Name: TABLE report_question; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.report_question TO kheo_app;


--
-- Name: TABLE report_reminder; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.report_reminder TO kheo_app;


--
-- Name: TABLE report_task; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.report_task TO kheo_app;


--
-- Name: TABLE report_task_outcome; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.report_task_outcome TO kheo_app;


--
-- Name: TABLE retention; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.retention TO kheo_app;


--
-- Name: TABLE review_rule; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.review_rule TO kheo_app;


--
-- Name: TABLE saved_question; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.saved_question TO kheo_app;


--
-- Name: TABLE scoring_pattern; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.scoring_pattern TO kheo_app;


--
-- Name: TABLE scoring_pattern_line; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.scoring_pattern_line TO kheo_app;


--
-- Name: TABLE scoring_set; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.scoring_set TO kheo_app;


--
-- Name: TABLE scoring_set_version; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.scoring_set_version TO kheo_app;


--
-- Name: TABLE stated_division; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.stated_division TO kheo_app;
GRANT SELECT ON TABLE public.stated_division TO kheo_reader;


--
-- Name: COLUMN stated_division.ended_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(ended_at) ON TABLE public.stated_division TO kheo_app;


--
-- Name: COLUMN stated_division.ended_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(ended_by) ON TABLE public.stated_division TO kheo_app;


--
-- Name: COLUMN stated_division.replaced_by_id; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(replaced_by_id) ON TABLE public.stated_division TO kheo_app;


--
-- Name: COLUMN stated_division.void_reason; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(void_reason) ON TABLE public.stated_division TO kheo_app;


--
-- Name: TABLE stated_share; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.stated_share TO kheo_app;
GRANT SELECT ON TABLE public.stated_share TO kheo_reader;


--
-- Name: TABLE structure_clock; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.structure_clock TO kheo_app;


--
-- Name: TABLE structure_word; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.structure_word TO kheo_app;


--
-- Name: TABLE sub_commune_households; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.sub_commune_households TO kheo_app;


--
-- Name: TABLE sub_commune_kind; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.sub_commune_kind TO kheo_app;


--
-- Name: TABLE sub_commune_link; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.sub_commune_link TO kheo_app;


--
-- Name: TABLE sub_commune_version; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.sub_commune_version TO kheo_app;


--
-- Name: TABLE template; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.template TO kheo_app;
GRANT SELECT ON TABLE public.template TO kheo_reader;


--
-- Name: TABLE template_line; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.template_line TO kheo_app;
GRANT SELECT ON TABLE public.template_line TO kheo_reader;


--
-- Name: TABLE template_section; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.template_section TO kheo_app;


--
-- Name: TABLE template_version; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.template_version TO kheo_app;
GRANT SELECT ON TABLE public.template_version TO kheo_reader;


--
-- Name: TABLE territorial_event; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.territorial_event TO kheo_app;
GRANT SELECT ON TABLE public.territorial_event TO kheo_reader;


--
-- Name: TABLE territorial_link; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.territorial_link TO kheo_app;
GRANT SELECT ON TABLE public.territorial_link TO kheo_reader;


--
-- Name: COLUMN territorial_link.share_ppm; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(share_ppm) ON TABLE public.territorial_link TO kheo_app;


--
-- Name: COLUMN territorial_link.back_share_ppm; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(back_share_ppm) ON TABLE public.territorial_link TO kheo_app;


--
-- Name: COLUMN territorial_link.share_source; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(share_source) ON TABLE public.territorial_link TO kheo_app;


--
-- Name: TABLE territory_clock; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.territory_clock TO kheo_app;
GRANT SELECT ON TABLE public.territory_clock TO kheo_reader;


--
-- Name: COLUMN territory_clock.n; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(n) ON TABLE public.territory_clock TO kheo_app;


--
-- Name: TABLE tile; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.tile TO kheo_app;


--
-- Name: TABLE tree_membership; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.tree_membership TO kheo_app;
GRANT SELECT ON TABLE public.tree_membership TO kheo_reader;


--
-- Name: TABLE unit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.unit TO kheo_app;
GRANT SELECT ON TABLE public.unit TO kheo_reader;


--
-- Name: TABLE unit_composition; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.unit_composition TO kheo_app;
GRANT SELECT ON TABLE public.unit_composition TO kheo_reader;


--
-- Name: TABLE unit_size; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.unit_size TO kheo_app;


--
-- Name: COLUMN unit_size.ended_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(ended_at) ON TABLE public.unit_size TO kheo_app;


--
-- Name: COLUMN unit_size.ended_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(ended_by) ON TABLE public.unit_size TO kheo_app;


--
-- Name: COLUMN unit_size.replaced_by_id; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(replaced_by_id) ON TABLE public.unit_size TO kheo_app;


--
-- Name: COLUMN unit_size.void_reason; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(void_reason) ON TABLE public.unit_size TO kheo_app;


--
-- Name: TABLE unit_version; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.unit_version TO kheo_app;
GRANT SELECT ON TABLE public.unit_version TO kheo_reader;


--
-- Name: COLUMN unit_version.valid; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(valid) ON TABLE public.unit_version TO kheo_app;


--
-- Name: TABLE vault_item; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.vault_item TO kheo_app;


--
-- Name: TABLE vault_key; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.vault_key TO kheo_app;


--
-- Name: TABLE visit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.visit TO kheo_app;


--
-- Name: TABLE visit_initiative; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.visit_initiative TO kheo_app;


--
-- Name: TABLE visit_plan; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.visit_plan TO kheo_app;


--
-- Name: TABLE visit_stop; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.visit_stop TO kheo_app;


--
-- Name: TABLE visit_topic; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.visit_topic TO kheo_app;


--
-- Name: TABLE work_item; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.work_item TO kheo_app;


--
-- Name: TABLE workbook_map; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.workbook_map TO kheo_app;


--
-- Name: COLUMN workbook_map.dropped_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(dropped_at) ON TABLE public.workbook_map TO kheo_app;


--
-- PostgreSQL database dump complete
--


