-- A clause may move part of a unit's land with all of its people (1656/NQ-UBTVQH15, Điều 1 khoản 19): the link is a part,
-- and its share, which counts people, is whole. Safe for the old version: it writes no links.
alter table territorial_link drop constraint territorial_link_part_is_not_all;
