-- Comments in the order in which they were said, also those of one moment.
alter table note_comments add column seq bigint generated always as identity;
drop index note_comments_talks;
drop index note_comments_answers;
create index note_comments_talks on note_comments (note, seq) where answers is null;
create index note_comments_answers on note_comments (answers, seq) where answers is not null;
