-- Each quarter's campaign, and how far it has come through the participants.
create table backoffice.review_campaign (
    quarter          text        primary key,
    case_number      text        not null unique,
    last_participant bigint      not null default 0,
    opened           integer     not null default 0,
    finished_at      timestamptz
);

-- What each participant is asked in a quarter: to compare its configuration with the Domain List (requirement 5.3.1).
create table backoffice.quarterly_review (
    id             bigint generated always as identity primary key,
    version        bigint      not null,
    case_number    text        not null unique,
    participant_id bigint      not null references backoffice.participant,
    quarter        text        not null references backoffice.review_campaign,
    asked_on       date        not null,
    round          integer     not null,
    state          text        not null check (state in ('OPEN', 'ANSWERED', 'CONFIRMED', 'MISSED')),
    means          text        check (means in ('PAGE', 'REPLY', 'PHONE')),
    words          text        not null,
    list_version   bigint,
    answered_at    timestamptz,
    unique (participant_id, quarter)
);

create index quarterly_review_quarter on backoffice.quarterly_review (quarter, state);
