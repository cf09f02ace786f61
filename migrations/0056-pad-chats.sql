-- The chat of pads that were imported for a gathering: each line once, however often its pad comes.
-- Its words wait here until the gathering has minutes, and leave for them; who says whose they are there.
create table pad_chats (
  gathering text not null,
  line text not null,
  place bigint generated always as identity,
  words jsonb,
  who text,
  primary key (gathering, line)
);
