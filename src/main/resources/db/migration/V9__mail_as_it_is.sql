-- A mail is base64 for the most part: compressing it costs much and saves little.
alter table backoffice.inbound_mail alter column raw set storage external;
