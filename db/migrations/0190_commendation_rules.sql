-- What may be given, by whom and under which law (docs/adr/0055): data with the days it holds, its article and how surely it is known.
create table commendation_act (
  code text primary key,
  kind text not null,
  name text not null,
  valid daterange not null,
  source text not null,
  is_verified boolean not null,
  constraint commendation_act_kind_is_known check (kind in ('law', 'decree', 'circular')),
  constraint commendation_act_is_one_of_its_kind_a_day exclude using gist (kind with =, valid with &&)
);
comment on table commendation_act is 'Luật, nghị định, thông tư về thi đua, khen thưởng, each with the days it was in force';
comment on column commendation_act.is_verified is 'whether the official text itself was read';

create table commendation_form (
  code text primary key,
  sort_order integer not null,
  name text not null,
  title text not null,
  counts_as text not null,
  for_collective boolean not null,
  for_individual boolean not null,
  source text not null,
  is_verified boolean not null
);
comment on table commendation_form is 'Hình thức khen thưởng: giấy khen, bằng khen, kỷ niệm chương; praise (biểu dương) is none of them';
comment on column commendation_form.title is 'as it stands on the certificate, in capitals';
comment on column commendation_form.counts_as is 'the indicator that counts what was granted';

create table commendation_competence (
  code text primary key,
  form_code text not null references commendation_form,
  level text not null,
  valid daterange not null,
  issuer text not null,
  signer_title text not null,
  layout text,
  article text not null,
  source text not null,
  is_verified boolean not null,
  constraint commendation_competence_level_is_known check (level in ('commune', 'province', 'central')),
  constraint commendation_competence_is_one_a_day exclude using gist (form_code with =, level with =, valid with &&)
);
comment on table commendation_competence is 'Thẩm quyền: who grants a form at a level, from one day to another';
comment on column commendation_competence.issuer is 'within a sentence; {unit} is the unit that decides, e.g. xã Sông Xanh';
comment on column commendation_competence.layout is 'how its certificate is printed; null where no layout is known and none is printed here';

create table commendation_line (
  code text primary key,
  sort_order integer not null,
  name text not null,
  short_name text not null,
  source text not null,
  is_verified boolean not null
);
comment on table commendation_line is 'Dòng khen thưởng: what is rewarded; the same achievement is rewarded along one line only';

create table commendation_rule (
  code text primary key,
  sort_order integer not null,
  valid daterange not null,
  sentence text not null,
  article text not null,
  value text,
  unit_of_value text not null default '',
  source text not null,
  is_verified boolean not null,
  constraint commendation_rule_code_is_a_word check (code ~ '^[a-z][a-z0-9-]*$')
);
comment on table commendation_rule is 'Điều kiện, nguyên tắc khen thưởng as a sentence a person reads when a proposal meets it';
comment on column commendation_rule.value is 'the number in the rule, which a province may set otherwise (commendation_setting); null where there is none or none is known';
comment on column commendation_rule.unit_of_value is 'what the number counts; empty where the rule has no number';

do $$
declare t text;
begin
  foreach t in array array['commendation_act', 'commendation_form', 'commendation_competence', 'commendation_line', 'commendation_rule']
  loop
    execute format('alter table %I owner to kheo_owner', t);
    execute format('grant select on %I to kheo_app', t);
  end loop;
end
$$;

create table commendation_setting (
  province_id uuid not null references unit,
  rule_code text not null references commendation_rule,
  value text not null,
  source text not null,
  changed_at timestamptz not null,
  primary key (province_id, rule_code),
  constraint commendation_setting_is_a_small_number check (value ~ '^[0-9]{1,4}$'),
  constraint commendation_setting_says_where_it_is_from check (source <> '')
);
comment on table commendation_setting is 'What a province set in the place of a number that is not known here, with the document it took it from';

alter table commendation_setting owner to kheo_owner;
alter table commendation_setting enable row level security;
create policy commendation_setting_is_read on commendation_setting for select to kheo_app
  using (province_id = nullif(current_setting('app.province_id', true), '')::uuid);
create policy commendation_setting_of_province on commendation_setting to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province' then true else false end
  );
grant select, insert, update on commendation_setting to kheo_app;
