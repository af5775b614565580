-- A mail that no other case has: a person says what it is.
create table backoffice.mail_triage (
    id          bigint generated always as identity primary key,
    version     bigint      not null,
    case_number text        not null unique,
    mail_id     bigint      not null references backoffice.inbound_mail (id),
    reason      text        not null,
    opened_at   timestamptz not null,
    sorting     text,
    became      text
);

create index mail_triage_mail on backoffice.mail_triage (mail_id);
