-- A projection of the log: a row for each policy, live or shadow, that has scored the slate of a tip.
-- candidates is a JSON array, and in it an array for each candidate in the order of the slate: source, key, kind, score,
-- propensity, the row of the log up to which the policy had learned, microseconds, prompt version, model.
-- features has theirs one after the other, float32, big-endian.
create table recommender_slates (
  tenant varchar(256) collate "C" not null,
  subject varchar(256) collate "C" not null,
  tip varchar(32) collate "C" not null,
  policy varchar(256) collate "C" not null,
  candidates text not null,
  features bytea not null,
  primary key (tenant, subject, tip, policy)
);

insert into recommender_slates (tenant, subject, tip, policy, candidates, features)
select tenant, subject, tip, policy,
  json_agg(
    json_build_array(candidate_source, candidate_key, tip_kind, score, propensity, policy_seq, micros, prompt_version,
      llm_model)
    order by place),
  string_agg(features, '' order by place)
from recommender_tip_scores
group by tenant, subject, tip, policy;

drop table recommender_tip_scores;

-- The same for people: a row for each candidate.
create view recommender_tip_scores as
select slate.tenant, slate.subject, slate.tip, slate.policy,
  (one.place - 1)::integer as place,
  one.fields ->> 0 as candidate_source,
  one.fields ->> 1 as candidate_key,
  substr(slate.features, (one.place - 1)::integer * slate.width + 1, slate.width) as features,
  (one.fields ->> 3)::double precision as score,
  (one.fields ->> 4)::double precision as propensity,
  (one.fields ->> 5)::bigint as policy_seq,
  (one.fields ->> 6)::bigint as micros,
  one.fields ->> 7 as prompt_version,
  one.fields ->> 8 as llm_model,
  one.fields ->> 2 as tip_kind
from (
    select *, length(features) / json_array_length(candidates::json) as width from recommender_slates
  ) slate,
  json_array_elements(slate.candidates::json) with ordinality one (fields, place);
