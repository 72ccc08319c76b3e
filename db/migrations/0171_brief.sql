-- A leader's one-page brief (docs/adr/0047): which figures stand in it, in which order. The choice is of a unit, shared by its
-- people; a unit that chose nothing has the figures of its template.
create table brief_default (
  template_code text not null references template (code),
  position integer not null,
  indicator_code text not null references indicator (code),
  dimension text not null default '',
  primary key (template_code, position),
  constraint brief_default_names_a_figure_once unique (template_code, indicator_code, dimension)
);
comment on table brief_default is 'Số chọn sẵn của bản tóm tắt: the figures of a template that stand in a brief until a unit chooses others; our arrangement, no regulation';

create table brief_choice (
  province_id uuid not null references unit (id),
  unit_id uuid not null references unit (id),
  cells text[],
  changed_at timestamptz not null,
  primary key (province_id, unit_id),
  constraint brief_choice_is_one_to_twelve_figures check (cells is null or cardinality(cells) between 1 and 12)
);
comment on table brief_choice is 'Số chọn cho bản tóm tắt một trang của một đơn vị, dùng chung cho người của đơn vị';
comment on column brief_choice.cells is 'cells (F01, K01:collective) in their order; null: the figures of the template';

alter table brief_default owner to kheo_owner;
alter table brief_choice owner to kheo_owner;
grant select on brief_default to kheo_app;
grant select, insert, update on brief_choice to kheo_app;
alter table brief_choice enable row level security;
create policy brief_choice_in_scope on brief_choice to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
