create table profile_preferences (
  tenant varchar(256) collate "C" not null,
  subject varchar(256) collate "C" not null,
  zone varchar(64) not null,
  primary key (tenant, subject)
);
