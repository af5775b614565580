-- A domain on the list has one routine look to come at the most.
create unique index domain_check_routine on backoffice.domain_check (domain)
    where reason = 'LIST' and due_at is not null;

-- What a person or a case waits for comes before the routine.
drop index backoffice.domain_check_due;

create index domain_check_due on backoffice.domain_check ((reason = 'LIST'), due_at) where due_at is not null;
