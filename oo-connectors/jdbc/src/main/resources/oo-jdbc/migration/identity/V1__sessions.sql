create table identity_sessions (
  tenant varchar(256) not null,
  hash varchar(43) not null,
  subject varchar(256) not null,
  begun bigint not null,
  seen bigint not null,
  primary key (tenant, hash)
);

create index identity_sessions_of_subject on identity_sessions (tenant, subject, begun);
