-- The one log. seq is given out under the lock on events_sequence and never used again; it is null,
-- and so are the row's mark and its place for readers, while a row that joined a transaction of the
-- host waits for its number in the order of arrival.
-- mark is CRC-32C over the other columns; an identity names its tip, so it is unique with it as it
-- is alone.
create table events_log (
  tenant varchar(256) collate "C" not null,
  seq bigint,
  subject varchar(256) collate "C" not null,
  identity varchar(320) collate "C" not null,
  tip varchar(32) collate "C",
  is_decision boolean not null,
  body bytea not null,
  mark bigint,
  arrival bigint
);

create unique index events_log_seq on events_log (tenant, seq);

create unique index events_log_identity on events_log (tenant, subject, tip, identity)
nulls not distinct;

create index events_log_by_subject on events_log (tenant, subject, seq);

create index events_log_arrivals on events_log (tenant, arrival) where seq is null;

create sequence events_arrival;

create table events_sequence (
  tenant varchar(256) collate "C" not null,
  last bigint not null,
  trimmed bigint not null default 0,
  primary key (tenant)
);

-- How far each follower of the log has come.
create table events_position (
  tenant varchar(256) collate "C" not null,
  follower varchar(256) collate "C" not null,
  seq bigint not null,
  primary key (tenant, follower)
);
