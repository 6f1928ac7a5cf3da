-- Snapshots of learned states, each as it was after row seq of the log.
create table recommender_states (
  tenant varchar(256) not null,
  policy varchar(256) not null,
  configuration varchar(256) not null,
  seq bigint not null,
  is_base boolean not null,
  body bytea not null,
  primary key (tenant, policy, configuration, seq)
);

-- The part of each person in them.
create table recommender_owns (
  tenant varchar(256) not null,
  policy varchar(256) not null,
  configuration varchar(256) not null,
  subject varchar(256) not null,
  seq bigint not null,
  body bytea not null,
  primary key (tenant, policy, configuration, subject, seq)
);
