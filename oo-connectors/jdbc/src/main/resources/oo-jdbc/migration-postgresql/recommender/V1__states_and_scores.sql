-- A projection of the log: a row for each candidate that a policy, live or shadow, has scored.
create table recommender_tip_scores (
  tenant varchar(256) collate "C" not null,
  subject varchar(256) collate "C" not null,
  tip varchar(32) collate "C" not null,
  policy varchar(256) collate "C" not null,
  place integer not null,
  candidate_source varchar(256) collate "C" not null,
  candidate_key varchar(256) collate "C" not null,
  features bytea not null,
  score double precision not null,
  propensity double precision not null,
  policy_seq bigint not null,
  micros bigint not null,
  prompt_version varchar(256) not null,
  llm_model varchar(256) not null,
  tip_kind varchar(64) not null
);

-- By a digest of the candidate, as all of the ids may be longer than an index entry. No id holds
-- a control character.
create unique index recommender_tip_scores_candidate on recommender_tip_scores
(tenant, subject, tip, policy, md5(candidate_source || chr(1) || candidate_key));

-- Snapshots of learned states, each as it was after row seq of the log.
create table recommender_states (
  tenant varchar(256) collate "C" not null,
  policy varchar(256) collate "C" not null,
  configuration varchar(256) collate "C" not null,
  seq bigint not null,
  is_base boolean not null,
  body bytea not null,
  primary key (tenant, policy, configuration, seq)
);

-- The part of each person in them.
create table recommender_owns (
  tenant varchar(256) collate "C" not null,
  policy varchar(256) collate "C" not null,
  configuration varchar(256) collate "C" not null,
  subject varchar(256) collate "C" not null,
  seq bigint not null,
  body bytea not null,
  primary key (tenant, policy, configuration, subject, seq)
);
