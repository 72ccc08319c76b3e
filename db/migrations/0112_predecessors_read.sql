-- Who follows a unit reads what it recorded, and writes none of it (docs/adr/0035). The access layer says in each transaction
-- which units and provinces went into the reader's; without them these policies let nothing through.
do $$
declare t text;
begin
  foreach t in array array['report', 'report_event', 'report_explanation', 'report_question', 'report_message', 'report_copy',
    'report_file', 'figure_value', 'figure_change', 'counted_fact', 'dialogue']
  loop
    execute format($p$create policy %I on %I for select to kheo_app using (
        case when unit_id = any (string_to_array(nullif(current_setting('app.also_units', true), ''), ',')::uuid[])
               or province_id = any (string_to_array(nullif(current_setting('app.also_provinces', true), ''), ',')::uuid[])
            then true else false end)$p$, t || '_of_predecessors_is_read', t);
  end loop;
end
$$;
