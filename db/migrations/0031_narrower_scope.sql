-- A commune's transaction sees and writes only its own unit's rows also where a province's was enough until now.
drop policy audit_of_my_province on audit;
create policy audit_in_scope on audit to kheo_app
  using (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );

drop policy publication_is_written_inside_the_province on publication;
create policy publication_is_written_in_scope on publication for insert to kheo_app
  with check (
    province_id = nullif(current_setting('app.province_id', true), '')::uuid
    and case when current_setting('app.reach', true) = 'province'
               or unit_id = nullif(current_setting('app.unit_id', true), '')::uuid
        then true else false end
  );
