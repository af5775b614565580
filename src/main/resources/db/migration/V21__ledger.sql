-- Each participant with the newest version that it has confirmed, and since when; from its enrolment where it has none.
create view backoffice.ledger_entry as
select p.id as participant_id, p.organisation, p.organisation_number, d.domains,
    coalesce(a.list_version, 0) as list_version, coalesce(a.confirmed_on, p.enrolled_on) as confirmed_on,
    extract(year from coalesce(a.confirmed_on, p.enrolled_on))::int * 4
        + extract(quarter from coalesce(a.confirmed_on, p.enrolled_on))::int as quarter
from backoffice.participant p
    join (select participant_id, count(*)::int as domains from backoffice.participant_domain where state <> 'LEFT'
        group by participant_id) d on d.participant_id = p.id
    left join (select participant_id, max(list_version) as list_version,
            (max(confirmed_at) at time zone 'Europe/Oslo')::date as confirmed_on
        from backoffice.attestation group by participant_id) a on a.participant_id = p.id;
