-- Everything that happened in a case, for the person who opens it. The engine's tables come with the first migration;
-- where only ours are wanted, so is no casebook.
do $$
begin
  if to_regclass('public.act_hi_procinst') is not null then
    create view backoffice.case_event as
      select case_number, received_at as at, 'MAIL_IN' as kind, coalesce(subject, '') as what, coalesce(sender, '') as who,
          '' as words, id::text as reference
        from backoffice.inbound_mail where case_number is not null and duplicate_of is null
      union all
      select case_number, created_at, 'MAIL_OUT', subject, recipient, state, id::text from backoffice.outbound_mail
      union all
      select case_number, checked_at, 'CHECK', domain, '', coalesce(worst, ''), id::text
        from backoffice.domain_check where case_number is not null and checked_at is not null
      union all
      select case_number, decided_at, 'DECISION', outcome, decided_by, reason, task_id from backoffice.decision
      union all
      select started.business_key_, comment.time_ at time zone 'UTC', 'COMMENT', '', coalesce(comment.user_id_, ''),
          convert_from(comment.full_msg_, 'UTF8'), comment.id_
        from public.act_hi_comment comment
        join public.act_hi_taskinst task on task.id_ = comment.task_id_
        join public.act_hi_procinst started on started.proc_inst_id_ = task.proc_inst_id_
        where comment.type_ = 'comment' and comment.full_msg_ is not null
      union all
      select started.business_key_, task.start_time_ at time zone 'UTC', 'TASK', coalesce(task.name_, ''),
          coalesce(task.assignee_, ''), case when task.end_time_ is null then 'OPEN' else 'DONE' end, task.id_
        from public.act_hi_taskinst task
        join public.act_hi_procinst started on started.proc_inst_id_ = task.proc_inst_id_
      union all
      select business_key_, start_time_ at time zone 'UTC', 'OPENED', '', '', '', proc_inst_id_
        from public.act_hi_procinst where business_key_ is not null
      union all
      select business_key_, end_time_ at time zone 'UTC', 'CLOSED', '', '', '', proc_inst_id_
        from public.act_hi_procinst where business_key_ is not null and end_time_ is not null;
  end if;
end
$$;
