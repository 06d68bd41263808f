--liquibase formatted sql

--changeset ondine:trusted-browsers
--comment As what version of the account somebody last signed in with the browser: whatever ends sessions ends what its mark counts for. None where a release signed in that does not note it.
alter table known_browser add column security_version integer;
create index known_browser_mark on known_browser (mark);
