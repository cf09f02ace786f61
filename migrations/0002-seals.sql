-- Which heads a seal sealed: those that moved since the seal before.
create table seal_heads (
  seal text not null references seals (id),
  topic text not null,
  seq bigint not null,
  hash bytea not null,
  primary key (seal, topic)
);
create index seal_heads_by_topic on seal_heads (topic, seq);
