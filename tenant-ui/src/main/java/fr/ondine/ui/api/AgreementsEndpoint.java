package fr.ondine.ui.api;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.ListedAgreement;
import fr.ondine.platform.customers.ProgramAgreements;
import fr.ondine.ui.security.TokenAuthentication;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The utility's agreements. */
@RestController
@RequestMapping("/api/v1/agreements")
class AgreementsEndpoint {

    private final ProgramAgreements agreements;
    private final Answers answers;

    AgreementsEndpoint(ProgramAgreements agreements, Answers answers) {
        this.agreements = agreements;
        this.answers = answers;
    }

    @GetMapping
    ResponseEntity<byte[]> list(
            TokenAuthentication program,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
        return answers.of(
                number.isBlank()
                        ? page(agreements.list(program.caller(), Cursor.mark(after), size + 1), size)
                        : page(agreements.numbered(program.caller(), number), Integer.MAX_VALUE));
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> one(TokenAuthentication program, @PathVariable UUID id) {
        return answers.of(AgreementAnswer.of(agreements.get(program.caller(), new AgreementId(id))));
    }

    private static Listing<AgreementAnswer> page(List<ListedAgreement> found, int size) {
        var shown = found.stream().limit(size).toList();
        var next = found.size() > size ? Cursor.of(shown.getLast().mark()) : null;
        return new Listing<>(shown.stream().map(AgreementAnswer::of).toList(), next);
    }
}
