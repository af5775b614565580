-- Who takes part in the scheme.
create table backoffice.participant (
    id                  bigint generated always as identity primary key,
    version             bigint  not null,
    organisation        text    not null,
    organisation_number text    unique,
    administrator_name  text    not null,
    administrator_email text    not null,
    technical_email     text    not null,
    technical_phone     text    not null,
    enrolled_on         date    not null
);

-- Who has no number is known by name.
create unique index participant_without_number on backoffice.participant (lower(organisation))
    where organisation_number is null;

-- The domains a participant has or had; inbound_enforcement is requirement 5.2.4.
create table backoffice.participant_domain (
    participant_id      bigint  not null references backoffice.participant,
    domain              text    not null,
    state               text    not null check (state in ('LISTED', 'LEAVING', 'LEFT')),
    inbound_enforcement boolean not null,
    enrolled_on         date    not null,
    case_number         text    not null,
    primary key (participant_id, domain)
);

create unique index participant_domain_of_one on backoffice.participant_domain (domain) where state <> 'LEFT';

create index participant_domain_case on backoffice.participant_domain (case_number);

-- Each publication of the Domain List. Numbers start at 1 and have no gaps; sha256 is that of the CSV file.
create table backoffice.domain_list_version (
    number       bigint      primary key check (number > 0),
    published_at timestamptz not null,
    case_number  text        not null,
    domains      integer     not null,
    sha256       text        not null
);

create index domain_list_version_time on backoffice.domain_list_version (published_at);

create index domain_list_version_case on backoffice.domain_list_version (case_number);

-- A row of the list, from the first version that has it to the first that has it no more.
create table backoffice.domain_list_entry (
    domain              text    not null,
    organisation        text    not null,
    organisation_number text,
    enrolled_on         date    not null,
    inbound_enforcement boolean not null,
    from_version        bigint  not null references backoffice.domain_list_version,
    to_version          bigint  references backoffice.domain_list_version,
    primary key (domain, from_version),
    check (to_version > from_version)
);

create unique index domain_list_entry_now on backoffice.domain_list_entry (domain) where to_version is null;

create index domain_list_entry_from on backoffice.domain_list_entry (from_version);

create index domain_list_entry_to on backoffice.domain_list_entry (to_version);
