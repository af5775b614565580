-- The domains on the list and how their mail servers stood when they were looked at last.
create table backoffice.watched_domain (
    id            bigint generated always as identity primary key,
    domain        text    not null unique,
    passed        boolean not null,
    failing_since timestamptz
);

-- Mail servers that no longer do what the scheme asks, or whose certificate expires soon; one open case for each domain.
create table backoffice.drift (
    id             bigint generated always as identity primary key,
    version        bigint      not null,
    case_number    text        not null unique,
    domain         text        not null,
    participant_id bigint      not null references backoffice.participant (id),
    state          text        not null check (state in ('OPEN', 'MENDED', 'LEFT', 'LET_BE')),
    failing        boolean     not null,
    expires_at     timestamptz,
    days_told      integer     not null,
    round          integer     not null,
    noticed_on     date        not null,
    check (failing or expires_at is not null)
);

create unique index drift_open on backoffice.drift (domain) where state = 'OPEN';

create index drift_participant on backoffice.drift (participant_id);
