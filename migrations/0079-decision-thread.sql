-- The thread that a proposal was made of.
alter table decisions add column thread text references threads;
create index decisions_by_thread on decisions (thread) where thread is not null;
