create table profile_preferences (
  tenant varchar(256) not null,
  subject varchar(256) not null,
  zone varchar(64) not null,
  primary key (tenant, subject)
);
