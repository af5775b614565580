-- The engine asks for jobs that nobody works on, and for that for those that somebody does: a handful among hundreds of
-- thousands, which it would otherwise look for in the whole table each time.
create index backoffice_locked_jobs on public.act_ru_job (lock_exp_time_) where lock_owner_ is not null;
