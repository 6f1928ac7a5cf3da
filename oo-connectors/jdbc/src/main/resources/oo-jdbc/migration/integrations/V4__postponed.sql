-- Until when a task is postponed, as a day since 1970.
alter table integrations_commands add column to_day bigint;
