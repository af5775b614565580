-- How fast and to whom our mails leave, the same for all instances.

-- A mail is a letter, which never changes, and its delivery, which changes with every step on the way: what is written
-- that often stays narrow, with no index that it does not need.
alter table backoffice.outbound_mail rename to letter;
alter index backoffice.outbound_mail_letter rename to letter_once;
alter index backoffice.outbound_mail_case rename to letter_case;

create table backoffice.delivery (
    id               uuid primary key references backoffice.letter (id),
    importance       text        not null check (importance in ('OWED', 'REMINDER')),
    address          text        not null check (address = lower(address)),
    domain           text        generated always as (split_part(address, '@', 2)) stored,
    queued_at        timestamptz not null,
    state            text        not null default 'NEW' check (state in
        ('NEW', 'HELD', 'CLAIMED', 'IN_DATA', 'SENT', 'RETRY', 'FAILED', 'UNCERTAIN', 'RETURNED')),
    repeated         boolean     not null default false,
    attempts         int         not null default 0,
    first_attempt_at timestamptz,
    last_attempt_at  timestamptz,
    next_attempt_at  timestamptz not null,
    lease_holder     uuid,
    lease_until      timestamptz,
    last_answer      text,
    sent_at          timestamptz,
    check (state not in ('CLAIMED', 'IN_DATA') or lease_holder is not null and lease_until is not null),
    check (state <> 'SENT' or sent_at is not null)
);

insert into backoffice.delivery (id, importance, address, queued_at, state, repeated, attempts, first_attempt_at,
    next_attempt_at, lease_holder, lease_until, last_answer, sent_at)
select id, importance, lower(recipient), created_at, state, repeated, attempts, first_attempt_at,
    next_attempt_at, lease_holder, lease_until, last_answer, sent_at
from backoffice.letter;

alter table backoffice.letter
    drop column importance, drop column state, drop column repeated, drop column attempts,
    drop column first_attempt_at, drop column next_attempt_at, drop column lease_holder, drop column lease_until,
    drop column last_answer, drop column sent_at;

create view backoffice.outbound_mail as select * from backoffice.letter join backoffice.delivery using (id);

create index letter_recipient on backoffice.letter (lower(recipient), created_at);

-- An answer to somebody goes before a reminder: OWED sorts before REMINDER.
create index delivery_due on backoffice.delivery (importance, next_attempt_at, queued_at)
    where state in ('NEW', 'RETRY', 'HELD') or state = 'UNCERTAIN' and importance = 'OWED' and not repeated;

create index delivery_domain on backoffice.delivery (domain)
    where state in ('NEW', 'RETRY', 'HELD') or state = 'UNCERTAIN' and importance = 'OWED' and not repeated;

create index delivery_leased on backoffice.delivery (lease_until) where state in ('CLAIMED', 'IN_DATA');

-- What an address got in the last 24 hours.
create index delivery_recent on backoffice.delivery (address, last_attempt_at);

-- The figures and what staff look after: everything but what was sent is little.
create index delivery_unsent on backoffice.delivery (state, queued_at) where state <> 'SENT';

-- The one gate through which all workers of all instances claim, one after the other.
create table backoffice.mail_gate (
    id      boolean     primary key default true check (id),
    open_at timestamptz not null
);
insert into backoffice.mail_gate (open_at) values ('2000-01-01T00:00:00Z');

-- The domains whose servers asked us to come back later.
create table backoffice.mail_domain_pause (
    domain       text primary key check (domain = lower(domain)),
    refusals     int         not null,
    paused_until timestamptz not null,
    answer       text        not null
);
