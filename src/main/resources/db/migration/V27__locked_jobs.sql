-- The engine asks for jobs that nobody works on, and for that for those that somebody does: a handful among hundreds of
-- thousands, which it would otherwise look for in the whole table each time. Tests of our own tables have no engine.
do $$
begin
    if to_regclass('public.act_ru_job') is not null then
        create index backoffice_locked_jobs on public.act_ru_job (lock_exp_time_) where lock_owner_ is not null;
    end if;
end $$;
