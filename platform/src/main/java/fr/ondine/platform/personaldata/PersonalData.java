package fr.ondine.platform.personaldata;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.Invoices;
import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.documents.DocumentId;
import fr.ondine.platform.documents.Documents;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Sentences;
import fr.ondine.platform.tenancy.Tenants;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Service;

/**
 * All that is known of a person as one file (GDPR, articles 15 and 20): JSON, and the papers beside it. It is written as
 * it is read, a page of rows or one paper at a time, so that nothing grows with how much there is.
 */
@Service
public class PersonalData {

    private static final UUID FIRST = new UUID(0, 0);

    private final KnownRows rows;
    private final Invoices invoices;
    private final Documents documents;
    private final Tenants tenants;

    PersonalData(KnownRows rows, Invoices invoices, Documents documents, Tenants tenants) {
        this.rows = rows;
        this.invoices = invoices;
        this.documents = documents;
        this.tenants = tenants;
    }

    /** Writes the file of the person. What cannot be read breaks it off, so that nobody takes it for whole. */
    public void write(UserId user, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        entry(zip, "LISEZ-MOI.txt", readMe());
        zip.putNextEntry(new ZipEntry("donnees.json"));
        tables(user, zip);
        zip.closeEntry();
        papers(user, zip);
        certificates(user, zip);
        zip.finish(); // closed in any case, it would look whole after a failure
    }

    private String readMe() {
        var utility = tenants.current();
        var contact = utility.contact();
        return MessageFormat.format(
                Sentences.of(
                                "fr.ondine.platform.personaldata.texts",
                                utility.languages().getFirst())
                        .getString("read-me"),
                utility.name(),
                contact.email(),
                contact.mainPhone().number());
    }

    private void tables(UserId user, ZipOutputStream zip) throws IOException {
        var before = "{\n";
        for (var table : KnownTables.ALL) {
            text(zip, before + "\"" + table.name() + "\": [");
            table(table, user, zip);
            text(zip, "]");
            before = ",\n";
        }
        text(zip, "\n}\n");
    }

    private void table(KnownTable table, UserId user, ZipOutputStream zip) throws IOException {
        var before = "\n";
        List<KnownRow> page = rows.page(table, user, FIRST);
        while (!page.isEmpty()) {
            for (var row : page) {
                text(zip, before + row.json());
                before = ",\n";
            }
            page = page.size() < KnownRows.PAGE
                    ? List.of()
                    : rows.page(table, user, page.getLast().key());
        }
    }

    private void papers(UserId user, ZipOutputStream zip) throws IOException {
        each(user, rows::invoices, InvoiceId::value, id -> invoices.pdf(user, id), "factures/", zip);
    }

    private void certificates(UserId user, ZipOutputStream zip) throws IOException {
        each(user, rows::certificates, DocumentId::value, documents::content, "attestations/", zip);
    }

    private <I> void each(
            UserId user,
            BiFunction<UserId, UUID, List<I>> pages,
            Function<I, UUID> key,
            Function<I, DocumentContent> content,
            String folder,
            ZipOutputStream zip)
            throws IOException {
        List<I> page = pages.apply(user, FIRST);
        while (!page.isEmpty()) {
            for (var id : page) {
                var paper = content.apply(id);
                // two papers may bear one name
                zip.putNextEntry(
                        new ZipEntry(folder + key.apply(id).toString().substring(0, 8) + "-" + paper.fileName()));
                zip.write(paper.bytes());
                zip.closeEntry();
            }
            page = pages.apply(user, key.apply(page.getLast()));
        }
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        text(zip, content);
        zip.closeEntry();
    }

    private static void text(ZipOutputStream zip, String text) throws IOException {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
