-- The mails of an enrolment: the one that opened it, and every answer; what each said is told apart below.
create table backoffice.enrolment_mail (
    enrolment  bigint      not null references backoffice.enrolment (id) on delete cascade,
    position   integer     not null,
    mail_id    bigint      not null references backoffice.inbound_mail (id),
    sender     text        not null,
    trusted    boolean     not null,
    verdict    text        not null,
    round      integer     not null,
    read       boolean     not null,
    arrived_at timestamptz not null,
    primary key (enrolment, position),
    unique (enrolment, mail_id)
);

insert into backoffice.enrolment_mail (enrolment, position, mail_id, sender, trusted, verdict, round, read, arrived_at)
select id, 0, mail_id, coalesce(sender, ''), true, '', 0, state <> 'RECEIVED', received_at from backoffice.enrolment;

-- What we asked the applicant for, one row a mail of ours.
create table backoffice.enrolment_request (
    enrolment    bigint      not null references backoffice.enrolment (id) on delete cascade,
    position     integer     not null,
    points       text        not null,
    words        text        not null,
    asked_by     text,
    asked_at     timestamptz not null,
    reminder_due timestamptz not null,
    lapse_due    timestamptz not null,
    answered_by  bigint references backoffice.inbound_mail (id),
    primary key (enrolment, position)
);

-- Which value of the form an answer changed, from what to what.
create table backoffice.enrolment_change (
    enrolment  bigint      not null references backoffice.enrolment (id) on delete cascade,
    position   integer     not null,
    field      text        not null,
    was        text        not null,
    became     text        not null,
    mail_id    bigint      not null references backoffice.inbound_mail (id),
    changed_at timestamptz not null,
    primary key (enrolment, position)
);

-- What was read so far was read in the mail that opened the case.
alter table backoffice.enrolment_reading add column mail_id bigint references backoffice.inbound_mail (id);
alter table backoffice.enrolment_document
    add column mail_id bigint references backoffice.inbound_mail (id),
    add column number  integer;

update backoffice.enrolment_reading r set mail_id = e.mail_id from backoffice.enrolment e where e.id = r.enrolment;
update backoffice.enrolment_document d set mail_id = e.mail_id, number = d.position + 1
from backoffice.enrolment e where e.id = d.enrolment;

alter table backoffice.enrolment_reading alter column mail_id set not null;
alter table backoffice.enrolment_document alter column mail_id set not null, alter column number set not null;
