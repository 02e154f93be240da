-- where a community lies is asked by the beginning of its name
create index household_community on customers.household (community, district_code);
