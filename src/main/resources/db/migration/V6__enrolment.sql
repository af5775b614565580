-- One application to join: from its first mail to listed or declined.
create table backoffice.enrolment (
    id           bigint generated always as identity primary key,
    version      bigint      not null,
    case_number  text        not null unique,
    mail_id      bigint      not null references backoffice.inbound_mail (id),
    sender       text,
    state        text        not null,
    received_at  timestamptz not null,
    list_version bigint
);

-- The form as it stands: first as read, then as staff corrected it.
create table backoffice.enrolment_entry (
    enrolment bigint not null references backoffice.enrolment (id) on delete cascade,
    field     text   not null,
    value     text   not null,
    primary key (enrolment, field)
);

-- What was read where: the evidence beside each field, never changed.
create table backoffice.enrolment_reading (
    enrolment     bigint  not null references backoffice.enrolment (id) on delete cascade,
    position      integer not null,
    field         text    not null,
    appendix      text    not null,
    value         text    not null,
    understood    boolean not null,
    source        text    not null,
    document_name text    not null,
    primary key (enrolment, position)
);

-- What each attachment turned out to be.
create table backoffice.enrolment_document (
    enrolment  bigint  not null references backoffice.enrolment (id) on delete cascade,
    position   integer not null,
    file_name  text    not null,
    kind       text    not null,
    appendices text    not null,
    remarks    text    not null,
    primary key (enrolment, position)
);
