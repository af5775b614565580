-- Error reports have a kind of case of their own now.
update backoffice.enquiry set topic = 'QUESTION' where topic = 'ERROR_REPORT';

alter table backoffice.enquiry drop constraint enquiry_topic_check;

alter table backoffice.enquiry add constraint enquiry_topic_check
    check (topic in ('REGISTER_CHANGE', 'CONTACT_LIST_REQUEST', 'WITHDRAWAL', 'QUESTION'));

alter table backoffice.domain_check drop constraint domain_check_reason_check;

alter table backoffice.domain_check add constraint domain_check_reason_check
    check (reason in ('ENROLMENT', 'MILESTONE', 'PROOF', 'LIST', 'ERROR_REPORT', 'STAFF'));
