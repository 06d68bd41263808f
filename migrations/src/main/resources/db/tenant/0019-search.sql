--liquibase formatted sql

--changeset ondine:sought splitStatements:false
--comment How texts are compared when staff look for something: small letters, no accents, hyphens and apostrophes as spaces.
create function sought(written text) returns text language sql immutable strict parallel safe
return translate(replace(replace(lower(written), 'œ', 'oe'), 'æ', 'ae'),
    'àâäáãåçéèêëîïíìñôöóòõùûüúýÿÀÂÄÁÃÅÇÉÈÊËÎÏÍÌÑÔÖÓÒÕÙÛÜÚÝŸ-''’',
    'aaaaaaceeeeiiiinooooouuuuyyaaaaaaceeeeiiiinooooouuuuyy   ');
--rollback drop function sought(text);

--changeset ondine:search
--comment What an agreement is found by, each by its beginning; byte by byte, which no locale changes.
create index agreement_number_begins on agreement (number text_pattern_ops);
create index agreement_alias_begins on agreement_alias (number text_pattern_ops);
create index customer_begins on customer (sought(last_name || coalesce(' ' || first_name, '')) text_pattern_ops);
create index customer_email_begins on customer (lower(email) text_pattern_ops) where email is not null;
create index user_account_email_begins on user_account (lower(email) text_pattern_ops) where state <> 'DELETED';
create index meter_begins on meter (lower(serial) text_pattern_ops);
create index premise_begins on premise (sought(street || ' ' || city) text_pattern_ops);
--comment The same without the number of the house: "rue des Lilas Metz".
create index premise_street_begins on premise
    (sought(regexp_replace(street, '^[0-9]+ *(bis|ter|quater|[a-zA-Z])?[ ,]+', '') || ' ' || city) text_pattern_ops);

--changeset ondine:newest-invoices
create index invoice_newest on invoice (issued_on desc, number desc);
