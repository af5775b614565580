-- Something that somebody asks or reports, and a person answers.
create table backoffice.enquiry (
    id          bigint generated always as identity primary key,
    version     bigint      not null,
    case_number text        not null unique,
    topic       text        not null check (topic in
        ('ERROR_REPORT', 'REGISTER_CHANGE', 'CONTACT_LIST_REQUEST', 'WITHDRAWAL', 'QUESTION')),
    mail_id     bigint      not null references backoffice.inbound_mail (id),
    sender      text,
    state       text        not null check (state in ('OPEN', 'ANSWERED', 'CLOSED')),
    answers     integer     not null,
    answer      text        not null,
    opened_at   timestamptz not null
);

create index enquiry_mail on backoffice.enquiry (mail_id);
