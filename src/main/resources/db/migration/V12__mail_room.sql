-- What a person last did about a mail that was put aside, and to find mails by how far they have come.
alter table backoffice.inbound_mail
    add column staff_act text check (staff_act in ('TAKEN_IN', 'TRIED_AGAIN', 'DISMISSED')),
    add column acted_by  text,
    add column acted_at  timestamptz,
    add check ((staff_act is null) = (acted_by is null) and (staff_act is null) = (acted_at is null));

create index inbound_mail_state on backoffice.inbound_mail (state, id);

create index letter_created on backoffice.letter (created_at, id);
