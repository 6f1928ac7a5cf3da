-- A projection of the log: a row for each policy, live or shadow, that has scored the slate of a tip.
-- candidates is a JSON array, and in it an array for each candidate in the order of the slate: source, key, kind, score,
-- propensity, the row of the log up to which the policy had learned, microseconds, prompt version, model.
-- features has theirs one after the other, float32, big-endian.
create table recommender_slates (
  tenant varchar(256) not null,
  subject varchar(256) not null,
  tip varchar(32) not null,
  policy varchar(256) not null,
  candidates text not null,
  features bytea not null,
  primary key (tenant, subject, tip, policy)
);

-- [jooq ignore start]
insert into recommender_slates (tenant, subject, tip, policy, candidates, features)
select tenant, subject, tip, policy,
  json_group_array(
    json_array(candidate_source, candidate_key, tip_kind, score, propensity, policy_seq, micros, prompt_version,
      llm_model)
    order by place),
  unhex(group_concat(hex(features), '' order by place))
from recommender_tip_scores
group by tenant, subject, tip, policy;
-- [jooq ignore stop]

drop table recommender_tip_scores;

-- [jooq ignore start]
-- The same for people: a row for each candidate.
create view recommender_tip_scores as
select slate.tenant, slate.subject, slate.tip, slate.policy,
  one.key as place,
  one.value ->> 0 as candidate_source,
  one.value ->> 1 as candidate_key,
  substr(slate.features, one.key * slate.width + 1, slate.width) as features,
  one.value ->> 3 as score,
  one.value ->> 4 as propensity,
  one.value ->> 5 as policy_seq,
  one.value ->> 6 as micros,
  one.value ->> 7 as prompt_version,
  one.value ->> 8 as llm_model,
  one.value ->> 2 as tip_kind
from (select *, length(features) / json_array_length(candidates) as width from recommender_slates) slate,
  json_each(slate.candidates) one;
-- [jooq ignore stop]
