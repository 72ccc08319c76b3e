-- What a handed-in report leaves unanswered is counted once, and from how much on it is complete is data (docs/adr/0073).
alter table report_copy
  add column cells_asked integer not null
    generated always as (jsonb_array_length(jsonb_path_query_array(content, '$.lines[*]'))) stored,
  add column cells_answered integer not null
    generated always as (jsonb_array_length(jsonb_path_query_array(content,
      '$.lines[*] ? (@.figure.value.state != "not-yet-known")'))) stored;
comment on column report_copy.cells_asked is 'how many cells the template asked of the unit when it handed this in';
comment on column report_copy.cells_answered is 'how many of them have an answer: a number, a zero, or not applicable; an empty cell has none';

alter table obligation_rule
  add column least_answered integer not null default 100,
  add constraint obligation_rule_least_answered_is_a_percentage check (least_answered between 1 and 100);
comment on column obligation_rule.least_answered is 'a report is complete from this percentage of its asked cells on; 100 every cell';

-- Which published figures are of an amendment, and of which, without opening every content (docs/adr/0069).
alter table publication
  add column amendment integer generated always as ((content #>> '{amendment,n}')::integer) stored;
comment on column publication.amendment is 'the amendment whose figures these are; null for what was accepted first';
