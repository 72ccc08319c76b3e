-- What a published text leaves open: printed with its figures, filled in by nobody here.
create table published_question (
  unit_code text not null,
  period_from date not null,
  period_to date not null,
  position integer not null,
  question text not null,
  primary key (unit_code, period_from, period_to, position)
);
comment on table published_question is 'Chỗ còn phải làm rõ of a published text, loaded from db/reference/published_question.csv; nothing of it is a figure';

alter table published_question owner to kheo_owner;
grant select on published_question to kheo_app;
