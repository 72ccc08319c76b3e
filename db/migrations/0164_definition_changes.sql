-- What a new definition of an indicator means for its series: whether its numbers may be held against those before it.
alter table indicator_version
  add column comparable_with_previous boolean not null default true,
  add column change_note text not null default '',
  add constraint indicator_version_that_breaks_its_series_says_why check (comparable_with_previous or change_note <> ''),
  -- Deferred: a file that narrows one version and adds the next brings both in one transaction.
  add constraint indicator_version_is_the_only_one_of_a_day
    exclude using gist (indicator_code with =, valid with &&) deferrable initially deferred;
comment on column indicator_version.comparable_with_previous is 'false where the same word counts something else from here on: the series breaks, and no growth is told across it';
comment on column indicator_version.change_note is 'what changed against the version before, in the words a reader gets; also where days lie between the two';
