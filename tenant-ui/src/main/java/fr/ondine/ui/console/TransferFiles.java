package fr.ondine.ui.console;

import fr.ondine.migrations.MigrationFailed;
import fr.ondine.platform.factors.ProofNeeded;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.Sentences;
import fr.ondine.platform.operators.CurrentOperator;
import fr.ondine.platform.operators.ManagedTransfers;
import fr.ondine.tenantconfig.InvalidConfiguration;
import fr.ondine.tenantconfig.Refusal;
import fr.ondine.ui.shell.RefusalWords;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.transfers.Attachment;
import fr.ondine.ui.transfers.Header;
import fr.ondine.ui.transfers.ProgressLines;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The files that {@link ExportView} and {@link ImportView} have the browser fetch and send. */
@RestController
class TransferFiles {

    static final String EXPORTED = "/export/fichier";
    static final String IMPORTED = "/console/importer/fichier";

    /** Why there may be no export, as its page says it. */
    static final RefusalWords REFUSALS = new RefusalWords(Map.of(
            "differs", "phrases-differentes",
            "password-wrong", "mot-de-passe",
            "passphrase-short", "phrase-courte",
            "nothing-to-export", "rien-a-exporter",
            "still-at-work", "travaux-en-cours",
            "proof-needed", "second-facteur"));

    private static final String ZIP = "application/zip";

    private final ManagedTransfers transfers;
    private final Texts texts;

    TransferFiles(ManagedTransfers transfers, Texts texts) {
        this.transfers = transfers;
        this.texts = texts;
    }

    @PostMapping("/console/collectivites/{slug}" + EXPORTED)
    @Nullable
    ResponseEntity<Void> export(
            @AuthenticationPrincipal CurrentOperator who,
            @PathVariable String slug,
            @RequestParam("password") String password,
            @RequestParam("phrase") String passphrase,
            @RequestParam("encore") String again,
            HttpServletResponse response) {
        if (!passphrase.equals(again)) {
            return back(slug, "differs");
        }
        try {
            var typed = new ManagedTransfers.Secrets(password, passphrase);
            new Attachment(response, ZIP).send(to -> transfers.export(who, slug, typed, to));
            return null;
        } catch (DomainException refused) {
            return back(slug, refused.code().replaceFirst("^.*\\.(transfer-)?", ""));
        } catch (ProofNeeded late) {
            return back(slug, "proof-needed");
        }
    }

    /**
     * Asked before a file is sent, which may be large: whoever is not signed in any more is told without it, and whoever has
     * to give the second factor again is asked for it.
     */
    @GetMapping(IMPORTED)
    ResponseEntity<Void> isOpen(@AuthenticationPrincipal CurrentOperator who) {
        try {
            transfers.mayTake(who);
            return ResponseEntity.noContent().build();
        } catch (ProofNeeded again) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
    }

    @PostMapping(path = IMPORTED, consumes = ZIP)
    void take(
            @AuthenticationPrincipal CurrentOperator who,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestHeader(Header.PASSPHRASE) String passphrase,
            @RequestParam(name = "as", defaultValue = "") String slug,
            @RequestParam(name = "host", defaultValue = "") List<String> hosts,
            @RequestParam(name = "take-over", defaultValue = "false") boolean takeOver)
            throws IOException {
        var wish = new ManagedTransfers.Wish(
                request.getContentLengthLong(), Header.decoded(passphrase), slug, hosts, takeOver);
        var sent = request.getInputStream();
        new ProgressLines(response, this::inWords).tell(progress -> transfers.take(who, sent, wish, progress));
    }

    private Map<String, String> inWords(RuntimeException refused) {
        return Map.of(
                "detail",
                switch (refused) {
                    case DomainException reason -> texts.sayRefusal(reason);
                    case InvalidConfiguration invalid -> faults(invalid.refusals());
                    case MigrationFailed failed -> texts.say("console.work.failed") + " : " + failed.getMessage();
                    default -> throw refused;
                });
    }

    private static String faults(List<Refusal> refusals) {
        return refusals.stream()
                .map(refusal -> refusal.sentence(Sentences.commonLanguage()))
                .collect(Collectors.joining(" "));
    }

    /** A person reads no document for programs: the page says it, or is itself refused. */
    private static ResponseEntity<Void> back(String slug, String why) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(UriComponentsBuilder.fromPath("/console/collectivites/{slug}/export")
                        .queryParam("refus", "{why}")
                        .encode()
                        .buildAndExpand(slug, REFUSALS.of(why))
                        .toUri())
                .build();
    }
}
