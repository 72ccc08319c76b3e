-- Searching puts first what is spelled with the marks that were typed; older rows hold no spelling and are found without it.
comment on column publication.search_text is
  'the words of unit, title and period in lower case without marks, then “|”, then the same words as they are spelled, the tone last';
