-- A projection of the log: a row for each candidate that a policy, live or shadow, has scored.
create table recommender_tip_scores (
  tenant varchar(256) not null,
  subject varchar(256) not null,
  tip varchar(32) not null,
  policy varchar(256) not null,
  place integer not null,
  candidate_source varchar(256) not null,
  candidate_key varchar(256) not null,
  features bytea not null,
  score double precision not null,
  propensity double precision not null,
  policy_seq bigint not null,
  micros bigint not null,
  prompt_version varchar(256) not null,
  llm_model varchar(256) not null,
  tip_kind varchar(64) not null,
  primary key (tenant, subject, tip, policy, candidate_source, candidate_key)
);
