create table integrations_secrets (
  tenant varchar(256) collate "C" not null,
  connection varchar(64) collate "C" not null,
  secret varchar(16) collate "C" not null,
  subject varchar(256) collate "C" not null,
  connector varchar(32) collate "C" not null,
  sealed bytea not null,
  primary key (tenant, connection, secret, subject, connector)
);
