-- A district of a city (quận) is neither a rural district nor a town: the national register has 49 of them until 2025-07-01.
-- The old version reads kinds as they come; it shows no quận of its own because none was loaded before.
alter table unit_version drop constraint unit_version_kind_is_known;
alter table unit_version add constraint unit_version_kind_is_known check (kind in (
  'province', 'city', 'rural-district', 'urban-district', 'district-town', 'commune', 'ward', 'township', 'special-zone'));
