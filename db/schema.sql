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
-- Name: duty; Type: TABLE; Schema: public; Owner: -
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


--
-- Name: TABLE duty; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.duty IS 'Nhiệm vụ: what an account does for a unit, and when';


--
-- Name: COLUMN duty.valid; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.duty.valid IS 'first day included, last day excluded';


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
    changed_by uuid
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
    CONSTRAINT indicator_version_direction_is_known CHECK ((direction = ANY (ARRAY['more-is-better'::text, 'less-is-better'::text, 'context'::text]))),
    CONSTRAINT indicator_version_nature_is_known CHECK ((nature = ANY (ARRAY['flow'::text, 'stock'::text, 'change'::text, 'ratio'::text, 'score'::text]))),
    CONSTRAINT indicator_version_numeral_is_known CHECK ((numeral = ANY (ARRAY['count'::text, 'decimal'::text, 'percent'::text, 'change'::text]))),
    CONSTRAINT indicator_version_over_territory_is_known CHECK ((over_territory = ANY (ARRAY['sum'::text, 'ratio-of-sums'::text, 'none'::text]))),
    CONSTRAINT indicator_version_over_time_is_known CHECK ((over_time = ANY (ARRAY['sum'::text, 'last'::text, 'first'::text, 'ratio-of-sums'::text, 'median'::text, 'difference'::text, 'none'::text]))),
    CONSTRAINT indicator_version_sensitivity_is_known CHECK ((sensitivity = ANY (ARRAY['public'::text, 'internal'::text, 'total-only'::text])))
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
    content jsonb NOT NULL
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

COMMENT ON COLUMN public.publication.search_text IS 'unit, title and period in lower case without diacritics';


--
-- Name: COLUMN publication.unit_until; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.publication.unit_until IS 'the last day of that unit; null while it stands';


--
-- Name: COLUMN publication.accepted_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.publication.accepted_at IS 'null for figures taken from a source published elsewhere';


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
    CONSTRAINT report_regime_is_known CHECK ((regime = ANY (ARRAY['quarter'::text, 'year'::text, 'range'::text]))),
    CONSTRAINT report_status_is_known CHECK ((status = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'accepted'::text, 'published'::text])))
);


--
-- Name: TABLE report; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.report IS 'Báo cáo of one unit for one period by one template';


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
    at timestamp with time zone NOT NULL
);


--
-- Name: TABLE report_copy; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.report_copy IS 'What the reviewer decides on and the public gets: one for each submission, never changed';


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
    person_name text NOT NULL
);


--
-- Name: COLUMN report_event.person_name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_event.person_name IS 'the officer''s name on that day, as it is printed in the history';


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
    CONSTRAINT report_question_status_is_known CHECK ((status = ANY (ARRAY['open'::text, 'answered'::text, 'settled'::text])))
);


--
-- Name: schema_migration; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.schema_migration (
    name text NOT NULL,
    sha256 text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: template; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.template (
    code text NOT NULL
);


--
-- Name: template_line; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.template_line (
    template_version text NOT NULL,
    "position" integer NOT NULL,
    section text NOT NULL,
    indicator_version text NOT NULL,
    dimension text DEFAULT ''::text NOT NULL
);


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
    source text NOT NULL
);


--
-- Name: COLUMN template_version.carried_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.template_version.carried_by IS 'the levels of unit that report by it';


--
-- Name: COLUMN template_version.days_to_submit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.template_version.days_to_submit IS 'calendar days after the last day of the period; an arrangement of the province, not a rule of law';


--
-- Name: unit; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.unit (
    id uuid NOT NULL,
    code text NOT NULL
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
    CONSTRAINT unit_version_kind_is_known CHECK ((kind = ANY (ARRAY['province'::text, 'city'::text, 'rural-district'::text, 'district-town'::text, 'commune'::text, 'ward'::text, 'township'::text, 'special-zone'::text]))),
    CONSTRAINT unit_version_level_is_known CHECK ((level = ANY (ARRAY['province'::text, 'district'::text, 'commune'::text]))),
    CONSTRAINT unit_version_only_a_province_has_no_parent CHECK (((level = 'province'::text) = (parent_id IS NULL))),
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
-- Name: duty duty_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.duty
    ADD CONSTRAINT duty_pkey PRIMARY KEY (province_id, id);


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
-- Name: figure_value figure_value_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_value
    ADD CONSTRAINT figure_value_pkey PRIMARY KEY (province_id, unit_id, period_from, period_to, indicator_version, dimension);


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
-- Name: indicator_version indicator_version_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.indicator_version
    ADD CONSTRAINT indicator_version_pkey PRIMARY KEY (id);


--
-- Name: publication publication_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.publication
    ADD CONSTRAINT publication_pkey PRIMARY KEY (province_id, report_id);


--
-- Name: reference_load reference_load_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reference_load
    ADD CONSTRAINT reference_load_pkey PRIMARY KEY (file);


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
-- Name: report report_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_pkey PRIMARY KEY (province_id, id);


--
-- Name: report_question report_question_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_question
    ADD CONSTRAINT report_question_pkey PRIMARY KEY (province_id, id);


--
-- Name: schema_migration schema_migration_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (name);


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
-- Name: duty_by_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX duty_by_account ON public.duty USING btree (province_id, account_id);


--
-- Name: duty_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX duty_by_unit ON public.duty USING btree (province_id, unit_id);


--
-- Name: figure_change_of_cell; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX figure_change_of_cell ON public.figure_change USING btree (province_id, unit_id, period_from, period_to, indicator_version, dimension, n);


--
-- Name: handover_from; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX handover_from ON public.handover USING btree (province_id, from_account_id);


--
-- Name: handover_to; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX handover_to ON public.handover USING btree (province_id, to_account_id);


--
-- Name: publication_by_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX publication_by_unit ON public.publication USING btree (unit_id, period_to);


--
-- Name: publication_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX publication_newest ON public.publication USING btree (published_at DESC, period_to DESC, report_id);


--
-- Name: publication_search; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX publication_search ON public.publication USING gin (search_text public.gin_trgm_ops);


--
-- Name: report_by_period; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX report_by_period ON public.report USING btree (province_id, template_version, period_from, period_to, status);


--
-- Name: report_question_by_report; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX report_question_by_report ON public.report_question USING btree (province_id, report_id);


--
-- Name: unit_version_by_province; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unit_version_by_province ON public.unit_version USING gist (province_id, valid);


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
-- Name: figure_clock figure_clock_province_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_clock
    ADD CONSTRAINT figure_clock_province_id_fkey FOREIGN KEY (province_id) REFERENCES public.unit(id);


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
-- Name: figure_value figure_value_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.figure_value
    ADD CONSTRAINT figure_value_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


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
-- Name: template_line template_line_indicator_version_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.template_line
    ADD CONSTRAINT template_line_indicator_version_fkey FOREIGN KEY (indicator_version) REFERENCES public.indicator_version(id);


--
-- Name: template_line template_line_template_version_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.template_line
    ADD CONSTRAINT template_line_template_version_fkey FOREIGN KEY (template_version) REFERENCES public.template_version(id);


--
-- Name: template_version template_version_template_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.template_version
    ADD CONSTRAINT template_version_template_code_fkey FOREIGN KEY (template_code) REFERENCES public.template(code);


--
-- Name: unit_composition unit_composition_unit_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_composition
    ADD CONSTRAINT unit_composition_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);


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
-- Name: publication; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.publication ENABLE ROW LEVEL SECURITY;

--
-- Name: publication publication_is_read_by_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY publication_is_read_by_all ON public.publication FOR SELECT TO kheo_app USING (true);


--
-- Name: publication publication_is_written_in_scope; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY publication_is_written_in_scope ON public.publication FOR INSERT TO kheo_app WITH CHECK (((province_id = (NULLIF(current_setting('app.province_id'::text, true), ''::text))::uuid) AND
CASE
    WHEN ((current_setting('app.reach'::text, true) = 'province'::text) OR (unit_id = (NULLIF(current_setting('app.unit_id'::text, true), ''::text))::uuid)) THEN true
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
-- Name: SCHEMA auth; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA auth TO kheo_auth;


--
-- Name: SCHEMA public; Type: ACL; Schema: -; Owner: -
--

REVOKE USAGE ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO kheo_owner;
GRANT USAGE ON SCHEMA public TO kheo_app;
GRANT USAGE ON SCHEMA public TO kheo_reader;


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
-- Name: TABLE audit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.audit TO kheo_app;


--
-- Name: TABLE audit_head; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.audit_head TO kheo_app;


--
-- Name: TABLE duty; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.duty TO kheo_app;


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
-- Name: TABLE figure_value; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.figure_value TO kheo_app;
GRANT SELECT ON TABLE public.figure_value TO kheo_reader;


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
-- Name: TABLE publication; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.publication TO kheo_app;


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
-- Name: TABLE report_message; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.report_message TO kheo_app;


--
-- Name: TABLE report_question; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.report_question TO kheo_app;


--
-- Name: TABLE template; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.template TO kheo_app;
GRANT SELECT ON TABLE public.template TO kheo_reader;


--
-- Name: TABLE template_line; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.template_line TO kheo_app;
GRANT SELECT ON TABLE public.template_line TO kheo_reader;


--
-- Name: TABLE template_version; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.template_version TO kheo_app;
GRANT SELECT ON TABLE public.template_version TO kheo_reader;


--
-- Name: TABLE unit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.unit TO kheo_app;
GRANT SELECT ON TABLE public.unit TO kheo_reader;


--
-- Name: TABLE unit_composition; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.unit_composition TO kheo_app;
GRANT SELECT ON TABLE public.unit_composition TO kheo_reader;


--
-- Name: TABLE unit_version; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.unit_version TO kheo_app;
GRANT SELECT ON TABLE public.unit_version TO kheo_reader;


--
-- PostgreSQL database dump complete
--


