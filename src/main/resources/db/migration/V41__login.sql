-- Who at an identity provider is whom here. Who is deleted here is forgotten, so that nobody inherits the name unseen.
-- Tests of our own tables have no engine.
create table backoffice.provider_account (
    issuer      text        not null,
    subject     text        not null,
    user_id     varchar(64) not null unique,
    admitted_at timestamptz not null,
    primary key (issuer, subject)
);

do $$
begin
    if to_regclass('public.act_id_user') is not null then
        alter table backoffice.provider_account
            add foreign key (user_id) references public.act_id_user (id_) on delete cascade;
    end if;
end $$;

-- Who has looked at personal data: one row for each person, thing and hour.
create table backoffice.personal_data_access (
    id        bigint generated always as identity primary key,
    person    text        not null,
    hour      timestamptz not null,
    looked_at timestamptz not null,
    page      text        not null,
    kind      text        not null,
    thing     text        not null,
    unique (person, kind, thing, hour)
);

create index personal_data_access_thing on backoffice.personal_data_access ((kind || ' ' || thing));

create index personal_data_access_looked_at on backoffice.personal_data_access (looked_at);
