package fr.ondine.isolation;

import fr.ondine.platform.documents.Documents;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.testing.Images;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of a utility with its mark in each of their texts; in the caller's transaction. */
record MarkedRows(JdbcClient database, String mark) {

    /** A login of the portal before, which the user may bring in by that link. */
    void oldLogin(UUID agreement, UUID user, RawToken link) {
        var login = UUID.randomUUID();
        insert(
                "old_login (id, number, first_name, last_name, email, imported_at) values (?, ?, ?, ?, ?, now())",
                login,
                mark,
                mark,
                mark,
                mark + "@exemple.fr");
        insert(
                "old_login_agreement (old_login_id, agreement_id, customer_id)"
                        + " select ?, id, customer_id from agreement where id = ?",
                login,
                agreement);
        insert(
                "old_login_request (id, old_login_id, user_id, link, created_at, expires_at)"
                        + " values (?, ?, ?, ?, now(), now() + interval '1 day')",
                UUID.randomUUID(),
                login,
                user,
                link.digest());
    }

    /** An agreement that is open to the user, with its meter and two readings. */
    UUID agreement(UUID user) {
        var premise = UUID.randomUUID();
        var point = UUID.randomUUID();
        var customer = UUID.randomUUID();
        var agreement = UUID.randomUUID();
        var meter = UUID.randomUUID();
        insert(
                "premise (id, reference, street, complement, postcode, city) values (?, ?, ?, ?, '57000', ?)",
                premise,
                mark + "P",
                "1 rue " + mark,
                mark,
                mark);
        insert(
                "service_point (id, reference, premise_id, service) values (?, ?, ?, 'WATER')",
                point,
                mark + "S",
                premise);
        insert(
                "customer (id, reference, kind, first_name, last_name, email, street, postcode, city)"
                        + " values (?, ?, 'PERSON', ?, ?, ?, ?, '57000', ?)",
                customer,
                mark + "C",
                mark,
                mark,
                mark + "@exemple.fr",
                mark,
                mark);
        insert(
                "agreement (id, number, customer_id, service_point_id, service, occupant, payment_method, started_on)"
                        + " values (?, ?, ?, ?, 'WATER', ?, 'ON_INVOICE', date '2020-01-01')",
                agreement,
                mark,
                customer,
                point,
                mark);
        insert(
                "customer_link (id, user_id, customer_id, proof, linked_at) values (?, ?, ?, 'test', now())",
                UUID.randomUUID(),
                user,
                customer);
        insert("meter (id, serial, dials) values (?, ?, 5)", meter, mark + "M");
        insert(
                "meter_installation (id, meter_id, service_point_id, installed_on, install_register)"
                        + " values (?, ?, ?, date '2020-01-01', 0)",
                UUID.randomUUID(),
                meter,
                point);
        for (var month = 1; month <= 2; month++) {
            insert(
                    "reading (id, meter_id, read_on, register_value, source, quality, recorded_at)"
                            + " values (?, ?, current_date - ?::int, ?, 'AGENT', 'ACTUAL', now())",
                    UUID.randomUUID(),
                    meter,
                    200 - month * 90,
                    month * 50_000L);
        }
        plan(agreement);
        return agreement;
    }

    private void plan(UUID agreement) {
        var plan = UUID.randomUUID();
        insert(
                "instalment_plan (id, agreement_id, state, version, day, year_amount, basis, agreed_on, agreed_by)"
                        + " values (?, ?, 'AGREED', 1, 10, 300.00, 'STAFF', current_date, 'test')",
                plan,
                agreement);
        insert(
                "instalment (plan_id, version, position, due_on, amount) values (?, 1, 0, current_date + 30, 300.00)",
                plan);
        insert(
                "plan_refund (plan_id, agreement_id, amount, noted_on) values (?, ?, 7.00, current_date)",
                plan,
                agreement);
    }

    /** A reading that waits for a look, at the place of a contract that nobody has claimed, beside a meter that nobody has read. */
    UUID doubted(UUID user) {
        var other = new MarkedRows(database, mark + "3").agreement(user);
        unlink(other);
        var unread = UUID.randomUUID();
        insert("meter (id, serial, dials) values (?, ?, 5)", unread, mark + "U");
        insert(
                "meter_installation (id, meter_id, service_point_id, installed_on, install_register)"
                        + " select ?, ?, service_point_id, date '2020-01-01', 0 from agreement where id = ?",
                UUID.randomUUID(),
                unread,
                other);
        var reading = database.sql("select r.id from reading r join meter_installation using (meter_id)"
                        + " join agreement a using (service_point_id) where a.id = ? order by r.read_on desc limit 1")
                .param(other)
                .query(UUID.class)
                .single();
        insert(
                "reading_doubt (reading_id, doubt, read_on, litres, usual_litres, noted_at)"
                        + " select id, 'ABOVE_USUAL', read_on, 50000, 10000, now() from reading where id = ?",
                reading);
        return reading;
    }

    UUID invoice(UUID agreement, UUID document) {
        var invoice = UUID.randomUUID();
        insert(
                "invoice (id, number, kind, agreement_id, agreement_number, issued_on, due_on, period_from, period_to,"
                        + " net_amount, vat_amount, total_amount, content_hash, document_id)"
                        + " values (?, ?, 'ACTUAL', ?, ?, current_date, current_date + 30, current_date - 180,"
                        + " current_date - 1, 100.00, 5.50, 105.50, '\\x00', ?)",
                invoice,
                mark + "F",
                agreement,
                mark,
                document);
        insert("invoice_line values (?, 1, 'WATER', ?, 40, 'm³', 2.5, 100.00, 5.5)", invoice, mark);
        return invoice;
    }

    /** A file of a leak that awaits a certificate. */
    UUID leak(UUID agreement) {
        var file = UUID.randomUUID();
        insert(
                "leak_file (id, agreement_id, used_from, read_on, litres, mean_litres, is_of_zone, state, detected_at,"
                        + " notified_on, notice_channel, notice_proof, answer_by) values (?, ?, current_date - 180,"
                        + " current_date - 1, 400000, 60000, false, 'AWAITING', now(), current_date, 'MAIL', ?,"
                        + " current_date + 30)",
                file,
                agreement,
                mark);
        insert(
                "leak_event (id, file_id, at, what, by, detail) values (?, ?, now(), 'TOLD_BY_MAIL', 'system', ?)",
                UUID.randomUUID(),
                file,
                mark);
        return file;
    }

    UUID payment(UUID agreement, UUID invoice, UUID user) {
        var payment = UUID.randomUUID();
        insert(
                "payment (id, agreement_id, invoice_id, user_id, method, provider, amount, state, reference,"
                        + " initiated_at) values (?, ?, ?, ?, 'CARD', 'STRIPE', 105.50, 'FAILED', ?, now())",
                payment,
                agreement,
                invoice,
                user,
                mark);
        return payment;
    }

    /** A draft of a tariff with one price and the rate of a levy. */
    UUID tariff() {
        var tariff = UUID.randomUUID();
        var version = UUID.randomUUID();
        insert("tariff values (?, ?, ?, 'WATER', true)", tariff, mark, mark);
        insert(
                "tariff_version (id, tariff_id, valid_from, resolution, state, revision, changed_by, changed_at)"
                        + " values (?, ?, date '2020-01-01', ?, 'DRAFT', 0, ?, now())",
                version,
                tariff,
                mark,
                mark);
        insert(
                "tariff_charge (version_id, code, position, kind, label, section, beneficiary, rate_basis, vat_rate,"
                        + " vat_mention, is_per_dwelling, is_on_request)"
                        + " values (?, 'eau', 0, 'VOLUME', ?, 'WATER', 'OPERATOR', 'DAYS_OF_USE', 5.5, '', false, false)",
                version,
                mark);
        insert("tariff_price (version_id, charge_code, from_litres, price) values (?, 'eau', 0, 1)", version);
        insert("levy_rate values (?, 'performance', 2026, 0.1, 1)", mark);
        return version;
    }

    /** A billing run that waits to be validated, with the agreement set aside. */
    UUID run(UUID agreement) {
        var run = UUID.randomUUID();
        insert(
                "billing_run (id, kind, period_from, period_until, read_until, issued_on, due_on, perimeter,"
                        + " perimeter_of, state, seen_until, created_at, created_by) values (?, 'ACTUAL',"
                        + " date '2020-01-01', date '2020-07-01', date '2020-07-01', date '2020-07-01', date '2020-08-01',"
                        + " 'LIST', array[?], 'SIMULATED', now(), now(), ?)",
                run,
                mark,
                mark);
        insert(
                "billing_chunk (run_id, number, first_agreement, last_agreement, drafts, parked, net_amount, vat_amount,"
                        + " simulated_at) values (?, 0, ?, ?, 1, 1, 100.00, 5.50, now())",
                run,
                agreement,
                agreement);
        insert(
                "billing_parked (run_id, agreement_id, reason, detail) values (?, ?, 'NO_READING', ?)",
                run,
                agreement,
                mark);
        return run;
    }

    /** A batch of reminders that is sent, with a letter on paper for the invoice. */
    UUID reminders(UUID agreement, UUID invoice) {
        var batch = UUID.randomUUID();
        var letter = UUID.randomUUID();
        insert(
                "reminder_batch (id, state, day, created_at, created_by, sent_on, sent_by, reminder_text, notice_text)"
                        + " values (?, 'SENT', current_date, now(), ?, current_date, ?, ?, ?)",
                batch,
                mark,
                mark,
                mark,
                mark);
        insert(
                "reminder_letter (id, batch_id, agreement_id, step, state, amount, oldest_due, by_mail, by_paper, sent_on)"
                        + " values (?, ?, ?, 'REMINDER', 'SENT', 105.50, current_date - 20, false, true, current_date)",
                letter,
                batch,
                agreement);
        insert("reminder_debt values (?, ?, 'REMINDER', 105.50, true)", letter, invoice);
        return batch;
    }

    /** Excuses for the letter of a batch, to be printed. */
    UUID apology(UUID batch) {
        var apology = UUID.randomUUID();
        insert(
                "reminder_apology (id, letter_id, words, by_mail, sent_on, sent_by)"
                        + " select ?, id, ?, false, current_date, ? from reminder_letter where batch_id = ?",
                apology,
                mark,
                mark,
                batch);
        return apology;
    }

    /** A claim of another contract that waits for its link. */
    /** A claim of the user, before their last one, that customer service decides. */
    UUID claimToDecide(UUID agreement, UUID user) {
        var claim = UUID.randomUUID();
        insert(
                "pending_claim (id, user_id, agreement_id, state, proof, created_at)"
                        + " values (?, ?, ?, 'AWAITING_STAFF', 'METER_NUMBER', now() - interval '1 day')",
                claim,
                user,
                agreement);
        return claim;
    }

    void pendingClaim(UUID user, RawToken link) {
        var other = new MarkedRows(database, mark + "2").agreement(user);
        unlink(other);
        insert(
                "pending_claim (id, user_id, agreement_id, state, proof, confirmation, created_at, expires_at)"
                        + " values (?, ?, ?, 'AWAITING_MAIL', 'EMAIL', ?, now(), now() + interval '1 day')",
                UUID.randomUUID(),
                user,
                other,
                link.digest());
    }

    private void unlink(UUID agreement) {
        database.sql("delete from customer_link where customer_id = (select customer_id from agreement where id = ?)")
                .param(agreement)
                .update();
    }

    /** An image that anybody may see at the utility's own host, with what is shown there behind it. */
    UUID logo(Documents documents, String shown) {
        var image = new ByteArrayOutputStream();
        image.writeBytes(Images.png(8, 8));
        image.writeBytes(shown.getBytes(StandardCharsets.UTF_8));
        var logo = documents
                .store(mark + ".png", "image/png", new ByteArrayInputStream(image.toByteArray()))
                .value();
        insert("published_file (document_id, uploaded_by, uploaded_at) values (?, ?, now())", logo, mark);
        return logo;
    }

    static InputStream paper(String text) {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.showText(text);
                content.endText();
            }
            document.save(bytes);
            return new ByteArrayInputStream(bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void insert(String row, Object... values) {
        database.sql("insert into " + row).params(values).update();
    }
}
