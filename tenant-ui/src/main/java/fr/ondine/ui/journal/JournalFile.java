package fr.ondine.ui.journal;

import fr.ondine.platform.kernel.Writing;
import fr.ondine.platform.staff.AuditDesk;
import fr.ondine.platform.staff.AuditedEntry;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.ui.shell.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What was looked for in the trail, all of it, as a CSV file that a French spreadsheet opens. It is written as it is read,
 * a portion after the other, however long it is.
 */
@RestController
class JournalFile {

    private static final List<String> READ =
            List.of("journal.when", "journal.who", "journal.deed", "journal.on", "journal.detail");
    private static final List<String> KEPT = List.of("moment", "auteur", "action", "sujet", "detail", "id");
    private static final DateTimeFormatter SECOND = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .toFormatter(Locale.ROOT);

    /** A spreadsheet would take what begins like this for a formula. */
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r].*", Pattern.DOTALL);

    private final AuditDesk desk;
    private final Texts texts;
    private final Clock clock;

    JournalFile(AuditDesk desk, Texts texts, Clock clock) {
        this.desk = desk;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/gestion/journal.csv")
    void file(
            @AuthenticationPrincipal CurrentStaff person,
            @RequestParam(name = "qui", defaultValue = "") String who,
            @RequestParam(name = "sujet", defaultValue = "") String subject,
            @RequestParam(name = "nature", defaultValue = "") String kind,
            @RequestParam(name = "du", defaultValue = "") String from,
            @RequestParam(name = "au", defaultValue = "") String to,
            HttpServletResponse response)
            throws IOException {
        if (!person.may(StaffPermission.READ_AUDIT)) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return;
        }
        var values = Map.of("qui", who, "sujet", subject, "nature", kind, "du", from, "au", to);
        var query = JournalQuery.of(values::get);
        desk.exported(person, query.filter());
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"journal.csv\"");
        write(person, query, response.getWriter());
    }

    private void write(CurrentStaff person, JournalQuery query, PrintWriter out) {
        out.print('\ufeff');
        line(out, Stream.concat(READ.stream().map(texts::say), KEPT.stream()));
        var detail = new JournalDetail(new Writing(texts.language()), clock.getZone(), texts::say);
        var page = desk.portion(person, query.filter(), Optional.empty());
        page.rows().forEach(entry -> line(out, values(entry, detail)));
        while (page.next().isPresent() && !out.checkError()) {
            page = desk.portion(person, query.filter(), page.next());
            page.rows().forEach(entry -> line(out, values(entry, detail)));
        }
    }

    /** As people read it, then as it is kept. */
    private Stream<String> values(AuditedEntry entry, JournalDetail detail) {
        return Stream.of(
                SECOND.format(entry.at().atZone(clock.getZone()).truncatedTo(ChronoUnit.SECONDS)),
                JournalWords.actor(texts::say, entry),
                JournalWords.action(texts::say, entry.action()),
                JournalWords.subject(texts::say, entry),
                detail.of(entry.detail()),
                entry.at().toString(),
                entry.actor(),
                entry.action(),
                entry.subject(),
                entry.detail(),
                entry.id().toString());
    }

    private static void line(PrintWriter out, Stream<String> values) {
        out.print(values.map(JournalFile::cell).collect(Collectors.joining(";", "", "\r\n")));
    }

    static String cell(@Nullable String value) {
        var text = value == null ? "" : value;
        var harmless = FORMULA.matcher(text).matches() ? "'" + text : text;
        return harmless.matches("(?s).*[;\"\r\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
