-- What officers are told, inside the application and by mail.
create table notice (
  province_id uuid not null references unit,
  id uuid not null,
  unit_id uuid not null references unit,
  account_id uuid not null,
  event_id uuid not null,
  topic text not null,
  title text not null,
  path text not null,
  at timestamptz not null,
  read_at timestamptz,
  mail_id uuid,
  primary key (province_id, id),
  foreign key (province_id, account_id) references account,
  constraint notice_tells_a_person_once unique (province_id, event_id, account_id, unit_id),
  constraint notice_leads_to_a_page_of_ours check (path ~ '^/[^/\\]' and path !~ '[[:cntrl:]]')
);
create index notice_of_person on notice (province_id, account_id, unit_id, at desc, id);
create index notice_unread on notice (province_id, account_id, unit_id) where read_at is null;
comment on table notice is 'Thông báo to one officer about one event, in the duty at that unit';
comment on column notice.event_id is 'made with the event; its time is the event''s';
comment on column notice.title is 'a sentence without personal data';
comment on column notice.mail_id is 'the mail that carried it: set before sending and never taken back, so that nothing is mailed twice';

create table mail (
  province_id uuid not null references unit,
  id uuid not null,
  unit_id uuid not null references unit,
  account_id uuid not null,
  purpose text not null,
  state text not null,
  attempts integer not null default 0,
  fault text,
  made_at timestamptz not null,
  next_at timestamptz not null,
  settled_at timestamptz,
  primary key (province_id, id),
  foreign key (province_id, account_id) references account,
  constraint mail_purpose_is_known check (purpose in ('digest', 'code')),
  constraint mail_state_is_known check (state in ('waiting', 'sending', 'sent', 'refused', 'failed', 'unknown', 'dropped')),
  constraint mail_is_settled_at_a_moment check ((state in ('waiting', 'sending')) = (settled_at is null))
);
create index mail_of_person on mail (province_id, account_id, purpose, made_at);
create index mail_to_send on mail (province_id, next_at) where state in ('waiting', 'sending');
comment on table mail is 'What became of each mail: neither address nor text';
comment on column mail.state is 'sending: handed to the server now, or we died meanwhile; unknown: perhaps delivered, never sent again; dropped: no longer wanted when its turn came';
comment on column mail.fault is 'a code word, never the server''s own text, which repeats addresses';

create table notice_setting (
  province_id uuid not null references unit,
  account_id uuid not null,
  unit_id uuid not null references unit,
  by_mail boolean not null,
  quiet_from integer,
  quiet_until integer,
  changed_at timestamptz not null,
  primary key (province_id, account_id),
  foreign key (province_id, account_id) references account,
  constraint notice_setting_is_an_hour_of_the_day check (quiet_from between 0 and 23 and quiet_until between 0 and 23),
  constraint notice_setting_of_quiet_hours_has_both_ends check ((quiet_from is null) = (quiet_until is null))
);
comment on table notice_setting is 'An officer''s own wish about mail; without a row the installation''s quiet hours hold';
comment on column notice_setting.quiet_from is 'hour in Vietnam; equal ends mean no quiet hours';

alter table notice owner to kheo_owner;
alter table mail owner to kheo_owner;
alter table notice_setting owner to kheo_owner;
alter table notice enable row level security;
alter table mail enable row level security;
alter table notice_setting enable row level security;
create policy notice_in_scope on notice to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
create policy mail_in_scope on mail to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
create policy notice_setting_in_scope on notice_setting to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
grant select, insert, update, delete on notice to kheo_app;
grant select, insert, update, delete on mail to kheo_app;
grant select, insert, update on notice_setting to kheo_app;
