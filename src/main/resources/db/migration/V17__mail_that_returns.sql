-- A mail of ours may come back although the server had taken it.
alter table backoffice.outbound_mail
    drop constraint outbound_mail_state_check,
    add constraint outbound_mail_state_check check (state in
        ('NEW', 'HELD', 'CLAIMED', 'IN_DATA', 'SENT', 'RETRY', 'FAILED', 'UNCERTAIN', 'RETURNED'));
