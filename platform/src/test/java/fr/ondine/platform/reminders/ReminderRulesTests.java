package fr.ondine.platform.reminders;

import static fr.ondine.platform.kernel.Money.euros;
import static fr.ondine.tenantconfig.ReminderStep.FORMAL_NOTICE;
import static fr.ondine.tenantconfig.ReminderStep.REMINDER;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.receivables.ReceivableState;
import fr.ondine.platform.reminders.Decision.KeepOut;
import fr.ondine.platform.reminders.Decision.Remind;
import fr.ondine.tenantconfig.EuroAmount;
import fr.ondine.tenantconfig.ReminderLevel;
import fr.ondine.tenantconfig.ReminderLevel.Channel;
import fr.ondine.tenantconfig.ReminderStep;
import fr.ondine.tenantconfig.Reminders;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reminder 10 days after the due date from 5 € on, a formal notice after 40 from 15 € on, 14 days between two letters. */
class ReminderRulesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final Reminders TERMS = new Reminders(level(10, "5.00"), level(40, "15.00"), 14);

    @ParameterizedTest
    @CsvSource({"9,", "10, REMINDER", "39, REMINDER"})
    void a_reminder_is_due_so_many_days_after_the_due_date(int days, @Nullable ReminderStep step) {
        assertThat(step(decide(late(days)))).isEqualTo(Optional.ofNullable(step));
    }

    @ParameterizedTest
    @CsvSource({"39, REMINDER", "40, FORMAL_NOTICE"})
    void a_formal_notice_follows_a_reminder(int days, ReminderStep step) {
        var debts = List.of(late(days, Set.of(REMINDER)), late(12));

        assertThat(step(decide(debts))).contains(step);
    }

    @Test
    void without_a_reminder_before_it_the_first_letter_is_never_formal() {
        assertThat(step(decide(late(100)))).contains(REMINDER);
    }

    @Test
    void where_a_utility_sends_no_reminder_the_formal_notice_is_the_first() {
        var terms = new Reminders(null, level(40, "15.00"), 14);

        assertThat(step(new ReminderRules(terms, TODAY).decide(one(List.of(late(40)), false, null))))
                .contains(FORMAL_NOTICE);
    }

    @Test
    void no_letter_is_sent_twice_for_an_invoice() {
        assertThat(reason(decide(late(20, Set.of(REMINDER))))).contains(KeptReason.ALREADY_SENT);
        assertThat(reason(decide(late(90, Set.of(REMINDER, FORMAL_NOTICE))))).contains(KeptReason.ALREADY_SENT);
        assertThat(reason(decide(late(90, Set.of(FORMAL_NOTICE)))))
                .as("no friendly letter after a formal one")
                .contains(KeptReason.ALREADY_SENT);
    }

    @Test
    void a_letter_asks_for_what_is_due_for_it_and_names_the_oldest_day() {
        var letter = decide(List.of(late(20), late(15), late(3))).orElseThrow();

        assertThat(letter.debts()).hasSize(2);
        assertThat(letter.amount()).isEqualTo(euros("40.00"));
        assertThat(letter.oldestDue()).isEqualTo(TODAY.minusDays(20));
    }

    @Test
    void a_payment_in_progress_keeps_all_letters_back() {
        var debts = List.of(late(20), debt(2, ReceivableState.PAYMENT_IN_PROGRESS, "20.00", false, Set.of()));

        assertThat(reason(decide(debts))).contains(KeptReason.PAYMENT_IN_PROGRESS);
        assertThat(step(decide(List.of(late(20), debt(2, ReceivableState.DUE, "20.00", false, Set.of())))))
                .contains(REMINDER);
    }

    @Test
    void a_disputed_invoice_is_not_asked_for_and_the_others_are() {
        var disputed = debt(20, ReceivableState.OVERDUE, "20.00", true, Set.of());

        assertThat(reason(decide(disputed))).contains(KeptReason.DISPUTED);
        assertThat(decide(List.of(disputed, late(20))).orElseThrow().debts()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"BY_INSTALMENTS, PLAN_KEPT", "DEBITED, DEBIT_EXPECTED", "CARRIED, TOO_LITTLE"})
    void what_comes_by_itself_or_waits_is_not_asked_for(ReceivableState state, KeptReason reason) {
        assertThat(reason(decide(debt(20, state, "20.00", false, Set.of())))).contains(reason);
    }

    @Test
    void a_plan_that_is_no_longer_kept_protects_nobody() {
        assertThat(step(decide(debt(20, ReceivableState.OVERDUE, "20.00", false, Set.of()))))
                .contains(REMINDER);
    }

    @Test
    void a_household_under_social_protection_is_never_reminded() {
        assertThat(reason(rules().decide(one(List.of(late(200)), true, null)))).contains(KeptReason.PROTECTED);
        assertThat(rules().decide(one(List.of(late(2)), true, null))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4.99, TOO_LITTLE,", "5.00,, REMINDER"})
    void what_is_less_than_the_least_of_the_level_brings_no_letter(
            String amount, @Nullable KeptReason reason, @Nullable ReminderStep step) {
        var decision = decide(debt(20, ReceivableState.OVERDUE, amount, false, Set.of()));

        assertThat(reason(decision)).isEqualTo(Optional.ofNullable(reason));
        assertThat(step(decision)).isEqualTo(Optional.ofNullable(step));
    }

    @ParameterizedTest
    @CsvSource({"13, TOO_SOON,", "14,, REMINDER"})
    void two_letters_are_so_many_days_apart(int days, @Nullable KeptReason reason, @Nullable ReminderStep step) {
        var decision = rules().decide(one(List.of(late(20)), false, TODAY.minusDays(days)));

        assertThat(reason(decision)).isEqualTo(Optional.ofNullable(reason));
        assertThat(step(decision)).isEqualTo(Optional.ofNullable(step));
    }

    @Test
    void a_utility_without_levels_reminds_nobody() {
        assertThat(new ReminderRules(Reminders.defaults(), TODAY).decide(one(List.of(late(200)), false, null)))
                .isEmpty();
    }

    private static Optional<Decision> decide(Overdue debt) {
        return decide(List.of(debt));
    }

    private static Optional<Decision> decide(List<Overdue> debts) {
        return rules().decide(one(debts, false, null));
    }

    private static ReminderRules rules() {
        return new ReminderRules(TERMS, TODAY);
    }

    private static Optional<ReminderStep> step(Optional<Decision> decision) {
        return decision.filter(Remind.class::isInstance).map(letter -> ((Remind) letter).step());
    }

    private static Optional<KeptReason> reason(Optional<Decision> decision) {
        return decision.filter(KeepOut.class::isInstance).map(kept -> ((KeepOut) kept).reason());
    }

    private static ReminderCase one(List<Overdue> debts, boolean isProtected, @Nullable LocalDate lastSentOn) {
        return new ReminderCase(new AgreementId(UUID.randomUUID()), debts, isProtected, lastSentOn, null);
    }

    private static Overdue late(int days) {
        return late(days, Set.of());
    }

    private static Overdue late(int days, Set<ReminderStep> sent) {
        return debt(days, ReceivableState.OVERDUE, "20.00", false, sent);
    }

    private static Overdue debt(
            int days, ReceivableState state, String left, boolean isDisputed, Set<ReminderStep> sent) {
        return new Overdue(
                new ReceivableId(UUID.randomUUID()), TODAY.minusDays(days), state, euros(left), isDisputed, sent);
    }

    private static ReminderLevel level(int days, String minimum) {
        return new ReminderLevel(days, Channel.MAIL, new EuroAmount(minimum), null);
    }
}
