-- The mails that we owe, each rendered once: a template that changes tomorrow does not rewrite it.
create table backoffice.outbound_mail (
    id               uuid primary key,
    purpose          text        not null,
    case_number      text        not null,
    recipient        text        not null,
    period           text        not null,
    importance       text        not null check (importance in ('OWED', 'REMINDER')),
    message_id       text        not null unique,
    thread           text        not null,
    envelope_sender  text        not null,
    subject          text        not null,
    body             text        not null,
    message          bytea       not null,
    state            text        not null default 'NEW'
        check (state in ('NEW', 'CLAIMED', 'IN_DATA', 'SENT', 'RETRY', 'FAILED', 'UNCERTAIN')),
    repeated         boolean     not null default false,
    attempts         int         not null default 0,
    created_at       timestamptz not null,
    first_attempt_at timestamptz,
    next_attempt_at  timestamptz not null,
    lease_holder     uuid,
    lease_until      timestamptz,
    last_answer      text,
    sent_at          timestamptz,
    check (state not in ('CLAIMED', 'IN_DATA') or lease_holder is not null and lease_until is not null),
    check (state <> 'SENT' or sent_at is not null)
);

-- The same letter is owed once, however its recipient's address is capitalised.
create unique index outbound_mail_letter on backoffice.outbound_mail (purpose, case_number, lower(recipient), period);

create index outbound_mail_case on backoffice.outbound_mail (case_number, created_at);

create index outbound_mail_due on backoffice.outbound_mail (next_attempt_at, created_at)
    where state in ('NEW', 'RETRY') or state = 'UNCERTAIN' and importance = 'OWED' and not repeated;

create index outbound_mail_leased on backoffice.outbound_mail (lease_until) where state in ('CLAIMED', 'IN_DATA');

create index outbound_mail_troubled on backoffice.outbound_mail (state) where state in ('FAILED', 'UNCERTAIN');
