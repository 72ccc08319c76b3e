-- Questions an officer asks again and again: the address says what is asked, the name is the officer's own.
create table saved_question (
  province_id uuid not null references unit (id),
  id uuid not null,
  account_id uuid not null,
  unit_id uuid not null references unit (id),
  name text not null,
  address text not null,
  saved_at timestamptz not null,
  primary key (province_id, id),
  foreign key (province_id, account_id) references account,
  constraint saved_question_name_is_said_once unique (province_id, account_id, name),
  constraint saved_question_name_fits_one_line check (length(name) between 1 and 160),
  constraint saved_question_address_is_bounded check (length(address) between 1 and 4000)
);
comment on table saved_question is 'Câu hỏi đã lưu: a question of the exploring page that an account keeps under a name; it holds no figure';
comment on column saved_question.unit_id is 'the unit the officer served when it was saved';
comment on column saved_question.address is 'the part of the address behind the question mark, as figures/question-text.ts writes it';

alter table saved_question owner to kheo_owner;
alter table saved_question enable row level security;
create policy saved_question_in_scope on saved_question to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
grant select, insert, update, delete on saved_question to kheo_app;
