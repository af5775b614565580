-- How fast and to whom our mails leave, the same for all instances.

alter table backoffice.outbound_mail
    add column last_attempt_at timestamptz,
    add column domain text generated always as (lower(split_part(recipient, '@', 2))) stored,
    drop constraint outbound_mail_state_check,
    add constraint outbound_mail_state_check
        check (state in ('NEW', 'HELD', 'CLAIMED', 'IN_DATA', 'SENT', 'RETRY', 'FAILED', 'UNCERTAIN'));

-- An answer to somebody goes before a reminder: OWED sorts before REMINDER.
drop index backoffice.outbound_mail_due;
create index outbound_mail_due on backoffice.outbound_mail (importance, next_attempt_at, created_at)
    where state in ('NEW', 'RETRY', 'HELD') or state = 'UNCERTAIN' and importance = 'OWED' and not repeated;

create index outbound_mail_domain on backoffice.outbound_mail (domain)
    where state in ('NEW', 'RETRY', 'HELD') or state = 'UNCERTAIN' and importance = 'OWED' and not repeated;

-- What an address got in the last 24 hours.
create index outbound_mail_recent on backoffice.outbound_mail (lower(recipient), last_attempt_at);

-- The figures: everything but what was sent is little.
drop index backoffice.outbound_mail_troubled;
create index outbound_mail_unsent on backoffice.outbound_mail (state, created_at) where state <> 'SENT';
create index outbound_mail_sent on backoffice.outbound_mail (sent_at) where state = 'SENT';

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
