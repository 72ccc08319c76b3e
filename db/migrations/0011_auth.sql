-- What better-auth 1.7.25 with its plugins username and twoFactor keeps; its own names, so that its queries need no translation.
-- The application role has no right here: a fault in a page cannot read a password hash.
create table auth."user" (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp,
  username text unique,
  "twoFactorEnabled" boolean,
  "accountId" text not null,
  "provinceId" text not null
);
comment on table auth."user" is 'One for each account of any province: sign-in names are unique in the whole installation';
comment on column auth."user".email is 'made up from the account''s id, never shown and never written to: the library asks for one';
comment on column auth."user".name is 'the sign-in name again; the person''s name is in account';

create table auth.session (
  id uuid primary key default gen_random_uuid(),
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null references auth."user" on delete cascade
);
create index "session_userId_idx" on auth.session ("userId");
comment on column auth.session."ipAddress" is 'truncated before it comes here: 203.0.113.0, 2001:db8:1::';

create table auth.account (
  id uuid primary key default gen_random_uuid(),
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references auth."user" on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null
);
create index "account_userId_idx" on auth.account ("userId");
comment on table auth.account is 'a way to sign in: here the password hash (scrypt)';

create table auth.verification (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index verification_identifier_idx on auth.verification (identifier);
comment on table auth.verification is 'a sign-in between its password and its code';

create table auth."twoFactor" (
  id uuid primary key default gen_random_uuid(),
  secret text not null,
  "backupCodes" text not null,
  "userId" uuid not null references auth."user" on delete cascade,
  verified boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
create index "twoFactor_secret_idx" on auth."twoFactor" (secret);
create index "twoFactor_userId_idx" on auth."twoFactor" ("userId");
comment on column auth."twoFactor".secret is 'encrypted with KHEO_SECRET';

do $$
declare t text;
begin
  foreach t in array array['user', 'session', 'account', 'verification', 'twoFactor']
  loop
    execute format('alter table auth.%I owner to kheo_owner', t);
    execute format('grant select, insert, update, delete on auth.%I to kheo_auth', t);
  end loop;
end
$$;
