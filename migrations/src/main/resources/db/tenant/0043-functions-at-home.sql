--liquibase formatted sql

--changeset ondine:functions-at-home
--comment What goes by a cascade goes in the name of the tables' owner, to whom no schema belongs: these functions look into their own.
alter function tariff_version_kept() set search_path from current;
alter function tariff_prices_kept() set search_path from current;
alter function ledger_entry_balanced() set search_path from current;
--rollback alter function tariff_version_kept() reset search_path;
--rollback alter function tariff_prices_kept() reset search_path;
--rollback alter function ledger_entry_balanced() reset search_path;
