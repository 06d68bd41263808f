package fr.ondine.ui.consumption;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.metering.Consumption;
import fr.ondine.platform.metering.Occupancy;
import fr.ondine.platform.metering.PeriodConsumption;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The periods that the page of a contract shows, as a CSV file that a French spreadsheet opens: {@code ;} between values,
 * a byte order mark.
 */
@RestController
class ConsumptionFile {

    private static final MediaType CSV = new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8);
    private static final String HEADER = "debut;fin;volume_m3;estime";

    private final Agreements agreements;
    private final Consumption consumption;

    ConsumptionFile(Agreements agreements, Consumption consumption) {
        this.agreements = agreements;
        this.consumption = consumption;
    }

    @GetMapping("/consommations.csv")
    ResponseEntity<String> file(@AuthenticationPrincipal CurrentUser person, @RequestParam("contrat") UUID contract) {
        var card = agreements.seen(person.userId(), new AgreementId(contract));
        var history = consumption.of(Occupancy.of(card)).history();
        var rows = ShownPeriods.of(history).stream().map(ConsumptionFile::row);
        var name = "consommations-" + card.number().replaceAll("[^A-Za-z0-9]", "") + ".csv";
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(Stream.concat(Stream.of("\ufeff" + HEADER), rows)
                        .collect(Collectors.joining("\r\n", "", "\r\n")));
    }

    private static String row(PeriodConsumption consumption) {
        return String.join(
                ";",
                consumption.period().from().toString(),
                consumption.period().lastDay().toString(),
                Long.toString(ShownPeriods.used(consumption).wholeCubicMetres()),
                consumption.estimated() ? "oui" : "non");
    }
}
