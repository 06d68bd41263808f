package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.provider.ClientScope;
import fr.ondine.testing.StatementCount;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What programs read through a utility's interface: those that act for it, and those that a subscriber let in. */
class ProgramApiTests extends ProgramApiPortal {

    @Autowired
    StatementCount statements;

    @Test
    void a_contract_is_read_by_its_number_by_one_that_it_bore_and_by_its_id() {
        var token = token(ClientScope.AGREEMENTS_READ);

        for (var number : List.of(held.mark(), "V" + held.mark())) {
            var found = json(get(HERE, "agreements?number=" + number, token));
            assertThat(found.at("/items/0/id").asString())
                    .isEqualTo(held.agreement().toString());
            assertThat(found.get("items")).hasSize(1);
        }
        var one = get(HERE, "agreements/" + held.agreement(), token);
        assertThat(json(one).at("/holder/name").asString()).isEqualTo("Mme Claire Martin");
        assertThat(json(one).at("/served/city").asString()).isEqualTo("Metz");
        assertThat(json(one).at("/olderNumbers/0/operator").asString()).isEqualTo("Régie");
        assertThat(json(get(HERE, "agreements?number=" + "X".repeat(9), token)).get("items"))
                .isEmpty();
        assertThat(one.text().toLowerCase()).doesNotContain("key", "iban");
    }

    @Test
    void a_list_is_read_page_by_page_each_once_whatever_is_issued_meanwhile() {
        var token = token(ClientScope.INVOICES_READ);
        var list = "invoices?size=2&agreement=" + held.agreement();
        var first = json(get(HERE, list, token));
        at(HERE, () -> held.invoice(LocalDate.of(2025, 9, 1), 9));

        var seen = new ArrayList<>(ids(first));
        for (var page = first; page.has("next"); ) {
            page = json(get(HERE, list + "&after=" + page.get("next").asString(), token));
            seen.addAll(ids(page));
        }

        assertThat(seen)
                .containsExactlyElementsOf(
                        invoices.reversed().stream().map(UUID::toString).toList());
        var within = json(get(HERE, "invoices?from=2025-02-01&to=2025-02-28&agreement=" + held.agreement(), token));
        assertThat(ids(within))
                .containsExactly(invoices.get(1).toString(), invoices.get(0).toString());
        var agreements = json(get(HERE, "agreements?size=1", token(ClientScope.AGREEMENTS_READ)));
        assertThat(agreements.get("items")).hasSize(1);
    }

    @Test
    void all_contracts_are_in_the_pages_each_once() {
        for (var more = 0; more < 3; more++) {
            at(HERE, () -> ProgramRows.of(database, ledger, subscriber(HERE)));
        }
        var token = token(ClientScope.AGREEMENTS_READ);
        var seen = new ArrayList<String>();
        var address = "agreements?size=200";
        for (var page = json(get(HERE, address, token)); ; ) {
            seen.addAll(ids(page));
            if (!page.has("next")) {
                break;
            }
            page = json(get(HERE, address + "&after=" + page.get("next").asString(), token));
        }

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(String.valueOf(seen.size())).isEqualTo(one(HERE, "select count(*) from agreement"));
    }

    @Test
    void marks_that_are_none_and_days_that_nothing_has_are_no_fault_of_ours() {
        var token = token(ClientScope.INVOICES_READ, ClientScope.AGREEMENTS_READ);
        for (var mark : List.of("\0", "2026-11-01 \0", "+999999999-01-01 F1", "-0001-01-01 F1")) {
            var after = "?after="
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(mark.getBytes(StandardCharsets.UTF_8));
            assertThat(get(HERE, "invoices" + after, token).text()).as(mark).contains("400", "cursor-unknown");
        }
        assertThat(get(HERE, "agreements?after=AA", token).text()).contains("400", "cursor-unknown");

        var all = "invoices?agreement=" + held.agreement();
        assertThat(ids(json(get(HERE, all + "&from=%2B999999999-01-01", token))))
                .isEmpty();
        assertThat(ids(json(get(HERE, all + "&from=-999999999-01-01&to=%2B999999999-01-01", token))))
                .isEqualTo(ids(json(get(HERE, all, token))));
    }

    @Test
    void what_is_not_there_is_told_by_the_address_that_was_asked_for() {
        for (var path : List.of("nothing", "invoices;x=1", "invoices/%7B%7D/x")) {
            assertThat(get(HERE, path, token(ClientScope.INVOICES_READ)).text())
                    .contains("application/problem+json", "\"instance\":\"/api/v1/" + path + "\"");
        }
    }

    @Test
    void a_list_costs_the_same_few_queries_however_long_it_is() {
        var token = token(ClientScope.INVOICES_READ, ClientScope.AGREEMENTS_READ);
        for (var list : List.of("invoices?agreement=" + held.agreement() + "&size=", "agreements?size=")) {
            var few = statements.ofRequests(() -> get(HERE, list + 1, token));
            var more = statements.ofRequests(() -> get(HERE, list + 50, token));
            assertThat(more).as(list).isEqualTo(few).isPositive().isLessThan(30);
        }
    }

    @Test
    void an_invoice_is_read_whole_and_its_paper_has_what_software_reads() throws Exception {
        var token = token(ClientScope.INVOICES_READ);
        var id = invoices.getFirst();

        var whole = json(get(HERE, "invoices/" + id, token));
        assertThat(whole.at("/invoice/total").asString()).isEqualTo("105.50");
        assertThat(whole.at("/invoice/left").asString()).isEqualTo("105.50");
        assertThat(whole.at("/invoice/currency").asString()).isEqualTo("EUR");
        assertThat(whole.at("/lines/0/net").asString()).isEqualTo("100.00");
        assertThat(whole.at("/vatByRate/0/vat").asString()).isEqualTo("5.50");
        var paper = bytes("invoices/" + id + "/invoice.pdf", token);
        assertThat(paper.head()).contains("application/pdf");
        try (var pdf = Loader.loadPDF(paper.body())) {
            assertThat(pdf.getDocumentCatalog()
                            .getNames()
                            .getEmbeddedFiles()
                            .getNames()
                            .keySet())
                    .containsExactly("factur-x.xml");
        }
        assertThat(get(HERE, "invoices/" + UUID.randomUUID(), token).text()).contains("404", "unknown-invoice");
        assertThat(get(HERE, "agreements/" + UUID.randomUUID(), token(ClientScope.AGREEMENTS_READ))
                        .text())
                .contains("404", "unknown-agreement");
    }

    @Test
    void who_has_it_already_is_told_so_until_it_changes() {
        var token = token(ClientScope.INVOICES_READ);
        for (var path : List.of("invoices?agreement=" + held.agreement(), "invoices/" + invoices.getFirst())) {
            var tag = get(HERE, path, token).header("ETag").orElseThrow();

            var again = get(HERE, path, token, "If-None-Match: " + tag);
            assertThat(again.status()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(get(HERE, path, token, "If-None-Match: \"other\"").status())
                    .isEqualTo(200);
        }
        var list = "invoices?agreement=" + held.agreement();
        var tag = get(HERE, list, token).header("ETag").orElseThrow();
        at(HERE, () -> held.invoice(LocalDate.of(2025, 9, 1), 9));
        assertThat(get(HERE, list, token, "If-None-Match: " + tag).status()).isEqualTo(200);
        assertThat(get(HERE, list, token(ClientScope.AGREEMENTS_READ), "If-None-Match: " + tag)
                        .status())
                .as("and nobody learns by a tag what they may not read")
                .isEqualTo(403);
    }

    @Test
    void each_answer_says_how_many_requests_are_left() {
        var token = token(ClientScope.INVOICES_READ);
        var first = get(HERE, "invoices?size=1", token);
        var second = get(HERE, "invoices?size=1", token);

        assertThat(first.header("RateLimit-Policy")).contains("\"program\";q=600;w=60");
        assertThat(left(second)).isLessThan(600).isGreaterThan(590);
        assertThat(left(first)).isGreaterThanOrEqualTo(left(second));
    }

    @Test
    void a_subscriber_s_program_reads_what_they_hold() {
        var token = own(person);

        var me = json(get(HERE, "me", token));
        assertThat(me.get("subject").asString()).isEqualTo(person.value().toString());
        assertThat(me.at("/agreements/0/id").asString())
                .isEqualTo(held.agreement().toString());
        assertThat(json(get(HERE, "me/agreements/" + held.agreement(), token))
                        .at("/holder/name")
                        .asString())
                .isEqualTo("Mme Claire Martin");
        assertThat(ids(json(get(HERE, "me/agreements/" + held.agreement() + "/invoices?size=2", token))))
                .hasSize(2);
        assertThat(json(get(HERE, "me/invoices/" + invoices.getFirst(), token))
                        .at("/invoice/total")
                        .asString())
                .isEqualTo("105.50");
        var used = json(get(HERE, "me/agreements/" + held.agreement() + "/consumption", token));
        assertThat(used.at("/periods")
                        .valueStream()
                        .map(one -> one.get("litres").asLong()))
                .contains(100_000L);
        assertThat(used.get("readings")).hasSize(2);
        assertThat(get(HERE, "me/invoices/" + invoices.getFirst() + "/invoice.pdf", token)
                        .status())
                .isEqualTo(200);
        assertThat(one(
                        HERE,
                        "select string_agg(copy, ',') from invoice_paper where invoice_id = '" + invoices.getFirst()
                                + "'"))
                .as("without the key by which the contract is claimed, mail and mandate")
                .isEqualTo("SHARED");
    }

    @Test
    void how_to_reach_the_holder_is_told_to_a_program_that_was_let_know_it_alone() {
        in(
                HERE,
                "update customer set phone = '03 87 00 00 00', mobile = '06 00 00 00 00' where id ="
                        + " (select customer_id from agreement where id = '" + held.agreement() + "')");

        var told = json(get(HERE, "me/agreements/" + held.agreement(), own(person)))
                .get("holder");
        assertThat(told.propertyNames()).doesNotContain("email", "phone", "mobile");
        var toldMore = json(get(HERE, "me/agreements/" + held.agreement(), own(person, "openid email own:read")))
                .get("holder");
        assertThat(toldMore.get("email").asString()).isEqualTo("claire@exemple.fr");
        assertThat(toldMore.propertyNames()).doesNotContain("phone", "mobile");
        var staffs = json(get(HERE, "agreements/" + held.agreement(), token(ClientScope.AGREEMENTS_READ)))
                .get("holder");
        assertThat(staffs.propertyNames()).contains("email", "phone", "mobile");
    }

    @Test
    void nobody_s_program_reads_what_another_holds_nor_what_others_let_them_see() {
        var other = subscriber(HERE);
        var stranger = own(other);
        for (var path : List.of(
                "me/agreements/" + held.agreement(),
                "me/agreements/" + held.agreement() + "/consumption",
                "me/agreements/" + held.agreement() + "/invoices",
                "me/invoices/" + invoices.getFirst(),
                "me/invoices/" + invoices.getFirst() + "/invoice.pdf")) {
            assertThat(get(HERE, path, stranger).status()).as(path).isEqualTo(404);
        }
        in(
                HERE,
                "insert into delegation (id, agreement_id, customer_id, holder_id, delegate_id, may_pay, until,"
                        + " invited_at, open_until, accepted_at) select gen_random_uuid(), a.id, a.customer_id, '"
                        + person.value() + "', '" + other.value()
                        + "', true, date '2099-01-01', now(), now(), now() from agreement a where a.id = '"
                        + held.agreement() + "'");
        assertThat(get(HERE, "me/agreements/" + held.agreement(), stranger).status())
                .isEqualTo(404);
        assertThat(get(HERE, "me/invoices/" + invoices.getFirst(), stranger).status())
                .isEqualTo(404);
        assertThat(json(get(HERE, "me", stranger)).get("agreements")).isEmpty();
    }

    private HttpBytes bytes(String path, String token) {
        return HttpBytes.get(port, host(HERE), ALL + path, List.of("Authorization: Bearer " + token));
    }

    private static long left(RawHttp.Answer answer) {
        return Long.parseLong(answer.header("RateLimit").orElseThrow().replaceAll(".*;r=(\\d+);.*", "$1"));
    }

    private static List<String> ids(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(one -> one.get("id").asString())
                .toList();
    }
}
