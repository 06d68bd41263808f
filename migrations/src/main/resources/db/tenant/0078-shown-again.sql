--liquibase formatted sql

--changeset ondine:shown-again
--comment When the person of a session last showed who they are, and when they had for what a program got; nothing where nobody noted it.
alter table user_session add column shown_at timestamptz;
alter table provider_authorization add column shown_at timestamptz;
