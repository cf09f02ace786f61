-- When somebody's last visit ended, so that home can say what happened since.
alter table persons add column visited_at timestamptz;
