-- Reviews held of directives: sơ kết, tổng kết.
create table directive_review (
  province_id uuid not null references unit,
  id uuid not null,
  unit_id uuid not null references unit,
  day date not null,
  title text not null,
  directive_code text not null,
  number text not null,
  issued_on date,
  kind text not null,
  years integer,
  period_from date,
  period_to date,
  document text not null default '',
  conclusions text not null default '',
  search_text text not null default '',
  void_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (province_id, id),
  constraint directive_review_kind_is_known check (kind in ('interim', 'final')),
  constraint directive_review_period_is_whole check ((period_from is null) = (period_to is null) and (period_from is null or period_to >= period_from)),
  constraint directive_review_has_a_title check (title <> ''),
  constraint directive_review_void_has_a_reason check (void_reason <> '')
);
create index directive_review_by_unit on directive_review (province_id, unit_id, day desc, id desc);
create index directive_review_by_day on directive_review (province_id, day desc, id desc);
create index directive_review_by_words on directive_review using gin (search_text gin_trgm_ops);
comment on table directive_review is 'Sơ kết, tổng kết of a directive that a unit held';
comment on column directive_review.void_reason is 'why the row does not count; null while it stands';
comment on column directive_review.search_text is 'title and words without marks, written by the application';
comment on column directive_review.directive_code is 'code of the country list, or the id of a local_directive of the province';
comment on column directive_review.issued_on is 'the day of the directive as it stood when the review was written down';
comment on column directive_review.years is 'the years the review says it is about';
create index directive_review_by_directive on directive_review (province_id, directive_code);

do $$
declare t text;
begin
  foreach t in array array['directive_review']
  loop
    execute format('alter table %I owner to kheo_owner', t);
    execute format('alter table %I enable row level security', t);
    execute format($p$create policy %I on %I to kheo_app using (
        province_id = nullif(current_setting('app.province_id', true), '')::uuid
        and case when current_setting('app.reach', true) = 'province'
                   or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
            then true else false end)$p$, t || '_in_scope', t);
    -- What the province keeps concerns all its communes: they read it.
    execute format($p$create policy %I on %I for select to kheo_app using (
        province_id = nullif(current_setting('app.province_id', true), '')::uuid
        and case when unit_id = province_id then true else false end)$p$, t || '_of_the_province_is_read', t);
    execute format($p$create policy %I on %I for select to kheo_app using (
        case when unit_id = any (string_to_array(nullif(current_setting('app.also_units', true), ''), ',')::uuid[])
               or province_id = any (string_to_array(nullif(current_setting('app.also_provinces', true), ''), ',')::uuid[])
            then true else false end)$p$, t || '_of_predecessors_is_read', t);
  end loop;
end
$$;
grant select, insert, update on directive_review to kheo_app;
