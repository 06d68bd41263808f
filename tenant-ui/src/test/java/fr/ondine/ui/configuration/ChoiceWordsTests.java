package fr.ondine.ui.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.tenantconfig.Accessibility;
import fr.ondine.tenantconfig.ClaimRule;
import fr.ondine.tenantconfig.Feature;
import fr.ondine.tenantconfig.FranceConnect;
import fr.ondine.tenantconfig.LoginMethod;
import fr.ondine.tenantconfig.Payments;
import fr.ondine.tenantconfig.Proof;
import fr.ondine.tenantconfig.ReminderLevel;
import fr.ondine.tenantconfig.VatDue;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChoiceWordsTests {

    private static final Map<String, Enum<?>[]> CHOICES = Map.ofEntries(
            Map.entry("claims.order", ClaimRule.Order.values()),
            Map.entry("claims.opens", ClaimRule.Scope.values()),
            Map.entry("claims.proofs", Proof.values()),
            Map.entry("claims.weak-proofs", ClaimRule.Confirmation.values()),
            Map.entry("features", Feature.values()),
            Map.entry("login", LoginMethod.values()),
            Map.entry("france-connect.signature", FranceConnect.Signature.values()),
            Map.entry("france-connect.userinfo", FranceConnect.Userinfo.values()),
            Map.entry("france-connect.client-authentication", FranceConnect.ClientAuthentication.values()),
            Map.entry("pro-connect.signature", FranceConnect.Signature.values()),
            Map.entry("legal.vat-due", VatDue.values()),
            Map.entry("payments.provider", Payments.Provider.values()),
            Map.entry("payments.payable", Payments.Payable.values()),
            Map.entry("reminders.reminder.channel", ReminderLevel.Channel.values()),
            Map.entry("reminders.formal-notice.channel", ReminderLevel.Channel.values()),
            Map.entry("accessibility.status", Accessibility.Status.values()));

    @Test
    void every_choice_has_words_and_no_words_are_left_of_one_that_is_gone() {
        assertThat(ResourceBundle.getBundle("fr.ondine.ui.configuration.messages")
                        .keySet())
                .containsExactlyInAnyOrderElementsOf(CHOICES.entrySet().stream()
                        .flatMap(place -> keys(place.getKey(), place.getValue()))
                        .toList());
    }

    private static Stream<String> keys(String path, Enum<?>[] choices) {
        return Stream.of(choices)
                .map(choice -> "configuration." + path + "."
                        + choice.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
