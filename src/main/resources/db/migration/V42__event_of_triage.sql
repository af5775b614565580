-- The mail that a person sorts is what has happened in that case, though it belongs to another case or to none.
do $$
begin
  if to_regclass('backoffice.case_event') is not null then
    execute 'create or replace view backoffice.case_event as '
      || rtrim(pg_get_viewdef(to_regclass('backoffice.case_event')), ';')
      || ' union all
        select triage.case_number, mail.received_at, ''MAIL_IN'', coalesce(mail.subject, ''''), coalesce(mail.sender, ''''),
            '''', mail.id::text
          from backoffice.mail_triage triage join backoffice.inbound_mail mail on mail.id = triage.mail_id
          where mail.case_number is distinct from triage.case_number';
  end if;
end
$$;
