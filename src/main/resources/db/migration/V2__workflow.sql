-- One sequence of case numbers for all kinds of cases: nothing cached, so that a gap is only a rolled back transaction.
create sequence backoffice.case_number no cycle cache 1;

-- Who decided what about a case, when and why: only ever added to.
create table backoffice.decision (
    id          bigint generated always as identity primary key,
    case_number text        not null,
    task_id     text        not null,
    outcome     text        not null,
    reason      text        not null,
    decided_by  text        not null,
    decided_at  timestamptz not null
);

create index decision_case on backoffice.decision (case_number, id);

create index decision_task on backoffice.decision (task_id);
