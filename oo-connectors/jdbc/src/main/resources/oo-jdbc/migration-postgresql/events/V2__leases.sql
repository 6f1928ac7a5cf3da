-- Who of the processes that share the database does what one at a time may do, until when by the clock of the database,
-- and how often that has changed hands.
create table events_leases (
  tenant varchar(256) collate "C" not null,
  name varchar(256) collate "C" not null,
  holder varchar(36) collate "C" not null,
  turn bigint not null,
  until timestamptz not null,
  primary key (tenant, name)
);
