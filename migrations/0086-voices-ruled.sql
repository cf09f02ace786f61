-- What facilitators ruled for a gathering's sound and picture, beside its shape.
alter table voices
  add column shares text not null default 'one' check (shares in ('one', 'several')),
  add column spotlight text;

-- Whom they let speak, or only listen, whatever the shape; no row: as the shape has it.
create table voices_let (
  gathering text not null,
  who text not null,
  speak boolean not null,
  primary key (gathering, who)
);
