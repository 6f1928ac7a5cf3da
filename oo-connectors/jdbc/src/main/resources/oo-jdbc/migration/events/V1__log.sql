-- The one log. seq is assigned by the writer from events_sequence and never used again.
create table events_log (
  tenant varchar(256) not null,
  seq bigint not null,
  subject varchar(256) not null,
  identity varchar(320) not null,
  tip varchar(32),
  is_decision boolean not null,
  body bytea not null,
  primary key (tenant, seq),
  unique (tenant, subject, identity)
);

create index events_log_by_subject on events_log (tenant, subject, seq);

create index events_log_by_tip on events_log (tenant, subject, tip);

create table events_sequence (
  tenant varchar(256) not null,
  last bigint not null,
  primary key (tenant)
);

-- How far each follower of the log has come.
create table events_position (
  tenant varchar(256) not null,
  follower varchar(256) not null,
  seq bigint not null,
  primary key (tenant, follower)
);
