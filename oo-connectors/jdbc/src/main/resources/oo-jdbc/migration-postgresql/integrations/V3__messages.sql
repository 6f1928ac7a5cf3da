-- The messages that were pushed and could come again: until timely, in milliseconds since 1970.
create table integrations_messages (
  tenant varchar(256) collate "C" not null,
  connection varchar(64) collate "C" not null,
  message varchar(256) collate "C" not null,
  digest varchar(64) collate "C" not null,
  timely bigint not null,
  primary key (tenant, connection, message)
);
