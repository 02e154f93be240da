-- what the customer's app asks: communities by the beginning of their name, and where an engineer set out from
create index household_community on customers.household (community text_pattern_ops, district_code);
create index command_set_out on fieldwork.command (visit_id) where kind = 'departVisit' and lat is not null;
