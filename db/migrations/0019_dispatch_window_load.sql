-- Every booking changes its window's load: room for the next version on the same page keeps it out of the indexes.
alter table dispatch.window_load set (fillfactor = 50);

-- Nobody asks for holds by their end alone.
drop index dispatch.slot_hold_expiry;
