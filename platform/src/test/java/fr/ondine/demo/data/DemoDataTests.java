package fr.ondine.demo.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import org.iban4j.IbanUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemoDataTests {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void the_same_day_gives_the_same_bytes(DemoUtility utility) throws IOException {
        DemoData.write(utility, TODAY, folder.resolve("once.zip"));
        DemoData.write(utility, TODAY, folder.resolve("again.zip"));
        assertThat(folder.resolve("again.zip")).hasSameBinaryContentAs(folder.resolve("once.zip"));
        assertThat(Files.size(folder.resolve("once.zip"))).isLessThan(20_000_000);
    }

    @ParameterizedTest
    @EnumSource
    void every_number_is_given_once_and_every_iban_is_right(DemoUtility utility) {
        var seen = new HashSet<String>();
        new DossierBook(utility, TODAY).dossiers().forEach(dossier -> {
            assertThat(seen.add(dossier.meters().serialInPlace())).isTrue();
            for (var contract : dossier.contracts()) {
                assertThat(seen.add(contract.number())).isTrue();
                contract.bankAccount().ifPresent(account -> IbanUtil.validate(account.iban()));
                dossier.bills(contract)
                        .forEach(bill -> assertThat(seen.add(bill.number()))
                                .as(bill.number())
                                .isTrue());
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void the_main_subscriber_has_one_invoice_to_pay(DemoUtility utility) {
        var main = DemoSubscribers.of(utility, TODAY).main();
        var dossier = new DossierBook(utility, TODAY).dossier(utility.mainDossier());
        var contract = dossier.contracts().getFirst();
        var billed = dossier.bills(contract).stream().map(Bill::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        var paid = dossier.receipts(contract).stream().map(Receipt::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(billed.subtract(paid)).isEqualTo(dossier.latestBill(contract).total());
        assertThat(dossier.latestBill(contract).dueOn()).isAfterOrEqualTo(TODAY);
        assertThat(main.email()).isNotEmpty();
    }

    @Test
    void the_people_of_the_utilities_pages_are_there() {
        var malesherbois = DemoSubscribers.of(DemoUtility.MALESHERBOIS, TODAY);
        assertThat(malesherbois.main().agreementNumber()).isEqualTo("IT00024");
        assertThat(malesherbois.main().name()).isEqualTo("M. Pierre Dupont");
        assertThat(malesherbois.main().invoiceNumber()).isEqualTo("2026/11/2912");
        assertThat(malesherbois.mainSecond().agreementNumber()).isEqualTo("IT00025");
        var ileo = DemoSubscribers.of(DemoUtility.ILEO, TODAY);
        assertThat(ileo.main().formerNumber()).startsWith("059");
        assertThat(ileo.newcomer().invoiceNumber()).isEmpty();
        assertThat(ileo.withoutEmail().email()).isEmpty();
        assertThat(ileo.withPaperInvoice()).hasSizeGreaterThan(3);
        assertThat(ileo.paperInvoice(ileo.main())).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void former_numbers_stand_on_the_invoices_of_their_time() {
        var dossier = new DossierBook(DemoUtility.ILEO, TODAY).dossier(0);
        var contract = dossier.contracts().getFirst();
        assertThat(dossier.bills(contract).getFirst().agreementNumber())
                .isEqualTo(contract.formerNumber().orElseThrow());
        assertThat(dossier.latestBill(contract).agreementNumber()).isEqualTo(contract.number());
    }
}
