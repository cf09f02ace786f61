-- A gathering of a small circle may be called sealed: its sound and picture open only with a key that the
-- hall never has.
update gatherings set settings = settings || '{"sealed": false}' where not settings ? 'sealed';
update series set plan = jsonb_set(plan, '{settings,sealed}', 'false')
  where plan ? 'settings' and not plan -> 'settings' ? 'sealed';
