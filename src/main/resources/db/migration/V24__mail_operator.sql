-- Who runs the mail servers of a domain, one row for each change; the row without an end is in force.
create table backoffice.mail_operator (
    id     bigint generated always as identity primary key,
    domain text        not null,
    names  text        not null,
    since  timestamptz not null,
    before timestamptz
);

create unique index mail_operator_in_force on backoffice.mail_operator (domain) where before is null;
