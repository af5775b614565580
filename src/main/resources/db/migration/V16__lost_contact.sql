-- What mail servers said about our mails, for as long as somebody may ask why a contact counts as lost.
create table backoffice.delivery_report (
    id               bigint generated always as identity primary key,
    outbound_mail_id uuid        not null references backoffice.letter (id),
    address          text        not null,
    dead_address     boolean     not null,
    said             text        not null,
    reported_at      timestamptz not null
);

create index delivery_report_mail on backoffice.delivery_report (outbound_mail_id);

create index delivery_report_address on backoffice.delivery_report (lower(address), reported_at);

-- Nobody can be reached at an address any more: a person finds a new one. One open case an address.
create table backoffice.lost_contact (
    id          bigint generated always as identity primary key,
    version     bigint      not null,
    case_number text        not null unique,
    address     text        not null,
    concerns    text        not null,
    opened_at   timestamptz not null,
    outcome     text        check (outcome in ('NEW_ADDRESS', 'SETTLED_OTHERWISE')),
    new_address text,
    closed_at   timestamptz,
    check ((outcome is null) = (closed_at is null)),
    check ((new_address is not null) = (outcome is not distinct from 'NEW_ADDRESS'))
);

create unique index lost_contact_open on backoffice.lost_contact (lower(address)) where outcome is null;

-- Our own mail could not go over TLS to a participant's domain.
create table backoffice.participant_tls_failure (
    id               bigint generated always as identity primary key,
    participant_id   bigint      not null references backoffice.participant,
    domain           text        not null,
    noticed_at       timestamptz not null,
    outbound_mail_id uuid        not null,
    status           text        not null,
    said             text        not null
);

create index participant_tls_failure_participant on backoffice.participant_tls_failure (participant_id, noticed_at);

create index participant_contact on backoffice.participant (lower(administrator_email), lower(technical_email));
