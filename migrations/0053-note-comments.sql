-- Comments on passages of notes, answers to them, and suggestions of other words.
create table note_comments (
  id text primary key,
  note text not null references notes on delete cascade,
  -- The comment that it answers; null: it begins a talk.
  answers text references note_comments on delete cascade,
  who text not null,
  text text not null,
  made_at timestamptz not null,
  changed_at timestamptz,
  taken_at timestamptz,
  hidden_at timestamptz,
  hidden_by text,
  hidden_why text,
  -- Of what begins a talk: the words it is about as they were, and where they stand (Yjs relative
  -- positions, encoded).
  quote text,
  anchor_from bytea,
  anchor_to bytea,
  resolved_at timestamptz,
  resolved_by text,
  -- A suggestion: the words to stand instead (empty: none), and what became of it.
  proposed text,
  outcome text check (outcome in ('accepted', 'refused')),
  outcome_why text,
  check ((answers is null) = (quote is not null))
);
create index note_comments_talks on note_comments (note, id) where answers is null;
create index note_comments_answers on note_comments (answers, id) where answers is not null;
create index note_comments_by_who on note_comments (who);
