-- Engineers read in their app what they were told.
create index message_engineer on notices.message (engineer_id, seq) where engineer_id is not null;
