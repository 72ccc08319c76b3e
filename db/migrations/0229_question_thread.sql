-- A question on a cell is somebody's to answer by a day; why a report was returned or accepted is kept.
alter table report_question
  add column assigned_duty text,
  add column assigned_account uuid,
  add column assigned_name text,
  add column due_on date,
  add column reopened integer not null default 0,
  add constraint report_question_assigned_duty_is_known check (
    assigned_duty in ('commune-officer', 'commune-leader', 'province-officer', 'province-leader')),
  add constraint report_question_is_assigned_once check (assigned_duty is null or assigned_account is null);
comment on column report_question.assigned_duty is 'whose function answers; with assigned_account null anybody of the unit';
comment on column report_question.assigned_name is 'the officer as they were called when the question was given to them';
comment on column report_question.due_on is 'the day by which an answer is asked for; null where none was set';
comment on column report_question.reopened is 'how often it was opened again after it was settled';
create index report_question_waiting on report_question (province_id, unit_id, due_on) where status <> 'settled';

alter table report_event add column note text not null default '';
comment on column report_event.note is 'why a report was returned, accepted or withdrawn, as the person wrote it';
