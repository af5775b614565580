-- A history of finished cases, spread over the three years before today, and one open case for every hundred of them.
select setseed(0.42);

create temporary table made as
select n, 'TLS-2026-' || lpad(n::text, 6, '0') as case_number, 'case-' || n as instance, n > :cases as open,
    case when place < 56 then 'quarterlyReview' when place < 68 then 'enrolment' when place < 78 then 'milestone'
        when place < 83 then 'errorReport' when place < 86 then 'drift' when place < 90 then 'enquiry'
        when place < 96 then 'mailTriage' when place < 99 then 'undeliveredMail' else 'lostContact' end as kind,
    now() at time zone 'UTC' - interval '1 day' * age as started_at,
    interval '1 day' * least(round((40 * random() ^ 3 + 0.01)::numeric, 3), 0.95 * age) as took, random() as chance
from (select n, 37 * n % 100 as place, case when n > :cases then 60.0 * (1 - (n - :cases) / (1.0 + :cases / 100))
    else 1095.0 * (1 - n / (1.0 + :cases)) end as age from generate_series(1, :cases + :cases / 100) n) aged;

analyze made;

create temporary table route as
select * from (values
    ('quarterlyReview', 1, 'startEvent_reviewOpened', 'startEvent', 0.0, 0.0),
    ('quarterlyReview', 2, 'serviceTask_sendChangePack', 'serviceTask', 0, 0),
    ('quarterlyReview', 3, 'intermediateCatchEvent_firstReviewReminderDue', 'intermediateTimer', 0, 0.5),
    ('quarterlyReview', 4, 'serviceTask_sendFirstReviewReminder', 'serviceTask', 0.5, 0.5),
    ('quarterlyReview', 5, 'intermediateCatchEvent_secondReviewReminderDue', 'intermediateTimer', 0.5, 0.8),
    ('quarterlyReview', 6, 'userTask_followUpReview', 'userTask', 0.8, 1),
    ('enrolment', 1, 'startEvent_formsReceived', 'startEvent', 0, 0),
    ('enrolment', 2, 'serviceTask_sendReceipt', 'serviceTask', 0, 0),
    ('enrolment', 3, 'serviceTask_readForms', 'serviceTask', 0, 0),
    ('enrolment', 4, 'receiveTask_awaitAnswer', 'receiveTask', 0, 0.6),
    ('enrolment', 5, 'receiveTask_awaitDomainCheck', 'receiveTask', 0.6, 0.65),
    ('enrolment', 6, 'userTask_reviewEnrolment', 'userTask', 0.65, 1),
    ('enrolment', 7, 'serviceTask_listDomains', 'serviceTask', 1, 1),
    ('enrolment', 8, 'serviceTask_sendConfirmation', 'serviceTask', 1, 1),
    ('milestone', 1, 'startEvent_participantListed', 'startEvent', 0, 0),
    ('milestone', 2, 'intermediateCatchEvent_noteDue', 'intermediateTimer', 0, 0.5),
    ('milestone', 3, 'serviceTask_sendMilestoneNote', 'serviceTask', 0.5, 0.5),
    ('milestone', 4, 'intermediateCatchEvent_milestoneDue', 'intermediateTimer', 0.5, 0.6),
    ('milestone', 5, 'serviceTask_askAboutMilestone', 'serviceTask', 0.6, 0.6),
    ('milestone', 6, 'intermediateCatchEvent_firstReminderDue', 'intermediateTimer', 0.6, 0.8),
    ('milestone', 7, 'userTask_followUpMilestone', 'userTask', 0.8, 1),
    ('errorReport', 1, 'userTask_assessErrorReport', 'userTask', 0, 0.2),
    ('errorReport', 2, 'serviceTask_tellFailingParticipant', 'serviceTask', 0.2, 0.2),
    ('errorReport', 3, 'gateway_awaitMending', 'eventBasedGateway', 0.2, 0.9),
    ('errorReport', 4, 'userTask_followUpErrorReport', 'userTask', 0.9, 1),
    ('drift', 1, 'gateway_awaitMending', 'eventBasedGateway', 0, 0.7),
    ('drift', 2, 'userTask_followUpDrift', 'userTask', 0.7, 1),
    ('enquiry', 1, 'serviceTask_acknowledgeEnquiry', 'serviceTask', 0, 0),
    ('enquiry', 2, 'userTask_answerEnquiry', 'userTask', 0, 1),
    ('mailTriage', 1, 'userTask_sortEmail', 'userTask', 0, 1),
    ('undeliveredMail', 1, 'userTask_followUpMail', 'userTask', 0, 1),
    ('lostContact', 1, 'userTask_findNewContact', 'userTask', 0, 1))
    r (kind, place, activity, type, begins, ends);

create temporary table ending as
select * from (values ('quarterlyReview', 'endEvent_listConfirmed', 'endEvent_reviewMissed'),
    ('enrolment', 'endEvent_domainsListed', 'endEvent_enrolmentDeclined'),
    ('milestone', 'endEvent_inboundEnforced', 'endEvent_inboundNotPossible'),
    ('errorReport', 'endEvent_errorReportPursued', 'endEvent_errorReportAnswered'),
    ('drift', 'endEvent_driftMended', 'endEvent_driftLetBe'),
    ('enquiry', 'endEvent_enquiryAnswered', 'endEvent_enquiryClosed'),
    ('mailTriage', 'endEvent_mailHandedOn', 'endEvent_mailDismissed'),
    ('undeliveredMail', 'endEvent_mailQueuedAgain', 'endEvent_settledOtherwise'),
    ('lostContact', 'endEvent_contactChanged', 'endEvent_contactSettledOtherwise')) e (kind, mostly, sometimes);

insert into act_hi_procinst (id_, proc_inst_id_, root_proc_inst_id_, business_key_, proc_def_key_, proc_def_id_,
    start_time_, end_time_, duration_, end_act_id_, state_)
select instance, instance, instance, case_number, kind, kind || ':1', started_at,
    case when not open then started_at + took end, case when not open then extract(epoch from took) * 1000 end,
    case when open then null when chance < 0.8 then mostly else sometimes end, case when open then 'ACTIVE' else 'COMPLETED' end
from made join ending using (kind);

insert into act_hi_actinst (id_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_, execution_id_, act_id_,
    act_name_, act_type_, start_time_, end_time_, duration_, act_inst_state_, sequence_counter_)
select instance || ':' || place, kind, kind || ':1', instance, instance, instance, activity, activity, type,
    started_at + took * begins, case when not open then started_at + took * ends end,
    case when not open then extract(epoch from took * (ends - begins)) * 1000 end, 4, place
from made join route using (kind) where not open or place = 1;

insert into act_re_procdef (id_, rev_, key_, version_, deployment_id_)
select kind || ':1', 1, kind, 0, 'made' from ending;

insert into act_ru_jobdef (id_, rev_, proc_def_id_, proc_def_key_, act_id_, job_type_, suspension_state_)
select 'made:' || kind, 1, kind || ':1', kind, 'intermediateCatchEvent_firstReviewReminderDue', 'timer-intermediate-transition', 1
from ending;

insert into act_ru_execution (id_, rev_, root_proc_inst_id_, proc_inst_id_, proc_def_id_, business_key_, suspension_state_)
select instance, 1, instance, instance, kind || ':1', case_number, 1 from made where open;

insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, task_def_key_, create_time_, due_date_,
    suspension_state_)
select 'task-' || n, 1, instance, instance, kind || ':1', 'userTask_' || kind, started_at,
    started_at + interval '30 days', 1
from made where open and n % 2 = 0;

insert into act_ru_job (id_, rev_, type_, execution_id_, process_instance_id_, process_def_id_, process_def_key_,
    retries_, duedate_, job_def_id_, suspension_state_, handler_type_)
select 'timer-' || n, 1, 'timer', instance, instance, kind || ':1', kind, 3, started_at + interval '90 days',
    'made:' || kind, 1, 'timer-intermediate-transition'
from made where open and n % 2 = 1;

insert into backoffice.participant (version, organisation, administrator_name, administrator_email, technical_email,
    technical_phone, enrolled_on)
select 0, 'Bank ' || n || ' AS', 'IT-drift', 'tls@bank' || n || '.example', 'drift@bank' || n || '.example',
    '+4722000000', current_date - 1000 from generate_series(1, :cases / 20) n;

insert into backoffice.participant_domain (participant_id, domain, state, inbound_enforcement, enrolled_on, case_number)
select id, 'bank' || id || '.example', 'LISTED', id % 2 = 0, enrolled_on, 'TLS-2020-00001' from backoffice.participant;

insert into backoffice.domain_list_version (number, published_at, case_number, domains, sha256)
select row_number() over (order by started_at + took), (started_at + took) at time zone 'UTC', case_number, 1, ''
from made where kind = 'enrolment' and not open and chance < 0.8;

insert into backoffice.domain_list_entry (domain, organisation, enrolled_on, inbound_enforcement, from_version)
select 'bank' || id || '.example', organisation, enrolled_on, id % 2 = 0,
    1 + id * (select count(*) - 1 from backoffice.domain_list_version) / (select count(*) from backoffice.participant)
from backoffice.participant;

insert into backoffice.inbound_mail (mailbox, uid_validity, uid, sha256, size, raw, whole, state, due_at, case_number,
    received_at)
select 'made', 1, n, decode(md5(n::text), 'hex'), 4000, convert_to(repeat('mail ', 800), 'UTF8'), true,
    case when chance < 0.9 then 'HANDLED' when chance < 0.95 then 'DISMISSED' else 'SPAM' end, started_at,
    case_number, started_at at time zone 'UTC'
from made where 37 * n % 100 >= 40;

insert into backoffice.letter (id, purpose, case_number, recipient, period, message_id, thread, envelope_sender, subject,
    body, message, created_at)
select gen_random_uuid(), 'made', case_number, 'tls@bank.example', round::text, case_number || '.' || round, '',
    'bounce@bits.no', 'Til dere', repeat('ord ', 200), convert_to(repeat('mail ', 400), 'UTF8'),
    started_at at time zone 'UTC' + interval '1 hour' * round
from made, generate_series(1, 2) round;

insert into backoffice.delivery (id, importance, address, queued_at, state, attempts, last_attempt_at, next_attempt_at,
    sent_at)
select id, 'OWED', recipient, created_at, case when random() < 0.98 then 'SENT' when random() < 0.5 then 'FAILED'
    else 'UNCERTAIN' end, 1, created_at, created_at, created_at from backoffice.letter;

insert into backoffice.enrolment (version, case_number, mail_id, sender, state, received_at)
select 0, case_number, m.id, null, case when open then 'IN_REVIEW' when chance < 0.8 then 'LISTED' else 'DECLINED' end,
    started_at at time zone 'UTC'
from made join backoffice.inbound_mail m using (case_number) where made.kind = 'enrolment';

update backoffice.enrolment e set list_version = v.number
from backoffice.domain_list_version v where v.case_number = e.case_number;

insert into backoffice.decision (case_number, task_id, outcome, reason, decided_by, decided_at)
select case_number, 'task-' || n, case when kind = 'enrolment' and chance >= 0.8 then 'DECLINED' else 'APPROVED' end, '',
    'kari', (started_at + took) at time zone 'UTC'
from made where not open and kind <> 'quarterlyReview';

insert into backoffice.enrolment_refusal (case_number, requirement)
select case_number, '5.1.' || 4 + n % 3 from made where kind = 'enrolment' and not open and chance >= 0.85;

insert into backoffice.review_campaign (quarter, case_number)
select distinct extract(year from started_at) || '-Q' || extract(quarter from started_at),
    'TLS-2020-' || extract(year from started_at) || extract(quarter from started_at)
from made where kind = 'quarterlyReview';

insert into backoffice.quarterly_review (version, case_number, participant_id, quarter, asked_on, round, state, means,
    words, list_version, answered_at)
select distinct on (participant, quarter) 0, case_number, participant, quarter, started_at::date, 1,
    case when open then 'OPEN' when chance < 0.8 then 'CONFIRMED' else 'MISSED' end, case when chance < 0.8 then 'PAGE' end,
    '', 1, case when chance < 0.8 then (started_at + took) at time zone 'UTC' end
from (select *, 1 + n % (:cases / 20) as participant,
    extract(year from started_at) || '-Q' || extract(quarter from started_at) as quarter from made) asked
where kind = 'quarterlyReview';

insert into backoffice.attestation (participant_id, list_version, case_number, means, confirmed_at)
select participant_id, 1, case_number, means, answered_at from backoffice.quarterly_review where state = 'CONFIRMED';

insert into backoffice.error_report (version, case_number, state, cause, notices, questions, seen_failing, words,
    opened_at, ended_at)
select 0, case_number, case when open then 'PURSUED' when chance < 0.8 then 'SOLVED' else 'NOT_TLS' end,
    case n % 3 when 0 then 'CERTIFICATE_EXPIRED' when 1 then 'STARTTLS_NOT_SUPPORTED' else 'UNKNOWN' end, 1, 0, false, '',
    started_at at time zone 'UTC', case when not open then (started_at + took) at time zone 'UTC' end
from made where kind = 'errorReport';

insert into backoffice.domain_check (domain, reason, asked_at, attempts, checked_at, worst, report, outcomes)
select 'bank' || id || '.example', 'LIST', now(), 1, now() - interval '90 days' * look, 'PASS',
    jsonb_build_object('filler', (select string_agg(md5(k || '-' || id), ' ') from generate_series(1, 120) k)),
    jsonb_build_object('MAIL_SERVERS', 'PASS', 'TRUSTED_CERTIFICATE', 'PASS', 'STARTTLS', 'PASS', 'TLS_VERSION', 'PASS',
        'SERVER_NAME', case when id % 5 = 0 then 'FAIL' else 'PASS' end)
from backoffice.participant, generate_series(0, 3) look;

drop table made, route, ending;

analyze;
