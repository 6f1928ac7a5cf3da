-- Numbers under fingerprints, which say nothing of the texts that they are of to whoever has no key: float32, big-endian.
create table meaning_meanings (
  tenant varchar(256) not null,
  fingerprint varchar(32) not null,
  numbers bytea not null,
  kept bigint not null,
  primary key (tenant, fingerprint)
);

create index meaning_meanings_by_age on meaning_meanings (tenant, kept);

-- The model that last answered for an alias.
create table meaning_models (
  tenant varchar(256) not null,
  alias varchar(128) not null,
  model varchar(256) not null,
  primary key (tenant, alias)
);
