-- The last row that was taken away for good; 0 while every row is kept.
alter table events_sequence add column trimmed bigint not null default 0;

-- An identity names its tip, so it is unique with it as it is alone. One index then finds both, and
-- an append touches a page less for each row.
-- mark is CRC-32C over the other columns, null for a row that was written before there was one.
create table events_log_2 (
  tenant varchar(256) not null,
  seq bigint not null,
  subject varchar(256) not null,
  identity varchar(320) not null,
  tip varchar(32),
  is_decision boolean not null,
  body bytea not null,
  mark bigint,
  primary key (tenant, seq)
);

insert into events_log_2 (tenant, seq, subject, identity, tip, is_decision, body)
select tenant, seq, subject, identity, tip, is_decision, body from events_log;

drop table events_log;

alter table events_log_2 rename to events_log;

create unique index events_log_identity on events_log (tenant, subject, tip, identity);

create unique index events_log_identity_without_tip on events_log (tenant, subject, identity)
where tip is null;

create index events_log_by_subject on events_log (tenant, subject, seq);
