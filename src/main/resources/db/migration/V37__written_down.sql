-- What staff write down of a call, a letter or a visit is a mail that came by hand.
alter table backoffice.inbound_mail drop constraint inbound_mail_staff_act_check,
    add constraint inbound_mail_staff_act_check
        check (staff_act in ('TAKEN_IN', 'TRIED_AGAIN', 'DISMISSED', 'WRITTEN_DOWN'));

create sequence backoffice.mail_by_hand;
