-- Looks at a domain's mail servers, wanted or done; a check that waits belongs to an instance while its lease lasts.
create table backoffice.domain_check (
    id           bigint generated always as identity primary key,
    domain       text        not null,
    reason       text        not null check (reason in ('ENROLMENT', 'MILESTONE', 'PROOF', 'LIST', 'STAFF')),
    case_number  text,
    asked_at     timestamptz not null,
    due_at       timestamptz,
    leased_until timestamptz,
    attempts     integer     not null default 0,
    checked_at   timestamptz,
    worst        text        check (worst in ('PASS', 'NOTE', 'FAIL', 'RETRY', 'UNKNOWN')),
    report       jsonb,
    proof        jsonb,
    check (due_at is not null or report is not null or proof is not null)
);

create index domain_check_due on backoffice.domain_check (due_at) where due_at is not null;

create index domain_check_case on backoffice.domain_check (case_number, domain) where case_number is not null;

create index domain_check_domain on backoffice.domain_check (domain, checked_at desc nulls last);
