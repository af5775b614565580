-- Figures of months that are over: counted once, and still here when the cases behind them are deleted. They are about
-- nobody: kinds, steps and outcomes, how many of them, and how many in how many days.
create table backoffice.report_month (
    subject    text        not null,
    month      date        not null check (extract(day from month) = 1),
    counted_at timestamptz not null,
    primary key (subject, month)
);

create table backoffice.report_figure (
    subject text   not null,
    month   date   not null,
    kind    text   not null,
    detail  text   not null,
    number  bigint not null,
    days    double precision[],
    numbers bigint[],
    foreign key (subject, month) references backoffice.report_month on delete cascade
);

create index report_figure_month on backoffice.report_figure (subject, month);

-- Which requirements an enrolment did not meet when it was declined; none where only the words of staff say why.
create table backoffice.enrolment_refusal (
    case_number text not null,
    requirement text not null,
    primary key (case_number, requirement)
);

create index decision_declined on backoffice.decision (decided_at) where outcome = 'DECLINED';

create index enrolment_received on backoffice.enrolment (received_at);

-- Mails lie in the order in which they came: what costs next to nothing to write finds those of a month.
create index inbound_mail_received on backoffice.inbound_mail using brin (received_at)
    with (pages_per_range = 16, autosummarize = on);

create index delivery_queued on backoffice.delivery using brin (queued_at)
    with (pages_per_range = 16, autosummarize = on);

-- The worst that a look has shown of each requirement, beside the whole report.
alter table backoffice.domain_check add column outcomes jsonb;

update backoffice.domain_check c set outcomes = (
    select jsonb_object_agg(r.requirement, coalesce(w.outcome, 'UNKNOWN'))
    from (values ('MAIL_SERVERS'), ('TRUSTED_CERTIFICATE'), ('STARTTLS'), ('TLS_VERSION'), ('SERVER_NAME')) r (requirement)
        left join lateral (
            select o.outcome from (
                select v from jsonb_array_elements(c.report -> 'verdicts') v
                union all
                select v from jsonb_array_elements(c.report -> 'servers') s, jsonb_array_elements(s -> 'verdicts') v) seen,
                lateral (select case
                    when v ->> 'finding' in ('REACHED', 'STARTTLS_WORKS', 'CHAIN_TRUSTED', 'VERSION_GOOD', 'NAME_MATCHES')
                        then 'PASS'
                    when v ->> 'finding' in ('BYTES_AFTER_STARTTLS', 'VERSION_TOO_NEW', 'KEY_SHORT', 'EXPIRES_SOON',
                        'NAME_IN_CN_ONLY', 'ONE_UNREACHABLE') then 'NOTE'
                    when v ->> 'finding' in ('TRY_LATER', 'CONNECTION_LOST', 'ANSWER_LATE') then 'RETRY'
                    when v ->> 'finding' in ('UNREACHABLE', 'BANNER_LATE', 'REFUSED_US', 'TOO_SLOW', 'NOT_SMTP',
                        'DNS_FAILED', 'INNER_ADDRESS', 'SELF_TEST_FAILED', 'NO_TURN', 'NOT_TESTED') then 'UNKNOWN'
                    else 'FAIL' end as outcome) o
            where v ->> 'requirement' = r.requirement
            order by array_position(array['FAIL', 'RETRY', 'UNKNOWN', 'NOTE', 'PASS'], o.outcome) limit 1) w on true)
where report is not null;

create function backoffice.month_of(moment timestamptz) returns date immutable language sql
    return date_trunc('month', moment at time zone 'Europe/Oslo')::date;

-- Of a month, from which moment it is over.
create function backoffice.end_of(month date) returns timestamptz immutable language sql
    return (month + interval '1 month') at time zone 'Europe/Oslo';

-- To the day from ten days on, to a tenth below, in the first day to a hundredth: so few values tell all that matters.
create function backoffice.days_between(earlier timestamptz, later timestamptz) returns double precision immutable
    language sql return case
        when later - earlier < interval '24 hours'
            then round(greatest(0, extract(epoch from later - earlier)::double precision) / 864) / 100
        when later - earlier < interval '240 hours'
            then round(extract(epoch from later - earlier)::double precision / 8640) / 10
        else round(extract(epoch from later - earlier)::double precision / 86400) end;

-- What reports count, each row in the month in which it happened, with the case behind it.
create view backoffice.report_received as
select case_number, received_at as at, backoffice.month_of(received_at) as month, '' as kind, '' as detail,
    null::double precision as days
from backoffice.enrolment;

create view backoffice.report_listed as
select e.case_number, v.published_at as at, backoffice.month_of(v.published_at) as month, '' as kind, '' as detail,
    backoffice.days_between(e.received_at, v.published_at) as days
from backoffice.domain_list_version v
    join backoffice.enrolment e on e.case_number = v.case_number and e.list_version = v.number;

create view backoffice.report_refused as
select d.case_number, d.decided_at as at, backoffice.month_of(d.decided_at) as month,
    coalesce(r.requirement, '') as kind, '' as detail, null::double precision as days
from backoffice.decision d
    join backoffice.enrolment e on e.case_number = d.case_number
    left join backoffice.enrolment_refusal r on r.case_number = d.case_number
where d.outcome = 'DECLINED';

-- A quarter's reviews count in its first month, whenever they are answered.
create view backoffice.report_review as
select r.case_number, q.month::timestamp at time zone 'Europe/Oslo' as at, q.month,
    case r.state when 'ANSWERED' then 'CONFIRMED' else r.state end as kind, coalesce(r.means, '') as detail,
    backoffice.days_between((r.asked_on + time '08:00') at time zone 'Europe/Oslo', r.answered_at) as days
from (select quarter, make_date(left(quarter, 4)::int, 3 * right(quarter, 1)::int - 2, 1) as month
        from backoffice.review_campaign) q
    cross join lateral (select * from backoffice.quarterly_review where quarter = q.quarter offset 0) r;

create view backoffice.report_error_opened as
select case_number, opened_at as at, backoffice.month_of(opened_at) as month, '' as kind, '' as detail,
    null::double precision as days
from backoffice.error_report where state <> 'JOINED';

create view backoffice.report_error_ended as
select case_number, ended_at as at, backoffice.month_of(ended_at) as month, state as kind, cause as detail,
    backoffice.days_between(opened_at, ended_at) as days
from backoffice.error_report where state <> 'JOINED' and ended_at is not null;

create view backoffice.report_mail_in as
select case_number, received_at as at, backoffice.month_of(received_at) as month, state as kind, '' as detail,
    null::double precision as days
from backoffice.inbound_mail;

create view backoffice.report_mail_out as
select l.case_number, d.queued_at as at, backoffice.month_of(d.queued_at) as month, d.state as kind, '' as detail,
    null::double precision as days
from backoffice.delivery d left join backoffice.letter l using (id);

-- How the Domain List stood at a moment: how many domains said Ja, how many Nei.
create function backoffice.report_list_at(moment timestamptz)
    returns table (kind text, detail text, number bigint) stable language sql as $$
    select case when e.inbound_enforcement then 'JA' else 'NEI' end, '', count(*)
    from (select max(number) as number from backoffice.domain_list_version where published_at < moment) v
        join backoffice.domain_list_entry e on e.from_version <= v.number
            and (e.to_version is null or e.to_version > v.number)
    group by 1
$$;

-- What had been seen last at the domains that were listed at a moment.
create function backoffice.report_verdicts_at(moment timestamptz)
    returns table (kind text, detail text, number bigint) stable language sql as $$
    select r.requirement, coalesce(c.outcomes ->> r.requirement, 'UNKNOWN'), count(*)
    from (select max(number) as number from backoffice.domain_list_version where published_at < moment) v
        join backoffice.domain_list_entry e on e.from_version <= v.number
            and (e.to_version is null or e.to_version > v.number)
        left join lateral (select outcomes from backoffice.domain_check
            where domain = e.domain and checked_at < moment and outcomes is not null
            order by checked_at desc nulls last limit 1) c on true
        cross join (values ('MAIL_SERVERS'), ('TRUSTED_CERTIFICATE'), ('STARTTLS'), ('TLS_VERSION'), ('SERVER_NAME'))
            r (requirement)
    group by 1, 2
$$;
