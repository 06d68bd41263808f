--liquibase formatted sql

--changeset ondine:returned-reminders
--comment When the mail of a letter was refused for good: one that did not go on paper too counts no more.
alter table reminder_letter add column returned_at timestamptz;

--changeset ondine:claimed-mails
--comment Since when a mail is being handed to the mail server: it may have left, so nobody takes it back.
alter table mail add column claimed_at timestamptz;

--changeset ondine:other-letters
--comment Why a letter was dropped, in words that the release before cannot read in reason.
alter table reminder_letter add column dropped_for text;
