-- A gathering may hear itself in another tool, whose link stands in its settings; the link is for those in
-- the room and those who shape it.
update gatherings set settings = settings || '{"elsewhere": null}' where not settings ? 'elsewhere';
update series set plan = jsonb_set(plan, '{settings,elsewhere}', 'null')
  where plan ? 'settings' and not plan -> 'settings' ? 'elsewhere';
