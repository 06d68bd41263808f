package fr.ondine.platform.personaldata;

import fr.ondine.platform.customers.HeldAgreements;
import java.util.List;

/**
 * Where each part of what is known of a person is read, one question for a page of rows however many there are. Secrets
 * (passwords, links, claim keys, whole IBANs) are nobody's to read.
 */
final class KnownTables {

    static final List<KnownTable> ALL = List.of(
            of("account", """
                    select u.id as key, u.email, u.title, u.first_name, u.last_name, u.created_at, u.activated_at,
                           u.last_sign_in_at, u.password_hash is not null as has_password
                      from user_account u where u.id = :user"""),
            of("sign_in_by_franceconnect", """
                    select l.user_id as key, l.issuer, l.linked_at from linked_identity l where l.user_id = :user"""),
            of("devices", """
                    select s.id as key, s.browser, s.system, s.began_at, s.last_used, s.series is not null as remembered
                      from user_session s where s.user_id = :user"""),
            of("passkeys", """
                    select p.id as key, p.name, p.host, p.synced, p.added_at, p.last_used_at
                      from passkey p where p.owner_id = :user"""),
            of("known_browsers", """
                    select md5(k.mark)::uuid as key, k.last_used from known_browser k where k.user_id = :user"""),
            of("refused_mails", """
                    select md5(r.kind)::uuid as key, r.kind, r.refused_at from mail_refusal r where r.user_id = :user"""),
            of("mails", """
                    select m.id as key, m.subject, m.created_at, m.sent_at
                      from mail m join user_account u on lower(m.recipient) = lower(u.email) where u.id = :user"""),
            of("activity", """
                    select e.id as key, e.action, e.occurred_at
                      from audit_entry e where 'user:' || :user::text in (e.subject, e.actor)"""),
            of("claims", """
                    select p.id as key, p.state, p.proof, p.created_at, p.decided_at
                      from pending_claim p where p.user_id = :user"""),
            of("delegations", """
                    select d.id as key, d.agreement_id, d.holder_id = :user as given, d.invited, d.may_pay, d.until,
                           d.invited_at, d.accepted_at, d.ended_at
                      from delegation d where d.holder_id = :user or d.delegate_id = :user"""),
            of("programs_agreed_to", """
                    select o.client_id as key, p.name, o.scopes, o.given_at, o.last_used_at
                      from provider_consent o join provider_client p on p.id = o.client_id where o.user_id = :user
                    union all
                    select p.id, p.name, array_agg(distinct scope), min(a.created_at), max(a.created_at)
                      from provider_authorization a cross join unnest(a.scopes) scope
                      join provider_client p on p.id = a.client_id
                     where a.user_id = :user and a.code_used_at is not null and a.revoked_at is null
                       and a.ends_at > now()
                       and not exists (select from provider_consent o where o.client_id = p.id and o.user_id = :user)
                     group by p.id, p.name"""),
            of("former_logins", """
                    select o.id as key, o.number, o.imported_at, o.came_over_at from old_login o where o.user_id = :user"""),
            of("agreements", """
                    select a.id as key, a.number, a.service, a.started_on, a.ended_on, a.payment_method,
                           c.reference as holder_reference, c.kind as holder_kind,
                           c.title, c.first_name, c.last_name, c.email, c.phone, c.mobile, c.street, c.complement, c.postcode, c.city,
                           c.buyer_kind, c.siren, c.siret, c.vat_number, c.service_code, c.commitment,
                           p.street as served_street, p.complement as served_complement,
                           p.postcode as served_postcode, p.city as served_city,
                           (select f.form from invoice_form f where f.agreement_id = a.id) as invoice_form,
                           (select coalesce(jsonb_agg(o.number), '[]') from agreement_alias o
                             where o.agreement_id = a.id) as former_numbers
                      from held join agreement a on a.id = held.id
                      join customer c on c.id = a.customer_id
                      join service_point s on s.id = a.service_point_id
                      join premise p on p.id = s.premise_id"""),
            of("mandates", """
                    select m.id as key, m.agreement_id, m.reference, m.creditor, m.holder, m.iban_masked, m.bank,
                           m.signed_on, m.revoked_on
                      from held join mandate m on m.agreement_id = held.id"""),
            of("readings", """
                    select distinct r.id as key, m.serial as meter, r.read_on, r.register_value as litres, r.source,
                           r.quality, r.recorded_at
                      from held
                      join meter_installation i on i.service_point_id = held.service_point_id
                      join meter m on m.id = i.meter_id
                      join reading r on r.meter_id = i.meter_id
                       and r.read_on between i.installed_on and coalesce(i.removed_on, 'infinity')
                       and r.read_on between held.started_on and coalesce(held.ended_on, 'infinity')"""),
            of("withdrawn_readings", """
                    select distinct md5(w.reading_id::text || w.withdrawn_at::text)::uuid as key, m.serial as meter, w.read_on,
                           w.register_value as litres, w.source, w.quality, coalesce(w.submitted_by = :user, false) as sent_by_you,
                           w.recorded_at, w.withdrawn_at, split_part(w.withdrawn_by, ':', 1) as withdrawn_by, w.reason,
                           s.register_value as replaced_by_litres
                      from held
                      join meter_installation i on i.service_point_id = held.service_point_id
                      join meter m on m.id = i.meter_id
                      join withdrawn_reading w on w.meter_id = i.meter_id
                       and w.read_on between i.installed_on and coalesce(i.removed_on, 'infinity')
                       and w.read_on between held.started_on and coalesce(held.ended_on, 'infinity')
                      left join reading s on s.id = w.replaced_by"""),
            of("invoices", """
                    select i.id as key, i.number, i.kind, i.agreement_id, i.agreement_number, i.issued_on, i.due_on,
                           i.period_from, i.period_to, i.volume_m3, i.net_amount, i.vat_amount, i.total_amount,
                           i.currency,
                           (select jsonb_agg(jsonb_build_object('label', l.label, 'quantity', l.quantity,
                                   'unit', l.unit, 'unit_price', l.unit_price, 'net_amount', l.net_amount,
                                   'vat_rate', l.vat_rate) order by l.position)
                              from invoice_line l where l.invoice_id = i.id) as lines
                      from held join invoice i on i.agreement_id = held.id"""),
            of("payments", """
                    select p.id as key, p.agreement_id, p.invoice_id, p.method, p.amount, p.currency, p.state,
                           p.initiated_at, p.settled_at, p.received_on
                      from payment p where p.user_id = :user or p.agreement_id in (select held.id from held)"""),
            of("refunds", """
                    select r.id as key, r.agreement_id, r.method, r.amount, r.currency, r.refunded_on
                      from held join refund r on r.agreement_id = held.id"""),
            of("instalment_plans", """
                    select p.id as key, p.agreement_id, p.state, p.day, p.year_amount, p.agreed_on, p.closed_on,
                           (select jsonb_agg(jsonb_build_object('due_on', t.due_on, 'amount', t.amount)
                                   order by t.position)
                              from instalment t where t.plan_id = p.id and t.version = p.version) as instalments
                      from held join instalment_plan p on p.agreement_id = held.id"""),
            of("leaks", """
                    select f.id as key, f.agreement_id, f.used_from, f.read_on, f.litres, f.mean_litres, f.state,
                           f.detected_at, f.notified_on, f.answer_by, f.certificate_on, f.leak_place, f.repaired_on,
                           f.decided_at, f.decision_reason
                      from held join leak_file f on f.agreement_id = held.id"""),
            of("reminders", """
                    select r.id as key, r.agreement_id, r.step, r.amount, r.oldest_due, r.by_mail, r.by_paper, r.sent_on
                      from held join reminder_letter r on r.agreement_id = held.id where r.state = 'SENT'"""),
            of("disputes", """
                    select d.id as key, d.invoice_id, d.reason, d.until, d.opened_at, d.closed_at
                      from held join invoice i on i.agreement_id = held.id
                      join invoice_dispute d on d.invoice_id = i.id"""));

    private KnownTables() {}

    private static KnownTable of(String name, String rows) {
        return new KnownTable(name, """
                with held as %s, rows as (%s)
                select rows.key, (to_jsonb(rows) - 'key')::text as json from rows
                 where rows.key > :after order by rows.key limit :page""".formatted(HeldAgreements.SQL, rows));
    }
}
