-- When what people wrote was deleted: what is left of a mail is that it was there, so that it is never handled again.
alter table backoffice.inbound_mail add column erased_at timestamptz;
alter table backoffice.letter add column erased_at timestamptz;

create index inbound_mail_kept on backoffice.inbound_mail (received_at) where erased_at is null;
create index letter_kept on backoffice.letter (created_at) where erased_at is null;
