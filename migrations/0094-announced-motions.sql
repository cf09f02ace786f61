-- A motion of what was announced over days, and is decided as it was announced.
alter table motions add column announced text references decisions;
