create table integrations_secrets (
  tenant varchar(256) not null,
  connection varchar(64) not null,
  secret varchar(16) not null,
  subject varchar(256) not null,
  connector varchar(32) not null,
  sealed bytea not null,
  primary key (tenant, connection, secret, subject, connector)
);
