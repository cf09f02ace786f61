-- What is shown in a gathering now, and which slides lie ready: the fold of `slides:<gathering>`.
create table slides (
  gathering text primary key,
  state jsonb not null
);
