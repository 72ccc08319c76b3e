-- A report may be printed by the Fatherland Front as well: a third layout among the words of issuing bodies. Old rows stand.
alter table issuing_body drop constraint issuing_body_layout_is_known;
alter table issuing_body add constraint issuing_body_layout_is_known check (layout in ('state', 'party', 'front'));
