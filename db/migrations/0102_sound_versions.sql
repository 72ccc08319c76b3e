-- What is cheap to hold for every row of the register, whoever writes it; what needs several rows is decided by the command.
alter table unit_version
  add constraint unit_version_holds_on_some_day check (not isempty(valid)),
  add constraint unit_version_stands_under_another_unit check (parent_id <> unit_id),
  add constraint unit_version_only_a_province_is_its_own check ((level = 'province') = (province_id = unit_id)),
  add constraint unit_version_official_code_is_of_its_level check (
    official_code is null or length(official_code) = case level when 'province' then 2 when 'district' then 3 else 5 end),
  add constraint official_code_is_of_one_unit_a_day exclude using gist (official_code with =, tree with =, valid with &&);
alter table territorial_link
  add constraint territorial_link_part_is_not_all check (extent <> 'part' or share_ppm is null or share_ppm < 1000000);
