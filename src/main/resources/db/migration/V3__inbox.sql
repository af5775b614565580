-- Every mail that reached the mailbox, byte for byte, before anything else happens to it.
create table backoffice.inbound_mail (
    id           bigint generated always as identity primary key,
    mailbox      text        not null,
    uid_validity bigint      not null,
    uid          bigint      not null,
    sha256       bytea       not null,
    size         bigint      not null,
    -- Only the header where the mail is larger than we take in.
    raw          bytea       not null,
    whole        boolean     not null,
    state        text        not null check (state in ('STORED', 'HANDLED', 'UNCLAIMED', 'QUARANTINED', 'MACHINE', 'DUPLICATE', 'DISMISSED')),
    attempts     integer     not null default 0,
    due_at       timestamptz not null,
    reason       text,
    case_number  text,
    duplicate_of bigint references backoffice.inbound_mail,
    sender       text,
    subject      text,
    received_at  timestamptz not null,
    settled_at   timestamptz,
    unique (mailbox, uid_validity, uid)
);

create index inbound_mail_content on backoffice.inbound_mail (sha256);
create index inbound_mail_due on backoffice.inbound_mail (due_at) where state = 'STORED';
create index inbound_mail_case on backoffice.inbound_mail (case_number, id);
