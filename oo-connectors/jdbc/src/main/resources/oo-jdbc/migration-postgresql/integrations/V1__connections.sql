-- What people have connected. places counts what has happened to a connection's tasks; listings counts the lists of
-- everything that have begun, and is_listing says whether the last of them has not ended.
create table integrations_connections (
  tenant varchar(256) collate "C" not null,
  id varchar(64) collate "C" not null,
  subject varchar(256) collate "C" not null,
  connector varchar(32) collate "C" not null,
  target varchar(2048) collate "C" not null,
  may_write boolean not null,
  state varchar(16) collate "C" not null,
  synced bigint,
  trouble varchar(16) collate "C",
  retry bigint,
  sync_cursor varchar(4096) collate "C",
  places bigint not null,
  listings bigint not null,
  is_listing boolean not null,
  added bigint not null,
  primary key (tenant, id)
);

create index integrations_connections_of_subject on integrations_connections (tenant, subject, added);

-- The tasks there: the open ones, and the last of those that are gone. due and created are days since 1970.
create table integrations_tasks (
  tenant varchar(256) collate "C" not null,
  connection varchar(64) collate "C" not null,
  task_key varchar(256) collate "C" not null,
  place bigint not null,
  listing bigint not null,
  is_open boolean not null,
  title varchar(500) not null,
  kind varchar(64) collate "C" not null,
  link text,
  due bigint,
  created bigint,
  minutes integer,
  priority integer,
  primary key (tenant, connection, task_key)
);

create index integrations_tasks_in_order on integrations_tasks (tenant, connection, is_open, place);

-- What is to be done there.
create table integrations_commands (
  tenant varchar(256) collate "C" not null,
  connection varchar(64) collate "C" not null,
  id varchar(64) collate "C" not null,
  place bigint not null,
  verb varchar(16) collate "C" not null,
  task_key varchar(256) collate "C" not null,
  said bigint not null,
  primary key (tenant, connection, id)
);
