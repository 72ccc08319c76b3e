-- A quận is a kind of its own: until 30 June 2025 cities under the centre had quận, thị xã and, some, thành phố under them.
alter table unit_version drop constraint unit_version_kind_is_known;
alter table unit_version
  add constraint unit_version_kind_is_known check (kind in ('province', 'city', 'rural-district', 'urban-district', 'district-town', 'commune', 'ward', 'township', 'special-zone'));
