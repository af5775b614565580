-- What reports count in the engine's history and among its running cases. The engine writes UTC without saying so. Tests
-- of our own tables have no engine.
do $$
begin
    if to_regclass('public.act_hi_procinst') is null then
        return;
    end if;

    create view backoffice.report_case as
    select id_ as instance, business_key_ as case_number, proc_def_key_ as kind, proc_def_id_ as diagram,
        start_time_ as started_at, end_time_ as ended_at,
        case when end_time_ is null then '' when state_ = 'COMPLETED' then coalesce(end_act_id_, '')
            else 'CANCELLED' end as ending
    from public.act_hi_procinst where business_key_ is not null;

    create view backoffice.report_started as
    select case_number, started_at as at, backoffice.month_of(started_at at time zone 'UTC') as month, kind,
        '' as detail, null::double precision as days
    from backoffice.report_case;

    create view backoffice.report_ended as
    select case_number, ended_at as at, backoffice.month_of(ended_at at time zone 'UTC') as month, kind,
        ending as detail,
        backoffice.days_between(started_at at time zone 'UTC', ended_at at time zone 'UTC') as days
    from backoffice.report_case where ended_at is not null;

    -- Where cases have waited. What comes of an event-based gateway takes no time: the gateway has waited.
    create view backoffice.report_step as
    select c.business_key_ as case_number, a.end_time_ as at,
        backoffice.month_of(a.end_time_ at time zone 'UTC') as month, a.proc_def_key_ as kind, a.act_id_ as detail,
        backoffice.days_between(a.start_time_ at time zone 'UTC', a.end_time_ at time zone 'UTC') as days
    from public.act_hi_actinst a left join public.act_hi_procinst c on c.proc_inst_id_ = a.proc_inst_id_
    where a.end_time_ is not null
        and a.act_type_ in ('userTask', 'receiveTask', 'eventBasedGateway', 'intermediateTimer');

    -- Milestones that were moved to a new day.
    create view backoffice.report_moved as
    select c.business_key_ as case_number, a.end_time_ as at,
        backoffice.month_of(a.end_time_ at time zone 'UTC') as month, '' as kind, '' as detail, null::double precision as days
    from public.act_hi_actinst a left join public.act_hi_procinst c on c.proc_inst_id_ = a.proc_inst_id_
    where a.end_time_ is not null and a.act_id_ = 'serviceTask_agreeNewDate';

    -- Where open cases stand.
    create view backoffice.report_standing as
    select proc_inst_id_ as instance, act_id_ as step from public.act_hi_actinst
    where end_time_ is null and act_type_ in ('userTask', 'receiveTask', 'eventBasedGateway', 'intermediateTimer');

    create view backoffice.report_open as
    select case_number, started_at as at, kind, '' as detail from backoffice.report_case where ended_at is null;

    create view backoffice.report_task as
    select c.business_key_ as case_number, t.create_time_ as at, c.proc_def_key_ as kind, t.task_def_key_ as detail,
        t.due_date_ as due_at
    from public.act_ru_task t join public.act_hi_procinst c on c.proc_inst_id_ = t.proc_inst_id_
    where c.business_key_ is not null;

    -- What is planned: timers, and tasks with a date.
    create view backoffice.report_due as
    select c.business_key_ as case_number, j.duedate_ as at, c.proc_def_key_ as kind, d.act_id_ as detail
    from public.act_ru_job j join public.act_ru_jobdef d on d.id_ = j.job_def_id_
        join public.act_hi_procinst c on c.proc_inst_id_ = j.process_instance_id_
    where j.type_ = 'timer' and c.business_key_ is not null
    union all
    select case_number, due_at, kind, detail from backoffice.report_task where due_at is not null;

    -- How many cases were open at a moment.
    create function backoffice.report_open_at(moment timestamptz)
        returns table (kind text, detail text, number bigint) stable language sql as $function$
        select kind, '', count(*) from backoffice.report_case
        where started_at < moment at time zone 'UTC'
            and (ended_at is null or ended_at >= moment at time zone 'UTC')
        group by 1
    $function$;
end $$;
