package fr.ondine.ui.desk;

import fr.ondine.platform.billing.InvoiceForm;
import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.InvoicesToPost;
import fr.ondine.platform.billing.InvoicesToPost.ToPost;
import fr.ondine.platform.billing.PostLot;
import fr.ondine.platform.billing.PostLot.OfDay;
import fr.ondine.platform.billing.PostLot.OfRun;
import fr.ondine.platform.billing.PostLot.OneByOne;
import fr.ondine.platform.documents.Braille;
import fr.ondine.platform.documents.Braille.Grade;
import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.runs.ManagedRuns;
import fr.ondine.platform.runs.RunId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.ui.invoices.FormFolder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The invoices of a run or of a day that go by post, a folder for each form. They are written as they are set: nothing grows with
 * their number, and what cannot be set breaks the file off, so that nobody takes it for whole.
 */
@RestController
class InvoicesToPostFile {

    private static final InvoiceId FIRST = new InvoiceId(new UUID(0, 0));

    private final InvoicesToPost invoices;
    private final ManagedRuns runs;
    private final Braille braille;

    InvoicesToPostFile(InvoicesToPost invoices, ManagedRuns runs, Braille braille) {
        this.invoices = invoices;
        this.runs = runs;
        this.braille = braille;
    }

    @GetMapping("/gestion/factures/a-poster/{jour}.zip")
    void ofDay(
            @AuthenticationPrincipal CurrentStaff person,
            @PathVariable("jour") String typed,
            HttpServletResponse response)
            throws IOException {
        send(person, FormFolder.day(typed).map(OfDay::new), "factures-" + typed, response);
    }

    /** Without what runs issued on that day, whose pages have it. */
    @GetMapping("/gestion/factures/a-poster/{jour}/hors-campagne.zip")
    void oneByOne(
            @AuthenticationPrincipal CurrentStaff person,
            @PathVariable("jour") String typed,
            HttpServletResponse response)
            throws IOException {
        send(person, FormFolder.day(typed).map(OneByOne::new), "factures-" + typed + "-hors-campagne", response);
    }

    @GetMapping("/gestion/facturation/{run}/a-poster.zip")
    void ofRun(
            @AuthenticationPrincipal CurrentStaff person,
            @PathVariable("run") String named,
            HttpServletResponse response)
            throws IOException {
        var run = Addresses.id(named)
                .filter(id -> person.may(StaffPermission.BILL))
                .flatMap(id -> runs.find(person, new RunId(id)));
        send(
                person,
                run.map(one -> new OfRun(one.id().value())),
                run.map(one -> "factures-" + one.terms().issuedOn() + "-campagne")
                        .orElse(""),
                response);
    }

    private void send(CurrentStaff person, Optional<? extends PostLot> named, String name, HttpServletResponse response)
            throws IOException {
        if (!person.may(StaffPermission.BILL) || named.isEmpty()) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return;
        }
        var lot = named.get();
        invoices.taken(person, lot);
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".zip\"");
        var zip = new ZipOutputStream(response.getOutputStream());
        write(person, lot, zip);
        zip.finish(); // closed in any case, it would look whole after a failure
    }

    private void write(CurrentStaff person, PostLot lot, ZipOutputStream zip) throws IOException {
        List<ToPost> page = invoices.page(person, lot, FIRST);
        while (!page.isEmpty()) {
            for (var one : page) {
                var sheet = invoices.addressSheet(person, one);
                if (sheet.isPresent()) {
                    write(one.form(), sheet.get(), zip);
                }
                write(one.form(), written(one.form(), invoices.content(person, one)), zip);
            }
            page = invoices.page(person, lot, page.getLast().id());
        }
    }

    private static void write(InvoiceForm form, DocumentContent content, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry(FormFolder.of(form) + "/" + content.fileName()));
        zip.write(content.bytes());
        zip.closeEntry();
    }

    /** Where nothing writes braille here the text is there for who does. */
    private DocumentContent written(InvoiceForm form, DocumentContent content) {
        if (!form.isBraille() || !braille.isInstalled()) {
            return content;
        }
        var grade = form == InvoiceForm.BRAILLE ? Grade.UNCONTRACTED : Grade.CONTRACTED;
        return new DocumentContent(
                content.fileName().replace(".txt", ".brf"),
                "text/x-brf",
                braille.brf(new String(content.bytes(), StandardCharsets.UTF_8), grade));
    }
}
