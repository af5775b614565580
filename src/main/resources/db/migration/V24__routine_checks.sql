-- Who runs the mail servers of a domain, one row for each change; the row without an end is in force.
create table backoffice.mail_operator (
    id     bigint generated always as identity primary key,
    domain text        not null,
    names  text        not null,
    since  timestamptz not null,
    before timestamptz
);

create unique index mail_operator_in_force on backoffice.mail_operator (domain) where before is null;

-- A domain on the list has one routine look to come at the most.
create unique index domain_check_routine on backoffice.domain_check (domain)
    where reason = 'LIST' and due_at is not null;

-- What a person or a case waits for comes before the routine.
drop index backoffice.domain_check_due;

create index domain_check_due on backoffice.domain_check ((reason = 'LIST'), due_at) where due_at is not null;
