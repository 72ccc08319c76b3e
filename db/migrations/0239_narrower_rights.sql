-- What is owed, extended, missing and reminded is written by the province alone; a commune reads its own.
-- Safe while the old version still runs: it writes these rows in the province's scope as well.
drop policy obligation_in_scope on obligation;
drop policy obligation_extension_in_scope on obligation_extension;
drop policy period_closing_gap_in_scope on period_closing_gap;
drop policy report_reminder_in_scope on report_reminder;

do $$
declare t text;
begin
  foreach t in array array['obligation', 'obligation_extension', 'period_closing_gap', 'report_reminder']
  loop
    execute format($p$create policy %I on %I for select to kheo_app using (
        province_id = nullif(current_setting('app.province_id', true), '')::uuid
        and case when current_setting('app.reach', true) = 'province'
                   or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
            then true else false end)$p$, t || '_is_read_in_scope', t);
    execute format($p$create policy %I on %I for insert to kheo_app with check (
        province_id = nullif(current_setting('app.province_id', true), '')::uuid
        and case when current_setting('app.reach', true) = 'province' then true else false end)$p$, t || '_is_written_by_the_province', t);
  end loop;
  foreach t in array array['obligation', 'obligation_extension']
  loop
    execute format($p$create policy %I on %I for update to kheo_app using (
        province_id = nullif(current_setting('app.province_id', true), '')::uuid
        and case when current_setting('app.reach', true) = 'province' then true else false end)$p$, t || '_is_changed_by_the_province', t);
  end loop;
end
$$;

-- Of a publication only what an amendment makes of it is written anew; whose it is and when it went out stays.
revoke update on publication from kheo_app;
grant update (content, figure_count, accepted_at) on publication to kheo_app;
