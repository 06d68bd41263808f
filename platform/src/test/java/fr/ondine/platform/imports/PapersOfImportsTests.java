package fr.ondine.platform.imports;

import static fr.ondine.platform.imports.FileSet.aHousehold;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.ManagedInvoices;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.ProvenStaff;
import java.io.IOException;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An invoice that came by import without its original speaks of the day on which it came. */
class PapersOfImportsTests extends ImportTest {

    @Autowired
    ManagedInvoices invoices;

    @Test
    void each_says_what_the_file_says_that_brought_it() throws IOException {
        load(aHousehold());
        var next = aHousehold()
                .replacing("titulaires.csv", "Petit", "Grand")
                .replacing("points_de_service.csv", "1 rue des Lilas", "3 rue des Roses")
                .replacing("mandats.csv", "2020-01-01;", "2020-01-01;2025-01-01")
                .adding(
                        "factures.csv",
                        "2025-000001;99 0000 001;reelle;12/07/2025;12/08/2025;01/01/2025;30/06/2025;50;100,00;5,50;105,50;")
                .adding("lignes_facture.csv", "2025-000001;1;eau;Consommation;50;m³;2,0000;100,00;5,5");
        assertThat(load(next).refusals()).isEmpty();

        assertThat(paper("2026000001"))
                .contains("Mme Jeanne Petit", "1 rue des Lilas", "0189")
                .doesNotContain("Grand", "Roses");
        assertThat(paper("2025000001"))
                .contains("Mme Jeanne Grand", "3 rue des Roses")
                .doesNotContain("Petit", "Lilas", "0189");
        assertThat(count("paper_facts")).isOne();
    }

    @Test
    void the_same_file_again_keeps_nothing() {
        load(aHousehold());
        load(aHousehold());

        assertThat(count("paper_facts")).isZero();
    }

    private String paper(String number) throws IOException {
        var anne = ProvenStaff.of(
                tenant.slug(), UUID.randomUUID(), "anne@collectivite.fr", "Anne", StaffRole.ADMINISTRATOR, 1);
        var id = one(UUID.class, "select id from invoice where number = '" + number + "'");
        var pdf = TenantContext.callAs(tenant, () -> invoices.paper(anne, new InvoiceId(id)));
        try (var document = Loader.loadPDF(pdf.bytes())) {
            return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
        }
    }
}
