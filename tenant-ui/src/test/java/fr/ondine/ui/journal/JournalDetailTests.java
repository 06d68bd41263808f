package fr.ondine.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.billing.InvoiceForm;
import fr.ondine.platform.customers.ClaimRefusal;
import fr.ondine.platform.fees.FeeKind;
import fr.ondine.platform.kernel.Writing;
import fr.ondine.platform.plans.PlanClosing;
import fr.ondine.platform.plans.YearEnd;
import fr.ondine.platform.provider.ClientScope;
import fr.ondine.platform.runs.RunKind;
import fr.ondine.platform.staff.AuditKind;
import fr.ondine.platform.staff.StaffCredentialChanged;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tariffs.DayCount;
import fr.ondine.platform.tariffs.InvoiceSection;
import fr.ondine.platform.tariffs.RatingRules;
import fr.ondine.platform.tariffs.StandingCap;
import fr.ondine.platform.tariffs.TariffRules;
import fr.ondine.platform.tariffs.TierReset;
import fr.ondine.tenantconfig.Proof;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The trail's details are kept for programs and read by people. */
class JournalDetailTests {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("fr.ondine.ui.journal.messages", Locale.ROOT);

    private final JournalDetail detail = new JournalDetail(
            new Writing(Locale.FRANCE),
            ZoneId.of("Europe/Paris"),
            (key, values) -> MessageFormat.format(WORDS.getString(key).replace("'", "''"), values));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            to user:0197a3c2-1111-7000-8000-000000000001 by CLAIM_KEY | Abonné 0197a3c2, par clé de sécurité
            for user:0197a3c2-1111-7000-8000-000000000001 | Pour Abonné 0197a3c2
            by CLAIM_KEY+STAFF | Par clé de sécurité + équipe
            all but one | Toutes les sessions sauf une
            3 kept, 2 already, 1 refused | Gardés : 3, déjà là : 2, refusés : 1
            597.93 in 10 | 597,93 € l'année, mensualités : 10
            597.93 -> 600.00 | 597,93 → 600,00
            AGENT BILLER | Accueil des abonnés → Facturation
            YEAR_END | fin de l'année
            3000 in PT15M | 3000 en 15 min
            9 in PT24H | 9 en 24 h
            not-invited, siret 12345678900011, idp ? | Personne d'invité à cette adresse (SIRET 12345678900011, fournisseur d'identité ?)
            siret 12345678900011, idp abc-1 | SIRET 12345678900011, fournisseur d'identité abc-1
            WATER 34.50 % > 30 % | Part fixe de l'eau : 34,50 %, pour un plafond de 30 %
            0197a3c2-1111-7000-8000-000000000001 2026-03-01 | Tarif 0197a3c2, à partir du 1er mars 2026
            DUE 12.30 | à payer avec la facture 12,30
            openid profile own:read | reconnaître l'abonné, connaître son nom, lire ses contrats, factures et relevés
            readings:write | envoyer des relevés
            REFRESH came again | Jeton de renouvellement présenté de nouveau
            """)
    void what_a_program_wrote_is_read_in_french(String written, String read) {
        assertThat(detail.of(written)).isEqualTo(read);
    }

    @Test
    void a_moment_is_that_of_the_utility_and_a_name_stays() {
        assertThat(detail.of("Anne Martin > Marie Dupont, 2026-11-29T17:40:00Z: facture égarée"))
                .startsWith("Anne Martin → Marie Dupont, 29")
                .contains("2026", "18:40")
                .endsWith(": facture égarée");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FUITE sous l'évier, vue par M. PEREZ",
                "FUITE WC",
                "email de Paul",
                "Relevé du 2026-02-30",
                "compteur lu 2026-99-99T99Z",
                "PTMS",
                "PT99999999999999999999H"
            })
    void what_somebody_typed_stays_as_they_typed_it(String typed) {
        assertThat(detail.of(typed)).isEqualTo(typed);
    }

    @Test
    void every_scope_has_words() {
        assertThat(Stream.of(ClientScope.values())
                        .map(one -> "journal.scope." + one.word().replace(':', '-')))
                .isSubsetOf(WORDS.keySet());
    }

    @Test
    void rules_of_tariffs_are_read_as_they_are_chosen() {
        for (var rounding :
                List.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.HALF_DOWN, RoundingMode.DOWN)) {
            for (var days : DayCount.values()) {
                for (var reset : TierReset.values()) {
                    for (var cap : StandingCap.values()) {
                        var chosen = new TariffRules(new RatingRules(rounding, days, reset), cap);
                        assertThat(detail.of(chosen.toString()))
                                .startsWith("arrondi")
                                .doesNotContainPattern("[A-Z_=]");
                    }
                }
            }
        }
    }

    @Test
    void every_name_that_is_kept_has_words() {
        assertThat(Stream.of(
                                StaffRole.values(),
                                StaffCredentialChanged.What.values(),
                                AuditKind.values(),
                                PlanClosing.values(),
                                YearEnd.Outcome.values(),
                                ClaimRefusal.values(),
                                RunKind.values(),
                                FeeKind.values(),
                                InvoiceSection.values(),
                                InvoiceForm.values(),
                                Proof.values())
                        .flatMap(Stream::of)
                        .map(one -> "journal.value." + one.name()))
                .isSubsetOf(WORDS.keySet());
    }
}
