-- Somebody reports that mail to a domain fails because of TLS; reports about one server are one case.
create table backoffice.error_report (
    id           bigint generated always as identity primary key,
    version      bigint      not null,
    case_number  text        not null unique,
    state        text        not null check (state in
        ('TO_ASSESS', 'ASKED', 'PURSUED', 'LEAVING', 'SOLVED', 'UNSOLVED', 'LEFT', 'OWN_SIDE', 'NOT_TLS', 'NOT_LISTED', 'JOINED')),
    cause        text        not null,
    notices      integer     not null,
    questions    integer     not null,
    seen_failing boolean     not null,
    words        text        not null,
    leaves_on    date,
    joined_to    text,
    opened_at    timestamptz not null,
    ended_at     timestamptz
);

create index error_report_open on backoffice.error_report (id) where ended_at is null;

-- What one mail reports of one domain.
create table backoffice.complaint (
    error_report   bigint      not null references backoffice.error_report (id),
    case_number    text        not null,
    mail_id        bigint      not null references backoffice.inbound_mail (id),
    reporter       text,
    reporter_id    bigint references backoffice.participant (id),
    domain         text,
    participant_id bigint references backoffice.participant (id),
    server         text        not null,
    received_at    timestamptz not null
);

create index complaint_error_report on backoffice.complaint (error_report);

create index complaint_domain on backoffice.complaint (domain);

create index complaint_participant on backoffice.complaint (participant_id);
