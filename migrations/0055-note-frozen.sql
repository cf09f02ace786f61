-- An approved note takes no more updates, whoever had some on the way. It is told as a note that is
-- no more (23503): writing there ends.
create function note_takes_updates() returns trigger language plpgsql as $$
begin
  perform 1 from notes where id = new.note for key share;
  if exists (select 1 from notes where id = new.note and approved_at is not null) then
    raise exception 'the note % is approved', new.note using errcode = '23503';
  end if;
  return new;
end $$;
create trigger note_updates_open before insert or update of bytes on note_updates
  for each row execute function note_takes_updates();

-- What the note before hands on is taken over once.
alter table note_places add column carried boolean not null default false;

-- Up to when a note can be found by its words; a row that is gone is found anew.
create table note_found (
  note text primary key references notes,
  at timestamptz not null
);
