-- Which mail servers a participant says it runs.
create table backoffice.participant_mail_server (
    participant_id bigint not null references backoffice.participant,
    mail_server    text   not null,
    primary key (participant_id, mail_server)
);

-- The ledger: which version of the Domain List a participant has in its mail server, and how we know; only added to.
create table backoffice.attestation (
    id             bigint generated always as identity primary key,
    participant_id bigint      not null references backoffice.participant,
    list_version   bigint      not null,
    case_number    text        not null,
    means          text        not null check (means in ('ENROLMENT', 'PAGE', 'REPLY', 'PHONE')),
    confirmed_at   timestamptz not null
);

create index attestation_participant on backoffice.attestation (participant_id, list_version);

create index attestation_version on backoffice.attestation (list_version);

-- Files that were fetched by the links in our mails.
create table backoffice.list_download (
    participant_id bigint      not null references backoffice.participant,
    list_version   bigint      not null,
    file           text        not null,
    downloaded_at  timestamptz not null
);

create index list_download_version on backoffice.list_download (list_version, participant_id);

create index list_download_participant on backoffice.list_download (participant_id);
