package fr.ondine.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.publications.PublishedFiles;
import fr.ondine.platform.staff.PortalConfiguration;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.tenantconfig.Download;
import fr.ondine.tenantconfig.FileId;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.CheckField;
import fr.ondine.ui.shell.FileField;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/** Documents that subscribers may download: one is uploaded, then listed as any other change of the configuration. */
@Route(value = DownloadsView.PATH, layout = StaffLayout.class)
@RolesAllowed("CONFIGURE")
class DownloadsView extends SectionPage {

    static final String PATH = Sections.HOME + "/documents";

    private static final int MEGABYTES = PublishedFiles.MOST_BYTES >> 20;

    private final transient PublishedFiles files;
    private String title = "";
    private String document = "";
    private String refusal = "";

    DownloadsView(PortalConfiguration configuration, SignedInStaff signedIn, PublishedFiles files) {
        super("staff.section.documents", configuration, signedIn);
        this.files = files;
    }

    @Override
    void arrived(BeforeEnterEvent arrival) {
        var address = arrival.getLocation().getQueryParameters();
        title = address.getSingleParameter("titre").orElse("");
        document = address.getSingleParameter("document").orElse("");
        refusal = address.getSingleParameter("refus")
                .flatMap(UploadedFile.REFUSALS::code)
                .orElse("");
    }

    @Override
    Component content(TenantConfig now, String yaml) {
        return columns(fresh(now.downloads()), listed(now.downloads()));
    }

    private Card fresh(List<Download> downloads) {
        return new Card(
                say("staff.downloads.fresh"),
                waiting(downloads).map(file -> sent(downloads, file)).orElseGet(this::toSend));
    }

    /** The file that was uploaded last, until it is listed. */
    private Optional<DocumentContent> waiting(List<Download> downloads) {
        return Optional.of(document)
                .filter(FileId::isOne)
                .map(FileId::new)
                .filter(file ->
                        downloads.stream().noneMatch(listed -> listed.file().equals(file)))
                .flatMap(file -> files.uploaded(signedIn.get(), file.id()));
    }

    private Form toSend() {
        var file = new FileField("fichier", say("staff.downloads.file"), "application/pdf")
                .atMost(PublishedFiles.MOST_BYTES, say("publications.too-large", MEGABYTES));
        file.help(say("staff.downloads.file.help", MEGABYTES));
        var form = new Form(name(document.isEmpty() ? title : ""), file, Button.submit(say("staff.downloads.send")))
                .postsFiles("/" + PATH + "/envoi");
        if (!refusal.isEmpty()) {
            form.refuse(file, say(refusal, MEGABYTES));
        }
        return form.returned();
    }

    /** Its title can still be changed, as often as wished, without the file being sent again. */
    private Form sent(List<Download> downloads, DocumentContent file) {
        var name = name(title);
        var form = new Form(
                name,
                new Paragraph(say("staff.downloads.sent", file.fileName())),
                Button.submit(say("staff.configuration.compare")),
                new Paragraph(new Anchor(
                        "/" + PATH + "?" + QueryParameters.of("titre", title).getQueryString(),
                        say("staff.downloads.send.other"))));
        var fields = Map.of("downloads", name);
        form.onSubmit(() -> compare(form, with(downloads, name.value().strip()), fields));
        compare(form, with(downloads, title), fields);
        return form;
    }

    private TextField name(String now) {
        return TextField.text("titre", say("staff.downloads.name"))
                .attribute("maxlength", "120")
                .initially(now)
                .required();
    }

    private Card listed(List<Download> downloads) {
        var card = new Card(say("staff.downloads.listed"));
        if (downloads.isEmpty()) {
            card.add(new Paragraph(say("staff.downloads.none")));
            return card;
        }
        var ticks = new LinkedHashMap<Download, CheckField>();
        downloads.forEach(one -> ticks.put(one, new CheckField("keep" + ticks.size(), one.title())));
        var form = new Form();
        ticks.forEach((one, tick) -> form.add(
                tick,
                new Span(new Anchor("/documents/" + one.file() + ".pdf", say("staff.downloads.see", one.title())))));
        form.add(Button.submit(say("staff.news.remove")));
        form.onSubmit(() -> compare(
                form,
                written(ticks.entrySet().stream()
                        .filter(item -> !item.getValue().isTicked())
                        .map(Entry::getKey)
                        .toList()),
                Map.of()));
        card.add(new Paragraph(say("staff.downloads.remove.what")), form);
        return card;
    }

    private String with(List<Download> all, String name) {
        var list = new ArrayList<>(entries(all));
        list.add(entry(name, document));
        return new ConfigurationEdit(yaml()).with("downloads", list).yaml();
    }

    private String written(List<Download> downloads) {
        return new ConfigurationEdit(yaml())
                .with("downloads", entries(downloads))
                .yaml();
    }

    private static List<Map<String, String>> entries(List<Download> downloads) {
        return downloads.stream()
                .map(one -> entry(one.title(), one.file().value()))
                .toList();
    }

    private static Map<String, String> entry(String title, String file) {
        var entry = new LinkedHashMap<String, String>();
        entry.put("title", title);
        entry.put("file", file);
        return entry;
    }
}
