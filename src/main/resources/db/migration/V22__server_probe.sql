-- Connections to mail servers of others: when, so that all instances keep one pace, and what was found, to be shared.
create table backoffice.server_probe (
    id           bigint generated always as identity primary key,
    address      text        not null,
    mail_host    text        not null,
    operator     text        not null,
    connected_at timestamptz not null,
    finished_at  timestamptz,
    report       jsonb
);

create index server_probe_address on backoffice.server_probe (address, connected_at);
create index server_probe_operator on backoffice.server_probe (operator, connected_at);
create index server_probe_age on backoffice.server_probe (connected_at);
