-- The day on which a newly listed participant is asked to enforce TLS on what comes in (requirement 5.2.4).
create table backoffice.milestone (
    id             bigint generated always as identity primary key,
    version        bigint      not null,
    case_number    text        not null unique,
    enrolment_case text        not null unique,
    participant_id bigint      not null references backoffice.participant,
    due_on         date        not null,
    asked_on       date,
    round          integer     not null,
    state          text        not null check (state in ('OPEN', 'ANSWERED', 'CLOSED')),
    extended       boolean     not null,
    answer         text        check (answer in ('DONE', 'NOT_ABLE', 'MORE_TIME', 'NONE')),
    means          text        check (means in ('PAGE', 'REPLY', 'PHONE')),
    words          text        not null,
    new_date       date,
    may_test       boolean     not null,
    list_version   bigint,
    answered_at    timestamptz
);

create index milestone_participant on backoffice.milestone (participant_id);
