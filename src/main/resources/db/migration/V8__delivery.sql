-- A mail of ours that did not arrive: a person follows it up.
create table backoffice.undelivered_mail (
    id               bigint generated always as identity primary key,
    version          bigint      not null,
    case_number      text        not null unique,
    outbound_mail_id uuid        not null references backoffice.outbound_mail (id),
    concerns         text        not null,
    answer           text        not null,
    opened_at        timestamptz not null,
    remedy           text
);

create index undelivered_mail_mail on backoffice.undelivered_mail (outbound_mail_id);
