-- Who issues a printed report, by the kind of its unit and by layout: a commune's People's Committee or its Party committee
-- print the same figures under different names, numbers and signatures. Only read; the old version does not know it.
create table issuing_body (
  id text primary key,
  unit_kind text,
  unit_id uuid references unit,
  layout text not null,
  is_default boolean not null,
  superior text not null,
  body text not null,
  symbol text not null,
  signs_for text not null,
  signer_title text not null,
  recipients text[] not null,
  certainty text not null,
  source text not null,
  constraint issuing_body_is_of_a_kind_or_of_one_unit check ((unit_kind is null) <> (unit_id is null)),
  constraint issuing_body_layout_is_known check (layout in ('state', 'party')),
  constraint issuing_body_certainty_is_known check (certainty in ('article', 'second-hand', 'unverified', 'ours')),
  constraint issuing_body_is_one_for_a_kind_and_layout unique (unit_kind, layout),
  constraint issuing_body_is_one_for_a_unit_and_layout unique (unit_id, layout)
);
comment on table issuing_body is 'Cơ quan ban hành: under which names a unit''s report is printed in each layout; {unit} {place} {province} {provincial} are filled in';
comment on column issuing_body.unit_kind is 'for every unit of this kind; null for the one unit of unit_id, which goes before its kind';
comment on column issuing_body.is_default is 'the layout offered first; the officer may take another';
comment on column issuing_body.superior is 'printed above the body; empty for none. {provincial} is the body of the unit''s province in the same layout';
comment on column issuing_body.body is 'in sentence case; | is where a long name goes on in the next line of the heading';
comment on column issuing_body.symbol is 'after the number, e.g. BC-UBND or BC/ĐU';
comment on column issuing_body.recipients is 'the last one says where the file copy stays';

alter table issuing_body owner to kheo_owner;
grant select on issuing_body to kheo_app;
