-- Threads: conversations of a circle that go on, and where each person stands in them.

create table threads (
  id text primary key,
  circle text not null references circles,
  title text not null,
  made_by text not null references persons,
  made_at timestamptz not null,
  -- What it started from: a note, a gathering, an item or a line of its chat.
  source_kind text,
  source text,
  source_title text,
  source_href text,
  split_from text references threads,
  merged_into text references threads,
  merged_at timestamptz,
  locked_at timestamptz,
  locked_by text,
  locked_why text,
  -- The number of the words that say where it stands now; null: nobody wrote any.
  standing integer,
  -- When something was last said.
  last_at timestamptz not null,
  check ((source_kind is null) = (source is null)),
  check ((merged_into is null) = (merged_at is null)),
  check (merged_into <> id)
);
create index threads_by_circle on threads (circle, last_at desc, id);
create index threads_by_source on threads (source) where source is not null;

-- What was said before where a thread started, quoted.
create table thread_quotes (
  thread text not null references threads on delete cascade,
  place integer not null,
  who text,
  name text,
  text text not null,
  at timestamptz,
  href text,
  primary key (thread, place)
);
create index thread_quotes_by_who on thread_quotes (who) where who is not null;

create table thread_comments (
  id text primary key,
  thread text not null references threads on delete cascade,
  -- The number of its entry in the record of the thread where it stands.
  number integer not null,
  who text not null references persons,
  text text not null,
  -- The comment that it answers; it may have gone to another thread since.
  answers text references thread_comments,
  -- The persons whom its words name.
  mentions text[] not null default '{}',
  made_at timestamptz not null,
  changed_at timestamptz,
  taken_at timestamptz,
  hidden_at timestamptz,
  hidden_by text,
  hidden_why text,
  mark text check (mark in ('decision', 'summary')),
  marked_by text,
  unique (thread, number)
);
create index thread_comments_by_who on thread_comments (who);
create index thread_comments_by_time on thread_comments (made_at);
create index thread_comments_answers on thread_comments (answers) where answers is not null;

-- What a comment said before it was changed; the words that stand are its own.
create table thread_versions (
  comment text not null references thread_comments on delete cascade,
  number integer not null,
  text text not null,
  at timestamptz not null,
  primary key (comment, number)
);

create table thread_reactions (
  comment text not null references thread_comments on delete cascade,
  who text not null references persons,
  emoji text not null,
  at timestamptz not null,
  primary key (comment, who, emoji)
);
create index thread_reactions_by_who on thread_reactions (who);

-- Where a thread stands now, in words: the last number is what holds, those before are its history.
create table thread_standings (
  thread text not null references threads on delete cascade,
  number integer not null,
  text text not null,
  by text not null,
  at timestamptz not null,
  primary key (thread, number)
);

-- Up to which number somebody has read; `also` beyond it, after threads were merged.
create table thread_reads (
  thread text not null references threads on delete cascade,
  person text not null references persons,
  up_to integer not null,
  also int4multirange not null default '{}',
  primary key (thread, person)
);
create index thread_reads_by_person on thread_reads (person);

-- Who follows or has muted a thread, and how they wish mail about it; null: as in its circle.
create table thread_follows (
  thread text not null references threads on delete cascade,
  person text not null references persons,
  how text check (how in ('follow', 'mute')),
  mail text check (mail in ('each', 'daily', 'weekly', 'none')),
  at timestamptz not null,
  primary key (thread, person)
);
create index thread_follows_by_person on thread_follows (person);

-- How somebody wishes mail about all threads of a circle.
create table thread_wishes (
  circle text not null references circles,
  person text not null references persons,
  mail text not null check (mail in ('each', 'daily', 'weekly', 'none')),
  primary key (circle, person)
);

-- Notices that were written, each to each person once.
create table thread_letters (
  comment text not null references thread_comments on delete cascade,
  person text not null references persons,
  at timestamptz not null,
  primary key (comment, person)
);

-- Rounds of digests, each once, and whom their letters went to.
create table thread_rounds (
  kind text not null check (kind in ('daily', 'weekly')),
  day text not null check (day ~ '^\d{4}-\d\d-\d\d$'),
  at timestamptz not null,
  primary key (kind, day)
);
create table thread_digests (
  kind text not null,
  day text not null,
  person text not null references persons,
  primary key (kind, day, person),
  foreign key (kind, day) references thread_rounds on delete cascade
);
