-- What is given first is read from the evidence, no longer ticked by who decides.
alter table applications drop column first_met_at;
