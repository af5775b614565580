-- Who sent a mail as our mail server found, which case it answers and how we know, and what kind of case took it.
alter table backoffice.inbound_mail
    add column sender_verdict text check (sender_verdict in ('PASS', 'FAIL', 'AMBIGUOUS', 'UNKNOWN')),
    add column sender_domain  text,
    add column answers_case   text,
    add column answers_by     text check (answers_by in ('TOKEN', 'REFERENCE', 'MARKER', 'KNOWN_SENDER', 'SUBJECT', 'PERSON')),
    add column kind           text,
    add column sender_address text,
    add column message_id     text,
    add check ((sender_verdict is null) = (sender_domain is null)),
    add check ((answers_case is null) = (answers_by is null)),
    drop constraint inbound_mail_state_check,
    add constraint inbound_mail_state_check check (state in
        ('STORED', 'HANDLED', 'UNCLAIMED', 'QUARANTINED', 'MACHINE', 'SPAM', 'DUPLICATE', 'DISMISSED'));

update backoffice.inbound_mail set sender_address = lower(substring(sender from '<([^<>]*)>$'));

create index inbound_mail_message_id on backoffice.inbound_mail (message_id) where message_id is not null;
