-- How long each kind of kept thing stays, as data: db/reference/retention.csv.
create table retention (
  kind text primary key,
  months integer not null,
  happens text not null,
  basis text not null,
  verified boolean not null,
  constraint retention_months_are_natural check (months >= 0),
  constraint retention_kind_is_a_code_word check (kind ~ '^[a-z][a-z-]*$')
);
comment on table retention is 'Thời hạn lưu: what the nightly task erases; audit, figures and reports are no kind of it';
comment on column retention.months is '0: in the night after it is over';
comment on column retention.verified is 'whether the basis was read in the original';

alter table retention owner to kheo_owner;
grant select on retention to kheo_app;
