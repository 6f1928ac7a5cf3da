create table identity_audit (
  tenant varchar(256) not null,
  seq bigint not null,
  at_millis bigint not null,
  actor varchar(256) not null,
  act varchar(256) not null,
  whose varchar(256) not null,
  about varchar(256) not null,
  hash varchar(43) not null,
  primary key (tenant, seq)
);

create table identity_audit_end (
  tenant varchar(256) not null,
  seq bigint not null,
  hash varchar(43) not null,
  primary key (tenant)
);
