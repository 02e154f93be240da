-- A message may be handed over before its row is written: both are of one transaction, and what the simulator
-- received is forgotten after a day anyhow.
alter table notices.simulated drop constraint simulated_message_id_fkey;
