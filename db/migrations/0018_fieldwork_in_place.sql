-- A sheet is changed by every command of its visit: its pages keep room for the next version.
alter table fieldwork.sheet set (fillfactor = 50);
-- Each sheet is looked for by its order minutes after it was written: no list of entries yet to be sorted in.
alter index fieldwork.sheet_work_order set (fastupdate = off);

-- Nobody asks for these by their visit or order: the sheet holds what counts of them.
drop index fieldwork.command_visit;
drop index fieldwork.identification_order;
drop index fieldwork.electric_test_order;
drop index fieldwork.hazard_order;
drop index fieldwork.part_used_order;
